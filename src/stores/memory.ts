/**
 * Stores in memory, for tests, replays and pages that keep nothing: deterministic, on the clock they are given.
 *
 * @example createHost({ stores: (clock) => createStores({ clock }) })
 *
 * @module
 */
import type { Clock, Stores } from "cubular/contract"
import { createKv } from "./kv.ts"
import { createKvDriver } from "./memory/kv.ts"
import { createRecordsDriver } from "./memory/records.ts"
import { byName, byTable } from "./name.ts"
import { powersOf } from "./powers.ts"
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
  return {
    records: byTable((table) => createRecords(records, table)),
    kv: byName(() => {
      const driver = createKvDriver()
      return createKv(staleMs > 0 ? withStaleReads(driver, staleMs) : driver, powers)
    }),
  }
}
