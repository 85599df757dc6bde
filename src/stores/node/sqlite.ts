import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import type { DatabaseSync, StatementSync } from "node:sqlite"
import { CubeError, isCubeError } from "cubular/contract"
import {
  store_busy,
  store_closed,
  store_corrupt,
  store_full,
  store_newer,
  store_unavailable,
} from "cubular/messages/en"
import type { SqlDatabase, SqlRow } from "../sql/database.ts"
import { FORMAT, tables } from "../sql/tables.ts"

/** How long a write waits for another process's. Nothing else runs in this thread meanwhile. */
const BUSY_MS = 5000

/** "cube": SQLite's mark of which program a file belongs to. */
const APPLICATION_ID = 0x63756265

export interface SqliteOptions {
  /** Most bytes the file may have; what would make it larger is refused with `store_full`. */
  readonly maxBytes?: number | undefined
}

/** A database of our own on `node:sqlite`. */
export interface SqliteDatabase extends SqlDatabase {
  close(): void
}

/**
 * Opens a file, or makes it. A commit returns once the log is on the disk (WAL, synchronous=FULL). A file that is not
 * ours, damaged or of a newer version is left as it is.
 *
 * @throws {CubeError} `store_newer`, `store_corrupt`, `store_unavailable`, `store_busy`, `store_full`.
 */
export function openDatabase(file: string, options: SqliteOptions = {}): SqliteDatabase {
  return telling(() => {
    mkdirSync(dirname(file), { recursive: true })
    const database = new (sqlite().DatabaseSync)(file, { timeout: BUSY_MS })
    try {
      prepare(database, options)
      return createDatabase(database)
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Loaded with the first use: importing it costs time, and older versions of Node print a warning. */
export function sqlite(): typeof import("node:sqlite") {
  return process.getBuiltinModule("node:sqlite")
}

/** Nothing is written before the file is known to be ours or new. */
function prepare(database: DatabaseSync, { maxBytes }: SqliteOptions): void {
  refuseForeign(database)
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
  if (maxBytes !== undefined) {
    const pages = Math.floor(maxBytes / pragma(database, "page_size"))
    database.exec(`PRAGMA max_page_count = ${Math.max(1, pages)}`)
  }
  if (pragma(database, "user_version") === FORMAT) return
  database.exec("BEGIN IMMEDIATE")
  // Another process may have made the tables while this one waited.
  refuseForeign(database)
  if (pragma(database, "user_version") === 0)
    database.exec(`${tables} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}`)
  database.exec("COMMIT")
}

function refuseForeign(database: DatabaseSync): void {
  const found = pragma(database, "user_version")
  if (found > FORMAT) throw new CubeError({ ...store_newer, params: { found, known: FORMAT } })
  const isNew = pragma(database, "schema_version") === 0
  if (!isNew && pragma(database, "application_id") !== APPLICATION_ID)
    throw new CubeError({ ...store_corrupt, params: { reason: "a database of another program" } })
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
}

function createDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, StatementSync>()

  function statement(sql: string): StatementSync {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }

  return {
    one(sql, values) {
      try {
        return statement(sql).get(...values) as SqlRow | undefined
      } catch (error) {
        throw toStoreError(error)
      }
    },
    all(sql, values) {
      try {
        return statement(sql).all(...values) as readonly SqlRow[]
      } catch (error) {
        throw toStoreError(error)
      }
    },
    run(sql, values) {
      try {
        return statement(sql).run(...values).changes as number
      } catch (error) {
        throw toStoreError(error)
      }
    },
    transaction: (work) =>
      telling(() => {
        statement("BEGIN IMMEDIATE").run()
        try {
          const result = work()
          statement("COMMIT").run()
          return result
        } catch (error) {
          if (database.isTransaction) statement("ROLLBACK").run()
          throw error
        }
      }),
    close() {
      if (database.isOpen) database.close()
    },
  }
}

/** Does the work and says in our words what SQLite or the file system throws. */
function telling<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStoreError(error)
  }
}

/** Primary result codes (https://sqlite.org/rescode.html). What is in none of them is a fault of ours and stays as it is. */
export function toStoreError(cause: unknown): unknown {
  if (isCubeError(cause)) return cause
  const { code, errcode, errstr } = cause as { code?: string; errcode?: number; errstr?: string }
  const reason = errstr ?? code ?? "unknown"
  if (code === "ERR_INVALID_STATE") return new CubeError({ ...store_closed, cause })
  if (code !== "ERR_SQLITE_ERROR")
    return code === undefined
      ? cause
      : code === "ENOSPC" || code === "EDQUOT"
        ? new CubeError({ ...store_full, cause })
        : new CubeError({ ...store_unavailable, params: { reason }, retryable: true, cause })
  switch ((errcode ?? 0) & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return new CubeError({ ...store_busy, retryable: true, cause })
    case 13: // SQLITE_FULL
      return new CubeError({ ...store_full, cause })
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return new CubeError({ ...store_corrupt, params: { reason }, cause })
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN
    case 15: // SQLITE_PROTOCOL
      return new CubeError({ ...store_unavailable, params: { reason }, retryable: true, cause })
    default:
      return cause
  }
}
