import type { KvDriver, KvListed, KvRow, KvText } from "../kv.ts"
import { endOf } from "../text.ts"
import type { SqlDatabase, SqlRow, SqlValue } from "./database.ts"

/** Where a value ends is noted beside, so that values that never end cost nothing. A note may be of a value that is gone. */
export const kvTables = `
  CREATE TABLE kv_ends (
    store TEXT NOT NULL, expires REAL NOT NULL, key TEXT NOT NULL, PRIMARY KEY (store, expires, key)
  ) STRICT, WITHOUT ROWID;
`

const NOTE = "INSERT OR IGNORE INTO kv_ends (store, expires, key) VALUES (?, ?, ?)"
const ENDED = "SELECT expires, key FROM kv_ends WHERE store = ? AND expires <= ? ORDER BY expires, key LIMIT 1000"
const FORGET = "DELETE FROM kv_ends WHERE store = ? AND expires = ? AND key = ?"

/** How often writing looks for values that have ended. */
const SWEEP_MS = 60_000

/** A table of its own for every store. SQLite compares texts as UTF-8 bytes, which is the order of code points. */
function statementsOf(store: string) {
  const table = `"kv ${store}"`
  const alive = "(expires IS NULL OR expires > ?)"
  return {
    create: `CREATE TABLE IF NOT EXISTS ${table}
      (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, metadata TEXT, expires REAL) STRICT, WITHOUT ROWID`,
    put: `INSERT OR REPLACE INTO ${table} (key, value) VALUES (?, ?)`,
    putMore: `INSERT OR REPLACE INTO ${table} (key, value, metadata, expires) VALUES (?, ?, ?, ?)`,
    get: `SELECT value, metadata FROM ${table} WHERE key = ? AND ${alive}`,
    delete: `DELETE FROM ${table} WHERE key = ?`,
    deleteEnded: `DELETE FROM ${table} WHERE key = ? AND expires <= ?`,
    list: `SELECT key, metadata, expires FROM ${table} WHERE ${alive}`,
  } as const
}

/** A `kv` driver over SQLite. */
export function createKvDriver(database: SqlDatabase, store: string): KvDriver {
  const sql = statementsOf(store)
  let isThere = false
  let sweptMs = -Infinity

  function ready(): void {
    if (isThere) return
    database.run(sql.create, [])
    isThere = true
  }

  function write({ key, value, metadata, expiresAtMs }: KvRow): void {
    if (metadata === undefined && expiresAtMs === undefined) database.run(sql.put, [key, value])
    else database.run(sql.putMore, [key, value, metadata ?? null, expiresAtMs ?? null])
    if (expiresAtMs !== undefined) database.run(NOTE, [store, expiresAtMs, key])
  }

  function sweep(nowMs: number): void {
    const ended = database.all(ENDED, [store, nowMs])
    // What is left of a long list goes with the next write.
    if (ended.length < 1000) sweptMs = nowMs
    for (const { expires, key } of ended as readonly { readonly expires: number; readonly key: string }[]) {
      database.run(sql.deleteEnded, [key, nowMs])
      database.run(FORGET, [store, expires, key])
    }
  }

  function get(key: string, nowMs: number): KvText | undefined {
    const row = database.one(sql.get, [key, nowMs])
    if (row === undefined) return undefined
    const value = row.value as string
    return row.metadata === null ? { value } : { value, metadata: row.metadata as string }
  }

  return {
    get(keys, nowMs) {
      ready()
      return keys.map((key) => get(key, nowMs))
    },
    put(rows, nowMs) {
      ready()
      const isSwept = nowMs < sweptMs + SWEEP_MS
      // One statement is a transaction by itself.
      if (isSwept && rows.length === 1 && rows[0]?.expiresAtMs === undefined) return write(rows[0] as KvRow)
      database.transaction(() => {
        if (!isSwept) sweep(nowMs)
        for (const row of rows) write(row)
      })
    },
    delete(keys) {
      ready()
      database.transaction(() => {
        for (const key of keys) database.run(sql.delete, [key])
      })
    },
    list({ prefix, limit, after }, nowMs) {
      ready()
      const end = endOf(prefix)
      const values: SqlValue[] = [nowMs, after ?? prefix, ...(end === undefined ? [] : [end]), limit]
      const behind = `key ${after === undefined ? ">=" : ">"} ?${end === undefined ? "" : " AND key < ?"}`
      const rows = database.all(`${sql.list} AND ${behind} ORDER BY key LIMIT ?`, values).map(toListed)
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
