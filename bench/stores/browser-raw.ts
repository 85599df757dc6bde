/** The same work written straight on `idb`, with the same durability. Runs in the browser. */
import { type IDBPDatabase, openDB } from "idb"
import { type Row, schema } from "./rows.ts"

const strict = { durability: "strict" } as const

export const openRaw = (): Promise<IDBPDatabase> =>
  openDB("raw", 1, {
    upgrade(database) {
      database.createObjectStore("kv").createIndex("noted", "noted")
      database.createObjectStore("records").createIndex("byOwner", ["record.owner", "record.at", "record.id"])
      database.createObjectStore("messages", { keyPath: "number", autoIncrement: true }).createIndex("due", "due")
      database.createObjectStore("writer")
      database.createObjectStore("entries")
      database.createObjectStore("blobs")
    },
  })

export function rawKv(database: IDBPDatabase) {
  return {
    async putMany(rows: readonly Row[]) {
      const { store, done } = database.transaction("kv", "readwrite", strict)
      for (const row of rows) void store.put(row, row.id)
      await done
    },
    get: (key: string) => database.get("kv", key),
    getMany: (keys: readonly string[]) => {
      const { store } = database.transaction("kv")
      return Promise.all(keys.map((key) => store.get(key)))
    },
    /** Keys, and whether any of them has metadata or an end. */
    list: (from: string, count: number) => {
      const { store } = database.transaction("kv")
      return Promise.all([
        store.getAllKeys(IDBKeyRange.lowerBound(from), count),
        store.index("noted").getKey(IDBKeyRange.lowerBound([from])),
      ])
    },
  }
}

interface Stored {
  readonly record: Row
  readonly version: number
}

export function rawRecords(database: IDBPDatabase) {
  return {
    async batch(rows: readonly Row[]) {
      for (const row of rows) schema.parse(row)
      const { store, done } = database.transaction("records", "readwrite", strict)
      const found = await Promise.all(rows.map(({ id }) => store.get(id) as Promise<Stored | undefined>))
      rows.forEach((record, at) => void store.put({ record, version: (found[at]?.version ?? 0) + 1 }, record.id))
      await done
    },
    get: (key: string) => database.get("records", key),
    getMany: (keys: readonly string[]) => {
      const { store } = database.transaction("records")
      return Promise.all(keys.map((key) => store.get(key)))
    },
    find: (owner: string, count: number) =>
      database.getAllFromIndex("records", "byOwner", IDBKeyRange.bound([owner], [owner, []]), count),
  }
}

interface Message {
  readonly number: number
  readonly message: Row
  readonly due: number
  readonly attempt: number
}

export function rawQueue(database: IDBPDatabase) {
  return {
    async send(rows: readonly Row[]) {
      const { store, done } = database.transaction("messages", "readwrite", strict)
      for (const message of rows) void store.put({ message, due: Date.now(), attempt: 0 })
      await done
    },
    async receive(limit: number): Promise<Message[]> {
      const { store, done } = database.transaction("messages", "readwrite", strict)
      const found = (await store.index("due").getAll(IDBKeyRange.upperBound(Date.now()), limit)) as Message[]
      const taken = found.map((each) => ({ ...each, attempt: each.attempt + 1, due: Date.now() + 30_000 }))
      for (const each of taken) void store.put(each)
      await done
      return taken
    },
    async ack(taken: readonly Message[]) {
      const { store, done } = database.transaction("messages", "readwrite", strict)
      const found = (await Promise.all(taken.map(({ number }) => store.get(number)))) as Message[]
      found.forEach((each, at) => void (each.attempt === taken[at]?.attempt && store.delete(each.number)))
      await done
    },
  }
}

export function rawJournal(database: IDBPDatabase) {
  return {
    async append(rows: readonly Row[]) {
      const transaction = database.transaction(["writer", "entries"], "readwrite", strict)
      const { length = 0 } = ((await transaction.objectStore("writer").get(1)) ?? {}) as { length?: number }
      const entries = transaction.objectStore("entries")
      rows.forEach((row, at) => void entries.put(row, length + at))
      void transaction.objectStore("writer").put({ length: length + rows.length }, 1)
      await transaction.done
    },
    /** Entries, and where the journal ends. */
    read: (from: number, count: number) => {
      const transaction = database.transaction(["writer", "entries"])
      return Promise.all([
        transaction.objectStore("entries").getAll(IDBKeyRange.lowerBound(from), count),
        transaction.objectStore("writer").get(1),
      ])
    },
  }
}

interface StoredBlob {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

export function rawBlobs(database: IDBPDatabase) {
  const hash = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).join()
  return {
    async put(key: string, bytes: Uint8Array<ArrayBuffer>) {
      const sha256 = await hash(bytes)
      const { store, done } = database.transaction("blobs", "readwrite", strict)
      void store.put({ bytes, sha256 } satisfies StoredBlob, key)
      await done
    },
    async get(key: string) {
      const { bytes, sha256 } = (await database.get("blobs", key)) as StoredBlob
      if ((await hash(bytes)) !== sha256) throw new Error("corrupt")
      return bytes
    },
  }
}
