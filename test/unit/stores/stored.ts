/** What writers that are killed write into, and all there is in it afterwards; without Node, for every runtime. */
import { defineTable, type Queue, type Stores, type Value } from "cubular/contract"
import * as z from "zod"

/** Two records of one pair are put in one batch. */
export const pairs = defineTable({
  name: "pairs",
  version: 1,
  schema: z.strictObject({ id: z.string(), pair: z.string(), filler: z.string() }),
  key: "id",
  indexes: { byPair: ["pair"] },
})

export const filler: string = "x".repeat(700)

/** Keys of `cells`. */
export async function keysIn(stores: Stores): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await stores.kv("cells").list({ limit: 1000, cursor })
    found.push(...page.keys.map(({ key }) => key))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** How many records there are of each pair. */
export async function pairsIn(stores: Stores): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  let cursor: string | undefined
  do {
    const page = await stores.records(pairs).find({ index: "byPair", limit: 1000, cursor })
    for (const { record } of page.records) found.set(record.pair, (found.get(record.pair) ?? 0) + 1)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** Entries of the journal `log`. */
export async function entriesIn(stores: Stores): Promise<Value[]> {
  const found: Value[] = []
  for (;;) {
    const { entries } = await stores.journal("log").read({ from: found.length, limit: 1000 })
    if (entries.length === 0) return found
    found.push(...entries.map(({ value }) => value))
  }
}

/** Every message left, by emptying the queue. */
export async function drain(queue: Queue): Promise<Value[]> {
  const found: Value[] = []
  for (;;) {
    const hand = await queue.receive({ limit: 100 })
    if (hand.length === 0) return found
    found.push(...hand.map(({ message }) => message))
    await queue.ackMany(hand.map(({ receipt }) => receipt))
  }
}
