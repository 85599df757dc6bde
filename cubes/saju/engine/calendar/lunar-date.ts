/** Lunar dates as numbers: which exist, and on which day they fall. */
import { CubeError } from "cubular/contract/error"
import {
  date_outside_lunar_calendar,
  date_part_out_of_range,
  leap_month_not_in_year,
  lunar_day_not_in_month,
  lunar_year_out_of_range,
  year_without_leap_month,
} from "cubular/messages/en"
import { dateText } from "../iso.ts"
import {
  daysOfMonth,
  type LunarCalendar,
  type LunarMonths,
  leapMonthOf,
  lunarMonths,
  monthAt,
  monthHolding,
  newYearDay,
  yearHolding,
} from "./months.ts"

/** A day of the lunisolar calendar (음력). */
export interface LunarDate {
  /** Lunar year, named by the Gregorian year in which it begins. */
  readonly year: number
  /** 1–12. */
  readonly month: number
  /** 1–30. */
  readonly day: number
  /** Whether the month is the leap month (윤달) after the one of the same number. */
  readonly leap: boolean
}

/** A lunar date, and how long its month is. */
export interface LunarDay extends LunarDate {
  /** Days of that month, 29 or 30. */
  readonly monthDays: number
}

/** Where each part stands in the caller's input. */
export type PathOf = (part: keyof LunarDate) => readonly (string | number)[]

const isWithin = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max

/**
 * Index of a lunar month.
 *
 * @throws {CubeError} `lunar_year_out_of_range`, `date_part_out_of_range` (month 13), `leap_month_not_in_year`,
 * `year_without_leap_month`.
 */
export function requireMonth(
  calendar: LunarCalendar,
  { year, month, leap }: Omit<LunarDate, "day">,
  pathOf: PathOf,
): number {
  const months = lunarMonths(calendar)
  const { firstYear: min, lastYear: max } = months
  if (!isWithin(year, min, max)) {
    throw new CubeError({ ...lunar_year_out_of_range, path: pathOf("year"), params: { min, max, calendar } })
  }
  if (!isWithin(month, 1, 12)) {
    throw new CubeError({
      ...date_part_out_of_range,
      path: pathOf("month"),
      params: { part: "month", min: 1, max: 12 },
    })
  }
  if (leap && leapMonthOf(months, year) !== month) throw noLeapMonth(months, year, month, pathOf("leap"))
  return monthAt(months, year, month, leap)
}

/** Says which leap month that year has, and which years nearby have the one asked for. */
function noLeapMonth(months: LunarMonths, year: number, month: number, path: readonly (string | number)[]): CubeError {
  const leapMonth = leapMonthOf(months, year)
  const years: number[] = []
  for (const step of [-1, 1]) {
    let other = year
    do other += step
    while (isWithin(other, months.firstYear, months.lastYear) && leapMonthOf(months, other) !== month)
    if (isWithin(other, months.firstYear, months.lastYear)) years.push(other)
  }
  if (leapMonth === 0) return new CubeError({ ...year_without_leap_month, path, params: { years } })
  return new CubeError({ ...leap_month_not_in_year, path, params: { leapMonth, years } })
}

/**
 * Day number (0 = 1970-01-01) of a lunar date.
 *
 * @throws {CubeError} as `requireMonth`, and `lunar_day_not_in_month`.
 */
export function dayOfLunar(calendar: LunarCalendar, date: LunarDate, pathOf: PathOf): number {
  const at = requireMonth(calendar, date, pathOf)
  const months = lunarMonths(calendar)
  const days = daysOfMonth(months, at)
  if (isWithin(date.day, 1, days)) return (months.starts[at] as number) + date.day - 1
  throw new CubeError({ ...lunar_day_not_in_month, path: pathOf("day"), params: { days } })
}

/**
 * The lunar date of a day number (0 = 1970-01-01).
 *
 * @throws {CubeError} `date_outside_lunar_calendar`.
 */
export function lunarOfDay(calendar: LunarCalendar, day: number, path: readonly (string | number)[]): LunarDay {
  const found = lunarDayOf(calendar, day)
  if (found) return found
  throw outside(calendar, path)
}

/** The same, but null outside the calendar. */
export function lunarDayOf(calendar: LunarCalendar, civilDay: number): LunarDay | null {
  const months = lunarMonths(calendar)
  if (!holds(months, civilDay)) return null
  const at = monthHolding(months, civilDay)
  const year = yearHolding(months, at)
  const place = at - monthAt(months, year, 1, false)
  const leapMonth = leapMonthOf(months, year)
  return {
    year,
    month: leapMonth > 0 && place >= leapMonth ? place : place + 1,
    day: civilDay - (months.starts[at] as number) + 1,
    leap: leapMonth > 0 && place === leapMonth,
    monthDays: daysOfMonth(months, at),
  }
}

/**
 * The lunar year of a day number (0 = 1970-01-01).
 *
 * @throws {CubeError} `date_outside_lunar_calendar`.
 */
export function lunarYearOf(calendar: LunarCalendar, day: number, path: readonly (string | number)[]): number {
  const months = lunarMonths(calendar)
  if (holds(months, day)) return yearHolding(months, monthHolding(months, day))
  throw outside(calendar, path)
}

const endOf = (months: LunarMonths): number => newYearDay(months, months.lastYear + 1)

function holds(months: LunarMonths, day: number): boolean {
  return day >= newYearDay(months, months.firstYear) && day < endOf(months)
}

function outside(calendar: LunarCalendar, path: readonly (string | number)[]): CubeError {
  const months = lunarMonths(calendar)
  const first = dateText(newYearDay(months, months.firstYear))
  const last = dateText(endOf(months) - 1)
  return new CubeError({ ...date_outside_lunar_calendar, path, params: { first, last, calendar } })
}
