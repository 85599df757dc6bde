/**
 * Proleptic Gregorian calendar arithmetic and the strict forms in which a birth record is written.
 * Days count from 1970-01-01; the year before 1 is 0, the one before that -1. No Date, no Intl: every host answers alike.
 */
import { CubeError } from "cubular/contract/error"
import { date_malformed, date_part_out_of_range, time_malformed, time_part_out_of_range } from "cubular/messages/en"

/** A calendar day. Months and days count from 1. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A wall clock reading, 00:00:00 to 23:59:59. */
export interface CivilTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

type Path = readonly (string | number)[]

export const DAY_SEC = 86_400

/** Days in a year that lie before its month (March first), so that the leap day comes last. */
const daysBeforeMonth = (monthFromMarch: number): number => Math.floor((153 * monthFromMarch + 2) / 5)

/**
 * Day number of a proleptic Gregorian date, 0 on 1970-01-01.
 *
 * @param year - any integer within ±10 million; month 1–12; day is not checked, day 0 is the last of the month before.
 * @remarks Howard Hinnant, "chrono-compatible low-level date algorithms" (public domain).
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = daysBeforeMonth(month > 2 ? month - 3 : month + 9) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The date of a day number (0 = 1970-01-01): the inverse of {@link daysFromCivil}. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1)
  return { year, month, day: dayOfYear - daysBeforeMonth(monthFromMarch) + 1 }
}

/** Days in a month, 28–31. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)
  return next - daysFromCivil(year, month, 1)
}

/**
 * Reads "YYYY-MM-DD" (years 0000–9999, proleptic Gregorian). Nothing else is accepted, not even surrounding space.
 *
 * @param path - where the text stands in the caller's input; copied into the error.
 * @param lunar - true for a lunar date: days 1–30 in every month; whether that lunar day exists is for the lunar calendar to say.
 * @throws {CubeError} `date_malformed`, `date_part_out_of_range` (month 13, day 0, 30 February).
 */
export function parseDate(text: unknown, path: Path = ["date"], lunar = false): CivilDate {
  const parts = typeof text === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null
  if (!parts) throw new CubeError({ ...date_malformed, path })
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  requirePart("month", month, 1, 12, path)
  requirePart("day", day, 1, lunar ? 30 : daysInMonth(year, month), path)
  return { year, month, day }
}

/**
 * Reads "HH:MM" or "HH:MM:SS" on the 24-hour clock.
 *
 * @throws {CubeError} `time_malformed`, `time_part_out_of_range` (hour 24, minute 60, second 60).
 */
export function parseTime(text: unknown, path: Path = ["time"]): CivilTime {
  const parts = typeof text === "string" ? /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) : null
  if (!parts) throw new CubeError({ ...time_malformed, path })
  const [hour, minute, second] = [parts[1], parts[2], parts[3] ?? 0].map(Number) as [number, number, number]
  requirePart("hour", hour, 0, 23, path)
  requirePart("minute", minute, 0, 59, path)
  requirePart("second", second, 0, 59, path)
  return { hour, minute, second }
}

/** The bounds go into the error, the person's value does not. */
function requirePart(part: string, value: number, min: number, max: number, path: Path): void {
  if (value >= min && value <= max) return
  const text = part === "month" || part === "day" ? date_part_out_of_range : time_part_out_of_range
  throw new CubeError({ ...text, path, params: { part, min, max } })
}

/** Seconds a wall clock shows, counted as if it were UTC: the form `wallToUtc` takes. */
export function wallSeconds(date: CivilDate, time: CivilTime): number {
  return daysFromCivil(date.year, date.month, date.day) * DAY_SEC + time.hour * 3600 + time.minute * 60 + time.second
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0")

/** "YYYY-MM-DD" of a day; years outside 0000–9999 take ISO 8601's sign and six digits. */
export function formatDate({ year, month, day }: CivilDate): string {
  const plain = year >= 0 && year <= 9999
  const years = plain ? digits(year, 4) : (year < 0 ? "-" : "+") + digits(Math.abs(year), 6)
  return `${years}-${digits(month, 2)}-${digits(day, 2)}`
}

/** "HH:MM:SS" of a second of the day, 0–86399. */
export function formatTime(secondOfDay: number): string {
  const minutes = Math.floor(secondOfDay / 60)
  return `${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}:${digits(secondOfDay % 60, 2)}`
}

/** "YYYY-MM-DDTHH:MM:SS.mmmZ" of epoch milliseconds (UTC); a fraction of a millisecond is dropped downwards. */
export function isoUtc(ms: number): string {
  const whole = Math.floor(ms)
  const seconds = Math.floor(whole / 1000)
  const days = Math.floor(seconds / DAY_SEC)
  const time = formatTime(seconds - days * DAY_SEC)
  return `${formatDate(civilFromDays(days))}T${time}.${digits(whole - seconds * 1000, 3)}Z`
}
