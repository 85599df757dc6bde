import type { KvDriver, KvListed, KvRow, KvText } from "../kv.ts"
import { ask } from "./ask.ts"
import { corrupt } from "./faults.ts"
import { behind, keyFrom, keyIn, prefixRange } from "./keys.ts"
import type { Lane } from "./lane.ts"
import { createReadMany, plainForm } from "./many.ts"
import type { StoresPlatform } from "./platform.ts"

/** A value with metadata or an end; all others are stored as their text alone. */
interface NotedRow {
  readonly value: string
  readonly metadata?: string | undefined
  readonly expires?: number | undefined
  /** What `list` tells, as the key of an index, so that it need not read values: key, expiry or −1, metadata or "". */
  readonly noted: readonly [key: string, expires: number, metadata: string]
  readonly ends?: readonly [store: string, expires: number]
}

/** How often writing looks for values that have ended, and how many it takes away at once. */
const SWEEP_MS = 60_000
const SWEEP_ROWS = 1000

/** A `kv` driver over IndexedDB. */
export function createKvDriver(lane: Lane, platform: StoresPlatform, store: string): KvDriver {
  const readMany = createReadMany(platform)
  let sweptMs = -Infinity

  async function sweep(kv: IDBObjectStore, nowMs: number): Promise<void> {
    const ended = await ask(kv.index("ends").getAllKeys(platform.ranges.bound([store], [store, nowMs]), SWEEP_ROWS))
    // What is left of a long list goes with the next write.
    if (ended.length < SWEEP_ROWS) sweptMs = nowMs
    for (const key of ended) kv.delete(key)
  }

  return {
    get: (keys, nowMs) =>
      lane.read(async (transaction) => {
        const whole = keys.map((key) => keyIn(store, key))
        const read = await readMany(transaction.objectStore("kv"), whole, plainForm, (stored) => toText(stored, nowMs))
        return read.rows
      }),
    put: (rows, nowMs) =>
      lane.write((transaction) => {
        const kv = transaction.objectStore("kv")
        const write = (): void => {
          for (const row of rows) kv.put(toStored(store, row), keyIn(store, row.key))
        }
        return nowMs < sweptMs + SWEEP_MS ? write() : sweep(kv, nowMs).then(write)
      }, true),
    delete: (keys) =>
      lane.write((transaction) => {
        const kv = transaction.objectStore("kv")
        for (const key of keys) kv.delete(keyIn(store, key))
      }, true),
    list: (range, nowMs) =>
      lane.read(async (transaction) => {
        const kv = transaction.objectStore("kv")
        const asked = prefixRange(platform, store, range)
        const noted = platform.ranges.bound([asked.lower], [asked.upper])
        const [keys, any] = await Promise.all([
          ask(kv.getAllKeys(asked, range.limit)),
          ask(kv.index("noted").getKey(noted)),
        ])
        const [first, last] = [keys[0], keys.at(-1)]
        if (first === undefined || last === undefined) return { rows: [] }
        const notes = any === undefined ? new Map() : await notesOf(kv, platform.ranges.bound([first], behind(last)))
        const found = keys.map((whole) => ({ key: keyFrom(store, whole), ...notes.get(whole as string) }))
        const rows = found.filter(({ expiresAtMs = Infinity }: KvListed) => expiresAtMs > nowMs)
        return keys.length < range.limit ? { rows } : { rows, next: keyFrom(store, last) }
      }),
  }
}

function toStored(store: string, { key, value, metadata, expiresAtMs: expires }: KvRow): string | NotedRow {
  if (metadata === undefined && expires === undefined) return value
  return {
    value,
    noted: [keyIn(store, key), expires ?? -1, metadata ?? ""],
    ...(metadata === undefined ? {} : { metadata }),
    ...(expires === undefined ? {} : { expires, ends: [store, expires] as const }),
  }
}

function toText(stored: unknown, nowMs: number): KvText | undefined {
  if (stored === undefined) return undefined
  if (typeof stored === "string") return { value: stored }
  const { value, metadata, expires = Infinity } = (stored ?? {}) as NotedRow
  if (typeof value !== "string") throw corrupt("a value that is no text")
  return expires <= nowMs ? undefined : { value, metadata }
}

/** Metadata and expiry of the keys that have any. */
function notesOf(kv: IDBObjectStore, range: IDBKeyRange): Promise<Map<string, Omit<KvListed, "key">>> {
  const notes = new Map<string, Omit<KvListed, "key">>()
  const request = kv.index("noted").openKeyCursor(range)
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor === null) return resolve(notes)
      const [key, expires, metadata] = cursor.key as unknown as NotedRow["noted"]
      notes.set(key, {
        ...(metadata === "" ? {} : { metadata }),
        ...(expires < 0 ? {} : { expiresAtMs: expires }),
      })
      cursor.continue()
    }
  })
}
