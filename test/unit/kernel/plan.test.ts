import { createRegistry, type Plan, type PlannedStep, plan } from "cubular"
import { type CubeErrorJson, composition, type Host, type Issue, isCubeError } from "cubular/contract"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { add, brief, caller, cubes, documentOf, errors, upper, upper2, upper12 } from "./cubes.ts"

const host: Host = { name: "test" }
const planned = async (placed: object, rest: object = {}, more: readonly unknown[] = []): Promise<Plan> =>
  plan(documentOf(placed, rest), [...cubes, ...more] as never, host)
const refused = async (work: Promise<unknown>): Promise<readonly Issue[]> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(isCubeError(error) && error.code).toBe("composition_invalid")
  return (error as CubeErrorJson).issues ?? []
}
const step = (of: Plan, path: string): PlannedStep => of.steps.find((each) => each.path === path) as PlannedStep
const input = (of: Plan, path: string, port: string): PlannedStep["inputs"][number] | undefined =>
  step(of, path).inputs.find((each) => each.port === port)
const inputsDeclared = { t: { type: "string" } }

describe("order and slots", () => {
  test("steps come after what they wait for, ties by path in code-unit order", async () => {
    const text = (source: string): object => ({ use: "text/upper", in: { text: source } })
    const { steps } = await planned({
      b: text("a.text"),
      Z: undefined,
      aZ: text("@t"),
      ab: text("@t"),
      a: text("@t"),
      "a-": text("b.text"),
    })
    expect(steps.map((each) => each.path)).toEqual(["a", "aZ", "ab", "b", "a-"])
    expect(steps.map((each) => each.index)).toEqual([0, 1, 2, 3, 4])
    expect(steps.map((each) => each.waitsFor)).toEqual([[], [], [], [0], [3]])
  })

  test("slots number the inputs by name, then every step's outputs", async () => {
    const result = await planned(
      { a: { use: "text/upper", in: { text: "@y", times: "@x" } }, b: { use: "text/upper", in: { text: "a.text" } } },
      { outputs: { z: "b.length", a: "a.ok", same: "@y" } },
    )
    expect(result.inputs.map((each) => each.name)).toEqual(["x", "y"])
    expect(result.steps.map((each) => each.firstSlot)).toEqual([2, 5])
    expect(result.steps[0]?.outputs).toEqual(["text", "length", "ok"])
    expect(result.slots).toBe(8)
    expect(input(result, "a", "text")?.source).toEqual({ kind: "slot", slot: 1, pointer: [] })
    expect(input(result, "b", "text")?.source).toEqual({ kind: "slot", slot: 2, pointer: [] })
    expect(result.outputs).toEqual([
      { name: "a", source: { kind: "slot", slot: 4, pointer: [] } },
      { name: "same", source: { kind: "slot", slot: 1, pointer: [] } },
      { name: "z", source: { kind: "slot", slot: 6, pointer: [] } },
    ])
  })

  test("constants, defaults, lists and pointers are sources", async () => {
    const result = await planned({
      p: { use: "test/person" },
      a: { use: "text/upper", in: { text: { value: "x" } } },
      b: { use: "math/add", in: { a: { value: 1 } } },
      j: { use: "text/join", in: { texts: ["p.person#/name", "@t"] } },
      w: { use: "test/wave", in: { samples: { value: { $bytes: ["f64", "AAAAAAAA8D8="] } } } },
    })
    expect(step(result, "a").inputs).toMatchObject([
      { port: "text", required: true, source: { kind: "constant", value: "x" }, fallback: undefined, check: undefined },
      { port: "times", required: false, source: { kind: "constant", value: 1 }, fallback: 1, check: undefined },
    ])
    expect(step(result, "b").inputs.map((each) => each.port)).toEqual(["a"])
    const { firstSlot } = step(result, "p")
    expect(input(result, "j", "texts")?.source).toEqual({
      kind: "list",
      items: [
        { kind: "slot", slot: firstSlot, pointer: ["name"] },
        { kind: "slot", slot: 0, pointer: [] },
      ],
    })
    expect(input(result, "w", "samples")?.source).toEqual({ kind: "constant", value: new Float64Array([1]) })
  })

  test("when and after are kept, and waited for", async () => {
    const result = await planned({
      a: { use: "text/upper", in: { text: "@t" } },
      b: { use: "test/write", in: { text: "@t" }, when: "a.ok" },
      c: { use: "test/write", in: { text: "@t" }, after: ["b", "a"] },
    })
    expect(step(result, "b")).toMatchObject({ when: [{ kind: "slot", slot: 3 }], waitsFor: [0] })
    expect(step(result, "c")).toMatchObject({ when: [], waitsFor: [0, 1] })
  })

  test("the plan is frozen all the way down and leaves what it was made from alone", async () => {
    const document = documentOf({
      a: { use: "test/setting", config: { lang: "ko" } },
      b: { use: "text/upper", in: { text: { value: "x" } } },
    })
    const result = await plan(document, cubes, host)
    const thaw = (value: unknown, path: string): string[] => {
      if (
        typeof value !== "object" ||
        value === null ||
        ArrayBuffer.isView(value) ||
        path.endsWith("cube") ||
        path.includes("checks/")
      )
        return []
      const open = Object.isFrozen(value) ? [] : [path]
      return [...open, ...Object.entries(value).flatMap(([key, inner]) => thaw(inner, `${path}/${key}`))]
    }
    expect(thaw(result, "")).toEqual([])
    expect(Object.isFrozen(document)).toBe(false)
    expect(Object.isFrozen(document.cubes)).toBe(false)
  })
})

test("a host that was forgotten is an issue", async () => {
  for (const none of [undefined, null, 5]) {
    const issues = await refused(
      plan(documentOf({ a: { use: "text/upper", in: { text: "@t" } } }), cubes, none as never),
    )
    expect(issues.map(({ code }) => code)).toContain("host_missing")
  }
})

describe("checks at run time", () => {
  test("are left out where the verdict is a proof, and the port's own schema where it is not", async () => {
    const result = await planned({
      a: { use: "math/add", in: { a: { value: 1 } } },
      b: { use: "math/half", in: { n: "a.sum" } },
      c: { use: "math/add", in: { a: "b.n" } },
      p: { use: "test/picky", in: { text: "q.text" } },
      q: { use: "text/upper", in: { text: { value: "x" } } },
    })
    const half = cubes.find((cube) => cube.id === "math/half")
    expect(input(result, "b", "n")?.check).toBe(half?.inputs.n)
    expect(input(result, "c", "a")?.check).toBeUndefined()
    expect(input(result, "p", "text")?.check).toBeDefined()
  })

  test("are not needed because a value may be absent: that is for the run to see", async () => {
    const result = await planned({
      p: { use: "test/person" },
      a: { use: "text/upper", in: { text: "p.maybe" } },
      b: { use: "text/upper", in: { text: "p.person#/tags/0" } },
      c: { use: "math/half", in: { n: "p.person#/age" } },
    })
    for (const [path, port] of [
      ["a", "text"],
      ["b", "text"],
      ["c", "n"],
    ] as const)
      expect(input(result, path, port)).toMatchObject({ required: true, check: undefined })
  })

  test("of lists look at the whole list", async () => {
    const result = await planned({ j: { use: "text/join", in: { texts: ["@t", "@u"] } } }, {})
    expect(input(result, "j", "texts")?.check?.safeParse(["a", 1]).success).toBe(false)
    expect(input(result, "j", "texts")?.check?.safeParse(["a", "b"]).success).toBe(true)
  })
})

describe("inputs of a run", () => {
  test("without declaration are checked against every port they feed, once", async () => {
    const result = await planned({
      a: { use: "text/upper", in: { text: "@t" } },
      b: { use: "text/upper", in: { text: "@t" } },
      c: { use: "test/picky", in: { text: "@t" } },
    })
    expect(result.inputs).toHaveLength(1)
    expect(result.inputs[0]?.checks).toHaveLength(2)
    for (const path of ["a", "b", "c"]) expect(input(result, path, "text")?.check).toBeUndefined()
  })

  test("are required when a required port depends on them", async () => {
    const result = await planned(
      {
        a: { use: "math/add", in: { a: "@must", b: "@may" } },
        b: { use: "text/upper", in: { text: "@list#/0", times: "@times" }, when: "@go" },
      },
      { outputs: { o: "@out" } },
    )
    expect(Object.fromEntries(result.inputs.map((each) => [each.name, each.required]))).toEqual({
      must: true,
      may: false,
      list: true,
      times: false,
      go: true,
      out: false,
    })
  })

  test("with a declaration are checked against it, and the port behind it where that asks for more", async () => {
    const placed = { a: { use: "text/upper", in: { text: "@t", times: "@n" } } }
    const result = await planned(placed, { inputs: { t: { type: "string", maxLength: 3 }, n: { type: "integer" } } })
    const [n, t] = result.inputs
    expect(t?.checks.map((check) => [check.safeParse("abc").success, check.safeParse("abcd").success])).toEqual([
      [true, false],
    ])
    expect(n?.checks).toHaveLength(1)
    expect(input(result, "a", "text")?.check).toBeUndefined()
    expect(input(result, "a", "times")?.check).toBe(upper.inputs.times)
  })

  test("may borrow the schema of a port, refinements included", async () => {
    const placed = { a: { use: "test/picky", in: { text: "@t" } } }
    const result = await planned(placed, { inputs: { t: { $ref: "cube:test/picky#/inputs/text" } } })
    expect(result.inputs[0]?.checks.map((check) => check.safeParse("no").success)).toEqual([false])
  })

  test("with a default may be left out, and the default stands in wherever they go", async () => {
    const placed = { a: { use: "text/upper", in: { text: "@t#/name" } }, b: { use: "flow/pass", in: { value: "@t" } } }
    const schema = {
      type: "object",
      properties: { name: { type: "string" } },
      required: ["name"],
      default: { name: "Kim" },
    }
    const result = await planned(placed, { inputs: { t: schema } })
    expect(result.inputs[0]).toMatchObject({ required: false, fallback: { name: "Kim" } })
    expect(input(result, "a", "text")).toMatchObject({ required: false, fallback: "Kim" })
    expect(input(result, "b", "value")).toMatchObject({ required: false, fallback: { name: "Kim" } })
  })
})

describe("compositions used as cubes", () => {
  const inner = {
    ...documentOf({
      u: { use: "text/upper", in: { text: "@t", times: "@n" } },
      v: { use: "text/upper", in: { text: "u.text" }, after: ["w"] },
      w: { use: "test/write", in: { text: "u.text" } },
    }),
    id: "inner",
    outputs: { text: "v.text", ok: "u.ok", given: "@t" },
  }
  const use = (wires: object, rest: object = {}): object => ({ use: "composition:inner@^1", in: wires, ...rest })

  test("are inlined under the name of their place", async () => {
    const result = await planned(
      { x: use({ t: "@name" }), y: { use: "text/upper", in: { text: "x.text" } } },
      { outputs: { o: "y.text", p: "x.given" } },
      [inner],
    )
    expect(result.steps.map((each) => each.path)).toEqual(["x/u", "x/w", "x/v", "y"])
    expect(result.steps.map((each) => each.waitsFor)).toEqual([[], [0], [0, 1], [2]])
    expect(input(result, "x/u", "text")?.source).toEqual({ kind: "slot", slot: 0, pointer: [] })
    expect(input(result, "y", "text")?.source).toMatchObject({ slot: step(result, "x/v").firstSlot })
    expect(result.outputs[1]?.source).toEqual({ kind: "slot", slot: 0, pointer: [] })
    expect(Object.keys(result.compositions)).toEqual(["inner@1.0.0"])
  })

  test("carry when and after of their place to every step inside", async () => {
    const result = await planned(
      {
        a: { use: "text/upper", in: { text: "@t" } },
        s: { use: "test/write", in: { text: "@t" } },
        x: use({ t: "@t" }, { when: "a.ok", after: ["s"] }),
        z: { use: "test/write", in: { text: "@t" }, after: ["x"] },
      },
      {},
      [inner],
    )
    for (const path of ["x/u", "x/v", "x/w"]) {
      expect(step(result, path).when).toEqual([{ kind: "slot", slot: step(result, "a").firstSlot + 2, pointer: [] }])
      expect(step(result, path).waitsFor).toEqual(
        expect.arrayContaining([step(result, "a").index, step(result, "s").index]),
      )
    }
    const inside = ["x/u", "x/v", "x/w"].map((path) => step(result, path).index)
    expect(step(result, "z").waitsFor).toEqual([...inside].sort((a, b) => a - b))
  })

  test("take constants, and leave optional inputs open", async () => {
    const result = await planned({ x: use({ t: { value: "c" } }) }, { outputs: { g: "x.given" } }, [inner])
    expect(input(result, "x/u", "text")?.source).toEqual({ kind: "constant", value: "c" })
    expect(input(result, "x/u", "times")).toMatchObject({ source: { kind: "constant", value: 1 }, fallback: 1 })
    expect(result.outputs[0]?.source).toEqual({ kind: "constant", value: "c" })
    expect(errors(await refused(planned({ x: use({}) }, {}, [inner])))).toEqual(["missing_input cubes/x/in/t"])
    expect(errors(await refused(planned({ x: use({ t: { value: 5 } }) }, {}, [inner])))).toEqual([
      "constant_refused cubes/x/in/t",
    ])
  })

  test("take lists, and pointers inside reach through them", async () => {
    const lister = {
      ...documentOf({
        u: { use: "text/upper", in: { text: "@list#/1" } },
        j: { use: "text/join", in: { texts: "@list" } },
      }),
      id: "lister",
      inputs: { list: { type: "array", items: { type: "string" } } },
      outputs: { t: "j.text", u: "u.text" },
    }
    const placed = (list: readonly string[]): object => ({ x: { use: "composition:lister", in: { list } } })
    const result = await planned(placed(["@a", "@b"]), { outputs: { t: "x.t", u: "x.u" } }, [lister])
    expect(input(result, "x/u", "text")?.source).toEqual({ kind: "slot", slot: 1, pointer: [] })
    expect(errors(await refused(planned(placed(["@a"]), { outputs: { t: "x.t", u: "x.u" } }, [lister])))).toEqual([
      "pointer_impossible cubes/x/use",
    ])
  })

  test("wires into them are judged by the ports inside, and reported where they are placed", async () => {
    const placed = { p: { use: "test/person" }, x: use({ t: "p.person" }) }
    const issues = await refused(planned(placed, { outputs: { t: "x.text" } }, [inner]))
    expect(errors(issues)).toEqual(["wire_refuted cubes/x/in/t"])
    expect(issues.find((issue) => issue.severity === "error")?.params).toMatchObject({ instance: "x/u", port: "text" })
  })

  test("what they declare holds: proved, refused, or checked on every run", async () => {
    const strict = { ...inner, id: "strict", inputs: { t: { type: "string", maxLength: 3 }, n: {} } }
    const placed = (source: unknown): object => ({ x: { use: "composition:strict", in: { t: source } } })
    const rest = { outputs: { t: "x.text" } }
    expect(errors(await refused(planned(placed({ value: "long" }), rest, [strict])))).toEqual([
      "constant_refused cubes/x/in/t/value",
    ])
    const result = await planned(
      { ...placed("a.text"), a: { use: "text/upper", in: { text: { value: "x" } } } },
      rest,
      [strict],
    )
    const check = input(result, "x/u", "text")?.check
    expect([check?.safeParse("abc").success, check?.safeParse("abcd").success, check?.safeParse(1).success]).toEqual([
      true,
      false,
      false,
    ])
  })

  test("with inputs that have defaults stand in for what their place leaves open, or what was skipped", async () => {
    const easy = { ...inner, id: "easy", inputs: { t: { type: "string", default: "dear" }, n: {} } }
    const rest = { outputs: { t: "x.text" } }
    const open = await planned({ x: { use: "composition:easy" } }, rest, [easy])
    expect(input(open, "x/u", "text")).toMatchObject({ source: { kind: "constant", value: "dear" }, required: true })
    const wired = await planned(
      { a: { use: "text/upper", in: { text: "@q" } }, x: { use: "composition:easy", in: { t: "a.text" } } },
      rest,
      [easy],
    )
    expect(input(wired, "x/u", "text")).toMatchObject({ required: false, fallback: "dear" })
  })

  test("may stand inside each other, each place with steps of its own", async () => {
    const outer = {
      ...documentOf({ m: use({ t: "@t" }), n: use({ t: "m.text" }) }),
      id: "outer",
      outputs: { text: "n.text" },
    }
    const result = await planned({ o: { use: "composition:outer", in: { t: "@t" } } }, { outputs: { t: "o.text" } }, [
      inner,
      outer,
    ])
    expect(result.steps.map((each) => each.path)).toEqual(["o/m/u", "o/m/w", "o/m/v", "o/n/u", "o/n/w", "o/n/v"])
    expect(Object.keys(result.compositions).sort()).toEqual(["inner@1.0.0", "outer@1.0.0"])
  })

  test("may not contain themselves, however far round", async () => {
    const ring = (id: string, next: string): object => ({ ...documentOf({ x: { use: `composition:${next}` } }), id })
    const issues = await refused(planned({ a: { use: "composition:r1" } }, {}, [ring("r1", "r2"), ring("r2", "r1")]))
    expect(JSON.stringify(issues)).toContain("composition_recursive")
    const self = { ...documentOf({ x: { use: "composition:self" } }), id: "self" }
    expect(errors(await refused(plan(self, [...cubes, self] as never, host)))).toEqual([
      "composition_recursive cubes/x/use",
    ])
  })

  test("what is wrong inside is told at the place, with the code and where it is", async () => {
    const broken = { ...documentOf({ u: { use: "text/lower" }, v: { use: "text/upper" } }), id: "broken" }
    const issues = await refused(planned({ x: { use: "composition:broken" } }, {}, [broken]))
    expect(issues.map((issue) => [issue.code, issue.path, issue.params.code, issue.params.at])).toEqual([
      ["composition_issue", ["cubes", "x", "use"], "unknown_cube", "cubes/u/use"],
      ["composition_issue", ["cubes", "x", "use"], "missing_input", "cubes/v/in/text"],
    ])
  })

  test("count towards the limits with all they contain", async () => {
    const double = (id: string, of: string): object => ({
      ...documentOf({ a: { use: `composition:${of}` }, b: { use: `composition:${of}` } }),
      id,
    })
    const leaf = { ...documentOf({ p: { use: "test/write", in: { text: { value: "x" } } } }), id: "d0" }
    const tower = [leaf, ...Array.from({ length: 30 }, (_, i) => double(`d${i + 1}`, `d${i}`))]
    expect(JSON.stringify(await refused(planned({ x: { use: "composition:d30" } }, {}, tower)))).toContain(
      "limit_cubes",
    )
    expect((await planned({ x: { use: "composition:d5" } }, {}, tower)).steps).toHaveLength(32)
  })

  test("of which many stand inside each other cost no more than they contain", async () => {
    const double = (id: string, of: string): object => ({
      ...documentOf(
        { a: { use: `composition:${of}`, in: { t: "@t" } }, b: { use: `composition:${of}`, in: { t: "a.t" } } },
        { outputs: { t: "b.t" } },
      ),
      id,
    })
    const leaf = {
      ...documentOf({ p: { use: "text/upper", in: { text: "@t" } } }, { outputs: { t: "p.text" } }),
      id: "d0",
    }
    const tower = [leaf, ...Array.from({ length: 30 }, (_, i) => double(`d${i + 1}`, `d${i}`))]
    const start = performance.now()
    const issues = await refused(
      planned({ x: { use: "composition:d30", in: { t: "@t" } } }, { outputs: { t: "x.t" } }, tower),
    )
    expect(performance.now() - start).toBeLessThan(1000)
    expect(JSON.stringify(issues).length).toBeLessThan(100_000)
    expect(
      (await planned({ x: { use: "composition:d9", in: { t: "@t" } } }, { outputs: { t: "x.t" } }, tower)).steps,
    ).toHaveLength(512)
  })

  test("take no config and no policy of their own", async () => {
    const issues = await refused(
      planned({ x: use({ t: "@t" }, { config: {}, policy: { timeoutMs: 1 } }) }, {}, [inner]),
    )
    expect(errors(issues)).toEqual(
      expect.arrayContaining(["config_not_taken cubes/x/config", "policy_on_composition cubes/x/policy"]),
    )
  })
})

describe("the host", () => {
  const call = { a: { use: "net/call", config: { key: { secret: "API_KEY" } } } }
  const rest = { outputs: { s: "a.status" } }
  const full = {
    name: "full",
    clock: {},
    http: () => undefined,
    secret: () => undefined,
    secretNames: ["API_KEY"],
  } as unknown as Host
  const on = (of: Host, placed: object = call, more: object = rest): Promise<Plan> =>
    plan(documentOf(placed, more), cubes, of)

  test("that has every power plans it, with the services it reaches", async () => {
    const result = await on(full)
    expect(result.services).toEqual({ kasi: "https://apis.data.go.kr" })
    expect(result.steps[0]?.config).toEqual({ key: { secret: "API_KEY" } })
  })

  test("that lacks some is told which, all at once", async () => {
    const issues = await refused(on({ name: "bare" }))
    expect(issues.map((issue) => issue.params.need ?? issue.params.secret)).toEqual([
      "http",
      "secrets",
      "clock",
      "API_KEY",
    ])
    expect(errors(issues)).toEqual([
      "need_missing cubes/a/use",
      "need_missing cubes/a/use",
      "need_missing cubes/a/use",
      "secret_missing cubes/a/config",
    ])
  })

  test("that allows other origins only refuses the service", async () => {
    const narrow: Host = { ...full, allowedOrigins: ["https://b.example"] }
    expect(errors(await refused(on(narrow)))).toEqual(["service_not_allowed services/kasi"])
    const moved = { ...rest, services: { kasi: { origin: "https://b.example" } } }
    expect((await on(narrow, call, moved)).services).toEqual({ kasi: "https://b.example" })
    const astray = { ...rest, services: { kasi: { origin: "https://c.example" } } }
    expect(errors(await refused(on(narrow, call, astray)))).toEqual(["service_not_allowed services/kasi/origin"])
  })

  test("has WebAssembly by name, and randomness always", async () => {
    const wasm = { ...upper, id: "test/wasm", needs: ["wasm:saju", "random", "ids"] as never }
    const placed = documentOf({ a: { use: "test/wasm", in: { text: "@t" } } }, { outputs: { t: "a.text" } })
    expect((await plan(placed, [wasm], { name: "w", wasmNames: ["saju"] })).steps).toHaveLength(1)
    expect(
      (await refused(plan(placed, [wasm], { name: "w", wasmNames: ["other"] }))).map((issue) => issue.params.need),
    ).toEqual(["wasm:saju"])
  })
})

describe("cubes that call cubes", () => {
  const placed = { a: { use: "test/caller" } }
  const rest = { outputs: { t: "a.text" } }

  test("get the newest version in their range, loaded", async () => {
    const result = await planned(placed, rest, [caller, upper12, upper2])
    expect(result.steps[0]?.callable["text/upper"]).toBe(upper12)
  })

  test("without it are refused", async () => {
    const issues = await refused(plan(documentOf(placed, rest), [caller, upper2], host))
    expect(issues).toMatchObject([
      {
        code: "missing_dependency",
        path: ["cubes", "a", "use"],
        params: { dependency: "text/upper", held: ["2.1.0"] },
      },
    ])
  })

  test("may ask for others depending on their config", async () => {
    const chooser = {
      ...caller,
      id: "test/chooser",
      config: z.strictObject({ by: z.string() }),
      dependencies: (config: { by: string }) => ({ [config.by]: "*" }),
    } as never
    const of = (by: string): object => ({ a: { use: "test/chooser", config: { by } } })
    expect(Object.keys((await planned(of("math/add"), rest, [chooser])).steps[0]?.callable ?? {})).toEqual(["math/add"])
    expect(errors(await refused(planned(of("no/cube"), rest, [chooser])))).toEqual(["missing_dependency cubes/a/use"])
  })

  test("may call each other round and round", async () => {
    const ping = { ...caller, id: "test/ping", dependencies: { "test/pong": "*" } }
    const pong = { ...caller, id: "test/pong", dependencies: { "test/ping": "*" } }
    const result = await planned({ a: { use: "test/ping" } }, rest, [ping, pong])
    expect(Object.keys(result.steps[0]?.callable ?? {})).toContain("test/pong")
  })

  test("bring the needs of those they call", async () => {
    const caller2 = { ...caller, dependencies: { "net/timer": "*" } }
    const timer = { ...add, id: "net/timer", needs: ["clock"] as never, effect: "read" as const }
    expect((await refused(planned(placed, rest, [caller2, timer]))).map((issue) => issue.params.need)).toEqual([
      "clock",
    ])
  })
})

describe("policies and modes", () => {
  const placed = { a: { use: "text/upper", in: { text: "@t" }, policy: { timeoutMs: 5, retry: { attempts: 2 } } } }
  const rest = { outputs: { t: "a.text" } }

  test("a policy that was not handed in is refused by name", async () => {
    const issues = await refused(planned(placed, rest))
    expect(brief(issues)).toEqual(["policy_missing cubes/a/policy/timeoutMs", "policy_missing cubes/a/policy/retry"])
    expect(issues.map((issue) => issue.params.policy)).toEqual(["timeout", "retry"])
  })

  test("one that was is accepted", async () => {
    const policies = [{ name: "timeout" }, { name: "retry" }]
    expect((await plan(documentOf(placed, rest), cubes, host, { policies })).steps).toHaveLength(1)
  })

  test("sagas are refused, messages warned of", async () => {
    const one = { a: { use: "text/upper", in: { text: "@t" } } }
    expect(errors(await refused(planned(one, { ...rest, mode: "saga" })))).toEqual(["saga_not_supported mode"])
    expect(
      (await planned(one, { ...rest, on: { "x.y": { in: { t: "#/t" } } }, emit: { "x.z": "a.text" } })).steps,
    ).toHaveLength(1)
  })
})

describe("the digest", () => {
  const digest = async (document: object, registry: readonly unknown[] = cubes): Promise<string> =>
    (await plan(document, registry as never, host)).digest
  const document = documentOf(
    {
      a: { use: "text/upper@^1", in: { text: "@t" } },
      b: { use: "text/upper", in: { text: "a.text" }, after: ["a"] },
      s: { use: "test/setting", config: { lang: "ko" } },
    },
    { outputs: { t: "b.text", l: "s.lang" }, inputs: inputsDeclared },
  )
  const changed = (change: (copy: { [key: string]: never }) => void): object => {
    const copy = JSON.parse(JSON.stringify(document))
    change(copy)
    return copy
  }

  test("is a SHA-256 that stays the same from version to version", async () => {
    expect(await digest(document)).toMatch(/^[0-9a-f]{64}$/)
    expect(await digest(document)).toBe(await digest(JSON.parse(JSON.stringify(document))))
  })

  test.each<[string, (copy: never) => void]>([
    [
      "title",
      (copy: { title: unknown }) => {
        copy.title = { en: "T", ko: "T" }
      },
    ],
    [
      "$schema",
      (copy: { $schema: unknown }) => {
        copy.$schema = "x"
      },
    ],
    [
      "layout",
      (copy: { layout: unknown }) => {
        copy.layout = { a: 1 }
      },
    ],
    [
      "mode run",
      (copy: { mode: unknown }) => {
        copy.mode = "run"
      },
    ],
    [
      "empty services",
      (copy: { services: unknown }) => {
        copy.services = {}
      },
    ],
    [
      "the range, as long as the version is the same",
      (copy: { cubes: { a: { use: string } } }) => {
        copy.cubes.a.use = "text/upper@~1.0.0"
      },
    ],
    [
      "a default written out",
      (copy: { cubes: { a: { in: { times: unknown } } } }) => {
        copy.cubes.a.in.times = { value: 1 }
      },
    ],
    [
      "a config default written out",
      (copy: { cubes: { s: { config: unknown } } }) => {
        copy.cubes.s.config = { size: 3, lang: "ko" }
      },
    ],
    [
      "a longer spelling of a ref",
      (copy: { cubes: { b: { in: { text: string } } } }) => {
        copy.cubes.b.in.text = "a.text#"
      },
    ],
    [
      "after said twice",
      (copy: { cubes: { b: { after: string[] } } }) => {
        copy.cubes.b.after = ["a", "a"]
      },
    ],
  ])("does not depend on %s", async (_, change) => {
    expect(await digest(changed(change as never))).toBe(await digest(document))
  })

  test.each<[string, (copy: never) => void]>([
    [
      "a wire",
      (copy: { cubes: { b: { in: { text: string } } } }) => {
        copy.cubes.b.in.text = "@t"
      },
    ],
    [
      "a constant",
      (copy: { cubes: { a: { in: { times: unknown } } } }) => {
        copy.cubes.a.in.times = { value: 2 }
      },
    ],
    [
      "a config",
      (copy: { cubes: { s: { config: unknown } } }) => {
        copy.cubes.s.config = { lang: "en" }
      },
    ],
    [
      "an output",
      (copy: { outputs: { t: string } }) => {
        copy.outputs.t = "a.text"
      },
    ],
    [
      "after",
      (copy: { cubes: { b: { after: undefined } } }) => {
        copy.cubes.b.after = undefined
      },
    ],
    [
      "a declared input",
      (copy: { inputs: { t: unknown } }) => {
        copy.inputs.t = { type: "string", maxLength: 9 }
      },
    ],
    [
      "the id",
      (copy: { id: string }) => {
        copy.id = "other"
      },
    ],
    [
      "the version",
      (copy: { version: string }) => {
        copy.version = "1.0.1"
      },
    ],
    [
      "an instance's name",
      (copy: { cubes: { [id: string]: unknown }; outputs: { l: string } }) => {
        copy.cubes.z = copy.cubes.s
        delete copy.cubes.s
        copy.outputs.l = "z.lang"
      },
    ],
  ])("depends on %s", async (_, change) => {
    expect(await digest(changed(change as never))).not.toBe(await digest(document))
  })

  test("depends on the versions resolved, and on compositions inside", async () => {
    expect(await digest(document, [...cubes, upper12])).not.toBe(await digest(document))
    const inner = (text: string): object => ({
      ...documentOf({ u: { use: "text/upper", in: { text: { value: text } } } }, { outputs: { t: "u.text" } }),
      id: "inner",
    })
    const outer = documentOf({ x: { use: "composition:inner" } }, { outputs: { t: "x.t" } })
    expect(await digest(outer, [...cubes, inner("a")])).toBe(await digest(outer, [...cubes, inner("a")]))
    expect(await digest(outer, [...cubes, inner("a")])).not.toBe(await digest(outer, [...cubes, inner("b")]))
  })

  test("does not depend on how bytes are written", async () => {
    const wave = (value: unknown): object =>
      documentOf({ w: { use: "test/wave", in: { samples: { value } } } }, { outputs: { s: "w.samples" } })
    expect(await digest(wave({ $bytes: ["f64", "AAAAAAAA8D8="] }))).not.toBe(
      await digest(wave({ $bytes: ["f64", "AAAAAAAAAEA="] })),
    )
  })
})

describe("a typed literal", () => {
  const literal = composition({
    id: "greeting",
    version: "1.0.0",
    inputs: {
      name: z.string().max(10),
      when: z.iso.date(),
      more: z.record(z.string(), z.int()),
      tags: z.tuple([z.string(), z.int()]),
    },
    cubes: { loud: { use: upper as never, in: { text: "@name" } as never } },
    outputs: { text: "loud.text" as never },
  })

  test("brings its own cubes", async () => {
    const result = await plan(literal, [], host)
    expect(result.steps.map((each) => `${each.path} ${each.cube.id}`)).toEqual(["loud text/upper"])
    const checks = Object.fromEntries(result.inputs.map((each) => [each.name, each.checks[0]]))
    expect(checks.name?.safeParse("12345678901").success).toBe(false)
    expect(checks.when?.safeParse("2026-02-29").success).toBe(false)
    expect(checks.when?.safeParse("2024-02-29").success).toBe(true)
    expect(checks.more?.safeParse({ a: 1.5 }).success).toBe(false)
    expect(checks.tags?.safeParse(["a"]).success).toBe(false)
    expect(checks.tags?.safeParse(["a", 1]).success).toBe(true)
  })

  test("can be registered and used as a cube", async () => {
    const rest = { outputs: { t: "g.text" } }
    const placed = { g: { use: "composition:greeting@^1", in: { name: { value: "Kim" } } } }
    const result = await plan(documentOf(placed, rest), createRegistry([literal]), host)
    expect(result.steps.map((each) => each.path)).toEqual(["g/loud"])
  })
})

describe("a refused document", () => {
  test("rejects with one error that holds all issues, warnings too", async () => {
    const text = JSON.stringify(documentOf({ a: { use: "no/cube" }, b: { use: "test/person" } }), undefined, 1)
    const error = await plan(text, cubes, host).catch((thrown: unknown) => thrown)
    expect(isCubeError(error)).toBe(true)
    const json = (error as { toJSON(): CubeErrorJson }).toJSON()
    expect(json).toMatchObject({ code: "composition_invalid", path: ["cubes", "a", "use"], params: { errors: 1 } })
    expect(json.issues?.map((issue) => `${issue.code} ${issue.severity} ${issue.line}`)).toEqual([
      "unknown_cube error 7",
      "cube_unreachable warning 9",
    ])
  })

  test("whatever it was", async () => {
    for (const source of [
      undefined,
      "",
      "{",
      5,
      () => 1,
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("x")
          },
        },
      ),
    ])
      expect((await refused(plan(source, cubes, host))).length).toBeGreaterThan(0)
  })
})
