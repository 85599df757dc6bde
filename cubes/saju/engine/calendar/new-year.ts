/** The year pillar where the year begins at lunar New Year (설날), and the edge it makes. */
import { yearIndex } from "../ganji.ts"
import type { FullOptions } from "../options.ts"
import { lunarYearOf } from "./lunar-date.ts"
import { type LunarCalendar, lunarMonths, newYearDay } from "./months.ts"

const DAY_MS = 86_400_000
/** As near as the other edges of a clock that get both charts. */
const NEAR_MS = 120_000

/**
 * Year pillar of a birth, whatever the year begins with.
 *
 * @param term - number of the solar term in force.
 * @param civilDay - day number of the date on the birth record: lunar New Year begins at 00:00 of that clock.
 */
export function yearPillar(term: number, civilDay: number, { yearBoundary, lunarCalendar }: FullOptions): number {
  return yearBoundary === "lunarNewYear" ? lunarYearIndex(lunarCalendar, civilDay) : yearIndex(term, yearBoundary)
}

function lunarYearIndex(calendar: LunarCalendar, civilDay: number): number {
  return (lunarYearOf(calendar, civilDay, ["options", "lunarCalendar"]) - 4) % 60
}

/** How far ahead the beginning of New Year's day is on the recorded clock, ms (negative = behind); undefined when it is not near. */
export function nearNewYear(wallMs: number, { lunarCalendar }: FullOptions): number | undefined {
  const midnight = Math.floor((wallMs + NEAR_MS) / DAY_MS)
  const aheadMs = midnight * DAY_MS - wallMs
  if (aheadMs < -NEAR_MS) return undefined
  const year = lunarYearOf(lunarCalendar, midnight, ["options", "lunarCalendar"])
  return newYearDay(lunarMonths(lunarCalendar), year) === midnight ? aheadMs : undefined
}
