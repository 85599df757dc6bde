import { createHash } from "node:crypto"
import { createRunner, float64, type RunOptions } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { all, document, shaped } from "./stage.ts"

const want: RunOptions = { fingerprint: true }
const of = async (doc: object, inputs: object, cubes = all, options = want) =>
  (await (await createRunner(doc, cubes, createHost({ autoAdvance: true }))).run(inputs as never, options).settled)
    .fingerprint

const simple = document(
  {
    a: { use: "t/inc", in: { n: "@n" } },
    b: { use: "t/fails", in: { n: "a.n" } },
    c: { use: "t/inc", in: { n: "b.n" } },
  },
  { out: "a.n" },
)

describe("the fingerprint", () => {
  test("is SHA-256 of cubular-run-1 and the canonical JSON of inputs, outcomes and outputs", async () => {
    const text =
      'cubular-run-1{"inputs":{"n":1},"outputs":{"out":2},"steps":{"a":"ok","b":"told_to_fail","c":"skipped"}}'
    expect(await of(simple, { n: 1 })).toBe(createHash("sha256").update(text).digest("hex"))
  })

  test("is not there unless asked for", async () => {
    expect(await of(simple, { n: 1 }, all, {})).toBeUndefined()
  })

  test("holds a typed array by kind, length and digest of its bytes", async () => {
    const numbers = shaped("numbers", {}, { x: float64() }, () => ({ x: Float64Array.of(-0, 1.5) }))
    const bytes = createHash("sha256")
      .update(new Uint8Array(Float64Array.of(-0, 1.5).buffer))
      .digest("hex")
    const text = `cubular-run-1{"inputs":{},"outputs":{"x":{"$bytes":["f64",2,"${bytes}"]}},"steps":{"s":"ok"}}`
    const doc = document({ s: { use: "t/numbers" } }, { x: "s.x" })
    expect(await of(doc, {}, [numbers])).toBe(createHash("sha256").update(text).digest("hex"))
  })

  test("changes with an input, an output, an outcome and a wire to another value", async () => {
    const rewired = document({ ...simple.cubes, c: { use: "t/inc", in: { n: "a.n" } } }, { out: "a.n" })
    const other = document(simple.cubes, { out: "@n" })
    const prints = [
      await of(simple, { n: 1 }),
      await of(simple, { n: 2 }),
      await of(rewired, { n: 1 }),
      await of(other, { n: 1 }),
    ]
    expect(new Set(prints).size).toBe(4)
  })

  test("does not depend on key order, on who waits, on the title, or on the seed when nothing is drawn", async () => {
    const part = shaped("part", { o: z.looseObject({}) }, { o: z.looseObject({}) }, ({ o }) => ({ o }))
    const doc = document({ a: { use: "t/part", in: { o: "@o" } } }, { out: "a.o" })
    expect(await of(doc, { o: { x: 1, y: { p: 1, q: -0 } } }, [part])).toBe(
      await of(doc, { o: { y: { q: 0, p: 1 }, x: 1 } }, [part]),
    )
    const now = document({ a: { use: "t/inc", in: { n: "@n" } } }, { out: "a.n" })
    const later = document({ a: { use: "t/later", in: { n: "@n" } } }, { out: "a.n" }, { title: { en: "t", ko: "t" } })
    expect(await of(now, { n: 1 })).toBe(await of(later, { n: 1 }, all, { fingerprint: true, seed: "x" }))
  })

  test("comes with no refused inputs", async () => {
    expect(await of(simple, { n: "x" })).toBeUndefined()
  })
})

test("with fingerprint or record, an output that cannot be encoded fails its step", async () => {
  const nan = shaped("nan", {}, { value: z.json() }, () => ({ value: { x: [Number.NaN as never] } }))
  const runner = await createRunner(document({ a: { use: "t/nan" } }, { out: "a.value" }), [nan], createHost())
  for (const options of [{ fingerprint: true }, { record: true }]) {
    const settled = await runner.run({}, options).settled
    expect(settled.steps.a?.error).toMatchObject({
      code: "outputs_refused",
      path: ["cubes", "a", "outputs", "value", "x", 0],
    })
  }
})
