import { isCubeError } from "cubular/contract"
import { batchEngine, chart, pillars, pillarsBatch, solarTerms } from "cubular/saju"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"
import { wasm } from "#test-host"
import { adversarialCharts, birthOf, randomCharts } from "../golden/saju/charts.ts"

const golden = [...randomCharts, ...adversarialCharts]

describe("charts", () => {
  test("every golden chart", () => {
    const wrong = golden.filter((vector) => {
      const options = { clock: vector.clock, boundary: vector.boundary }
      const { year, month, day, hour } = pillars(birthOf(vector), options)
      const named = chart(birthOf(vector), options)
      const index = [year, month, day, hour]
      const same = Object.values(named.pillars).map((pillar) => (pillar as { index: number }).index)
      return `${index}` !== `${vector.expect.index}` || `${same}` !== `${index}` || named.details.utc !== vector.utc
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  /** One changed digit changes it. The expected ones are snapshots: equal on every host is what is tested. */
  function digest(texts: Iterable<string>): number {
    let sum = 0
    for (const text of texts) for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
    return sum >>> 0
  }

  test("the same bytes as everywhere", () => {
    const texts = golden.map((vector, at) => {
      const sex = at % 2 === 0 ? "female" : "male"
      return JSON.stringify(chart({ ...birthOf(vector), longitudeDeg: 126.978, sex }, { clock: "apparent" }))
    })
    expect(digest(texts)).toBe(2_377_643_853)
  })

  test("the same terms as everywhere", () => {
    const years = Array.from({ length: 201 }, (_, index) => 1900 + index)
    expect(digest(years.map((year) => [...solarTerms(year), ...solarTerms(year, "tt")].join()))).toBe(4_244_381_843)
  })

  test("zones that need tables", () => {
    const { details } = chart({
      date: "1974-11-02",
      time: "14:30",
      timeZone: "America/New_York",
      longitudeDeg: -74.006,
    })
    expect(details).toMatchObject({ utc: "1974-11-02T19:30:00.000Z", offsetSec: -18000, dst: false })
  })

  test("a birth that cannot be is refused with its code and place", () => {
    try {
      chart({ date: "1990-05-01", time: "25:00" })
      expect.unreachable()
    } catch (error) {
      expect(isCubeError(error)).toBe(true)
      expect(error).toMatchObject({ code: "time_part_out_of_range", path: ["birth", "time"] })
    }
  })
})

describe("batches", () => {
  const next = (() => {
    let state = 20_261_121
    return (): number => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 0) / 4_294_967_296
    }
  })()
  const from = -2_209_000_000_000
  const civilMs = Float64Array.from({ length: 10_000 }, () => Math.floor(from + next() * 6_344_000_000_000))
  const longitudeDeg = Float64Array.from(civilMs, () => next() * 360 - 180)
  const fold = Uint8Array.from(civilMs, () => Math.floor(next() * 2))

  test("run in WebAssembly with SIMD, loaded by themselves", async () => {
    expect(await batchEngine()).toBe("simd")
  })

  test.each(["wall", "standard", "mean", "apparent"] as const)(
    "SIMD = scalar = TypeScript = what is loaded, by the %s clock",
    async (clock) => {
      for (const boundary of ["split", "jasi", "midnight"] as const) {
        for (const rest of [
          { timeZone: "+09:00", longitudeDeg: 126.978 },
          {},
          {
            timeZone: "Europe/London",
            longitudeDeg,
            fold,
            yearBoundary: "dongji",
            termPrecision: "kasiMinute",
          } as const,
        ]) {
          const batch = { civilMs, clock, boundary, ...rest }
          const expected = await pillarsBatch({ ...batch, wasm: null })
          for (const module of [wasm.saju, wasm.sajuScalar, undefined]) {
            const found = await pillarsBatch({ ...batch, wasm: module })
            expect(found.findIndex((byte, index) => byte !== expected[index])).toBe(-1)
            expect(found.length).toBe(expected.length)
          }
        }
      }
    },
  )

  test("a row = pillars", async () => {
    const civil = civilMs.slice(0, 500).map((value) => Math.floor(value / 1000) * 1000)
    const found = await pillarsBatch({ civilMs: civil })
    civil.forEach((value, row) => {
      const [date = "", time = ""] = new Date(value).toISOString().slice(0, 19).split("T")
      if (date < "1900" || date >= "2101") return
      expect([...found.subarray(row * 4, row * 4 + 4)]).toEqual(Object.values(pillars({ date, time })))
    })
  })
})
