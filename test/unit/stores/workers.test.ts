import { defineTable } from "cubular/contract"
import { createStores, type StoreBindings, wokenQueues } from "cubular/stores/workers"
import { expect, test } from "vitest"
import * as z from "zod"

const clock = { now: () => 0 }
const table = defineTable({ name: "t", version: 1, key: "id", schema: z.strictObject({ id: z.string() }) })

/** A binding every use of which fails in the same way. */
const failing = (error: unknown): never =>
  new Proxy({} as never, {
    get: (_, name) =>
      ["prepare", "bind", "withSession", "idFromName", "get"].includes(String(name))
        ? () => failing(error)
        : name === "then"
          ? undefined
          : () => Promise.reject(error),
  })

const storesThat = (error: unknown) => {
  const fails = failing(error)
  const bindings: StoreBindings = {
    CUBULAR_KV: fails,
    CUBULAR_RECORDS: fails,
    CUBULAR_BLOBS: fails,
    CUBULAR_QUEUE: fails,
    CUBULAR_JOURNAL: fails,
  }
  return createStores(bindings, { clock })
}

const calls = (error: unknown): { readonly [kind: string]: () => Promise<unknown> } => {
  const stores = storesThat(error)
  return {
    "kv.put": () => stores.kv("a").put("a", 1),
    "kv.putMany": () => stores.kv("a").putMany([{ key: "a", value: 1 }]),
    "kv.list": () => stores.kv("a").list(),
    records: () => stores.records(table).get("a"),
    blobs: () => stores.blobs("a").put("a", new Uint8Array(1)),
    queue: () => stores.queue("a").send(1),
    journal: () => stores.journal("a").read(),
  }
}

const told = async (error: unknown): Promise<unknown[]> =>
  Promise.all(
    Object.values(calls(error)).map((call) =>
      call().then(
        () => "done",
        ({ code, retryable }) => [code, retryable],
      ),
    ),
  )

const all = (answer: unknown): unknown[] => Object.keys(calls(0)).map(() => answer)

test.each([
  "KV PUT failed: 429 Too Many Requests",
  "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
  "Durable Object is overloaded. Too many requests for the same object within a 10 second window.",
])("too much at once may succeed later: %s", async (words) => {
  expect(await told(new Error(words))).toEqual(all(["store_busy", true]))
})

test.each(["D1_ERROR: Exceeded maximum DB size", "database or disk is full: SQLITE_FULL"])(
  "a place that is full is told as such: %s",
  async (words) => {
    expect(await told(new Error(words))).toEqual(all(["store_full", false]))
  },
)

test.each(["Network connection lost.", "get: We encountered an internal error. Please try again. (10001)", ""])(
  "what cannot be reached may be reached later: %s",
  async (words) => {
    expect(await told(new Error(words))).toEqual(all(["store_unavailable", true]))
  },
)

test.each([new TypeError("x is not a function"), new Error("D1_ERROR: near SELEC: syntax error: SQLITE_ERROR")])(
  "a fault of ours stays as it is: %s",
  async (error) => {
    for (const call of Object.values(calls(error))) await expect(call()).rejects.toBe(error)
  },
)

test("what a platform says of an operation names no key and no value", async () => {
  const error = await storesThat(new Error("put: failed: key files/secret\nat line 3"))
    .kv("a")
    .put("a", 1)
    .catch((caught: { toJSON(): unknown }) => caught)
  expect(JSON.stringify(error)).not.toContain("secret")
})

test("a change whose conflict is gone whenever it is looked at is given up", async () => {
  let batches = 0
  const session = {
    prepare: (sql: string) => ({ bind: () => ({ sql }) }),
    async batch(statements: readonly { readonly sql: string }[]) {
      const [{ sql } = { sql: "" }] = statements
      if (sql.includes("record_format"))
        return [{ results: [{ format: 1, version: 1, shape: JSON.stringify(table.shape), older: "[]" }] }]
      if (sql.startsWith("SELECT")) return [{ results: [{ key: "a", version: 7, text: "{}" }] }]
      batches++
      throw new Error("D1_ERROR: CHECK constraint failed: fits = 1: SQLITE_CONSTRAINT")
    },
  }
  const stores = createStores({ CUBULAR_RECORDS: { withSession: () => session } as never }, { clock })
  await expect(stores.records(table).put({ id: "a" }, { version: 7 })).rejects.toMatchObject({ code: "store_busy" })
  expect(batches).toBe(5)
})

/** An object that numbers what it is sent. */
const objects = (sent: unknown[]) => ({
  idFromName: (name: string) => name,
  get: () => ({
    async call(method: string, [rows]: [unknown[]]) {
      sent.push(method)
      return { answer: rows.map((_, at) => at + 1) }
    },
  }),
})

test("a queue wakes its consumer when something is due, after it is safe", async () => {
  const told: unknown[] = []
  const CUBULAR_WAKE = { send: async (...wake: unknown[]) => void told.push(wake) }
  const stores = createStores({ CUBULAR_QUEUE: objects(told), CUBULAR_WAKE }, { clock })
  const mail = stores.queue("mail")
  expect(await mail.send("a")).toBe("1")
  await mail.sendMany([
    { message: "b", delaySec: 600 },
    { message: "c", delaySec: 90 },
  ])
  expect(told).toEqual([
    "send",
    [{ queue: "mail" }, { delaySeconds: 0 }],
    "send",
    [{ queue: "mail" }, { delaySeconds: 90 }],
  ])
})

test("a message is sent also when nobody can be woken", async () => {
  const CUBULAR_WAKE = { send: () => Promise.reject(new Error("Queue is overloaded")) }
  const stores = createStores({ CUBULAR_QUEUE: objects([]), CUBULAR_WAKE }, { clock })
  expect(await stores.queue("mail").send("a")).toBe("1")
})

test("a batch tells of each queue once, and of nothing that is no wake", () => {
  const bodies = [{ queue: "mail" }, null, "mail", { queue: 1 }, { queue: "work" }, { queue: "mail" }]
  expect(wokenQueues({ messages: bodies.map((body) => ({ body })) })).toEqual(["mail", "work"])
})
