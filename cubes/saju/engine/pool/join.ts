/** Results of parts, put together as if the batch had been computed at once. */
import type { Intervals } from "../batch/intervals.ts"

/** Receives the results of parts in whatever order they come. */
export interface Joiner<Result> {
  add(part: unknown, from: number, to: number): void
  finish(): Result
}

type Column = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float64Array
/** A column, or columns by name. */
type Columns = Column | { readonly [name: string]: Columns }

/** Columns with the same number of entries for every row: the whole is made when the first part comes. */
export function joinColumns<Result>(rows: number): Joiner<Result> {
  let whole: Columns | undefined
  return {
    add(part, from, to) {
      whole ??= emptyFor(part as Columns, rows, to - from)
      place(whole, part as Columns, from, to - from)
    },
    finish: () => whole as Result,
  }
}

function emptyFor(part: Columns, rows: number, partRows: number): Columns {
  if (isColumn(part)) return new (part.constructor as new (length: number) => Column)((part.length / partRows) * rows)
  return Object.fromEntries(Object.entries(part).map(([name, column]) => [name, emptyFor(column, rows, partRows)]))
}

function place(whole: Columns, part: Columns, from: number, partRows: number): void {
  if (isColumn(part)) (whole as Column).set(part, (part.length / partRows) * from)
  else
    for (const [name, column] of Object.entries(part))
      place((whole as typeof part)[name] as Columns, column, from, partRows)
}

const isColumn = (columns: Columns): columns is Column => ArrayBuffer.isView(columns)

/** Intervals, whose number differs by row: they wait for each other. */
export function joinIntervals(rows: number): Joiner<Intervals> {
  const parts: { readonly part: Intervals; readonly from: number; readonly to: number }[] = []
  return {
    add(part, from, to) {
      parts.push({ part: part as Intervals, from, to })
    },
    finish() {
      parts.sort((a, b) => a.from - b.from)
      const count = parts.reduce((sum, { part }) => sum + part.fold.length, 0)
      const whole = emptyIntervals(rows, count)
      let before = 0
      for (const { part, from, to } of parts) {
        for (let row = from; row < to; row++) whole.firsts[row + 1] = before + (part.firsts[row - from + 1] as number)
        whole.fromMs.set(part.fromMs, before)
        whole.toMs.set(part.toMs, before)
        whole.civilMs.set(part.civilMs, before)
        whole.fold.set(part.fold, before)
        whole.status.set(part.status, from)
        before += part.fold.length
      }
      return whole
    },
  }
}

const emptyIntervals = (rows: number, count: number): Intervals => ({
  firsts: new Uint32Array(rows + 1),
  fromMs: new Float64Array(count),
  toMs: new Float64Array(count),
  civilMs: new Float64Array(count),
  fold: new Uint8Array(count),
  status: new Uint8Array(rows),
})
