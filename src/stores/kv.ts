import {
  type Json,
  type Kv,
  type KvEntry,
  type KvKey,
  type KvListOptions,
  type KvPage,
  type KvPut,
  type KvPutOptions,
  type Path,
  storeLimits,
  type Value,
} from "cubular/contract"
import { store_ttl_refused } from "cubular/messages/en"
import type { Awaitable } from "./awaitable.ts"
import { fromCursor, toCursor } from "./cursor.ts"
import { metadataOf } from "./metadata.ts"
import type { Powers } from "./powers.ts"
import { forItem, refuse, wholeOf } from "./refuse.ts"
import { checkBatch, checkKey, checkKeys, checkPrefix, checkUnlike } from "./text.ts"
import { fromText, toText } from "./value.ts"

/** A value as a driver keeps it: JSON texts. */
export interface KvText {
  readonly value: string
  readonly metadata?: string | undefined
}

export interface KvRow extends KvText {
  readonly key: string
  /** Epoch ms from which on it is no longer there; absent: never. */
  readonly expiresAtMs?: number | undefined
}

export type KvListed = Omit<KvRow, "value">

/** A prefix, a bound on the number of rows, and where the page before ended: a `next` of this driver. */
export interface KvRange {
  readonly prefix: string
  readonly limit: number
  readonly after?: string | undefined
}

/**
 * What one `kv` store on one platform must do. The gate, `createKv`, has checked all it gives: keys, sizes, numbers.
 * A driver says what the platform says, as `CubeError`s of this family (`store_unavailable`, `store_full` …).
 */
export interface KvDriver {
  /** In the order of the keys; what has expired is absent. */
  get(keys: readonly string[], nowMs: number): Awaitable<readonly (KvText | undefined)[]>
  /** Acknowledged only once durable; each row whole or not at all. */
  put(rows: readonly KvRow[], nowMs: number): Awaitable<void>
  delete(keys: readonly string[]): Awaitable<void>
  /** In the order of code points. `next` exactly when there may be more. */
  list(range: KvRange, nowMs: number): Awaitable<{ readonly rows: readonly KvListed[]; readonly next?: string }>
}

/** A `kv` store over a driver: the one place that decides what is taken, for all of them. */
export function createKv(driver: KvDriver, { now }: Powers): Kv {
  return {
    async get(key) {
      checkKey(key, ["key"])
      return toEntry((await driver.get([key], now()))[0])
    },
    async getMany(keys) {
      checkKeys(keys)
      return (await driver.get(keys, now())).map(toEntry)
    },
    async put(key, value, options) {
      await driver.put([toRow(key, value, options, now())], now())
    },
    async putMany(entries) {
      await driver.put(toRows(entries, now()), now())
    },
    async delete(key) {
      checkKey(key, ["key"])
      await driver.delete([key])
    },
    async deleteMany(keys) {
      checkKeys(keys)
      await driver.delete(keys)
    },
    list: (options = {}) => list(driver, options, now()),
  }
}

const KEY: Path = ["key"]
const VALUE: Path = ["value"]

function toRows(entries: readonly KvPut[], nowMs: number): KvRow[] {
  checkBatch(entries, ["entries"])
  const rows = entries.map((entry, index) =>
    forItem("entries", index, () => toRow(entry.key, entry.value, entry, nowMs)),
  )
  checkUnlike(
    rows.map(({ key }) => key),
    "entries",
  )
  return rows
}

function toRow(key: string, value: Value, options: KvPutOptions | undefined, nowMs: number): KvRow {
  checkKey(key, KEY)
  const text = toText(value, VALUE, storeLimits.kvValueBytes)
  if (options === undefined || (options.ttlSec === undefined && options.metadata === undefined))
    return { key, value: text }
  return {
    key,
    value: text,
    metadata: metadataOf(options.metadata, ["metadata"]),
    expiresAtMs: expiryOf(options.ttlSec, nowMs),
  }
}

function expiryOf(ttlSec: unknown, nowMs: number): number | undefined {
  if (ttlSec === undefined) return undefined
  const { min, max } = storeLimits.kvTtlSec
  if (Number.isInteger(ttlSec) && (ttlSec as number) >= min && (ttlSec as number) <= max)
    return nowMs + (ttlSec as number) * 1000
  return refuse(store_ttl_refused, ["ttlSec"], { ttlSec: String(ttlSec), min, max })
}

function toEntry(text: KvText | undefined): KvEntry | undefined {
  if (text === undefined) return undefined
  const value = fromText(text.value)
  return text.metadata === undefined ? { value } : { value, metadata: fromText(text.metadata) as Json }
}

async function list(driver: KvDriver, options: KvListOptions, nowMs: number): Promise<KvPage> {
  const { prefix = "", cursor } = options
  checkPrefix(prefix, ["prefix"])
  const limit = wholeOf("limit", options.limit, 100, 1, storeLimits.page)
  const query = ["kv", prefix]
  const after = cursor === undefined ? undefined : (fromCursor(query, cursor) as string)
  const { rows, next } = await driver.list({ prefix, limit, after }, nowMs)
  return { keys: rows.map(toKey), ...(next === undefined ? {} : { cursor: toCursor(query, next) }) }
}

function toKey({ key, metadata, expiresAtMs }: KvListed): KvKey {
  if (metadata === undefined && expiresAtMs === undefined) return { key }
  return {
    key,
    ...(metadata === undefined ? {} : { metadata: fromText(metadata) as Json }),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  }
}
