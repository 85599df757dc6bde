/**
 * The stores of Node against the same work on raw `node:sqlite`, and against unstorage: prints slices by case as JSON.
 * Everything lies in one folder, on the same disk; contenders take turns. All SQLite has the same durability, unstorage's too,
 * which by itself would keep no log (WAL) and be slower. It has no transactions: many items are as many commits. Its files are
 * never synchronised, which spares it the disk.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createStores as createMemoryStores } from "cubular/stores/memory"
import { createStores } from "cubular/stores/node"
import { createDatabase } from "db0"
import nodeSqlite from "db0/connectors/node-sqlite"
import { createStorage } from "unstorage"
import db0Driver from "unstorage/drivers/db0"
import fsDriver from "unstorage/drivers/fs-lite"
import { type Contender, interleave, type Slices } from "../interleave.ts"
import { openRaw, rawBlobs, rawJournal, rawKv, rawQueue, rawRecords } from "./raw.ts"
import { BATCH, keyOf, keysOf, ROWS, rowOf, rowsOf, table } from "./rows.ts"

// unstorage warns on stdout-like channels that its driver is new; the answer of this process is JSON.
console.warn = () => undefined

const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))
const clock = { now: (): number => Date.now() }
const ours = createStores({ folder: join(folder, "ours"), clock })
const raw = openRaw(join(folder, "raw.sqlite"))
const memory = createMemoryStores({ clock })

const [kv, records, queue, journal, blobs] = [
  ours.kv("rows"),
  ours.records(table),
  ours.queue("rows"),
  await ours.journal("rows").writer(),
  ours.blobs("rows"),
]
const bare = {
  kv: rawKv(raw),
  records: rawRecords(raw),
  queue: rawQueue(raw),
  journal: rawJournal(raw),
  blobs: rawBlobs(raw, join(folder, "raw-blobs")),
}
const db0 = createDatabase(nodeSqlite({ path: join(folder, "unstorage.sqlite") }))
await db0.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
const unstorageSqlite = createStorage({ driver: db0Driver({ database: db0 }) })
const unstorageFiles = createStorage({ driver: fsDriver({ base: join(folder, "unstorage") }) })
const items = (n: number) => rowsOf(n).map((row) => ({ key: row.id, value: row }))
const entries = (n: number) => rowsOf(n).map((row) => ({ key: row.id, value: row }))

for (let n = 0; n < ROWS / BATCH; n++) {
  await kv.putMany(entries(n))
  await bare.kv.putMany(rowsOf(n))
  await records.batch(rowsOf(n).map((put) => ({ put })))
  await bare.records.batch(rowsOf(n))
  await memory.kv("rows").putMany(entries(n))
  await memory.records(table).batch(rowsOf(n).map((put) => ({ put })))
}
for (let n = 0; n < 10; n++) {
  await unstorageSqlite.setItems(items(n))
  await unstorageFiles.setItems(items(n))
}

const bytes = new Uint8Array(65_536).map((_, at) => (at * 31) >> 3)
const map = new Map<string, string>()
for (let n = 0; n < ROWS; n++) map.set(keyOf(n), JSON.stringify(rowOf(n)))

const OURS = "cubular"
const RAW = "node:sqlite"
const way = (name: string, run: (n: number) => unknown): Contender => ({ name, run })

const cases: { readonly [title: string]: readonly Contender[] } = {
  "kv: put 1": [
    way(OURS, (n) => kv.put(keyOf(n), rowOf(n))),
    way(RAW, (n) => bare.kv.put(keyOf(n), rowOf(n))),
    way("unstorage, SQLite", (n) => unstorageSqlite.setItem(keyOf(n % 1000), rowOf(n))),
    way("unstorage, files", (n) => unstorageFiles.setItem(keyOf(n % 1000), rowOf(n))),
  ],
  "kv: put 100": [
    way(OURS, (n) => kv.putMany(entries(n))),
    way(RAW, (n) => bare.kv.putMany(rowsOf(n))),
    way("unstorage, SQLite", (n) => unstorageSqlite.setItems(items(n % 10))),
    way("unstorage, files", (n) => unstorageFiles.setItems(items(n % 10))),
  ],
  "kv: get 1": [
    way(OURS, (n) => kv.get(keyOf(n))),
    way(RAW, (n) => bare.kv.get(keyOf(n))),
    way("unstorage, SQLite", (n) => unstorageSqlite.getItem(keyOf(n % 1000))),
    way("unstorage, files", (n) => unstorageFiles.getItem(keyOf(n % 1000))),
  ],
  "kv: get 100": [
    way(OURS, (n) => kv.getMany(keysOf(n))),
    way(RAW, (n) => bare.kv.getMany(keysOf(n))),
    way("unstorage, SQLite", (n) => unstorageSqlite.getItems(keysOf(n % 10))),
    way("unstorage, files", (n) => unstorageFiles.getItems(keysOf(n % 10))),
  ],
  "records: put 1": [way(OURS, (n) => records.put(rowOf(n))), way(RAW, (n) => bare.records.put(rowOf(n)))],
  "records: put 100": [
    way(OURS, (n) => records.batch(rowsOf(n).map((put) => ({ put })))),
    way(RAW, (n) => bare.records.batch(rowsOf(n))),
  ],
  "records: get 1": [way(OURS, (n) => records.get(keyOf(n))), way(RAW, (n) => bare.records.get(keyOf(n)))],
  "records: get 100": [way(OURS, (n) => records.getMany(keysOf(n))), way(RAW, (n) => bare.records.getMany(keysOf(n)))],
  "records: find 100": [
    way(OURS, (n) => records.find({ index: "byOwner", where: { owner: `owner-${n % 50}` }, limit: 100 })),
    way(RAW, (n) => bare.records.find(`owner-${n % 50}`, 100)),
  ],
  "queue: send, receive and ack 1": [
    way(OURS, async (n) => {
      await queue.send(rowOf(n))
      for (const { receipt } of await queue.receive()) await queue.ack(receipt)
    }),
    way(RAW, async (n) => {
      await bare.queue.send([rowOf(n)])
      await bare.queue.ack(await bare.queue.receive(1))
    }),
  ],
  "queue: send, receive and ack 100": [
    way(OURS, async (n) => {
      await queue.sendMany(rowsOf(n).map((message) => ({ message })))
      await queue.ackMany((await queue.receive({ limit: 100 })).map(({ receipt }) => receipt))
    }),
    way(RAW, async (n) => {
      await bare.queue.send(rowsOf(n))
      await bare.queue.ack(await bare.queue.receive(100))
    }),
  ],
  "journal: append 1": [way(OURS, (n) => journal.append([rowOf(n)])), way(RAW, (n) => bare.journal.append([rowOf(n)]))],
  "journal: append 100": [way(OURS, (n) => journal.append(rowsOf(n))), way(RAW, (n) => bare.journal.append(rowsOf(n)))],
  "journal: read 100": [
    way(OURS, () => ours.journal("rows").read({ from: 100, limit: 100 })),
    way(RAW, () => bare.journal.read(100, 100)),
  ],
  "blobs: put 64 KiB": [
    way(OURS, (n) => blobs.put(keyOf(n % 100), bytes)),
    way(RAW, (n) => bare.blobs.put(keyOf(n % 100), bytes)),
  ],
  "blobs: get 64 KiB": [way(OURS, () => blobs.get(keyOf(1))), way(RAW, () => bare.blobs.get(keyOf(1)))],
  "memory, kv: put 1": [
    way(OURS, (n) => memory.kv("rows").put(keyOf(n), rowOf(n))),
    way("Map of JSON", async (n) => map.set(keyOf(n), JSON.stringify(rowOf(n)))),
  ],
  "memory, kv: get 1": [
    way(OURS, (n) => memory.kv("rows").get(keyOf(n))),
    way("Map of JSON", async (n) => JSON.parse(map.get(keyOf(n)) as string)),
  ],
}

const slices: { [title: string]: Slices } = {}
const asked = process.argv[2] ?? ""
for (const [title, contenders] of Object.entries(cases))
  if (title.includes(asked)) slices[title] = await interleave(contenders, { rounds: 45, sliceMs: 20 })

ours.close()
raw.close()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(slices))
