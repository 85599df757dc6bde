/** The months of the lunisolar calendars, read from tables/lunar-months.ts when first asked for. */
import * as table from "../tables/lunar-months.ts"

/** Whose calendar (음력): Korea's, reckoned for UTC+9, or China's, for UTC+8. */
export type LunarCalendar = "korea" | "china"

/** Every month of a calendar by its index, 0 = the first month of 1391, leap months counted like any other. */
export interface LunarMonths {
  /** First lunar year that is answered. */
  readonly firstYear: number
  readonly lastYear: number
  /** Day numbers (0 = 1970-01-01) on which the months begin, and one more: the first day after the last month. */
  readonly starts: Int32Array
  /** By lunar year since 1391: index of its first month, and one more. */
  readonly years: Int32Array
  /** By lunar year since 1391: number of its leap month, 0 = none. */
  readonly leapMonths: Uint8Array
  /** Indexes of months whose new moon is too close to midnight to be sure of the day, ascending. */
  readonly uncertain: readonly number[]
}

const YEAR_COUNT = table.LAST_YEAR - table.FIRST_YEAR + 1
/** Between two leap months there are never fewer months. */
const LEAST_LEAP_GAP = 29

let korea: LunarMonths | undefined
let china: LunarMonths | undefined

/** The months of a calendar: Korea's lunar years 1391–2200, China's 1897–2200. */
export function lunarMonths(calendar: LunarCalendar): LunarMonths {
  if (calendar === "china") {
    china ??= createChina()
    return china
  }
  korea ??= createMonths(table.FIRST_YEAR, readStarts(), readLeaps(), table.uncertain)
  return korea
}

function createChina(): LunarMonths {
  const starts = readStarts()
  for (const at of sums(table.chinaEarlier)) starts[at] = (starts[at] as number) - 1
  const leaps = readLeaps()
  for (const at of table.chinaLeaps) leaps[at] = 1 - (leaps[at] as number)
  return createMonths(table.CHINA_FIRST_YEAR, starts, leaps, table.chinaUncertain)
}

function readStarts(): Int32Array {
  const starts = new Int32Array(table.MONTH_COUNT + 1)
  let day = table.FIRST_DAY
  let days = table.FIRST_DAYS
  let repeat = 0
  let left = gapAt(repeat)
  for (let at = 0; at < table.MONTH_COUNT; at++) {
    starts[at] = day
    day += days
    if (--left === 0) left = gapAt(++repeat)
    else days = 59 - days
  }
  starts[table.MONTH_COUNT] = day
  return starts
}

/** Months until the next one that is as long as the one before it. */
const gapAt = (repeat: number): number => table.repeats.charCodeAt(repeat) - 48

/** 1 where a month is leap. */
function readLeaps(): Uint8Array {
  const leaps = new Uint8Array(table.MONTH_COUNT)
  let at = table.FIRST_LEAP
  leaps[at] = 1
  for (const digit of table.leaps) {
    at += LEAST_LEAP_GAP + Number(digit)
    leaps[at] = 1
  }
  return leaps
}

function createMonths(
  firstYear: number,
  starts: Int32Array,
  leaps: Uint8Array,
  uncertain: readonly number[],
): LunarMonths {
  const years = new Int32Array(YEAR_COUNT + 1)
  const leapMonths = new Uint8Array(YEAR_COUNT)
  let place = 0
  let earlier = 0
  for (let at = leaps.indexOf(1); at >= 0; at = leaps.indexOf(1, at + 1)) {
    // Months of twelve to a year that lie before the leap month, which repeats the last of them.
    const regular = at - earlier
    while (place * 12 < regular) years[place] = place++ * 12 + earlier
    leapMonths[place - 1] = ((regular - 1) % 12) + 1
    earlier++
  }
  while (place < YEAR_COUNT) years[place] = place++ * 12 + earlier
  years[YEAR_COUNT] = leaps.length
  return { firstYear, lastYear: table.LAST_YEAR, starts, years, leapMonths, uncertain: sums(uncertain) }
}

function sums(gaps: readonly number[]): readonly number[] {
  let at = 0
  return gaps.map((gap) => {
    at += gap
    return at
  })
}

/** Place of a lunar year in `years` and `leapMonths`. */
export const yearPlace = (year: number): number => year - table.FIRST_YEAR

/** First day of a lunar year, or of the year after the last: New Year's day (설날). */
export function newYearDay({ starts, years }: LunarMonths, year: number): number {
  return starts[years[yearPlace(year)] as number] as number
}

/** Number of the leap month of a lunar year, 0 when it has none. */
export const leapMonthOf = ({ leapMonths }: LunarMonths, year: number): number => leapMonths[yearPlace(year)] as number

/** Index of a month that exists. */
export function monthAt(months: LunarMonths, year: number, month: number, leap: boolean): number {
  const leapMonth = leapMonthOf(months, year)
  const later = leapMonth > 0 && (month > leapMonth || leap) ? 1 : 0
  return (months.years[yearPlace(year)] as number) + month - 1 + later
}

/** Days of the month with this index, 29 or 30. */
export const daysOfMonth = ({ starts }: LunarMonths, at: number): number =>
  (starts[at + 1] as number) - (starts[at] as number)

/** Mean length of a month: enough to guess an index and step to it. */
const MEAN_DAYS = 29.530588

/** Index of the month that holds a day of the calendar's range. */
export function monthHolding({ starts }: LunarMonths, day: number): number {
  let at = Math.floor((day - table.FIRST_DAY) / MEAN_DAYS)
  while ((starts[at] as number) > day) at--
  while ((starts[at + 1] as number) <= day) at++
  return at
}

/** The lunar year that holds the month with this index. */
export function yearHolding({ years }: LunarMonths, at: number): number {
  let place = Math.floor(at / 12.3682)
  while ((years[place] as number) > at) place--
  while ((years[place + 1] as number) <= at) place++
  return table.FIRST_YEAR + place
}
