import fc from "fast-check"
import * as z from "zod"

/** A schema as data, so that it can be changed a little and sampled. */
export type Desc =
  | { readonly k: "unknown" | "boolean" | "null" | "never" }
  | {
      readonly k: "number"
      readonly whole: boolean
      readonly min: number
      readonly max: number
      readonly open: boolean
      readonly step: number
    }
  | { readonly k: "string"; readonly min: number; readonly max: number; readonly pattern: number }
  | { readonly k: "literal"; readonly values: readonly (string | number | boolean | null)[] }
  | { readonly k: "array"; readonly item: Desc; readonly min: number; readonly max: number }
  | { readonly k: "tuple"; readonly items: readonly Desc[]; readonly rest: Desc | null }
  | {
      readonly k: "object"
      readonly members: Readonly<Record<string, { readonly of: Desc; readonly optional: boolean }>>
      readonly loose: boolean
    }
  | { readonly k: "record"; readonly of: Desc; readonly keys: number }
  | { readonly k: "union"; readonly of: readonly Desc[] }
  | { readonly k: "picky"; readonly of: Desc }

const PATTERNS = [undefined, /^a*$/, /^[ab]*$/]
const KEYS = [z.string(), z.string().max(1), z.enum(["a", "b"])]
// Not "toString" and the like: zod reads inherited members, so an object without its own is refused.
const names = fc.constantFrom("a", "b", "c")
const small = fc.integer({ min: 0, max: 3 })
const scalar = fc.constantFrom("", "a", "ab", "b", "abcd", 0, 1, 2, -1, 2.5, 1e300, true, false, null)

export const desc: fc.Arbitrary<Desc> = fc.letrec<{ desc: Desc }>((tie) => ({
  desc: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Desc>({ k: "unknown" }, { k: "boolean" }, { k: "null" }, { k: "never" }),
    fc
      .record({
        k: fc.constant("number" as const),
        whole: fc.boolean(),
        min: fc.integer({ min: -3, max: 2 }),
        max: fc.integer({ min: 0, max: 6 }),
        open: fc.boolean(),
        step: fc.constantFrom(0, 0, 1, 2),
      })
      .map((of) => ({ ...of, max: Math.max(of.min + 2, of.max) })),
    fc.record({
      k: fc.constant("string" as const),
      min: small,
      max: fc.integer({ min: 3, max: 5 }),
      pattern: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ k: fc.constant("literal" as const), values: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      k: fc.constant("array" as const),
      item: tie("desc"),
      min: fc.integer({ min: 0, max: 2 }),
      max: fc.integer({ min: 2, max: 4 }),
    }),
    fc.record({
      k: fc.constant("tuple" as const),
      items: fc.array(tie("desc"), { minLength: 1, maxLength: 3 }),
      rest: fc.option(tie("desc")),
    }),
    fc.record({
      k: fc.constant("object" as const),
      members: fc.dictionary(names, fc.record({ of: tie("desc"), optional: fc.boolean() }), { maxKeys: 3 }),
      loose: fc.boolean(),
    }),
    fc.record({ k: fc.constant("record" as const), of: tie("desc"), keys: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ k: fc.constant("union" as const), of: fc.array(tie("desc"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ k: fc.constant("picky" as const), of: tie("desc") }),
  ),
})).desc

/** The zod schema a cube would declare. */
export function toZod(of: Desc): z.ZodType {
  switch (of.k) {
    case "unknown":
      return z.unknown()
    case "boolean":
      return z.boolean()
    case "null":
      return z.null()
    case "never":
      return z.never()
    case "number": {
      let schema = of.whole ? z.int() : z.number()
      schema = of.open ? schema.gt(of.min).lt(of.max) : schema.min(of.min).max(of.max)
      return of.step > 0 ? schema.multipleOf(of.step) : schema
    }
    case "string": {
      const pattern = PATTERNS[of.pattern]
      const schema = z.string().min(of.min).max(of.max)
      return pattern ? schema.regex(pattern) : schema
    }
    case "literal":
      return z.literal([...of.values])
    case "array":
      return z.array(toZod(of.item)).min(of.min).max(of.max)
    case "tuple":
      return of.rest === null
        ? z.tuple(of.items.map(toZod) as [z.ZodType])
        : z.tuple(of.items.map(toZod) as [z.ZodType], toZod(of.rest))
    case "object": {
      const shape = Object.fromEntries(
        Object.entries(of.members).map(([key, member]) => [
          key,
          member.optional ? toZod(member.of).optional() : toZod(member.of),
        ]),
      )
      return of.loose ? z.looseObject(shape) : z.strictObject(shape)
    }
    case "record":
      return z.record(KEYS[of.keys] as z.ZodString, toZod(of.of))
    case "union":
      return z.union(of.of.map(toZod))
    case "picky":
      return toZod(of.of).refine((value) => JSON.stringify(value)?.length !== 3)
  }
}

/** Values that are likely, not certain, to be accepted by the schema: callers filter with the schema itself. */
export function valuesOf(of: Desc): fc.Arbitrary<unknown> {
  switch (of.k) {
    case "unknown":
    case "never":
      return fc.oneof(scalar, fc.constantFrom([], {}, { a: 1 }, ["a"]))
    case "boolean":
      return fc.boolean()
    case "null":
      return fc.constant(null)
    case "number":
      return fc.oneof(
        fc.integer({ min: of.min, max: Math.max(of.min, of.max) }),
        fc.constantFrom(0, 0.5, 2.5, of.min, of.max),
      )
    case "string":
      return fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: of.min, maxLength: Math.max(of.min, of.max) })
    case "literal":
      return fc.constantFrom(...of.values)
    case "array":
      return fc.array(valuesOf(of.item), { minLength: of.min, maxLength: of.max })
    case "tuple": {
      const rest = of.rest ? fc.array(valuesOf(of.rest), { maxLength: 2 }) : fc.constant([])
      return fc.tuple(fc.tuple(...of.items.map(valuesOf)), rest).map(([items, more]) => [...items, ...more])
    }
    case "object":
      return objectsOf(of)
    case "record":
      return fc.dictionary(fc.constantFrom("a", "b", "cd"), valuesOf(of.of), { maxKeys: 3 })
    case "union":
      return fc.oneof(...of.of.map(valuesOf))
    case "picky":
      return valuesOf(of.of)
  }
}

function objectsOf(of: Extract<Desc, { k: "object" }>): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(of.members).map(([key, member]) => [key, valuesOf(member.of)]))
  const requiredKeys = Object.keys(of.members).filter((key) => !of.members[key]?.optional)
  const known = fc.record(members, { requiredKeys, noNullPrototype: true })
  const extra = of.loose
    ? fc.dictionary(fc.constantFrom("x", "y", "a"), scalar, { maxKeys: 2, noNullPrototype: true })
    : fc.constant({})
  return fc.tuple(extra, known).map(([more, own]) => ({ ...more, ...own }))
}

/** A schema near another one: the same, or with one part changed. */
export function near(of: Desc): fc.Arbitrary<Desc> {
  const parts: fc.Arbitrary<Desc>[] = [
    fc.constant(of),
    desc,
    fc.tuple(fc.constant(of), desc).map(([a, b]) => ({ k: "union", of: [b, a] })),
  ]
  if (of.k === "number")
    parts.push(
      fc.record({
        ...each(of),
        whole: fc.boolean(),
        min: fc.integer({ min: -4, max: 3 }),
        max: fc.integer({ min: 0, max: 8 }),
      }) as fc.Arbitrary<Desc>,
    )
  if (of.k === "string")
    parts.push(
      fc.record({
        ...each(of),
        min: small,
        max: fc.integer({ min: 2, max: 6 }),
        pattern: fc.integer({ min: 0, max: 2 }),
      }) as fc.Arbitrary<Desc>,
    )
  if (of.k === "literal")
    parts.push(
      fc.constantFrom<Desc>(
        { k: "literal", values: [...of.values, "zz"] },
        { k: "unknown" },
        { k: "literal", values: of.values.slice(0, 1) },
      ),
    )
  if (of.k === "array")
    parts.push(
      near(of.item).map((item) => ({ ...of, item })),
      fc.constantFrom<Desc>({ ...of, max: of.max + 1 }, { k: "tuple", items: [of.item], rest: of.item }),
    )
  if (of.k === "tuple")
    parts.push(
      near(of.items[0] as Desc).map((item) => ({ ...of, items: [item, ...of.items.slice(1)] })),
      fc.constant<Desc>({
        k: "array",
        item: { k: "union", of: [...of.items, ...(of.rest ? [of.rest] : [])] },
        min: 0,
        max: 9,
      }),
    )
  if (of.k === "object") parts.push(nearObject(of))
  if (of.k === "record")
    parts.push(
      near(of.of).map((inner) => ({ ...of, of: inner })),
      fc.constant<Desc>({
        k: "object",
        members: { a: { of: of.of, optional: true }, b: { of: of.of, optional: false } },
        loose: true,
      }),
    )
  if (of.k === "union")
    parts.push(
      near(of.of[0] as Desc).map((first) => ({ k: "union", of: [...of.of.slice(1), first] })),
      fc.constantFrom(...of.of),
    )
  return fc.oneof(...parts)
}

function nearObject(of: Extract<Desc, { k: "object" }>): fc.Arbitrary<Desc> {
  const keys = Object.keys(of.members)
  if (keys.length === 0)
    return fc.constantFrom<Desc>({ ...of, loose: !of.loose }, { k: "record", of: { k: "unknown" }, keys: 0 })
  const changed = fc.constantFrom(...keys).chain((key) => {
    const member = of.members[key] as { of: Desc; optional: boolean }
    return fc
      .tuple(near(member.of), fc.boolean())
      .map(([inner, optional]): Desc => ({ ...of, members: { ...of.members, [key]: { of: inner, optional } } }))
  })
  const { [keys[0] as string]: _, ...fewer } = of.members
  return fc.oneof(
    changed,
    fc.constantFrom<Desc>({ ...of, loose: true }, { ...of, members: fewer }, { ...of, members: fewer, loose: true }),
  )
}

function each<T extends object>(of: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, fc.constant(value)])) as never
}
