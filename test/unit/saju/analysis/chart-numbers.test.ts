import { isCubeError } from "cubular/contract"
import { chart, type SajuChart } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { readChart } from "../../../../cubes/saju/engine/analysis/chart-numbers.ts"
import { pillarOf } from "../../../../cubes/saju/engine/names.ts"

const known = chart({ date: "1990-05-01", time: "14:30" })
const unknown = chart({ date: "1990-05-01", time: null })

function refusal(value: unknown): string {
  try {
    readChart(value)
  } catch (error) {
    if (isCubeError(error)) return `${error.code} ${error.path.join("/")}`
  }
  return "accepted"
}

/** The chart with one field changed, at a path such as "pillars/day/index". */
function changed(base: SajuChart, path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(base))
  const keys = path.split("/")
  const last = keys.pop() as string
  const room = keys.reduce((at, key) => at[key], copy)
  room[last] = value
  return copy
}

describe("a chart is read", () => {
  test("into its ganji, its instant and its term", () => {
    expect(readChart(known)).toMatchObject({
      columns: [6, 16, 2, 31],
      utcMs: 641539800000,
      termPrecision: "exact",
      candidates: [],
    })
  })

  test("with an unknown hour into its day and its candidates", () => {
    const { columns, utcMs, dayStartMs, candidates } = readChart(unknown)
    expect(columns[3]).toBe(-1)
    expect(utcMs).toBeNull()
    // Midnight in Korea, nine hours ahead.
    expect(dayStartMs).toBe(641539800000 - (14 * 60 + 30) * 60_000)
    expect(candidates.map(({ fromSecond }) => fromSecond).slice(0, 2)).toEqual([0, 1800])
    expect(candidates).toHaveLength(unknown.candidates?.length ?? 0)
  })

  test("the same after a journey as JSON", () => {
    expect(readChart(JSON.parse(JSON.stringify(unknown)))).toEqual(readChart(unknown))
  })

  test("on the other side of an edge too", () => {
    const near = chart({ date: "2000-02-04", time: "21:40" }, { clock: "wall" })
    expect(near.alternatives.length).toBeGreaterThan(0)
    for (const alternative of near.alternatives) {
      expect(readChart(alternative).columns[1]).toBe(alternative.pillars.month.index)
    }
  })
})

describe("what is no chart is refused with the place that is wrong", () => {
  test.each([
    [undefined, "chart"],
    [null, "chart"],
    ["庚午", "chart"],
    [[], "chart"],
    [{}, "chart/pillars"],
  ])("%o", (value, path) => {
    expect(refusal(value)).toBe(`chart_malformed ${path}`)
  })

  test.each([
    ["pillars/day", null],
    ["pillars/year/index", 60],
    ["pillars/year/index", 1.5],
    ["pillars/year/index", "6"],
    ["pillars/day/stem", 3],
    ["pillars/day/branch", 3],
    ["pillars/month", pillarOf(17)],
    ["details/utc", null],
    ["details/utc", "1990-05-01"],
    ["details/previousTerm", undefined],
    ["details/previousTerm/term", 8],
    ["details/previousTerm/utc", "1990-04-20 08:26"],
    ["details/options/stageEarth", "wood"],
    ["details/options/termPrecision", undefined],
  ])("%s = %o", (path, value) => {
    expect(refusal(changed(known, path, value))).toBe(`chart_malformed chart/${path}`)
  })

  test.each([
    ["pillars/hour", pillarOf(31), "chart/details/utc"],
    ["pillars/day", pillarOf(40), "chart/pillars/day"],
    ["details/offsetSec", null, "chart/details/offsetSec"],
    ["details/offsetSec", 64_801, "chart/details/offsetSec"],
    ["candidates", undefined, "chart/candidates"],
    ["candidates", [], "chart/candidates"],
    ["candidates", new Array(5), "chart/candidates/0"],
    ["candidates", new Array(100).fill(unknown.candidates?.[0]), "chart/candidates"],
    ["candidates/3/from", "24:00:00", "chart/candidates/3/from"],
    ["candidates/3/pillars/hour", null, "chart/candidates/3/pillars/hour"],
  ])("%s = %o of an unknown hour", (path, value, expected) => {
    expect(refusal(changed(unknown, path, value))).toBe(`chart_malformed ${expected}`)
  })

  test("a year whose terms are not there is told from a malformed chart", () => {
    expect(refusal(changed(known, "details/previousTerm/utc", "1500-04-20T08:26:31.809Z"))).toBe(
      "year_out_of_range chart/details/previousTerm/utc",
    )
  })

  test("a getter that throws", () => {
    const hostile = {
      get pillars(): unknown {
        throw new Error("no")
      },
    }
    expect(refusal(hostile)).toBe("input_unreadable chart")
  })
})
