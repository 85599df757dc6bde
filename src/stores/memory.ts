/**
 * Stores in memory, for tests, replays and pages that keep nothing: deterministic, on the clock they are given.
 *
 * @example createHost({ stores: (clock) => createStores({ clock }) })
 *
 * @module
 */
import type { Clock, Stores } from "cubular/contract"
import { createBlobs } from "./blobs.ts"
import { createJournal } from "./journal.ts"
import { createKv } from "./kv.ts"
import { createBlobDriver } from "./memory/blobs.ts"
import { createJournalDriver } from "./memory/journal.ts"
import { createKvDriver } from "./memory/kv.ts"
import { createQueueDriver } from "./memory/queue.ts"
import { createRecordsDriver } from "./memory/records.ts"
import { byName, byTable } from "./name.ts"
import { powersOf } from "./powers.ts"
import { createQueue } from "./queue.ts"
import { createRecords } from "./records.ts"
import { withStaleReads } from "./stale.ts"

export interface MemoryStoresOptions {
  readonly clock: Pick<Clock, "now">
  /** How long `kv` goes on showing what was read once, as Workers KV does for a minute. Default 0: always fresh. */
  readonly staleMs?: number
}

/** Stores that end with the object. */
export function createStores({ clock, staleMs = 0 }: MemoryStoresOptions): Stores {
  const powers = powersOf(clock)
  const records = createRecordsDriver()
  const queues = byName(createQueueDriver)
  return {
    kv: byName(() => {
      const driver = createKvDriver()
      return createKv(staleMs > 0 ? withStaleReads(driver, staleMs) : driver, powers)
    }),
    records: byTable((table) => createRecords(records, table)),
    blobs: byName(() => createBlobs(createBlobDriver())),
    queue: (name, options) => createQueue(queues(name), powers, options),
    journal: byName((name) => createJournal(name, createJournalDriver(), powers)),
  }
}
