import { createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { expect, test } from "vitest"
import * as z from "zod"
import { all, cube, document, inc, shaped } from "./stage.ts"

const three = document(
  {
    a: { use: "t/inc", in: { n: "@n" } },
    b: { use: "t/inc", in: { n: "a.n" } },
    c: { use: "t/inc", in: { n: "b.n" } },
  },
  { out: "c.n" },
)
const run = async (doc: object, budget: object, cubes = all) => {
  const runner = await createRunner(doc, cubes, createHost({ autoAdvance: true }))
  return runner.run({ n: 1 }, { budget }).settled
}

test("steps: as many as allowed are run, one more ends the run", async () => {
  expect((await run(three, { steps: 3 })).ok).toBe(true)
  const settled = await run(three, { steps: 2 })
  expect(settled).toMatchObject({
    ok: false,
    error: { code: "budget_exceeded", params: { budget: "steps", limit: 2 } },
  })
  expect(Object.values(settled.steps).map((step) => step.outcome)).toEqual(["ok", "ok", "cancelled"])
  expect(settled.fingerprint).toBeUndefined()
})

test("steps: skipped ones do not count, calls do", async () => {
  const calls = cube(
    "calls",
    async (n, step) => {
      for (let i = 0; i < 3; i++) await step.call("t/inc", { n })
      return { n }
    },
    { dependencies: { "t/inc": "*" } },
  )
  const doc = document({ a: { use: "t/calls", in: { n: "@n" } } })
  expect((await run(doc, { steps: 4 }, [calls, inc])).ok).toBe(true)
  expect(await run(doc, { steps: 3 }, [calls, inc])).toMatchObject({
    error: { code: "budget_exceeded" },
    steps: { a: { outcome: "cancelled" } },
  })
})

test("bytes: the encoded outputs of all steps together, in UTF-8", async () => {
  const text = shaped("text", {}, { text: z.string() }, () => ({ text: "사주" }))
  const doc = document({ a: { use: "t/text" } })
  const exact = new TextEncoder().encode(JSON.stringify({ text: "사주" })).length
  const runner = await createRunner(doc, [text], createHost())
  expect((await runner.run({}, { budget: { bytes: exact } }).settled).ok).toBe(true)
  expect(await runner.run({}, { budget: { bytes: exact - 1 } }).settled).toMatchObject({
    error: { code: "budget_exceeded", params: { budget: "bytes" } },
  })
})

test("bytes: an output that cannot be encoded fails its step", async () => {
  const bad = shaped("bad", {}, { value: z.json() }, () => ({ value: [Number.NaN] as never }))
  const runner = await createRunner(document({ a: { use: "t/bad" } }), [bad], createHost())
  const { steps } = await runner.run({}, { budget: { bytes: 1000 } }).settled
  expect(steps.a).toMatchObject({ outcome: "failed", error: { code: "value_not_finite" } })
})

test("fanOut: steps at work at once", async () => {
  const nap = { use: "t/nap", in: { n: { value: 5 } } }
  const doc = document({ a: nap, b: nap, c: nap, d: { use: "t/nap", in: { n: "a.n" } } })
  const runner = await createRunner(doc, all, createHost({ autoAdvance: true }))
  expect((await runner.run({}, { budget: { fanOut: 3 } }).settled).ok).toBe(true)
  expect(await runner.run({}, { budget: { fanOut: 2 } }).settled).toMatchObject({
    error: { code: "budget_exceeded", params: { budget: "fanOut", limit: 2 } },
  })
})

test("of zero steps starts nothing", async () => {
  expect(Object.values((await run(three, { steps: 0 })).steps).map((step) => step.outcome)).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
  ])
})
