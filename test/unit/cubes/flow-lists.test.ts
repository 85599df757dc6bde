import { type CompositionDocument, createRunner, validate } from "cubular"
import branch from "cubular/cubes/flow/branch"
import merge from "cubular/cubes/flow/merge"
import upper from "cubular/cubes/text/upper"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { around, flow, refusals, stage } from "./flow-stage.ts"

const map = (rest: object = {}): CompositionDocument =>
  around(
    { use: "flow/map", config: { cube: "t/work", input: "job", output: "n", concurrent: 2, ...rest } },
    ["items"],
    ["items"],
  )

describe("map", () => {
  test("begins nothing more after a failure", async () => {
    const { runner, trace } = await stage(map())
    const items = [{ n: 0, ms: 5 }, { n: 1, ms: 1, fails: "bad" }, { n: 2 }, { n: 3 }]
    const { steps } = await runner.run({ items }).settled
    expect(steps.f?.error).toMatchObject({ code: "bad", path: ["cubes", "f", "calls", "t/work#1"] })
    expect(trace.begun).toEqual([0, 1])
  })

  test("with an item that never ends is ended by its run's deadline", async () => {
    const { runner, host } = await stage(map())
    const { steps } = await runner.run({ items: [{ n: 0, ms: -1 }, { n: 1 }] }, { deadlineMs: 40 }).settled
    expect(steps.f?.outcome).toBe("cancelled")
    expect(host.pendingTimers).toBe(0)
  })

  test.each<readonly [string, object, string]>([
    ["no lane", { concurrent: 0 }, "config_refused"],
    ["a port name that is none", { input: "Job" }, "config_refused"],
    ["a cube nobody has", { cube: "t/nobody" }, "missing_dependency"],
  ])("with %s is refused before it runs", async (_, rest, code) => {
    expect(await refusals(map(rest))).toEqual([code])
  })
})

/** Issues of a document in which `texts` go through a flow cube into a cube that takes one text. */
const issuesOf = async (placed: object, source: string): Promise<readonly string[]> => {
  const document = {
    format: 1,
    id: "typed",
    version: "1.0.0",
    inputs: { texts: { type: "array", items: { type: "string" } }, number: { type: "number" } },
    cubes: { f: placed, up: { use: "text/upper", in: { text: source } } },
    outputs: { out: "up.text" },
  }
  const issues = await validate(document as never, [...flow, branch, merge, upper])
  return issues.filter(({ severity }) => severity === "error").map(({ code }) => code)
}

describe("types go through", () => {
  const isA = { cube: "text/upper", input: "text", keep: { output: "text", equals: "A" } }

  test("a filter: items are what went in", async () => {
    const placed = (items: unknown) => ({ use: "flow/filter", config: isA, in: { items } })
    expect(await issuesOf(placed("@texts"), "f.items#/0")).toEqual([])
    expect(await issuesOf(placed(["@number"]), "f.items#/0")).toEqual(["wire_refuted"])
  })

  test("a switch: each way gives what went in", async () => {
    const placed = (value: string) => ({
      use: "flow/switch",
      config: { cases: ["a"] },
      in: { value, key: { value: "a" } },
    })
    expect(await issuesOf(placed("@texts#/0"), "f.case1")).toEqual([])
    expect(await issuesOf(placed("@number"), "f.otherwise")).toEqual(["wire_refuted"])
  })

  test("and what a called cube gave is checked when it arrives", async () => {
    const document: CompositionDocument = {
      format: 1,
      id: "arrives",
      version: "1.0.0",
      cubes: {
        f: { use: "flow/map", config: { cube: "flow/merge", input: "a", output: "value" }, in: { items: "@items" } },
        up: { use: "text/upper", in: { text: "f.items#/0" } },
      },
      outputs: { out: "up.text" },
    }
    const runner = await createRunner(document, [...flow, merge, upper], createHost())
    expect((await runner.run({ items: ["a"] }).result).outputs.out).toBe("A")
    const { steps } = await runner.run({ items: [1] }).settled
    expect(steps.up?.error?.code).toBe("wire_value_refused")
  })
})

describe("a switch", () => {
  test("skips the steps of the ways it does not take, and merge brings them together", async () => {
    const document: CompositionDocument = {
      format: 1,
      id: "ways",
      version: "1.0.0",
      cubes: {
        way: { use: "flow/switch", config: { cases: ["loud"] }, in: { value: "@text", key: "@how" } },
        up: { use: "text/upper", in: { text: "way.case1" } },
        both: { use: "flow/merge", in: { a: "up.text", b: "way.otherwise" } },
      },
      outputs: { out: "both.value" },
    }
    const runner = await createRunner(document, [...flow, merge, upper], createHost())
    expect((await runner.run({ text: "a", how: "loud" }).result).outputs.out).toBe("A")
    const quiet = await runner.run({ text: "a", how: "low" }).result
    expect(quiet.outputs.out).toBe("a")
    expect(quiet.steps.up?.outcome).toBe("skipped")
  })

  test("of eight keys leads to eight ways", async () => {
    const cases = [1, 2, 3, 4, 5, 6, 7, 8]
    const ports = cases.map((n) => `case${n}`)
    const { runner } = await stage(around({ use: "flow/switch", config: { cases } }, ["value", "key"], ports))
    for (const key of cases)
      expect((await runner.run({ value: key, key }).result).outputs).toEqual({ [`case${key}`]: key })
  })
})

describe("a reduction", () => {
  test("calls the cube once after the other", async () => {
    const config = { cube: "t/fold", takes: { value: "value", item: "item" }, output: "value" }
    const { runner } = await stage(around({ use: "flow/reduce", config }, ["items", "initial"], ["value"]))
    expect((await runner.run({ items: [1, 2, 3], initial: 0 }).result).outputs.value).toBe(18)
  })

  test("with a wrong port name fails at its first item", async () => {
    const config = { cube: "t/fold", takes: { value: "value", item: "other" }, output: "value" }
    const { runner } = await stage(around({ use: "flow/reduce", config }, ["items", "initial"], ["value"]))
    const { steps } = await runner.run({ items: [1], initial: 0 }).settled
    expect(steps.f?.error?.code).toBe("inputs_refused")
  })
})
