import type { KvDriver, KvListed, KvRow, KvText } from "../kv.ts"
import { ask, askAll } from "./ask.ts"
import type { Work } from "./commits.ts"
import { corrupt } from "./faults.ts"
import { keyFrom, keyIn, prefixRange } from "./keys.ts"
import type { Lane } from "./lane.ts"
import { createReadMany, plainForm } from "./many.ts"
import type { StoresPlatform } from "./platform.ts"

/** What is noted of a value. */
interface Noted {
  readonly metadata?: string | undefined
  readonly expires?: number | undefined
}

/** A value of which something is noted; all others are stored as their text alone. */
interface NotedRow extends Noted {
  readonly value: string
}

/** The same once more, under the same key in a place of its own, so that listing need not read values. */
interface Note extends Noted {
  readonly store: string
}

/** How often writing looks for values that have ended, and how many it takes away at once. */
const SWEEP_MS = 60_000
const SWEEP_ROWS = 1000

/** The mark of databases in which a value had a note once; in all others nobody looks for any. */
const MARK = "notes"

/** A `kv` driver over IndexedDB. */
export function createKvDriver(lane: Lane, platform: StoresPlatform, store: string): KvDriver {
  const { ranges } = platform
  const readMany = createReadMany(platform)
  const all = prefixRange(platform, store, { prefix: "" })
  const known = `notes of ${store}`
  let sweptMs = -Infinity

  /** Whether any value of the store has a note; asked for once in a transaction. */
  async function hasNotes(transaction: IDBTransaction, memo: Map<string, unknown>): Promise<boolean> {
    if (!lane.isMarked(transaction, MARK)) return false
    if (!memo.has(known)) memo.set(known, (await ask(transaction.objectStore("notes").getKey(all))) !== undefined)
    return memo.get(known) as boolean
  }

  async function sweep({ kv, notes }: Places, nowMs: number): Promise<void> {
    const until = ranges.bound([store], [store, nowMs])
    const ended = await ask(notes.index("ends").getAllKeys(until, SWEEP_ROWS))
    // What is left of a long list goes with the next write.
    if (ended.length < SWEEP_ROWS) sweptMs = nowMs
    for (const key of ended) {
      kv.delete(key)
      notes.delete(key)
    }
  }

  return {
    get: (keys, nowMs) =>
      lane.read(async (transaction) => {
        const whole = keys.map((key) => keyIn(store, key))
        const read = await readMany(transaction.objectStore("kv"), whole, plainForm, (stored) => toText(stored, nowMs))
        return read.rows
      }),
    put(rows, nowMs) {
      const noted = rows.filter(isNoted)
      const plain = noted.length === 0 ? rows : rows.filter((row) => !isNoted(row))
      const work: Work<void> = async (transaction, memo) => {
        const { kv, notes } = placesOf(transaction)
        const hadNotes = hasNotes(transaction, memo)
        for (const row of rows) kv.put(toStored(row), keyIn(store, row.key))
        for (const row of noted) notes.put({ store, ...toNoted(row) } satisfies Note, keyIn(store, row.key))
        if (await hadNotes) {
          for (const { key } of plain) notes.delete(keyIn(store, key))
          if (nowMs >= sweptMs + SWEEP_MS) await sweep({ kv, notes }, nowMs)
        } else if (noted.length > 0) memo.set(known, true)
      }
      return lane.write(work, true, noted.length > 0 ? MARK : undefined)
    },
    delete: (keys) =>
      lane.write(async (transaction, memo) => {
        const { kv, notes } = placesOf(transaction)
        const hadNotes = hasNotes(transaction, memo)
        for (const key of keys) kv.delete(keyIn(store, key))
        if (await hadNotes) for (const key of keys) notes.delete(keyIn(store, key))
      }, true),
    list: (range, nowMs) =>
      lane.read(async (transaction) => {
        const { kv, notes } = placesOf(transaction)
        const asked = prefixRange(platform, store, range)
        const places = lane.isMarked(transaction, MARK) ? [kv, notes] : [kv]
        const asking = places.map((place) => place.getAllKeys(asked, range.limit))
        const [keys = [], noted = []] = await askAll(asking, (found) => found)
        const [first, last] = [keys[0], keys.at(-1)]
        if (first === undefined || last === undefined) return { rows: [] }
        const listed = keys.map((whole): KvListed => ({ key: keyFrom(store, whole) }))
        const rows =
          noted.length === 0
            ? listed
            : current(listed, noted, await ask<unknown[]>(notes.getAll(ranges.bound(first, last))), store, nowMs)
        return keys.length < range.limit ? { rows } : { rows, next: keyFrom(store, last) }
      }),
  }
}

interface Places {
  readonly kv: IDBObjectStore
  readonly notes: IDBObjectStore
}

const placesOf = (transaction: IDBTransaction): Places => ({
  kv: transaction.objectStore("kv"),
  notes: transaction.objectStore("notes"),
})

const isNoted = ({ metadata, expiresAtMs }: KvRow): boolean => metadata !== undefined || expiresAtMs !== undefined

const toStored = (row: KvRow): string | NotedRow => (isNoted(row) ? { value: row.value, ...toNoted(row) } : row.value)

/** Without members that are undefined: a note without an end is in no index of ends. */
const toNoted = ({ metadata, expiresAtMs }: KvRow): Noted => ({
  ...(metadata === undefined ? {} : { metadata }),
  ...(expiresAtMs === undefined ? {} : { expires: expiresAtMs }),
})

function toText(stored: unknown, nowMs: number): KvText | undefined {
  if (stored === undefined) return undefined
  if (typeof stored === "string") return { value: stored }
  const { value, metadata, expires = Infinity } = (stored ?? {}) as NotedRow
  if (typeof value !== "string") throw corrupt("a value that is no text")
  return expires <= nowMs ? undefined : { value, metadata }
}

/** The rows with what is noted of them, without those that have ended. */
function current(
  rows: readonly KvListed[],
  noted: readonly IDBValidKey[],
  notes: readonly unknown[],
  store: string,
  nowMs: number,
): KvListed[] {
  const byKey = new Map(noted.map((whole, at) => [keyFrom(store, whole), (notes[at] ?? {}) as Note]))
  const told = rows.map(({ key }): KvListed => {
    const { metadata, expires } = byKey.get(key) ?? {}
    return { key, metadata, expiresAtMs: expires }
  })
  return told.filter(({ expiresAtMs = Infinity }) => expiresAtMs > nowMs)
}
