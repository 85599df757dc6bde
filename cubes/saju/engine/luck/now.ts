/** The present as a caller gave it: its instant, and the ages of a person then. */
import type { BirthNumbers } from "../birth.ts"
import { civilFromDays, daysFromCivil } from "../civil.ts"
import { offsetAtUtc } from "../zone.ts"
import type { Luck } from "./types.ts"

const DAY_SEC = 86_400

/** Epoch ms of an instant that `readOptions` let pass; a fraction of a second is dropped. */
export function nowMs(now: string): number {
  const two = (at: number): number => Number(now.slice(at, at + 2))
  const sign = now.length - 6
  const offset = now.endsWith("Z") ? 0 : (two(sign + 1) * 60 + two(sign + 4)) * (now[sign] === "-" ? -60 : 60)
  const day = daysFromCivil(Number(now.slice(0, 4)), two(5), two(8))
  return (day * DAY_SEC + two(11) * 3600 + two(14) * 60 + (now[16] === ":" ? two(17) : 0) - offset) * 1000
}

/**
 * Ages on the calendar of the zone of birth: elapsed ones change on the birthday (one of 29 February on 1 March where there
 * is none), counted ones on 1 January, beginning with 1. null before the day of birth.
 */
export function agesAt(ms: number, { day, zone }: BirthNumbers): Luck["age"] {
  const sec = ms / 1000
  const today = Math.floor((sec + offsetAtUtc(zone.zone, sec).offsetSec) / DAY_SEC)
  if (today < day) return null
  const born = civilFromDays(day)
  const then = civilFromDays(today)
  const years = then.year - born.year
  const reached = then.month * 32 + then.day >= born.month * 32 + born.day
  return { elapsed: reached ? years : years - 1, counted: years + 1 }
}
