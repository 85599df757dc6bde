import type { Blobs } from "./blobs.ts"
import type { Journal } from "./journal.ts"
import type { Kv } from "./kv.ts"
import type { Queue, QueueOptions } from "./queue.ts"
import type { Records } from "./records.ts"
import type { Table } from "./table.ts"

/** A store a cube uses: by kind and name, or the table that has the name. */
export type StoreUse =
  | { readonly store: Exclude<keyof Stores, "records">; readonly name: string }
  // Tables of any rows: what they hold does not matter here.
  // biome-ignore lint/suspicious/noExplicitAny: a table takes and gives its rows, so no narrower type holds all of them.
  | { readonly store: "records"; readonly table: Table<any, any, any> }

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
