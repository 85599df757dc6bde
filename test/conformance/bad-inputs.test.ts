import { createRunner, decodeJson, type Runner, type RunOptions, type Settled, type Values } from "cubular"
import { probes } from "cubular/conformance"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hostile } from "./hostile.ts"
import { expectCoded, expectTold, prototypes } from "./issue-shape.ts"

const pass = {
  format: 1,
  id: "pass",
  version: "1.0.0",
  cubes: {
    c: { use: "probe/pass", in: { value: "@v" } },
    d: { use: "probe/pass-later", in: { value: "c.value" } },
  },
  outputs: { o: "d.value" },
}

const ways: readonly (readonly [name: string, check: "edges" | "wires", options: RunOptions | undefined])[] = [
  ["as it is", "edges", undefined],
  ["with a record", "edges", { fingerprint: true, record: true }],
  ["with checks on every wire", "wires", undefined],
]

const chartDocument = catalog.documents().find(({ id }) => id === "saju-chart")

const saju = (check: "edges" | "wires"): Promise<Runner> =>
  createRunner(chartDocument, catalog, createHost(), { check })

/** Whatever goes in: it does not throw, it settles, and where it is not ok it says why. */
async function settle(runner: Runner, inputs: unknown, options?: unknown): Promise<Settled> {
  const run = runner.run(inputs as Values, options as RunOptions)
  const settled = await run.settled
  if (!settled.ok) {
    expectCoded(settled.error)
    for (const { error } of Object.values(settled.steps)) if (error) expectTold(error)
    await expect(run.result).rejects.toBeDefined()
  }
  return settled
}

describe.each(ways)("inputs of a run %s", (_, check, options) => {
  test.each(Object.keys(hostile))("%s: refused or passed on, never more", async (name) => {
    const before = prototypes()
    const make = hostile[name] as () => unknown
    const [generic, chart] = await Promise.all([createRunner(pass, probes, createHost(), { check }), saju(check)])
    expect((await settle(generic, make(), options)).ok).toBe(false)
    await settle(generic, { v: make() }, options)
    await settle(generic, { v: { a: [make()] } }, options)
    for (const birth of [
      make(),
      { date: make(), time: "12:00" },
      { date: "1990-05-01", time: make() },
      { date: "1990-05-01", time: null, timeZone: make() },
    ])
      expect((await settle(chart, { birth }, options)).ok).toBe(false)
    expect((await settle(chart, { birth: { date: "1990-05-01", time: null }, more: make() }, options)).ok).toBe(false)
    expect(prototypes()).toBe(before)
  })
})

test("shared parts that unfold to too much are refused with one code, whatever is asked of the run", async () => {
  for (const [, check, options] of ways) {
    const runner = await createRunner(pass, probes, createHost(), { check })
    const v = hostile["shared parts that unfold to 2^60"]?.()
    const settled = await settle(runner, { v }, options)
    const issues = settled.ok ? [] : (settled.error.issues ?? [])
    expect(issues.map(({ code, path }) => [code, ...path.slice(0, 2)])).toEqual([["value_too_large", "inputs", "v"]])
  }
})

test.each(Object.keys(hostile))("%s as the options of a run: refused or ignored, never thrown", async (name) => {
  const runner = await saju("edges")
  const make = hostile[name] as () => unknown
  const inputs = { birth: { date: "1990-05-01", time: null } }
  await settle(runner, inputs, make())
  // A list that unfolds to 2^60 parts is not for comparing with numbers.
  for (const option of ["signal", "deadlineMs", "budget", "seed"])
    if (!name.startsWith("shared parts")) await settle(runner, inputs, { [option]: make() })
})

test.each([
  { deadlineMs: "5" },
  { deadlineMs: Number.NaN },
  { deadlineMs: -1 },
  { deadlineMs: null },
  { deadlineMs: [5] },
  { signal: {} },
  { signal: true },
  { seed: 5 },
  { budget: { steps: "1" } },
  { budget: { bytes: Number.NaN } },
  { budget: { fanOut: -1 } },
])("the options %j are refused, not half understood", async (options) => {
  const settled = await settle(await saju("edges"), { birth: { date: "1990-05-01", time: null } }, options)
  expect(settled.ok ? "ok" : settled.error.code).toBe("run_option_refused")
})

test.each(Object.keys(hostile))("%s as JSON to decode: a value or a coded error", (name) => {
  for (const json of [hostile[name]?.(), { $bytes: hostile[name]?.() }, { $bytes: ["u8", hostile[name]?.()] }]) {
    try {
      decodeJson(json, [], { parts: 100_000 })
    } catch (error) {
      expectCoded(error)
    }
  }
})

describe("names and places that are wrong", () => {
  test("each missing, unknown and malformed input is told, all at once", async () => {
    const source = {
      ...pass,
      inputs: { v: { type: "number" }, w: { type: "string" }, x: { type: "boolean" } },
      cubes: {
        ...pass.cubes,
        u: { use: "probe/first", in: { values: ["@w"] } },
        t: { use: "probe/first", in: { values: ["@x"] } },
      },
    }
    const runner = await createRunner(source, probes, createHost())
    const settled = await settle(runner, { v: "1", y: 1, toString: 2 })
    expect(settled.ok).toBe(false)
    if (settled.ok) return
    expect(settled.error.code).toBe("inputs_refused")
    const told = (settled.error.issues ?? []).map(({ code, path }) => `${code} ${path.join("/")}`)
    expect(told.sort()).toEqual([
      "input_missing inputs/w",
      "input_missing inputs/x",
      "input_unknown inputs/toString",
      "input_unknown inputs/y",
      "input_value_refused inputs/v",
    ])
  })

  test("an error never repeats what a person was born with", async () => {
    const runner = await saju("edges")
    for (const birth of [
      { date: "1990-05-01-SECRET", time: "14:30" },
      { date: "1990-05-01", time: "SECRET" },
      { date: "1990-05-01", time: "14:30", sex: "SECRET" },
      { date: "1990-05-01", time: "14:30", timeZone: "SECRET" },
      { date: "1990-05-01", time: "14:30", longitudeDeg: 987.654 },
      { date: "1522-12-31", time: "14:30" },
    ]) {
      const settled = await settle(runner, { birth })
      expect(settled.ok).toBe(false)
      expect(JSON.stringify([settled.ok ? "" : settled.error, settled.steps])).not.toMatch(/SECRET|987\.654|1522/)
    }
  })
})

describe("any birth at all", () => {
  const anything = fc.oneof(
    fc.constantFrom<unknown>("", "24:00", "-1", "99999-01-01", "0000-00-00", null, 0, -0, 0.5, 1e308, true, [], {}),
    fc.string(),
    fc.double(),
    fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
  )
  /** Mostly something that is meant seriously. */
  const mostly = (serious: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: serious }, { weight: 1, arbitrary: anything })
  const two = (value: number): string => String(value).padStart(2, "0")
  const dates = fc
    .tuple(fc.integer({ min: 1890, max: 2110 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`)
  const times = fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 60 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
  const zones = fc.constantFrom("Asia/Seoul", "Asia/Pyongyang", "America/New_York", "+14:00", "-23:59", "Etc/Nowhere")
  const births = fc.record(
    {
      date: mostly(dates),
      time: mostly(fc.option(times)),
      calendar: mostly(fc.constantFrom("solar", "solar", "lunar")),
      leapMonth: mostly(fc.constantFrom(false, false, true)),
      sex: mostly(fc.constantFrom("male", "female", null)),
      timeZone: mostly(zones),
      fold: mostly(fc.constantFrom(0, 1)),
      longitudeDeg: mostly(fc.double({ min: -190, max: 190, noNaN: true })),
    },
    { requiredKeys: ["date", "time"] },
  )
  const options = fc.record(
    {
      clock: mostly(fc.constantFrom("wall", "standard", "mean", "apparent")),
      boundary: mostly(fc.constantFrom("split", "jasi", "midnight")),
      yearBoundary: mostly(fc.constantFrom("ipchun", "dongji", "lunarNewYear")),
      now: mostly(fc.constant("2026-01-01T00:00:00Z")),
    },
    { requiredKeys: [] },
  )

  test("gives a chart or says what is wrong with it", async () => {
    const runner = await saju("wires")
    let charts = 0
    await fc.assert(
      fc.asyncProperty(mostly(births), fc.option(options, { nil: undefined }), async (birth, chosen) => {
        const inputs = { birth, ...(chosen === undefined ? {} : { options: chosen }) }
        const settled = await settle(runner, inputs, { fingerprint: true })
        if (!settled.ok) return
        charts++
        const { pillars } = settled.outputs.chart as unknown as {
          pillars: { [name: string]: { index: number } | null }
        }
        for (const name of ["year", "month", "day"]) expect(pillars[name]?.index).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1500, seed: 20260301 },
    )
    expect(charts).toBeGreaterThan(100)
  })
})
