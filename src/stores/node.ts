/**
 * Stores of Node ≥ 22.18: one SQLite database in a folder, and a file for each blob. SQLite answers at once, so a call keeps the thread for as long as
 * the disk takes.
 *
 * @example createHost({ stores: (clock) => createStores({ folder: "./data", clock }) })
 *
 * @module
 */
import { join } from "node:path"
import type { Clock, Stores } from "cubular/contract"
import { createBlobs } from "./blobs.ts"
import { createJournal } from "./journal.ts"
import { createKv } from "./kv.ts"
import { byName, byTable } from "./name.ts"
import { createBlobDriver, createBlobFolder, createNodeHasher } from "./node/blobs.ts"
import { createLazyDatabase } from "./node/lazy.ts"
import { openDatabase } from "./node/sqlite.ts"
import { createWriterLock } from "./node/writer-lock.ts"
import { powersOf } from "./powers.ts"
import { createQueue } from "./queue.ts"
import { createRecords } from "./records.ts"
import { createJournalDriver, type WriterLock } from "./sql/journal.ts"
import { createKvDriver } from "./sql/kv.ts"
import { createQueueDriver } from "./sql/queue.ts"
import { createRecordsDriver } from "./sql/records.ts"

export { createNodeHasher } from "./node/blobs.ts"

export interface NodeStoresOptions {
  /** Where everything is kept; made when it is not there. Several processes may use one folder. */
  readonly folder: string
  readonly clock: Pick<Clock, "now">
  /** Most bytes the database may have; what would make it larger is refused with `store_full`. Default: the disk. */
  readonly maxBytes?: number
}

export interface NodeStores extends Stores {
  /** Lets the files go; the same folder can be opened again. Calls from then on reject with `store_closed`. */
  close(): void
}

/** Touches nothing before a store is used. */
export function createStores({ folder, clock, maxBytes }: NodeStoresOptions): NodeStores {
  const powers = powersOf(clock)
  const database = createLazyDatabase(() => openDatabase(join(folder, "stores.sqlite"), { maxBytes }))
  const records = createRecordsDriver(database)
  const queues = byName((name) => createQueueDriver(database, name))
  const blobFolder = createBlobFolder(join(folder, "blobs"), database)
  const locks: WriterLock[] = []
  return {
    kv: byName((name) => createKv(createKvDriver(database, name), powers)),
    records: byTable((table) => createRecords(records, table)),
    blobs: byName((name) => createBlobs(createBlobDriver(blobFolder, database, name), createNodeHasher)),
    queue: (name, options) => createQueue(queues(name), powers, options),
    journal: byName((name) => {
      const lock = createWriterLock(join(folder, "writers", `${name}.lock`))
      locks.push(lock)
      return createJournal(name, createJournalDriver(database, name, lock), powers)
    }),
    close() {
      for (const lock of locks) lock.free()
      database.close()
    },
  }
}
