import { type AnyCube, type CompositionDocument, createRunner, plan, validate } from "cubular"
import { probes } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { hostile, pathsOf, replaced } from "./hostile.ts"
import { expectCoded, expectIssues, expectRefused, prototypes } from "./issue-shape.ts"

const document = {
  $schema: "x",
  format: 1,
  id: "doc",
  version: "1.0.0",
  title: { en: "D", ko: "디" },
  mode: "run",
  inputs: { n: { type: "number", minimum: 0 }, go: { type: "boolean", default: true } },
  services: {},
  cubes: {
    s: { use: "probe/subject@^1", config: { does: "now" }, in: { value: "@n" }, when: "@go" },
    sum: { use: "probe/sum", in: { values: ["s.value", "@n"] }, after: ["s"] },
    c: { use: "probe/pass", in: { value: { value: { a: [1, { b: null }] } } } },
    i: { use: "composition:inner@^1", in: { value: "s.value" } },
  },
  outputs: { out: "sum.sum", deep: "c.value#/a/1", inner: "i.out" },
  emit: { "t.done": "sum.sum" },
  layout: { s: { x: 1, y: [2] } },
} as const satisfies CompositionDocument

const inner: CompositionDocument = {
  format: 1,
  id: "inner",
  version: "1.0.0",
  cubes: { p: { use: "probe/pass", in: { value: "@value" } } },
  outputs: { out: "p.value" },
}
const registry: readonly (AnyCube | CompositionDocument)[] = [...probes, inner]
const text = JSON.stringify(document)
const bytesOf = (of: string): Uint8Array => new TextEncoder().encode(of)

async function expectPlanRefused(source: unknown): Promise<void> {
  const error: unknown = await plan(source, registry, createHost()).then(
    () => undefined,
    (thrown) => thrown,
  )
  expectCoded(error)
  expect(error.code).toBe("composition_invalid")
  expectRefused(error.issues ?? [])
}

test("the document this file spoils is sound", async () => {
  expect(await validate(document, registry)).toEqual([])
  expect(await validate(text, registry)).toEqual([])
  expect(await validate(bytesOf(text), registry)).toEqual([])
})

describe("a text or bytes that are", () => {
  const nested = (open: string, close: string, times = 100_000): string => open.repeat(times) + close.repeat(times)
  const sources: { readonly [name: string]: string | Uint8Array } = {
    "lists 100,000 deep": nested("[", "]"),
    "lists 100,000 deep and never closed": "[".repeat(100_000),
    "objects 100,000 deep": `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
    "a layout 100,000 deep": text.replace('"y":[2]', `"y":${nested("[", "]")}`),
    "10 MB of nothing": " ".repeat(10_000_000),
    "10 MB of zeros": new Uint8Array(10_000_000),
    "a sound document of 10 MB": text.replace('"$schema":"x"', `"$schema":"${"x".repeat(10_000_000)}"`),
    "10 MB of quotes": '"'.repeat(10_000_000),
    "10 MB of brackets": "[".repeat(10_000_000),
    "10 MB of one number": "1".repeat(10_000_000),
    "10 MB of backslashes": `"${"\\".repeat(10_000_000)}`,
    empty: "",
    "a byte order mark": "\ufeff",
    "a word": "nonsense",
    "JSON and then more": `${text} ${text}`,
    "JSON cut in the middle": text.slice(0, text.length / 2),
    "single quotes": text.replaceAll('"', "'"),
    "with a comment": `// a\n${text}`,
    "with a trailing comma": text.replace(/\}$/, ",}"),
    "not UTF-8": Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d),
    "UTF-8 cut in a letter": bytesOf('{"갑').subarray(0, 4),
    "UTF-16": Uint8Array.from(text, (c) => c.charCodeAt(0)).subarray(1),
    "a number without end": '{"format": 1e999}',
    "half a surrogate pair": text.replace('"en":"D"', '"en":"\\ud800"'),
    "a NUL": `${text}\u0000`,
    "a list": "[]",
    "a number": "1",
    null: "null",
  }

  test.each(Object.keys(sources))("%s: refused with issues", async (name) => {
    expectRefused(await validate(sources[name], registry))
    await expectPlanRefused(sources[name])
  })

  test("cut anywhere: refused, never more than a refusal", async () => {
    for (let end = 0; end < text.length; end++) expectRefused(await validate(text.slice(0, end), registry))
  })
})

describe("names that are dangerous", () => {
  const places = pathsOf(document).filter((path) => {
    const at = path.reduce<unknown>((value, key) => (value as never)[key], document)
    return typeof at === "object" && at !== null && !Array.isArray(at)
  })

  test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "%s as a member of every object of a text: never a throw, nothing is polluted",
    async (name) => {
      const before = prototypes()
      for (const path of places) {
        const marked = JSON.stringify(replaced(document, path, { marked: 1, ...(at(path) as object) }))
        const issues = await validate(marked.replace('"marked":1', `"${name}":{"polluted":true}`), registry)
        expectIssues(issues)
        if (name === "__proto__") expect(issues.map(({ code }) => code)).toContain("key_forbidden")
      }
      expect(prototypes()).toBe(before)
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    },
  )

  test("__proto__ as a member of every object of a value is refused, nothing is polluted", async () => {
    const before = prototypes()
    for (const path of places) {
      const own = JSON.parse('{"__proto__": {"polluted": true}}') as object
      const spoiled = Object.defineProperties({ ...(at(path) as object) }, Object.getOwnPropertyDescriptors(own))
      const issues = await validate(replaced(document, path, spoiled), registry)
      expectIssues(issues)
      expect(issues.map(({ code }) => code)).toContain("key_forbidden")
    }
    expect(prototypes()).toBe(before)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test.each(["__proto__", "constructor", "toString", "valueOf"])(
    "%s as an id, a port, an input, an output, a ref",
    async (name) => {
      const before = prototypes()
      const pass = { use: "probe/pass", in: { value: "@n" } }
      const spoiled = [
        `{"${name}":${JSON.stringify(pass)}}`,
        `{"a":{"use":"probe/pass","in":{"${name}":"@n"}}}`,
        `{"a":{"use":"probe/pass","in":{"value":"@${name}"}}}`,
        `{"a":{"use":"probe/pass","in":{"value":"${name}.value"}}}`,
        `{"a":{"use":"probe/pass","in":{"value":"@n"}},"b":{"use":"probe/pass","in":{"value":"a.${name}"}}}`,
        `{"a":{"use":"${name}","in":{"value":"@n"}}}`,
        `{"a":{"use":"composition:${name}","in":{"value":"@n"}}}`,
        `{"a":{"use":"probe/pass","in":{"value":"@n"},"after":["${name}"]}}`,
        `{"a":{"use":"probe/pass","in":{"value":"@n"},"policy":{"${name}":{}}}}`,
      ]
      for (const cubes of spoiled) {
        const source = `{"format":1,"id":"d","version":"1.0.0","cubes":${cubes},"outputs":{"o":"a.value"}}`
        expectIssues(await validate(source, registry))
        const error = await createRunner(source, registry, createHost()).then(
          (runner) => runner.run({ n: 1 } as never).settled,
          (thrown) => thrown,
        )
        if (!("steps" in error)) expectCoded(error)
      }
      expect(prototypes()).toBe(before)
    },
  )

  test("a pointer into prototypes finds nothing", async () => {
    for (const pointer of ["/__proto__", "/constructor", "/constructor/prototype", "/length", "/0/length"]) {
      const source = {
        format: 1,
        id: "d",
        version: "1.0.0",
        cubes: { a: { use: "probe/pass", in: { value: `@n#${pointer}` } } },
        outputs: { o: "a.value" },
      }
      const runner = await createRunner(source, registry, createHost())
      for (const n of [{}, [], "text", [1], { a: 1 }]) {
        const settled = await runner.run({ n }).settled
        expect(settled.ok).toBe(false)
        expect(settled.steps.a?.error?.code).toBe("pointer_unresolved")
      }
    }
  })

  function at(path: readonly (string | number)[]): unknown {
    return path.reduce<unknown>((value, key) => (value as never)[key], document)
  }
})

test("a key written twice is refused at every place, with line and column", async () => {
  for (const [key] of text.matchAll(/"[\w$.-]+":/g)) {
    const issues = await validate(text.replace(key, `${key}1,${key}`), registry)
    expectRefused(issues)
    const found = issues.find(({ code }) => code === "duplicate_key")
    expect(found, key).toBeDefined()
    expect(found?.line).toBe(1)
    expect(found?.column).toBeGreaterThan(0)
  }
})

describe("a value with a part that is", () => {
  test.each(Object.keys(hostile))("%s, in every place: issues, nothing else", async (name) => {
    const before = prototypes()
    for (const path of pathsOf(document))
      expectIssues(await validate(replaced(document, path, hostile[name]?.()), registry))
    expectRefused(await validate(hostile[name]?.(), registry))
    await expectPlanRefused(hostile[name]?.())
    expect(prototypes()).toBe(before)
  })

  test.each(Object.keys(hostile))("%s as the registry: issues, nothing else", async (name) => {
    expectRefused(await validate(document, hostile[name]?.() as never))
    expectRefused(await validate(document, [hostile[name]?.()] as never))
  })

  test.each(Object.keys(hostile))("%s as limits: as if there were none, or issues", async (name) => {
    for (const limits of [hostile[name]?.(), { cubes: hostile[name]?.(), bytes: hostile[name]?.() }])
      expectIssues(await validate(document, registry, { limits: limits as never }))
  })
})

describe("too much of anything", () => {
  const many = (count: number, more: (index: number) => object = () => ({})): { [id: string]: object } =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`c${i}`, { use: "probe/pass", in: { value: "@n" }, ...more(i) }]),
    )
  const around = (cubes: object): object => ({
    format: 1,
    id: "d",
    version: "1.0.0",
    cubes,
    outputs: { o: "c0.value" },
  })
  const codesOf = async (source: unknown): Promise<string[]> => {
    const issues = await validate(source, registry)
    expectIssues(issues)
    return issues.filter(({ severity }) => severity === "error").map(({ code }) => code)
  }

  test("2,048 cubes are accepted, 2,049 are not, as a value and as a text", async () => {
    for (const as of [(value: object) => value, JSON.stringify]) {
      expect(await codesOf(as(around(many(2048))))).toEqual([])
      expect(await codesOf(as(around(many(2049))))).toContain("limit_cubes")
    }
  })

  test("cubes are counted after compositions are inlined", async () => {
    const big = { ...around(many(100)), id: "big" }
    const bigger = {
      ...around(
        Object.fromEntries(
          Array.from({ length: 30 }, (_, i) => [`b${i}`, { use: "composition:big", in: { n: "@n" } }]),
        ),
      ),
      outputs: { o: "b0.o" },
    }
    const issues = await validate(bigger, [...probes, big] as never)
    expect(issues.map(({ code }) => code)).toContain("limit_cubes")
  })

  test("compositions that double at every level end at the limit, not at the end of memory", async () => {
    const level = (n: number): object => ({
      format: 1,
      id: `l${n}`,
      version: "1.0.0",
      cubes: {
        a: n === 0 ? { use: "probe/pass", in: { value: "@n" } } : { use: `composition:l${n - 1}`, in: { n: "@n" } },
        b: n === 0 ? { use: "probe/pass", in: { value: "@n" } } : { use: `composition:l${n - 1}`, in: { n: "@n" } },
      },
      outputs: { o: n === 0 ? "a.value" : "a.o" },
    })
    const levels = Array.from({ length: 30 }, (_, n) => level(n))
    const issues = await validate(level(30), [...probes, ...levels] as never)
    expectRefused(issues)
    expect(JSON.stringify(issues)).toContain("limit_cubes")
  })

  // The limit is far above what it takes and far below what a walk that grows with the square would take.
  test.each(["root", "cube", "in", "policy", "inputs", "services", "on", "after"])(
    "20,000 names nobody knows (%s) are told in a moment",
    { timeout: 5_000 },
    async (place) => {
      const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1]))
      const cube = { use: "probe/pass", in: { value: "@n" } }
      const spoiled: { readonly [place: string]: object } = {
        root: { ...around({ c0: cube }), ...names },
        cube: around({ c0: { ...cube, ...names } }),
        in: around({ c0: { ...cube, in: names } }),
        policy: around({ c0: { ...cube, policy: names } }),
        after: around({ c0: { ...cube, after: Object.keys(names) } }),
        inputs: { ...around({ c0: cube }), inputs: names },
        services: { ...around({ c0: cube }), services: names },
        on: { ...around({ c0: cube }), on: names },
      }
      const source = spoiled[place]
      expectRefused((await validate(source, registry)).slice(0, 50))
      expectRefused((await validate(JSON.stringify(source), registry)).slice(0, 50))
    },
  )

  test("more than 8,192 refs", async () => {
    const cubes = { ...many(1), c1: { use: "probe/sum", in: { values: Array.from({ length: 8192 }, () => "@n") } } }
    expect(await codesOf(around(cubes))).toContain("limit_refs")
  })

  test("wires in a circle are named", async () => {
    const cubes = many(1000, (i) => ({ in: { value: `c${(i + 1) % 1000}.value` } }))
    expect(await codesOf(around(cubes))).toContain("cycle")
  })

  test("a composition inside itself is named", async () => {
    const self = {
      format: 1,
      id: "self",
      version: "1.0.0",
      cubes: { a: { use: "composition:self" } },
      outputs: { o: "a.o" },
    }
    const issues = await validate(self, [self] as never)
    expectRefused(issues)
    expect(issues.map(({ code }) => code)).toContain("composition_recursive")
  })

  test("a name of a million characters", async () => {
    const name = "x".repeat(1_000_000)
    expect(await codesOf(around({ [name]: { use: "probe/pass" } }))).toContain("name_malformed")
    for (const issue of await validate(around({ [name]: { use: "probe/pass" } }), registry))
      expect(issue.message.length).toBeLessThan(2000)
  })
})
