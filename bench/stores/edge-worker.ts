/** A Worker that times its stores against the platform's bindings themselves: answers with slices of the case asked for. */
import { createStores, type StoreBindings } from "cubular/stores/workers"
import { type Contender, interleave } from "../interleave.ts"
import { type RawBindings, rawBlobs, rawKv, rawObject, rawRecords } from "./raw-edge.ts"
import { keyOf, keysOf, ROWS, rowOf, rowsOf, table } from "./rows.ts"

export { JournalObject, QueueObject } from "cubular/gateway/objects"
export { RawObject } from "./raw-edge.ts"

const OURS = "cubular"
const RAW = "bindings"
const BYTES = new Uint8Array(65_536).map((_, at) => (at * 31) >> 3)
const LARGE = new Uint8Array(20_000_000).map((_, at) => (at * 31) >> 3)

const LARGE_CASE = "blobs: put 20 MB, in parts"

type Cases = { readonly [title: string]: readonly Contender[] }

async function casesOf(env: StoreBindings & RawBindings): Promise<Cases> {
  const stores = createStores(env, { clock: { now: () => Date.now() } })
  const [kv, records, queue, blobs] = [
    stores.kv("rows"),
    stores.records(table),
    stores.queue("rows"),
    stores.blobs("rows"),
  ]
  const journal = await stores.journal("rows").writer({ leaseSec: 3600 })
  const raw = { kv: rawKv(env), records: await rawRecords(env), object: rawObject(env), blobs: rawBlobs(env) }
  const entries = (n: number) => rowsOf(n).map((row) => ({ key: row.id, value: row }))
  const pair = (ours: Contender["run"], bare: Contender["run"]): Contender[] => [
    { name: OURS, run: ours },
    { name: RAW, run: bare },
  ]
  for (let n = 0; n < ROWS / 100; n++) {
    await records.batch(rowsOf(n).map((put) => ({ put })))
    await raw.records.batch(rowsOf(n))
  }
  await kv.putMany(entries(0))
  await raw.kv.putMany(rowsOf(0))
  await journal.append(rowsOf(0))
  await journal.append(rowsOf(1))
  await raw.object.append(rowsOf(0))
  await raw.object.append(rowsOf(1))
  await blobs.put(keyOf(1), BYTES)
  await raw.blobs.put(keyOf(1), BYTES)
  return {
    "kv: put 1": pair(
      (n) => kv.put(keyOf(n), rowOf(n)),
      (n) => raw.kv.put(rowOf(n)),
    ),
    "kv: put 100": pair(
      (n) => kv.putMany(entries(n)),
      (n) => raw.kv.putMany(rowsOf(n)),
    ),
    "kv: get 1": pair(
      (n) => kv.get(keyOf(n % 100)),
      (n) => raw.kv.get(keyOf(n % 100)),
    ),
    "kv: get 100": pair(
      () => kv.getMany(keysOf(0)),
      () => raw.kv.getMany(keysOf(0)),
    ),
    "records: put 1": pair(
      (n) => records.put(rowOf(n)),
      (n) => raw.records.batch([rowOf(n)]),
    ),
    "records: put 100": pair(
      (n) => records.batch(rowsOf(n).map((put) => ({ put }))),
      (n) => raw.records.batch(rowsOf(n)),
    ),
    "records: get 1": pair(
      (n) => records.get(keyOf(n)),
      (n) => raw.records.get([keyOf(n)]),
    ),
    "records: get 100": pair(
      (n) => records.getMany(keysOf(n)),
      (n) => raw.records.get(keysOf(n)),
    ),
    "records: find 100": pair(
      (n) => records.find({ index: "byOwner", where: { owner: `owner-${n % 50}` }, limit: 100 }),
      (n) => raw.records.find(`owner-${n % 50}`, 100),
    ),
    "queue: send, receive and ack 1": pair(
      async (n) => {
        await queue.send(rowOf(n))
        for (const { receipt } of await queue.receive()) await queue.ack(receipt)
      },
      (n) => raw.object.through([rowOf(n)], 1),
    ),
    "queue: send, receive and ack 100": pair(
      async (n) => {
        await queue.sendMany(rowsOf(n).map((message) => ({ message })))
        await queue.ackMany((await queue.receive({ limit: 100 })).map(({ receipt }) => receipt))
      },
      (n) => raw.object.through(rowsOf(n), 100),
    ),
    "journal: append 1": pair(
      (n) => journal.append([rowOf(n)]),
      (n) => raw.object.append([rowOf(n)]),
    ),
    "journal: append 100": pair(
      (n) => journal.append(rowsOf(n)),
      (n) => raw.object.append(rowsOf(n)),
    ),
    "journal: read 100": pair(
      () => stores.journal("rows").read({ from: 100, limit: 100 }),
      () => raw.object.read(100, 100),
    ),
    "blobs: put 64 KiB": pair(
      (n) => blobs.put(keyOf(n % 100), BYTES),
      (n) => raw.blobs.put(keyOf(n % 100), BYTES),
    ),
    "blobs: get 64 KiB": pair(
      () => blobs.get(keyOf(1)),
      () => raw.blobs.get(keyOf(1)),
    ),
    [LARGE_CASE]: pair(
      (n) => blobs.put(`large-${n % 3}`, LARGE),
      (n) => raw.blobs.putParts(`large-${n % 3}`, LARGE),
    ),
  }
}

let cases: Promise<Cases> | undefined

export default {
  async fetch(request: Request, env: StoreBindings & RawBindings): Promise<Response> {
    const { title, look } = (await request.json()) as { title?: string; look?: boolean }
    if (look) {
      const stores = createStores(env, { clock: { now: () => Date.now() } })
      return Response.json([await stores.records(table).get(keyOf(1)), (await stores.journal("rows").read()).end])
    }
    cases ??= casesOf(env)
    const all = await cases
    if (title === undefined) return Response.json(Object.keys(all))
    // What is slow sits out two rounds of three.
    const rounds = title === LARGE_CASE ? 30 : 40
    return Response.json(await interleave(all[title] ?? [], { rounds, sliceMs: 40 }))
  },
}
