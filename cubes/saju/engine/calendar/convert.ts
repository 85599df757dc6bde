/** Between the Gregorian and the lunisolar calendar (양력 · 음력). */
import { CubeError } from "cubular/contract/error"
import { lunar_date_malformed, options_malformed } from "cubular/messages/en"
import { daysFromCivil, parseDate } from "../civil.ts"
import { dateText } from "../iso.ts"
import { CHOICES, requireChoice } from "../options.ts"
import { readFields } from "./fields.ts"
import { dayOfLunar, type LunarDate, type LunarDay, lunarOfDay } from "./lunar-date.ts"
import type { LunarCalendar } from "./months.ts"

/** Whose calendar; default "korea". */
export interface CalendarOptions {
  readonly calendar?: LunarCalendar | undefined
}

/** A lunar date as callers give it, or as `solarToLunar` gave it. */
export type LunarDateInput = Omit<LunarDate, "leap"> & {
  /** Without it the ordinary month is meant. */
  readonly leap?: boolean | undefined
  /** Days of the month; may be left out, and must be right where it is not. */
  readonly monthDays?: number | undefined
}

const PARTS = ["year", "month", "day"] as const

/**
 * The Gregorian date of a lunar date, "YYYY-MM-DD"; before 1582-10-15 it is proleptic Gregorian.
 *
 * @param date - Korea: lunar years 1391–2200, China: 1897–2200.
 * @throws {CubeError} for a date that is not in the calendar, saying what is: `lunar_year_out_of_range`,
 * `date_part_out_of_range` (month 13), `lunar_day_not_in_month` (day 0, day 30 of 29), `leap_month_not_in_year`,
 * `year_without_leap_month`; `lunar_date_malformed` (a part that is no number, `monthDays` that are not those of the month), `options_malformed`, `field_unknown`, `choice_unknown`,
 * `input_unreadable`.
 * @remarks Months after 2050 are not yet published: see `calendarWarnings`. Source: tables/LUNAR-SOURCES.md.
 */
export function lunarToSolar(date: LunarDateInput, options?: CalendarOptions): string {
  const calendar = readCalendar(options)
  const { monthDays, ...given } = readLunarDate(date)
  const day = dayOfLunar(calendar, given, (part) => [part])
  if (monthDays !== undefined && monthDays !== lunarOfDay(calendar, day, ["date"]).monthDays) {
    throw new CubeError({ ...lunar_date_malformed, path: ["monthDays"] })
  }
  return dateText(day)
}

/**
 * The lunar date of a Gregorian date (proleptic before 1582-10-15), and how many days its month has.
 *
 * @param date - "YYYY-MM-DD"; Korea: 1391-02-13 to 2201-02-03, China: 1897-02-02 to 2201-02-03.
 * @throws {CubeError} `date_malformed`, `date_part_out_of_range`, `date_outside_lunar_calendar`; `options_malformed`,
 * `field_unknown`, `choice_unknown`, `input_unreadable`.
 */
export function solarToLunar(date: string, options?: CalendarOptions): LunarDay {
  const calendar = readCalendar(options)
  return lunarOfDay(calendar, readDay(date), ["date"])
}

/** Day number of a Gregorian date as text. */
export function readDay(date: unknown): number {
  const { year, month, day } = parseDate(date)
  return daysFromCivil(year, month, day)
}

export function readCalendar(options: unknown): LunarCalendar {
  if (options === undefined) return "korea"
  const { calendar } = readFields(options, ["calendar"], ["options"], options_malformed)
  return requireChoice(calendar, CHOICES.lunarCalendar, ["options", "calendar"])
}

function readLunarDate(date: unknown): LunarDate & { readonly monthDays: unknown } {
  const given = readFields(date, [...PARTS, "leap", "monthDays"], ["date"], lunar_date_malformed)
  const [year, month, day] = PARTS.map((part) => {
    const value = given[part]
    if (typeof value === "number") return value
    throw new CubeError({ ...lunar_date_malformed, path: [part] })
  }) as [number, number, number]
  const leap = requireChoice(given.leap, [false, true], ["leap"])
  return { year, month, day, leap, monthDays: given.monthDays }
}
