import type { KvDriver, KvListed, KvRow } from "../kv.ts"
import { endOf } from "../text.ts"
import type { SqlDatabase, SqlRow, SqlValue } from "./database.ts"

/** SQLite compares texts as UTF-8 bytes, which is the order of code points. */
export const kvTables = `
  CREATE TABLE kv (
    store TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, metadata TEXT, expires REAL,
    PRIMARY KEY (store, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX kv_expires ON kv (expires) WHERE expires IS NOT NULL;
`

const PUT = "INSERT OR REPLACE INTO kv (store, key, value, metadata, expires) VALUES (?, ?, ?, ?, ?)"
const GET = "SELECT value, metadata FROM kv WHERE store = ? AND key = ? AND (expires IS NULL OR expires > ?)"
const DELETE = "DELETE FROM kv WHERE store = ? AND key = ?"
const SWEEP = "DELETE FROM kv WHERE expires <= ?"
const LIST = "SELECT key, metadata, expires FROM kv WHERE store = ? AND (expires IS NULL OR expires > ?)"

/** How often writing looks for rows that have expired. */
const SWEEP_MS = 60_000

/** A `kv` driver over SQLite. */
export function createKvDriver(database: SqlDatabase, store: string): KvDriver {
  let sweptMs = -Infinity

  function write(row: KvRow): void {
    database.run(PUT, [store, row.key, row.value, row.metadata ?? null, row.expiresAtMs ?? null])
  }

  function sweep(nowMs: number): void {
    if (nowMs < sweptMs + SWEEP_MS) return
    sweptMs = nowMs
    database.run(SWEEP, [nowMs])
  }

  function get(key: string, nowMs: number): { value: string; metadata?: string } | undefined {
    const row = database.one(GET, [store, key, nowMs])
    if (row === undefined) return undefined
    const value = row.value as string
    return row.metadata === null ? { value } : { value, metadata: row.metadata as string }
  }

  return {
    get: (keys, nowMs) => keys.map((key) => get(key, nowMs)),
    put: (rows, nowMs) =>
      database.transaction(() => {
        sweep(nowMs)
        for (const row of rows) write(row)
      }),
    delete: (keys) =>
      database.transaction(() => {
        for (const key of keys) database.run(DELETE, [store, key])
      }),
    list({ prefix, limit, after }, nowMs) {
      const end = endOf(prefix)
      const values: SqlValue[] = [store, nowMs, after ?? prefix, ...(end === undefined ? [] : [end]), limit]
      const sql = `${LIST} AND key ${after === undefined ? ">=" : ">"} ?${end === undefined ? "" : " AND key < ?"}`
      const rows = database.all(`${sql} ORDER BY key LIMIT ?`, values).map(toListed)
      const last = rows.at(-1)
      return rows.length < limit || last === undefined ? { rows } : { rows, next: last.key }
    },
  }
}

function toListed({ key, metadata, expires }: SqlRow): KvListed {
  return {
    key: key as string,
    ...(metadata === null ? {} : { metadata: metadata as string }),
    ...(expires === null ? {} : { expiresAtMs: expires as number }),
  }
}
