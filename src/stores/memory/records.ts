import { CubeError, type RecordKey, type TableShape } from "cubular/contract"
import { store_newer } from "cubular/messages/en"
import { compareKeys, placesOf } from "../query.ts"
import type { Applied, QuarantineRow, RecordRow, RecordsDriver, RowChange, RowRange } from "../records-driver.ts"
import { compareText } from "../text.ts"
import { lowerBound } from "./sorted.ts"

interface StoredTable {
  version: number
  shape: string
  /** Grows with every change. */
  counter: number
  rows: Map<RecordKey, RecordRow>
  /** Rows in the order of an index (−1: of the key), by index; emptied with every change. */
  readonly sorted: Map<number, readonly RecordRow[]>
  /** Rows of earlier versions that have not been moved. */
  readonly older: Map<number, Map<RecordKey, RecordRow>>
  readonly quarantine: QuarantineRow[]
}

/** A `records` driver that keeps its tables in Maps. */
export function createRecordsDriver(): RecordsDriver {
  const tables = new Map<string, StoredTable>()

  function tableOf({ name, version }: TableShape): StoredTable {
    const table = tables.get(name) as StoredTable
    if (table.version > version)
      throw new CubeError({ ...store_newer, params: { found: table.version, known: version } })
    return table
  }

  return {
    open(shape) {
      const table = tables.get(shape.name) ?? makeTable(shape)
      tables.set(shape.name, table)
      if (table.version < shape.version) raise(table, shape)
      return { version: table.version, shape: table.shape, older: [...table.older.keys()] }
    },
    get(shape, keys) {
      const { rows } = tableOf(shape)
      return keys.map((key) => rows.get(key))
    },
    apply: (shape, changes) => apply(tableOf(shape), changes),
    find: (shape, range) => find(tableOf(shape), shape, range),
    older(shape, from, limit) {
      const rows = [...(tableOf(shape).older.get(from)?.values() ?? [])]
      return rows.sort((a, b) => compareKeys(a.key, b.key)).slice(0, limit)
    },
    move(shape, from, moves) {
      const table = tableOf(shape)
      for (const move of moves) {
        const { key } = "row" in move ? move.row : move.old
        if (!table.older.get(from)?.delete(key)) continue
        if ("row" in move) table.rows.set(key, move.row)
        else table.quarantine.push({ from, key, text: move.old.text, reason: move.reason })
      }
      table.sorted.clear()
    },
    drop: (shape, from) => void tableOf(shape).older.delete(from),
    quarantined(shape, limit, after) {
      const order = (a: QuarantineRow, from: number, key: string): number =>
        a.from - from || compareText(JSON.stringify(a.key), key)
      const rows = [...tableOf(shape).quarantine].sort((a, b) => order(a, b.from, JSON.stringify(b.key)))
      return rows.filter((row) => after === undefined || order(row, after[0], after[1]) > 0).slice(0, limit)
    },
  }
}

function makeTable(shape: TableShape): StoredTable {
  return {
    version: shape.version,
    shape: JSON.stringify(shape),
    counter: 0,
    rows: new Map(),
    sorted: new Map(),
    older: new Map(),
    quarantine: [],
  }
}

function raise(table: StoredTable, shape: TableShape): void {
  table.older.set(table.version, table.rows)
  table.version = shape.version
  table.shape = JSON.stringify(shape)
  table.rows = new Map()
  table.sorted.clear()
}

function apply(table: StoredTable, changes: readonly RowChange[]): Applied {
  for (const [index, change] of changes.entries()) {
    const found = table.rows.get("put" in change ? change.put.key : change.delete)?.version ?? 0
    if (change.expected !== undefined && change.expected !== found) return { conflict: { index, found } }
  }
  for (const change of changes) {
    table.counter++
    if ("put" in change) table.rows.set(change.put.key, { ...change.put, version: table.counter })
    else table.rows.delete(change.delete)
  }
  table.sorted.clear()
  return { last: table.counter }
}

function find(table: StoredTable, shape: TableShape, range: RowRange): readonly RecordRow[] {
  const { index = -1, equals, lower, upper, after, descending, limit } = range
  const places = index < 0 ? [] : placesOf(shape, index)
  const valuesOf = (row: RecordRow): RecordKey[] => [...places.map((at) => row.fields[at] as RecordKey), row.key]
  const sorted = sortedBy(table, index, valuesOf)
  const low = lower ? [...equals, lower.value] : equals
  const high = upper ? [...equals, upper.value] : equals
  const from = lowerBound(sorted, (row) => {
    const found = order(valuesOf(row), low)
    return lower?.open ? found <= 0 : found < 0
  })
  const end = lowerBound(sorted, (row) => {
    const found = order(valuesOf(row), high)
    return upper?.open ? found < 0 : found <= 0
  })
  const found = sorted.slice(from, end)
  if (descending) found.reverse()
  if (after === undefined) return found.slice(0, limit)
  const last = [...equals, ...after]
  const start = lowerBound(found, (row) => (descending ? order(last, valuesOf(row)) : order(valuesOf(row), last)) <= 0)
  return found.slice(start, start + limit)
}

function sortedBy(
  { rows, sorted }: StoredTable,
  index: number,
  valuesOf: (row: RecordRow) => RecordKey[],
): readonly RecordRow[] {
  const known = sorted.get(index)
  if (known) return known
  const keyed = Array.from(rows.values(), (row) => ({ row, values: valuesOf(row) }))
  const made = keyed.sort((a, b) => order(a.values, b.values)).map(({ row }) => row)
  sorted.set(index, made)
  return made
}

/** Order of two lists as far as both go. */
function order(a: readonly RecordKey[], b: readonly RecordKey[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const found = compareKeys(a[at] as RecordKey, b[at] as RecordKey)
    if (found !== 0) return found
  }
  return 0
}
