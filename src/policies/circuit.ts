/** Parts the window slides by: a call counts for nine to ten tenths of it. */
const SLICES = 10

export interface CircuitSettings {
  readonly errorRate: number
  readonly windowMs: number
  readonly minimumCalls: number
  readonly openMs: number
}

/** A call that was let through. */
export interface Passer {
  readonly probe: boolean
  /** Of which the state has changed since is heard no more. */
  readonly era: number
}

export type CircuitState = "closed" | "open" | "halfOpen" | "isolated"

interface Slice {
  /** Number of the slice since time began. */
  at: number
  calls: number
  failures: number
}

/**
 * A circuit breaker without a clock: it is told the time, ms that never go back.
 *
 * Closed, it opens when of at least `minimumCalls` calls in the window a share of `errorRate` or more failed. Open, it lets
 * nothing through for `openMs`, then exactly one probe: ok closes it, a failure opens it anew. A probe that says nothing for
 * `probeMs` is lost, and another one may go.
 */
export class Circuit {
  state: CircuitState = "closed"
  private readonly settings: CircuitSettings
  private readonly probeMs: number
  private readonly slices: Slice[] = []
  private era = 0
  /** Whoever passes while it is closed. */
  private passer: Passer = { probe: false, era: 0 }
  /** None since it was closed: then it need not be asked how many calls there were. */
  private failed = false
  private openedAt = 0
  private probedAt: number | undefined

  constructor(settings: CircuitSettings, probeMs: number) {
    this.settings = settings
    this.probeMs = probeMs
  }

  /** @param now - Not looked at while it is closed. @returns who may pass, or for how many ms nobody may (∞ while isolated). */
  enter(now: number): Passer | number {
    if (this.state === "closed") return this.passer
    if (this.state === "isolated") return Number.POSITIVE_INFINITY
    if (this.state === "open") {
      const left = this.openedAt + this.settings.openMs - now
      if (left > 0) return left
      this.turn("halfOpen")
    }
    const left = this.probedAt === undefined ? 0 : this.probedAt + this.probeMs - now
    if (left > 0) return left
    // A new era, so that a lost probe which comes back after all is not heard.
    if (this.probedAt !== undefined) this.era++
    this.probedAt = now
    return { probe: true, era: this.era }
  }

  /** Hears how a call ended; undefined: it was not the cube's doing. @returns whether the state changed. */
  leave({ probe, era }: Passer, ok: boolean | undefined, now: number): boolean {
    if (era !== this.era) return false
    if (!probe) return ok !== undefined && this.count(ok, now)
    this.probedAt = undefined
    if (ok === undefined) return false
    this.turn(ok ? "closed" : "open", now)
    return true
  }

  isolate(): void {
    this.turn("isolated")
  }

  reset(): void {
    this.turn("closed")
  }

  /** Calls and failures in the window. */
  tally(now: number): { readonly calls: number; readonly failures: number } {
    const last = this.sliceAt(now) - SLICES
    let calls = 0
    let failures = 0
    for (const slice of this.slices) {
      if (slice.at <= last) continue
      calls += slice.calls
      failures += slice.failures
    }
    return { calls, failures }
  }

  private count(ok: boolean, now: number): boolean {
    const at = this.sliceAt(now)
    let slice = this.slices.at(-1)
    if (slice?.at !== at) {
      slice = { at, calls: 0, failures: 0 }
      if (this.slices.push(slice) > SLICES) this.slices.shift()
    }
    slice.calls++
    if (!ok) {
      slice.failures++
      this.failed = true
    }
    if (!this.failed) return false
    const { calls, failures } = this.tally(now)
    // Divided, not multiplied: 7 of 100 is the number 0.07 exactly, while 0.07 × 100 is a little more than 7.
    if (calls < this.settings.minimumCalls || failures / calls < this.settings.errorRate) return false
    this.turn("open", now)
    return true
  }

  private sliceAt(now: number): number {
    return Math.floor((now * SLICES) / this.settings.windowMs)
  }

  private turn(state: CircuitState, now = 0): void {
    this.state = state
    this.era++
    this.passer = { probe: false, era: this.era }
    this.failed = false
    this.openedAt = now
    this.probedAt = undefined
    this.slices.length = 0
  }
}
