import { CubeError } from "cubular/contract"
import { run_over } from "cubular/messages/en"

/** Nearly always one: a set is made for the second. */
class Few<T> {
  private one: T | undefined
  private others: Set<T> | undefined

  add(item: T): void {
    if (this.one === undefined) this.one = item
    else {
      this.others ??= new Set()
      this.others.add(item)
    }
  }

  /** @returns whether it was there. */
  delete(item: T): boolean {
    if (this.one !== item) return this.others?.delete(item) === true
    this.one = undefined
    return true
  }

  /** Takes them out, one by one. */
  empty(take: (item: T) => void): void {
    const { one, others } = this
    this.one = undefined
    this.others = undefined
    if (one !== undefined) take(one)
    if (others) for (const item of others) take(item)
  }
}

/** Something that waits. */
export interface Tied {
  /** The run, or what is around it, was cancelled. */
  cut(reason: unknown): void
}

/** Everything outside the cubes that one run, or one attempt of a step, has begun: let go of when it is over. */
export class Ties {
  /** Made when a signal is asked for: engines without a platform around them have none. */
  private controller: AbortController | undefined
  private waiting: Few<Tied> | undefined
  private ended: "cancelled" | "closed" | undefined
  private given: unknown
  private parent: Ties | undefined
  private children: Few<Ties> | undefined

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
      this.children ??= new Few()
      this.children.add(child)
    }
    return child
  }

  /**
   * What `work` comes to, as long as the run goes on. A cancelled run rejects at once with its reason, whether or not
   * the work heeds the signal; of a run that has ended nothing more is heard.
   */
  guard<T>(work: Promise<T>): Promise<T> {
    const guarded = new Promise<T>((resolve, reject) => {
      const tied = { cut: reject }
      this.tie(tied)
      work.then(
        (value) => this.untie(tied) && resolve(value),
        (error) => this.untie(tied) && reject(error),
      )
    })
    // A cube may have stopped waiting for it: the loser of a race must not bring the process down.
    guarded.catch(nothing)
    return guarded
  }

  /** Cuts it when this is cancelled, at once when it has been. */
  tie(tied: Tied): void {
    if (this.ended === "cancelled") tied.cut(this.given)
    if (this.ended) return
    this.waiting ??= new Few()
    this.waiting.add(tied)
  }

  /** @returns false when nothing more is to be heard. */
  untie(tied: Tied): boolean {
    return this.waiting?.delete(tied) === true
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
    this.children?.empty((child) => child.end(how, reason))
    this.controller?.abort(this.reason)
    this.waiting?.empty(how === "cancelled" ? (tied) => tied.cut(reason) : nothing)
  }
}

const nothing = (): void => undefined
