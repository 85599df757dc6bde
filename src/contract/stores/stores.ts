import type { Blobs } from "./blobs.ts"
import type { Journal } from "./journal.ts"
import type { Kv } from "./kv.ts"
import type { Queue, QueueOptions } from "./queue.ts"
import type { Records } from "./records.ts"
import type { Table } from "./table.ts"

/**
 * The power `stores` of a host. A store is named where it is used; a name always means the same data, and two kinds of
 * store with one name have nothing to do with each other. Nothing is opened before it is used, so none of these wait.
 *
 * Names: a lower-case letter, then up to 47 lower-case letters, digits and "-".
 *
 * @throws {CubeError} all of them: `store_name_malformed`; `store_missing` where the host has no such store.
 */
export interface Stores {
  kv(name: string): Kv
  blobs(name: string): Blobs
  /** The records of a table made with `defineTable`, which has the name. */
  records<R, K extends string, I>(table: Table<R, K, I>): Records<R, K, I>
  /** @throws {CubeError} also `store_option_refused`. */
  queue(name: string, options?: QueueOptions): Queue
  journal(name: string): Journal
}
