/**
 * Stretches of time in which nothing changes but day and hour: year and month pillar stay, and so does the zone's offset. A
 * look-up backwards takes the few of its year and month and asks in each when its day and hour come round.
 */
import { type LunarCalendar, lunarMonths, newYearDay } from "../calendar/months.ts"
import { daysFromCivil } from "../civil.ts"
import { meanShiftMs } from "../clock.ts"
import { HOUR_MS, monthIndex, yearIndex } from "../ganji.ts"
import type { Clock, FullOptions } from "../options.ts"
import { termAt, termStart } from "../term-rule.ts"
import type { IndexedZone } from "../zone-index.ts"
import { CYCLE } from "./tables.ts"

/** Where to look, and by which rules. */
export interface SliceRules extends Pick<FullOptions, "boundary" | "yearBoundary" | "termPrecision" | "lunarCalendar"> {
  readonly zone: IndexedZone
  /** The clock that can be had with this longitude. */
  readonly clock: Clock
  readonly longitudeDeg: number
  /** Calendar years of the wall clock, the last one included. */
  readonly fromYear: number
  readonly toYear: number
}

/** Slices in columns, by their year and month and then by time. */
export interface Slices {
  readonly count: number
  /**
   * [60 × year + month]: number of its first slice, which is even: a slice that is empty stands before it where it would be odd. One
   * more entry ends them.
   */
  readonly firsts: Uint16Array
  /** UTC epoch ms, from … up to but not including. */
  readonly fromMs: Float64Array
  readonly toMs: Float64Array
  /** UTC ms of a full hour of the deciding clock, the equation of time left out, surely a day before the slice. */
  readonly baseMs: Float64Array
  /** That hour in the cycle of 1440. */
  readonly phase: Int32Array
  /** Wall clock minus UTC in ms. */
  readonly offsetMs: Float64Array
  /** Wall clock ms from which `fold` 0 reads it as meant here; before it is the second reading. */
  readonly fold0Ms: Float64Array
}

interface Slice {
  readonly key: number
  readonly from: number
  readonly to: number
  readonly span: number
}

const DAY_MS = 86_400_000
/** Pairs of a year and a month. */
const KEYS = 3600
/** A day and more: runs are not longer than a day, and the equation of time is less than an hour. */
const HOURS_BEFORE = 26

/** All slices of a range of years. */
export function slicesOf(rules: SliceRules): Slices {
  const { zone } = rules
  const found: Slice[] = []
  for (let span = 0; span < zone.offsetMs.length; span++) addSpan(rules, span, found)
  const { firsts, slices } = inPairs(found.sort((a, b) => a.key - b.key || a.from - b.from))
  const hours = slices.map(({ from, span }) => Math.floor((from + shiftOf(rules, span)) / HOUR_MS) - HOURS_BEFORE)
  return {
    count: slices.length,
    firsts,
    fromMs: Float64Array.from(slices, ({ from }) => from),
    toMs: Float64Array.from(slices, ({ to }) => to),
    baseMs: Float64Array.from(slices, ({ span }, at) => (hours[at] as number) * HOUR_MS - shiftOf(rules, span)),
    phase: Int32Array.from(hours, (hour) => ((hour % CYCLE) + CYCLE) % CYCLE),
    offsetMs: Float64Array.from(slices, ({ span }) => zone.offsetMs[span] as number),
    fold0Ms: Float64Array.from(slices, ({ span }) => zone.starts[0][span] as number),
  }
}

function shiftOf({ zone, clock, longitudeDeg }: SliceRules, span: number): number {
  if (clock === "wall") return zone.offsetMs[span] as number
  return clock === "standard" ? (zone.standardMs[span] as number) : meanShiftMs(longitudeDeg)
}

/** Slices under one offset: months of its stretch of the range, cut at the beginnings of years that are not ipchun. */
function addSpan({ zone, fromYear, toYear, ...rules }: SliceRules, span: number, found: Slice[]): void {
  const offset = zone.offsetMs[span] as number
  const { starts } = zone.zone
  const from = Math.max(daysFromCivil(fromYear, 1, 1) * DAY_MS - offset, (starts[span] as number) * 1000)
  const to = Math.min(
    daysFromCivil(toYear + 1, 1, 1) * DAY_MS - offset,
    (starts[span + 1] ?? Number.POSITIVE_INFINITY) * 1000,
  )
  if (from >= to) return
  const { termPrecision, yearBoundary, lunarCalendar } = rules
  for (let term = termAt(from, termPrecision); termStart(term, termPrecision) < to; term++) {
    const first = Math.max(from, termStart(term, termPrecision))
    const end = Math.min(to, termStart(term + 1, termPrecision))
    if (first >= end) continue
    const month = monthIndex(term)
    if (yearBoundary === "lunarNewYear") addLunar(lunarCalendar, { month, first, end, span, offset }, found)
    else add(found, { key: yearIndex(term, yearBoundary) * 60 + month, from: first, to: end, span })
  }
}

/** The two terms of a month become one slice. */
function add(found: Slice[], slice: Slice): void {
  const last = found.at(-1)
  if (last && last.key === slice.key && last.to === slice.from && last.span === slice.span) {
    found[found.length - 1] = { ...last, to: slice.to }
  } else {
    found.push(slice)
  }
}

interface Stretch {
  readonly month: number
  readonly first: number
  readonly end: number
  readonly span: number
  readonly offset: number
}

/** Cut at 00:00 of New Year's day on the wall clock; what is outside the calendar has no year and is left out. */
function addLunar(calendar: LunarCalendar, { month, first, end, span, offset }: Stretch, found: Slice[]): void {
  const months = lunarMonths(calendar)
  const start = (year: number): number => newYearDay(months, year) * DAY_MS - offset
  const guess = Math.floor(first / (DAY_MS * 365.2425)) + 1968
  for (let year = Math.max(guess, months.firstYear); year <= Math.min(guess + 4, months.lastYear); year++) {
    const from = Math.max(first, start(year))
    const to = Math.min(end, start(year + 1))
    if (from < to) add(found, { key: ((((year - 4) % 60) + 60) % 60) * 60 + month, from, to, span })
  }
}

/** Puts an empty slice behind those of a year and month that are odd in number, so that engines may take two at a time. */
function inPairs(found: readonly Slice[]): { readonly firsts: Uint16Array; readonly slices: readonly Slice[] } {
  const firsts = new Uint16Array(KEYS + 1)
  const slices: Slice[] = []
  let at = 0
  for (let key = 0; key < KEYS; key++) {
    for (; found[at]?.key === key; at++) slices.push(found[at] as Slice)
    if (slices.length % 2 === 1) slices.push({ ...(slices.at(-1) as Slice), to: Number.NEGATIVE_INFINITY })
    firsts[key + 1] = slices.length
  }
  return { firsts, slices }
}
