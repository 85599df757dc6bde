import { defineCube, type JsonSchema, toManifest } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { toZod as declaredToZod } from "../../../src/kernel/declared.ts"
import { type Type, typeOf } from "../../../src/kernel/type.ts"
import { exampleOf, Judge } from "../../../src/kernel/verdict.ts"
import { desc, near, toZod, valuesOf } from "./schemas.ts"

const schemaOf = (zod: z.ZodType): JsonSchema =>
  toManifest(
    defineCube({
      id: "a/b",
      version: "1.0.0",
      color: "feature",
      title: { en: "t", ko: "t" },
      inputs: { p: zod },
      outputs: {},
      create: () => ({ process: () => ({}) }),
    }),
  ).inputs.p?.schema as JsonSchema
const typeFrom = (zod: z.ZodType): Type => typeOf(schemaOf(zod))

describe("for any two schemas", () => {
  test("places of a tuple that take anything may be absent where more may follow, as they may be for zod", () => {
    const open = z.tuple([z.string(), z.unknown()], z.unknown())
    expect(open.safeParse(["a"]).success).toBe(true)
    expect(new Judge().verdict(typeFrom(z.tuple([z.string()])), typeFrom(open))).toBe("proved")
    expect(new Judge().verdict(typeFrom(z.tuple([z.literal(1)])), typeFrom(open))).toBe("refuted")
  })

  test("proved means accepted and refuted means refused, for every value the source accepts", () => {
    const seen = { proved: 0, refuted: 0, unknown: 0 }
    fc.assert(
      fc.property(
        desc.chain((source) =>
          fc.tuple(fc.constant(source), near(source), fc.array(valuesOf(source), { minLength: 1, maxLength: 8 })),
        ),
        ([source, target, values]) => {
          const [from, to] = [toZod(source), toZod(target)]
          const verdict = new Judge().verdict(typeFrom(from), typeFrom(to))
          for (const value of values) {
            if (!from.safeParse(value).success) continue
            seen[verdict]++
            if (verdict !== "unknown") expect(to.safeParse(value).success).toBe(verdict === "proved")
          }
        },
      ),
      { numRuns: 4000 },
    )
    // The property must have had something to say.
    expect(seen.proved).toBeGreaterThan(1000)
    expect(seen.refuted).toBeGreaterThan(300)
  })

  test("any schema fits unknown, and one that accepts anything at all is not refuted by itself", () => {
    fc.assert(
      fc.property(
        desc.chain((source) => fc.tuple(fc.constant(source), fc.array(valuesOf(source), { maxLength: 8 }))),
        ([source, values]) => {
          const zod = toZod(source)
          expect(new Judge().verdict(typeFrom(zod), typeOf({}))).toBe("proved")
          if (!values.some((value) => zod.safeParse(value).success)) return
          const verdict = new Judge().verdict(typeFrom(zod), typeFrom(toZod(source)))
          expect(verdict).not.toBe("refuted")
        },
      ),
      { numRuns: 1000 },
    )
  })

  test("the example shown is one the source accepts", () => {
    fc.assert(
      fc.property(desc, (source) => {
        fc.pre(!/never|picky/.test(JSON.stringify(source)))
        const zod = toZod(source)
        const example = exampleOf(typeFrom(zod))
        if (example !== undefined) expect(zod.safeParse(example).success).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe("a JSON Schema written in a document", () => {
  test("accepts exactly what the zod schema it was made from accepts, or is refused", () => {
    let read = 0
    fc.assert(
      fc.property(
        desc.chain((source) =>
          fc.tuple(fc.constant(source), fc.array(fc.oneof(valuesOf(source), desc.chain(valuesOf)), { maxLength: 8 })),
        ),
        ([source, values]) => {
          const zod = toZod(source)
          let refused = false
          const written = declaredToZod(schemaOf(zod), () => {
            refused = true
          })
          if (refused) return
          read++
          for (const value of values) expect(written.safeParse(value).success).toBe(zod.safeParse(value).success)
        },
      ),
      { numRuns: 3000 },
    )
    expect(read).toBeGreaterThan(1500)
  })
})
