/** The birth record as people write it, checked and turned into numbers. */
import { CubeError } from "cubular/contract/error"
import { birth_malformed, leap_month_needs_lunar, longitude_out_of_range } from "cubular/messages/en"
import { dayOfLunar } from "./calendar/lunar-date.ts"
import type { LunarCalendar } from "./calendar/months.ts"
import { civilFromDays, daysFromCivil, parseDate, parseTime } from "./civil.ts"
import { isPlain, readError, requireChoice, unknownField } from "./options.ts"
import { FIRST_YEAR, LAST_YEAR, requireYear } from "./year-range.ts"
import { type IndexedZone, zoneOf } from "./zone-index.ts"

export { FIRST_YEAR, LAST_YEAR }

/** A birth as it stands on a record. Solar dates are proleptic Gregorian. */
export interface Birth {
  /** "1990-05-01", years 1900–2100 (with `cubular/saju/years` 1600–2200); the lunar date where `calendar` says so. */
  readonly date: string
  /** "14:30" or "14:30:15" on the 24-hour clock; null = hour unknown. */
  readonly time: string | null
  /** Default "solar"; "lunar" is the calendar of the option `lunarCalendar`. */
  readonly calendar?: "solar" | "lunar" | undefined
  /** Lunar dates only: the month is the leap month (윤달) of its number. */
  readonly leapMonth?: boolean | undefined
  /** Needed for luck cycles only. */
  readonly sex?: "male" | "female" | null | undefined
  /** IANA name or fixed offset as "+09:00"; default "Asia/Seoul" with its history. */
  readonly timeZone?: string | undefined
  /** A wall clock reading that came twice: 0 first (default), 1 second. */
  readonly fold?: 0 | 1 | undefined
  /** Degrees, east positive, −180…180; null or absent = 127.5 in Korea, unknown elsewhere. */
  readonly longitudeDeg?: number | null | undefined
}

/** A birth in numbers. */
export interface BirthNumbers {
  /** Days from 1970-01-01 to the recorded date. */
  readonly day: number
  /** Second of the day on the recorded clock, −1 when unknown. */
  readonly second: number
  readonly zone: IndexedZone
  readonly fold: 0 | 1
  readonly longitudeDeg: number | null
  /** null when it is not given: no luck cycles then. */
  readonly sex: "male" | "female" | null
  /** Whether the date on the record is lunar. */
  readonly lunar: boolean
}

/**
 * Checks a birth.
 *
 * @param lunarCalendar - whose calendar a lunar date is in.
 * @throws {CubeError} the codes of dates, times and zones, `birth_malformed`, `field_unknown`, `choice_unknown`,
 * `year_not_loaded`, `year_out_of_range`, `longitude_out_of_range`, `leap_month_needs_lunar`,
 * `lunar_year_out_of_range`, `leap_month_not_in_year`, `year_without_leap_month`, `lunar_day_not_in_month`,
 * `input_unreadable`; paths begin with "birth".
 */
export function readBirth(birth: unknown, lunarCalendar: LunarCalendar): BirthNumbers {
  const { date, time, calendar, leapMonth, sex, timeZone, fold, longitudeDeg } = fieldsOf(birth)
  const lunar = calendar !== undefined && requireChoice(calendar, ["solar", "lunar"], ["birth", "calendar"]) === "lunar"
  const leap = leapMonth !== undefined && requireChoice(leapMonth, [false, true], ["birth", "leapMonth"])
  if (leap && !lunar) throw new CubeError({ ...leap_month_needs_lunar, path: ["birth", "leapMonth"] })
  return {
    day: lunar ? dayOfLunarText(date, leap, lunarCalendar) : dayOf(date),
    second: time === null ? -1 : secondOf(time),
    zone: zoneOf(timeZone === undefined ? "Asia/Seoul" : timeZone, ["birth", "timeZone"]),
    fold: fold === undefined ? 0 : requireChoice(fold, [0, 1], ["birth", "fold"]),
    longitudeDeg: longitudeDeg === undefined ? null : requireLongitude(longitudeDeg, ["birth", "longitudeDeg"]),
    sex: requireChoice(sex, [null, "male", "female"], ["birth", "sex"]),
    lunar,
  }
}

/** What the caller's object says: each field read once, whatever its getters do. */
interface Given {
  date?: unknown
  time?: unknown
  calendar?: unknown
  leapMonth?: unknown
  sex?: unknown
  timeZone?: unknown
  fold?: unknown
  longitudeDeg?: unknown
}

const FIELDS = ["date", "time", "calendar", "leapMonth", "sex", "timeZone", "fold", "longitudeDeg"] as const

/** By a switch and named reads: three times as fast as a loop over names, and every birth pays for it. */
function fieldsOf(birth: unknown): Given {
  let date: unknown
  let time: unknown
  let calendar: unknown
  let leapMonth: unknown
  let sex: unknown
  let timeZone: unknown
  let fold: unknown
  let longitudeDeg: unknown
  let key: string | undefined
  try {
    if (!isPlain(birth)) throw new CubeError({ ...birth_malformed, path: ["birth"] })
    const source: Given = birth
    for (key of Object.keys(birth)) {
      switch (key) {
        case "date":
          date = source.date
          break
        case "time":
          time = source.time
          break
        case "calendar":
          calendar = source.calendar
          break
        case "leapMonth":
          leapMonth = source.leapMonth
          break
        case "sex":
          sex = source.sex
          break
        case "timeZone":
          timeZone = source.timeZone
          break
        case "fold":
          fold = source.fold
          break
        case "longitudeDeg":
          longitudeDeg = source.longitudeDeg
          break
        default:
          throw unknownField(["birth"], key, FIELDS)
      }
    }
  } catch (error) {
    throw readError(error, ["birth"], key)
  }
  return { date, time, calendar, leapMonth, sex, timeZone, fold, longitudeDeg }
}

/** A longitude in degrees, or null when it is not known. */
export function requireLongitude(value: unknown, path: readonly (string | number)[]): number | null {
  if (value === undefined || value === null) return null
  if (typeof value === "number" && value >= -180 && value <= 180) return value
  throw new CubeError({ ...longitude_out_of_range, path, params: { min: -180, max: 180 } })
}

/** A digit of a text, or something that is no digit and stays above 9 when compared unsigned. */
const digitAt = (text: string, at: number): number => text.charCodeAt(at) - 48

/** Two digits as a number, or −1000 and less when they are not two digits. */
function pairAt(text: string, at: number): number {
  const tens = digitAt(text, at)
  const ones = digitAt(text, at + 1)
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? -100_000 : tens * 10 + ones
}

/** Day numbers on which the months from January 1900 to January 2101 begin, each reckoned when it is first asked for. */
let monthStarts: Int32Array | undefined
const UNKNOWN = -2_147_483_648

function monthStart(at: number): number {
  monthStarts ??= new Int32Array((LAST_YEAR - FIRST_YEAR + 1) * 12 + 1).fill(UNKNOWN)
  const known = monthStarts[at] as number
  if (known !== UNKNOWN) return known
  const start = daysFromCivil(FIRST_YEAR + Math.floor(at / 12), (at % 12) + 1, 1)
  monthStarts[at] = start
  return start
}

/** Dates that are near and fine are read here; whatever is not goes to the strict reader, which says why. */
function dayOf(text: unknown): number {
  if (typeof text === "string" && text.length === 10 && text[4] === "-" && text[7] === "-") {
    const year = pairAt(text, 0) * 100 + pairAt(text, 2)
    const month = pairAt(text, 5)
    const day = pairAt(text, 8)
    if (year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1) {
      const at = (year - FIRST_YEAR) * 12 + month
      const found = monthStart(at - 1) + day - 1
      if (found < monthStart(at)) return found
    }
  }
  const path = ["birth", "date"]
  const { year, month, day } = parseDate(text, path)
  requireYear(year, path)
  return daysFromCivil(year, month, day)
}

/** A lunar date in the years the engine answers for. */
function dayOfLunarText(text: unknown, leap: boolean, calendar: LunarCalendar): number {
  const path = ["birth", "date"]
  const found = dayOfLunar(calendar, { ...parseDate(text, path, true), leap }, (part) =>
    part === "leap" ? ["birth", "leapMonth"] : path,
  )
  requireYear(civilFromDays(found).year, path)
  return found
}

function secondOf(text: unknown): number {
  if (typeof text === "string" && text.length === 5 && text[2] === ":") {
    const hour = pairAt(text, 0)
    const minute = pairAt(text, 3)
    if (hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59) return hour * 3600 + minute * 60
  }
  const { hour, minute, second } = parseTime(text, ["birth", "time"])
  return hour * 3600 + minute * 60 + second
}
