/** A month of the almanac (만세력): both calendars, ganji and solar terms day by day. */
import type { Named } from "../analysis/types.ts"
import { civilFromDays } from "../civil.ts"
import { dayIndex, monthIndex } from "../ganji.ts"
import { dateText, isoText } from "../iso.ts"
import { type Pillar, pillarOf } from "../names.ts"
import { type FullOptions, readOptions, type SajuOptions } from "../options.ts"
import { termAt, termStart } from "../term-rule.ts"
import { requireYear } from "../year-range.ts"
import { type CalendarWarning, dayWarnings } from "./doubts.ts"
import { type DateInput, type MonthInput, readDate, readMonth } from "./input.ts"
import { type LunarDay, lunarOfDay } from "./lunar-date.ts"
import { yearPillar } from "./new-year.ts"
import { termNamed } from "./term-names.ts"

/** A solar term that begins on a day, as it decides (rounded to the minute under "kasiMinute"). */
export interface CalendarTerm {
  /** 0–23, 0 = sohan, 2 = ipchun, 23 = dongji; even = jeol. */
  readonly term: number
  readonly name: Named
  /** ISO 8601 instant with ms. */
  readonly utc: string
  /** The same on the clock of the calendar, "2026-11-07T18:52:03.512+09:00" in Korea. */
  readonly local: string
  /** Year and month pillar from that instant on. */
  readonly year: Pillar
  readonly month: Pillar
}

/** A date in both calendars. */
export interface CalendarDate {
  /** "YYYY-MM-DD", proleptic Gregorian. */
  readonly date: string
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: number
  readonly lunar: LunarDay
  /** Day pillar (일진). */
  readonly day: Pillar
}

/** A day of a month. */
export interface CalendarDay extends CalendarDate {
  /** Year pillar (세차) in force at 00:00 on the clock of the calendar. */
  readonly year: Pillar
  /** Month pillar (월건) in force at 00:00 on that clock. */
  readonly month: Pillar
  readonly term: CalendarTerm | null
}

/** The options a month depends on, as they were used. */
export type CalendarRules = Pick<FullOptions, "lunarCalendar" | "yearBoundary" | "termPrecision">

/** A month of the almanac. */
export interface CalendarMonth {
  /** "2026-11" in its calendar. */
  readonly month: string
  readonly calendar: "solar" | "lunar"
  readonly leapMonth: boolean
  readonly days: readonly CalendarDay[]
  readonly options: CalendarRules
  readonly warnings: readonly CalendarWarning[]
}

/** A date in both calendars, with what is in doubt about it. */
export interface ConvertedDate extends CalendarDate {
  readonly options: CalendarRules
  readonly warnings: readonly CalendarWarning[]
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/**
 * The days of a Gregorian or lunar month.
 *
 * @param options - `lunarCalendar`, `yearBoundary` and `termPrecision` matter.
 * @throws {CubeError} the codes of `readMonth` and `readOptions`; `year_out_of_range`, `year_not_loaded` for days without solar
 * terms: 1900–2100, with `cubular/saju/years` 1600–2200.
 * @remarks Days run from midnight to midnight of the calendar's own meridian, UTC+9 in Korea and UTC+8 in China, in every year.
 */
export function calendarMonth(month: MonthInput, options?: SajuOptions): CalendarMonth {
  const full = readOptions(options)
  const { calendar, leap, firstDay, endDay, ...label } = readMonth(month, full.lunarCalendar)
  for (const day of [firstDay, endDay - 1]) requireYear(civilFromDays(day).year, ["month", "month"])
  const days = Array.from({ length: endDay - firstDay }, (_, at) => dayOf(firstDay + at, full))
  return {
    month: `${label.year}-${label.month < 10 ? "0" : ""}${label.month}`,
    calendar,
    leapMonth: leap,
    days,
    options: rulesOf(full),
    warnings: warningsOf(full, firstDay, endDay),
  }
}

/**
 * A date in both calendars.
 *
 * @throws {CubeError} the codes of `readDate` and `readOptions`.
 */
export function calendarDate(date: DateInput, options?: SajuOptions): ConvertedDate {
  const full = readOptions(options)
  const day = readDate(date, full.lunarCalendar)
  return { ...dateOf(day, full), options: rulesOf(full), warnings: dayWarnings(full.lunarCalendar, day) }
}

function rulesOf({ lunarCalendar, yearBoundary, termPrecision }: FullOptions): CalendarRules {
  return { lunarCalendar, yearBoundary, termPrecision }
}

function warningsOf({ lunarCalendar }: FullOptions, firstDay: number, endDay: number): readonly CalendarWarning[] {
  const found = new Map<string, CalendarWarning>()
  for (let day = firstDay; day < endDay; day++) {
    for (const warning of dayWarnings(lunarCalendar, day)) found.set(JSON.stringify(warning), warning)
  }
  return [...found.values()]
}

const modulo = (value: number, by: number): number => value - Math.floor(value / by) * by

function dateOf(day: number, { lunarCalendar }: FullOptions): CalendarDate {
  return {
    date: dateText(day),
    weekday: modulo(day + 4, 7),
    lunar: lunarOfDay(lunarCalendar, day, ["month", "month"]),
    day: pillarOf(dayIndex(modulo(day, 60) * 24, "midnight")),
  }
}

function dayOf(day: number, options: FullOptions): CalendarDay {
  const offsetMs = (options.lunarCalendar === "korea" ? 9 : 8) * HOUR_MS
  const startMs = day * DAY_MS - offsetMs
  const { date, weekday, lunar, day: dayPillar } = dateOf(day, options)
  return {
    date,
    weekday,
    lunar,
    ...pillarsFrom(termAt(startMs, options.termPrecision), day, options),
    day: dayPillar,
    term: termOf(day, startMs, offsetMs, options),
  }
}

function pillarsFrom(term: number, day: number, options: FullOptions): Pick<CalendarDay, "year" | "month"> {
  return { year: pillarOf(yearPillar(term, day, options)), month: pillarOf(monthIndex(term)) }
}

/** Terms are two weeks apart: a day has one at the most. */
function termOf(day: number, startMs: number, offsetMs: number, options: FullOptions): CalendarTerm | null {
  const term = termAt(startMs - 1, options.termPrecision) + 1
  const beginsMs = termStart(term, options.termPrecision)
  if (beginsMs >= startMs + DAY_MS) return null
  return {
    term: term % 24,
    name: termNamed(term % 24),
    utc: isoText(beginsMs),
    local: isoText(beginsMs + offsetMs).replace("Z", `+0${offsetMs / HOUR_MS}:00`),
    ...pillarsFrom(term, day, options),
  }
}
