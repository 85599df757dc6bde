/**
 * When and where a change was made: epoch milliseconds (15 digits), a counter (8 digits) and the replica's id (32 hex
 * digits). A hybrid logical clock: later than all its replica had seen. Stamps compare as texts.
 */
export type Stamp = string

export const STAMP_PATTERN = /^\d{15}-\d{8}-[0-9a-f]{32}$/
export const REPLICA_PATTERN = /^[0-9a-f]{32}$/

/** The reading of a replica's clock: that of the latest stamp it has made or seen. */
export interface Reading {
  readonly ms: number
  readonly count: number
}

/** Year 9999. Later stamps are refused, so that counting on never runs out of digits. */
export const LATEST_MS = 253_402_300_799_999
const COUNTS = 100_000_000

export function toStamp({ ms, count }: Reading, replica: string): Stamp {
  return `${String(ms).padStart(15, "0")}-${String(count).padStart(8, "0")}-${replica}`
}

export function replicaOf(stamp: Stamp): string {
  return stamp.slice(25)
}

export function readingOf(stamp: Stamp): Reading {
  return { ms: Number(stamp.slice(0, 15)), count: Number(stamp.slice(16, 24)) }
}

/** The next reading: the time it is now, or one count later where the clock stands still or goes back. */
export function tick(last: Reading, nowMs: number): Reading {
  const now = Math.max(0, Math.floor(nowMs))
  if (now > last.ms) return { ms: now, count: 0 }
  return last.count + 1 < COUNTS ? { ms: last.ms, count: last.count + 1 } : { ms: last.ms + 1, count: 0 }
}

/** The later of a reading and those of stamps that have come in. */
export function caughtUp(last: Reading, stamps: readonly Stamp[]): Reading {
  return stamps
    .map(readingOf)
    .reduce((late, each) => (each.ms > late.ms || (each.ms === late.ms && each.count > late.count) ? each : late), last)
}
