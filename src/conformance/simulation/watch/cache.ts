import { canonical, isCubeError, type Value, type Values } from "cubular"
import type { PolicyCall } from "cubular/contract"
import { overhear } from "./overhear.ts"
import type { Post, Watch } from "./watch.ts"

/** How long one who asks is waited for. */
const PATIENCE_MS = 30_000
/** What a run that was ended fails with. */
const ENDINGS: ReadonlySet<string> = new Set(["run_cancelled", "deadline_exceeded", "run_over", "cube_threw"])

interface Entry {
  readonly text: string
  readonly at: number
}

interface Flight {
  readonly since: number
  readonly call: PolicyCall
}

/** Equal inputs get what the cube gave for them, no older than they may; one asks for all who ask at once. */
export function watchCache({ path, data, trace, now }: Post): Watch {
  const { ttlMs, staleOnError } = data.cache as NonNullable<typeof data.cache>
  const entries = new Map<string, Entry>()
  const flights = new Map<string, Set<Flight>>()

  function isFlying(key: string): boolean {
    return [...(flights.get(key) ?? [])].some(({ since, call }) => !call.over && now() - since < PATIENCE_MS)
  }

  /** What comes without the cube having been asked by this call. */
  function checkGiven(key: string, given: Values, mostMs: number): void {
    const entry = entries.get(key)
    const text = canonical(given as Value)
    trace.expect("cache gives what the cube gave", entry?.text === text, () => `${path}: ${text} for ${key}`)
    const age = now() - (entry?.at ?? 0)
    trace.expect("cache gives nothing too old", age < mostMs || age === 0, () => `${path}: ${age} of ${ttlMs} ms`)
  }

  return (call, next, real) => {
    const key = canonical(call.inputs as Value)
    const entry = entries.get(key)
    const fresh = entry !== undefined && now() - entry.at < ttlMs
    const came = now()
    let asked = false
    const answered = real(call, (inner) => {
      asked = true
      // Who has waited for so long asks himself, even when another has taken over meanwhile.
      const waits = isFlying(key) && now() - came < PATIENCE_MS
      trace.expect("single flight", !waits, () => `${path}: ${key} is asked for twice`)
      const flight: Flight = { since: now(), call }
      flights.set(key, (flights.get(key) ?? new Set()).add(flight))
      return overhear(
        () => next(inner),
        (end) => {
          flights.get(key)?.delete(flight)
          if ("values" in end) entries.set(key, { text: canonical(end.values as Value), at: now() })
        },
      )
    })
    trace.expect("cache asks nobody for what it has", !asked || !fresh, () => `${path}: ${key}`)
    if (!(answered instanceof Promise)) {
      if (!asked) checkGiven(key, answered, ttlMs)
      return answered
    }
    return answered.then(
      (values) => {
        checkGiven(key, values, staleOnError ? Number.POSITIVE_INFINITY : ttlMs)
        return values
      },
      (error: unknown) => {
        const others = isCubeError(error) && ENDINGS.has(error.code) && !call.over
        trace.expect("single flight shares no cancellation", !others, () => `${path}: ${(error as Error).message}`)
        throw error
      },
    )
  }
}
