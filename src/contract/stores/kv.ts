import type { Json, Value } from "../value.ts"

/** A value as it was put. */
export interface KvEntry {
  readonly value: Value
  readonly metadata?: Json
}

export interface KvPutOptions {
  /** Seconds the value may be read for, 60 to 315,360,000, whole. Absent: until it is replaced or deleted. */
  readonly ttlSec?: number | undefined
  /** Something short that `list` gives back with the key: at most 1,024 bytes of JSON. */
  readonly metadata?: Json | undefined
}

export interface KvPut extends KvPutOptions {
  readonly key: string
  readonly value: Value
}

export interface KvListOptions {
  /** Only keys that begin with it. Default "": all. */
  readonly prefix?: string | undefined
  /** Keys of a page at most, 1 to 1,000. Default 100. */
  readonly limit?: number | undefined
  /** Of the page before, with the same prefix. */
  readonly cursor?: string | undefined
}

export interface KvKey {
  readonly key: string
  readonly metadata?: Json
  /** When the value ends, epoch ms of the host's clock; on the edge rounded to whole seconds. */
  readonly expiresAtMs?: number
}

export interface KvPage {
  readonly keys: readonly KvKey[]
  /** Gives the next page; absent on the last one. A page that has one may hold fewer keys than asked for, even none. */
  readonly cursor?: string
}

/**
 * Values by key, for what may be read late: caches, flags, drafts. Never counters, locks or anything two writers change.
 *
 * - **May be stale.** A read, also one that finds nothing, and a list may show what was there a minute or more ago, even
 *   after a write of one's own. Of two writes to one key the later one stays, by the platform's reckoning.
 * - **Durable once acknowledged**: what `put` resolved for survives killing the process, the tab or the Worker.
 * - A batch is no transaction: when it fails, some of it may have been done. Each value is there whole or not at all.
 * - A value is given back as a copy, with −0 as 0 and undefined members left out.
 *
 * Keys are texts of 1 to 448 bytes of UTF-8 without halves of surrogate pairs and U+0000, and neither "." nor "..";
 * their order is that of code points. Values are what wires carry, at most 25 MiB as JSON.
 *
 * Every call may also reject with `store_unavailable` or `store_busy` (both retryable), `store_full`, `store_corrupt`,
 * `store_newer` or `store_closed`; what was acknowledged before stays readable where the platform lets it be read.
 */
export interface Kv {
  /** @throws {CubeError} `store_key_malformed`, `store_key_too_long`. */
  get(key: string): Promise<KvEntry | undefined>
  /** Up to 100 keys at once; the answers stand in the order of the keys. @throws as `get`; `store_batch_refused`. */
  getMany(keys: readonly string[]): Promise<readonly (KvEntry | undefined)[]>
  /**
   * @throws {CubeError} `store_key_malformed`, `store_key_too_long`, `store_ttl_refused`, `store_value_too_large`,
   * `store_metadata_too_large`, or a code of `checkValue` whose path leads to the part.
   */
  put(key: string, value: Value, options?: KvPutOptions): Promise<void>
  /** Up to 100 at once, each key once. @throws as `put`; `store_batch_refused`, `store_key_repeated`. */
  putMany(entries: readonly KvPut[]): Promise<void>
  /** A key that is not there is no error. @throws as `get`. */
  delete(key: string): Promise<void>
  /** Up to 100 at once. @throws as `getMany`. */
  deleteMany(keys: readonly string[]): Promise<void>
  /**
   * Keys in the order of code points. What is put or deleted between two pages may or may not show; nothing else is
   * missed or told twice.
   *
   * @throws {CubeError} `store_option_refused`, `store_cursor_refused`, and those of `get` for the prefix.
   */
  list(options?: KvListOptions): Promise<KvPage>
}
