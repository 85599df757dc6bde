import { compositionSchema } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Issues } from "../../../src/kernel/issues.ts"
import { toLimits } from "../../../src/kernel/limits.ts"
import { read } from "../../../src/kernel/parse.ts"
import { checkShape } from "../../../src/kernel/shape.ts"
import { documentOf } from "./cubes.ts"

const schema = compositionSchema()
const sound = documentOf(
  {
    a: {
      use: "text/upper@^1",
      config: { x: 1 },
      in: { text: "@t", n: { value: 2 }, l: ["b.c"] },
      when: "b.ok",
      after: ["b"],
    },
    b: { use: "text/upper", policy: { timeoutMs: 5, retry: { attempts: 2 }, rateLimit: { limit: 1, windowMs: 1 } } },
  },
  {
    $schema: "x",
    title: { en: "T", ko: "T" },
    inputs: { t: { type: "string" } },
    outputs: { t: "f.item" },
    services: { k: { origin: "https://a.example" } },
    on: { x: { in: { t: "#/t" } } },
    emit: { y: "a.text" },
    layout: { a: 1 },
  },
)
const plain = documentOf({ a: { use: "text/upper", in: { text: "@t" } } }, { title: { en: "T", ko: "T" }, inputs: {} })

type Path = readonly (string | number)[]
const paths = (value: unknown, path: Path = []): Path[] =>
  typeof value !== "object" || value === null
    ? [path]
    : [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))]

function put(value: unknown, path: Path, by: unknown): unknown {
  const copy = structuredClone(value)
  let at = copy as { [key: string]: unknown }
  for (const key of path.slice(0, -1)) at = at[key] as { [key: string]: unknown }
  if (by === undefined) delete at[path.at(-1) as string]
  else at[path.at(-1) as string] = by
  return copy
}

describe("the shape of a document", () => {
  test("is refused when the contract's schema refuses it, and only then", () => {
    const by = fc.oneof(
      fc.constantFrom<unknown>(
        undefined,
        null,
        "",
        "a.b",
        "ab",
        "x",
        1,
        0,
        -1,
        2.5,
        true,
        {},
        [],
        ["a"],
        { value: 1 },
        { en: "", ko: "" },
        "1.0.0",
        "01.0.0",
      ),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const changes = fc
      .constantFrom(sound, plain)
      .chain((document) =>
        fc.tuple(
          fc.constant(document),
          fc.constantFrom(...paths(document).slice(1)),
          fc.option(fc.constantFrom("x", "En", "en", "format", "timeoutMs")),
          by,
        ),
      )
    let refused = 0
    fc.assert(
      fc.property(changes, ([document, path, key, value]) => {
        const inside =
          typeof path.reduce<unknown>((at, each) => (at as { [k: string]: unknown })[each], document) === "object"
        const source = put(document, key !== null && inside ? [...path, key] : path, value)
        const reading = read(source, toLimits(undefined))
        fc.pre(reading.issues.length === 0)
        const issues = new Issues()
        checkShape(reading.value, issues)
        const accepted = schema.safeParse(reading.value).success
        if (!accepted) refused++
        // Names and references of the wrong form are the outline's findings, not the shape's.
        if (accepted) expect(issues.list).toEqual([])
        else if (issues.list.length === 0) {
          const where = schema.safeParse(reading.value).error?.issues.map((issue) => issue.path.join("/")) ?? []
          for (const each of where) expect(each).toMatch(/^(cubes\/\w+\/(use|in|when|after)|outputs|emit)\b/)
        }
      }),
      { numRuns: 4000 },
    )
    expect(refused).toBeGreaterThan(500)
  })
})
