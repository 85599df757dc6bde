import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { isCubeError } from "cubular/contract"
import type { WriterLock } from "../sql/journal.ts"
import { sqlite, toStoreError } from "./sqlite.ts"

/**
 * A lock between processes that ends with its holder, however that dies: an exclusive transaction on an empty database of
 * its own, which SQLite keeps as a lock of the file system. It is never committed, so nothing is ever written.
 */
export function createWriterLock(file: string): WriterLock {
  let held: DatabaseSync | undefined

  return {
    take() {
      if (held !== undefined) return false
      mkdirSync(dirname(file), { recursive: true })
      const database = new (sqlite().DatabaseSync)(file, { timeout: 0 })
      try {
        database.exec("BEGIN EXCLUSIVE")
      } catch (error) {
        database.close()
        const told = toStoreError(error)
        if (isCubeError(told) && told.code === "store_busy") return false
        throw told
      }
      held = database
      return true
    },
    free() {
      held?.close()
      held = undefined
    },
  }
}
