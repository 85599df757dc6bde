import { defineTable, isCubeError, type Stores, type Value } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { byName, byTable, createJournal, createKv, createQueue, createRecords } from "cubular/stores"
import { createStores } from "cubular/stores/memory"
import * as fc from "fast-check"
import { expect, onTestFinished, test } from "vitest"
import * as z from "zod"
import { openDatabase } from "../../../src/stores/node/sqlite.ts"
import { createJournalDriver } from "../../../src/stores/sql/journal.ts"
import { createKvDriver } from "../../../src/stores/sql/kv.ts"
import { createQueueDriver } from "../../../src/stores/sql/queue.ts"
import { createRecordsDriver } from "../../../src/stores/sql/records.ts"
import { compareText, endOf } from "../../../src/stores/text.ts"

/** SQLite without a disk: what is compared here are answers. */
function createSqlStores(now: () => number): Stores {
  const database = openDatabase(":memory:")
  onTestFinished(() => database.close())
  const records = createRecordsDriver(database)
  return {
    kv: byName((name) => createKv(createKvDriver(database, name), { now })),
    records: byTable((table) => createRecords(records, table)),
    queue: (name, options) => createQueue(createQueueDriver(database, name), { now }, options),
    journal: byName((name) => createJournal(name, createJournalDriver(database, name), { now })),
  } as Stores
}

/** What a sequence of calls remembers: cursors, receipts, versions, writers. */
type Memory = { [name: string]: unknown }
type Call = (stores: Stores, name: string, memory: Memory) => Promise<unknown>

interface Step {
  /** Ms by which the clock moves first. */
  readonly wait: number
  readonly call: Call
}

const step = (calls: fc.Arbitrary<Call>): fc.Arbitrary<Step> =>
  fc.record({ wait: fc.constantFrom(0, 0, 0, 1, 999, 1000, 30_000, 60_000), call: calls })

let sequences = 0

/** Runs a sequence on both and holds every answer, or code and path of a refusal, against the other. */
async function sameAnswers(steps: readonly Step[]): Promise<void> {
  const name = `s${++sequences}`
  const { clock, advance } = createHost()
  const sides = [createStores({ clock }), createSqlStores(() => clock.now())].map((stores) => ({ stores, memory: {} }))
  for (const { wait, call } of steps) {
    if (wait > 0) await advance(wait)
    const [memory, sqlite] = await Promise.all(
      sides.map((side) =>
        call(side.stores, name, side.memory).then(
          (answer) => ({ answer }),
          (error: unknown) => {
            if (!isCubeError(error)) throw error
            return { code: error.code, path: error.path, params: error.params }
          },
        ),
      ),
    )
    expect(sqlite).toEqual(memory)
  }
}

/** Few letters of every width in UTF-8 and UTF-16, so that keys meet, nest and cross the odd places of both orders. */
const text = fc.string({
  unit: fc.constantFrom("a", "b", "가", "\uffff", "\u{10000}", "\u{10ffff}", "%"),
  maxLength: 3,
})
const key = fc.oneof(
  { weight: 20, arbitrary: text.filter((each) => each !== "") },
  fc.constantFrom("", ".", "\ud800", "a\0"),
)
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Value>,
  fc.uint8Array({ maxLength: 4 }),
  fc.constantFrom<Value>(Number.NaN, "\ud800", -0),
)
const limit = fc.constantFrom(1, 2, 3, 100, 0)
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

const kvCall: fc.Arbitrary<Call> = fc.oneof(
  key.map(
    (k): Call =>
      (stores, name) =>
        stores.kv(name).get(k),
  ),
  fc.tuple(key, value, maybe(fc.constantFrom(60, 61, 59)), maybe(value)).map(
    ([k, v, ttlSec, metadata]): Call =>
      (stores, name) =>
        stores.kv(name).put(k, v, { ttlSec, metadata: metadata as never }),
  ),
  fc.array(fc.record({ key, value, ttlSec: maybe(fc.constant(60)) }), { maxLength: 4 }).map(
    (entries): Call =>
      (stores, name) =>
        stores.kv(name).putMany(entries),
  ),
  key.map(
    (k): Call =>
      (stores, name) =>
        stores.kv(name).delete(k),
  ),
  fc.array(key, { maxLength: 4 }).map(
    (keys): Call =>
      (stores, name) =>
        stores.kv(name).deleteMany(keys),
  ),
  fc.array(key, { maxLength: 4 }).map(
    (keys): Call =>
      (stores, name) =>
        stores.kv(name).getMany(keys),
  ),
  fc.tuple(text, limit, fc.boolean()).map(
    ([prefix, most, goOn]): Call =>
      async (stores, name, memory) => {
        const cursor = goOn ? (memory.cursor as string | undefined) : undefined
        const page = await stores.kv(name).list({ prefix, limit: most, cursor })
        memory.cursor = page.cursor
        return page
      },
  ),
)

const schema = z.strictObject({ id: z.string(), name: z.string(), at: z.number() })
const tableOf = (name: string, version: number) =>
  defineTable({
    name,
    version,
    schema,
    key: "id",
    indexes: { byName: ["name", "at"], byAt: ["at"] },
    migrations: {
      2(old) {
        const record = old as z.output<typeof schema>
        if (record.at === 1) throw new Error("one")
        return { ...record, name: `${record.name}2` }
      },
    },
  })
const tables = new Map<string, ReturnType<typeof tableOf>>()
/** One definition for both sides, as a program has. */
const table = (name: string, version: number) => {
  const id = `${name} ${version}`
  const made = tables.get(id) ?? tableOf(name, version)
  tables.set(id, made)
  return made
}

const at = fc.constantFrom(-1.5, -0, 0, 1, 2, 0.1, 1e300)
const record = fc.record({ id: key, name: text, at: fc.oneof({ weight: 9, arbitrary: at }, fc.constant(Number.NaN)) })
const version = maybe(fc.nat({ max: 12 }))
const change = fc.oneof(fc.record({ put: record, version }), fc.record({ delete: key, version }))
const bound = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(
    values,
    fc.record({ gt: values, lte: values }, { requiredKeys: [] }),
    fc.record({ gte: values, lt: values }, { requiredKeys: [] }),
  )
const query = fc.oneof(
  fc.record({ where: fc.record({ id: fc.oneof(bound(text), fc.record({ prefix: text })) }, { requiredKeys: [] }) }),
  fc.record({ index: fc.constant("byAt"), where: fc.record({ at: bound(at) }, { requiredKeys: [] }) }),
  fc.record({
    index: fc.constant("byName"),
    where: fc.record({ name: fc.oneof(bound(text), fc.record({ prefix: text })), at: bound(at) }, { requiredKeys: [] }),
  }),
)
/** Most calls come from a program with version 1; one with version 2 makes the rest of them stale. */
const program = fc.constantFrom(...new Array<number>(19).fill(1), 2)
const recordsCall: fc.Arbitrary<Call> = fc
  .tuple(
    program,
    fc.oneof(
      key.map((k) => ({ do: "get", k }) as const),
      fc.tuple(record, version).map(([r, v]) => ({ do: "put", r, v }) as const),
      fc.tuple(key, version).map(([k, v]) => ({ do: "delete", k, v }) as const),
      fc.array(change, { maxLength: 4 }).map((changes) => ({ do: "batch", changes }) as const),
      fc.record({
        do: fc.constant("find" as const),
        query,
        limit,
        order: fc.constantFrom("asc", "desc"),
        goOn: fc.boolean(),
      }),
      limit.map((most) => ({ do: "quarantined", limit: most }) as const),
    ),
  )
  .map(
    ([by, given]): Call =>
      async (stores, name, memory) => {
        const store = stores.records(table(name, by))
        switch (given.do) {
          case "get":
            return store.get(given.k)
          case "put":
            return store.put(given.r, { version: given.v })
          case "delete":
            return store.delete(given.k, { version: given.v })
          case "batch":
            return store.batch(given.changes)
          case "quarantined":
            return store.quarantined({ limit: given.limit })
          case "find": {
            const last = memory.find as { readonly asked: object; readonly cursor: string } | undefined
            const asked =
              given.goOn && last ? { ...last.asked, cursor: last.cursor } : { ...given.query, order: given.order }
            const page = await store.find({ ...asked, limit: given.limit } as Parameters<typeof store.find>[0])
            memory.find =
              page.cursor === undefined ? undefined : { asked: { ...asked, cursor: undefined }, cursor: page.cursor }
            return page
          }
        }
      },
  )

const partition = maybe(fc.constantFrom("p", "q"))
const delaySec = maybe(fc.constantFrom(0, 1, 30))
const options = { attempts: 2, visibilitySec: 30 }
const receiptsOf = (memory: Memory): string[] => {
  memory.receipts ??= []
  return memory.receipts as string[]
}
const queueCall: fc.Arbitrary<Call> = fc.oneof(
  fc.array(fc.record({ message: fc.nat(), partition, delaySec }), { minLength: 1, maxLength: 4 }).map(
    (messages): Call =>
      (stores, name) =>
        stores.queue(name, options).sendMany(messages),
  ),
  limit.map(
    (most): Call =>
      async (stores, name, memory) => {
        const hand = await stores.queue(name, options).receive({ limit: most })
        receiptsOf(memory).push(...hand.map(({ receipt }) => receipt))
        return hand
      },
  ),
  fc
    .tuple(fc.nat(), fc.constantFrom("ack", "ack", "retry", "reject", "extend"), delaySec, maybe(fc.constant("why")))
    .map(
      ([which, how, delay, reason]): Call =>
        (stores, name, memory) => {
          const queue = stores.queue(name, options)
          const receipts = receiptsOf(memory)
          const receipt = receipts[which % Math.max(1, receipts.length)] ?? "none"
          if (how === "retry") return queue.retry(receipt, { delaySec: delay, reason })
          if (how === "reject") return queue.reject(receipt, "no")
          return how === "ack" ? queue.ack(receipt) : queue.extend(receipt)
        },
    ),
  fc.tuple(fc.subarray(["1", "2", "3", "4", "5"], { minLength: 1 }), fc.boolean()).map(
    ([ids, revive]): Call =>
      (stores, name) =>
        revive ? stores.queue(name).revive(ids) : stores.queue(name).bury(ids),
  ),
  limit.map(
    (most): Call =>
      (stores, name) =>
        stores.queue(name).dead({ limit: most }),
  ),
  fc.constant<Call>((stores, name) => stores.queue(name).counts()),
)

const journalCall: fc.Arbitrary<Call> = fc.oneof(
  fc.nat({ max: 2 }).map(
    (n): Call =>
      async (stores, name, memory) => {
        const writer = await stores.journal(name).writer({ leaseSec: 30 })
        memory[`writer${n}`] = writer
        return [writer.token, writer.end]
      },
  ),
  fc.tuple(fc.nat({ max: 2 }), fc.array(fc.nat(), { maxLength: 3 }), maybe(fc.nat({ max: 6 })), fc.nat({ max: 9 })).map(
    ([n, values, expected, how]): Call =>
      async (_, __, memory) => {
        const writer = memory[`writer${n}`] as Awaited<ReturnType<ReturnType<Stores["journal"]>["writer"]>> | undefined
        if (how === 0) return writer?.close()
        return how === 1 ? writer?.renew() : writer?.append(values, { expected })
      },
  ),
  fc.tuple(fc.nat({ max: 8 }), limit).map(
    ([from, most]): Call =>
      (stores, name) =>
        stores.journal(name).read({ from, limit: most }),
  ),
)

test.each([
  ["kv", kvCall, 700],
  ["records", recordsCall, 700],
  ["queue", queueCall, 700],
  ["journal", journalCall, 300],
] as const)("%s in memory and in SQLite give the same answers to any sequence of calls", async (_, calls, numRuns) => {
  await fc.assert(fc.asyncProperty(fc.array(step(calls), { minLength: 5, maxLength: 40 }), sameAnswers), { numRuns })
})

const anyText = fc.string({ unit: "binary", maxLength: 6 })
const utf8 = (each: string): Uint8Array => new TextEncoder().encode(each)

test("texts are compared as their bytes in UTF-8 are", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(Buffer.compare(utf8(a), utf8(b))))
    }),
    { numRuns: 2000 },
  )
})

test("the end of a prefix is behind all that begin with it, and before or at all that come later", () => {
  fc.assert(
    fc.property(anyText, anyText, (prefix, other) => {
      const end = endOf(prefix)
      expect(end === undefined || compareText(prefix + other, end) < 0).toBe(true)
      if (end !== undefined && compareText(other, prefix) > 0 && !other.startsWith(prefix))
        expect(compareText(end, other)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 2000 },
  )
})
