import { isCubeError } from "cubular/contract"
import { type Birth, chart, pillars, pillarsBatch, type SajuOptions } from "cubular/saju"
import "cubular/saju/years"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"
import { civilFromDays, formatDate, formatTime } from "../../../cubes/saju/engine/civil.ts"
import { equationOfTimeSec } from "../../../cubes/saju/engine/equation-of-time.ts"
import { farUtcFromTtMs } from "../../../cubes/saju/engine/far-delta-t.ts"
import {
  FIRST_NEAR_TERM,
  termIndex,
  termIndexAt,
  termTable,
  termUtc,
  termUtcAt,
} from "../../../cubes/saju/engine/terms.ts"
import { equationOfTime } from "../../../scripts/saju/equation-theory.ts"
import { solarTermsTt } from "../../golden/saju/solar-terms-tt.ts"
import { digestOf } from "./digest.ts"

const DAY_MS = 86_400_000
const TERM_COUNT = 603 * 24
const wall: SajuOptions = { clock: "wall" }

/** A birth recorded by a clock nine hours ahead of UTC, to the second. */
function bornAt(utcMs: number): Birth {
  const seconds = Math.floor(utcMs / 1000) + 32_400
  const day = Math.floor(seconds / 86_400)
  return { date: formatDate(civilFromDays(day)), time: formatTime(seconds - day * 86_400), timeZone: "+09:00" }
}

function ganji(birth: Birth, options?: SajuOptions): string {
  const { year, month, day, hour } = chart(birth, options).pillars
  return [year, month, day, hour].map((pillar) => pillar?.ganji ?? "-").join(" ")
}

/** Year, k and UTC instant of every jeol of JPL DE431. */
const jeols = solarTermsTt
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [year = "", ...numbers] = line.split(" ")
    let tt = 0
    return numbers.map((digits, k) => {
      tt += Number.parseInt(digits, 36)
      return { year: Number(year), k, utc: farUtcFromTtMs(tt) }
    })
  })
  .filter(({ k }) => k % 2 === 0)

const warningsOf = (birth: Birth): string[] => chart(birth).details.warnings.map(({ code }) => code)

describe("births of 1600–2200", () => {
  test("change month and year at every jeol of DE431, 7,212 of them, to three seconds", () => {
    expect(jeols).toHaveLength(601 * 12)
    const wrong = jeols.filter(({ year, k, utc }) => {
      const month = ((year - 1600) * 12 + k / 2 + 13) % 60
      const before = pillars(bornAt(utc - 3000), wall)
      const after = pillars(bornAt(utc + 4000), wall)
      const years = [(year - 4 - (k <= 2 ? 1 : 0)) % 60, (year - 4 - (k < 2 ? 1 : 0)) % 60]
      return `${[before.month, after.month, before.year, after.year]}` !== `${[(month + 59) % 60, month, ...years]}`
    })
    expect(wrong).toEqual([])
  })

  test("have the day pillars of an unbroken cycle", () => {
    for (let day = -135_140; day < 84_370; day += 97) {
      const found = pillars({ date: formatDate(civilFromDays(day)), time: "12:00", timeZone: "+09:00" }, wall)
      expect(found.day).toBe((((day + 17) % 60) + 60) % 60)
      expect(found.hour).toBe(((((day + 17) * 12 + 6) % 60) + 60) % 60)
    }
  })

  test("are the charts that Joseon's records hold", () => {
    // Yeongjo, born in the hour of the tiger on the 13th of the 9th month, 1694: famous for its four 戌 and 寅.
    expect(ganji({ date: "1694-10-31", time: "04:00" })).toBe("甲戌 甲戌 戊寅 甲寅")
    // Jeongjo, born in the hour of the ox on the 22nd of the 9th month, 1752.
    expect(ganji({ date: "1752-10-28", time: "02:00" })).toBe("壬申 庚戌 己卯 乙丑")
  })

  test("have luck, an unknown hour and other charts as near ones do", () => {
    const found = chart({ date: "1752-10-28", time: "02:00", sex: "male" })
    expect(found.luck?.direction).toBe("forward")
    expect(found.luck?.daysToTerm).toBeCloseTo((termUtc(1752, 20) - Date.parse(found.details.utc ?? "")) / DAY_MS, 6)
    expect(found.luck?.decades.map(({ ganji: name }) => name).slice(0, 3)).toEqual(["辛亥", "壬子", "癸丑"])
    expect(chart({ date: "1600-01-01", time: null, sex: "female" }).candidates?.length).toBeGreaterThan(11)
    expect(chart({ date: "2200-12-31", time: null, sex: "male" }).candidates?.length).toBeGreaterThan(11)
    const edge = chart(bornAt(termUtc(1777, 2) + 1500), wall)
    expect(edge.details.warnings.map(({ code }) => code)).toContain("near_term")
    expect(edge.alternatives[0]?.pillars.year.index).toBe(edge.pillars.year.index - 1)
  })

  test.each(["wall", "standard", "mean", "apparent"] as const)("are the same as pillars by the %s clock", (clock) => {
    for (let day = -135_140; day < 84_370; day += 4999) {
      const birth = { date: formatDate(civilFromDays(day)), time: "14:30", longitudeDeg: 127 }
      const { year, month, day: own, hour } = chart(birth, { clock }).pillars
      expect(pillars(birth, { clock })).toEqual({
        year: year.index,
        month: month.index,
        day: own.index,
        hour: hour?.index,
      })
    }
  })

  test("are read with their zone's history: mean time before the law, the last rules after", () => {
    const offset = (date: string, timeZone: string): number =>
      chart({ date, time: "12:00", timeZone, longitudeDeg: 0 }).details.offsetSec
    expect(offset("1700-06-01", "Asia/Seoul")).toBe(30_472)
    expect(offset("1850-06-01", "America/New_York")).toBe(-17_762)
    expect(offset("2150-06-01", "America/New_York")).toBe(-14_400)
    expect(offset("2200-12-31", "America/New_York")).toBe(-18_000)
    expect(offset("2200-12-31", "America/Santiago")).toBe(-10_800)
    expect(offset("2199-06-01", "Asia/Seoul")).toBe(32_400)
  })

  test("carry a warning, those of 1900–2100 do not", () => {
    expect(warningsOf({ date: "1899-12-31", time: "12:00" })).toContain("out_of_tested_range")
    expect(warningsOf({ date: "2101-01-01", time: null })).toContain("out_of_tested_range")
    expect(warningsOf({ date: "1900-01-01", time: "00:00" })).not.toContain("out_of_tested_range")
    expect(warningsOf({ date: "2100-12-31", time: "23:59" })).not.toContain("out_of_tested_range")
  })

  test.each(["1599-12-31", "2201-01-01", "0000-01-01"])("end there: %s is refused with the limits", (date) => {
    let refusal: unknown
    try {
      pillars({ date, time: "12:00" })
    } catch (e) {
      refusal = isCubeError(e) ? { code: e.code, path: e.path, params: e.params } : e
    }
    const params = { min: 1600, max: 2200 }
    expect(refusal).toEqual({ code: "year_out_of_range", path: ["birth", "date"], params })
  })

  test("stay out of batches, whose tables are of 1900–2100", async () => {
    const civilMs = Float64Array.of(Date.UTC(1899, 11, 31), Date.UTC(2000, 0, 1), Date.UTC(2101, 0, 1))
    const out = await pillarsBatch({ civilMs, clock: "apparent", wasm: null })
    expect([...out.subarray(0, 4), ...out.subarray(8)]).toEqual(new Array(8).fill(255))
    const { year, month, day, hour } = pillars({ date: "2000-01-01", time: "00:00" }, { clock: "apparent" })
    expect([...out.subarray(4, 8)]).toEqual([year, month, day, hour])
  })
})

describe("terms with the far years", () => {
  test("ascend through both tables and their seams, without a gap", () => {
    for (let i = 1; i < TERM_COUNT; i++) {
      const days = (termUtcAt(i) - termUtcAt(i - 1)) / DAY_MS
      expect(days > 14.6 && days < 15.9).toBe(true)
    }
    expect([termUtcAt(-1), termUtcAt(TERM_COUNT)]).toEqual([Number.NaN, Number.NaN])
  })

  test("are found to the millisecond", () => {
    for (let i = 1; i < TERM_COUNT; i++) {
      expect([termIndexAt(termUtcAt(i) - 1), termIndexAt(termUtcAt(i))]).toEqual([i - 1, i])
    }
    expect([termIndexAt(-1e15), termIndexAt(1e15)]).toEqual([-1, TERM_COUNT - 1])
  })

  test("and the equation of time there give the bits that other builds and hosts must give", () => {
    const terms = Float64Array.from({ length: TERM_COUNT }, (_, i) => termUtcAt(i))
    const seconds = terms.map((ms) => equationOfTimeSec(ms))
    expect([digestOf(terms), digestOf(seconds)]).toEqual(["40378337efb772ac", "f12971fa5bd1f3e4"])
  })

  test("leave the near ones as they are", () => {
    expect([...termTable()].every((ms, i) => termUtcAt(FIRST_NEAR_TERM + i) === ms)).toBe(true)
    expect(termIndexAt(termUtc(1900, 0))).toBe(termIndex(1900, 0))
  })
})

describe("equation of time with the far years", () => {
  test("is the full theory's within 1 s", () => {
    for (const [from, to] of [
      [1599, 1899],
      [2102, 2202],
    ] as const) {
      for (let ms = Date.UTC(from, 0, 1); ms < Date.UTC(to, 0, 1); ms += 29.3 * DAY_MS) {
        expect(Math.abs(equationOfTimeSec(ms) - equationOfTime(ms))).toBeLessThan(1)
      }
    }
  })

  test("has no step above 1 s where one series takes over from the other", () => {
    for (const seam of [Date.UTC(1899, 0, 1), Date.UTC(2102, 0, 1)]) {
      expect(Math.abs(equationOfTimeSec(seam) - equationOfTimeSec(seam - 1))).toBeLessThan(1)
    }
  })
})
