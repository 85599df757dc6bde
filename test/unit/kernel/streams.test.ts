import {
  type AnyCube,
  CubeError,
  createRunner,
  defineCube,
  list,
  type RunInputs,
  type RunOptions,
  replay,
  same,
  stream,
  type Value,
  validate,
} from "cubular"
import { createHost } from "cubular/host/memory"
import { streams } from "cubular/streams"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const head = { version: "1.0.0", color: "feature", title: { en: "…", ko: "…" } } as const

/** How far the source of a run has got, and whether it was closed. */
const seen = { yielded: 0, closed: 0 }

const count = defineCube({
  ...head,
  id: "s/count",
  needs: ["clock"],
  effect: "pure",
  config: z.strictObject({
    pauseMs: z.number().optional(),
    failAt: z.number().optional(),
    odd: z.boolean().optional(),
  }),
  inputs: { to: z.number() },
  outputs: { numbers: stream(z.number()), last: z.number() },
  create: (_, { pauseMs, failAt, odd }) => ({
    process({ to }, step) {
      let n = 0
      async function* numbers() {
        try {
          while (n < to) {
            if (pauseMs !== undefined) await step.clock.sleep(pauseMs)
            if (n === failAt) throw new CubeError({ code: "boom", message: "Boom.", hint: "…" })
            seen.yielded++
            yield odd && n === 2 ? ("two" as unknown as number) : n
            n++
          }
        } finally {
          seen.closed++
        }
      }
      return { numbers: numbers(), last: () => n }
    },
  }),
})

const double = defineCube({
  ...head,
  id: "s/double",
  inputs: { numbers: stream(z.number()) },
  outputs: { numbers: stream(z.number()) },
  create: () => ({
    process: ({ numbers }) => ({
      numbers: (async function* () {
        for await (const n of numbers) yield n * 2
      })(),
    }),
  }),
})

const sum = defineCube({
  ...head,
  id: "s/sum",
  config: z.strictObject({ stopAfter: z.number().optional() }).optional(),
  inputs: { numbers: stream(z.number()) },
  outputs: { sum: z.number() },
  create: (_, config) => ({
    async process({ numbers }) {
      let sum = 0
      let items = 0
      for await (const n of numbers) {
        sum += n
        if (++items === config?.stopAfter) break
      }
      return { sum }
    },
  }),
})

const add = defineCube({
  ...head,
  id: "s/add",
  inputs: { a: z.number(), b: z.number() },
  outputs: { n: z.number() },
  create: () => ({ process: ({ a, b }) => ({ n: a + b }) }),
})

const mixed = defineCube({
  ...head,
  id: "s/mixed",
  inputs: { numbers: stream(z.number()), n: z.number() },
  outputs: { numbers: stream(z.number()) },
  create: () => ({ process: ({ numbers }) => ({ numbers }) }),
})

const whole = defineCube({
  ...head,
  id: "s/whole",
  inputs: { value: z.json() },
  outputs: { items: list(z.number()) },
  create: () => ({ process: () => ({ items: [1] }) }),
})

const odd = defineCube({
  ...head,
  id: "s/odd",
  inputs: { numbers: stream(z.number().refine((n) => n % 2 === 1)) },
  outputs: { sum: z.number() },
  create: () => ({
    async process({ numbers }) {
      let sum = 0
      for await (const n of numbers) sum += n
      return { sum }
    },
  }),
})

const words = defineCube({
  ...head,
  id: "s/words",
  inputs: { words: stream(z.string()) },
  outputs: { n: z.number() },
  create: () => ({ process: () => ({ n: 0 }) }),
})

const cubes: readonly AnyCube[] = [count, double, sum, add, mixed, whole, odd, words]
const doc = (placed: object, outputs: object = {}, more: object = {}) => ({
  format: 1,
  id: "doc",
  version: "1.0.0",
  cubes: placed,
  outputs,
  ...more,
})
const start = (document: unknown, check: "edges" | "wires" = "edges") =>
  createRunner(document, cubes, createHost({ autoAdvance: true }), { streams, check, seed: "s" })
const settle = async (document: unknown, inputs: RunInputs = {}, options: RunOptions = {}) =>
  (await start(document)).run(inputs, options).settled
const codes = async (document: unknown) =>
  (await validate(document, cubes))
    .filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} ${path.join("/")}`)
const gather = async (items: AsyncIterable<Value> | undefined) => {
  const all: Value[] = []
  for await (const item of items as AsyncIterable<Value>) all.push(item)
  return all
}
const chain = doc(
  {
    a: { use: "s/count", config: {}, in: { to: "@to" } },
    b: { use: "s/double", in: { numbers: "a.numbers" } },
    c: { use: "s/sum", in: { numbers: "b.numbers" } },
  },
  { sum: "c.sum", last: "a.last" },
)

describe("a run with streams", () => {
  test.each(["edges", "wires"] as const)("passes items from step to step, with check %s", async (check) => {
    const runner = await start(chain, check)
    const settled = await runner.run({ to: 5 }, { fingerprint: true }).settled
    expect(settled).toMatchObject({ ok: true, outputs: { sum: 20, last: 5 } })
    expect(Object.values(settled.steps).map(({ outcome }) => outcome)).toEqual(["ok", "ok", "ok"])
    await runner.stop()
  })

  test("gives an output that is a stream to whoever asks, and its count and hash to the result", async () => {
    const runner = await start(doc({ a: { use: "s/count", config: {}, in: { to: "@to" } } }, { numbers: "a.numbers" }))
    const run = runner.run({ to: 4 }, { fingerprint: true })
    expect(await gather(run.streams.numbers)).toEqual([0, 1, 2, 3])
    const { outputs, fingerprint } = await run.result
    expect(outputs).toEqual({ numbers: { items: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    const unread = await runner.run({ to: 4 }, { fingerprint: true }).result
    expect(unread.fingerprint).toBe(fingerprint)
    const other = await runner.run({ to: 5 }, { fingerprint: true }).result
    expect(other.fingerprint).not.toBe(fingerprint)
    expect((await runner.run({ to: 3 }).result).outputs).toEqual({ numbers: { items: 3 } })
    await runner.stop()
  })

  test("asks nothing of a source before its reader asks, and closes it when the reader leaves", async () => {
    const runner = await start(doc({ a: { use: "s/count", config: {}, in: { to: "@to" } } }, { numbers: "a.numbers" }))
    Object.assign(seen, { yielded: 0, closed: 0 })
    const run = runner.run({ to: Number.MAX_SAFE_INTEGER })
    const reader = (run.streams.numbers as AsyncIterable<Value>)[Symbol.asyncIterator]()
    for (let turn = 0; turn < 50; turn++) await undefined
    expect(seen.yielded).toBe(0)
    expect(await reader.next()).toEqual({ done: false, value: 0 })
    expect(await reader.next()).toEqual({ done: false, value: 1 })
    expect(seen).toEqual({ yielded: 2, closed: 0 })
    await reader.return?.()
    expect(seen.closed).toBe(1)
    expect((await run.result).outputs).toEqual({ numbers: { items: 2 } })
    expect(await reader.next()).toEqual({ done: true, value: undefined })
    await runner.stop()
  })

  test("closes what a step has not read to its end, and the source's step is ok", async () => {
    Object.assign(seen, { yielded: 0, closed: 0 })
    const cut = structuredClone(chain) as { cubes: { c: object } }
    Object.assign(cut.cubes.c, { config: { stopAfter: 3 } })
    expect(await settle(cut, { to: 1e9 })).toMatchObject({ ok: true, outputs: { sum: 6, last: 2 } })
    expect(seen).toEqual({ yielded: 3, closed: 1 })
  })

  test("closes streams nobody reads without asking them for anything", async () => {
    Object.assign(seen, { yielded: 0, closed: 0 })
    const alone = doc(
      {
        a: { use: "s/count", config: {}, in: { to: { value: 9 } } },
        b: { use: "s/double", in: { numbers: "a.numbers" } },
      },
      {},
    )
    expect(await settle(alone)).toMatchObject({ ok: true, steps: { a: { outcome: "ok" }, b: { outcome: "ok" } } })
    expect(seen.yielded).toBe(0)
  })

  test("an error in a stream fails its step, and its readers with the same code", async () => {
    const bad = structuredClone(chain) as { cubes: { a: object } }
    Object.assign(bad.cubes.a, { config: { failAt: 2 } })
    const settled = await settle(bad, { to: 5 }, { fingerprint: true })
    expect(settled).toMatchObject({ ok: false, error: { code: "run_failed", path: ["cubes", "a"] }, outputs: {} })
    const { a, b, c } = settled.steps
    expect(a?.error).toMatchObject({ code: "boom", path: ["cubes", "a", "outputs", "numbers"] })
    expect(b?.error).toMatchObject({ code: "boom" })
    expect(c?.error?.path.slice(0, 4)).toEqual(["cubes", "c", "in", "numbers"])
    expect(c?.error?.path).toContain("a")
  })

  test("an item that is no value fails the step that gave it; one that does not fit, the step that takes it", async () => {
    const bad = doc(
      {
        a: { use: "s/count", config: { odd: true }, in: { to: { value: 5 } } },
        c: { use: "s/sum", in: { numbers: "a.numbers" } },
      },
      { sum: "c.sum" },
    )
    const runner = await start(bad, "wires")
    const settled = await runner.run().settled
    expect(settled.steps.a?.error).toMatchObject({ code: "stream_item_refused", params: { index: 2 } })
    await runner.stop()
    const unknown = doc(
      {
        a: { use: "s/count", config: {}, in: { to: { value: 5 } } },
        c: { use: "s/odd", in: { numbers: "a.numbers" } },
      },
      { sum: "c.sum" },
    )
    const ended = await settle(unknown)
    expect(ended.steps).toMatchObject({
      a: { outcome: "ok" },
      c: { outcome: "failed", error: { code: "wire_value_refused" } },
    })
  })

  test("takes streams and lists as inputs, and checks every item", async () => {
    const sums = doc({ c: { use: "s/sum", in: { numbers: "@numbers" } } }, { sum: "c.sum" })
    async function* three() {
      yield 1
      yield 2
      yield 3
    }
    const one = await settle(sums, { numbers: three() }, { fingerprint: true })
    const two = await settle(sums, { numbers: [1, 2, 3] }, { fingerprint: true })
    expect(one).toMatchObject({ ok: true, outputs: { sum: 6 } })
    expect(two.fingerprint).toBe(one.fingerprint)
    const bad = await settle(sums, { numbers: [1, "two"] })
    expect(bad.steps.c?.error).toMatchObject({ code: "stream_item_refused" })
    for (const wrong of [7, null, "text", { a: 1 }])
      expect(await settle(sums, { numbers: wrong })).toMatchObject({
        error: { code: "inputs_refused", issues: [{ code: "input_value_refused", path: ["inputs", "numbers"] }] },
      })
    expect(await settle(sums, {})).toMatchObject({ error: { issues: [{ code: "input_missing" }] } })
    async function* fails() {
      yield 1
      throw new Error("gone")
    }
    expect((await settle(sums, { numbers: fails() })).steps.c?.error).toMatchObject({ code: "stream_threw" })
  })
})

describe("a run that is ended", () => {
  const endless = doc(
    {
      a: { use: "s/count", config: { pauseMs: 10 }, in: { to: { value: Number.MAX_SAFE_INTEGER } } },
      c: { use: "s/sum", in: { numbers: "a.numbers" } },
    },
    { sum: "c.sum" },
  )
  const busy = structuredClone(endless) as { cubes: { a: { config: object } } }
  busy.cubes.a.config = {}

  test("by its deadline closes a stream that never ends", async () => {
    Object.assign(seen, { yielded: 0, closed: 0 })
    const settled = await settle(endless, {}, { deadlineMs: 105, fingerprint: true, record: true })
    expect(settled).toMatchObject({ ok: false, error: { code: "deadline_exceeded" } })
    expect(settled.fingerprint).toBeUndefined()
    expect(seen).toEqual({ yielded: 10, closed: 1 })
    expect(settled.steps).toMatchObject({ a: { outcome: "cancelled" }, c: { outcome: "cancelled" } })
  })

  test("by a budget of items or bytes closes a stream that never waits", async () => {
    Object.assign(seen, { yielded: 0, closed: 0 })
    expect(await settle(busy, {}, { budget: { items: 1000 } })).toMatchObject({
      error: { code: "budget_exceeded", params: { budget: "items", limit: 1000 } },
    })
    for (let turn = 0; turn < 20; turn++) await undefined
    expect(seen).toEqual({ yielded: 1001, closed: 1 })
    expect(await settle(busy, {}, { budget: { bytes: 500 } })).toMatchObject({
      error: { code: "budget_exceeded", params: { budget: "bytes" } },
    })
  })

  test("by cancel tells the reason to who reads, at once", async () => {
    Object.assign(seen, { yielded: 0, closed: 0 })
    const out = doc({ a: { use: "s/count", config: { pauseMs: 10 }, in: { to: { value: 1e9 } } } }, { n: "a.numbers" })
    const host = createHost()
    const runner = await createRunner(out, cubes, host, { streams })
    const run = runner.run()
    const read = gather(run.streams.n)
    const reason = { why: "enough" }
    for (let turn = 0; turn < 50; turn++) await undefined
    run.cancel(reason)
    await expect(read).rejects.toBe(reason)
    await expect(run.result).rejects.toBe(reason)
    for (let turn = 0; turn < 50; turn++) await undefined
    expect(seen.closed).toBe(1)
    expect(host.pendingTimers).toBe(0)
    await runner.stop()
  })
})

describe("a document with streams", () => {
  const a = { use: "s/count", config: {}, in: { to: { value: 3 } } }

  test("is refused by a runner that was given no streams", async () => {
    await expect(createRunner(chain, cubes, createHost())).rejects.toMatchObject({
      issues: [{ code: "streams_missing" }],
    })
  })

  test("has one reader for each stream", async () => {
    const two = doc({
      a,
      b: { use: "s/sum", in: { numbers: "a.numbers" } },
      c: { use: "s/sum", in: { numbers: "a.numbers" } },
    })
    const [issue] = (await validate(two, cubes)).filter(({ severity }) => severity === "error")
    expect(issue).toMatchObject({ code: "stream_read_twice", path: ["cubes", "c", "in", "numbers"] })
    expect(issue?.hint).toContain("flow/tee")
    expect(await codes(doc({ a, b: { use: "s/sum", in: { numbers: "a.numbers" } } }, { n: "a.numbers" }))).toEqual([
      "stream_read_twice outputs/n",
    ])
  })

  test("has streams only where streams go, and no pointers into them", async () => {
    expect(await codes(doc({ a, b: { use: "s/whole", in: { value: "a.numbers" } } }, { o: "b.items" }))).toEqual([
      "stream_into_value cubes/b/in/value",
    ])
    expect(
      await codes(
        doc({ w: { use: "s/whole", in: { value: { value: 1 } } }, b: { use: "s/sum", in: { numbers: "w.items" } } }),
      ),
    ).toContain("value_into_stream cubes/b/in/numbers")
    expect(await codes(doc({ b: { use: "s/sum", in: { numbers: { value: [1, 2] } } } }, { o: "b.sum" }))).toEqual([
      "value_into_stream cubes/b/in/numbers",
    ])
    expect(await codes(doc({ a, b: { use: "s/words", in: { words: "a.numbers" } } }, { o: "b.n" }))).toEqual([
      "wire_refuted cubes/b/in/words",
    ])
    expect(await codes(doc({ a }, { o: "a.numbers#/0" }))).toEqual(["stream_pointer outputs/o"])
    expect(await codes(doc({ a }, { o: "a.last" }, { emit: { topic: "a.numbers" } }))).toContain(
      "stream_in_message emit/topic",
    )
  })

  test("has no step that waits for the end of what it reads", async () => {
    expect(
      await codes(doc({ a, m: { use: "s/mixed", in: { numbers: "a.numbers", n: "a.last" } } }, { o: "m.numbers" })),
    ).toEqual(["stream_stuck cubes/m/in"])
    const behind = doc(
      {
        a,
        p: { use: "s/add", in: { a: "a.last", b: { value: 1 } } },
        m: { use: "s/mixed", in: { numbers: "a.numbers", n: "p.n" } },
      },
      { o: "m.numbers" },
    )
    expect(await codes(behind)).toEqual(["stream_stuck cubes/m/in"])
  })

  test("has no policy that would need a stream twice, and is no saga", async () => {
    const tried = doc({ a: { ...a, policy: { retry: { attempts: 2 }, timeoutMs: 100 } } }, { o: "a.numbers" })
    expect(await codes(tried)).toEqual(["stream_under_policy cubes/a/policy/retry"])
    expect(await codes(doc({ a }, { o: "a.numbers" }, { mode: "saga" }))).toContain("stream_in_saga cubes/a/use")
  })

  test("may declare a stream as its input, in the words of JSON Schema", async () => {
    const declared = doc(
      { c: { use: "s/sum", in: { numbers: "@n" } } },
      { sum: "c.sum" },
      {
        inputs: { n: { type: "array", "x-stream": true, items: { type: "number" } } },
      },
    )
    expect(await codes(declared)).toEqual([])
    expect(await settle(declared, { n: [1, 2] })).toMatchObject({ ok: true, outputs: { sum: 3 } })
    const nested = doc(
      { c: { use: "s/whole", in: { value: "@n" } } },
      { o: "c.items" },
      {
        inputs: { n: { type: "object", properties: { inner: { type: "array", "x-stream": true } } } },
      },
    )
    expect(await codes(nested)).toEqual(["input_schema_refused inputs/n/properties/inner/x-stream"])
  })
})

describe("a record of a run with streams", () => {
  test("holds count and hash, and a replay gives the same", async () => {
    const settled = await settle(chain, { to: 4 }, { record: true, fingerprint: true })
    const { record } = settled
    expect(record?.steps.find(({ path }) => path === "a")?.outputs).toEqual({
      numbers: { items: 4, sha256: expect.any(String) },
      last: 4,
    })
    const again = await replay(JSON.parse(JSON.stringify(record)), cubes, createHost(), { streams })
    expect(again).toMatchObject({ same: true, fingerprint: settled.fingerprint })
    const from = await replay(JSON.parse(JSON.stringify(record)), cubes, createHost(), { streams, from: "c" })
    expect(from.same).toBe(true)
  })

  test("does not hold the items of an input: a replay needs them again", async () => {
    const sums = doc({ c: { use: "s/sum", in: { numbers: "@numbers" } } }, { sum: "c.sum" })
    const { record } = await settle(sums, { numbers: [1, 2, 3] }, { record: true, fingerprint: true })
    expect(record?.inputs).toMatchObject({ numbers: { items: 3 } })
    const saved = JSON.parse(JSON.stringify(record))
    await expect(replay(saved, cubes, createHost(), { streams })).rejects.toMatchObject({ code: "stream_not_recorded" })
    expect((await replay(saved, cubes, createHost(), { streams, inputs: { numbers: [1, 2, 3] } })).same).toBe(true)
    expect((await replay(saved, cubes, createHost(), { streams, inputs: { numbers: [1, 2] } })).same).toBe(false)
  })
})

test("same(…) in a stream is what is wired in", async () => {
  const pass = defineCube({
    ...head,
    id: "s/pass",
    inputs: { items: stream(same("T")) },
    outputs: { items: stream(same("T")), first: same("T").optional() },
    create: () => ({ process: ({ items }) => ({ items }) }),
  })
  const known = [...cubes, pass]
  const good = doc(
    {
      a: { use: "s/count", config: {}, in: { to: { value: 1 } } },
      p: { use: "s/pass", in: { items: "a.numbers" } },
      c: { use: "s/sum", in: { numbers: "p.items" } },
    },
    { o: "c.sum" },
  )
  expect(await validate(good, known)).toEqual([])
  const bad = doc(
    {
      a: { use: "s/count", config: {}, in: { to: { value: 1 } } },
      p: { use: "s/pass", in: { items: "a.numbers" } },
      c: { use: "s/words", in: { words: "p.items" } },
    },
    { o: "c.n" },
  )
  expect((await validate(bad, known)).map(({ code }) => code)).toEqual(["wire_refuted"])
})
