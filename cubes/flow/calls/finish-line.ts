import type { Clock } from "cubular/contract"

/** Who came in: the runner with this number, or the end of the time. */
export type Arrival = number | "late"

/**
 * The order in which several pieces of work end, told one after the other.
 *
 * A record keeps the order in which the sleeps of one step end, and a replay keeps to it; of calls it keeps only what each
 * came to. So every runner has a sleep beside it that is cut short when the runner comes in: in a replay the sleeps end
 * in the recorded order, however fast the runners are there.
 */
export class FinishLine {
  private readonly clock: Clock
  private readonly watches: AbortController[] = []
  private readonly arrived: Arrival[] = []
  private refusal: { readonly error: unknown } | undefined
  private wake: (() => void) | undefined

  /**
   * @param runners - Settle when they come in.
   * @param timeoutMs - When it is told that time is up.
   */
  constructor(clock: Clock, runners: readonly Promise<unknown>[], timeoutMs: number) {
    this.clock = clock
    runners.forEach((runner, number) => {
      // Longer than the time there is, so that it ends by being cut short alone.
      const watch = this.watch(timeoutMs + 1, () => this.arrive(number))
      const cut = (): void => watch.abort()
      runner.then(cut, cut)
    })
    this.watch(timeoutMs, (error) => {
      if (error === undefined) this.arrive("late")
      else this.refuse(error)
    })
  }

  /** The next to come in; rejects when the clock fails. */
  async next(): Promise<Arrival> {
    for (;;) {
      const arrival = this.arrived.shift()
      if (arrival !== undefined) return arrival
      if (this.refusal) throw this.refusal.error
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  /** Lets go of every timer. */
  close(): void {
    for (const watch of this.watches) watch.abort()
  }

  private watch(ms: number, ended: (error?: unknown) => void): AbortController {
    const watch = new AbortController()
    this.watches.push(watch)
    this.clock.sleep(ms, watch.signal).then(() => ended(), ended)
    return watch
  }

  private arrive(arrival: Arrival): void {
    this.arrived.push(arrival)
    this.wake?.()
  }

  private refuse(error: unknown): void {
    this.refusal = { error }
    this.wake?.()
  }
}
