/**
 * The stores of browsers against the same work on `idb`, and against dexie and idb-keyval, in one page: every contender's
 * database is on the same disk, with the same durability; they take turns.
 */
import { createStores } from "cubular/stores/browser"
import { Dexie } from "dexie"
import { get as keyvalGet, getMany as keyvalGetMany, set as keyvalSet, setMany as keyvalSetMany } from "idb-keyval"
import { type Contender, interleave, type Slices } from "../interleave.ts"
import { openRaw, rawBlobs, rawJournal, rawKv, rawQueue, rawRecords } from "./browser-raw.ts"
import { BATCH, keyOf, keysOf, type Row, rowOf, rowsOf, schema, table } from "./rows.ts"

/** Rows there are: fewer than in Node, so that filling them takes no minute. */
const FILLED = 2000

const stores = createStores({ clock: { now: () => Date.now() } })
const database = await openRaw()
const bare = {
  kv: rawKv(database),
  records: rawRecords(database),
  queue: rawQueue(database),
  journal: rawJournal(database),
  blobs: rawBlobs(database),
}
const [kv, records, queue, blobs] = [
  stores.kv("rows"),
  stores.records(table),
  stores.queue("rows"),
  stores.blobs("rows"),
]
const journal = await stores.journal("rows").writer()

const dexie = new Dexie("dexie", { chromeTransactionDurability: "strict" })
dexie.version(1).stores({ kv: "", records: "id, [owner+at]" })
const dexieKv = dexie.table<Row, string>("kv")
const dexieRecords = dexie.table<Row, string>("records")

/** As `createStore` of idb-keyval makes it, but strict as all others. */
const keyval = await new Promise<IDBDatabase>((resolve) => {
  const request = indexedDB.open("keyval", 1)
  request.onupgradeneeded = () => request.result.createObjectStore("kv")
  request.onsuccess = () => resolve(request.result)
})
const keyvalStore = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T | PromiseLike<T>): Promise<T> =>
  Promise.resolve(work(keyval.transaction("kv", mode, { durability: "strict" }).objectStore("kv")))

const entries = (n: number) => rowsOf(n).map((row) => ({ key: row.id, value: row }))
for (let n = 0; n < FILLED / BATCH; n++) {
  await kv.putMany(entries(n))
  await bare.kv.putMany(rowsOf(n))
  await records.batch(rowsOf(n).map((put) => ({ put })))
  await bare.records.batch(rowsOf(n))
  await dexieKv.bulkPut(rowsOf(n), keysOf(n))
  await dexieRecords.bulkPut(rowsOf(n))
  const pairs = rowsOf(n).map((row): [string, Row] => [row.id, row])
  await keyvalSetMany(pairs, keyvalStore)
}
for (let n = 0; n < 3; n++) {
  await journal.append(rowsOf(n))
  await bare.journal.append(rowsOf(n))
}

const bytes = new Uint8Array(65_536).map((_, at) => (at * 31) >> 3)
await blobs.put(keyOf(1), bytes)
await bare.blobs.put(keyOf(1), bytes)

const at = (n: number): number => n % FILLED
const batchAt = (n: number): number => n % (FILLED / BATCH)
const way = (name: string, run: (n: number) => unknown): Contender => ({ name, run })
const ours = (run: (n: number) => unknown): Contender => way("cubular", run)
const raw = (run: (n: number) => unknown): Contender => way("idb", run)

const cases: { readonly [title: string]: readonly Contender[] } = {
  "kv: put 1": [
    ours((n) => kv.put(keyOf(at(n)), rowOf(n))),
    raw((n) => bare.kv.putMany([rowOf(at(n))])),
    way("dexie", async (n) => dexieKv.put(rowOf(n), keyOf(at(n)))),
    way("idb-keyval", (n) => keyvalSet(keyOf(at(n)), rowOf(n), keyvalStore)),
  ],
  "kv: put 100": [
    ours((n) => kv.putMany(entries(batchAt(n)))),
    raw((n) => bare.kv.putMany(rowsOf(batchAt(n)))),
    way("dexie", async (n) => dexieKv.bulkPut(rowsOf(batchAt(n)), keysOf(batchAt(n)))),
    way("idb-keyval", (n) =>
      keyvalSetMany(
        rowsOf(batchAt(n)).map((row): [string, Row] => [row.id, row]),
        keyvalStore,
      ),
    ),
  ],
  "kv: put 1, 100 times at once": [
    ours((n) => Promise.all(entries(batchAt(n)).map(({ key, value }) => kv.put(key, value)))),
    raw((n) => Promise.all(rowsOf(batchAt(n)).map((row) => bare.kv.putMany([row])))),
    way("dexie", (n) => Promise.all(rowsOf(batchAt(n)).map((row) => dexieKv.put(row, row.id)))),
    way("idb-keyval", (n) => Promise.all(rowsOf(batchAt(n)).map((row) => keyvalSet(row.id, row, keyvalStore)))),
  ],
  "kv: get 1": [
    ours((n) => kv.get(keyOf(at(n)))),
    raw((n) => bare.kv.get(keyOf(at(n)))),
    way("dexie", async (n) => dexieKv.get(keyOf(at(n)))),
    way("idb-keyval", (n) => keyvalGet(keyOf(at(n)), keyvalStore)),
  ],
  "kv: get 100": [
    ours((n) => kv.getMany(keysOf(batchAt(n)))),
    raw((n) => bare.kv.getMany(keysOf(batchAt(n)))),
    way("dexie", async (n) => dexieKv.bulkGet(keysOf(batchAt(n)))),
    way("idb-keyval", (n) => keyvalGetMany(keysOf(batchAt(n)), keyvalStore)),
  ],
  "kv: list 100": [ours(() => kv.list({ limit: 100 })), raw(() => bare.kv.list("", 100))],
  "records: put 1": [
    ours((n) => records.put(rowOf(at(n)))),
    raw((n) => bare.records.batch([rowOf(at(n))])),
    way("dexie", async (n) => dexieRecords.put(schema.parse(rowOf(at(n))))),
  ],
  "records: put 100": [
    ours((n) => records.batch(rowsOf(batchAt(n)).map((put) => ({ put })))),
    raw((n) => bare.records.batch(rowsOf(batchAt(n)))),
    way("dexie", async (n) => dexieRecords.bulkPut(rowsOf(batchAt(n)).map((row) => schema.parse(row)))),
  ],
  "records: get 1": [
    ours((n) => records.get(keyOf(at(n)))),
    raw((n) => bare.records.get(keyOf(at(n)))),
    way("dexie", async (n) => dexieRecords.get(keyOf(at(n)))),
  ],
  "records: get 100": [
    ours((n) => records.getMany(keysOf(batchAt(n)))),
    raw((n) => bare.records.getMany(keysOf(batchAt(n)))),
    way("dexie", async (n) => dexieRecords.bulkGet(keysOf(batchAt(n)))),
  ],
  "records: find 40": [
    ours((n) => records.find({ index: "byOwner", where: { owner: `owner-${n % 50}` }, limit: 100 })),
    raw((n) => bare.records.find(`owner-${n % 50}`, 100)),
    way("dexie", async (n) =>
      dexieRecords
        .where("[owner+at]")
        .between([`owner-${n % 50}`, Dexie.minKey], [`owner-${n % 50}`, Dexie.maxKey])
        .limit(100)
        .toArray(),
    ),
  ],
  "queue: send, receive and ack 1": [
    ours(async (n) => {
      await queue.send(rowOf(n))
      for (const { receipt } of await queue.receive()) await queue.ack(receipt)
    }),
    raw(async (n) => {
      await bare.queue.send([rowOf(n)])
      await bare.queue.ack(await bare.queue.receive(1))
    }),
  ],
  "queue: send, receive and ack 100": [
    ours(async (n) => {
      await queue.sendMany(rowsOf(n).map((message) => ({ message })))
      await queue.ackMany((await queue.receive({ limit: 100 })).map(({ receipt }) => receipt))
    }),
    raw(async (n) => {
      await bare.queue.send(rowsOf(n))
      await bare.queue.ack(await bare.queue.receive(100))
    }),
  ],
  "journal: append 1": [ours((n) => journal.append([rowOf(n)])), raw((n) => bare.journal.append([rowOf(n)]))],
  "journal: append 100": [ours((n) => journal.append(rowsOf(n))), raw((n) => bare.journal.append(rowsOf(n)))],
  "journal: read 100": [
    ours(() => stores.journal("rows").read({ from: 100, limit: 100 })),
    raw(() => bare.journal.read(100, 100)),
  ],
  "blobs: put 64 KiB": [ours((n) => blobs.put(keyOf(n % 20), bytes)), raw((n) => bare.blobs.put(keyOf(n % 20), bytes))],
  "blobs: get 64 KiB": [ours(() => blobs.get(keyOf(1))), raw(() => bare.blobs.get(keyOf(1)))],
}

async function measure(asked: string): Promise<{ readonly [title: string]: Slices }> {
  const slices: { [title: string]: Slices } = {}
  for (const [title, contenders] of Object.entries(cases))
    if (title.includes(asked)) slices[title] = await interleave(contenders, { rounds: 90, sliceMs: 20 })
  return slices
}

Object.assign(globalThis, { measure })
