/** The four pillars as numbers: the cheapest answer, and what chart and batch must agree with. */
import { type Birth, type BirthNumbers, readBirth } from "./birth.ts"
import { yearPillar } from "./calendar/new-year.ts"
import { clockMs, clockOf, longitudeIn, type Moment, momentOf } from "./clock.ts"
import { dayIndex, hourIndex, hoursOf, monthIndex } from "./ganji.ts"
import { type FullOptions, readOptions, type SajuOptions } from "./options.ts"
import { termAt } from "./term-rule.ts"

/** Ganji indexes 0–59, 0 = 甲子 갑자. */
export interface FourIndexes {
  readonly year: number
  readonly month: number
  readonly day: number
  /** null when the hour of birth is unknown. */
  readonly hour: number | null
}

const NOON_SEC = 43_200

/**
 * The four pillars of a birth as ganji indexes.
 *
 * @remarks With an unknown hour the day is the recorded date and year and month are those of its noon; `chart` says
 * when the day holds more than one answer.
 * @throws {CubeError} for whatever is wrong with the birth or the options; see `readBirth` and `readOptions`.
 */
export function pillars(birth: Birth, options?: SajuOptions): FourIndexes {
  const full = readOptions(options)
  const numbers = readBirth(birth, full.lunarCalendar)
  const moment = momentOf(numbers, wallMsOf(numbers))
  return indexesAt(moment, numbers, full)
}

/** Wall clock ms of a birth; noon when the hour is unknown. */
export function wallMsOf({ day, second }: BirthNumbers): number {
  return (day * 86_400 + (second < 0 ? NOON_SEC : second)) * 1000
}

/** The pillars of one moment of a birth. */
export function indexesAt(moment: Moment, birth: BirthNumbers, options: FullOptions): FourIndexes {
  const term = termAt(moment.utcMs, options.termPrecision)
  const year = yearPillar(term, birth.day, options)
  if (birth.second < 0) {
    return { year, month: monthIndex(term), day: dayIndex(hoursOf(moment.wallMs), "midnight"), hour: null }
  }
  const longitudeDeg = longitudeIn(birth.zone, birth.longitudeDeg)
  const clock = clockMs(clockOf(options.clock, longitudeDeg), moment, birth, longitudeDeg)
  const hours = hoursOf(clock)
  return {
    year,
    month: monthIndex(term),
    day: dayIndex(hours, options.boundary),
    hour: hourIndex(hours, options.boundary),
  }
}
