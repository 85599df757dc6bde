import { type AnyCube, createRunner, defineCube, replay } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const head = { version: "1.0.0", color: "feature", effect: "pure", title: { en: "Z", ko: "영" } } as const

/** Gives −0, at once or through a promise. */
const minus = (later: boolean): AnyCube =>
  defineCube({
    ...head,
    id: "test/minus",
    inputs: {},
    outputs: { n: z.number(), inner: z.json() },
    create: () => ({
      process: () => {
        const given = { n: -0, inner: { deep: [-0] } }
        return (later ? Promise.resolve(given) : given) as never
      },
    }),
  })

/** Shows the signs of what arrives. */
const sign = defineCube({
  ...head,
  id: "test/sign",
  inputs: { n: z.number().optional(), list: z.array(z.number()).default([]), inner: z.json().optional() },
  outputs: { seen: z.array(z.string()) },
  create: () => ({
    process({ n, list, inner }) {
      const deep = (inner as { deep?: readonly number[] } | undefined)?.deep ?? []
      return { seen: [n ?? 1, ...list, ...deep].map((each) => (Object.is(each, -0) ? "−0" : String(each))) }
    },
  }),
})

const caller = defineCube({
  ...head,
  id: "test/caller",
  dependencies: { "test/sign": "*", "test/minus": "*" },
  inputs: {},
  outputs: { seen: z.json() },
  create: () => ({
    async process(_, step) {
      const { n } = await step.call("test/minus", {})
      const { seen } = await step.call("test/sign", { n: -0 })
      return { seen: [Object.is(n, -0) ? "−0" : String(n), ...(seen as string[])] }
    },
  }),
})

const document = {
  format: 1,
  id: "zero",
  version: "1.0.0",
  inputs: { n: { type: "number" }, inner: {} },
  cubes: {
    m: { use: "test/minus" },
    a: { use: "test/sign", in: { n: "m.n", list: ["m.n", "@n"] } },
    b: { use: "test/sign", in: { n: "@n", list: { value: [-0] } } },
    c: { use: "test/caller" },
  },
  outputs: { a: "a.seen", b: "b.seen", c: "c.seen", n: "m.n", in: "@n" },
}

describe.each([false, true])("−0 is 0, as in JSON (through a promise: %s)", (later) => {
  const cubes = [minus(later), sign, caller]

  test.each(["edges", "wires"] as const)(
    "on every wire, in inputs, constants, outputs and calls, with check: %s",
    async (check) => {
      for (const options of [undefined, { fingerprint: true, record: true }]) {
        const runner = await createRunner(document, cubes, createHost(), { check })
        const { outputs } = await runner.run({ n: -0, inner: null }, options).result
        expect(outputs).toEqual({ a: ["0", "0", "0"], b: ["0", "0"], c: ["0", "0"], n: 0, in: 0 })
      }
    },
  )

  test("in a text too", async () => {
    const text = JSON.stringify(document).replace("[0]", "[-0.0]")
    expect(text).toContain("-0.0")
    const { outputs } = await (await createRunner(text, cubes, createHost())).run({ n: 0, inner: null }).result
    expect(outputs.b).toEqual(["0", "0"])
  })
})

test("−0 inside an input is 0 too, whatever is asked of the run", async () => {
  const nested = {
    ...document,
    cubes: { b: { use: "test/sign", in: { inner: "@inner" } } },
    outputs: { seen: "b.seen", inner: "@inner" },
  }
  for (const check of ["edges", "wires"] as const)
    for (const options of [undefined, { fingerprint: true }, { record: true }]) {
      const runner = await createRunner(nested, [sign], createHost(), { check })
      const { outputs } = await runner.run({ n: 0, inner: { deep: [-0] } }, options).result
      expect(outputs).toEqual({ seen: ["1", "0"], inner: { deep: [0] } })
    }
})

test("−0 inside an output goes on as 0 where the run is written down or checked, and a replay from there agrees", async () => {
  const nested = {
    format: 1,
    id: "zero",
    version: "1.0.0",
    cubes: { m: { use: "test/minus" }, b: { use: "test/sign", in: { inner: "m.inner" } } },
    outputs: { seen: "b.seen", inner: "m.inner" },
  }
  const cubes = [minus(false), sign]
  for (const [check, options] of [
    ["wires", undefined],
    ["edges", { fingerprint: true }],
    ["edges", { record: true }],
  ] as const) {
    const runner = await createRunner(nested, cubes, createHost(), { check })
    const { outputs, record } = await runner.run({}, options).result
    expect(outputs).toEqual({ seen: ["1", "0"], inner: { deep: [0] } })
    if (record) expect(await replay(record, cubes, createHost(), { from: "b" })).toMatchObject({ same: true, outputs })
  }
})
