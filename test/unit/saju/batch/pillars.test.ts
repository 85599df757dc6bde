import { isCubeError } from "cubular/contract"
import { batchEngine, type PillarsBatch, pillars, pillarsBatch } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { adversarialCharts, birthOf, type ChartVector, randomCharts } from "../../../golden/saju/charts.ts"

const ms = (text: string): number => Date.parse(`${text}Z`)
const at = (...texts: string[]): Float64Array => Float64Array.from(texts, ms)
const noRow = [255, 255, 255, 255]
const row = (bytes: Uint8Array, index: number): number[] => [...bytes.subarray(index * 4, index * 4 + 4)]

test("batches run in WebAssembly with SIMD here", async () => {
  expect(await batchEngine()).toBe("simd")
})

test("golden charts in batches, one per zone, clock, boundary, fold and longitude", async () => {
  const groups = new Map<string, ChartVector[]>()
  for (const chart of [...randomCharts, ...adversarialCharts]) {
    const key = JSON.stringify([chart.zone, chart.clock, chart.boundary, chart.fold, chart.longitude])
    groups.set(key, [...(groups.get(key) ?? []), chart])
  }
  for (const charts of groups.values()) {
    const [{ zone, clock, boundary, fold, longitude }] = charts as [ChartVector]
    const civilMs = Float64Array.from(charts, (chart) => {
      const { date, time } = birthOf(chart)
      return ms(`${date}T${time}`)
    })
    const found = await pillarsBatch({ civilMs, timeZone: zone, clock, boundary, fold, longitudeDeg: longitude })
    charts.forEach((chart, index) => {
      expect([chart.id, ...row(found, index)]).toEqual([chart.id, ...chart.expect.index])
    })
  }
})

test("an empty batch gives no bytes", async () => {
  expect(await pillarsBatch({ civilMs: new Float64Array() })).toEqual(new Uint8Array())
})

test("more rows than fit the memory at once come back in order", async () => {
  const civilMs = Float64Array.from({ length: 20_001 }, (_, index) => ms("1950-01-01T00:30") + index * 7_200_000)
  const found = await pillarsBatch({ civilMs, timeZone: "+09:00", clock: "wall" })
  expect(found).toHaveLength(80_004)
  for (let index = 1; index < civilMs.length; index++) {
    expect(found[index * 4 + 3]).toBe(((found[index * 4 - 1] as number) + 1) % 60)
  }
})

test("columns of folds and longitudes are taken row by row", async () => {
  const civilMs = at("1987-10-11T02:10", "1987-10-11T02:10", "1990-05-01T23:10", "1990-05-01T23:10")
  const longitudeDeg = Float64Array.of(127.5, 127.5, 135, 120)
  const fold = Uint8Array.of(0, 1, 0, 0)
  const found = await pillarsBatch({ civilMs, longitudeDeg, fold, boundary: "jasi" })
  civilMs.forEach((_, index) => {
    const [date = "", time = ""] = new Date(civilMs[index] as number).toISOString().slice(0, 16).split("T")
    const birth = { date, time, longitudeDeg: longitudeDeg[index] as number, fold: fold[index] as 0 | 1 }
    expect(row(found, index)).toEqual(Object.values(pillars(birth, { boundary: "jasi" })))
  })
  expect(row(found, 0)).not.toEqual(row(found, 1))
  expect(row(found, 2)).not.toEqual(row(found, 3))
})

test("a fraction of a millisecond is dropped downwards", async () => {
  const midnight = ms("1990-05-01T23:00")
  const civilMs = Float64Array.of(midnight - 0.001, midnight, midnight + 0.999)
  const found = await pillarsBatch({ civilMs, timeZone: "+09:00", clock: "wall", boundary: "jasi" })
  expect([found[2], found[6], found[10]]).toEqual([2, 3, 3])
})

describe.each([["WebAssembly", undefined] as const, ["TypeScript", null] as const])(
  "rows that cannot be computed, in %s",
  (_, wasm) => {
    const outside = Float64Array.of(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      ms("1899-12-31T23:59:59.999"),
      ms("2101-01-01T00:00"),
      1e300,
      Number.MIN_VALUE,
      ms("1900-01-01T00:00"),
      ms("2100-12-31T23:59:59.999"),
    )

    test.each([
      { timeZone: "+09:00", clock: "wall" },
      { clock: "mean" },
      { clock: "apparent" },
      { clock: "standard", fold: new Uint8Array(outside.length) },
    ] as const)("time out of range under %o", async (options) => {
      const found = await pillarsBatch({ civilMs: outside, wasm, ...options })
      for (let index = 0; index < outside.length; index++) {
        expect(row(found, index).includes(255)).toBe(index < 6)
        if (index < 6) expect(row(found, index)).toEqual(noRow)
      }
    })

    test("longitudes and folds out of range", async () => {
      const civilMs = new Float64Array(6).fill(ms("1990-05-01T14:30"))
      const longitudeDeg = Float64Array.of(180, -180, 180.001, Number.NaN, Number.NEGATIVE_INFINITY, 0)
      for (const clock of ["wall", "standard", "mean", "apparent"] as const) {
        const found = await pillarsBatch({ civilMs, longitudeDeg, clock, wasm })
        expect([0, 1, 2, 3, 4, 5].map((index) => found[index * 4] === 255)).toEqual([
          false,
          false,
          true,
          true,
          true,
          false,
        ])
      }
      const fold = Uint8Array.of(0, 1, 2, 255, 0, 1)
      const found = await pillarsBatch({ civilMs, fold, wasm })
      expect([0, 1, 2, 3, 4, 5].map((index) => found[index * 4] === 255)).toEqual([
        false,
        false,
        true,
        true,
        false,
        false,
      ])
    })
  },
)

describe("refusals", () => {
  const civilMs = at("1990-05-01T14:30", "1990-05-01T14:30")
  const thrower = {
    get civilMs() {
      throw new Error("no")
    },
  }
  test.each<[string, unknown, string, (string | number)[]]>([
    ["nothing", undefined, "batch_malformed", []],
    ["a list", [civilMs], "batch_malformed", []],
    ["no civilMs", {}, "batch_column_malformed", ["civilMs"]],
    ["civilMs as a list", { civilMs: [1, 2] }, "batch_column_malformed", ["civilMs"]],
    ["civilMs as Float32Array", { civilMs: new Float32Array(2) }, "batch_column_malformed", ["civilMs"]],
    [
      "civilMs that only says it is one",
      { civilMs: { [Symbol.toStringTag]: "Float64Array" } },
      "batch_column_malformed",
      ["civilMs"],
    ],
    ["an unknown field", { civilMs, zone: "+09:00" }, "field_unknown", ["zone"]],
    ["an unknown zone", { civilMs, timeZone: "Mars/Olympus" }, "zone_not_loaded", ["timeZone"]],
    ["an unknown clock", { civilMs, clock: "solar" }, "choice_unknown", ["clock"]],
    ["an unknown boundary", { civilMs, boundary: "noon" }, "choice_unknown", ["boundary"]],
    ["a lunar calendar of nowhere", { civilMs, lunarCalendar: "vietnam" }, "choice_unknown", ["lunarCalendar"]],
    ["an unknown precision", { civilMs, termPrecision: "hour" }, "choice_unknown", ["termPrecision"]],
    ["longitude 181", { civilMs, longitudeDeg: 181 }, "longitude_out_of_range", ["longitudeDeg"]],
    ["longitude NaN", { civilMs, longitudeDeg: Number.NaN }, "longitude_out_of_range", ["longitudeDeg"]],
    [
      "longitudes as Float32Array",
      { civilMs, longitudeDeg: new Float32Array(2) },
      "batch_column_malformed",
      ["longitudeDeg"],
    ],
    ["one longitude too few", { civilMs, longitudeDeg: new Float64Array(1) }, "batch_length_differs", ["longitudeDeg"]],
    ["fold 2", { civilMs, fold: 2 }, "choice_unknown", ["fold"]],
    ["folds as a list", { civilMs, fold: [0, 1] }, "batch_column_malformed", ["fold"]],
    ["one fold too many", { civilMs, fold: new Uint8Array(3) }, "batch_length_differs", ["fold"]],
    ["something else as a module", { civilMs, wasm: {} }, "batch_column_malformed", ["wasm"]],
    ["a number as a module", { civilMs, wasm: 1 }, "batch_column_malformed", ["wasm"]],
    [
      "a module that is not ours",
      { civilMs, wasm: new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) },
      "batch_column_malformed",
      ["wasm"],
    ],
    ["a getter that throws", thrower, "input_unreadable", ["civilMs"]],
  ])("%s", async (_, batch, code, path) => {
    const thrown = await pillarsBatch(batch as PillarsBatch).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(isCubeError(thrown)).toBe(true)
    expect(thrown).toMatchObject({ code, path })
  })

  test("null and undefined fields are absent", async () => {
    const plain = await pillarsBatch({ civilMs })
    expect(
      await pillarsBatch({ civilMs, longitudeDeg: null, clock: undefined, fold: undefined, wasm: undefined }),
    ).toEqual(plain)
  })
})
