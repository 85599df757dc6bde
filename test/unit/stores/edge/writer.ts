/** A Worker that writes into its stores what it is asked to, one thing a request, and tells of all there is. */
import type { Stores, Value } from "cubular/contract"
import { createStores, type StoreBindings } from "cubular/stores/workers"
import { drain, entriesIn, filler, keysIn, pairs, pairsIn } from "../stored.ts"

/** Larger than a part, so that it comes in several. */
const LARGE = 8_388_608 + 100_000

type Work = (stores: Stores, id: string) => Promise<unknown>

const works: { readonly [what: string]: Work } = {
  kv: (stores, id) => stores.kv("cells").put(id, { id, filler }),
  over: (stores, id) => stores.kv("cells").put("over", { id, filler, check: id }),
  pair: (stores, id) =>
    stores.records(pairs).batch(["l", "r"].map((side) => ({ put: { id: `${id}-${side}`, pair: id, filler } }))),
  send: (stores, id) => queueOf(stores).send({ id, filler }, { partition: `p${id.at(-1)}` }),
  receive: async (stores) => {
    const [found] = await queueOf(stores).receive()
    return found && { id: (found.message as { readonly id: string }).id, receipt: found.receipt }
  },
  ack: (stores, receipt) => queueOf(stores).ack(receipt),
  blob: (stores, id) => putBlob(stores, `b${id.at(-1)}`, id, 20_000),
  large: (stores, id) => putBlob(stores, `l${id.at(-1)}`, id, LARGE),
  async entry(stores, id) {
    const writer = await stores.journal("log").writer({ leaseSec: 1 })
    await writer.append([`${id}-l`, { id, filler }, `${id}-r`])
    await writer.close()
    return writer.token
  },
  look: (stores) => Promise.all([stores.journal("log").read({ limit: 1 }), stores.records(pairs).find({ limit: 1 })]),
  async all(stores) {
    return {
      keys: await keysIn(stores),
      over: (await stores.kv("cells").get("over"))?.value,
      pairs: Object.fromEntries(await pairsIn(stores)),
      entries: (await entriesIn(stores)).map(nameOf),
      left: (await drain(queueOf(stores))).map(nameOf),
      blobs: await blobsOf(stores),
    }
  },
}

/** What there is, for a test to compare. */
export interface Found {
  readonly keys: readonly string[]
  readonly over: { readonly id: string; readonly check: string }
  /** Records of each pair. */
  readonly pairs: { readonly [pair: string]: number }
  readonly entries: readonly string[]
  readonly left: readonly string[]
  /** What was put last under each key, by its metadata; its bytes were compared. */
  readonly blobs: { readonly [key: string]: string }
}

const queueOf = (stores: Stores) => stores.queue("work", { visibilitySec: 1, attempts: 100 })

async function putBlob(stores: Stores, key: string, id: string, bytes: number): Promise<void> {
  const body = new Uint8Array(bytes).fill(120)
  body.set(new TextEncoder().encode(id))
  await stores.blobs("files").put(key, body, { metadata: id })
}

const nameOf = (value: Value): string => (typeof value === "string" ? value : (value as { readonly id: string }).id)

async function blobsOf(stores: Stores): Promise<Found["blobs"]> {
  const found: { [key: string]: string } = {}
  const page = await stores.blobs("files").list()
  for (const { key, metadata } of page.blobs) {
    const bytes = await stores.blobs("files").get(key)
    const begins = new TextDecoder().decode(bytes?.subarray(0, String(metadata).length))
    found[key] = begins === metadata ? begins : `${metadata} with the bytes of ${begins}`
  }
  return found
}

/** Made by the first request, and used by all of them. */
let made: Stores | undefined
/** Each round is later than every lease and delivery of the round before. */
let ahead = 0

export default {
  async fetch(request: Request, env: StoreBindings): Promise<Response> {
    const { what, id, aheadMs } = (await request.json()) as { what: string; id: string; aheadMs: number }
    ahead = aheadMs
    made ??= createStores(env, { clock: { now: () => Date.now() + ahead } })
    const stores = made
    return Response.json((await works[what]?.(stores, id)) ?? null)
  },
}
