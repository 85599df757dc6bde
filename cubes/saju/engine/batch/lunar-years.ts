/** Batches whose years begin at lunar New Year: a last pass over what either engine wrote. */

import { type LunarCalendar, lunarMonths, newYearDay } from "../calendar/months.ts"
import type { BatchPlan } from "./plan.ts"

const DAY_MS = 86_400_000
/** A byte of a row that could not be computed. */
const NO_BYTE = 255
const MEAN_YEAR_DAYS = 365.2425

/**
 * Overwrites the year ganji of every row by the lunar year of its date on the recorded clock; a date outside the lunar
 * calendar cannot be computed.
 */
export function fillLunarYears({ rows, civilMs }: BatchPlan, calendar: LunarCalendar, out: Uint8Array): void {
  const months = lunarMonths(calendar)
  const { firstYear, lastYear } = months
  const count = lastYear - firstYear + 1
  const starts = Int32Array.from({ length: count + 1 }, (_, at) => newYearDay(months, firstYear + at))
  const first = starts[0] as number
  const end = starts[count] as number
  for (let row = 0; row < rows; row++) {
    if (out[row * 4] === NO_BYTE) continue
    const day = Math.floor(Math.floor(civilMs[row] as number) / DAY_MS)
    if (day >= first && day < end) {
      // New Year wanders by less than a month around its mean: the guess is off by one at most.
      let at = Math.floor((day - first) / MEAN_YEAR_DAYS)
      if ((starts[at] as number) > day) at--
      else if ((starts[at + 1] as number) <= day) at++
      out[row * 4] = (firstYear + at - 4) % 60
    } else {
      out.fill(NO_BYTE, row * 4, row * 4 + 4)
    }
  }
}
