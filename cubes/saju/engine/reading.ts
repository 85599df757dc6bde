/** A birth read with its options: the numbers that decide a chart. Alternatives change one of them. */
import type { BirthNumbers } from "./birth.ts"
import { yearPillar } from "./calendar/new-year.ts"
import { clockMs, clockOf, longitudeIn, type Moment } from "./clock.ts"
import { dayIndex, hourIndex, hoursOf, monthIndex } from "./ganji.ts"
import { type Pillar, pillarOf } from "./names.ts"
import type { Clock, FullOptions } from "./options.ts"
import { termAt } from "./term-rule.ts"

/** The four pillars (사주): year 연주, month 월주, day 일주, hour 시주. */
export interface FourPillars {
  readonly year: Pillar
  readonly month: Pillar
  readonly day: Pillar
  /** null when the hour of birth is unknown. */
  readonly hour: Pillar | null
}

export interface Reading {
  readonly birth: BirthNumbers
  readonly options: FullOptions
  readonly moment: Moment
  /** Number of the solar term in force, see `termIndexAt`. */
  readonly term: number
  /** Day number of the recorded date, by which the year changes at lunar New Year. */
  readonly civilDay: number
  readonly longitudeDeg: number | null
  readonly clock: Clock
  /** What that clock shows, as if it were UTC epoch ms; noon of the recorded day when the hour is unknown. */
  readonly clockMs: number
  /** Hours of that clock since 1970-01-01 00:00, which give day and hour pillar. */
  readonly hours: number
}

/** What a moment of a birth comes to. */
export function readingOf(birth: BirthNumbers, options: FullOptions, moment: Moment): Reading {
  const longitudeDeg = longitudeIn(birth.zone, birth.longitudeDeg)
  const clock = clockOf(options.clock, longitudeDeg)
  const shownMs = birth.second < 0 ? moment.wallMs : clockMs(clock, moment, birth, longitudeDeg)
  return {
    birth,
    options,
    moment,
    term: termAt(moment.utcMs, options.termPrecision),
    civilDay: birth.day,
    longitudeDeg,
    clock,
    clockMs: shownMs,
    hours: hoursOf(shownMs),
  }
}

/** The pillars of a reading. */
export function pillarsOf({ term, civilDay, options, hours, birth }: Reading): FourPillars {
  return {
    year: pillarOf(yearPillar(term, civilDay, options)),
    month: pillarOf(monthIndex(term)),
    day: pillarOf(dayIndex(hours, options.boundary)),
    hour: birth.second < 0 ? null : pillarOf(hourIndex(hours, options.boundary)),
  }
}
