/** Columns of births: the fields all batches over births take, checked and turned into a plan. */
import { batch_malformed } from "cubular/messages/en"
import { requireLongitude } from "../birth.ts"
import type { LunarCalendar } from "../calendar/months.ts"
import { clockOf, longitudeIn, meanShiftMs } from "../clock.ts"
import { type Boundary, CHOICES, type Clock, requireChoice } from "../options.ts"
import { type IndexedZone, zoneOf } from "../zone-index.ts"
import type { BatchControl } from "./control.ts"
import { isColumn, readFields, requireBytes, requireColumn, requireLength } from "./fields.ts"
import type { BatchPlan } from "./plan.ts"
import { edgesOf, hoursTable } from "./tables.ts"

/** Births in columns. Do not change the arrays until the promise is settled. */
export interface BirthColumns extends BatchControl {
  /** Wall clocks as if they were UTC epoch ms, years 1900–2100; a fraction of a ms is dropped downwards. */
  readonly civilMs: Float64Array
  /** One zone for all, as in `Birth`; default "Asia/Seoul". */
  readonly timeZone?: string | undefined
  /** Degrees east, for all or by row; null or absent = 127.5 in Korea, elsewhere no solar time ("standard" instead). */
  readonly longitudeDeg?: number | null | Float64Array | undefined
  /** Which of two readings of a clock set back, for all or by row; default 0. */
  readonly fold?: 0 | 1 | Uint8Array | undefined
  /** Defaults as in `SajuOptions`. */
  readonly clock?: Clock | undefined
  readonly boundary?: Boundary | undefined
  readonly yearBoundary?: "ipchun" | "dongji" | "lunarNewYear" | undefined
  readonly termPrecision?: "exact" | "kasiMinute" | undefined
  /** Whose lunar New Year begins the year under `yearBoundary: "lunarNewYear"`. */
  readonly lunarCalendar?: "korea" | "china" | undefined
  /** A compiled saju.wasm or saju-scalar.wasm to use, as hosts hand it over; null = the TypeScript engine; absent = load it. */
  readonly wasm?: WebAssembly.Module | null | undefined
}

const FIELDS = [
  "civilMs",
  "timeZone",
  "longitudeDeg",
  "fold",
  "clock",
  "boundary",
  "yearBoundary",
  "termPrecision",
  "lunarCalendar",
  "wasm",
  "signal",
  "onProgress",
] as const

/** Fields of births as they were handed in, and more that a batch takes. */
export type GivenBirths<More extends string = never> = { [Name in (typeof FIELDS)[number] | More]?: unknown }

/** The fields of births, and more that a batch takes. */
export function readBirths<const More extends string = never>(
  batch: unknown,
  more: readonly More[] = [],
): GivenBirths<More> & GivenBirths {
  return readFields(batch, [...FIELDS, ...more], batch_malformed) as GivenBirths<More> & GivenBirths
}

/** When the year changes; for terms lunar New Year is as ipchun. */
export function yearRulesOf(given: GivenBirths): {
  readonly yearBoundary: "ipchun" | "dongji" | "lunarNewYear"
  readonly lunarCalendar: LunarCalendar
} {
  return {
    yearBoundary: requireChoice(given.yearBoundary, CHOICES.yearBoundary, ["yearBoundary"]),
    lunarCalendar: requireChoice(given.lunarCalendar, CHOICES.lunarCalendar, ["lunarCalendar"]),
  }
}

/** @throws {CubeError} for what is wrong with the batch as a whole. */
export function planOf(given: GivenBirths, termYears: "ipchun" | "dongji"): BatchPlan {
  const civilMs = requireColumn<Float64Array>(given.civilMs, "f64", "civilMs", "a Float64Array")
  const rows = civilMs.length
  const zone = zoneOf(given.timeZone === undefined ? "Asia/Seoul" : given.timeZone, ["timeZone"])
  const longitudes = isColumn(given.longitudeDeg) ? longitudesOf(given.longitudeDeg, rows) : undefined
  const longitudeDeg = longitudes ? 0 : longitudeIn(zone, requireLongitude(given.longitudeDeg, ["longitudeDeg"]))
  const clock = clockOf(requireChoice(given.clock, CHOICES.clock, ["clock"]), longitudeDeg)
  return {
    rows,
    civilMs,
    zone,
    fold: isColumn(given.fold)
      ? requireBytes(given.fold, rows, "fold", "0, 1 or a Uint8Array")
      : requireChoice(given.fold, [0, 1], ["fold"]),
    clockMs: clockShifts(clock, zone, meanShiftMs(longitudeDeg ?? 0)),
    longitudes,
    byLongitude: longitudes !== undefined && (clock === "mean" || clock === "apparent"),
    apparent: clock === "apparent",
    edges: edgesOf(termYears, requireChoice(given.termPrecision, CHOICES.termPrecision, ["termPrecision"])),
    hours: hoursTable(requireChoice(given.boundary, CHOICES.boundary, ["boundary"])),
  }
}

/** By span of the zone: deciding clock minus wall clock. */
function clockShifts(clock: Clock, { offsetMs, standardMs }: IndexedZone, shiftMs: number): Float64Array {
  if (clock === "wall") return new Float64Array(offsetMs.length)
  return offsetMs.map((offset, span) => (clock === "standard" ? (standardMs[span] as number) : shiftMs) - offset)
}

function longitudesOf(value: unknown, rows: number): Float64Array {
  return requireLength(
    requireColumn<Float64Array>(value, "f64", "longitudeDeg", "a number or a Float64Array"),
    rows,
    "longitudeDeg",
  )
}
