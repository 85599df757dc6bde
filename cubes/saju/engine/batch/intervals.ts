/** Columns of intervals whose number nobody knows before: they grow as they are found. */
import type { ReversePlan } from "./reverse-rows.ts"

/** Intervals of all rows, row after row and in each in the order of time. */
export interface Intervals {
  /** By row: number of its first interval; one more entry ends them. */
  readonly firsts: Uint32Array
  /** By interval, UTC epoch ms, from … up to but not including. */
  readonly fromMs: Float64Array
  readonly toMs: Float64Array
  /** By interval: what the wall clock shows at its beginning as if it were UTC epoch ms, and the `fold` to read it with. */
  readonly civilMs: Float64Array
  readonly fold: Uint8Array
  /** By row: 0 looked up, 1 not: a number that is no ganji. */
  readonly status: Uint8Array
}

/** What has been found so far. */
export interface IntervalList {
  count: number
  fromMs: Float64Array
  toMs: Float64Array
  civilMs: Float64Array
  fold: Uint8Array
}

/** Where a look-up of rows writes. */
export interface ReverseOut {
  readonly list: IntervalList
  readonly firsts: Uint32Array
  readonly status: Uint8Array
}

/** Over two hundred years pillars of births hold 1.7 times each. */
const EACH = 2
const MOST = 4_194_304

/** A list with room for what so many rows usually give. */
export function createIntervalList(rows: number): IntervalList {
  const length = Math.min(64 + EACH * rows, MOST)
  return {
    count: 0,
    fromMs: new Float64Array(length),
    toMs: new Float64Array(length),
    civilMs: new Float64Array(length),
    fold: new Uint8Array(length),
  }
}

/** Makes room for more intervals. */
export function reserve(list: IntervalList, more: number): void {
  const needed = list.count + more
  if (needed <= list.fold.length) return
  const length = Math.max(needed, list.fold.length * 2)
  list.fromMs = grown(list.fromMs, new Float64Array(length))
  list.toMs = grown(list.toMs, new Float64Array(length))
  list.civilMs = grown(list.civilMs, new Float64Array(length))
  list.fold = grown(list.fold, new Uint8Array(length))
}

function grown<Column extends Float64Array | Uint8Array>(old: Column, column: Column): Column {
  column.set(old)
  return column
}

/** Adds one that was found in a slice. */
export function push(list: IntervalList, fromMs: number, toMs: number, slice: number, { slices }: ReversePlan): void {
  reserve(list, 1)
  const civilMs = fromMs + (slices.offsetMs[slice] as number)
  list.fromMs[list.count] = fromMs
  list.toMs[list.count] = toMs
  list.civilMs[list.count] = civilMs
  list.fold[list.count] = civilMs < (slices.fold0Ms[slice] as number) ? 1 : 0
  list.count++
}

/** The columns, cut to what was found. */
export function columnsOf(list: IntervalList): Pick<Intervals, "fromMs" | "toMs" | "civilMs" | "fold"> {
  const { count } = list
  return {
    fromMs: list.fromMs.slice(0, count),
    toMs: list.toMs.slice(0, count),
    civilMs: list.civilMs.slice(0, count),
    fold: list.fold.slice(0, count),
  }
}
