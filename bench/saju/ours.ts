import type { Birth as SajuBirth, SajuOptions } from "cubular/saju"
import type { Birth } from "./births.ts"

const two = (n: number): string => String(n).padStart(2, "0")

/** A birth the way `cubular/saju` takes it. */
export function birthOf({ year, month, day, hour, minute }: Birth, timeZone?: string): SajuBirth {
  const birth = { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` }
  return timeZone === undefined ? birth : { ...birth, timeZone }
}

/** The civil clock as it is: what the other packages do when nothing is asked of them. */
export const wall: SajuOptions = { clock: "wall", boundary: "midnight" }

/** The civil clock with the default rule for 23:00, as batches have it. */
export const splitWall: SajuOptions = { clock: "wall" }
