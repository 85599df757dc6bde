import { validate } from "cubular"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cubes, documentOf } from "../unit/kernel/cubes.ts"

const sound = documentOf(
  {
    a: { use: "text/upper@^1", in: { text: "@t", times: { value: 2 } }, when: "b.ok" },
    b: { use: "text/upper", in: { text: "p.person#/name" }, after: ["p"] },
    p: { use: "test/person" },
    s: { use: "test/setting", config: { lang: "ko" } },
    f: { use: "flow/first", in: { items: ["a.text", "b.text"] } },
  },
  {
    inputs: { t: { type: "string" } },
    outputs: { t: "f.item", l: "s.lang" },
    on: { x: { in: { t: "#/t" } } },
    emit: { y: "a.text" },
  },
)

/** Every path of a JSON value. */
function paths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

function changed(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [key: string]: unknown }
  const inner = changed(copy[key], rest, by)
  if (inner === undefined && !Array.isArray(value)) delete copy[key]
  // As data, even when the key is "__proto__".
  else Object.defineProperty(copy, key, { value: inner, enumerable: true, writable: true, configurable: true })
  return copy
}

const words = fc.constantFrom<unknown>(
  undefined,
  null,
  "",
  "a.text",
  "@t",
  "b.ok#/x",
  "text/upper",
  "composition:x",
  {},
  [],
  { value: null },
  5,
  -1,
  true,
  ["a.text"],
  { constructor: 1 },
)
const odd = fc.oneof(
  words,
  fc.constantFrom<unknown>(Number.NaN, () => 1),
  fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withObjectString: true,
    withNullPrototype: true,
  }),
)
const keys = fc.constantFrom(
  "x",
  "__proto__",
  "constructor",
  "toString",
  "use",
  "in",
  "a",
  "$bytes",
  "value",
  "hasOwnProperty",
)

describe("validate", () => {
  test("answers with issues for a document with anything put anywhere", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths(sound)), odd, fc.option(keys), async (path, by, key) => {
        const source = changed(sound, key === null ? path : [...path, key], by)
        const issues = await validate(source, cubes)
        expect(Array.isArray(issues)).toBe(true)
        for (const issue of issues) {
          expect(issue.code).not.toBe("document_unreadable")
          expect(issue.message).not.toMatch(/\{[a-z]+\}/)
          expect(JSON.parse(JSON.stringify(issue))).toEqual(issue)
        }
      }),
      { numRuns: 5000 },
    )
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before)
  })

  test("says the same of a value and of its text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths(sound)), fc.jsonValue({ maxDepth: 2 }), async (path, by) => {
        fc.pre(path.length > 0)
        const source = changed(sound, path, by)
        const text = JSON.stringify(source)
        const plain = (issues: readonly { code: string; path: readonly unknown[] }[]): string[] =>
          issues.map((issue) => `${issue.code} ${issue.path.join("/")}`)
        const [fromValue, fromText] = [await validate(source, cubes), await validate(text, cubes)]
        if (fromText.some((issue) => /duplicate_key|lone|key_forbidden|number_too/.test(issue.code))) return
        expect(plain(fromText)).toEqual(plain(fromValue))
        for (const issue of fromText) expect(issue.line).toBeGreaterThan(0)
      }),
      { numRuns: 1500 },
    )
  })

  test("answers for texts and bytes of any kind", async () => {
    const text = JSON.stringify(sound)
    const source = fc.oneof(
      fc.string(),
      fc.uint8Array(),
      fc.json(),
      fc
        .tuple(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 3 }))
        .map(([at, cut, by]) => text.slice(0, at) + by + text.slice(at + cut)),
    )
    await fc.assert(
      fc.asyncProperty(source, async (given) => {
        for (const issue of await validate(given, cubes)) expect(issue.code).not.toBe("document_unreadable")
      }),
      { numRuns: 3000 },
    )
  })

  test("does not depend on the order of keys", async () => {
    const shuffled = (value: unknown, random: () => number): unknown => {
      if (typeof value !== "object" || value === null) return value
      if (Array.isArray(value)) return value.map((item) => shuffled(item, random))
      const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, random)] as const)
      return Object.fromEntries(
        entries
          .map((entry) => ({ entry, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry),
      )
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths(sound)),
        fc.oneof(words, fc.jsonValue({ maxDepth: 3 })),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (path, by, numbers) => {
          const source = changed(sound, path, by)
          const other = shuffled(source, () => numbers.next().value as number)
          const set = (issues: readonly { code: string; path: readonly unknown[] }[]): string[] =>
            [...new Set(issues.map((issue) => `${issue.code} ${issue.path.join("/")}`))].sort()
          const [first, second] = [set(await validate(source, cubes)), set(await validate(other, cubes))]
          // A cycle may be found from either end; everything else must be the same.
          if (first.some((issue) => /^cycle|^document_|^value_/.test(issue))) return
          expect(second).toEqual(first)
        },
      ),
      { numRuns: 1500 },
    )
  })
})
