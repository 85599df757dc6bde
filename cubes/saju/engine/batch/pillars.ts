/** Many births at once: their four pillars as bytes. */
import { arrayKind } from "cubular/contract/array-kind"
import { CubeError } from "cubular/contract/error"
import { batch_column_malformed, batch_length_differs, batch_malformed } from "cubular/messages/en"
import { requireLongitude } from "../birth.ts"
import { clockOf, longitudeIn, meanShiftMs } from "../clock.ts"
import { type Boundary, CHOICES, type Clock, readError, requireChoice, unknownField } from "../options.ts"
import { type IndexedZone, zoneOf } from "../zone-index.ts"
import { fillLunarYears } from "./lunar-years.ts"
import { fillRows } from "./pillar-rows.ts"
import type { BatchPlan } from "./plan.ts"
import { edgesOf, hoursTable } from "./tables.ts"
import type { BatchInstance } from "./wasm.ts"
import { type BatchEngine, instanceOf, ownEngine } from "./wasm-module.ts"

/** Births in columns. Do not change the arrays until the promise is settled. */
export interface PillarsBatch {
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

/**
 * The four pillars of many births: row after row year, month, day and hour index 0–59, the same as `pillars` gives one by
 * one. A row that cannot be computed (NaN, outside 1900–2100, longitude beyond ±180, fold neither 0 nor 1) is 255 four times.
 *
 * @returns 4 × n bytes, yours to keep.
 * @remarks Loads its own WebAssembly once, with SIMD where there is; where it cannot be had, TypeScript gives the same
 * bytes. Memory beside the result does not grow with n.
 * @throws {CubeError} (as a rejection) for what is wrong with the batch as a whole; paths begin with the name of the field.
 */
export async function pillarsBatch(batch: PillarsBatch): Promise<Uint8Array> {
  const given = fieldsOf(batch)
  const yearBoundary = requireChoice(given.yearBoundary, CHOICES.yearBoundary, ["yearBoundary"])
  const lunarCalendar = requireChoice(given.lunarCalendar, CHOICES.lunarCalendar, ["lunarCalendar"])
  const plan = planOf(given, yearBoundary === "dongji" ? "dongji" : "ipchun")
  const instance = given.wasm === undefined ? (await ownEngine()).instance : await handedIn(given.wasm)
  const out = new Uint8Array(4 * plan.rows)
  if (!instance?.fill(plan, out)) fillRows(plan, out)
  if (yearBoundary === "lunarNewYear") fillLunarYears(plan, lunarCalendar, out)
  return out
}

/** Loads what `pillarsBatch` computes with, if it is not loaded yet, and says which engine that is. */
export async function batchEngine(): Promise<BatchEngine> {
  return (await ownEngine()).name
}

/** The instance of a module that was given; undefined for null, which asks for TypeScript. */
async function handedIn(module: unknown): Promise<BatchInstance | undefined> {
  if (module === null) return undefined
  try {
    if (module instanceof WebAssembly.Module) return await instanceOf(module)
  } catch {
    // Somebody else's module: it wants imports, or lacks what ours exports.
  }
  throw malformed("wasm", "the WebAssembly.Module of cubular/saju.wasm")
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
] as const

type Given = { [Name in (typeof FIELDS)[number]]?: unknown }

function fieldsOf(batch: unknown): Given {
  const given: Given = {}
  let key: string | undefined
  try {
    if (typeof batch !== "object" || batch === null || Array.isArray(batch)) {
      throw new CubeError({ ...batch_malformed, path: [] })
    }
    for (key of Object.keys(batch)) {
      const name = FIELDS.find((field) => field === key)
      if (name === undefined) throw unknownField([], key, FIELDS)
      given[name] = (batch as Given)[name]
    }
  } catch (error) {
    throw readError(error, [], key)
  }
  return given
}

function planOf(given: Given, termYears: "ipchun" | "dongji"): BatchPlan {
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
    fold: isColumn(given.fold) ? foldsOf(given.fold, rows) : requireChoice(given.fold, [0, 1], ["fold"]),
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

const isColumn = (value: unknown): boolean => typeof value === "object" && value !== null

function longitudesOf(value: unknown, rows: number): Float64Array {
  return requireLength(
    requireColumn<Float64Array>(value, "f64", "longitudeDeg", "a number or a Float64Array"),
    rows,
    "longitudeDeg",
  )
}

function foldsOf(value: unknown, rows: number): Uint8Array {
  return requireLength(requireColumn<Uint8Array>(value, "u8", "fold", "0, 1 or a Uint8Array"), rows, "fold")
}

function requireColumn<Column>(value: unknown, kind: "f64" | "u8", name: string, form: string): Column {
  if (arrayKind(value) === kind) return value as Column
  throw malformed(name, form)
}

function malformed(name: string, form: string): CubeError {
  return new CubeError({ ...batch_column_malformed, path: [name], params: { form } })
}

function requireLength<Column extends Float64Array | Uint8Array>(column: Column, rows: number, name: string): Column {
  if (column.length === rows) return column
  throw new CubeError({ ...batch_length_differs, path: [name], params: { length: column.length, rows } })
}
