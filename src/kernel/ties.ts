/** Everything outside the cubes that one run has begun: let go of when it is over. */
export class Ties {
  /** Made when a signal is asked for: engines without a platform around them have none. */
  private controller: AbortController | undefined
  private readonly open = new Set<(reason: unknown) => void>()
  private over: { readonly reason: unknown; readonly cancelled: boolean } | undefined

  get signal(): AbortSignal {
    this.controller ??= new AbortController()
    if (this.over) this.controller.abort(this.over.reason)
    return this.controller.signal
  }

  /**
   * What `work` comes to, as long as the run goes on. A cancelled run rejects at once with its reason, whether or not
   * the work heeds the signal; of a run that has ended nothing more is heard.
   */
  guard<T>(work: Promise<T>): Promise<T> {
    const guarded = new Promise<T>((resolve, reject) => {
      if (this.over?.cancelled) reject(this.over.reason)
      if (!this.over) this.open.add(reject)
      work.then(
        (value) => this.open.delete(reject) && resolve(value),
        (error) => this.open.delete(reject) && reject(error),
      )
    })
    // A cube may have stopped waiting for it: the loser of a race must not bring the process down.
    guarded.catch(() => undefined)
    return guarded
  }

  end(reason: unknown, cancelled: boolean): void {
    this.over = { reason, cancelled }
    this.controller?.abort(reason)
    if (cancelled) for (const reject of this.open) reject(reason)
    this.open.clear()
  }
}
