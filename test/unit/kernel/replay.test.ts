import { type AnyCube, CubeError, createRunner, findDifference, type RunRecord, replay, secret } from "cubular"
import map from "cubular/cubes/flow/map"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { all, cube, document, errorOf, inc, shaped } from "./stage.ts"

/** Takes everything there is to take, and lets it decide its output. */
const takes = cube(
  "takes",
  async (n, step) => {
    await step.clock.sleep(step.random.below(100))
    const reply = await (await step.http.fetch("api", "/n")).json()
    return { n: n + (step.clock.now() % 1000) + step.random.next() + reply.n }
  },
  { needs: ["clock", "random", "http"], services: { api: { origin: "https://api.example" } } },
)
const doc = document(
  {
    a: { use: "t/takes", in: { n: "@n" } },
    b: { use: "t/inc", in: { n: "a.n" } },
    c: { use: "t/inc", in: { n: "@n" } },
  },
  { out: "b.n", c: "c.n" },
)
let asked = 0
const liveHost = () => createHost({ autoAdvance: true, now: 123_456, http: () => Response.json({ n: ++asked }) })

async function record(
  source: object = doc,
  cubes: readonly AnyCube[] = [...all, takes],
  host = liveHost(),
): Promise<RunRecord> {
  const runner = await createRunner(source, cubes, host)
  const settled = await runner.run({ n: 1 }, { record: true }).settled
  return JSON.parse(JSON.stringify(settled.record)) as RunRecord
}

describe("replay", () => {
  test("gives the same fingerprint on a host that has nothing, and asks nobody", async () => {
    const made = await record()
    const before = asked
    const again = await replay(made, [...all, takes], { name: "nothing" })
    expect(again).toMatchObject({ same: true, planChanged: false, fingerprint: made.fingerprint })
    expect(again.difference).toBeUndefined()
    expect(asked).toBe(before)
  })

  test("needs none of the secrets the run was given", async () => {
    const keyed = shaped(
      "keyed",
      { n: z.number() },
      { n: z.number() },
      async (_, step) => ({
        n: (await step.http.fetch("api", "/", { headers: { authorization: "{secret:KEY}" } })).status,
      }),
      { config: z.strictObject({ key: secret() }), services: { api: { origin: "https://api.example" } } },
    )
    const doc = document({ a: { use: "t/keyed", in: { n: "@n" }, config: { key: { secret: "KEY" } } } })
    const secrets = { KEY: { value: "canary", cubes: ["t/keyed"], origins: ["https://api.example"] } }
    const made = await record(doc, [keyed], createHost({ http: () => new Response(null), secrets }))
    expect(JSON.stringify(made)).not.toContain("canary")
    expect((await replay(made, [keyed], { name: "nothing" })).same).toBe(true)
  })

  test("gives failures, retryable ones too, as they were", async () => {
    const seen: boolean[] = []
    const tries = cube(
      "takes",
      async (_, step) => {
        const error = await step.http.fetch("api", "/").then(
          () => undefined,
          (error) => error,
        )
        seen.push(error.retryable)
        return { n: error.code.length }
      },
      { needs: ["http"], services: { api: { origin: "https://api.example" } } },
    )
    const made = await record(
      document({ a: { use: "t/takes", in: { n: "@n" } } }),
      [tries],
      createHost({ http: () => Promise.reject(new Error("no")) }),
    )
    expect((await replay(made, [tries], { name: "nothing" })).same).toBe(true)
    expect(seen).toEqual([true, true])
  })

  test("keeps the winner of a race between a reply and a sleep, whichever it was", async () => {
    for (const wait of [10, 1000]) {
      const races = cube(
        "takes",
        async (_, step) => ({
          n: await Promise.race([
            step.http.fetch("api", "/").then((reply) => reply.status),
            step.clock.sleep(100).then(() => 0),
          ]),
        }),
        { needs: ["clock", "http"], services: { api: { origin: "https://api.example" } } },
      )
      const host = createHost({ autoAdvance: true, http: () => host.clock.sleep(wait).then(() => new Response("ok")) })
      const made = await record(document({ a: { use: "t/takes", in: { n: "@n" } } }, { out: "a.n" }), [races], host)
      const again = await replay(made, [races], { name: "nothing" })
      expect([again.same, again.outputs.out]).toEqual([true, wait === 10 ? 200 : 0])
    }
  })

  test("keeps the order in which replies came, when it was not that of asking", async () => {
    const both = cube(
      "takes",
      async (_, step) => {
        const order: number[] = []
        const ask = async (ms: number): Promise<void> => {
          await step.clock.sleep(ms)
          order.push(ms)
        }
        await Promise.all([ask(30), ask(10), ask(20)])
        return { n: Number(order.join("")) }
      },
      { needs: ["clock"] },
    )
    const made = await record(document({ a: { use: "t/takes", in: { n: "@n" } } }, { out: "a.n" }), [both])
    expect(made.steps[0]?.host).toMatchObject([
      { value: 30, done: 2 },
      { value: 10, done: 0 },
      { value: 20, done: 1 },
    ])
    expect((await replay(made, [both], { name: "nothing" })).outputs).toEqual({ out: 102030 })
  })

  test("executes calls again, with what they took", async () => {
    const calls = cube("calls", async (n, step) => ({ n: (await step.call("t/takes", { n })).n as number }), {
      dependencies: { "t/takes": "*" },
    })
    const made = await record(document({ a: { use: "t/calls", in: { n: "@n" } } }, { out: "a.n" }), [calls, takes])
    expect((await replay(made, [calls, takes], { name: "nothing" })).same).toBe(true)
  })

  test("leaves cancelled steps cancelled and does not wait for them", async () => {
    const runner = await createRunner(
      document({ a: { use: "t/inc", in: { n: "@n" } }, b: { use: "t/never", in: { n: "a.n" } } }, { a: "a.n" }),
      all,
      createHost(),
    )
    const run = runner.run({ n: 1 }, { record: true })
    run.cancel()
    const again = await replay((await run.settled).record as RunRecord, all, createHost())
    expect(again).toMatchObject({
      same: true,
      outputs: { a: 2 },
      steps: { a: { outcome: "ok" }, b: { outcome: "cancelled" } },
    })
    expect(again.fingerprint).toBeUndefined()
  })

  test("uses the compositions the record used, whatever the registry holds by now", async () => {
    const inner = { ...document({ a: { use: "t/inc", in: { n: "@n" } } }, { out: "a.n" }), id: "inner" }
    const outer = document({ i: { use: "composition:inner", in: { n: "@n" } } }, { out: "i.out" })
    const runner = await createRunner(outer, [inc, inner], createHost())
    const made = (await runner.run({ n: 1 }, { record: true }).result).record as RunRecord
    const changed = { ...inner, outputs: { out: "@n" } }
    for (const registry of [[inc], [inc, changed]])
      expect(await replay(made, registry, createHost())).toMatchObject({ same: true, planChanged: false })
  })

  test("names the first difference in plan order: step, port and pointer", async () => {
    const Part = z.strictObject({ list: z.array(z.number()), "a/b": z.number() })
    const part = (list: number[], slash: number): AnyCube =>
      shaped("part", { n: z.number() }, { ok: z.boolean(), part: Part }, () => ({
        ok: true,
        part: { list, "a/b": slash },
      }))
    const source = document(
      { a: { use: "t/part", in: { n: "@n" } }, b: { use: "t/inc", in: { n: "a.part#/list/1" } } },
      { out: "b.n" },
    )
    const made = await record(source, [part([1, 2], 3), inc])
    const find = async (changed: AnyCube) => (await replay(made, [changed, inc], createHost())).difference
    expect(await find(part([1, 2], 3))).toBeUndefined()
    expect(await find(part([1, 5], 3))).toEqual({ step: "a", port: "part", pointer: "/list/1" })
    expect(await find(part([1, 2], 4))).toEqual({ step: "a", port: "part", pointer: "/a~1b" })
    expect(await find(part([1, 2, 3], 3))).toEqual({ step: "a", port: "part", pointer: "/list/2" })
  })

  test("is not the same when only a value in between differs", async () => {
    const made = await record(
      document({ a: { use: "t/inc", in: { n: "@n" } }, b: { use: "t/zero", in: { n: "a.n" } } }, { out: "b.n" }),
      [inc, cube("zero", () => ({ n: 0 }))],
    )
    const changed = cube("inc", (n) => ({ n: n + 2 }))
    expect(await replay(made, [changed, cube("zero", () => ({ n: 0 }))], createHost())).toMatchObject({
      same: false,
      fingerprint: made.fingerprint,
      difference: { step: "a", port: "n", pointer: "" },
    })
  })

  test("tells a changed outcome, and a changed plan beside it", async () => {
    const made = await record(document({ a: { use: "t/inc", in: { n: "@n" } } }), [inc])
    const broken = { ...cube("inc", () => ({ n: Number.NaN })), version: "1.0.1" }
    expect(await replay(made, [broken], createHost())).toMatchObject({
      same: false,
      planChanged: true,
      difference: { step: "a", port: "", pointer: "" },
    })
  })

  test("fails a step that takes something else from its host than it did", async () => {
    const made = await record()
    const other = cube("takes", (_, step) => ({ n: step.clock.now() }), {
      needs: ["clock", "http"],
      services: { api: { origin: "https://api.example" } },
    })
    const again = await replay(made, [...all, other], createHost())
    expect(again.steps.a?.error?.code).toBe("replay_diverged")
    expect(again.same).toBe(false)
  })

  test("does not hang when changed code waits for what never ended while it was recorded, or leaves out what ended first", async () => {
    const needs = { needs: ["clock"] }
    const leaves = cube(
      "takes",
      async (_, step) => {
        void step.clock.sleep(1000)
        return { n: 1 }
      },
      needs,
    )
    const waits = cube("takes", (_, step) => step.clock.sleep(1000).then(() => ({ n: 1 })), needs)
    const source = document({ a: { use: "t/takes", in: { n: "@n" } } })
    const made = await record(source, [leaves])
    expect((await replay(made, [waits], createHost())).steps.a?.error?.code).toBe("replay_diverged")
    const two = cube(
      "takes",
      (_, step) => Promise.all([step.clock.sleep(20), step.clock.sleep(10)]).then(() => ({ n: 1 })),
      needs,
    )
    expect((await replay(await record(source, [two]), [waits], createHost())).steps.a?.outcome).toBe("ok")
  })
})

describe("replay from a step", () => {
  test("runs it and what depends on it; for all others the recorded outcome stands", async () => {
    const seen: string[] = []
    const spy = (id: string): AnyCube =>
      cube(id, (n, step) => {
        seen.push(step.path)
        return { n: n + 1 }
      })
    const source = document(
      {
        a: { use: "t/x", in: { n: "@n" } },
        b: { use: "t/x", in: { n: "a.n" } },
        c: { use: "t/x", in: { n: "b.n" } },
        d: { use: "t/x", in: { n: "@n" } },
      },
      { c: "c.n", d: "d.n" },
    )
    const made = await record(source, [spy("x")])
    seen.length = 0
    const again = await replay(made, [spy("x")], createHost(), { from: "b" })
    expect(seen).toEqual(["b", "c"])
    expect(again).toMatchObject({ same: true, outputs: { c: 4, d: 2 } })
  })

  test("keeps recorded failures and skips", async () => {
    const source = document(
      {
        a: { use: "t/fails", in: { n: "@n" } },
        b: { use: "t/inc", in: { n: "a.n" } },
        c: { use: "t/inc", in: { n: "@n" } },
      },
      { c: "c.n" },
    )
    const made = await record(source, all)
    expect(await replay(made, all, createHost(), { from: "c" })).toMatchObject({
      same: true,
      steps: {
        a: { outcome: "failed", error: { code: "told_to_fail" } },
        b: { outcome: "skipped" },
        c: { outcome: "ok" },
      },
    })
  })

  test("refuses a step the plan does not have", async () => {
    const made = await record(document({ a: { use: "t/inc", in: { n: "@n" } } }), [inc])
    expect(await errorOf(replay(made, [inc], createHost(), { from: "z" }))).toMatchObject({
      code: "no_such_step",
      params: { steps: ["a"] },
    })
  })
})

describe("a malformed record is refused with a code", () => {
  const good = {
    format: 1,
    document: document({ a: { use: "t/inc", in: { n: "@n" } } }),
    plan: "",
    seed: "",
    inputs: { n: 1 },
    steps: [],
  }
  const bad: readonly [string, unknown, string][] = [
    ["nothing", undefined, "record_malformed"],
    ["null", null, "record_malformed"],
    ["text", "x", "record_malformed"],
    ["a list", [], "record_malformed"],
    ["another format", { ...good, format: 2 }, "record_malformed"],
    ["no steps", { ...good, steps: undefined }, "record_malformed"],
    ["a step that is none", { ...good, steps: [3] }, "record_malformed"],
    ["an unknown outcome", { ...good, steps: [{ path: "a", outcome: "maybe" }] }, "record_malformed"],
    [
      "an unknown power",
      { ...good, steps: [{ path: "a", outcome: "ok", host: [{ power: "gun" }] }] },
      "record_malformed",
    ],
    ["a seed that is no text", { ...good, seed: 1 }, "record_malformed"],
    [
      "an empty composition",
      {
        ...good,
        document: document({ a: { use: "composition:inner@^1", in: {} } }, {}),
        compositions: { "inner@1.0.0": {} },
      },
      "record_malformed",
    ],
    ["a document that is none", { ...good, document: {} }, "composition_invalid"],
    ["malformed bytes in inputs", { ...good, inputs: { n: { $bytes: 1 } } }, "bytes_malformed"],
    [
      "malformed bytes in outputs",
      { ...good, steps: [{ path: "a", outcome: "cancelled", outputs: { n: { $bytes: 1 } } }] },
      "bytes_malformed",
    ],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no")
          },
        },
      ),
      "record_malformed",
    ],
  ]
  for (const [name, record, code] of bad)
    test(name, async () => {
      expect((await errorOf(replay(record as RunRecord, [inc], createHost()))).code).toBe(code)
    })

  test("inputs that do not fit lead to a replay that is not the same", async () => {
    expect(await replay({ ...good, inputs: {} } as unknown as RunRecord, [inc], createHost())).toMatchObject({
      same: false,
    })
  })
})

test("the replay of a map that failed is the same, however far its other items had come by then", async () => {
  const times: readonly (readonly [ms: number, status: number])[] = [
    [500, 503],
    [10, 200],
    [10, 200],
    [9000, 200],
  ]
  const host = createHost({
    autoAdvance: true,
    async http({ url }) {
      const [ms, status] = times[Number(new URL(url).pathname.slice(1))] as (typeof times)[number]
      await host.clock.sleep(ms)
      return new Response("", { status })
    },
  })
  const asks = cube(
    "asks",
    async (n, step) => {
      const { ok } = await step.http.fetch("api", `/${n}`)
      if (!ok) throw new CubeError({ code: "t_refused", message: "No.", hint: "None." })
      return { n }
    },
    { services: { api: { origin: "https://api.example" } } },
  )
  const config = { cube: "t/asks", input: "n", output: "n", concurrent: 2 }
  const placed = { use: "flow/map", config, in: { items: { value: [0, 1, 2, 3] } } }
  const made = await record(document({ a: placed, b: { use: "t/inc", in: { n: "@n" } } }, {}), [asks, map, inc], host)
  const calls = made.steps.map(({ path, outcome }) => `${path} ${outcome}`)
  expect(calls).toEqual(expect.arrayContaining(["a failed", "a>t/asks#0 failed", "a>t/asks#2 ok"]))
  const cubes = [asks, map, inc]
  expect(await replay(made, cubes, createHost())).toMatchObject({ same: true })
  const changed = JSON.parse(JSON.stringify(made).replaceAll("t_refused", "t_changed")) as RunRecord
  expect(await replay(changed, cubes, createHost())).toMatchObject({ same: false, difference: { step: "a" } })
})

test("findDifference compares the records of two hosts", async () => {
  const one = await record(document({ a: { use: "t/inc", in: { n: "@n" } } }), [inc])
  const two = await record(document({ a: { use: "t/inc", in: { n: "@n" } } }), [
    cube("inc", (n) => ({ n: n + 1e-16 + 1 + Number.EPSILON * 2 })),
  ])
  expect(findDifference(one, one)).toBeUndefined()
  expect(findDifference(one, two)).toEqual({ step: "a", port: "n", pointer: "" })
})
