/** A chart put together: names and the details it rests on. */
import { type LunarDay, lunarDayOf } from "./calendar/lunar-date.ts"
import type { Candidate } from "./candidates.ts"
import { dateText, isoText } from "./iso.ts"
import { luckOf } from "./luck/decades.ts"
import type { Luck } from "./luck/types.ts"
import type { Clock, FullOptions } from "./options.ts"
import { type OtherClock, otherClocksOf } from "./other-clocks.ts"
import { type FourPillars, pillarsOf, type Reading } from "./reading.ts"
import { termStart } from "./term-rule.ts"
import { FIRST_NEAR_TERM } from "./terms.ts"
import type { Warning } from "./warnings.ts"

/** A solar term beside the birth, as it decided (rounded to the minute under "kasiMinute"). */
export interface NearbyTerm {
  /** 0–23, 0 = sohan, 2 = ipchun, 23 = dongji; even = jeol. */
  readonly term: number
  /** ISO 8601 instant with ms. */
  readonly utc: string
  /** How far away; negative in the alternative chart across this very term; null when the hour is unknown. */
  readonly seconds: number | null
}

/** What a chart rests on. */
export interface Details {
  /** The recorded date in the Gregorian calendar, "YYYY-MM-DD". */
  readonly date: string
  /** The same date in the option `lunarCalendar`; null where that calendar has no such years (China before 1897). */
  readonly lunar: LunarDay | null
  /** The instant of birth, ISO 8601 with ms; null when the hour is unknown. */
  readonly utc: string | null
  /** Wall clock minus UTC; at noon when the hour is unknown. */
  readonly offsetSec: number
  readonly dst: boolean
  /** The clock that decided day and hour: the one asked for, or "standard" without a longitude. */
  readonly clock: Clock
  /** That clock minus the recorded one; null when the hour is unknown. */
  readonly correctionSec: number | null
  /** The longitude reckoned with, east positive; null when there is none. */
  readonly longitudeDeg: number | null
  readonly previousTerm: NearbyTerm
  readonly nextTerm: NearbyTerm
  /** Day and hour by the clocks that were not chosen, where they differ. */
  readonly otherClocks: readonly OtherClock[]
  /** Every option as it was used, defaults included. */
  readonly options: FullOptions
  readonly warnings: readonly Warning[]
}

/** A chart as JSON. */
export interface SajuChart {
  readonly pillars: FourPillars
  /** 대운; null without `sex`. */
  readonly luck: Luck | null
  readonly details: Details
  /** The charts on the other side of each edge the birth is near. */
  readonly alternatives: readonly AlternativeChart[]
  /** Only when the hour is unknown: every chart the day holds, in order. */
  readonly candidates?: readonly Candidate[]
}

/** A complete chart, but without warnings and alternatives of its own. */
export interface AlternativeChart extends SajuChart {
  readonly alternatives: readonly never[]
  /** The code of the warning it answers. */
  readonly reason: Warning["code"]
}

/** Puts a chart together. */
export function chartOf<Other extends AlternativeChart>(
  reading: Reading,
  warnings: readonly Warning[],
  alternatives: readonly Other[],
): SajuChart & { readonly alternatives: readonly Other[] } {
  return { pillars: pillarsOf(reading), luck: luckOf(reading), details: detailsOf(reading, warnings), alternatives }
}

function detailsOf(reading: Reading, warnings: readonly Warning[]): Details {
  const { birth, moment, options, clock, longitudeDeg } = reading
  const known = birth.second >= 0
  return {
    date: dateText(birth.day),
    lunar: lunarDayOf(options.lunarCalendar, birth.day),
    utc: known ? isoText(moment.utcMs) : null,
    offsetSec: moment.offsetMs / 1000,
    dst: birth.zone.standardMs[moment.span] !== moment.offsetMs,
    clock,
    correctionSec: known ? (reading.clockMs - moment.wallMs) / 1000 : null,
    longitudeDeg,
    previousTerm: nearbyTerm(reading.term, -1, reading, known),
    nextTerm: nearbyTerm(reading.term + 1, 1, reading, known),
    otherClocks: known ? otherClocksOf(reading) : [],
    options,
    warnings,
  }
}

function nearbyTerm(term: number, way: 1 | -1, { moment, options }: Reading, known: boolean): NearbyTerm {
  const start = termStart(term, options.termPrecision)
  const seconds = (way > 0 ? start - moment.utcMs : moment.utcMs - start) / 1000
  return { term: term % 24, utc: termText(term, start, options), seconds: known ? seconds : null }
}

/** Texts of exact instants by number of the near term: charts of one year ask for the same ones again and again. */
const termTexts: (string | undefined)[] = /* @__PURE__ */ new Array(4872)

function termText(term: number, start: number, { termPrecision }: FullOptions): string {
  const near = term - FIRST_NEAR_TERM
  if (termPrecision !== "exact" || near < 0 || near >= termTexts.length) return isoText(start)
  termTexts[near] ??= isoText(start)
  return termTexts[near] as string
}
