import { validate } from "cubular"
import { defineCube, type Issue } from "cubular/contract"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { brief, cubes, documentOf, errors } from "./cubes.ts"

const check = async (placed: object, rest: object = {}, more: readonly unknown[] = []): Promise<Issue[]> =>
  validate(documentOf(placed, rest), [...cubes, ...more] as never)
const one = { a: { use: "text/upper", in: { text: "@t" } } }
const outputs = { t: "a.text" }

describe("a valid document", () => {
  test("has no issues, as text, bytes, value or literal", async () => {
    const document = documentOf(one, { outputs })
    const text = JSON.stringify(document)
    for (const source of [document, text, new TextEncoder().encode(text), `\ufeff${text}`, { toJSON: () => document }])
      expect(await validate(source, cubes)).toEqual([])
  })

  test("may say everything the format knows", async () => {
    const issues = await check(
      {
        a: { use: "text/upper@^1", in: { text: "@t", times: { value: 2 } } },
        b: {
          use: "text/join",
          in: { texts: ["a.text", "@t"] },
          when: "a.ok",
          after: ["a"],
          policy: { timeoutMs: 5, retry: { attempts: 2 }, fallback: { value: { text: "" } } },
        },
      },
      {
        $schema: "x",
        title: { en: "T", ko: "T" },
        mode: "run",
        inputs: { t: { type: "string" } },
        outputs: { t: "b.text", u: "@t" },
        emit: { "a.done": "b.text" },
        layout: { a: { x: 1 } },
      },
    )
    expect(issues).toEqual([])
  })
})

const teller = defineCube({
  id: "t/teller",
  version: "1.0.0",
  color: "feature",
  effect: "write",
  title: { en: "T", ko: "T" },
  inputs: {},
  outputs: {},
  publishes: { "x.asked": z.strictObject({ text: z.string(), n: z.number(), maybe: z.string().optional() }) },
  create: () => ({ process: () => ({}) }),
})

describe("messages that start runs", () => {
  const on = async (inputs: object, more: readonly unknown[] = [teller]) =>
    errors(await check(one, { outputs, on: { "x.asked": { in: inputs } } }, more))

  test("feed inputs from their data, or with constants", async () => {
    expect(await on({ t: "#/text" })).toEqual([])
    expect(await on({ t: { value: "x" } })).toEqual([])
    expect(await on({ t: "#/maybe" })).toEqual([])
  })

  test("must feed every input a run needs, and no others", async () => {
    expect(await on({})).toEqual(["message_input_missing on/x.asked/in/t"])
    expect(await on({ t: "#/text", u: "#/x" })).toEqual(["unknown_input on/x.asked/in/u"])
  })

  test("are pointed into with # and nothing else", async () => {
    expect(await on({ t: "@t" })).toEqual(["ref_malformed on/x.asked/in/t"])
    expect(await on({ t: 5 })).toEqual(["shape_refused on/x.asked/in/t"])
    expect(await on({ t: { value: "x", more: 2 } })).toEqual(["unknown_key on/x.asked/in/t/more"])
  })

  test("must fit where it is known what is published", async () => {
    expect(await on({ t: "#/n" })).toEqual(["data_refuted on/x.asked/in/t"])
    expect(await on({ t: "#" })).toEqual(["data_refuted on/x.asked/in/t"])
    expect(await on({ t: "#/nothing" })).toEqual(["data_refuted on/x.asked/in/t"])
    expect(await on({ t: "#/nothing" }, [])).toEqual([])
    expect(await on({ t: { value: 5 } })).toEqual(["input_value_refused on/x.asked/in/t/value"])
    expect(await on({ t: { value: { $bytes: 1 } } })).toEqual(["constant_malformed on/x.asked/in/t/value"])
  })

  test.each(["", "a b", "1", "가", "x".repeat(129)])("on the topic %j are refused", async (topic) => {
    const own = (value: unknown) => Object.defineProperty({}, topic, { value, enumerable: true })
    expect(await errors(await check(one, { outputs, on: own({ in: { t: "#" } }) }))).toEqual([
      `name_malformed on/${topic}`,
    ])
    expect(await errors(await check(one, { outputs, emit: own("a.text") }))).toEqual([`name_malformed emit/${topic}`])
  })

  test("may name a topic as things of objects are named", async () => {
    expect(await errors(await check(one, { outputs, on: { constructor: { in: { t: "#" } } } }, [teller]))).toEqual([])
  })
})

describe("shape", () => {
  test.each([
    [null, "shape_refused "],
    [[], "shape_refused "],
    [5, "shape_refused "],
    ['"text"', "shape_refused "],
    [{}, "shape_refused format|shape_refused id|shape_refused version|shape_refused cubes|shape_refused outputs"],
    [documentOf({}, { format: 2 }), "shape_refused format"],
    [documentOf({}, { id: "Bad Id" }), "shape_refused id"],
    [documentOf({}, { version: "1" }), "shape_refused version"],
    [documentOf({}, { cubes: [] }), "shape_refused cubes"],
    [documentOf({}, { outputs: "a" }), "shape_refused outputs"],
    [documentOf({}, { outputs: { t: 5 } }), "shape_refused outputs/t"],
    [documentOf({}, { mode: "fast" }), "shape_refused mode"],
    [documentOf({}, { title: { en: "only" } }), "shape_refused title/ko"],
    [documentOf({}, { wat: 1, wta: 2 }), "unknown_key wat|unknown_key wta"],
    [documentOf({ "Not a name": { use: "text/upper" } }), "name_malformed cubes/Not a name"],
    [documentOf({ a: 5 }), "shape_refused cubes/a"],
    [documentOf({ a: {} }), "shape_refused cubes/a/use"],
    [documentOf({ a: { use: "test/person", uses: 1 } }), "unknown_key cubes/a/uses"],
    [documentOf({ a: { use: "test/person", in: [] } }), "shape_refused cubes/a/in"],
    [documentOf({ a: { use: "test/person", in: { x: 5 } } }), "shape_refused cubes/a/in/x"],
    [documentOf({ a: { use: "test/person", in: { x: [1] } } }), "shape_refused cubes/a/in/x"],
    [documentOf({ a: { use: "test/person", in: { x: { value: 1, more: 2 } } } }), "shape_refused cubes/a/in/x"],
    [documentOf({ a: { use: "test/person", when: true } }), "shape_refused cubes/a/when"],
    [documentOf({ a: { use: "test/person", after: "b" } }), "shape_refused cubes/a/after"],
    [documentOf({ a: { use: "test/person", policy: { timeoutMs: "5" } } }), "shape_refused cubes/a/policy/timeoutMs"],
    [documentOf({ a: { use: "test/person", policy: { tiemoutMs: 5 } } }), "unknown_key cubes/a/policy/tiemoutMs"],
    [documentOf({}, { services: { k: { origin: 5 } } }), "shape_refused services/k/origin"],
    [documentOf({}, { services: { k: null } }), "shape_refused services/k"],
    [documentOf({}, { services: "x" }), "shape_refused services"],
    [documentOf({}, { inputs: "abc" }), "shape_refused inputs"],
    [documentOf({}, { emit: "abc" }), "shape_refused emit"],
    [documentOf({}, { on: "abc" }), "shape_refused on"],
    [documentOf({}, { on: { t: null } }), "shape_refused on/t"],
    [documentOf({}, { on: { t: { in: { x: 5 } } } }), "shape_refused on/t/in/x"],
    [documentOf({ a: { use: "test/write", in: { text: "@t" }, policy: 5 } }), "shape_refused cubes/a/policy"],
    [
      documentOf({
        a: { use: "test/write", in: { text: "@t" }, policy: { rateLimit: { key: 5, limit: 1, windowMs: 1 } } },
      }),
      "shape_refused cubes/a/policy/rateLimit/key",
    ],
    [documentOf({}, { inputs: { "Bad Name": {} } }), "name_malformed inputs/Bad Name"],
    [documentOf({}, { outputs: { "Bad Name": "a.b" } }), "name_malformed outputs/Bad Name"],
  ])("of %j", async (source, expected) => {
    const found = errors(await validate(source, cubes))
    for (const issue of expected.split("|")) expect(found).toContain(issue)
    expect(found.length).toBe(expected.split("|").length)
  })
})

describe("names and references", () => {
  test.each([
    ["an unknown cube", { a: { use: "text/lower" } }, "unknown_cube cubes/a/use"],
    ["a malformed use", { a: { use: "upper" } }, "use_malformed cubes/a/use"],
    ["an unknown composition", { a: { use: "composition:none" } }, "unknown_composition cubes/a/use"],
    [
      "an unknown port",
      { a: { use: "text/upper", in: { text: { value: "x" }, txet: "@t" } } },
      "unknown_port cubes/a/in/txet",
    ],
    [
      "a port named as a property of every object",
      { a: { use: "text/upper", in: { text: { value: "x" }, constructor: "@t" } } },
      "unknown_port cubes/a/in/constructor",
    ],
    ["a missing input", { a: { use: "text/upper" } }, "missing_input cubes/a/in/text"],
    ["a malformed ref", { a: { use: "text/upper", in: { text: "a..b" } } }, "ref_malformed cubes/a/in/text"],
    ["an unknown instance", { a: { use: "text/upper", in: { text: "b.text" } } }, "unknown_instance cubes/a/in/text"],
    [
      "an instance named as a property of every object",
      { a: { use: "text/upper", in: { text: "toString.text" } } },
      "unknown_instance cubes/a/in/text",
    ],
    [
      "an unknown output",
      { a: { use: "text/upper", in: { text: "b.txt" } }, b: { use: "test/person" } },
      "unknown_output cubes/a/in/text",
    ],
    [
      "an unknown output named as a property of every object",
      { a: { use: "text/upper", in: { text: "b.constructor" } }, b: { use: "test/person" } },
      "unknown_output cubes/a/in/text",
    ],
    [
      "an unknown after",
      { a: { use: "test/write", in: { text: "@t" }, after: ["b"] } },
      "after_unknown cubes/a/after/0",
    ],
    [
      "a ref inside a list",
      { a: { use: "text/join", in: { texts: ["@t", "x"] } } },
      "ref_malformed cubes/a/in/texts/1",
    ],
    [
      "a list into a port that is no list",
      { a: { use: "text/upper", in: { text: ["@t"] } } },
      "list_refused cubes/a/in/text",
    ],
    ["a ref in when", { a: { use: "test/write", in: { text: "@t" }, when: "b.ok" } }, "unknown_instance cubes/a/when"],
    [
      "a rate limit's key",
      { a: { use: "test/write", in: { text: "@t" }, policy: { rateLimit: { limit: 1, windowMs: 1, key: "b.c" } } } },
      "unknown_instance cubes/a/policy/rateLimit/key",
    ],
  ])("%s", async (_, placed, expected) => {
    expect(errors(await check(placed))).toEqual([expected])
  })

  test("with inputs declared, another name is unknown, with the nearest ones", async () => {
    const issues = await check(one, { inputs: { txt: { type: "string" } }, outputs })
    expect(brief(issues)).toEqual(["unknown_input cubes/a/in/text", "(input_unused inputs/txt)"])
    expect(issues[0]?.params).toMatchObject({ input: "t", similar: ["txt"] })
  })

  test("all problems come at once, with line and column", async () => {
    const text = `{ "format": 1, "id": "test", "version": "1.0.0",
  "cubes": {
    "a": { "use": "text/uper", "in": { "text": "@t" } },
    "b": { "use": "text/upper", "in": { "text": "c.nothing" } },
    "c": { "use": "math/half", "in": { "n": "b.text" } }
  },
  "outputs": { "x": "q.r" } }`
    const issues = await validate(text, cubes)
    expect(issues.map((issue) => `${issue.code} ${issue.line}:${issue.column}`)).toEqual([
      "unknown_cube 3:19",
      "unknown_output 4:49",
      "unknown_instance 7:21",
      "cube_unreachable 5:10",
      "cube_unreachable 4:10",
      "wire_refuted 5:45",
    ])
  })

  test("what a message quotes is cut and harmless on a terminal", async () => {
    const [issue] = await check({ a: { use: `\u001b[31m\n${"x".repeat(500)}` } })
    for (const char of issue?.message ?? "\n") expect(char >= " ").toBe(true)
    expect(issue?.message.length).toBeLessThan(150)
  })

  test("every issue has a message and a hint with nothing left to fill", async () => {
    const issues = await validate(
      documentOf({ a: { use: "x/y@^2", in: { t: "b" } }, b: { use: "text/upper@^9" } }),
      cubes,
    )
    expect(issues.length).toBeGreaterThan(2)
    for (const issue of issues) expect(`${issue.message} ${issue.hint}`).not.toMatch(/\{[a-z]+\}|undefined/i)
  })
})

describe("cycles", () => {
  const join = (...texts: string[]): object => ({ use: "text/join", in: { texts } })

  test("are named in the order values would flow", async () => {
    const issues = await check({ a: join("c.text"), b: join("a.text"), c: join("b.text") }, { outputs })
    expect(issues).toMatchObject([
      { code: "cycle", severity: "error", path: ["cubes", "a"], params: { cycle: "a → b → c → a" } },
    ])
  })

  test("may be as short as one cube, and go through when and after", async () => {
    expect((await check({ a: join("a.text") }, { outputs }))[0]?.params).toEqual({ cycle: "a → a" })
    const placed = {
      a: { use: "text/upper", in: { text: "@t" }, after: ["b"] },
      b: { use: "text/upper", in: { text: "@t" }, when: "a.ok" },
    }
    expect((await check(placed, { outputs }))[0]?.params).toEqual({ cycle: "a → b → a" })
  })

  test("that share nothing are all found, and what hangs behind them is judged too", async () => {
    const placed = {
      a: join("b.text"),
      b: join("a.text"),
      c: join("d.text", "a.text"),
      d: join("c.text"),
      e: { use: "math/half", in: { n: "d.text" } },
    }
    const issues = await check(placed, { outputs: { e: "e.n" } })
    expect(issues.filter((issue) => issue.code === "cycle").map((issue) => issue.params.cycle)).toEqual([
      "a → b → a",
      "c → d → c",
    ])
    expect(errors(issues)).toContain("wire_refuted cubes/e/in/n")
  })

  test("of two thousand cubes are found quickly", async () => {
    const placed = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`c${i}`, join(`c${(i + 1) % 2000}.text`)]),
    )
    const issues = await check(placed)
    expect(issues.filter((issue) => issue.code === "cycle")).toHaveLength(1)
  })
})

describe("wires", () => {
  test("that can never fit are refuted, with an example of what the source may give", async () => {
    const [issue] = await check(
      { a: { use: "math/half", in: { n: "b.text" } }, b: { use: "text/join", in: { texts: ["@t"] } } },
      { outputs: { n: "a.n" } },
    )
    expect(issue).toMatchObject({
      code: "wire_refuted",
      path: ["cubes", "a", "in", "n"],
      params: { from: "b.text", instance: "a", port: "n", gives: "string", takes: "integer", example: "a" },
    })
  })

  test("that may fit are left to the run", async () => {
    const placed = { a: { use: "math/add", in: { a: { value: 1 } } }, b: { use: "math/half", in: { n: "a.sum" } } }
    expect(await check(placed, { outputs: { n: "b.n" } })).toEqual([])
  })

  test("into a list are judged item by item", async () => {
    const placed = {
      a: { use: "text/join", in: { texts: ["p.person#/name", "p.person#/age"] } },
      p: { use: "test/person" },
    }
    expect(errors(await check(placed, { outputs: { t: "a.text" } }))).toEqual(["wire_refuted cubes/a/in/texts"])
  })

  test("through type variables keep their types", async () => {
    const through = (source: string): object => ({
      p: { use: "test/person" },
      f: { use: "flow/first", in: { items: [source, source] } },
      g: { use: "flow/pass", in: { value: "f.item" } },
      h: { use: "math/half", in: { n: "g.value" } },
    })
    expect(errors(await check(through("p.person#/name"), { outputs: { n: "h.n" } }))).toEqual([
      "wire_refuted cubes/h/in/n",
    ])
    expect(errors(await check(through("p.person#/age"), { outputs: { n: "h.n" } }))).toEqual([])
  })

  test("through type variables of which something is unknown stay unknown", async () => {
    const placed = {
      p: { use: "test/person" },
      f: { use: "flow/first", in: { items: ["p.person#/name", "@any"] } },
      h: { use: "math/half", in: { n: "f.item" } },
    }
    expect(errors(await check(placed, { outputs: { n: "h.n" } }))).toEqual([])
    const whole = { f: { use: "flow/first", in: { items: "@any" } }, h: { use: "math/half", in: { n: "f.item" } } }
    expect(errors(await check(whole, { outputs: { n: "h.n" } }))).toEqual([])
  })

  test("a list wired whole binds its items", async () => {
    const placed = {
      p: { use: "test/person" },
      f: { use: "flow/first", in: { items: "p.person#/tags" } },
      h: { use: "math/half", in: { n: "f.item" } },
    }
    expect(errors(await check(placed, { outputs: { n: "h.n" } }))).toEqual(["wire_refuted cubes/h/in/n"])
  })

  test.each([
    ["p.person#/nothing", "pointer_impossible"],
    ["p.person#/name/0", "pointer_impossible"],
    ["p.person#/tags/x", "pointer_impossible"],
    ["p.person#/tags/01", "pointer_impossible"],
    ["p.person#/tags/-", "pointer_impossible"],
    ["p.person#/constructor", "pointer_impossible"],
  ])("a pointer that cannot exist: %s", async (ref, code) => {
    const issues = await check({ p: { use: "test/person" }, a: { use: "text/upper", in: { text: ref } } }, { outputs })
    expect(errors(issues)).toEqual([`${code} cubes/a/in/text`])
  })

  test("pointers that exist, or may, are fine", async () => {
    for (const ref of ["p.person#/name", "p.person#/tags/0", "p.person#/tags/17", "p.maybe", "p.person#"])
      expect(
        errors(
          await check(
            { p: { use: "test/person" }, a: { use: "flow/pass", in: { value: ref } } },
            { outputs: { t: "a.value" } },
          ),
        ),
      ).toEqual([])
  })

  test("when takes a boolean", async () => {
    const placed = (when: string): object => ({
      a: { use: "text/upper", in: { text: "@t" } },
      b: { use: "test/write", in: { text: "@t" }, when },
    })
    expect(errors(await check(placed("a.ok")))).toEqual([])
    expect(errors(await check(placed("a.text")))).toEqual(["when_not_boolean cubes/b/when"])
    expect(errors(await check(placed("@go")))).toEqual([])
  })
})

describe("constants", () => {
  test.each([
    [{ value: "x" }, []],
    [{ value: 5 }, ["constant_refused cubes/a/in/text/value"]],
    [{ value: null }, ["constant_refused cubes/a/in/text/value"]],
    [{ value: { $bytes: ["u8", "AAA="] } }, ["constant_refused cubes/a/in/text/value"]],
    [{ value: { $bytes: ["u9", ""] } }, ["constant_malformed cubes/a/in/text/value/$bytes"]],
    [{ value: { $ref: 1 } }, ["constant_malformed cubes/a/in/text/value/$ref"]],
  ])("%j", async (source, expected) => {
    expect(errors(await check({ a: { use: "text/upper", in: { text: source } } }, { outputs }))).toEqual(expected)
  })

  test("are refused with a pointer to the part and what was expected", async () => {
    const deep = defineCube({
      id: "test/deep",
      version: "1.0.0",
      color: "feature",
      title: { en: "d", ko: "d" },
      inputs: { v: z.strictObject({ list: z.array(z.strictObject({ n: z.int().max(5) })) }) },
      outputs: { ok: z.boolean() },
      create: () => ({ process: () => ({ ok: true }) }),
    })
    const source = { value: { list: [{ n: 1 }, { n: 9 }] } }
    const [issue] = await check({ a: { use: "test/deep", in: { v: source } } }, { outputs: { t: "a.ok" } }, [deep])
    expect(issue).toMatchObject({
      code: "constant_refused",
      path: ["cubes", "a", "in", "v", "value", "list", 1, "n"],
      params: { instance: "a", port: "v", pointer: "/list/1/n", expected: "<= 5" },
    })
    expect(JSON.stringify(issue)).not.toContain("9")
  })

  test("of bytes are decoded before they are checked", async () => {
    const placed = (kind: string): object => ({
      a: { use: "test/wave", in: { samples: { value: { $bytes: [kind, "AAAAAAAA8D8="] } } } },
    })
    expect(await check(placed("f64"), { outputs: { s: "a.samples" } })).toEqual([])
    expect(errors(await check(placed("u8"), { outputs: { s: "a.samples" } }))).toEqual([
      "constant_refused cubes/a/in/samples/value",
    ])
  })

  test("pass through type variables with their kind", async () => {
    const placed = {
      f: { use: "flow/pass", in: { value: { value: "x" } } },
      h: { use: "math/half", in: { n: "f.value" } },
    }
    expect(errors(await check(placed, { outputs: { n: "h.n" } }))).toEqual(["wire_refuted cubes/h/in/n"])
  })

  test("a schema that throws is the cube's mistake, not ours", async () => {
    const rude = defineCube({
      id: "test/rude",
      version: "1.0.0",
      color: "feature",
      title: { en: "r", ko: "r" },
      inputs: {
        text: z.string().refine(() => {
          throw new Error("no")
        }),
      },
      outputs: { ok: z.boolean() },
      create: () => ({ process: () => ({ ok: true }) }),
    })
    const placed = { a: { use: "test/rude", in: { text: { value: "x" } } } }
    expect(errors(await check(placed, { outputs: { t: "a.ok" } }, [rude]))).toEqual(["schema_failed cubes/a/in/text"])
  })
})

describe("config", () => {
  const config = async (given: unknown): Promise<string[]> =>
    errors(await check({ a: { use: "test/setting", config: given } }, { outputs: { t: "a.lang" } }))

  test("is checked by the cube's schema, every problem with its pointer", async () => {
    expect(await config({ lang: "ko" })).toEqual([])
    expect(await config(undefined)).toEqual(["config_missing cubes/a/config"])
    expect(await config({ lang: "fr", size: "x" })).toEqual([
      "config_refused cubes/a/config/lang",
      "config_refused cubes/a/config/size",
    ])
    expect(await config({ lang: "ko", wat: 1 })).toEqual(["config_refused cubes/a/config"])
    expect(await config(5)).toEqual(["config_refused cubes/a/config"])
  })

  test("is refused where the cube takes none", async () => {
    expect(errors(await check({ a: { use: "test/person", config: {} } }, { outputs: { p: "a.person" } }))).toEqual([
      "config_not_taken cubes/a/config",
    ])
  })

  test("may hold references to secrets only where the schema says so", async () => {
    const call = async (given: unknown): Promise<string[]> =>
      errors(await check({ a: { use: "net/call", config: given } }, { outputs: { s: "a.status" } }))
    expect(await call({ key: { secret: "API_KEY" } })).toEqual([])
    expect(await call({ key: "plain" })).toEqual(["config_refused cubes/a/config/key"])
    expect(await config({ lang: { secret: "API_KEY" } })).toEqual(["secret_misplaced_in_config cubes/a/config/lang"])
  })
})

describe("warnings", () => {
  test("name pure cubes whose results lead nowhere, however far", async () => {
    const placed = {
      ...one,
      b: { use: "text/upper", in: { text: "a.text" } },
      c: { use: "text/upper", in: { text: "b.text" } },
      w: { use: "test/write", in: { text: "a.text" } },
    }
    expect(brief(await check(placed))).toEqual(["(cube_unreachable cubes/c)", "(cube_unreachable cubes/b)"])
  })

  test("a cube used only by when, emit or an output is reached", async () => {
    const placed = { ...one, w: { use: "test/write", in: { text: { value: "x" } }, when: "a.ok" } }
    expect(await check(placed)).toEqual([])
    expect(await check(one, { emit: { "x.y": "a.text" } })).toEqual([])
  })

  test("name inputs nobody reads", async () => {
    expect(brief(await check(one, { outputs, inputs: { t: {}, u: {} } }))).toEqual(["(input_unused inputs/u)"])
  })

  test("name topics nobody known here publishes", async () => {
    const on = { "x.asked": { in: { t: "#/text" } } }
    expect(brief(await check(one, { outputs, on }))).toEqual(["(topic_unpublished on/x.asked)"])
    expect(brief(await check(one, { outputs, on, emit: { "x.asked": "a.text" } }))).toEqual([])
    expect(brief(await check(one, { outputs, on }, [teller]))).toEqual([])
    const other = documentOf(one, { id: "other", outputs, emit: { "x.asked": "a.text" } })
    expect(brief(await check(one, { outputs, on }, [other]))).toEqual([])
  })

  test("name services no cube asks for", async () => {
    expect(brief(await check(one, { outputs, services: { kasi: { origin: "https://a.example" } } }))).toEqual([
      "(service_unknown services/kasi)",
    ])
  })
})

describe("services", () => {
  test.each(["https://a.example/path", "https://A.example", "https://user@a.example", "https://a.example:port"])(
    "%s is no origin",
    async (origin) => {
      const placed = { a: { use: "net/call", config: { key: { secret: "K" } } } }
      const issues = errors(await check(placed, { services: { kasi: { origin } }, outputs: { s: "a.status" } }))
      expect(
        issues.some((issue) => /^(service_origin_malformed|shape_refused) services\/kasi\/origin$/.test(issue)),
      ).toBe(true)
    },
  )

  test("two cubes that mean different origins by one name must be told apart by the document", async () => {
    const other = {
      ...cubes.find((cube) => cube.id === "net/call"),
      id: "net/other",
      services: { kasi: { origin: "https://b.example" } },
    }
    const placed = {
      a: { use: "net/call", config: { key: { secret: "K" } } },
      b: { use: "net/other", config: { key: { secret: "K" } } },
    }
    const rest = { outputs: { s: "a.status", u: "b.status" } }
    expect(errors(await check(placed, rest, [other]))).toEqual(["service_conflict cubes/b/use"])
    expect(
      errors(await check(placed, { ...rest, services: { kasi: { origin: "https://c.example" } } }, [other])),
    ).toEqual([])
  })
})

describe("declared inputs", () => {
  const declared = async (schema: unknown): Promise<string[]> =>
    errors(await check(one, { outputs, inputs: { t: schema } }))

  test.each([
    [{ type: "string" }, []],
    [true, []],
    [{ type: "number" }, ["wire_refuted cubes/a/in/text"]],
    [{ $ref: "cube:text/upper#/inputs/text" }, []],
    [{ $ref: "cube:text/upper@^1#/inputs/text" }, []],
    [{ $ref: "cube:text/none#/inputs/text" }, ["unknown_cube inputs/t/$ref"]],
    [{ $ref: "cube:text/upper@^7#/inputs/text" }, ["version_not_held inputs/t/$ref"]],
    [{ $ref: "cube:text/upper#/inputs/none" }, ["unknown_port inputs/t/$ref"]],
    [{ $ref: "cube:text/upper" }, ["use_malformed inputs/t/$ref"]],
    [{ $ref: "cube:math/half#/inputs/n" }, ["wire_refuted cubes/a/in/text"]],
    [{ $ref: "https://json-schema.org/x" }, ["input_schema_refused inputs/t/$ref"]],
    [{ type: "text" }, ["input_schema_refused inputs/t/type"]],
    [5, ["input_schema_refused inputs/t"]],
    [{ type: "string", pattern: "^(a+)+$" }, ["input_schema_refused inputs/t/pattern"]],
    [{ type: "string", contains: 1 }, ["input_schema_refused inputs/t/contains"]],
    [
      { type: "object", properties: { a: { type: "string", not: {} } } },
      ["input_schema_refused inputs/t/properties/a/not"],
    ],
    [{ if: {} }, ["input_schema_refused inputs/t/if"]],
    [{ type: "string", minLength: -1 }, ["input_schema_refused inputs/t/minLength"]],
    [{ type: "string", format: "regex" }, ["input_schema_refused inputs/t/format"]],
    [{ type: "string", default: "x" }, []],
    [{ type: "string", default: 5 }, ["input_schema_refused inputs/t/default"]],
    [{ type: "string", default: { $x: 1 } }, ["input_schema_refused inputs/t/default"]],
    [
      { type: "string", minLength: "1", maxLength: -1, contains: 1 },
      [
        "input_schema_refused inputs/t/minLength",
        "input_schema_refused inputs/t/maxLength",
        "input_schema_refused inputs/t/contains",
      ],
    ],
    [{ type: "string", "x-opaque": true }, ["input_schema_refused inputs/t/x-opaque"]],
  ])("%j", async (schema, expected) => {
    expect(await declared(schema)).toEqual(expected)
  })
})

describe("limits", () => {
  const many = (n: number): object =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`c${i}`, { use: "test/write", in: { text: "@t" } }]))

  test("of cubes and references are the caller's", async () => {
    const document = documentOf(many(5))
    expect(errors(await validate(document, cubes, { limits: { cubes: 5 } }))).toEqual([])
    expect(errors(await validate(document, cubes, { limits: { cubes: 4 } }))).toEqual(["limit_cubes cubes"])
    expect(errors(await validate(document, cubes, { limits: { refs: 5 } }))).toEqual([])
    expect(errors(await validate(document, cubes, { limits: { refs: 4 } }))).toEqual(["limit_refs cubes"])
    expect(errors(await validate(document, cubes, { limits: { bytes: 100 } }))).toEqual(["document_too_large "])
    expect(errors(await validate(document, cubes, { limits: { depth: 3 } }))).toEqual(["document_too_deep cubes/c0/in"])
  })

  test("default to 2,048 cubes and 8,192 references", async () => {
    expect(errors(await check(many(2048)))).toEqual([])
    expect(errors(await check(many(2049)))).toEqual(["limit_cubes cubes"])
    const texts = Array.from({ length: 8192 }, () => "@t")
    const join = (refs: string[]): object => ({ a: { use: "text/join", in: { texts: refs } } })
    expect(errors(await check(join(texts.slice(1)), { outputs }))).toEqual([])
    expect(errors(await check(join(texts), { outputs }))).toEqual(["limit_refs cubes"])
  })

  test("that are no numbers do not mean no limit", async () => {
    for (const limit of [Number.NaN, -1, "9", null])
      expect(errors(await validate(documentOf(many(2049)), cubes, { limits: { cubes: limit as never } }))).toEqual([
        "limit_cubes cubes",
      ])
  })

  test("cut off endless lists of issues", async () => {
    const placed = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`c${i}`, { use: "no/cube" }]))
    const issues = await check(placed)
    expect(issues).toHaveLength(1001)
    expect(issues.at(-1)).toMatchObject({ code: "too_many_issues", severity: "error" })
    const idle = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`c${i}`, { use: "test/person" }]))
    const more = await check({ ...idle, z: { use: "math/half", in: { n: { value: "x" } } } }, { outputs: { n: "z.n" } })
    expect(errors(more)).toEqual(["constant_refused cubes/z/in/n/value"])
    expect(more.find((issue) => issue.code === "too_many_issues")?.severity).toBe("warning")
  })
})

describe("whatever it is given, validate answers with issues", () => {
  const circle: { [key: string]: unknown } = documentOf({})
  circle.layout = circle
  const thrower = (): never => {
    throw new Error("trap")
  }
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a function", thrower],
    ["a symbol", Symbol("x")],
    ["a bigint", 1n],
    ["an empty text", ""],
    ["NaN as text", "NaN"],
    ["a text cut off", '{"format":1'],
    ["bytes that are no text", Uint8Array.of(0xff, 0xfe)],
    ["no bytes", new Uint8Array()],
    ["a cycle", circle],
    ["a promise", Promise.resolve({})],
    [
      "a getter that throws",
      {
        get cubes() {
          return thrower()
        },
      },
    ],
    [
      "a proxy that throws at everything",
      new Proxy({}, { get: thrower, ownKeys: thrower, getPrototypeOf: thrower, has: thrower }),
    ],
    ["a literal that throws", { toJSON: thrower }],
    ["a literal that gives nothing", { toJSON: () => undefined }],
    [
      "a literal with a broken registry",
      {
        toJSON: () => documentOf({}),
        get registry() {
          return thrower()
        },
      },
    ],
    ["depth 100,000", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["an error", new Error("x")],
    ["a date", new Date(0)],
  ])("%s", async (_, source) => {
    const issues = await validate(source, cubes)
    if (_ !== "a literal with a broken registry") expect(issues.some((issue) => issue.severity === "error")).toBe(true)
    for (const issue of issues) expect(issue.code).toMatch(/^[a-z0-9_]+$/)
  })

  test("Object.prototype is as it was", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join()
    await validate('{"__proto__":{"x":1},"cubes":{"constructor":{"use":"a/b","in":{"__proto__":"@x"}}}}', cubes)
    await validate(
      JSON.parse(
        '{"format":1,"id":"a","version":"1.0.0","cubes":{"a":{"use":"text/upper","in":{"text":{"value":{"__proto__":{"polluted":1}}}}}},"outputs":{}}',
      ),
      cubes,
    )
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})
