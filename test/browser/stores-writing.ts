import { isCubeError, type JournalWriter, type Stores } from "cubular/contract"
import { type BrowserStores, createStores } from "cubular/stores/browser"
import { drain, entriesIn, filler, pairs, pairsIn } from "../unit/stores/stored.ts"

/** Writes into all five stores until it is killed, and finds out afterwards what is there. */

/** More than stands in the database, and less. */
const BLOB_SIZES = [20_000, 300_000]

/** Told of what was acknowledged, in its order. */
export type Tell = (what: string, id: string) => void

export const openNow = (name: string, aheadMs = 0): BrowserStores =>
  createStores({ name, clock: { now: () => Date.now() + aheadMs } })

/** Ids are `round-0`, `round-1` … for every store. */
export async function writeAll(stores: BrowserStores, round: number, tell: Tell): Promise<never> {
  tell("data", (await stores.state()).id)
  const loops = [writeKv, writeOver, writePairs, writeQueue, writeBlobs, writeJournal]
  await Promise.all(
    loops.map(async (write) => {
      const step = await write(stores, tell)
      for (let n = 0; ; n++) await step(`${round}-${n}`, n)
    }),
  )
  throw new Error("Writing ends only by being killed.")
}

type Step = (id: string, n: number) => Promise<void>

const writeKv = (stores: Stores, tell: Tell): Step => {
  const kv = stores.kv("cells")
  return async (id) => {
    await kv.put(id, { id, filler })
    tell("kv", id)
  }
}

const writeOver = (stores: Stores, tell: Tell): Step => {
  const kv = stores.kv("over")
  return async (id) => {
    await kv.put("over", { id, filler, check: id })
    tell("over", id)
  }
}

const writePairs = (stores: Stores, tell: Tell): Step => {
  const records = stores.records(pairs)
  return async (pair) => {
    await records.batch(["l", "r"].map((side) => ({ put: { id: `${pair}-${side}`, pair, filler } })))
    tell("pair", pair)
  }
}

const writeQueue = (stores: Stores, tell: Tell): Step => {
  const queue = stores.queue("work", { visibilitySec: 1, attempts: 100 })
  return async (id, n) => {
    await queue.send({ id, filler }, { partition: `p${n % 3}` })
    tell("send", id)
    if (n % 3 > 0) return
    const [found] = await queue.receive()
    if (found === undefined) return
    await queue.ack(found.receipt)
    tell("ack", (found.message as { readonly id: string }).id)
  }
}

const writeBlobs = (stores: Stores, tell: Tell): Step => {
  const blobs = stores.blobs("files")
  return async (id, n) => {
    const size = (BLOB_SIZES[n % 2] as number) + n
    await blobs.put(`b${n % 4}`, new TextEncoder().encode(id.padEnd(size, "x")), { metadata: id })
    tell(`blob b${n % 4}`, id)
  }
}

const writeJournal = async (stores: Stores, tell: Tell): Promise<Step> => {
  const writer = await soon(() => stores.journal("log").writer())
  tell("token", String(writer.token))
  return async (id) => {
    await writer.append([`${id}-l`, { id, filler }, `${id}-r`])
    tell("entry", id)
  }
}

/** The browser may take a moment to give back what a killed writer held. */
async function soon(take: () => Promise<JournalWriter>): Promise<JournalWriter> {
  const start = performance.now()
  for (;;)
    try {
      return await take()
    } catch (error) {
      if (!isCubeError(error) || error.code !== "journal_taken" || performance.now() - start > 5000) throw error
      await new Promise((wake) => setTimeout(wake, 5))
    }
}

/** What was acknowledged, by what it was. */
export type Told = { readonly [what: string]: readonly string[] }

/** What is wrong with what is stored, as sentences. Each round was killed once. */
export async function problemsOf(name: string, told: Told): Promise<string[]> {
  const stores = openNow(name, 1_000_000)
  const problems: string[] = []
  const check = (what: string, isGood: boolean): void => void (isGood || problems.push(what))
  for (const what of ["kv", "pair", "send", "entry"]) check(`nothing acknowledged of ${what}`, !!told[what]?.length)
  const { id } = await stores.state()
  for (const each of told.data ?? []) check(`data ${id} is not what was written, ${each}`, each === id)
  await checkKv(stores, told, check)
  await checkPairs(stores, told, check)
  await checkQueue(stores, told, check)
  await checkJournal(stores, told, check)
  await checkBlobs(stores, name, told, check)
  stores.close()
  return problems
}

type Check = (what: string, isGood: boolean) => void

/** All that was acknowledged is there, and of every round the first so many: what is there was written. */
function checkIds(what: string, told: Told, found: readonly string[], check: Check): void {
  const there = new Set(found)
  check(`${what}: one is there twice`, there.size === found.length)
  for (const id of told[what] ?? []) check(`${what} ${id} was acknowledged and is not there`, there.has(id))
  for (const id of there) {
    const [round, n] = id.split("-").map(Number) as [number, number]
    check(`${what} ${id} is there without the one before`, n === 0 || there.has(`${round}-${n - 1}`))
  }
}

async function checkKv(stores: Stores, told: Told, check: Check): Promise<void> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await stores.kv("cells").list({ limit: 100, cursor })
    const keys = page.keys.map(({ key }) => key)
    for (const [index, entry] of (keys.length ? await stores.kv("cells").getMany(keys) : []).entries()) {
      const value = entry?.value as { readonly id: string; readonly filler: string } | undefined
      check(`kv ${keys[index]} is torn`, value?.id === keys[index] && value?.filler === filler)
    }
    ids.push(...keys)
    cursor = page.cursor
  } while (cursor !== undefined)
  checkIds("kv", told, ids, check)
  const over = (await stores.kv("over").get("over"))?.value as
    | { readonly id: string; readonly check: string }
    | undefined
  check("over is torn", over !== undefined && over.id === over.check)
  check(`over is ${over?.id}`, isLater(over?.id ?? "0-0", told.over?.at(-1)))
}

async function checkPairs(stores: Stores, told: Told, check: Check): Promise<void> {
  const sides = await pairsIn(stores)
  checkIds("pair", told, [...sides.keys()], check)
  for (const [pair, count] of sides) check(`pair ${pair} is torn`, count === 2)
}

async function checkQueue(stores: Stores, told: Told, check: Check): Promise<void> {
  const left = (await drain(stores.queue("work", { attempts: 100 }))).map(
    (message) => (message as { readonly id: string }).id,
  )
  const done = new Set(told.ack)
  check("one is there twice", new Set(left).size === left.length)
  for (const id of left) check(`ack ${id} was acknowledged and it is there`, !done.has(id))
  const missing = (told.send ?? []).filter((id) => !done.has(id) && !left.includes(id))
  // An ack that was under way when a round was killed may have been done.
  const rounds = told.token?.length ?? 0
  check(`${missing.length} messages are lost after ${rounds} rounds: ${missing}`, missing.length <= rounds)
}

async function checkJournal(stores: Stores, told: Told, check: Check): Promise<void> {
  const entries = await entriesIn(stores)
  const ids: string[] = []
  for (let at = 0; at < entries.length; at += 3) {
    const id = (entries[at + 1] as { readonly id?: string } | undefined)?.id ?? "none"
    check(`entry ${id} is torn`, entries[at] === `${id}-l` && entries[at + 2] === `${id}-r`)
    ids.push(id)
  }
  checkIds("entry", told, ids, check)
  const tokens = (told.token ?? []).map(Number)
  check(
    "tokens do not grow",
    tokens.every((token, index) => index === 0 || token > (tokens[index - 1] as number)),
  )
}

async function checkBlobs(stores: Stores, name: string, told: Told, check: Check): Promise<void> {
  const blobs = stores.blobs("files")
  let large = 1
  for (const key of ["b0", "b1", "b2", "b3"]) {
    const last = told[`blob ${key}`]?.at(-1)
    const head = await blobs.head(key)
    if (head === undefined) {
      check(`blob ${key} was acknowledged and is not there`, last === undefined)
      continue
    }
    const bytes = await blobs.get(key)
    const id = String(head.metadata)
    check(`blob ${key} is torn`, new TextDecoder().decode(bytes?.subarray(0, id.length)) === id)
    check(`blob ${key} is ${id}`, isLater(id, last))
    if (head.size >= (BLOB_SIZES[1] as number)) large++
  }
  // Sweeps what killed writers have left.
  await blobs.put("last", new Uint8Array(BLOB_SIZES[1] as number))
  let files = 0
  for await (const each of (await navigator.storage.getDirectory()).keys()) if (each.startsWith(`${name}.`)) files++
  check(`${files} files for ${large} large blobs`, files === large)
}

function isLater(id: string, than: string | undefined): boolean {
  if (than === undefined) return true
  const [[round, n], [toldRound, toldN]] = [id, than].map((each) => each.split("-").map(Number)) as [
    [number, number],
    [number, number],
  ]
  return round > toldRound || (round === toldRound && n >= toldN)
}
