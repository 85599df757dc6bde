import { CubeError, type RecordKey, type ShapeField, type TableShape } from "cubular/contract"
import { store_newer } from "cubular/messages/en"
import { placesOf } from "../query.ts"
import type {
  Applied,
  Move,
  OldRow,
  RecordRow,
  RecordsDriver,
  RecordText,
  RowChange,
  TableState,
} from "../records-driver.ts"
import type { SqlDatabase, SqlValue } from "./database.ts"
import { findSql } from "./find.ts"

/** `older` is a JSON list of the earlier versions whose rows still stand in tables of their own. */
export const recordTables = `
  CREATE TABLE record_tables (
    name TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, shape TEXT NOT NULL, counter INTEGER NOT NULL,
    older TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE record_quarantine (
    name TEXT NOT NULL, source INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (name, source, key)
  ) STRICT, WITHOUT ROWID;
`

/** A name of the table's own for every version, so that a program with an older one finds no table. Names are checked. */
export const tableName = ({ name, version }: { readonly name: string; readonly version: number }): string =>
  `"records ${name} ${version}"`

/** Where the rows of a version wait until they have been moved. */
export const waitingName = (name: string, version: number): string => `"waiting ${name} ${version}"`

/** Statements of one table, put together once. */
interface Statements {
  readonly get: string
  readonly upsert: string
  readonly insert: string
  readonly update: string
}

/** A `records` driver over SQLite. */
export function createRecordsDriver(database: SqlDatabase): RecordsDriver {
  const statements = new Map<string, Statements>()

  function statementsOf(shape: TableShape): Statements {
    const name = tableName(shape)
    const known = statements.get(name)
    if (known) return known
    const made = makeStatements(name, shape.fields.length)
    statements.set(name, made)
    return made
  }

  function stateOf(name: string): (TableState & { readonly counter: number }) | undefined {
    const row = database.one("SELECT version, shape, counter, older FROM record_tables WHERE name = ?", [name])
    if (row === undefined) return undefined
    const { version, shape, counter, older } = row as { version: number; shape: string; counter: number; older: string }
    return { version, shape, counter, older: JSON.parse(older) as number[] }
  }

  /** A table that is gone means that a newer program has put its own in its place. */
  function onTable<T>(shape: TableShape, work: () => T): T {
    try {
      return work()
    } catch (error) {
      refuseOlder(shape)
      throw error
    }
  }

  function refuseOlder(shape: TableShape): void {
    const found = stateOf(shape.name)?.version ?? 0
    if (found > shape.version) throw new CubeError({ ...store_newer, params: { found, known: shape.version } })
  }

  function next(shape: TableShape, count: number): number {
    const sql = "UPDATE record_tables SET counter = counter + ? WHERE name = ? RETURNING counter"
    return database.one(sql, [count, shape.name])?.counter as number
  }

  return {
    open: (shape) => database.transaction(() => openTable(database, shape, stateOf(shape.name))),
    get: (shape, keys) =>
      onTable(shape, () => {
        const { get } = statementsOf(shape)
        return keys.map((key) => database.one(get, [key]) as RecordText | undefined)
      }),
    apply: (shape, changes) =>
      onTable(shape, () => {
        try {
          return database.transaction(() => {
            const last = next(shape, changes.length)
            const first = last - changes.length + 1
            const made = statementsOf(shape)
            changes.forEach((change, index) => void applyOne(database, shape, made, change, index, first + index))
            return { last }
          })
        } catch (error) {
          if (error instanceof Conflict) return { conflict: { index: error.index, found: error.found } }
          throw error
        }
      }) satisfies Applied,
    find: (shape, range) =>
      onTable(shape, () => {
        const { sql, values } = findSql(tableName(shape), shape, range)
        return database.all(sql, values) as unknown as readonly RecordText[]
      }),
    older: (shape, from, limit) =>
      onTable(shape, () => {
        if (!stateOf(shape.name)?.older.includes(from)) return []
        const sql = `SELECT key, version, text FROM ${waitingName(shape.name, from)} ORDER BY key LIMIT ?`
        return database.all(sql, [limit]) as unknown as readonly OldRow[]
      }),
    move: (shape, from, moves) =>
      onTable(shape, () =>
        database.transaction(() => {
          if (!stateOf(shape.name)?.older.includes(from)) return
          for (const move of moves) moveOne(database, shape, from, statementsOf(shape), move)
        }),
      ),
    drop: (shape, from) =>
      database.transaction(() => {
        const older = stateOf(shape.name)?.older ?? []
        if (!older.includes(from)) return
        database.run(`DROP TABLE ${waitingName(shape.name, from)}`, [])
        const left = JSON.stringify(older.filter((version) => version !== from))
        database.run("UPDATE record_tables SET older = ? WHERE name = ?", [left, shape.name])
      }),
    quarantined(shape, limit, after) {
      refuseOlder(shape)
      const behind = after === undefined ? "" : "AND (source, key) > (?, ?)"
      const sql = `SELECT source, key, text, reason FROM record_quarantine WHERE name = ? ${behind}`
      const rows = database.all(`${sql} ORDER BY source, key LIMIT ?`, [shape.name, ...(after ?? []), limit])
      return rows.map(({ source, key, text, reason }) => ({
        from: source as number,
        key: JSON.parse(key as string) as RecordKey,
        text: text as string,
        reason: reason as string,
      }))
    },
  }
}

/** Carries a conflict out of the transaction, which is rolled back. */
class Conflict extends Error {
  readonly index: number
  readonly found: number

  constructor(index: number, found: number) {
    super("version conflict")
    this.index = index
    this.found = found
  }
}

function openTable(database: SqlDatabase, shape: TableShape, state: TableState | undefined): TableState {
  const { name, version } = shape
  if (state && state.version >= version) return state
  const older = state ? [...state.older, state.version] : []
  if (state)
    database.run(
      `ALTER TABLE ${tableName({ name, version: state.version })} RENAME TO ${waitingName(name, state.version)}`,
      [],
    )
  for (const sql of tableSql(shape)) database.run(sql, [])
  const made: TableState = { version, shape: JSON.stringify(shape), older }
  const sql = `INSERT INTO record_tables (name, version, shape, counter, older) VALUES (?, ?, ?, 0, ?)
    ON CONFLICT (name) DO UPDATE SET version = excluded.version, shape = excluded.shape, older = excluded.older`
  database.run(sql, [name, version, made.shape, JSON.stringify(older)])
  return made
}

/** The statements that make a table and its indexes. */
export function tableSql(shape: TableShape): string[] {
  const typeOf = ({ kind }: ShapeField): string => (kind === "string" ? "TEXT" : "REAL")
  const columns = [
    `key ${typeOf(shape.key)} PRIMARY KEY NOT NULL`,
    "version INTEGER NOT NULL",
    "text TEXT NOT NULL",
    ...shape.fields.map((field, at) => `f${at} ${typeOf(field)} NOT NULL`),
  ]
  const table = tableName(shape)
  const indexes = shape.indexes.map(({ name }, index) => {
    const fields = placesOf(shape, index).map((at) => `f${at}`)
    return `CREATE INDEX "by ${name} of ${shape.name} ${shape.version}" ON ${table} (${fields.join(", ")}, key)`
  })
  return [`CREATE TABLE ${table} (${columns.join(", ")}) STRICT, WITHOUT ROWID`, ...indexes]
}

function makeStatements(table: string, fields: number): Statements {
  const names = Array.from({ length: fields }, (_, at) => `f${at}`)
  const columns = ["version", "text", ...names]
  const insert = `INSERT INTO ${table} (${[...columns, "key"].join(", ")}) VALUES (${columns.map(() => "?, ").join("")}?)`
  const changed = columns.map((column) => `${column} = excluded.${column}`).join(", ")
  return {
    get: `SELECT version, text FROM ${table} WHERE key = ?`,
    upsert: `${insert} ON CONFLICT (key) DO UPDATE SET ${changed}`,
    insert: `${insert} ON CONFLICT (key) DO NOTHING`,
    update: `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(", ")} WHERE key = ? AND version = ?`,
  }
}

function applyOne(
  database: SqlDatabase,
  shape: TableShape,
  made: Statements,
  change: RowChange,
  index: number,
  version: number,
): void {
  const { expected } = change
  const key = "put" in change ? change.put.key : change.delete
  const changed =
    "put" in change ? putOne(database, made, change.put, version, expected) : deleteOne(database, shape, key, expected)
  if (changed > 0 || expected === undefined) return
  const found = (database.one(made.get, [key])?.version ?? 0) as number
  if (found !== expected) throw new Conflict(index, found)
}

function putOne(
  database: SqlDatabase,
  made: Statements,
  { key, text, fields }: Omit<RecordRow, "version">,
  version: number,
  expected: number | undefined,
): number {
  const values: SqlValue[] = [version, text, ...fields, key]
  if (expected === undefined) return database.run(made.upsert, values)
  return expected === 0 ? database.run(made.insert, values) : database.run(made.update, [...values, expected])
}

function deleteOne(database: SqlDatabase, shape: TableShape, key: RecordKey, expected: number | undefined): number {
  const sql = `DELETE FROM ${tableName(shape)} WHERE key = ?`
  return expected === undefined ? database.run(sql, [key]) : database.run(`${sql} AND version = ?`, [key, expected])
}

function moveOne(database: SqlDatabase, shape: TableShape, from: number, made: Statements, move: Move): void {
  const { key } = "row" in move ? move.row : move.old
  // Another program may have moved it, and somebody changed it since.
  if (database.run(`DELETE FROM ${waitingName(shape.name, from)} WHERE key = ?`, [key]) === 0) return
  if ("row" in move) database.run(made.insert, [move.row.version, move.row.text, ...move.row.fields, key])
  else
    database.run("INSERT INTO record_quarantine (name, source, key, text, reason) VALUES (?, ?, ?, ?, ?)", [
      shape.name,
      from,
      JSON.stringify(key),
      move.old.text,
      move.reason,
    ])
}
