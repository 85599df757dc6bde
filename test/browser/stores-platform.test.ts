import { defineTable } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import {
  type BrowserStores,
  type BrowserStoresOptions,
  captureStoresPlatform,
  createStores,
  type StoresState,
} from "cubular/stores/browser"
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest"
import * as z from "zod"
import { filesOf, forget, nameOfTest } from "./stores-fixture.ts"

afterEach(() => void vi.restoreAllMocks())

/** Stores of a new name, or of one given; all of it is gone with the test. */
function open(options: Partial<BrowserStoresOptions> = {}): BrowserStores & { readonly name: string } {
  const name = options.name ?? nameOfTest()
  const stores = createStores({ clock: createHost().clock, ...options, name })
  onTestFinished(async () => {
    stores.close()
    await forget(name)
  })
  return Object.assign(stores, { name })
}

/** The database as any program opens it. */
function openRaw(name: string, version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => upgrade?.(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function changeRaw(name: string, place: string, change: (rows: IDBObjectStore) => void): Promise<void> {
  const database = await openRaw(name)
  const transaction = database.transaction(place, "readwrite")
  change(transaction.objectStore(place))
  await new Promise<void>((done) => {
    transaction.oncomplete = () => done()
  })
  database.close()
}

async function keysRaw(name: string, place: string): Promise<IDBValidKey[]> {
  const database = await openRaw(name)
  const request = database.transaction(place).objectStore(place).getAllKeys()
  return new Promise((resolve) => {
    request.onsuccess = () => {
      database.close()
      resolve(request.result)
    }
  })
}

const things = defineTable({
  name: "things",
  version: 1,
  schema: z.strictObject({ id: z.string(), n: z.number() }),
  key: "id",
  indexes: { byN: ["n"] },
})

/** A later version of it, or of another one. */
const raised = (name = things.shape.name) =>
  defineTable({
    name,
    version: 2,
    schema: z.strictObject({ id: z.string(), n: z.number() }),
    key: "id",
    indexes: { byN: ["n"] },
    migrations: { 2: (record) => record },
  })

/** One call of every store. */
const calls: readonly (readonly [string, (stores: BrowserStores) => Promise<unknown>])[] = [
  ["kv", (stores) => stores.kv("cells").get("a")],
  ["records", (stores) => stores.records(things).put({ id: "a", n: 1 })],
  ["queue", (stores) => stores.queue("work").send(1)],
  ["journal", (stores) => stores.journal("log").writer()],
  ["blobs", (stores) => stores.blobs("files").put("a", new Uint8Array(3))],
]

describe("transactions", () => {
  const transactions = () => vi.spyOn(IDBDatabase.prototype, "transaction")

  test("what is written in one tick is committed at once, and durable", async () => {
    const stores = open()
    await stores.state()
    const spy = transactions()
    await Promise.all(Array.from({ length: 100 }, (_, n) => stores.kv("cells").put(`k${n}`, n)))
    expect(spy.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
      ["readwrite", { durability: "strict" }],
    ])
    expect((await stores.kv("cells").list({ limit: 1000 })).keys).toHaveLength(100)
  })

  test("what comes while a commit is under way shares the next one", async () => {
    const stores = open()
    const { records } = stores
    await records(things).put({ id: "first", n: 0 })
    const spy = transactions()
    const first = records(things).put({ id: "a", n: 1 })
    await Promise.resolve()
    const others = Array.from({ length: 50 }, (_, n) => records(things).put({ id: `k${n}`, n }))
    expect(await Promise.all([first, ...others])).toEqual(Array.from({ length: 51 }, (_, n) => n + 2))
    expect(spy.mock.calls.length).toBeLessThanOrEqual(2)
  })

  test("of those that share one, a conflict refuses itself alone", async () => {
    const stores = open()
    const puts = [0, 5, 0].map((version, n) => stores.records(things).put({ id: `k${n}`, n }, { version }))
    const settled = await Promise.allSettled(puts)
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"])
    expect(settled[1]).toMatchObject({ reason: { code: "record_conflict" } })
    expect((await stores.records(things).find()).records.map(({ record, version }) => [record.id, version])).toEqual([
      ["k0", 1],
      ["k2", 2],
    ])
  })

  test("reads of one tick share one, also while the stores are opened and when the one before is about to end", async () => {
    const stores = open()
    const spy = transactions()
    const readMany = () => Promise.all(Array.from({ length: 20 }, (_, n) => stores.kv("cells").get(`k${n}`)))
    await readMany()
    expect(spy.mock.calls.map(([places]) => places)).toEqual(["about", ["kv", "notes"]])
    const { get } = IDBObjectStore.prototype
    const over = spy.mock.results.at(-1)?.value as IDBTransaction
    const later = new Promise<void>((done) => {
      over.addEventListener("complete", () => done())
    })
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      if (this.transaction === over) throw new DOMException("over", "TransactionInactiveError")
      return get.call(this, key)
    })
    await readMany()
    expect(spy).toHaveBeenCalledTimes(3)
    await later
  })

  test("reads that follow each other share some, for 10 ms, if nothing is written and nothing else is waited for", async () => {
    let ms = 0
    const stores = open({ platform: { ...captureStoresPlatform(), elapsedMs: () => ms } })
    const kv = stores.kv("cells")
    await kv.put("a", 1)
    const spy = transactions()
    for (let n = 0; n < 100; n++) {
      expect(await kv.get("a")).toEqual({ value: 1 })
      ms += 0.5
    }
    expect(spy).toHaveBeenCalledTimes(5)
    spy.mockClear()
    for (let n = 0; n < 4; n++) {
      await kv.put("a", n)
      expect(await kv.get("a")).toEqual({ value: n })
    }
    expect(spy).toHaveBeenCalledTimes(8)
    spy.mockClear()
    // What has ended is not asked.
    const asked = vi.spyOn(IDBTransaction.prototype, "objectStore")
    for (let n = 0; n < 4; n++) {
      await new Promise((later) => setTimeout(later, 20))
      expect(await kv.list()).toEqual({ keys: [{ key: "a" }] })
    }
    expect(spy).toHaveBeenCalledTimes(4)
    expect(asked).toHaveBeenCalledTimes(8)
  })

  test("reads that follow each other let a write of the same tab go first", async () => {
    const kv = open().kv("cells")
    await kv.put("a", 1)
    await kv.get("a")
    const reading = kv.get("a").then(() => kv.get("a"))
    let isWritten = false
    const writing = kv.put("a", 2).then(() => {
      isWritten = true
    })
    let reads = 0
    for (; !isWritten; reads++) await kv.get("a")
    await Promise.all([reading, writing])
    expect(reads).toBeLessThanOrEqual(3)
  })

  test("a read that comes when one is about to end begins another", async () => {
    const kv = open().kv("cells")
    await kv.put("a", 1)
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    // The next task comes before, in the midst of, or behind the end of the transaction.
    for (let n = 0; n < 200; n++) {
      const next = new Promise((turn) => {
        port2.onmessage = turn
      })
      expect(await kv.get("a")).toEqual({ value: 1 })
      port1.postMessage(0)
      await next
    }
    const { get } = IDBObjectStore.prototype
    let failed = 0
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      if (++failed === 2) throw new DOMException("over", "TransactionInactiveError")
      return get.call(this, key)
    })
    for (let n = 0; n < 3; n++) expect(await kv.get("a")).toEqual({ value: 1 })
    expect(failed).toBe(4)
  })

  test("many that are neighbours are read with two requests, and others are not read with them", async () => {
    const stores = open()
    const kv = stores.kv("cells")
    const key = (n: number): string => `k${String(n).padStart(3, "0")}`
    const entries = Array.from({ length: 100 }, (_, n) => ({ key: key(n), value: n }))
    await kv.putMany(entries.filter(({ value }) => value !== 50))
    const read = async (numbers: readonly number[]): Promise<number> => {
      const spies = (["get", "getAll", "getAllKeys"] as const).map((name) => vi.spyOn(IDBObjectStore.prototype, name))
      const found = await kv.getMany(numbers.map(key))
      expect(found).toEqual(numbers.map((n) => (n === 50 || n > 99 ? undefined : { value: n })))
      const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
      vi.restoreAllMocks()
      return count
    }
    const page = (from: number, step = 1): number[] => Array.from({ length: 20 }, (_, n) => from + n * step)
    expect(await read(page(3))).toBe(2)
    expect(await read([...page(40), 45].reverse())).toBe(2)
    expect(await read(page(90))).toBe(2)
    expect(await read(page(200))).toBe(2)
    expect(await read(page(0, 2))).toBe(21)
    expect(await read(page(3))).toBe(20)
    expect(await read(page(3))).toBe(2)
    for (let n = 0; n < 100; n++) await read(page(0, 2))
    expect(await read(page(0, 2))).toBe(20)
  })

  test("many messages that stand together are taken away at once, and no others with them", async () => {
    const stores = open()
    const queue = stores.queue("work")
    await stores.queue("worj").send("before")
    await stores.queue("worl").send("behind")
    await queue.sendMany(Array.from({ length: 60 }, (_, n) => ({ message: n })))
    const receipts = (await queue.receive({ limit: 60 })).map(({ receipt }) => receipt)
    const deletes = vi.spyOn(IDBObjectStore.prototype, "delete")
    await queue.ackMany(receipts.slice(0, 20))
    expect(deletes).toHaveBeenCalledTimes(1)
    await queue.ackMany([...receipts.slice(20, 30), ...receipts.slice(31, 41)])
    expect((await queue.peek()).messages.map(({ message }) => message)).toEqual([
      30,
      ...Array.from({ length: 19 }, (_, n) => 41 + n),
    ])
    await expect(queue.ackMany([...receipts.slice(41), ...receipts.slice(0, 3)])).rejects.toMatchObject({
      code: "receipt_stale",
    })
    expect(await queue.counts()).toMatchObject({ delivered: 20 })
    for (const name of ["worj", "worl"]) expect(await stores.queue(name).counts()).toMatchObject({ ready: 1 })
  })

  test("of many that stand together, those with partitions let the next one of theirs go", async () => {
    const queue = open().queue("work")
    const messages = Array.from({ length: 40 }, (_, n) => ({ message: n, partition: `p${n % 20}` }))
    await queue.sendMany(messages)
    await queue.ackMany((await queue.receive({ limit: 40 })).map(({ receipt }) => receipt))
    expect((await queue.receive({ limit: 40 })).map(({ message }) => message)).toEqual(
      Array.from({ length: 20 }, (_, n) => 20 + n),
    )
  })

  test("entries that were appended together stand in few rows, and are read from any position on", async () => {
    const stores = open()
    const log = stores.journal("log")
    const writer = await log.writer()
    const sizes = [1, 100, 3, 1, 1, 100, 7]
    const all: string[] = []
    for (const size of sizes) {
      const values = Array.from({ length: size }, (_, n) => `${all.length + n} ${"가".repeat(n === 2 ? 30_000 : 100)}`)
      all.push(...values)
      await writer.append(values)
    }
    expect(await keysRaw(stores.name, "entries")).toHaveLength(1 + 3 + 2 + 1 + 1 + 3 + 3)
    for (const from of [0, 1, 2, 50, 99, 100, 101, 104, 105, 200, 212, 213])
      for (const limit of [1, 2, 100, 1000]) {
        const { entries, end } = await log.read({ from, limit })
        expect(end).toBe(213)
        expect(entries).toEqual(all.slice(from, from + limit).map((value, n) => ({ position: from + n, value })))
      }
    expect((await log.read({ from: Number.MAX_SAFE_INTEGER, limit: 1000 })).entries).toEqual([])
  })

  test("backwards is the same in browsers that read only forwards at once", async () => {
    const stores = open()
    await stores.records(things).batch(Array.from({ length: 30 }, (_, n) => ({ put: { id: `k${n}`, n: n % 7 } })))
    const pages = async (): Promise<unknown> => {
      const query = { index: "byN", where: { n: { gte: 1, lt: 6 } }, order: "desc", limit: 8 } as const
      const first = await stores.records(things).find(query)
      return [first, await stores.records(things).find({ ...query, cursor: first.cursor })]
    }
    const quick = await pages()
    for (const { prototype } of [IDBObjectStore, IDBIndex])
      Object.defineProperty(prototype, "getAllRecords", { value: undefined, configurable: true })
    expect(await pages()).toEqual(quick)
  })
})

describe("a connection that is lost", () => {
  /** Databases that are opened from now on. */
  function opened(name: string): IDBDatabase[] {
    const found: IDBDatabase[] = []
    const { open: real } = IDBFactory.prototype
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(function (this: IDBFactory, ...given) {
      const request = real.apply(this, given)
      request.addEventListener("success", () => void (given[0] === name && found.push(request.result)))
      return request
    })
    return found
  }

  test.each(calls)("is opened anew, and the call made again: %s", async (_, call) => {
    const stores = open()
    const databases = opened(stores.name)
    await stores.kv("cells").put("a", "before")
    for (const database of databases) database.close()
    await call(stores)
    expect(databases).toHaveLength(2)
    expect(await stores.kv("cells").get("a")).toEqual({ value: "before" })
  })

  test("in the midst of a commit, what may be done twice is done again, and all else says so", async () => {
    const stores = open()
    await stores.state()
    const lose = () =>
      vi.spyOn(IDBTransaction.prototype, "commit").mockImplementationOnce(function (this: IDBTransaction) {
        this.abort()
      })
    lose()
    await stores.kv("cells").put("a", 1)
    expect(await stores.kv("cells").get("a")).toEqual({ value: 1 })
    lose()
    const sent = stores.queue("work").send(1)
    await expect(sent).rejects.toMatchObject({ code: "store_unavailable", retryable: true })
    expect(await stores.queue("work").counts()).toMatchObject({ ready: 0 })
    await stores.queue("work").send(2)
  })

  test("without IndexedDB every call says so", async () => {
    const platform = { ...captureStoresPlatform(), factory: undefined }
    for (const [, call] of calls)
      await expect(call(open({ platform }))).rejects.toMatchObject({ code: "store_unavailable" })
  })
})

describe("two tabs", () => {
  test("one that wants a newer version is not kept waiting, and the older program is refused from then on", async () => {
    const stores = open()
    await stores.kv("cells").put("a", 1)
    const newer = await openRaw(stores.name, 2, (database) => void database.createObjectStore("later"))
    onTestFinished(() => newer.close())
    const refusal = { code: "store_newer", params: { found: 2, known: 1 } }
    for (const [, call] of calls) await expect(call(stores)).rejects.toMatchObject(refusal)
    expect([...newer.objectStoreNames]).toContain("later")
  })

  test("what is under way when another wants a newer version is finished", async () => {
    const stores = open()
    await stores.state()
    const puts = Array.from({ length: 20 }, (_, n) => stores.kv("cells").put(`k${n}`, n))
    const newer = openRaw(stores.name, 2)
    const settled = await Promise.allSettled(puts)
    ;(await newer).close()
    const kept = await keysRaw(stores.name, "kv")
    expect(kept).toHaveLength(settled.filter(({ status }) => status === "fulfilled").length)
  })

  test("one that has read a table notices at once that another raised it, and goes on with all else", async () => {
    const older = open()
    await older.records(things).put({ id: "a", n: 1 })
    await older.records(things).get("a")
    const reads = Array.from({ length: 200 }, async () => {
      await new Promise((turn) => setTimeout(turn))
      return older.records(things).get("a")
    })
    const newer = open({ name: older.name })
    await newer.records(raised()).get("a")
    const refusal = { code: "store_newer", params: { found: 2, known: 1 } }
    await expect(older.records(things).get("a")).rejects.toMatchObject(refusal)
    await expect(older.records(things).find({ index: "byN" })).rejects.toMatchObject(refusal)
    await expect(older.records(things).put({ id: "b", n: 2 })).rejects.toMatchObject(refusal)
    for (const read of await Promise.allSettled(reads))
      if (read.status === "fulfilled") expect(read.value?.record).toEqual({ id: "a", n: 1 })
      else expect(read.reason).toMatchObject(refusal)
    await older.kv("cells").put("a", 1)
    expect((await newer.records(raised()).get("a"))?.record).toEqual({ id: "a", n: 1 })
  })

  test("several raise several tables at once", async () => {
    const one = open()
    const schema = z.strictObject({ id: z.string(), n: z.number() })
    const names = ["one", "two", "three"]
    for (const name of names)
      await one.records(defineTable({ name, version: 1, schema, key: "id" })).put({ id: "a", n: 1 })
    const tabs = [...names, ...names].map((name) => ({ name, stores: open({ name: one.name }) }))
    const found = await Promise.all(tabs.map(({ name, stores }) => stores.records(raised(name)).get("a")))
    expect(found.map((each) => each?.record.id)).toEqual(tabs.map(() => "a"))
  })

  test("one that reads without end does not keep another from writing", async () => {
    const reader = open()
    await reader.kv("cells").put("a", 0)
    let written = false
    const writing = open({ name: reader.name })
      .kv("cells")
      .put("a", 1)
      .then(() => {
        written = true
      })
    let found: unknown
    for (let n = 0; n < 100_000 && !written; n++) found = (await reader.kv("cells").get("a"))?.value
    await writing
    expect(found).toBe(1)
  })

  test("never give the same version twice, whoever changes how much, opens anew or fails", async () => {
    const name = nameOfTest()
    const tabs = [open({ name }), open({ name }), open({ name })]
    const seen: number[] = []
    const puts = (count: number) => Array.from({ length: count }, (_, n) => ({ put: { id: `k${n}`, n } }))
    for (let round = 0; round < 60; round++) {
      const given = await Promise.all(tabs.map(({ records }) => records(things).batch(puts(1 + ((round * 37) % 100)))))
      seen.push(...given.flat())
      if (round % 20 > 0) continue
      const fresh = open({ name })
      const table = fresh.records(things)
      const abort = function (this: IDBTransaction): void {
        this.abort()
      }
      vi.spyOn(IDBTransaction.prototype, "commit").mockImplementationOnce(abort)
      await expect(table.batch(puts(3))).rejects.toMatchObject({ code: "store_unavailable" })
      tabs[(round / 20) % 3] = fresh
    }
    expect(new Set(seen).size).toBe(seen.length)
    const one = await open({ name }).records(things).batch(puts(100))
    expect(one).toEqual(puts(100).map((_, n) => (one[0] as number) + n))
    expect(one[0]).toBeGreaterThan(Math.max(...seen))
  })

  test("what was put aside in a transaction that failed is not used", async () => {
    const one = open()
    await one.records(things).get("a")
    await one.queue("work").send(1)
    await changeRaw(one.name, "messages", (rows) => rows.put({ number: 1, head: "work", due: 0 }, ["work", 1]))
    const [version, damage] = await Promise.allSettled([
      one.records(things).put({ id: "a", n: 1 }),
      one.queue("work").receive(),
    ])
    expect(damage).toMatchObject({ reason: { code: "store_corrupt" } })
    expect(version).toMatchObject({ status: "fulfilled" })
    const other = await open({ name: one.name }).records(things).put({ id: "b", n: 1 })
    expect(other).toBeGreaterThan((version as PromiseFulfilledResult<number>).value)
  })

  test("versions put aside are used up before others are", async () => {
    const stores = open()
    const table = stores.records(things)
    const first = await table.put({ id: "a", n: 0 })
    const gets = vi.spyOn(IDBObjectStore.prototype, "get")
    const versions: number[] = []
    for (let n = 0; n < 24; n++)
      versions.push(...(await table.batch(Array.from({ length: 100 }, (_, at) => ({ put: { id: `k${at}`, n } })))))
    expect(versions).toEqual(Array.from({ length: 2400 }, (_, n) => first + 1 + n))
    expect(gets.mock.calls.length).toBeLessThanOrEqual(3)
  })

  test("metadata and ends one notes are known to all, also to one that had none", async () => {
    const { clock, advance } = createHost()
    const name = nameOfTest()
    const [one, two] = [open({ name, clock }).kv("cells"), open({ name, clock }).kv("cells")]
    await Promise.all([one.put("a", 1), two.put("b", 1)])
    expect((await one.list()).keys).toEqual([{ key: "a" }, { key: "b" }])
    await Promise.all([one.put("c", 1, { metadata: { by: "one" } }), two.put("d", 1, { ttlSec: 60 })])
    const all = [
      { key: "a" },
      { key: "b" },
      { key: "c", metadata: { by: "one" } },
      { key: "d", expiresAtMs: clock.now() + 60_000 },
    ]
    for (const kv of [one, two]) expect((await kv.list()).keys).toEqual(all)
    // What is put anew without any has none, and neither has what is put again after a deletion.
    await Promise.all([one.put("d", 2), two.delete("c")])
    await Promise.all([two.put("c", 2), one.put("a", 2, { metadata: "later" })])
    await advance(61_000)
    expect(await keysRaw(name, "notes")).toEqual(["cells\0a"])
    const rest = [{ key: "a", metadata: "later" }, { key: "b" }, { key: "c" }, { key: "d" }]
    for (const kv of [one, two]) expect((await kv.list()).keys).toEqual(rest)
    expect(await two.get("d")).toEqual({ value: 2 })
  })

  test("what is put with and without metadata at once has what the last put gave it", async () => {
    const stores = open()
    const [kv, others] = [stores.kv("cells"), stores.kv("others")]
    await others.put("a", 1, { metadata: 1 })
    await Promise.all([
      kv.put("b", 1),
      kv.put("a", 1, { metadata: 1 }),
      kv.put("a", 2),
      kv.put("c", 1, { ttlSec: 60 }),
      kv.delete("c"),
      others.delete("a"),
    ])
    expect((await kv.list()).keys).toEqual([{ key: "a" }, { key: "b" }])
    expect(await keysRaw(stores.name, "notes")).toEqual([])
  })

  test("what comes behind the first metadata or end of a database does not overtake it", async () => {
    for (const pause of [0, 1, 2, 4, 8, 16]) {
      const stores = open()
      const kv = stores.kv("cells")
      await kv.put("b", 1)
      const calls: Promise<void>[] = []
      for (const call of [
        () => kv.put("a", 1, { ttlSec: 60 }),
        () => kv.delete("a"),
        () => kv.put("b", 2, { metadata: 1 }),
        () => kv.put("b", 3),
        () => kv.put("c", 1),
        () => kv.put("c", 2, { metadata: 2 }),
      ]) {
        calls.push(call())
        if (pause > 0) await new Promise((later) => setTimeout(later, pause))
      }
      await Promise.all(calls)
      expect((await kv.list()).keys).toEqual([{ key: "b" }, { key: "c", metadata: 2 }])
      expect(await kv.getMany(["b", "c"])).toEqual([{ value: 3 }, { value: 2, metadata: 2 }])
    }
  })

  test("a database is marked once, whoever and however many put metadata first", async () => {
    const name = nameOfTest()
    const tabs = Array.from({ length: 4 }, () => open({ name }))
    const puts = tabs.flatMap(({ kv }, tab) =>
      Array.from({ length: 25 }, (_, n) => kv(`cells${n % 3}`).put(`${tab} ${n}`, n, { metadata: n })),
    )
    await Promise.all(puts)
    await Promise.all(tabs.map(({ kv }) => kv("other").put("a", 1, { ttlSec: 60 })))
    const raw = await openRaw(name)
    expect(raw.version).toBe(1001)
    raw.close()
    expect((await open({ name }).kv("cells0").list({ limit: 1000 })).keys).toHaveLength(36)
  })

  test("until a value has metadata or an end, nobody asks for any", async () => {
    const stores = open()
    const kv = stores.kv("cells")
    await kv.put("a", 1)
    const asked = vi.spyOn(IDBObjectStore.prototype, "getAllKeys")
    const lookedFor = vi.spyOn(IDBObjectStore.prototype, "getKey")
    await kv.list()
    await kv.put("b", 1)
    await kv.delete("b")
    expect([asked.mock.calls.length, lookedFor.mock.calls.length]).toEqual([1, 0])
    await stores.kv("others").put("a", 1, { ttlSec: 60 })
    await kv.list()
    expect(asked.mock.contexts.slice(-2).map((place) => (place as IDBObjectStore).name)).toEqual(["kv", "notes"])
  })

  test("one that lets no other in makes opening give up, and it works when that one is gone", async () => {
    const name = nameOfTest()
    const keeper = await openRaw(name, 1)
    const waiting = openRaw(name, 3).catch(() => undefined)
    const platform = { ...captureStoresPlatform(), setTimer: (wake: () => void) => setTimeout(wake, 100) }
    const stores = open({ name, platform })
    await expect(stores.kv("cells").get("a")).rejects.toMatchObject({ code: "store_busy", retryable: true })
    keeper.close()
    ;(await waiting)?.close()
    await forget(name)
    await stores.kv("cells").put("a", 1)
  })

  test("deliver each message to one of them", async () => {
    const [one, two] = [open(), undefined]
    const other = two ?? open({ name: one.name })
    await one.queue("work").sendMany(Array.from({ length: 40 }, (_, n) => ({ message: n })))
    const hands = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).queue("work").receive({ limit: 4 })),
    )
    const found = hands.flat().map(({ message }) => Number(message))
    expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  })

  test("a writer's right ends with the worker that held it, at once and however it dies", async () => {
    const stores = open()
    const code = `navigator.locks.request("${stores.name} journal log", () => { postMessage(1); return new Promise(() => {}) })`
    const worker = new Worker(URL.createObjectURL(new Blob([code])))
    await new Promise((held) => {
      worker.onmessage = held
    })
    await expect(stores.journal("log").writer()).rejects.toMatchObject({ code: "journal_taken", retryable: true })
    worker.terminate()
    await vi.waitFor(() => stores.journal("log").writer())
  })

  test("where there are no locks, a writer's right ends with its lease", async () => {
    const { clock, advance } = createHost()
    const platform = { ...captureStoresPlatform(), locks: undefined }
    const one = open({ clock, platform })
    const other = open({ clock, platform, name: one.name })
    const first = await one.journal("log").writer({ leaseSec: 10 })
    await expect(other.journal("log").writer()).rejects.toMatchObject({ code: "journal_taken" })
    await advance(10_000)
    await other.journal("log").writer()
    await expect(first.append([1])).rejects.toMatchObject({ code: "journal_fenced" })
  })
})

describe("a database that cannot be used is left as it is, with a code", () => {
  test.each(calls)("one of another program, asked for by %s", async (_, call) => {
    const name = nameOfTest()
    ;(await openRaw(name, 1, (database) => void database.createObjectStore("theirs"))).close()
    await expect(call(open({ name }))).rejects.toMatchObject({ code: "store_corrupt" })
    const found = await openRaw(name)
    expect([found.version, [...found.objectStoreNames]]).toEqual([1, ["theirs"]])
    found.close()
  })

  test("rows that are none of ours", async () => {
    const stores = open()
    await stores.kv("cells").put("a", 1)
    await stores.records(things).put({ id: "a", n: 1 })
    await stores.blobs("files").put("a", new Uint8Array(3))
    await stores.queue("work").send(1)
    await (await stores.journal("log").writer()).append([1])
    const isCorrupt = { code: "store_corrupt" }
    await changeRaw(stores.name, "kv", (rows) => rows.put(5, "cells\0a"))
    await expect(stores.kv("cells").get("a")).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "records", (rows) => rows.put(null, "things 1\0a\0"))
    await expect(stores.records(things).get("a")).rejects.toMatchObject(isCorrupt)
    await expect(stores.records(things).put({ id: "a", n: 1 }, { version: 1 })).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "tables", (rows) => rows.put({ version: "1" }, "things"))
    await expect(open({ name: stores.name }).records(things).put({ id: "b", n: 1 })).rejects.toMatchObject(isCorrupt)
    await expect(open({ name: stores.name }).records(things).get("b")).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "blobs", (rows) => rows.put({ size: 3 }, "files\0a"))
    await expect(stores.blobs("files").head("a")).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "parts", (rows) => rows.put({ size: 3 }, ["small/", "files\0a"]))
    await expect(stores.blobs("files").get("a")).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "messages", (rows) => rows.put({ number: 1, head: "work", due: 0 }, ["work", 1]))
    await expect(stores.queue("work").receive()).rejects.toMatchObject(isCorrupt)
    const [last = ""] = await keysRaw(stores.name, "entries")
    await changeRaw(stores.name, "entries", (rows) => rows.put(7, last))
    await expect(stores.journal("log").read()).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "entries", (rows) => rows.put({ at: 0, texts: [7] }, last))
    await expect(stores.journal("log").read()).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "entries", (rows) => rows.put({ at: 1, texts: ["7"] }, last))
    await expect(stores.journal("log").read()).rejects.toMatchObject(isCorrupt)
    await changeRaw(stores.name, "journals", (rows) => rows.put({}, "log"))
    await expect(stores.journal("log").read()).rejects.toMatchObject(isCorrupt)
  })

  test("damage that shows after the first write takes that back, and hurts nobody else", async () => {
    const { clock, advance } = createHost()
    const stores = open({ clock })
    const queue = stores.queue("work", { attempts: 1, visibilitySec: 1 })
    await queue.sendMany(["1", "2"].map((message) => ({ message, partition: "p" })))
    await queue.receive()
    await advance(1000)
    await changeRaw(stores.name, "messages", (rows) =>
      rows.put({ number: 2, line: "work", partition: "p" }, ["work", 2]),
    )
    const settled = await Promise.allSettled([
      stores.queue("other").send(1),
      queue.receive(),
      stores.queue("other").send(2),
    ])
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"])
    expect(settled[1]).toMatchObject({ reason: { code: "store_corrupt" } })
    expect(await queue.counts()).toMatchObject({ dead: 0 })
    expect(await stores.queue("other").counts()).toMatchObject({ ready: 2 })
  })

  test.each(calls)("%s of closed stores is refused", async (_, call) => {
    const [used, unused] = [open(), open()]
    await used.kv("cells").get("a")
    used.close()
    unused.close()
    await expect(call(used)).rejects.toMatchObject({ code: "store_closed" })
    await expect(call(unused)).rejects.toMatchObject({ code: "store_closed" })
  })

  test("a name that is none", () => {
    expect(() => createStores({ clock: createHost().clock, name: "No/name" })).toThrow("No/name")
  })
})

describe("data that is gone", () => {
  test("the state tells which data it is, the same for all who open it", async () => {
    const { clock } = createHost({ now: 5000 })
    const one = open({ clock })
    const state = await one.state()
    expect(state).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), madeAtMs: 5000, isPersisted: false })
    expect((await open({ name: one.name, expects: state.id }).state()).restored).toBeUndefined()
    expect((await open({ name: one.name, expects: true }).state()).restored).toBeUndefined()
    expect((await open({ name: one.name, expects: "another" }).state()).restored).toBe("empty")
  })

  test("stores that were made anew tell who expected something", async () => {
    const told: StoresState[] = []
    const stores = open({ expects: true, onEmpty: (state) => void told.push(state) })
    await stores.kv("cells").put("a", 1)
    await vi.waitFor(() => expect(told).toHaveLength(1))
    expect(told[0]).toEqual(await stores.state())
    expect(told[0]?.restored).toBe("empty")
    expect((await open({ expects: false }).state()).restored).toBeUndefined()
  })

  test("what is deleted under open stores is told, and they go on with nothing in them", async () => {
    const told: StoresState[] = []
    const stores = open({ onEmpty: (state) => void told.push(state) })
    const { id } = await stores.state()
    await stores.records(things).put({ id: "a", n: 1 })
    const writer = await stores.journal("log").writer()
    await writer.append([1])
    await forget(stores.name)
    expect(await stores.records(things).get("a")).toBeUndefined()
    await vi.waitFor(() => expect(told).toHaveLength(1))
    expect(told[0]?.restored).toBe("empty")
    expect(told[0]?.id).not.toBe(id)
    expect(await stores.records(things).put({ id: "b", n: 2 })).toBe(1)
    await expect(writer.append([2])).rejects.toMatchObject({ code: "journal_fenced" })
    expect((await stores.journal("log").writer()).end).toBe(0)
  })
})

describe("blobs", () => {
  const LARGE = 300_000

  test("large ones are files, small ones stand in the database; replacing and deleting leaves nothing behind", async () => {
    const stores = open()
    const blobs = stores.blobs("files")
    for (const size of [LARGE, 10, LARGE, LARGE]) await blobs.put("a", new Uint8Array(size))
    for (const size of [LARGE, 10]) await blobs.put("b", new Uint8Array(size))
    await blobs.put("c", new Uint8Array(LARGE), { sha256: "00" }).catch(() => undefined)
    expect(await filesOf(stores.name)).toHaveLength(1)
    expect(await keysRaw(stores.name, "parts")).toHaveLength(1)
    await blobs.delete("a")
    await blobs.delete("b")
    expect(await filesOf(stores.name)).toEqual([])
    expect(await keysRaw(stores.name, "parts")).toEqual([])
  })

  test("where there are no files, parts stand in the database, and their remains are swept when they are a day old", async () => {
    const { clock, advance } = createHost()
    const platform = { ...captureStoresPlatform(), storage: undefined, locks: undefined }
    const stores = open({ clock, platform })
    const bytes = new Uint8Array(9_000_000).map((_, at) => at)
    const { sha256 } = await stores.blobs("files").put("a", bytes)
    await stores.blobs("files").put("again", (await stores.blobs("files").get("a")) as Uint8Array, { sha256 })
    await stores.blobs("files").delete("again")
    expect(await stores.blobs("files").get("a", { offset: 8_388_600, length: 20 })).toEqual(
      bytes.slice(8_388_600, 8_388_620),
    )
    await stores
      .blobs("files")
      .put("b", bytes, { sha256: "00" })
      .catch(() => undefined)
    expect(await keysRaw(stores.name, "parts")).toHaveLength(2)
    await changeRaw(stores.name, "parts", (rows) => rows.put(bytes.slice(0, 5), [`parts/${clock.now()}.dead`, 0]))
    const count = async (): Promise<number> => {
      await open({ clock, platform, name: stores.name }).blobs("files").put("large", new Uint8Array(LARGE))
      return (await keysRaw(stores.name, "parts")).length
    }
    expect(await count()).toBe(4)
    await advance(86_400_000)
    expect(await count()).toBe(3)
  })

  test("remains of a crash are swept at the next opening; what is being written, and what is stored, stays", async () => {
    const stores = open()
    await stores.blobs("files").put("kept", new Uint8Array(LARGE).fill(1))
    const [kept] = await filesOf(stores.name)
    let goOn = (): void => undefined
    const halfway = new Promise<void>((wake) => {
      goOn = wake
    })
    async function* slowly(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(8_388_608)
      await halfway
      yield new Uint8Array(5)
    }
    const writing = stores.blobs("files").put("slow", slowly())
    await vi.waitFor(async () => expect(await filesOf(stores.name)).toHaveLength(2))
    const root = await navigator.storage.getDirectory()
    await root.getFileHandle(`${stores.name}.0.dead`, { create: true })
    const other = open({ name: stores.name })
    expect((await other.blobs("files").get("kept"))?.[0]).toBe(1)
    expect(await filesOf(stores.name)).toEqual(expect.arrayContaining([kept]))
    expect(await filesOf(stores.name)).not.toContain(`${stores.name}.0.dead`)
    goOn()
    expect((await writing).size).toBe(8_388_613)
    expect((await other.blobs("files").get("slow"))?.length).toBe(8_388_613)
  })

  test("a file that was cut or taken away is noticed", async () => {
    const stores = open()
    await stores.blobs("files").put("a", new Uint8Array(LARGE))
    const [name = ""] = await filesOf(stores.name)
    const root = await navigator.storage.getDirectory()
    const stream = await (await root.getFileHandle(name)).createWritable()
    await stream.write(new Uint8Array(5))
    await stream.close()
    await expect(stores.blobs("files").get("a")).rejects.toMatchObject({ code: "blob_corrupt" })
    await root.removeEntry(name)
    await expect(stores.blobs("files").get("a")).rejects.toMatchObject({ code: "blob_changed" })
  })
})

describe("values that have ended", () => {
  test("leave the database with the writes that come later, unless they were put anew", async () => {
    const { clock, advance } = createHost()
    const stores = open({ clock })
    const kv = stores.kv("cells")
    for (let from = 0; from < 1200; from += 100)
      await kv.putMany(Array.from({ length: 100 }, (_, n) => ({ key: `k${from + n}`, value: n, ttlSec: 60 })))
    await kv.put("k1", "longer", { ttlSec: 600 })
    await kv.put("k2", "for ever")
    await advance(120_000)
    for (let n = 0; n < 3; n++) await kv.put("other", n)
    expect(await keysRaw(stores.name, "kv")).toEqual(["cells\0k1", "cells\0k2", "cells\0other"])
    expect(await kv.get("k1")).toEqual({ value: "longer" })
  })
})
