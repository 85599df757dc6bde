/** Everything outside the cubes that one run, or one attempt of a step, has begun: let go of when it is over. */
export class Ties {
  /** Made when a signal is asked for: engines without a platform around them have none. */
  private controller: AbortController | undefined
  private readonly open = new Set<(reason: unknown) => void>()
  private ended: { readonly reason: unknown; readonly cancelled: boolean } | undefined
  private parent: Ties | undefined
  private children: Set<Ties> | undefined

  get signal(): AbortSignal {
    this.controller ??= new AbortController()
    if (this.ended) this.controller.abort(this.ended.reason)
    return this.controller.signal
  }

  get over(): boolean {
    return this.ended !== undefined
  }

  /** @throws the reason when it is over. */
  demand(): void {
    if (this.ended) throw this.ended.reason
  }

  /** Ends when this one does, and can end alone. */
  child(): Ties {
    const child = new Ties()
    if (this.ended) child.end(this.ended.reason, this.ended.cancelled)
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
    const guarded = new Promise<T>((resolve, reject) => {
      if (this.ended?.cancelled) reject(this.ended.reason)
      if (!this.ended) this.open.add(reject)
      work.then(
        (value) => this.open.delete(reject) && resolve(value),
        (error) => this.open.delete(reject) && reject(error),
      )
    })
    // A cube may have stopped waiting for it: the loser of a race must not bring the process down.
    guarded.catch(() => undefined)
    return guarded
  }

  /** The first end counts. */
  end(reason: unknown, cancelled: boolean): void {
    if (this.ended) return
    this.ended = { reason, cancelled }
    this.parent?.children?.delete(this)
    for (const child of this.children ?? []) child.end(reason, cancelled)
    this.controller?.abort(reason)
    if (cancelled) for (const reject of this.open) reject(reason)
    this.open.clear()
  }
}
