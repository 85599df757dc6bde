import { createRunner, float64, type RunRecord } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { all, cube, document, inc, shaped } from "./stage.ts"

async function record(doc: object, cubes = all, inputs: object = { n: 1 }, host = createHost({ autoAdvance: true })) {
  const runner = await createRunner(doc, cubes, host, { seed: "seed" })
  const settled = await runner.run(inputs as never, { record: true }).settled
  return settled.record as RunRecord
}

describe("a record", () => {
  test("is JSON and holds document, seed, inputs, and per step in plan order what came of it", async () => {
    const doc = document(
      {
        b: { use: "t/inc", in: { n: "@n" } },
        a: { use: "t/fails", in: { n: "b.n" } },
        c: { use: "t/inc", in: { n: "a.n" } },
      },
      { out: "b.n" },
    )
    const made = await record(doc)
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    expect(made).toMatchObject({ format: 1, document: doc, seed: "seed", inputs: { n: 1 } })
    expect(made.steps).toEqual([
      { path: "b", outcome: "ok", outputs: { n: 2 } },
      { path: "a", outcome: "failed", code: "told_to_fail" },
      { path: "c", outcome: "skipped" },
    ])
    expect(made.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  test("is not there unless asked for, and brings no fingerprint to a result that did not ask for one", async () => {
    const runner = await createRunner(document({ a: { use: "t/inc", in: { n: "@n" } } }), all, createHost())
    expect((await runner.run({ n: 1 }).result).record).toBeUndefined()
    expect((await runner.run({ n: 1 }, { record: true }).result).fingerprint).toBeUndefined()
  })

  test("writes typed arrays and keys that begin with $ in the encoded form", async () => {
    const gives = shaped("gives", { o: z.looseObject({}) }, { x: float64(), o: z.looseObject({}) }, ({ o }) => ({
      x: Float64Array.of(1),
      o,
    }))
    const made = await record(document({ a: { use: "t/gives", in: { o: "@o" } } }), [gives], { o: { $a: 1 } })
    expect(made.inputs).toEqual({ o: { $$a: 1 } })
    expect(made.steps[0]?.outputs).toEqual({ x: { $bytes: ["f64", "AAAAAAAA8D8="] }, o: { $$a: 1 } })
  })

  test("holds what steps took from the host, in the order of asking; draws by their number", async () => {
    const takes = cube(
      "takes",
      async (_, step) => {
        const sleeping = step.clock.sleep(5)
        const before = step.clock.now()
        await sleeping
        return { n: before + step.clock.monotonic() + step.random.next() + step.random.next() + step.ids.next().length }
      },
      { needs: ["clock", "random", "ids"] },
    )
    const made = await record(
      document({ a: { use: "t/takes", in: { n: "@n" } } }),
      [takes],
      { n: 1 },
      createHost({ autoAdvance: true, now: 1000 }),
    )
    expect(made.steps[0]?.host).toEqual([
      { power: "clock.sleep", value: 5 },
      { power: "clock.now", value: 1000 },
      { power: "clock.monotonic", value: 5 },
      { power: "random.next", value: expect.any(Number), times: 2 },
      { power: "ids.next", value: expect.any(String) },
    ])
  })

  test("holds replies: text as text, other bytes as bytes, failures by code", async () => {
    const services = { api: { origin: "https://api.example" } }
    const fetches = cube(
      "fetches",
      async (_, step) => {
        const text = await (await step.http.fetch("api", "/text")).text()
        const bytes = await (await step.http.fetch("api", "/bytes")).bytes()
        const failed = await step.http.fetch("api", "/gone").then(
          () => 0,
          () => 1,
        )
        return { n: text.length + bytes.length + failed }
      },
      { services, needs: ["http"] },
    )
    const host = createHost({
      http: ({ url }) => {
        if (url.endsWith("text")) return new Response("사주", { status: 203, headers: { "x-a": "b" } })
        if (url.endsWith("bytes")) return new Response(Uint8Array.of(255, 0))
        throw new TypeError("no")
      },
    })
    const made = await record(document({ a: { use: "t/fetches", in: { n: "@n" } } }), [fetches], { n: 1 }, host)
    expect(made.steps[0]).toMatchObject({
      outputs: { n: 5 },
      host: [
        { power: "http.fetch", status: 203, body: "사주", headers: expect.arrayContaining([["x-a", "b"]]) },
        { power: "http.fetch", status: 200, body: { $bytes: ["u8", "/wA="] } },
        { power: "http.fetch", failed: "service_unreachable", retryable: true },
      ],
    })
  })

  test("holds calls behind the step that made them", async () => {
    const calls = cube("calls", async (n, step) => ({ n: ((await step.call("t/inc", { n })).n as number) * 2 }), {
      dependencies: { "t/inc": "*" },
    })
    const made = await record(
      document({ a: { use: "t/calls", in: { n: "@n" } }, b: { use: "t/inc", in: { n: "a.n" } } }),
      [calls, inc],
    )
    expect(made.steps).toEqual([
      { path: "a", outcome: "ok", outputs: { n: 4 } },
      { path: "a>t/inc#0", outcome: "ok", outputs: { n: 2 } },
      { path: "b", outcome: "ok", outputs: { n: 5 } },
    ])
  })

  test("of a cancelled run has no fingerprint, and says what was cut off", async () => {
    const runner = await createRunner(
      document({ a: { use: "t/inc", in: { n: "@n" } }, b: { use: "t/never", in: { n: "a.n" } } }),
      all,
      createHost(),
    )
    const run = runner.run({ n: 1 }, { record: true })
    run.cancel()
    const { record } = await run.settled
    expect(record?.fingerprint).toBeUndefined()
    expect(record?.steps.map((step) => step.outcome)).toEqual(["ok", "cancelled"])
  })

  test("does not change when the caller changes what it handed in", async () => {
    const keeps = shaped("keeps", { o: z.looseObject({}) }, { o: z.looseObject({}) }, async ({ o }) => ({ o }))
    const runner = await createRunner(document({ a: { use: "t/keeps", in: { o: "@o" } } }), [keeps], createHost())
    const o: { x: number } = { x: 1 }
    const run = runner.run({ o }, { record: true })
    o.x = 2
    expect((await run.result).record?.inputs).toEqual({ o: { x: 1 } })
  })
})
