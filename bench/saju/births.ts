/** Births for the measurements: random minutes of 1900–2099 from a fixed seed, in random order. */

export interface Birth {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

const MINUTE_MS = 60_000
const from = Date.UTC(1900, 0, 2)
const minutes = (Date.UTC(2100, 0, 1) - from) / MINUTE_MS

/** xorshift32: the same births on every machine. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

/** Wall clocks as if they were UTC epoch milliseconds, at whole minutes. */
export function civilTimes(count: number): Float64Array {
  const next = numbers(20_261_121)
  return Float64Array.from({ length: count }, () => from + Math.floor(next() * minutes) * MINUTE_MS)
}

/** The same births in calendar fields. */
export function birthsOf(civilMs: Float64Array): Birth[] {
  return Array.from(civilMs, (ms) => {
    const date = new Date(ms)
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
    }
  })
}
