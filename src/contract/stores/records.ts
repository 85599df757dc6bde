import type { Value } from "../value.ts"
import type { RecordKey, Table } from "./table.ts"

/** A record and the version it has. */
export interface Versioned<R> {
  readonly record: R
  /** A whole number from 1 on that no other state of any record of the table has, and that grows with every change. */
  readonly version: number
}

/** One change of a batch. `version` is the one the record must have now, 0 for no record; absent: whatever there is. */
export type RecordChange<R, Key> =
  | { readonly put: R; readonly version?: number | undefined }
  | { readonly delete: Key; readonly version?: number | undefined }

/** Values between two bounds, each with or without its end; of texts also those that begin with a prefix. */
export interface RecordRange<V> {
  readonly gt?: V | undefined
  readonly gte?: V | undefined
  readonly lt?: V | undefined
  readonly lte?: V | undefined
  readonly prefix?: (V extends string ? string : never) | undefined
}

/** Fields of an index in their order: all but the last one given have a value, the last a value or a range. */
export type Where<R, F extends keyof R> = { readonly [N in F]?: R[N] | RecordRange<R[N]> | undefined }

interface Paging {
  /** "asc" (default) or "desc": by the fields of the index, then by the key. */
  readonly order?: "asc" | "desc" | undefined
  /** Records of a page at most, 1 to 1,000. Default 100. */
  readonly limit?: number | undefined
  /** Of the page before, with the same query. */
  readonly cursor?: string | undefined
}

/** By an index, or without one by the key. */
export type RecordQuery<R, K extends string, I> = Paging &
  (
    | { readonly index?: undefined; readonly where?: Where<R, K & keyof R> | undefined }
    | {
        [N in keyof I & string]: {
          readonly index: N
          readonly where?: Where<R, (I[N] extends readonly (infer F)[] ? F : never) & keyof R> | undefined
        }
      }[keyof I & string]
  )

export interface RecordPage<R> {
  readonly records: readonly Versioned<R>[]
  /** Gives the next page; absent on the last one. */
  readonly cursor?: string
}

/** A record no migration could carry over, as it was. */
export interface Quarantined {
  readonly key: RecordKey
  readonly value: Value
  /** Version of the table it was written with. */
  readonly from: number
  /** Why: a code, and the place in the record where there is one. */
  readonly reason: string
}

export interface QuarantinePage {
  readonly records: readonly Quarantined[]
  readonly cursor?: string
}

/**
 * A typed table: records by key, found by declared indexes, changed in batches that happen whole or not at all.
 *
 * - **Reads see** everything acknowledged through the same `stores`, and what others wrote at the latest a moment later.
 * - **Durable once acknowledged.** A batch is one transaction; a crash in its midst leaves nothing of it.
 * - **Versions** make changes safe without locks: read, change, write with the version that was read. Deleting and
 *   putting again gives a new version, so an old one never fits by chance. Numbers may be left out.
 * - **Migrations** run when a table is first used by a program with a higher version, in chunks that survive a crash at any
 *   moment. What they cannot carry over is kept in quarantine with its reason: nothing is dropped. A program with a lower
 *   version is refused with `store_newer` from then on, also in the midst of its work.
 *
 * Keys and texts in indexes have up to 448 bytes of UTF-8 (a key at least one), compare by code points, and hold neither
 * U+0000 nor halves of pairs; a record has up to 1,000,000 bytes as JSON.
 *
 * Every call may also reject with `store_unavailable` or `store_busy` (both retryable), `store_full`, `store_corrupt`,
 * `store_newer`, `store_closed` or `table_changed`.
 */
export interface Records<R, K extends string, I> {
  /** @throws {CubeError} `store_key_malformed`, `store_key_too_long`, `record_key_kind`. */
  get(key: R[K & keyof R]): Promise<Versioned<R> | undefined>
  /** Up to 100 keys at once; the answers stand in the order of the keys. @throws as `get`; `store_batch_refused`. */
  getMany(keys: readonly R[K & keyof R][]): Promise<readonly (Versioned<R> | undefined)[]>
  /**
   * @returns the version the record now has.
   * @throws {CubeError} `record_refused`, `record_conflict`, `store_key_malformed`, `store_key_too_long`,
   * `store_value_too_large`, or a code of `checkValue`.
   */
  put(record: R, options?: { readonly version?: number | undefined }): Promise<number>
  /** A record that is not there is no error, unless a version says it is. @throws as `get`; `record_conflict`. */
  delete(key: R[K & keyof R], options?: { readonly version?: number | undefined }): Promise<void>
  /**
   * Up to 100 changes of different records as one transaction.
   *
   * @returns the version of each record, 0 where it was deleted.
   * @throws as `put` and `delete`, with the place of the change in the path; `store_batch_refused`, `store_key_repeated`.
   */
  batch(changes: readonly RecordChange<R, R[K & keyof R]>[]): Promise<readonly number[]>
  /**
   * Records in the order of an index. A cursor goes on behind the last record given, whatever is written in between.
   *
   * @throws {CubeError} `index_unknown`, `query_refused`, `record_key_kind`, `store_option_refused`, `store_cursor_refused`.
   */
  find(query?: RecordQuery<R, K, I>): Promise<RecordPage<R>>
  /** What migrations could not carry over. @throws {CubeError} `store_option_refused`, `store_cursor_refused`. */
  quarantined(options?: { readonly limit?: number; readonly cursor?: string }): Promise<QuarantinePage>
}

/** The store behind a table. */
export type RecordsOf<T> = T extends Table<infer R, infer K, infer I> ? Records<R, K, I> : never
