import { CubeError } from "cubular/contract"
import { store_closed } from "cubular/messages/en"
import type { SqliteDatabase } from "./sqlite.ts"

/** A database that is opened with its first use; after a failure the next use tries again. */
export function createLazyDatabase(open: () => SqliteDatabase): SqliteDatabase {
  let opened: SqliteDatabase | undefined
  let closed = false

  function database(): SqliteDatabase {
    if (opened !== undefined) return opened
    if (closed) throw new CubeError(store_closed)
    opened = open()
    return opened
  }

  return {
    one: (sql, values) => database().one(sql, values),
    all: (sql, values) => database().all(sql, values),
    run: (sql, values) => database().run(sql, values),
    transaction: (work) => database().transaction(work),
    close() {
      closed = true
      opened?.close()
    },
  }
}
