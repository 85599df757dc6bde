/** Timers hold their delay in 31 bits; a longer one would fire at once. */
const LONGEST_TIMER_MS = 0x7fffffff

interface Deadline {
  readonly at: number
  readonly passed: () => void
}

/**
 * Deadlines of calls, most of which are answered long before: one browser timer, for the earliest, serves them all,
 * and an answered call leaves it alone.
 */
export class Deadlines {
  readonly #pending: Set<Deadline> = new Set()
  #timer: ReturnType<typeof setTimeout> | undefined
  #timerAt = Number.POSITIVE_INFINITY

  /** Calls back in `ms` unless the function it returns is called before. `Infinity` never comes. */
  set(ms: number, passed: () => void): () => void {
    if (!Number.isFinite(ms)) return () => undefined
    const deadline = { at: performance.now() + ms, passed }
    this.#pending.add(deadline)
    if (deadline.at < this.#timerAt) this.#arm(deadline.at)
    return () => this.#pending.delete(deadline)
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#pending.clear()
  }

  #arm(at: number): void {
    clearTimeout(this.#timer)
    this.#timerAt = at
    this.#timer = setTimeout(() => this.#check(), Math.min(at - performance.now(), LONGEST_TIMER_MS))
  }

  #check(): void {
    const now = performance.now()
    let next = Number.POSITIVE_INFINITY
    this.#timerAt = next
    for (const deadline of [...this.#pending])
      if (deadline.at > now) next = Math.min(next, deadline.at)
      else if (this.#pending.delete(deadline)) deadline.passed()
    if (next < this.#timerAt) this.#arm(next)
  }
}
