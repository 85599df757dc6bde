import {
  type AnyCube,
  type CompositionDocument,
  createRunner,
  defineCube,
  float64,
  type RunResult,
  type Values,
} from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const head = { version: "1.0.0", color: "feature", effect: "pure", title: { en: "T", ko: "티" } } as const

/** Gives numbers of which one can be moved by one unit in the last place. */
const give = (moved: "nothing" | "number" | "array" | "text" | "sign"): AnyCube =>
  defineCube({
    ...head,
    id: "test/give",
    inputs: { n: z.number() },
    outputs: { number: z.number(), array: float64(), text: z.string(), flag: z.boolean(), inner: z.json() },
    create: () => ({
      process: ({ n }) => ({
        number: (n / 3) * (moved === "number" ? 1 + Number.EPSILON : 1),
        array: Float64Array.of(1, moved === "array" ? 2 + 2 * Number.EPSILON : 2, moved === "sign" ? -0 : 0),
        text: moved === "text" ? "e\u0301" : "\u00e9",
        flag: true,
        inner: { kept: [1, 2, { deep: null }] },
      }),
    }),
  })

const double = (version = "1.0.0"): AnyCube =>
  defineCube({
    ...head,
    id: "test/double",
    version,
    config: z.strictObject({ plus: z.number().default(0) }),
    inputs: { n: z.number(), by: z.number().default(2) },
    outputs: { n: z.number() },
    create: (_, config) => ({ process: ({ n, by }) => ({ n: n * by + config.plus }) }),
  })

const document = {
  format: 1,
  id: "sense",
  version: "1.0.0",
  inputs: { n: { type: "number" }, m: { type: "number", default: 1 }, p: { type: "number", default: 5 } },
  cubes: {
    g: { use: "test/give@^1", in: { n: "@n" } },
    d: { use: "test/double@^1", config: {}, in: { n: "g.number" }, when: "g.flag", after: ["g"] },
    e: { use: "test/double@^1", config: {}, in: { n: "@m", by: { value: 3 } } },
  },
  outputs: { number: "d.n", array: "g.array", text: "g.text", other: "e.n", inner: "g.inner" },
} as const satisfies CompositionDocument

type Changed = { readonly [key: string]: unknown }
const base: readonly AnyCube[] = [give("nothing"), double()]

interface How {
  readonly inputs?: Values
  readonly cubes?: readonly AnyCube[]
  readonly seed?: string
  readonly now?: number
  readonly check?: "edges" | "wires"
  /** The host's. */
  readonly name?: string
}

async function run(
  source: unknown = document,
  { inputs = { n: 1 }, cubes = base, seed = "s", now = 0, check = "edges", name = "" }: How = {},
): Promise<RunResult> {
  const host = { ...createHost({ now }), name }
  const runner = await createRunner(source, cubes, host, { seed, check })
  return runner.run(inputs, { fingerprint: true }).result
}

/** The same document with the order of all keys turned round. */
function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

const withCube = (id: string, changes: Changed): Changed => ({
  ...document,
  cubes: { ...document.cubes, [id]: { ...((document.cubes as Changed)[id] as Changed), ...changes } },
})

type Change = readonly [what: string, source: unknown, how?: How]
const named = ([what, source, how = {}]: Change): { what: string; source: unknown; how: How } => ({ what, source, how })

describe("the fingerprint changes with", () => {
  test.each(["number", "array", "text", "sign"] as const)(
    "one bit of an output (%s), while the plan stays",
    async (moved) => {
      const [before, after] = await Promise.all([run(), run(document, { cubes: [give(moved), double()] })])
      expect(after.fingerprint).not.toBe(before.fingerprint)
      expect(after.plan).toBe(before.plan)
    },
  )

  test("one bit of an input, even one that nothing in the outputs shows", async () => {
    const before = await run(document, { inputs: { n: 1, p: 5 } })
    const after = await run(document, { inputs: { n: 1, p: 5 + 4 * Number.EPSILON } })
    expect(after.outputs).toEqual(before.outputs)
    expect(after.fingerprint).not.toBe(before.fingerprint)
  })

  test("a wire to a source of another value", async () => {
    const [before, after] = await Promise.all([run(), run(withCube("d", { in: { n: "@n" } }))])
    expect(after.fingerprint).not.toBe(before.fingerprint)
    expect(after.plan).not.toBe(before.plan)
  })

  test("an output taken from elsewhere, added, left out or renamed", async () => {
    const { other, ...fewer } = document.outputs
    const all = [
      document.outputs,
      { ...document.outputs, number: "g.number" },
      { ...document.outputs, more: "@n" },
      fewer,
      { ...fewer, another: other },
    ]
    const prints = await Promise.all(all.map(async (outputs) => (await run({ ...document, outputs })).fingerprint))
    expect(new Set(prints).size).toBe(all.length)
  })

  test("the outcome of a step whose values nobody takes", async () => {
    const unused = { use: "test/double@^1", config: {}, in: { n: "@m" } }
    const [ok, skipped] = await Promise.all(
      [{}, { when: "@go" }].map((when) =>
        run(
          {
            ...document,
            inputs: { ...document.inputs, go: { type: "boolean" } },
            cubes: { ...document.cubes, u: { ...unused, ...when } },
          },
          { inputs: { n: 1, go: false } },
        ),
      ),
    )
    expect(skipped?.outputs).toEqual(ok?.outputs)
    expect(skipped?.fingerprint).not.toBe(ok?.fingerprint)
  })

  test("the id of a step", async () => {
    const { e, ...rest } = document.cubes
    const renamed = { ...document, cubes: { ...rest, f: e }, outputs: { ...document.outputs, other: "f.n" } }
    expect((await run(renamed)).fingerprint).not.toBe((await run()).fingerprint)
  })
})

describe("neither fingerprint nor plan changes with", () => {
  const changes: readonly Change[] = [
    ["the order of keys, all the way down", reversed(document)],
    ["the order of the inputs handed in", document, { inputs: { p: 5, m: 1, n: 1 } }],
    ["a title", { ...document, title: { en: "Sense", ko: "감각" } }],
    ["$schema", { $schema: "https://example.org/composition-1.schema.json", ...document }],
    ["a layout", { ...document, layout: { g: { x: 1, y: 2 } } }],
    ["a range that resolves to the same version", withCube("d", { use: "test/double@1.0.0" })],
    ["no range at all", withCube("d", { use: "test/double" })],
    ["defaults written out", withCube("d", { config: { plus: 0 }, in: { n: "g.number", by: { value: 2 } } })],
    ["a pointer to the whole", withCube("d", { in: { n: "g.number#" } })],
    ["doubles in after", withCube("d", { after: ["g", "g"] })],
    ["the text instead of the value", JSON.stringify(document, null, 3)],
    ["bytes instead of the value", new Uint8Array([...JSON.stringify(document)].map((c) => c.charCodeAt(0)))],
    ["the seed", document, { seed: "another" }],
    ["the time", document, { now: 1_700_000_000_000 }],
    ["the host's name", document, { name: "elsewhere" }],
    ["checks on every wire", document, { check: "wires" }],
    [
      "cubes nobody uses",
      document,
      {
        cubes: [
          ...base,
          defineCube({ ...head, id: "test/unused", inputs: {}, outputs: {}, create: () => ({ process: () => ({}) }) }),
        ],
      },
    ],
  ]

  test.each(changes.map(named))("$what", async ({ source, how }) => {
    const [before, after] = await Promise.all([run(document, { inputs: how.inputs ?? { n: 1 } }), run(source, how)])
    expect(after.plan).toBe(before.plan)
    expect(after.fingerprint).toBe(before.fingerprint)
  })

  test("the order in after", async () => {
    const [one, two] = await Promise.all(
      [
        ["g", "e"],
        ["e", "g"],
      ].map((after) => run(withCube("d", { after }))),
    )
    expect([one?.plan, one?.fingerprint]).toEqual([two?.plan, two?.fingerprint])
  })

  test("inputs left out, where their defaults are handed in instead", async () => {
    const [left, given] = await Promise.all([run(), run(document, { inputs: { n: 1, m: 1, p: 5 } })])
    expect(given.fingerprint).toBe(left.fingerprint)
  })
})

describe("the plan digest changes with", () => {
  const changes: readonly Change[] = [
    ["a wire", withCube("d", { in: { n: "@n" } })],
    ["a constant", withCube("e", { in: { n: "@m", by: { value: 4 } } })],
    ["a config", withCube("d", { config: { plus: 1 } })],
    ["a condition", { ...document, cubes: { ...document.cubes, e: { ...document.cubes.e, when: "g.flag" } } }],
    ["an order", withCube("e", { after: ["g"] })],
    ["an output", { ...document, outputs: { ...document.outputs, more: "e.n" } }],
    ["the schema of an input", { ...document, inputs: { ...document.inputs, n: { type: "number", minimum: 0 } } }],
    ["the version of a cube", document, { cubes: [give("nothing"), double("1.0.1")] }],
    ["the version of the document", { ...document, version: "1.0.1" }],
    ["its id", { ...document, id: "sense-2" }],
  ]

  test.each(changes.map(named))("$what", async ({ source, how }) => {
    const [before, after] = await Promise.all([run(), run(source, how)])
    expect(after.plan).not.toBe(before.plan)
  })
})
