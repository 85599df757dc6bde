/**
 * Stores of Cloudflare Workers: Workers KV, D1, R2, and Durable Objects for queues and journals. Holds only bindings, so
 * one object serves all requests of an isolate.
 *
 * @example createHost({ stores: (clock) => createStores(env, { clock }) })
 *
 * @module
 */
import { type Clock, CubeError, type Stores } from "cubular/contract"
import { store_binding_missing } from "cubular/messages/en"
import { createBlobs } from "./blobs.ts"
import { createJournal } from "./journal.ts"
import { createKv } from "./kv.ts"
import { byName, byTable } from "./name.ts"
import { powersOf } from "./powers.ts"
import { createQueue } from "./queue.ts"
import { createRecords } from "./records.ts"
import type { RecordsDriver } from "./records-driver.ts"
import type { StoreBindings } from "./workers/bindings.ts"
import { createBlobDriver, REMAINS_MS, sweep } from "./workers/blobs.ts"
import { createStreamHasher } from "./workers/hasher.ts"
import { createKvDriver } from "./workers/kv.ts"
import { journalAt, queueAt } from "./workers/object.ts"
import { createRecordsDriver } from "./workers/records.ts"
import { withWake } from "./workers/wake.ts"

export type * from "./workers/bindings.ts"
export { type Reply, type Serve, serveJournal, serveQueue } from "./workers/object.ts"
export type { ObjectStorage } from "./workers/object-sql.ts"
export { type Wake, wokenQueues } from "./workers/wake.ts"

export interface WorkersStoresOptions {
  readonly clock: Pick<Clock, "now">
}

/**
 * Touches nothing before a store is used.
 *
 * @param bindings - The Worker's `env`, or an object that gives other bindings these names.
 * @throws {CubeError} from the stores of a kind whose binding is absent: `store_binding_missing`.
 */
export function createStores(bindings: StoreBindings, { clock }: WorkersStoresOptions): Stores {
  const powers = powersOf(clock)
  const bound = <B extends keyof typeof PLATFORMS>(binding: B): NonNullable<StoreBindings[B]> =>
    bindings[binding] ?? missing(binding)
  const wakes = bindings.CUBULAR_WAKE
  const queues = byName((name) => {
    const driver = queueAt(bound("CUBULAR_QUEUE"), name)
    return wakes ? withWake(driver, name, wakes, powers) : driver
  })
  let records: RecordsDriver | undefined
  return {
    kv: byName((name) => createKv(createKvDriver(bound("CUBULAR_KV"), name), powers)),
    records: byTable((table) => {
      records ??= createRecordsDriver(bound("CUBULAR_RECORDS"))
      return createRecords(records, table)
    }),
    blobs: byName((name) => createBlobs(createBlobDriver(bound("CUBULAR_BLOBS"), name), createStreamHasher)),
    queue: (name, options) => createQueue(queues(name), powers, options),
    journal: byName((name) => createJournal(name, journalAt(bound("CUBULAR_JOURNAL"), name), powers)),
  }
}

/**
 * Deletes what crashes and races left of large blobs: contents no key means. Each large upload does a little of it; a Worker
 * that has a `scheduled` handler may do all.
 *
 * @param olderThanSec - Younger ones may be on their way in. Default: a day.
 */
export async function sweepBlobs(
  { CUBULAR_BLOBS: bucket = missing("CUBULAR_BLOBS") }: StoreBindings,
  store: string,
  olderThanSec: number = REMAINS_MS / 1000,
): Promise<void> {
  const beforeMs = Date.now() - olderThanSec * 1000
  let from: string | undefined
  do from = await sweep(bucket, store, beforeMs, from, 100)
  while (from !== undefined)
}

const PLATFORMS = {
  CUBULAR_KV: { kind: "kv", platform: "[[kv_namespaces]]" },
  CUBULAR_RECORDS: { kind: "records", platform: "[[d1_databases]]" },
  CUBULAR_BLOBS: { kind: "blobs", platform: "[[r2_buckets]]" },
  CUBULAR_QUEUE: { kind: "queue", platform: "[[durable_objects.bindings]], class QueueObject" },
  CUBULAR_JOURNAL: { kind: "journal", platform: "[[durable_objects.bindings]], class JournalObject" },
} as const

function missing(binding: keyof typeof PLATFORMS): never {
  throw new CubeError({ ...store_binding_missing, params: { binding, ...PLATFORMS[binding] } })
}
