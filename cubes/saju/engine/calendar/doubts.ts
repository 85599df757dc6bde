/** What a reader of a date should know about the calendar it is in. */
import { daysFromCivil } from "../civil.ts"
import { dateText } from "../iso.ts"
import { type CalendarOptions, readCalendar, readDay } from "./convert.ts"
import { lunarOfDay } from "./lunar-date.ts"
import { type LunarCalendar, type LunarMonths, lunarMonths } from "./months.ts"

/** A remark on a date; texts for every code are in `cubular/messages`. */
export type CalendarWarning =
  | { readonly code: "lunar_month_uncertain"; readonly params: { readonly first: string } }
  | { readonly code: "proleptic_gregorian"; readonly params: { readonly [name: string]: never } }

/** The day Rome's calendar went from the 4th to the 15th of October 1582. */
const FIRST_GREGORIAN_DAY: number = /* @__PURE__ */ daysFromCivil(1582, 10, 15)

/**
 * The warning of a day whose lunar date is in doubt: the month is not yet published, and a new moon within five minutes of
 * midnight may begin it a day earlier or later. Its days and the one before it are meant.
 *
 * @param day - day number (0 = 1970-01-01) inside the calendar.
 */
export function uncertainMonth(calendar: LunarCalendar, day: number): CalendarWarning | undefined {
  const { starts, uncertain } = lunarMonths(calendar)
  const at = uncertain.find((index) => day >= (starts[index] as number) - 1 && day < (starts[index + 1] as number))
  if (at === undefined) return undefined
  return { code: "lunar_month_uncertain", params: { first: dateText(starts[at] as number) } }
}

/** The warning of a day on which the lunar year itself is in doubt: New Year's day of such a month, and the day before. */
export function uncertainNewYear(calendar: LunarCalendar, day: number): CalendarWarning | undefined {
  const months = lunarMonths(calendar)
  return isNearNewYear(months, day) ? uncertainMonth(calendar, day) : undefined
}

function isNearNewYear({ starts, years, uncertain }: LunarMonths, day: number): boolean {
  return uncertain.some((at) => years.includes(at) && (starts[at] === day || starts[at] === day + 1))
}

/**
 * Doubts about a Gregorian date and the lunar date it is: `lunar_month_uncertain`, `proleptic_gregorian`.
 *
 * @param date - "YYYY-MM-DD" inside the range of `solarToLunar`.
 * @throws {CubeError} as `solarToLunar`.
 */
export function calendarWarnings(date: string, options?: CalendarOptions): readonly CalendarWarning[] {
  const calendar = readCalendar(options)
  const day = readDay(date)
  lunarOfDay(calendar, day, ["date"])
  return dayWarnings(calendar, day)
}

/** The same for a day number inside the calendar. */
export function dayWarnings(calendar: LunarCalendar, day: number): readonly CalendarWarning[] {
  const found = uncertainMonth(calendar, day)
  const warnings: CalendarWarning[] = found ? [found] : []
  if (day < FIRST_GREGORIAN_DAY) warnings.push({ code: "proleptic_gregorian", params: {} })
  return warnings
}
