import {
  type AnyCube,
  CubeError,
  createRunner,
  defineCube,
  type RunInputs,
  type RunOptions,
  stream,
  type Value,
} from "cubular"
import collect from "cubular/cubes/flow/collect"
import each from "cubular/cubes/flow/each"
import items from "cubular/cubes/flow/items"
import partition from "cubular/cubes/flow/partition"
import tee from "cubular/cubes/flow/tee"
import window from "cubular/cubes/flow/window"
import upper from "cubular/cubes/text/upper"
import { createHost } from "cubular/host/memory"
import { streams } from "cubular/streams"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const head = { version: "1.0.0", color: "feature", title: { en: "…", ko: "…" } } as const
/** How many items the source gave, how many the sink took, and how far apart they ever were. */
const seen = { given: 0, taken: 0, apart: 0, closed: 0 }
const forget = (): void => void Object.assign(seen, { given: 0, taken: 0, apart: 0, closed: 0 })

const source = defineCube({
  ...head,
  id: "s/source",
  effect: "pure",
  needs: ["clock"],
  config: z.strictObject({ to: z.number(), pauseMs: z.number().optional(), failAt: z.number().optional() }),
  inputs: {},
  outputs: { items: stream(z.number()) },
  create: (_, { to, pauseMs, failAt }) => ({
    process: (_, step) => ({
      items: (async function* () {
        try {
          for (let n = 0; n < to; n++) {
            if (pauseMs !== undefined) await step.clock.sleep(pauseMs)
            if (n === failAt) throw new CubeError({ code: "boom", message: "Boom.", hint: "…" })
            seen.given++
            seen.apart = Math.max(seen.apart, seen.given - seen.taken)
            yield n
          }
        } finally {
          seen.closed++
        }
      })(),
    }),
  }),
})

/** Sums up, slowly where it is told so. */
const sink = defineCube({
  ...head,
  id: "s/sink",
  effect: "pure",
  needs: ["clock"],
  config: z.strictObject({ pauseMs: z.number().optional(), most: z.number().optional() }),
  inputs: { items: stream(z.number()) },
  outputs: { sum: z.number(), items: z.number() },
  create: (_, { pauseMs, most }) => ({
    async process({ items }, step) {
      let [sum, count] = [0, 0]
      for await (const n of items) {
        if (pauseMs !== undefined) await step.clock.sleep(pauseMs)
        seen.taken++
        sum += n
        if (++count === most) break
      }
      return { sum, items: count }
    },
  }),
})

const cubes: readonly AnyCube[] = [collect, each, items, partition, tee, window, upper, source, sink]
const document = (placed: object, outputs: object) => ({
  format: 1,
  id: "streams",
  version: "1.0.0",
  cubes: placed,
  outputs,
})
async function settle(placed: object, outputs: object, inputs: RunInputs = {}, options: RunOptions = {}) {
  const host = createHost({ autoAdvance: true, now: 0 })
  const runner = await createRunner(document(placed, outputs), cubes, host, { streams, seed: "s" })
  const settled = await runner.run(inputs, options).settled
  await runner.stop()
  expect(host.pendingTimers).toBe(0)
  return settled
}
const from = (to: number, more: object = {}) => ({ use: "s/source", config: { to, ...more } })
const into = (ref: string, more: object = {}) => ({ use: "s/sink", config: more, in: { items: ref } })

describe("memory does not grow with the number of items", () => {
  const MANY = 100_000
  const SUM = (MANY * (MANY - 1)) / 2

  test("from a source to a sink", async () => {
    forget()
    const settled = await settle({ a: from(MANY), z: into("a.items") }, { sum: "z.sum" })
    expect(settled).toMatchObject({ ok: true, outputs: { sum: SUM } })
    expect(seen.apart).toBe(1)
  })

  test("through a tee, a partition and windows", async () => {
    forget()
    const settled = await settle(
      {
        a: from(20_000),
        t: { use: "flow/tee", config: { ahead: 4 }, in: { items: "a.items" } },
        p: { use: "flow/partition", config: { ports: 2, ahead: 8 }, in: { items: "t.a" } },
        w: { use: "flow/window", config: { count: 100 }, in: { items: "t.b" } },
        x: into("p.a"),
        y: into("p.b"),
        all: { use: "flow/collect", config: { most: 200 }, in: { items: "w.windows" } },
      },
      {
        x: "x.sum",
        y: "y.sum",
        items: "x.items",
        windows: "all.items",
        first: "all.items#/0/0",
        last: "all.items#/199/99",
      },
    )
    expect(settled.ok).toBe(true)
    const { x, y, first, last } = settled.outputs as { [name: string]: number }
    expect([(x as number) + (y as number), first, last]).toEqual([(20_000 * 19_999) / 2, 0, 19_999])
    expect(seen.apart).toBeLessThan(20)
  })
})

test("a slow reader holds the source up, and the other reader of a tee as far as it may be ahead", async () => {
  forget()
  const settled = await settle(
    {
      a: from(50),
      t: { use: "flow/tee", config: { ahead: 2 }, in: { items: "a.items" } },
      quick: { use: "flow/collect", in: { items: "t.a" } },
      slow: into("t.b", { pauseMs: 10 }),
    },
    { all: "quick.items", sum: "slow.sum" },
  )
  expect(settled).toMatchObject({ ok: true, outputs: { sum: 1225 } })
  expect(settled.outputs.all).toHaveLength(50)
  expect(seen.apart).toBeLessThanOrEqual(4)
})

test("who leaves a tee or a partition holds nobody up, and the source is closed with the last reader", async () => {
  forget()
  const settled = await settle(
    {
      a: from(1e9),
      t: { use: "flow/tee", config: { ahead: 1 }, in: { items: "a.items" } },
      one: into("t.a", { most: 3 }),
      two: into("t.b", { most: 40 }),
    },
    { one: "one.items", two: "two.items" },
  )
  expect(settled).toMatchObject({ ok: true, outputs: { one: 3, two: 40 } })
  expect(seen).toMatchObject({ given: 40, closed: 1 })
})

test("an error in the middle reaches every reader with its code", async () => {
  const settled = await settle(
    { a: from(10, { failAt: 5 }), t: { use: "flow/tee", in: { items: "a.items" } }, x: into("t.a"), y: into("t.b") },
    { x: "x.sum", y: "y.sum" },
  )
  expect(Object.values(settled.steps).map(({ error }) => error?.code)).toEqual(["boom", "boom", "boom", "boom"])
})

test("a stream that never ends is ended by a deadline, and closed", async () => {
  forget()
  const settled = await settle(
    { a: from(1e9, { pauseMs: 5 }), z: into("a.items") },
    { s: "z.sum" },
    {},
    { deadlineMs: 52 },
  )
  expect(settled).toMatchObject({ ok: false, error: { code: "deadline_exceeded" } })
  expect(seen).toMatchObject({ given: 10, closed: 1 })
})

test("one that never waits is ended by a budget of items", async () => {
  forget()
  const settled = await settle({ a: from(1e9), z: into("a.items") }, { s: "z.sum" }, {}, { budget: { items: 5000 } })
  expect(settled).toMatchObject({ ok: false, error: { code: "budget_exceeded", params: { budget: "items" } } })
  for (let turn = 0; turn < 20; turn++) await undefined
  expect(seen.closed).toBe(1)
})

test("cancelled in the middle, a reader outside hears the reason and the source is closed", async () => {
  forget()
  const host = createHost()
  const runner = await createRunner(document({ a: from(1e9) }, { items: "a.items" }), cubes, host, { streams })
  const run = runner.run()
  const read: Value[] = []
  const reason = { why: "enough" }
  const reading = (async () => {
    for await (const item of run.streams.items as AsyncIterable<Value>) if (read.push(item) === 7) run.cancel(reason)
  })()
  await expect(reading).rejects.toBe(reason)
  await expect(run.result).rejects.toBe(reason)
  expect(read).toEqual([0, 1, 2, 3, 4, 5, 6])
  for (let turn = 0; turn < 20; turn++) await undefined
  expect(seen.closed).toBe(1)
  await runner.stop()
})

test("windows end by time on the step's clock", async () => {
  const settled = await settle(
    {
      a: from(7, { pauseMs: 10 }),
      w: { use: "flow/window", config: { ms: 25 }, in: { items: "a.items" } },
      all: { use: "flow/collect", in: { items: "w.windows" } },
    },
    { all: "all.items" },
  )
  expect(settled.outputs.all).toEqual([[0, 1, 2], [3, 4, 5], [6]])
})

test("count, hash and fingerprint are the same on every runtime", async () => {
  const settled = await settle(
    {
      i: { use: "flow/items", in: { items: "@texts" } },
      e: { use: "flow/each", config: { cube: "text/upper", input: "text", output: "text" }, in: { items: "i.items" } },
    },
    { texts: "e.items" },
    { texts: ["a", "갑", "é"] },
    { fingerprint: true },
  )
  expect(settled.outputs).toEqual({
    texts: { items: 3, sha256: "ae5b37747d40d21ee7b925757a6dc8381069ac0ab0ed988476e19d6cac4c492b" },
  })
  expect(settled.fingerprint).toBe("9b06029e744d4a475c80e7fb3103ab00e6fab51a2cf4921bf892e28d30dd0efe")
})
