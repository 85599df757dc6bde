/** Months and dates as callers of the calendar write them, in either calendar. */
import { CubeError } from "cubular/contract/error"
import {
  calendar_date_malformed,
  calendar_month_malformed,
  date_part_out_of_range,
  leap_month_needs_lunar,
  month_malformed,
} from "cubular/messages/en"
import { daysFromCivil, parseDate } from "../civil.ts"
import { requireChoice } from "../options.ts"
import { readFields } from "./fields.ts"
import { dayOfLunar, lunarOfDay, requireMonth } from "./lunar-date.ts"
import { type LunarCalendar, lunarMonths } from "./months.ts"

/** A month to look at. */
export interface MonthInput {
  /** "2026-11". */
  readonly month: string
  /** Default "solar". */
  readonly calendar?: "solar" | "lunar" | undefined
  /** Lunar months only: the leap month (윤달) of that number. */
  readonly leapMonth?: boolean | undefined
}

/** A date to convert, written as in `Birth`. */
export interface DateInput {
  /** "1990-05-01", or the lunar date. */
  readonly date: string
  readonly calendar?: "solar" | "lunar" | undefined
  readonly leapMonth?: boolean | undefined
}

/** Days of a month: day numbers (0 = 1970-01-01), the end not among them. */
export interface MonthDays {
  readonly year: number
  readonly month: number
  readonly calendar: "solar" | "lunar"
  readonly leap: boolean
  readonly firstDay: number
  readonly endDay: number
}

/**
 * Reads a month.
 *
 * @throws {CubeError} `calendar_month_malformed`, `month_malformed`, `date_part_out_of_range`, `leap_month_needs_lunar`, the codes
 * of lunar months, `field_unknown`, `choice_unknown`, `input_unreadable`; paths begin with "month", the argument: ["month", "month"] is its field of that name.
 */
export function readMonth(input: unknown, lunarCalendar: LunarCalendar): MonthDays {
  const given = readFields(input, ["month", "calendar", "leapMonth"], ["month"], calendar_month_malformed)
  const { calendar, leap } = readCalendarOf(given, "month")
  const path = ["month", "month"]
  const parts = typeof given.month === "string" ? /^(\d{4})-(\d\d)$/.exec(given.month) : null
  if (!parts) throw new CubeError({ ...month_malformed, path })
  const year = Number(parts[1])
  const month = Number(parts[2])
  if (calendar === "lunar") {
    const pathOf = (part: string): string[] => (part === "leap" ? ["month", "leapMonth"] : path)
    const at = requireMonth(lunarCalendar, { year, month, leap }, pathOf)
    const { starts } = lunarMonths(lunarCalendar)
    return { year, month, calendar, leap, firstDay: starts[at] as number, endDay: starts[at + 1] as number }
  }
  if (month < 1 || month > 12) {
    throw new CubeError({ ...date_part_out_of_range, path, params: { part: "month", min: 1, max: 12 } })
  }
  const firstDay = daysFromCivil(year, month, 1)
  const endDay = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)
  return { year, month, calendar, leap, firstDay, endDay }
}

/**
 * Reads a date as a day number inside the lunar calendar.
 *
 * @throws {CubeError} `calendar_date_malformed`, the codes of dates and lunar dates, `leap_month_needs_lunar`,
 * `date_outside_lunar_calendar`, `field_unknown`, `choice_unknown`, `input_unreadable`; paths begin with "date".
 */
export function readDate(input: unknown, lunarCalendar: LunarCalendar): number {
  const given = readFields(input, ["date", "calendar", "leapMonth"], ["date"], calendar_date_malformed)
  const { calendar, leap } = readCalendarOf(given, "date")
  const path = ["date", "date"]
  const date = parseDate(given.date, path, calendar === "lunar")
  if (calendar === "lunar") {
    return dayOfLunar(lunarCalendar, { ...date, leap }, (part) => (part === "leap" ? ["date", "leapMonth"] : path))
  }
  const day = daysFromCivil(date.year, date.month, date.day)
  lunarOfDay(lunarCalendar, day, path)
  return day
}

function readCalendarOf(
  given: { readonly calendar?: unknown; readonly leapMonth?: unknown },
  room: string,
): { readonly calendar: "solar" | "lunar"; readonly leap: boolean } {
  const calendar = requireChoice(given.calendar, ["solar", "lunar"], [room, "calendar"])
  const leap = requireChoice(given.leapMonth, [false, true], [room, "leapMonth"])
  if (leap && calendar === "solar") throw new CubeError({ ...leap_month_needs_lunar, path: [room, "leapMonth"] })
  return { calendar, leap }
}
