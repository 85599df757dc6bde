import { bytes, defineCube, float64, same, toManifest } from "cubular/contract"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { typeOf, typeOfValue } from "../../../src/kernel/type.ts"
import { exampleOf, Judge, nameOf } from "../../../src/kernel/verdict.ts"

const title = { en: "t", ko: "t" }
/** The type of a port, through the manifest as in life. */
const typeFrom = (schema: z.ZodType) => {
  const cube = defineCube({
    id: "a/b",
    version: "1.0.0",
    color: "feature",
    title,
    inputs: { p: schema },
    outputs: {},
    create: () => ({ process: () => ({}) }),
  })
  return typeOf(toManifest(cube).inputs.p?.schema as never)
}
const verdict = (source: z.ZodType, target: z.ZodType): string =>
  new Judge().verdict(typeFrom(source), typeFrom(target))

const Tree: z.ZodType = z.strictObject({
  value: z.int(),
  get kids() {
    return z.array(Tree)
  },
})
const LooseTree: z.ZodType = z.looseObject({
  value: z.number(),
  get kids() {
    return z.array(LooseTree)
  },
})
const TextTree: z.ZodType = z.strictObject({
  value: z.string(),
  get kids() {
    return z.array(TextTree)
  },
})
const List: z.ZodType = z.union([
  z.null(),
  z.strictObject({
    head: z.number(),
    get tail() {
      return List
    },
  }),
])

const cases: [string, z.ZodType, z.ZodType, "proved" | "refuted" | "unknown"][] = [
  ["text into text", z.string(), z.string(), "proved"],
  ["anything into unknown", z.string(), z.unknown(), "proved"],
  ["unknown into text", z.unknown(), z.string(), "unknown"],
  ["unknown into unknown", z.unknown(), z.any(), "proved"],
  ["a number into text", z.number(), z.string(), "refuted"],
  ["a whole number into a number", z.int(), z.number(), "proved"],
  ["a number into a whole number", z.number(), z.int(), "unknown"],
  ["a whole number into text", z.int(), z.string(), "refuted"],
  ["0..10 into 0..20", z.number().min(0).max(10), z.number().min(0).max(20), "proved"],
  ["0..20 into 0..10", z.number().min(0).max(20), z.number().min(0).max(10), "unknown"],
  ["0..10 into 11..20", z.number().min(0).max(10), z.number().min(11).max(20), "refuted"],
  ["0..10 into above 10", z.number().min(0).max(10), z.number().gt(10), "refuted"],
  ["below 10 into at most 10", z.number().lt(10), z.number().max(10), "proved"],
  ["at most 10 into below 10", z.number().max(10), z.number().lt(10), "unknown"],
  ["whole above 0 into at least 1", z.int().gt(0), z.int().min(1), "proved"],
  ["0.2..0.8 into whole", z.number().min(0.2).max(0.8), z.int(), "refuted"],
  ["multiples of 4 into multiples of 2", z.int().multipleOf(4), z.int().multipleOf(2), "proved"],
  ["multiples of 2 into multiples of 4", z.int().multipleOf(2), z.int().multipleOf(4), "unknown"],
  ["multiples of 0.1 into multiples of 0.1", z.number().multipleOf(0.1), z.number().multipleOf(0.1), "unknown"],
  ["a literal into its own type", z.literal("a"), z.string(), "proved"],
  ["a literal into an enum with it", z.literal("a"), z.enum(["a", "b"]), "proved"],
  ["a literal into an enum without it", z.literal("c"), z.enum(["a", "b"]), "refuted"],
  ["an enum into a larger one", z.enum(["a", "b"]), z.enum(["b", "a", "c"]), "proved"],
  ["an enum into a smaller one", z.enum(["a", "b"]), z.enum(["a"]), "unknown"],
  ["text into an enum", z.string(), z.enum(["a"]), "unknown"],
  ["a number into an enum of texts", z.number(), z.enum(["a"]), "refuted"],
  ["short text into an enum of long ones", z.string().max(1), z.enum(["aa", "bb"]), "refuted"],
  ["2.5 into whole", z.literal(2.5), z.int(), "refuted"],
  ["1e300 into whole", z.literal(1e300), z.int(), "refuted"],
  ["4 into multiples of 2", z.literal(4), z.int().multipleOf(2), "proved"],
  ["a boolean into true or false", z.boolean(), z.literal([true, false]), "proved"],
  ["a boolean into true", z.boolean(), z.literal(true), "unknown"],
  ["true into a boolean", z.literal(true), z.boolean(), "proved"],
  ["null into nullable", z.null(), z.string().nullable(), "proved"],
  ["text into nullable", z.string(), z.string().nullable(), "proved"],
  ["nullable into text", z.string().nullable(), z.string(), "unknown"],
  ["null into text", z.null(), z.string(), "refuted"],
  ["text lengths inside", z.string().min(2).max(3), z.string().min(1).max(5), "proved"],
  ["text lengths apart", z.string().min(6), z.string().max(5), "refuted"],
  ["the same pattern", z.string().regex(/^a+$/), z.string().regex(/^a+$/), "proved"],
  ["another pattern", z.string().regex(/^a+$/), z.string().regex(/^[a]+$/), "unknown"],
  ["a pattern with a flag is never proved", z.string().regex(/^a+$/i), z.string().regex(/^a+$/i), "unknown"],
  ["more patterns into fewer", z.string().regex(/a/).regex(/b/), z.string().regex(/b/), "proved"],
  ["fewer patterns into more", z.string().regex(/a/), z.string().regex(/a/).regex(/b/), "unknown"],
  ["a date into text", z.iso.date(), z.string(), "proved"],
  ["a date into a date", z.iso.date(), z.iso.date(), "proved"],
  ["a date into an instant", z.iso.date(), z.iso.datetime(), "unknown"],
  ["a URL into a URL, which code checks", z.url(), z.url({ protocol: /^https$/ }), "unknown"],
  ["a union into a wider one", z.union([z.string(), z.int()]), z.union([z.number(), z.string(), z.null()]), "proved"],
  ["a union into one of its parts", z.union([z.string(), z.int()]), z.string(), "unknown"],
  ["a union into none of its parts", z.union([z.string(), z.int()]), z.boolean(), "refuted"],
  ["a list into a list", z.array(z.int()), z.array(z.number()), "proved"],
  ["a list of other items: an empty one would pass", z.array(z.string()), z.array(z.number()), "unknown"],
  ["a list of other items that is never empty", z.array(z.string()).min(1), z.array(z.number()), "refuted"],
  ["list lengths", z.array(z.int()).max(3), z.array(z.int()).min(4), "refuted"],
  ["a list into a fixed one", z.array(z.int()), z.tuple([z.int(), z.int()]), "unknown"],
  ["a list of two into a tuple", z.array(z.int()).length(2), z.tuple([z.int(), z.number()]), "proved"],
  ["a tuple into a list", z.tuple([z.int(), z.int()]), z.array(z.number()), "proved"],
  ["a tuple into a shorter one", z.tuple([z.int(), z.int()]), z.tuple([z.int()]), "refuted"],
  ["a tuple with a rest", z.tuple([z.string()], z.int()), z.tuple([z.string()], z.number()), "proved"],
  ["a tuple with another first", z.tuple([z.string()], z.int()), z.tuple([z.int()], z.int()), "refuted"],
  ["an object into the same", z.strictObject({ a: z.int() }), z.strictObject({ a: z.number() }), "proved"],
  [
    "a member too many for a strict one",
    z.strictObject({ a: z.int(), b: z.int() }),
    z.strictObject({ a: z.int() }),
    "refuted",
  ],
  [
    "an optional member too many",
    z.strictObject({ a: z.int(), b: z.int().optional() }),
    z.strictObject({ a: z.int() }),
    "unknown",
  ],
  [
    "a member more for a loose one",
    z.strictObject({ a: z.int(), b: z.int() }),
    z.looseObject({ a: z.int() }),
    "proved",
  ],
  ["a loose one into a strict one", z.looseObject({ a: z.int() }), z.strictObject({ a: z.int() }), "unknown"],
  ["a missing member", z.strictObject({ a: z.int() }), z.strictObject({ a: z.int(), b: z.int() }), "refuted"],
  [
    "a missing optional member",
    z.strictObject({ a: z.int() }),
    z.strictObject({ a: z.int(), b: z.int().optional() }),
    "proved",
  ],
  [
    "an optional member where it is required",
    z.strictObject({ a: z.int().optional() }),
    z.strictObject({ a: z.int() }),
    "unknown",
  ],
  ["a loose one may have the missing member", z.looseObject({}), z.looseObject({ a: z.int() }), "unknown"],
  [
    "a loose one's unnamed members may be anything",
    z.looseObject({}),
    z.looseObject({ a: z.int().optional() }),
    "unknown",
  ],
  ["a member of another type", z.strictObject({ a: z.int() }), z.strictObject({ a: z.string() }), "refuted"],
  [
    "an optional member of another type",
    z.strictObject({ a: z.int().optional() }),
    z.strictObject({ a: z.string().optional() }),
    "unknown",
  ],
  ["a record into a record", z.record(z.string(), z.int()), z.record(z.string(), z.number()), "proved"],
  ["an object into a record", z.strictObject({ a: z.int() }), z.record(z.string(), z.number()), "proved"],
  ["a record into an object", z.record(z.string(), z.int()), z.strictObject({ a: z.int() }), "unknown"],
  [
    "named keys into a narrower record",
    z.strictObject({ abc: z.int() }),
    z.record(z.string().max(2), z.int()),
    "refuted",
  ],
  ["any keys into a narrower record", z.record(z.string(), z.int()), z.record(z.string().max(2), z.int()), "unknown"],
  [
    "a record of listed keys is an object",
    z.record(z.enum(["a", "b"]), z.int()),
    z.strictObject({ a: z.int(), b: z.int() }),
    "proved",
  ],
  [
    "an object is a record of listed keys",
    z.strictObject({ a: z.int(), b: z.int() }),
    z.record(z.enum(["a", "b"]), z.int()),
    "proved",
  ],
  ["JSON into JSON", z.json(), z.json(), "proved"],
  ["text into JSON", z.array(z.strictObject({ a: z.string() })), z.json(), "proved"],
  ["a tree into itself", Tree, Tree, "proved"],
  ["a tree into a wider one", Tree, LooseTree, "proved"],
  ["a tree into one of other values", Tree, TextTree, "refuted"],
  ["a linked list into itself", List, List, "proved"],
  [
    "a tagged union into the same",
    z.discriminatedUnion("k", [
      z.strictObject({ k: z.literal("a") }),
      z.strictObject({ k: z.literal("b"), n: z.int() }),
    ]),
    z.discriminatedUnion("k", [
      z.strictObject({ k: z.literal("b"), n: z.number() }),
      z.strictObject({ k: z.literal("a") }),
    ]),
    "proved",
  ],
  [
    "one tag into a tagged union",
    z.strictObject({ k: z.literal("a") }),
    z.discriminatedUnion("k", [z.strictObject({ k: z.literal("a") }), z.strictObject({ k: z.literal("b") })]),
    "proved",
  ],
  [
    "an unknown tag into a tagged union",
    z.strictObject({ k: z.literal("c") }),
    z.discriminatedUnion("k", [z.strictObject({ k: z.literal("a") }), z.strictObject({ k: z.literal("b") })]),
    "refuted",
  ],
  ["bytes into bytes", bytes(), bytes(), "proved"],
  ["bytes into float64", bytes(), float64(), "refuted"],
  ["bytes into text", bytes(), z.string(), "refuted"],
  ["a list of numbers into float64", z.array(z.number()), float64(), "refuted"],
  ["bytes into unknown", bytes(), z.unknown(), "proved"],
  ["anything into a type variable", z.string(), same("T"), "proved"],
  ["an unbound type variable into text", same("T"), z.string(), "unknown"],
  ["text into a refined text", z.string(), z.string().refine((text) => text !== "x"), "unknown"],
  ["a number into a refined text", z.number(), z.string().refine((text) => text !== "x"), "refuted"],
  ["a refined text into text", z.string().refine((text) => text !== "x"), z.string(), "proved"],
  ["into a list of refined texts", z.array(z.string()), z.array(z.string().refine((text) => text !== "x")), "unknown"],
  ["into nothing", z.string(), z.never(), "refuted"],
  ["32-bit into whole", z.int32(), z.int(), "proved"],
  ["whole into 32-bit", z.int(), z.int32(), "unknown"],
  ["keys that are numbers", z.record(z.string(), z.int()), z.record(z.string().regex(/^\d+$/), z.int()), "unknown"],
]

describe("the verdict", () => {
  test.each(cases)("%s", (_, source, target, expected) => {
    expect(verdict(source, target)).toBe(expected)
  })

  test("a schema that is nothing but itself ends", () => {
    const self = typeOf({ $ref: "#" })
    const loop = typeOf({ $ref: "#/$defs/a", $defs: { a: { anyOf: [{ $ref: "#/$defs/a" }, { type: "number" }] } } })
    const text = typeOf({ type: "string" })
    for (const [a, b] of [
      [self, text],
      [text, self],
      [loop, text],
      [text, loop],
      [loop, loop],
      [self, self],
    ] as const)
      expect(["proved", "refuted", "unknown"]).toContain(new Judge().verdict(a, b))
    expect(new Judge().verdict(text, loop)).not.toBe("proved")
  })

  test("keywords it does not know are never proved", () => {
    const odd = typeOf({ type: "object", minProperties: 2 })
    expect(new Judge().verdict(typeOf({ type: "object" }), odd)).toBe("unknown")
    expect(new Judge().verdict(typeOf({ type: "array" }), typeOf({ type: "array", uniqueItems: true }))).toBe("unknown")
    expect(new Judge().verdict(typeOf({}), typeOf({ not: { type: "string" } }))).toBe("unknown")
    expect(new Judge().verdict(typeOf({ type: "string" }), typeOf({ $ref: "https://x.example/" }))).toBe("unknown")
  })

  test("a reference does not hide that its target checks more", () => {
    const opaque = typeOf({ $ref: "#/$defs/a", $defs: { a: { type: "string", "x-opaque": true } } })
    expect(new Judge().verdict(typeOf({ type: "string" }), opaque)).toBe("unknown")
    expect(
      new Judge().verdict(typeOf({ type: "string" }), typeOf({ anyOf: [{ type: "string", "x-opaque": true }] })),
    ).toBe("unknown")
  })

  test("wide schemas give up instead of taking forever", () => {
    const wide = (n: number): z.ZodType =>
      z.union(
        Array.from({ length: n }, (_, i) =>
          z.strictObject({ [`k${i}`]: z.array(z.union([z.string(), z.int()])) }),
        ) as never,
      )
    const start = performance.now()
    expect(["proved", "unknown"]).toContain(verdict(wide(300), wide(300)))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe("examples and names in messages", () => {
  test.each([
    [z.string(), "a", "string"],
    [z.int().min(3).max(4), 3, "integer 3..4"],
    [z.number().gt(0), 1, "number 0.."],
    [z.enum(["x", "y"]), "x", '"x" | "y"'],
    [z.strictObject({ a: z.boolean(), b: z.string().optional() }), { a: true }, "{ a, b? }"],
    [z.array(z.string()).min(2), ["a", "a"], "string[]"],
    [z.tuple([z.string(), z.null()]), ["a", null], "[string, null]"],
    [bytes(), { $bytes: ["u8", ""] }, "u8"],
    [z.iso.date(), undefined, "date"],
    [Tree, { value: 0, kids: [] }, "{ value, kids }"],
  ])("of a schema are a value it accepts and a short name", (schema, example, name) => {
    const type = typeFrom(schema)
    expect(exampleOf(type)).toEqual(example)
    expect(nameOf(type)).toBe(name)
  })

  test("a value is its own type, wide or narrow", () => {
    const judge = new Judge()
    const wide = typeOfValue({ a: [3, "x"] }, true)
    expect(judge.verdict(wide, typeFrom(z.strictObject({ a: z.tuple([z.number(), z.string()]) })))).toBe("proved")
    expect(judge.verdict(wide, typeFrom(z.strictObject({ a: z.tuple([z.literal(3), z.string()]) })))).toBe("unknown")
    const narrow = typeOfValue({ a: [3, "x"] }, false)
    expect(judge.verdict(narrow, typeFrom(z.strictObject({ a: z.tuple([z.literal(3), z.string()]) })))).toBe("proved")
  })
})
