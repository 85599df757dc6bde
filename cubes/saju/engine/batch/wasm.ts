/** Batches in WebAssembly: tables and columns in, pillars out, a fixed number of rows at a time. */

import { series } from "../tables/equation-of-time.ts"
import type { BatchPlan } from "./plan.ts"

/** What assembly/index.ts exports: places in memory, and passes over the rows written there. */
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly ROWS: WebAssembly.Global
  readonly SPANS: WebAssembly.Global
  readonly CIVIL: WebAssembly.Global
  readonly LONGITUDES: WebAssembly.Global
  readonly FOLDS: WebAssembly.Global
  readonly OUT: WebAssembly.Global
  readonly EDGES: WebAssembly.Global
  readonly EDGE_PILLARS: WebAssembly.Global
  readonly HOURS: WebAssembly.Global
  readonly SPAN_STARTS: WebAssembly.Global
  readonly BUCKETS: WebAssembly.Global
  readonly SPAN_SHIFTS: WebAssembly.Global
  readonly SERIES: WebAssembly.Global
  fixed(rows: number, originMs: number, stepsPerMs: number, offsetMs: number, shiftMs: number): void
  zoned(rows: number, originMs: number, stepsPerMs: number, fold: number): void
  prepare(rows: number, fold: number, byLongitude: number): void
  addEquation(rows: number): void
  lookUp(rows: number, originMs: number, stepsPerMs: number): void
}

/** An instance of saju.wasm or saju-scalar.wasm. */
export interface BatchInstance {
  /** Writes the tables of a batch of births; false where its zone does not fit. */
  writeTables(plan: BatchPlan): boolean
  /** Leaves the instants of rows `from` to before `from + rows` in UTC, NaN for those that cannot be computed. */
  prepare(plan: BatchPlan, from: number, rows: number): void
  /** Rows that fit at once. */
  readonly rows: number
  /** Whether it was built with SIMD. */
  readonly simd: boolean
  /** Views of the memory from an exported place on. They stay good: the memory never grows. */
  bytes(place: string, length: number): Uint8Array
  shorts(place: string, length: number): Uint16Array
  words(place: string, length: number): Uint32Array
  floats(place: string, length: number): Float64Array
  /** Calls an exported pass over the rows written. */
  call(pass: string, ...given: readonly number[]): number
  /** Computes rows `first` to before `end` of a batch; false when it does not fit, and nothing is written then. */
  fillPillars(plan: BatchPlan, out: Uint8Array, first: number, end: number): boolean
}

/**
 * Makes an instance. Both modules import nothing.
 *
 * @throws whatever the host throws for a module that is not ours.
 */
export async function createInstance(module: WebAssembly.Module): Promise<BatchInstance> {
  const instance = await WebAssembly.instantiate(module)
  return createFiller(instance.exports as unknown as Exports)
}

function createFiller(exports: Exports): BatchInstance {
  const places = placesOf(exports)
  places.series.set([series.offset, ...series.harmonics, ...series.waves])
  const { buffer } = exports.memory
  const open = exports as unknown as { readonly [name: string]: WebAssembly.Global & ((...given: number[]) => number) }
  const at = (place: string): number => (open[place] as WebAssembly.Global).value
  return {
    rows: places.maxRows,
    simd: at("SIMD") === 1,
    bytes: (place, length) => new Uint8Array(buffer, at(place), length),
    shorts: (place, length) => new Uint16Array(buffer, at(place), length),
    words: (place, length) => new Uint32Array(buffer, at(place), length),
    floats: (place, length) => new Float64Array(buffer, at(place), length),
    call: (pass, ...given) => (open[pass] as (...given: number[]) => number)(...given),
    writeTables: (plan) => writeTables(plan, places),
    prepare(plan, from, rows) {
      writeColumns(plan, places, from, rows)
      exports.prepare(rows, typeof plan.fold === "number" ? plan.fold : 2, plan.longitudes ? 1 : 0)
    },
    fillPillars(plan, out, first, end) {
      if (!writeTables(plan, places)) return false
      const pass = passOf(plan, exports)
      for (let from = first; from < end; from += places.maxRows) {
        const rows = Math.min(places.maxRows, end - from)
        writeColumns(plan, places, from, rows)
        pass(rows)
        out.set(rows === places.maxRows ? places.out : places.out.subarray(0, rows * 4), from * 4)
      }
      return true
    },
  }
}

interface Places {
  readonly maxRows: number
  readonly maxSpans: number
  readonly civil: Float64Array
  readonly longitudes: Float64Array
  readonly folds: Uint8Array
  readonly out: Uint8Array
  readonly edges: Float64Array
  readonly edgePillars: Uint16Array
  readonly hours: Uint16Array
  readonly spanStarts: Float64Array
  readonly buckets: Uint16Array
  readonly spanShifts: Float64Array
  readonly series: Float64Array
}

const BUCKETS_PER_FOLD = 1024

/** Views that stay good: the memory never grows. */
function placesOf(exports: Exports): Places {
  const { buffer } = exports.memory
  const rows = exports.ROWS.value as number
  const spans = exports.SPANS.value as number
  const floats = (at: WebAssembly.Global, length: number): Float64Array => new Float64Array(buffer, at.value, length)
  const shorts = (at: WebAssembly.Global, length: number): Uint16Array => new Uint16Array(buffer, at.value, length)
  return {
    maxRows: rows,
    maxSpans: spans,
    civil: floats(exports.CIVIL, rows),
    longitudes: floats(exports.LONGITUDES, rows),
    folds: new Uint8Array(buffer, exports.FOLDS.value, rows),
    out: new Uint8Array(buffer, exports.OUT.value, rows * 4),
    edges: floats(exports.EDGES, 4872),
    edgePillars: shorts(exports.EDGE_PILLARS, 4872),
    hours: shorts(exports.HOURS, 1440),
    spanStarts: floats(exports.SPAN_STARTS, spans * 2),
    buckets: shorts(exports.BUCKETS, BUCKETS_PER_FOLD * 2),
    spanShifts: floats(exports.SPAN_SHIFTS, spans * 2),
    series: floats(exports.SERIES, 64),
  }
}

function writeTables({ edges, hours, zone, clockMs }: BatchPlan, places: Places): boolean {
  if (clockMs.length >= places.maxSpans) return false
  places.edges.set(edges.starts)
  places.edgePillars.set(edges.pillars)
  places.hours.set(hours)
  for (const fold of [0, 1] as const) {
    places.spanStarts.set(zone.starts[fold], fold * places.maxSpans)
    places.buckets.set(zone.buckets[fold], fold * BUCKETS_PER_FOLD)
  }
  zone.offsetMs.forEach((offset, span) => {
    places.spanShifts[span * 2] = offset
    places.spanShifts[span * 2 + 1] = clockMs[span] as number
  })
  return true
}

function writeColumns({ civilMs, longitudes, fold }: BatchPlan, places: Places, from: number, rows: number): void {
  places.civil.set(civilMs.subarray(from, from + rows))
  if (longitudes) places.longitudes.set(longitudes.subarray(from, from + rows))
  if (typeof fold !== "number") places.folds.set(fold.subarray(from, from + rows))
}

/** The passes a batch needs: one where nothing differs by row but the clock itself, else two or three. */
function passOf(plan: BatchPlan, exports: Exports): (rows: number) => void {
  const { zone, fold, longitudes, byLongitude, apparent, clockMs } = plan
  const { originMs, stepsPerMs } = plan.edges
  const simple = typeof fold === "number" && !longitudes && !apparent
  if (simple && clockMs.length === 1) {
    const [offset = 0, shift = 0] = [zone.offsetMs[0], clockMs[0]]
    return (rows) => exports.fixed(rows, originMs, stepsPerMs, offset, shift)
  }
  if (simple) return (rows) => exports.zoned(rows, originMs, stepsPerMs, fold)
  const rowFold = typeof fold === "number" ? fold : 2
  const rowLongitude = byLongitude ? 2 : longitudes ? 1 : 0
  return (rows) => {
    exports.prepare(rows, rowFold, rowLongitude)
    if (apparent) exports.addEquation(rows)
    exports.lookUp(rows, originMs, stepsPerMs)
  }
}
