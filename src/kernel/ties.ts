import { CubeError } from "cubular/contract"
import { run_over } from "cubular/messages/en"

/** Everything outside the cubes that one run, or one attempt of a step, has begun: let go of when it is over. */
export class Ties {
  /** Made when a signal is asked for: engines without a platform around them have none. */
  private controller: AbortController | undefined
  private waiting: Set<(reason: unknown) => void> | undefined
  private ended: "cancelled" | "closed" | undefined
  private given: unknown
  private parent: Ties | undefined
  private children: Set<Ties> | undefined

  get signal(): AbortSignal {
    this.controller ??= new AbortController()
    if (this.ended) this.controller.abort(this.reason)
    return this.controller.signal
  }

  get over(): boolean {
    return this.ended !== undefined
  }

  /** @throws the reason when it is over. */
  demand(): void {
    if (this.ended) throw this.reason
  }

  /** Made when somebody asks: an error takes longer than most steps. */
  private get reason(): unknown {
    this.given ??= new CubeError(run_over)
    return this.given
  }

  /** Ends when this one does, and can end alone. */
  child(): Ties {
    const child = new Ties()
    if (this.ended) child.end(this.ended, this.given)
    else {
      child.parent = this
      this.children ??= new Set()
      this.children.add(child)
    }
    return child
  }

  /**
   * What `work` comes to, as long as the run goes on. A cancelled run rejects at once with its reason, whether or not
   * the work heeds the signal; of a run that has ended nothing more is heard.
   */
  guard<T>(work: Promise<T>): Promise<T> {
    this.waiting ??= new Set()
    const { waiting } = this
    const guarded = new Promise<T>((resolve, reject) => {
      if (this.ended === "cancelled") reject(this.given)
      if (!this.ended) waiting.add(reject)
      work.then(
        (value) => waiting.delete(reject) && resolve(value),
        (error) => waiting.delete(reject) && reject(error),
      )
    })
    // A cube may have stopped waiting for it: the loser of a race must not bring the process down.
    guarded.catch(() => undefined)
    return guarded
  }

  /** Ends everything at once, with a reason. */
  cancel(reason: unknown): void {
    this.end("cancelled", reason)
  }

  /** Came to its own end: nothing more is heard of what is left. */
  close(): void {
    this.end("closed", undefined)
  }

  /** The first end counts. */
  private end(how: "cancelled" | "closed", reason: unknown): void {
    if (this.ended) return
    this.ended = how
    this.given = reason
    this.parent?.children?.delete(this)
    for (const child of this.children ?? []) child.end(how, reason)
    this.controller?.abort(this.reason)
    if (how === "cancelled") for (const reject of this.waiting ?? []) reject(reason)
    this.waiting?.clear()
  }
}
