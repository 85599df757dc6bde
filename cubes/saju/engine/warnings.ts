/** What a reader of a chart should know about the moment it stands on: edges that are close and readings that are doubtful. */
import type { BirthNumbers } from "./birth.ts"
import type { CalendarWarning } from "./calendar/doubts.ts"
import { type Moment, meanShiftMs } from "./clock.ts"
import { HOUR_MS } from "./ganji.ts"
import type { FullOptions } from "./options.ts"
import type { Reading } from "./reading.ts"
import { termUtcAt } from "./terms.ts"
import { FIRST_YEAR, LAST_YEAR } from "./year-range.ts"

/** A remark on a chart; texts for every code are in `cubular/messages`. */
export type Warning =
  | { readonly code: "near_term"; readonly params: { readonly term: number; readonly seconds: number } }
  | { readonly code: "near_hour_edge"; readonly params: { readonly hour: number; readonly seconds: number } }
  | { readonly code: "near_day_edge"; readonly params: { readonly hour: number; readonly seconds: number } }
  | { readonly code: "near_new_year"; readonly params: { readonly seconds: number } }
  | CalendarWarning
  | { readonly code: "rat_hour"; readonly params: { readonly boundary: string } }
  | { readonly code: "clock_repeated"; readonly params: { readonly fold: number; readonly shiftSec: number } }
  | { readonly code: "clock_skipped"; readonly params: { readonly shiftSec: number } }
  | { readonly code: "longitude_missing"; readonly params: { readonly clock: string } }
  | { readonly code: "longitude_far_from_zone"; readonly params: { readonly hours: number } }
  | { readonly code: "zone_before_law"; readonly params: { readonly zone: string } }
  | { readonly code: "zone_predicted"; readonly params: { readonly zone: string; readonly after: number } }
  | { readonly code: "out_of_tested_range"; readonly params: { readonly min: number; readonly max: number } }
  | { readonly code: "hour_unknown"; readonly params: { readonly [name: string]: never } }
  | { readonly code: "luck_from_noon"; readonly params: LuckFromNoon }
  | { readonly code: "term_inside_day"; readonly params: { readonly term: number; readonly utc: string } }

/** What luck may be on a day whose hour is not known. A type, so that it stays assignable to records of params. */
export type LuckFromNoon = {
  /** Age at which the first decade begins for a birth as the day began, and as it ended. */
  readonly first: number
  readonly last: number
  /** Which way luck runs; "either" where the year changes inside the day: then it is the other way on the other side of noon. */
  readonly direction: "forward" | "backward" | "either"
}

/** Births this near to a term get both charts: recorded times are rarely better, and almanacs round by half a minute. */
const NEAR_TERM_MS = 60_000
/** From 2030 the Earth's rotation is a forecast: published models differ by more than a minute towards 2100. */
const NEAR_FORECAST_TERM_MS = 120_000
const FORECAST_FROM_MS = 1_893_456_000_000 // 2030-01-01
/** Two minutes of the deciding clock: half a degree of longitude, or a birth time rounded to the nearest few minutes. */
export const NEAR_EDGE_MS = 120_000
/** Laws on clocks after the last known year are assumed to stay as they are. */
const KNOWN_TO_YEAR = 2026
const KNOWN_TO_MS = 1_798_761_600_000 // 2027-01-01

/**
 * The term whose edge is near, as the number of the term that begins there; undefined when none is.
 *
 * @param term - number of the term in force.
 * @remarks Only terms that change a pillar count: jeol, and dongji where the year begins with it.
 */
export function nearTerm(term: number, utcMs: number, options: FullOptions): number | undefined {
  const limit = utcMs < FORECAST_FROM_MS ? NEAR_TERM_MS : NEAR_FORECAST_TERM_MS
  if (utcMs - termUtcAt(term) <= limit && changesPillar(term, options)) return term
  return termUtcAt(term + 1) - utcMs <= limit && changesPillar(term + 1, options) ? term + 1 : undefined
}

/** Whether a pillar changes where this term begins. */
export function changesPillar(term: number, { yearBoundary }: FullOptions): boolean {
  return term % 2 === 0 || (yearBoundary === "dongji" && term % 24 === 23)
}

export function nearTermWarning(begins: number, utcMs: number): Warning {
  return { code: "near_term", params: { term: begins % 24, seconds: (termUtcAt(begins) - utcMs) / 1000 } }
}

/** An edge of the deciding clock: the hour it falls on, and how far ahead it lies (negative = behind), in ms. */
export interface Edge {
  readonly hour: number
  readonly aheadMs: number
}

const DAY_MS = 86_400_000
const DOUBLE_HOUR_MS = 7_200_000

const msOfDay = (clock: number): number => (clock - Math.floor(clock / DAY_MS) * DAY_MS) | 0

/** Whether any edge can be near: all lie on whole hours, and most births do not. */
export function mayBeNearEdge(clock: number, hours: number): boolean {
  const since = clock - hours * HOUR_MS
  return since <= NEAR_EDGE_MS || since >= HOUR_MS - NEAR_EDGE_MS
}

/** The edge between two double hours that is near, at 1, 3, 5 … 23 o'clock of the deciding clock. */
export function nearHourEdge(clock: number): Edge | undefined {
  const day = msOfDay(clock)
  const since = (day + HOUR_MS) % DOUBLE_HOUR_MS
  if (since > NEAR_EDGE_MS && since < DOUBLE_HOUR_MS - NEAR_EDGE_MS) return undefined
  const aheadMs = since <= NEAR_EDGE_MS ? 0 - since : DOUBLE_HOUR_MS - since
  return { hour: (((day + aheadMs) / HOUR_MS) | 0) % 24, aheadMs }
}

/** Midnight of the deciding clock when it is near; the day begins at 23:00 in "jasi", where the hour edge says it. */
export function nearDayEdge(clock: number, { boundary }: FullOptions): Edge | undefined {
  if (boundary === "jasi") return undefined
  const since = msOfDay(clock)
  if (since <= NEAR_EDGE_MS) return { hour: 0, aheadMs: 0 - since }
  return since < DAY_MS - NEAR_EDGE_MS ? undefined : { hour: 0, aheadMs: DAY_MS - since }
}

export function edgeWarning(code: "near_hour_edge" | "near_day_edge", { hour, aheadMs }: Edge): Warning {
  return { code, params: { hour, seconds: aheadMs / 1000 } }
}

/** Clocks by law are never further from the sun than this but for a wrong sign, a wrong zone and a few islands by the date line. */
const FAR_MS = 10_800_000

/** A doubt about the place: mean solar time far from the standard time of the zone. Hours are rounded to a tenth, negative = behind. */
export function placeWarning({ birth, moment }: Reading, out: Warning[]): void {
  if (birth.longitudeDeg === null) return
  const aheadMs = meanShiftMs(birth.longitudeDeg) - (birth.zone.standardMs[moment.span] as number)
  if (Math.abs(aheadMs) <= FAR_MS) return
  out.push({ code: "longitude_far_from_zone", params: { hours: Math.round(aheadMs / 360_000) / 10 } })
}

/** Doubts about the zone: a span before clocks had a law, or after the laws that are known. */
export function zoneWarnings({ zone }: BirthNumbers, moment: Moment, out: Warning[]): void {
  const { name, starts } = zone.zone
  if (starts.length === 1) return
  if (moment.span === 0) out.push({ code: "zone_before_law", params: { zone: name } })
  if (moment.utcMs >= KNOWN_TO_MS) out.push({ code: "zone_predicted", params: { zone: name, after: KNOWN_TO_YEAR } })
}

const TESTED_FROM_MS = -2_208_988_800_000 // 1900-01-01
const TESTED_TO_MS = 4_133_980_800_000 // 2101-01-01

/** A doubt about the year: only charts of 1900–2100 are compared with published ones. By the date on the record. */
export function rangeWarning({ wallMs }: Moment, out: Warning[]): void {
  if (wallMs >= TESTED_FROM_MS && wallMs < TESTED_TO_MS) return
  out.push({ code: "out_of_tested_range", params: { min: FIRST_YEAR, max: LAST_YEAR } })
}
