/** The other charts a birth could have: across a term, an edge of the clock, a school's rule, a clock set back. */
import { dayWarnings, uncertainNewYear } from "./calendar/doubts.ts"
import { nearNewYear } from "./calendar/new-year.ts"
import { momentIn, momentOf } from "./clock.ts"
import { type AlternativeChart, chartOf } from "./details.ts"
import { hoursOf, isLateRatHour } from "./ganji.ts"
import { isoText } from "./iso.ts"
import { runsForward, startAgeIn } from "./luck/start.ts"
import type { Boundary } from "./options.ts"
import { pillarsOf, type Reading, readingOf } from "./reading.ts"
import { termStart } from "./term-rule.ts"
import {
  changesPillar,
  type Edge,
  edgeWarning,
  mayBeNearEdge,
  nearDayEdge,
  nearHourEdge,
  nearTerm,
  nearTermWarning,
  placeWarning,
  rangeWarning,
  type Warning,
  zoneWarnings,
} from "./warnings.ts"

/** Collects the warnings of a reading, and the charts that answer them. */
export function alternativesOf(reading: Reading, warnings: Warning[]): AlternativeChart[] {
  const others: AlternativeChart[] = []
  const { birth, moment, options, clock } = reading
  if (birth.second < 0) {
    warnings.push({ code: "hour_unknown", params: {} })
    aboutDay(reading, warnings)
  } else {
    aboutZone(reading, warnings, others)
    aboutTerm(reading, warnings, others)
    if (options.yearBoundary === "lunarNewYear") aboutNewYear(reading, warnings, others)
    aboutClock(reading, warnings, others)
  }
  if (clock !== options.clock) warnings.push({ code: "longitude_missing", params: { clock } })
  placeWarning(reading, warnings)
  zoneWarnings(birth, moment, warnings)
  rangeWarning(moment, warnings)
  aboutCalendar(reading, warnings)
  return others
}

/** Adds the chart of another reading unless its pillars are the same. */
function add(others: AlternativeChart[], reason: Warning["code"], other: Reading, reading: Reading): void {
  const here = pillarsOf(reading)
  const there = pillarsOf(other)
  if (here.year === there.year && here.month === there.month && here.day === there.day && here.hour === there.hour) {
    return
  }
  others.push({ ...chartOf<never>(other, [], []), reason })
}

function aboutTerm(reading: Reading, warnings: Warning[], others: AlternativeChart[]): void {
  const { term, moment, options } = reading
  const begins = nearTerm(term, moment.utcMs, options)
  if (begins === undefined) return
  warnings.push(nearTermWarning(begins, moment.utcMs))
  add(others, "near_term", { ...reading, term: begins === term ? term - 1 : term + 1 }, reading)
}

/** Midnight before lunar New Year's day: the chart of the year on its other side. */
function aboutNewYear(reading: Reading, warnings: Warning[], others: AlternativeChart[]): void {
  const { civilDay, moment, options } = reading
  const aheadMs = nearNewYear(moment.wallMs, options)
  if (aheadMs === undefined) return
  warnings.push({ code: "near_new_year", params: { seconds: aheadMs / 1000 } })
  add(others, "near_new_year", { ...reading, civilDay: aheadMs > 0 ? civilDay + 1 : civilDay - 1 }, reading)
}

/** Doubts about the lunar month, where the birth or its year depend on it. */
function aboutCalendar({ birth, civilDay, options }: Reading, warnings: Warning[]): void {
  if (birth.lunar) warnings.push(...dayWarnings(options.lunarCalendar, civilDay))
  else if (options.yearBoundary === "lunarNewYear") {
    const found = uncertainNewYear(options.lunarCalendar, civilDay)
    if (found) warnings.push(found)
  }
}

function aboutClock(reading: Reading, warnings: Warning[], others: AlternativeChart[]): void {
  const { clockMs, hours, options } = reading
  if (mayBeNearEdge(clockMs, hours)) {
    const hourEdge = nearHourEdge(clockMs)
    const dayEdge = nearDayEdge(clockMs, options)
    if (hourEdge) aboutEdge("near_hour_edge", hourEdge, reading, warnings, others)
    if (dayEdge) aboutEdge("near_day_edge", dayEdge, reading, warnings, others)
  }
  if (isLateRatHour(hours)) aboutRatHour(reading, warnings, others)
}

function aboutEdge(
  code: "near_hour_edge" | "near_day_edge",
  edge: Edge,
  reading: Reading,
  warnings: Warning[],
  others: AlternativeChart[],
): void {
  warnings.push(edgeWarning(code, edge))
  const hours = hoursOf(reading.clockMs + edge.aheadMs)
  add(others, code, { ...reading, hours: edge.aheadMs > 0 ? hours : hours - 1 }, reading)
}

function aboutRatHour(reading: Reading, warnings: Warning[], others: AlternativeChart[]): void {
  const { options } = reading
  warnings.push({ code: "rat_hour", params: { boundary: options.boundary } })
  const schools: readonly Boundary[] = ["split", "jasi", "midnight"]
  for (const boundary of schools) {
    if (boundary !== options.boundary)
      add(others, "rat_hour", { ...reading, options: { ...options, boundary } }, reading)
  }
}

/** A reading the clock showed twice, or never: the chart with the offset on the other side of the change. */
function aboutZone(reading: Reading, warnings: Warning[], others: AlternativeChart[]): void {
  const { birth, moment, options } = reading
  const { wallMs, span, offsetMs } = moment
  const { zone, starts } = birth.zone
  // Only in a fold do the two lists of beginnings disagree about the span of a reading.
  const first = birth.fold === 0
  const repeated = first ? wallMs >= (starts[1][span + 1] as number) : wallMs < (starts[0][span] as number)
  const skipped = !repeated && moment.utcMs >= (zone.starts[span + 1] ?? Number.POSITIVE_INFINITY) * 1000
  if (!repeated && !skipped) return
  const other = momentIn(birth.zone, wallMs, repeated && !first ? span - 1 : span + 1)
  const shiftSec = Math.abs(other.offsetMs - offsetMs) / 1000
  if (repeated) warnings.push({ code: "clock_repeated", params: { fold: birth.fold, shiftSec } })
  else warnings.push({ code: "clock_skipped", params: { shiftSec } })
  add(others, repeated ? "clock_repeated" : "clock_skipped", readingOf(birth, options, other), reading)
}

/** With an unknown hour: whether year or month change inside the recorded day, which way luck may run and from which age. */
function aboutDay({ birth, options }: Reading, warnings: Warning[]): void {
  const first = readingOf(birth, options, momentOf({ ...birth, fold: 0 }, birth.day * 86_400_000))
  const last = readingOf(birth, options, momentOf({ ...birth, fold: 1 }, (birth.day + 1) * 86_400_000 - 1000))
  const { term } = last
  if (term !== first.term && changesPillar(term, options)) {
    const utc = isoText(termStart(term, options.termPrecision))
    warnings.push({ code: "term_inside_day", params: { term: term % 24, utc } })
  }
  if (birth.sex !== null) warnings.push(luckFromNoon(first, last))
}

function luckFromNoon(first: Reading, last: Reading): Warning {
  const [begun, ended] = [directionOf(first), directionOf(last)]
  const direction = begun === ended ? begun : "either"
  return { code: "luck_from_noon", params: { first: startAgeIn(first), last: startAgeIn(last), direction } }
}

const directionOf = (reading: Reading): "forward" | "backward" => (runsForward(reading) ? "forward" : "backward")
