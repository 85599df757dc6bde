import { CubeError, isCubeError, type Step, type Value } from "cubular/contract"
import { batch_results_uneven, batch_timed_out } from "cubular/messages/en"
import { outputOf } from "./called.ts"

/** Which cube is called, and how many items it is given at once. */
export interface SharedCallSettings {
  readonly cube: string
  readonly input: string
  readonly output: string
  readonly with: { readonly [port: string]: Value } | undefined
  readonly size: number
  readonly windowMs: number
  readonly timeoutMs: number
}

/** One run's item in a lot, and what became of it: its result, or that the run is to call the cube for it alone. */
interface Seat {
  readonly item: Value
  outcome: { readonly value: Value } | "alone" | undefined
}

/** Items that one call takes. */
interface Lot {
  readonly seats: Seat[]
  /** On the host's monotonic clock, ms. */
  readonly closesAt: number
  /** Some run is at the call. */
  claimed: boolean
  /** Counts on while that run lives. */
  beats: number
}

/** Between two looks a run waits 1, 2, 4 … ms, at most so many. */
const LONGEST_PAUSE_MS = 32
/** Who has made no sign of life for so long is given up, and another run makes the call in its place. */
const SILENCE_MS = 1000

/**
 * Gathers the items of many runs into one call. Whoever's window ends first, or fills the lot, makes the call; the others
 * look for its result.
 *
 * Nobody is woken by another run. On Cloudflare a promise that another request resolves kills the waiting one, and the
 * request that makes the call may be gone before it ends; so each run waits with timers of its own, what they share is
 * plain data, and a call whose maker makes no sign of life is made again by a run that waits for it.
 *
 * What a run gets does not depend on who shared its call: when that fails, each run makes one for its own item alone.
 */
export class SharedCall {
  private readonly settings: SharedCallSettings
  /** Lots that still take items, by group. */
  private readonly open = new Map<string, Lot>()

  constructor(settings: SharedCallSettings) {
    this.settings = settings
  }

  /**
   * The result for one item.
   *
   * @throws {CubeError} what the call failed with, `call_output_missing`, `batch_results_uneven` or `batch_timed_out`.
   */
  async resultOf(item: Value, group: string, step: Step): Promise<Value> {
    const { size, windowMs } = this.settings
    if (step.recorded) return ((await this.call([item], step)) as [Value])[0]
    const now = step.clock.monotonic()
    const lot = this.lotFor(group, now)
    const seat: Seat = { item, outcome: undefined }
    const full = lot.seats.push(seat) >= size
    if (full) this.close(group, lot)
    try {
      // Also where there is nothing to wait for: a run that is replayed by itself asks its clock for the same things.
      await this.windowEnd(lot, full ? 0 : Math.min(Math.max(lot.closesAt - now, 0), windowMs), step)
      this.close(group, lot)
      return await this.obtain(lot, seat, step)
    } catch (error) {
      this.leave(group, lot, seat)
      throw error
    }
  }

  private lotFor(group: string, now: number): Lot {
    const { windowMs, timeoutMs } = this.settings
    const known = this.open.get(group)
    if (known) return known
    // Of a lot whose runs are all gone nobody else would ever hear.
    for (const [other, { closesAt }] of this.open) if (closesAt + timeoutMs < now) this.open.delete(other)
    const lot: Lot = { seats: [], closesAt: now + windowMs, claimed: false, beats: 0 }
    this.open.set(group, lot)
    return lot
  }

  private close(group: string, lot: Lot): void {
    if (this.open.get(group) === lot) this.open.delete(group)
  }

  /** Waits for the end of the window, or until somebody has filled the lot and made the call. */
  private async windowEnd(lot: Lot, ms: number, step: Step): Promise<void> {
    const over = new AbortController()
    const end = step.clock.sleep(ms, over.signal)
    if (this.settings.windowMs > LONGEST_PAUSE_MS) void this.lookOut(lot, step, over)
    try {
      await end
    } catch (error) {
      if (!over.signal.aborted) throw error
    } finally {
      over.abort()
    }
  }

  private async lookOut(lot: Lot, step: Step, over: AbortController): Promise<void> {
    try {
      while (!lot.claimed) await step.clock.sleep(LONGEST_PAUSE_MS, over.signal)
      over.abort()
    } catch {
      // The window has ended, or the run has.
    }
  }

  /** Takes an item back that nobody has called the cube for. */
  private leave(group: string, lot: Lot, seat: Seat): void {
    if (lot.claimed) return
    const at = lot.seats.indexOf(seat)
    if (at >= 0) lot.seats.splice(at, 1)
    if (lot.seats.length === 0) this.close(group, lot)
  }

  private async obtain(lot: Lot, seat: Seat, step: Step): Promise<Value> {
    const { timeoutMs } = this.settings
    let [waited, silent, beats] = [0, 0, lot.beats]
    for (let pause = 1; seat.outcome === undefined; pause = longer(pause)) {
      if (!lot.claimed || silent >= SILENCE_MS) await this.callFor(lot, seat, step)
      else {
        if (waited >= timeoutMs) throw this.tooLate()
        await step.clock.sleep(pause)
        waited += pause
        silent = lot.beats === beats ? silent + pause : 0
        beats = lot.beats
      }
    }
    return seat.outcome === "alone" ? ((await this.call([seat.item], step)) as [Value])[0] : seat.outcome.value
  }

  /** Makes the call for everyone in the lot. */
  private async callFor(lot: Lot, own: Seat, step: Step): Promise<void> {
    lot.claimed = true
    lot.beats++
    const seats = lot.seats.filter(({ outcome }) => outcome === undefined)
    try {
      const values = await this.call(
        seats.map(({ item }) => item),
        step,
        () => lot.beats++,
      )
      for (const [at, seat] of seats.entries()) seat.outcome ??= { value: values[at] as Value }
    } catch (error) {
      // Only this run is over; the next one to look makes the call.
      if (step.signal.aborted) lot.claimed = false
      if (step.signal.aborted || seats.every((seat) => seat === own)) throw error
      for (const seat of seats) seat.outcome ??= "alone"
    }
  }

  private async call(items: readonly Value[], step: Step, beat?: () => void): Promise<readonly Value[]> {
    const { cube, input, output, with: constants } = this.settings
    const over = new AbortController()
    try {
      const call = step.call(cube, { ...constants, [input]: items }, { signal: over.signal })
      const outputs = await Promise.race([call, this.timeUp(step, over.signal, beat)])
      const values = outputOf(outputs, cube, output, ["output"])
      if (Array.isArray(values) && values.length === items.length) return values
      throw new CubeError({
        ...batch_results_uneven,
        path: ["config", "output"],
        params: { cube, output, given: items.length },
      })
    } catch (error) {
      throw withoutNumber(error, cube)
    } finally {
      over.abort()
    }
  }

  /** Rejects when the call has taken too long; says until then that its maker is alive. */
  private async timeUp(step: Step, signal: AbortSignal, beat?: () => void): Promise<never> {
    const { timeoutMs } = this.settings
    try {
      let waited = 0
      for (let pause = 1; waited < timeoutMs; pause = longer(pause)) {
        await step.clock.sleep(pause, signal)
        waited += pause
        beat?.()
      }
    } catch {
      return new Promise(() => undefined)
    }
    throw this.tooLate()
  }

  private tooLate(): CubeError {
    const { cube, timeoutMs } = this.settings
    return new CubeError({ ...batch_timed_out, params: { cube, timeoutMs }, retryable: true })
  }
}

function longer(pause: number): number {
  return Math.min(pause * 2, LONGEST_PAUSE_MS)
}

/** A failure of a call without the call's number, which tells whether the run made another one before. */
function withoutNumber(error: unknown, cube: string): unknown {
  if (!isCubeError(error) || error.path[0] !== "calls") return error
  const named = CubeError.fromJSON({ ...error.toJSON(), path: ["calls", cube, ...error.path.slice(2)] })
  return Object.defineProperty(named, "cause", { value: error, configurable: true })
}
