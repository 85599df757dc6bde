import {
  canonical,
  composition,
  createRunner,
  decodeJson,
  encodeJson,
  plan,
  type Value,
  type Values,
  validate,
} from "cubular"
import join from "cubular/cubes/text/join"
import upper from "cubular/cubes/text/upper"
import { createHost } from "cubular/host/memory"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const finite = { noNaN: true, noDefaultInfinity: true }
const arrays = fc.oneof(
  fc.uint8Array({ maxLength: 9 }),
  fc.int8Array({ maxLength: 9 }),
  fc.uint16Array({ maxLength: 9 }),
  fc.int16Array({ maxLength: 9 }),
  fc.uint32Array({ maxLength: 9 }),
  fc.int32Array({ maxLength: 9 }),
  fc.float32Array({ maxLength: 9, ...finite }),
  fc.float64Array({ maxLength: 9, ...finite }),
)
const names = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("$", "$$", "$bytes", "$$bytes", "__proto__", "constructor", ""),
)

/** Everything that may travel on a wire. */
const { value: values } = fc.letrec<{ value: Value; leaf: Value }>((tie) => ({
  leaf: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.double(finite),
    fc.integer(),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    arrays,
  ) as fc.Arbitrary<Value>,
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie("value")), { maxLength: 4 }).map((entries) => {
      // Not fromEntries with a prototype in mind: a member may be called __proto__.
      const made = {}
      for (const [key, value] of entries)
        Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true })
      return made
    }) as fc.Arbitrary<Value>,
  ),
}))

/** −0 travels as 0; nothing else changes on a wire. */
const plain = (value: Value): Value => decodeJson(encodeJson(value))

describe("for any value that may travel", () => {
  test("its JSON form, also through text, stands for it and nothing else", () => {
    fc.assert(
      fc.property(values, (value) => {
        const form = encodeJson(value)
        const read = decodeJson(JSON.parse(JSON.stringify(form)))
        expect(encodeJson(read)).toEqual(form)
        expect(canonical(read)).toBe(canonical(value))
        expect(read).toEqual(plain(value))
      }),
      { numRuns: 2000 },
    )
  })

  test("two that differ have canonical forms that differ, two that are the same have the same", () => {
    fc.assert(
      fc.property(values, values, (one, two) => {
        const same = JSON.stringify(sorted(encodeJson(one))) === JSON.stringify(sorted(encodeJson(two)))
        expect(canonical(one) === canonical(two)).toBe(same)
        expect(canonical(sorted(plain(one)))).toBe(canonical(one))
      }),
      { numRuns: 2000 },
    )
  })

  test("it goes through inputs, generic ports and outputs unchanged, and as a constant of the document", async () => {
    const document = {
      format: 1,
      id: "through",
      version: "1.0.0",
      inputs: { value: {} },
      cubes: { m: { use: "flow/merge", in: { a: "@value" } } },
      outputs: { out: "m.value", in: "@value" },
    }
    const { default: merge } = await import("cubular/cubes/flow/merge")
    const runners = await Promise.all(
      (["edges", "wires"] as const).map((check) => createRunner(document, [merge], createHost(), { check })),
    )
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const expected = encodeJson(plain(value))
        for (const runner of runners) {
          const { outputs, record } = await runner.run({ value }, { fingerprint: true, record: true }).result
          expect(encodeJson(outputs as Value)).toEqual({ out: expected, in: expected })
          expect(JSON.parse(JSON.stringify(record))).toEqual(record)
        }
        const constant = {
          ...document,
          inputs: {},
          cubes: { m: { use: "flow/merge", in: { a: { value: encodeJson(value) } } } },
          outputs: { out: "m.value" },
        }
        const issues = await validate(constant, [merge])
        // __proto__ as a name is refused in documents, and what is too deep.
        if (issues.some(({ severity }) => severity === "error")) {
          expect(issues.map(({ code }) => code)).toContainEqual(
            expect.stringMatching(/^(key_forbidden|document_too_deep)$/),
          )
          return
        }
        const runner = await createRunner(JSON.stringify(constant), [merge], createHost())
        expect(encodeJson((await runner.run().result).outputs.out as Value)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})

function sorted<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return value.map(sorted) as T
  const made = {}
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1))
  for (const [key, part] of entries) Object.defineProperty(made, key, { value: sorted(part), enumerable: true })
  return made as T
}

describe("for any literal", () => {
  const parts = fc.array(
    fc.record({
      list: fc.boolean(),
      from: fc.nat(),
      constant: fc.option(fc.string()),
      separator: fc.option(fc.string({ maxLength: 5 })),
    }),
    { minLength: 1, maxLength: 8 },
  )

  /** A literal as untyped code would write it. */
  const literalOf = (
    steps: readonly { list: boolean; from: number; constant: string | null; separator: string | null }[],
  ) => {
    const placed = steps.map(({ list, from, constant, separator }, at) => {
      const ref = at === 0 ? "@t" : `s${from % at}.text`
      const source = constant === null ? ref : { value: constant }
      return [
        `s${at}`,
        list
          ? {
              use: join,
              in: { texts: constant === null ? [ref, "@t"] : { value: [constant] } },
              ...(separator === null ? {} : { config: { separator } }),
            }
          : { use: upper, in: { text: source } },
      ]
    })
    return composition({
      id: "literal",
      version: "1.0.0",
      inputs: { t: z.string() },
      cubes: Object.fromEntries(placed) as never,
      outputs: { out: `s${steps.length - 1}.text` } as never,
    })
  }

  test("document and literal give the same plan, and a document read again is the same document", async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (steps) => {
        const literal = literalOf(steps)
        const document = literal.toJSON()
        expect(JSON.parse(JSON.stringify(document))).toEqual(document)
        expect(literal.toJSON()).toBe(document)
        const plans = await Promise.all(
          [literal, document, JSON.stringify(literal), JSON.stringify(document, null, 2)].map((source) =>
            plan(source, literal.registry, createHost()),
          ),
        )
        expect(new Set(plans.map(({ digest }) => digest)).size).toBe(1)
        for (const each of plans) expect(each.document).toEqual(document)
      }),
      { numRuns: 200 },
    )
  })

  test("planned or run again it gives the same: nothing is kept from one time to the next", async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.string({ unit: "grapheme" }), async (steps, t) => {
        const literal = literalOf(steps)
        const runner = await createRunner(literal, literal.registry, createHost())
        const runs = await Promise.all(
          [0, 1, 2].map(() => runner.run({ t } as Values, { fingerprint: true, seed: "any" }).result),
        )
        const again = await createRunner(literal.toJSON(), literal.registry, createHost({ now: 1 }), { check: "wires" })
        runs.push(await again.run({ t } as Values, { fingerprint: true }).result)
        expect(new Set(runs.map(({ fingerprint, plan: digest }) => `${fingerprint} ${digest}`)).size).toBe(1)
      }),
      { numRuns: 100 },
    )
  })
})
