import type { KvDriver, KvListed, KvRow, KvText } from "../kv.ts"
import { ask, askAll } from "./ask.ts"
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
  /** Keys of the index. */
  readonly notes: readonly [Note, End?]
}

/** What `list` tells, so that it need not read values: key, expiry or −1, metadata or "". */
type Note = readonly [kind: "key", key: string, expires: number, metadata: string]

/** What sweeping looks for. */
type End = readonly [kind: "end", store: string, expires: number]

/** How often writing looks for values that have ended, and how many it takes away at once. */
const SWEEP_MS = 60_000
const SWEEP_ROWS = 1000

/** A `kv` driver over IndexedDB. */
export function createKvDriver(lane: Lane, platform: StoresPlatform, store: string): KvDriver {
  const readMany = createReadMany(platform)
  let sweptMs = -Infinity

  async function sweep(kv: IDBObjectStore, nowMs: number): Promise<void> {
    const ended = await ask(
      kv.index("notes").getAllKeys(platform.ranges.bound(["end", store], ["end", store, nowMs]), SWEEP_ROWS),
    )
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
        const inNotes = platform.ranges.bound(["key", asked.lower], ["key", asked.upper])
        const asking: IDBRequest[] = [kv.getAllKeys(asked, range.limit), kv.index("notes").getKey(inNotes)]
        const answers = await askAll(asking, (answer: unknown) => answer)
        const [keys, any] = answers as [IDBValidKey[], IDBValidKey | undefined]
        const [first, last] = [keys[0], keys.at(-1)]
        if (first === undefined || last === undefined) return { rows: [] }
        const all = keys.map((whole) => ({ key: keyFrom(store, whole) }))
        const noted = platform.ranges.bound(["key", first], behind("key", last))
        const rows = any === undefined ? all : current(all, await notesOf(kv, store, noted), nowMs)
        return keys.length < range.limit ? { rows } : { rows, next: keyFrom(store, last) }
      }),
  }
}

function toStored(store: string, { key, value, metadata, expiresAtMs: expires }: KvRow): string | NotedRow {
  if (metadata === undefined && expires === undefined) return value
  const note: Note = ["key", keyIn(store, key), expires ?? -1, metadata ?? ""]
  return {
    value,
    notes: expires === undefined ? [note] : [note, ["end", store, expires]],
    ...(metadata === undefined ? {} : { metadata }),
    ...(expires === undefined ? {} : { expires }),
  }
}

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
  notes: ReadonlyMap<string, Omit<KvListed, "key">>,
  nowMs: number,
): KvListed[] {
  const noted = rows.map((row): KvListed => ({ ...row, ...notes.get(row.key) }))
  return noted.filter(({ expiresAtMs = Infinity }) => expiresAtMs > nowMs)
}

/** Metadata and expiry of the keys that have any. */
function notesOf(kv: IDBObjectStore, store: string, range: IDBKeyRange): Promise<Map<string, Omit<KvListed, "key">>> {
  const notes = new Map<string, Omit<KvListed, "key">>()
  const request = kv.index("notes").openKeyCursor(range)
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor === null) return resolve(notes)
      const [, key, expires, metadata] = cursor.key as unknown as Note
      notes.set(keyFrom(store, key), {
        ...(metadata === "" ? {} : { metadata }),
        ...(expires < 0 ? {} : { expiresAtMs: expires }),
      })
      cursor.continue()
    }
  })
}
