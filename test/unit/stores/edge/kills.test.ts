import { expect, test } from "vitest"
import { CRASH_TIMES, tellCrash } from "../../crash-rounds.ts"
import { createFolder } from "../folder.ts"
import { type Kills, killRounds } from "./kills.ts"

const KILLS = 25 * CRASH_TIMES

test(
  `what the edge acknowledged is there, and nothing is torn, after ${KILLS} kills of workerd in the midst of writing`,
  async () => {
    const kills = await killRounds(createFolder(), KILLS)
    expectKv(kills)
    expectPairs(kills)
    expectEntries(kills)
    expectQueue(kills)
    expectBlobs(kills)
    const all = [...kills.acknowledged.values()].reduce((sum, list) => sum + list.length, 0)
    tellCrash({ killed: "workerd, writing into KV, D1, R2 and Durable Objects", kills: KILLS, acknowledged: all })
  },
  300_000 * CRASH_TIMES,
)

const acknowledged = ({ acknowledged: list }: Kills, what: string): readonly string[] => {
  const names = list.get(what) ?? []
  expect(names.length, what).toBeGreaterThanOrEqual(KILLS)
  return names
}
const tried = ({ tried: list }: Kills, what: string): Set<string> => new Set(list.get(what))

/** What may be there of what replaced each other: the last that was acknowledged, and all that was tried since. */
const maybeLast = (known: readonly string[], asked: readonly string[]): readonly string[] =>
  asked.slice(Math.max(0, asked.lastIndexOf(known.at(-1) ?? "")))

function expectKv(kills: Kills): void {
  const { keys, over } = kills.found
  expect(acknowledged(kills, "kv").filter((key) => !keys.includes(key))).toEqual([])
  expect(keys.filter((key) => key !== "over" && !tried(kills, "kv").has(key))).toEqual([])
  expect(over.check).toBe(over.id)
  expect(maybeLast(acknowledged(kills, "over"), kills.tried.get("over") ?? [])).toContain(over.id)
}

function expectPairs(kills: Kills): void {
  const { pairs } = kills.found
  expect(acknowledged(kills, "pair").filter((pair) => pairs[pair] !== 2)).toEqual([])
  const known = tried(kills, "pair")
  expect(Object.entries(pairs).filter(([pair, records]) => records !== 2 || !known.has(pair))).toEqual([])
}

function expectEntries(kills: Kills): void {
  const { entries } = kills.found
  const names = entries.filter((_, at) => at % 3 === 1)
  expect(entries).toEqual(names.flatMap((name) => [`${name}-l`, name, `${name}-r`]))
  expect(new Set(names).size).toBe(names.length)
  expect(acknowledged(kills, "entry").filter((name) => !names.includes(name))).toEqual([])
  expect(names.filter((name) => !tried(kills, "entry").has(name))).toEqual([])
}

function expectQueue(kills: Kills): void {
  const { left } = kills.found
  const [acked, ackTried] = [new Set(acknowledged(kills, "ack")), tried(kills, "ack")]
  const mustBeLeft = acknowledged(kills, "send").filter((id) => !ackTried.has(id))
  expect(mustBeLeft.filter((id) => !left.includes(id))).toEqual([])
  expect(left.filter((id) => acked.has(id) || !tried(kills, "send").has(id))).toEqual([])
  expect(new Set(left).size).toBe(left.length)
}

function expectBlobs(kills: Kills): void {
  for (const [what, letter] of [
    ["blob", "b"],
    ["large", "l"],
  ] as const) {
    const under = (key: string, ids: readonly string[]): string[] => ids.filter((id) => `${letter}${id.at(-1)}` === key)
    const [known, asked] = [acknowledged(kills, what), kills.tried.get(what) ?? []]
    const found = Object.entries(kills.found.blobs).filter(([key]) => key.startsWith(letter))
    for (const [key, id] of found) expect(maybeLast(under(key, known), under(key, asked))).toContain(id)
    const keys = new Set(known.map((id) => `${letter}${id.at(-1)}`))
    expect([...keys].filter((key) => kills.found.blobs[key] === undefined)).toEqual([])
  }
}
