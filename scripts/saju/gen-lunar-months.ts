/**
 * Writes cubes/saju/engine/tables/lunar-months.ts: the Korean months of 1391–1911 as they were published, those of
 * 1912–2200 computed for UTC+9, and where months computed for UTC+8 (China) differ.
 * Run: node scripts/saju/gen-lunar-months.ts [output file]
 */
import { writeFileSync } from "node:fs"
import KoreanLunarCalendar from "korean-lunar-calendar"
import { utcFromTtMs } from "../../cubes/saju/engine/delta-t.ts"
import { newMoonsBetween } from "./moon.ts"
import { solveTerm } from "./sun.ts"

const FIRST_YEAR = 1391
const FIRST_COMPUTED_YEAR = 1912
const LAST_YEAR = 2200
/** From here the months published in Korea equal a computation for UTC+8, so both calendars are known. */
const CHINA_FROM_YEAR = 1897
/** The last year whose months have been published: from the next one on, a new moon close to midnight is a doubt. */
const LAST_PUBLISHED_YEAR = 2050
const UNCERTAIN_MS = 300_000
const J2000_MS = 946_728_000_000
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

interface Month {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  /** Days from 1970-01-01. */
  readonly firstDay: number
  readonly days: number
}

/** What the published months say: the package answers whether a month has a day. */
function publishedMonths(): Month[] {
  const calendar = new KoreanLunarCalendar()
  const months: Month[] = []
  calendar.setLunarDate(FIRST_YEAR, 1, 1, false)
  const { year, month, day } = calendar.getSolarCalendar()
  let firstDay = Date.UTC(year, month - 1, day) / DAY_MS
  for (let at = 0; at < (FIRST_COMPUTED_YEAR - FIRST_YEAR) * 24; at++) {
    const label = { year: FIRST_YEAR + Math.floor(at / 24), month: Math.floor((at % 24) / 2) + 1, leap: at % 2 === 1 }
    if (!calendar.setLunarDate(label.year, label.month, 1, label.leap)) continue
    const days = calendar.setLunarDate(label.year, label.month, 30, label.leap) ? 30 : 29
    months.push({ ...label, firstDay, days })
    firstDay += days
  }
  return months
}

/** The day of an event at a meridian, and the one it would be on if it came a little earlier or later. */
interface Event {
  readonly day: number
  readonly otherDay: number
}

function eventAt(ttDays: number, hoursEast: number): Event {
  const ms = utcFromTtMs(J2000_MS + ttDays * DAY_MS) + hoursEast * HOUR_MS
  const dayOf = (at: number): number => Math.floor(at / DAY_MS)
  const day = dayOf(ms)
  const before = dayOf(ms - UNCERTAIN_MS)
  return { day, otherDay: before === day ? dayOf(ms + UNCERTAIN_MS) : before }
}

/** Everything that makes the months of the lunar years `from` to LAST_YEAR at a meridian. */
interface Sky {
  readonly from: number
  readonly moons: readonly Event[]
  /** Twelve a year, daehan to dongji, from the year before `from` to the year after LAST_YEAR. */
  readonly junggi: readonly Event[]
}

function skyOf(from: number, hoursEast: number): Sky {
  const first = (from - 2002) * 365.25
  const last = (LAST_YEAR + 2 - 2000) * 365.25
  const moons = newMoonsBetween(first, last).map((at) => eventAt(at, hoursEast))
  const junggi: Event[] = []
  for (let year = from - 1; year <= LAST_YEAR + 1; year++) {
    for (let k = 1; k < 24; k += 2) junggi.push(eventAt(solveTerm(year, k), hoursEast))
  }
  return { from, moons, junggi }
}

/**
 * The months of a sky: a month begins on the day of a new moon, the month that holds dongji is the 11th, and of thirteen
 * months between two of those the first without a junggi is a leap month.
 */
function monthsOf({ from, moons, junggi }: Sky): Month[] {
  const monthOfDongji = (year: number): number => {
    const { day } = junggi[(year - from + 1) * 12 + 11]!
    return moons.findLastIndex((moon) => moon.day <= day)
  }
  const hasJunggi = (at: number): boolean => junggi.some(({ day }) => day >= moons[at]!.day && day < moons[at + 1]!.day)
  const months: Month[] = []
  for (let year = from - 1; year <= LAST_YEAR; year++) {
    const eleventh = monthOfDongji(year)
    const next = monthOfDongji(year + 1)
    let leapAt = next - eleventh === 13 ? eleventh + 1 : next
    while (leapAt < next && hasJunggi(leapAt)) leapAt++
    for (let at = eleventh; at < next; at++) {
      const place = at - eleventh - (at >= leapAt ? 1 : 0)
      const label = { year: place < 2 ? year : year + 1, month: ((place + 10) % 12) + 1, leap: at === leapAt }
      const firstDay = moons[at]!.day
      months.push({ ...label, firstDay, days: moons[at + 1]!.day - firstDay })
    }
  }
  return months.filter(({ year }) => year >= from && year <= LAST_YEAR)
}

const sameMonth = (a: Month | undefined, b: Month | undefined): boolean =>
  a?.year === b?.year && a?.month === b?.month && a?.leap === b?.leap && a?.firstDay === b?.firstDay

/** Indexes of months not yet published that would be others if a new moon or a junggi came five minutes earlier or later. */
function uncertainOf(sky: Sky): number[] {
  const months = monthsOf(sky)
  const found = new Set<number>()
  for (const name of ["moons", "junggi"] as const) {
    sky[name].forEach(({ day, otherDay }, i) => {
      if (otherDay === day) return
      const others = monthsOf({ ...sky, [name]: sky[name].with(i, { day: otherDay, otherDay }) })
      months.forEach((month, at) => {
        if (month.year > LAST_PUBLISHED_YEAR && !sameMonth(month, others[at])) found.add(at)
      })
    })
  }
  return [...found].sort((a, b) => a - b)
}

function requireSame(months: readonly Month[], others: readonly Month[]): void {
  months.forEach((month, i) => {
    if (!sameMonth(month, others[i])) throw new Error(`${JSON.stringify(month)} is not ${JSON.stringify(others[i])}`)
  })
}

const CODE_OF_ZERO = 48

/** Lengths alternate but for months as long as the one before: a character for the way from each of those to the next. */
function encodeRepeats(months: readonly Month[]): string {
  const repeats = indexes(months, ({ days }, at) => days === months[at - 1]?.days)
  return gaps(repeats)
    .map((gap) => String.fromCharCode(CODE_OF_ZERO + gap))
    .join("")
}

const indexes = (months: readonly Month[], chosen: (month: Month, at: number) => boolean): number[] =>
  months.flatMap((month, at) => (chosen(month, at) ? [at] : []))

const gaps = (ascending: readonly number[]): number[] => ascending.map((at, i) => at - (ascending[i - 1] ?? 0))

/** One digit a leap month: months since the one before it, less the 29 that always lie between. */
function encodeLeaps(months: readonly Month[]): { first: number; digits: string } {
  const [first = 0, ...rest] = gaps(indexes(months, ({ leap }) => leap))
  return { first, digits: rest.map((gap) => gap - 29).join("") }
}

function render(): string {
  const published = publishedMonths()
  const sky = skyOf(FIRST_COMPUTED_YEAR, 9)
  const korea = [...published, ...monthsOf(sky)]
  const chinaFrom = korea.findIndex(({ year }) => year === CHINA_FROM_YEAR)
  const chinaSky = skyOf(CHINA_FROM_YEAR, 8)
  const china = [...korea.slice(0, chinaFrom), ...monthsOf(chinaSky)]
  requireSame(published.slice(chinaFrom), china.slice(chinaFrom))
  const uncertain = uncertainOf(sky).map((at) => at + published.length)
  const chinaUncertain = uncertainOf(chinaSky).map((at) => at + chinaFrom)
  const leaps = encodeLeaps(korea)
  return `// Generated by scripts/saju/gen-lunar-months.ts; see LUNAR-SOURCES.md. Do not edit.

/** Lunar years. */
export const FIRST_YEAR = ${FIRST_YEAR}
export const LAST_YEAR = ${LAST_YEAR}
/** Day number of the first day of the first month, days from 1970-01-01. */
export const FIRST_DAY = ${korea[0]!.firstDay}
/** Months in the table, leap months among them. */
export const MONTH_COUNT = ${korea.length}
/** Days of the first month. From month to month 29 and 30 alternate, but for those of \`repeats\`. */
export const FIRST_DAYS = ${korea[0]!.days}
/** Gaps between the indexes of months as long as the one before, a character each from "0". */
export const repeats: string = ${JSON.stringify(encodeRepeats(korea))}
/** Index of the first leap month, and the distance of each later one from the one before, less 29. */
export const FIRST_LEAP = ${leaps.first}
export const leaps: string = ${JSON.stringify(leaps.digits)}
/** Months of years not yet published that five minutes of a new moon or a term could change: gaps between their indexes. */
export const uncertain: readonly number[] = ${JSON.stringify(gaps(uncertain))}
/** First lunar year for which the Chinese calendar is known, and what is other in it. */
export const CHINA_FIRST_YEAR = ${CHINA_FROM_YEAR}
/** Months that begin a day earlier: gaps between their indexes. */
export const chinaEarlier: readonly number[] = ${JSON.stringify(gaps(indexes(china, ({ firstDay }, at) => firstDay !== korea[at]!.firstDay)))}
/** Indexes of months that are leap in one of the two calendars only. */
export const chinaLeaps: readonly number[] = ${JSON.stringify(indexes(china, ({ leap }, at) => leap !== korea[at]!.leap))}
export const chinaUncertain: readonly number[] = ${JSON.stringify(gaps(chinaUncertain))}
`
}

const output = process.argv[2] ?? new URL("../../cubes/saju/engine/tables/lunar-months.ts", import.meta.url)
writeFileSync(output, render())
