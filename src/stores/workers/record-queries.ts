import type { RecordKey, TableShape } from "cubular/contract"
import type { Move, RowChange } from "../records-driver.ts"
import { recordTables, tableName, waitingName } from "../sql/records.ts"
import { chunksOf, type Query, tuples } from "./d1.ts"

/** A row that does not fit ends the transaction: "0 rows changed" would not. */
const guardTable = "CREATE TABLE record_guard (fits INTEGER NOT NULL CHECK (fits = 1)) STRICT"
const formatTable = "CREATE TABLE record_format (version INTEGER NOT NULL) STRICT"

/** Makes the tables all tables need, where they are not there. D1 takes one statement at a time. */
export function prepareQueries(format: number): Query[] {
  const tables = [...recordTables.split(";"), guardTable, formatTable].filter((sql) => sql.trim() !== "")
  return [
    ...tables.map((sql) => [sql.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"), []] as const),
    ["INSERT INTO record_format (version) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM record_format)", [format]],
  ]
}

/** A change that expects a version. */
interface Expecting {
  readonly key: RecordKey
  readonly expected: number
  readonly index: number
}

export function expectedOf(change: RowChange, index: number): Expecting[] {
  const key = "put" in change ? change.put.key : change.delete
  return change.expected === undefined ? [] : [{ key, expected: change.expected, index }]
}

/** The statements of a batch; the first one gives the counter. One that expects what is not there fails them all. */
export function changeQueries(shape: TableShape, changes: readonly RowChange[]): Query[] {
  const table = tableName(shape)
  const expecting = changes.flatMap((change, index) => expectedOf(change, index))
  // Counted from the end, since only the database knows where the counter will stand.
  const puts = changes.flatMap((change, index) =>
    "put" in change ? [{ row: change.put, back: changes.length - 1 - index }] : [],
  )
  const deletes = changes.flatMap((change) => ("put" in change ? [] : [change.delete]))
  return [
    ["UPDATE record_tables SET counter = counter + ? WHERE name = ? RETURNING counter", [changes.length, shape.name]],
    ...chunksOf(expecting, 2).map((chunk) => guardQuery(table, chunk)),
    ...chunksOf(puts, shape.fields.length + 2).map((chunk) => putQuery(table, shape, chunk)),
    ...chunksOf(deletes, 1).map((keys) => deleteQuery(table, keys)),
  ]
}

function guardQuery(table: string, expecting: readonly Expecting[]): Query {
  const sql = `INSERT INTO record_guard (fits) SELECT 0 FROM (VALUES ${tuples(expecting.length, 2)}) AS given
    LEFT JOIN ${table} AS found ON found.key = given.column1 WHERE coalesce(found.version, 0) <> given.column2`
  return [sql, expecting.flatMap(({ key, expected }) => [key, expected])]
}

interface Put {
  readonly row: { readonly key: RecordKey; readonly text: string; readonly fields: readonly RecordKey[] }
  readonly back: number
}

function putQuery(table: string, shape: TableShape, puts: readonly Put[]): Query {
  const columns = ["text", ...shape.fields.map((_, at) => `f${at}`)]
  const counter = `(SELECT counter FROM record_tables WHERE name = '${shape.name}')`
  const places = "?, ".repeat(columns.length)
  const rows = puts.map(({ back }) => `(${counter} - ${back}, ${places}?)`).join(", ")
  const changed = ["version", ...columns].map((column) => `${column} = excluded.${column}`).join(", ")
  const sql = `INSERT INTO ${table} (version, ${columns.join(", ")}, key) VALUES ${rows}
    ON CONFLICT (key) DO UPDATE SET ${changed}`
  return [sql, puts.flatMap(({ row: { text, fields, key } }) => [text, ...fields, key])]
}

function deleteQuery(table: string, keys: readonly RecordKey[]): Query {
  return [`DELETE FROM ${table} WHERE key IN (${keys.map(() => "?").join(", ")})`, keys]
}

/** Moves rows that still wait; those that do not any more were moved by somebody else. */
export function moveQueries(shape: TableShape, from: number, moves: readonly Move[]): Query[] {
  const waiting = waitingName(shape.name, from)
  const rows = moves.flatMap((move) => ("row" in move ? [move.row] : []))
  const refused = moves.flatMap((move) => ("row" in move ? [] : [move]))
  const columns = ["version", "text", ...shape.fields.map((_, at) => `f${at}`), "key"]
  const keys = [...rows.map(({ key }) => key), ...refused.map(({ old }) => old.key)]
  return [
    ...chunksOf(rows, columns.length).map((chunk): Query => {
      const given = columns.map((_, at) => `column${at + 1}`)
      const sql = `INSERT INTO ${tableName(shape)} (${columns.join(", ")})
        SELECT ${given.join(", ")} FROM (VALUES ${tuples(chunk.length, columns.length)})
        WHERE ${given.at(-1)} IN (SELECT key FROM ${waiting}) ON CONFLICT (key) DO NOTHING`
      return [sql, chunk.flatMap(({ version, text, fields, key }) => [version, text, ...fields, key])]
    }),
    ...chunksOf(refused, 4).map((chunk): Query => {
      const sql = `INSERT INTO record_quarantine (name, source, key, text, reason)
        SELECT '${shape.name}', ${from}, column2, column3, column4 FROM (VALUES ${tuples(chunk.length, 4)})
        WHERE column1 IN (SELECT key FROM ${waiting}) ON CONFLICT DO NOTHING`
      return [sql, chunk.flatMap(({ old, reason }) => [old.key, JSON.stringify(old.key), old.text, reason])]
    }),
    ...chunksOf(keys, 1).map((chunk) => deleteQuery(waiting, chunk)),
  ]
}
