import { isCubeError } from "cubular/contract"
import { describe, expect, test } from "vitest"
import { farTermTt } from "../../../cubes/saju/engine/far-terms.ts"
import { newMoons } from "../../../cubes/saju/engine/new-moons.ts"
import { solarTerms } from "../../../cubes/saju/engine/solar-terms.ts"
import {
  FIRST_NEAR_TERM,
  FIRST_TERM_YEAR,
  termIndex,
  termIndexAt,
  termTable,
  termTt,
  termUtc,
  termUtcAt,
} from "../../../cubes/saju/engine/terms.ts"
import { solveTerm } from "../../../scripts/saju/sun.ts"
import { kasiErrors, kasiMinutes, kasiOtherMinutes } from "../../golden/saju/kasi-solar-terms.ts"
import { solarTermsTt } from "../../golden/saju/solar-terms-tt.ts"
import { digestOf } from "./digest.ts"

interface Published {
  readonly year: number
  readonly k: number
  readonly value: number
}

/** Rows "year a b c …" in base 36. */
function read(text: string, add: (before: number, next: number, k: number) => number): Published[] {
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [year = "", ...numbers] = line.split(" ")
      let value = 0
      return numbers.map((digits, k) => {
        value = add(value, Number.parseInt(digits, 36), k)
        return { year: Number(year), k, value }
      })
    })
}

const published = read(solarTermsTt, (before, next, k) => (k === 0 ? next : before + next))
const de431 = published.filter(({ year }) => year >= 1899 && year <= 2101)
const kasi = read(kasiMinutes, (_, next) => next)

function refusal(call: () => unknown): unknown {
  try {
    call()
  } catch (e) {
    if (isCubeError(e)) return { code: e.code, path: e.path, params: e.params }
    throw e
  }
  return "accepted"
}

describe("instants of the solar terms", () => {
  test("are JPL DE431's within 0.6 s in Terrestrial Time, all 4,872 of 1899–2101", () => {
    expect(de431).toHaveLength(203 * 24)
    const off = de431.map(({ year, k, value }) => Math.abs(termTt(year, k) - value))
    expect(Math.max(...off)).toBeLessThan(600)
    expect(Math.hypot(...off) / Math.sqrt(off.length)).toBeLessThan(220)
  })

  test("are JPL DE431's within 1.1 s in the far years, all 9,552 of 1600–1898 and 2102–2200", () => {
    const far = published.filter(({ year }) => year < 1899 || year > 2101)
    expect(far).toHaveLength((299 + 99) * 24)
    const off = far.map(({ year, k, value }) => Math.abs(farTermTt(year, k) - value))
    expect(Math.max(...off)).toBeLessThan(1100)
    expect(Math.hypot(...off) / Math.sqrt(off.length)).toBeLessThan(400)
  })

  test("come from both tables alike: solarTerms answers every year of 1600–2200", () => {
    const off = published.map(({ year, k, value }) => Math.abs(solarTerms(year, "tt")[k]! - value))
    expect(off).toHaveLength(14_424)
    expect(Math.max(...off)).toBeLessThan(1100)
  })

  test("are what the full theory computes, to half a step of the table", () => {
    for (let i = 0; i < 4872; i += 131) {
      const [year, k] = [1899 + Math.floor(i / 24), i % 24]
      const computed = 946_728_000_000 + solveTerm(year, k) * 86_400_000
      expect(Math.abs(termTt(year, k) - computed)).toBeLessThanOrEqual(301)
    }
    for (const [year, k] of [1599, 1650, 1701, 1777, 1898, 2102, 2150, 2201].map((year, i) => [year, 3 * i] as const)) {
      const computed = 946_728_000_000 + solveTerm(year, k) * 86_400_000
      expect(Math.abs(farTermTt(year, k) - computed)).toBeLessThanOrEqual(601)
    }
  })

  test("are the minutes KASI publishes, but for its four errors and 33 minutes of an older ΔT, which are listed", () => {
    expect(kasi).toHaveLength(672)
    expect([kasiErrors.length, kasiOtherMinutes.length]).toEqual([4, 33])
    const other = new Set([...kasiErrors, ...kasiOtherMinutes])
    for (const { year, k, value } of kasi) {
      const off = value * 60_000 - termUtc(year, k)
      if (!other.has(`${year}-${k}`)) expect(Math.floor(termUtc(year, k) / 60_000 + 0.5), `${year}-${k}`).toBe(value)
      else if (!kasiErrors.includes(`${year}-${k}`)) expect(Math.abs(off), `${year}-${k}`).toBeLessThan(39_000)
    }
  })

  test("in UTC lie TT − UTC before those in TT", () => {
    const [utc, tt] = [solarTerms(1990), solarTerms(1990, "tt")]
    expect(utc).toHaveLength(24)
    for (const [k, ms] of utc.entries()) expect(tt[k]! - ms).toBe(57_184)
    expect(new Date(utc[2]!).toISOString().slice(0, 16)).toBe("1990-02-04T02:13")
  })

  test("ascend without a gap from one year to the next", () => {
    const table = termTable()
    expect(table).toHaveLength(4872)
    for (let i = 1; i < table.length; i++) {
      const days = (table[i]! - table[i - 1]!) / 86_400_000
      expect(days > 14.7 && days < 15.8).toBe(true)
    }
  })

  test("are the same whether asked for one by one, by the year or all at once", () => {
    const table = termTable()
    const years = Array.from({ length: 201 }, (_, i) => [...solarTerms(1900 + i)]).flat()
    expect([...table.subarray(24, -24)]).toEqual(years)
    expect([...table].every((ms, at) => ms === termUtcAt(FIRST_NEAR_TERM + at))).toBe(true)
  })

  test("give the bits that other builds and hosts must give", () => {
    expect(digestOf(termTable())).toBe("e6d984988e6479cd")
  })

  test("belong to the caller: changing what was handed out changes nothing", () => {
    const before = [...solarTerms(2000)]
    solarTerms(2000).fill(0)
    termTable().fill(0)
    expect([...solarTerms(2000)]).toEqual(before)
  })
})

describe("the term in force at an instant", () => {
  test("begins exactly at its instant, one millisecond earlier it is the one before", () => {
    const wrong = [...termTable()].filter(
      (at, i) =>
        termIndexAt(at - 1) !== (i === 0 ? -1 : FIRST_NEAR_TERM + i - 1) || termIndexAt(at) !== FIRST_NEAR_TERM + i,
    )
    expect(wrong).toEqual([])
  })

  test("can be found for any birth of 1900–2100 in any zone, with a neighbour on each side", () => {
    for (const ms of [Date.UTC(1900, 0, 1) - 14 * 3_600_000, Date.UTC(2101, 0, 1) + 12 * 3_600_000]) {
      const index = termIndexAt(ms)
      expect(termUtcAt(index - 3) < ms && termUtcAt(index + 3) > ms).toBe(true)
    }
  })

  test("is −1 before the near table where far years are not loaded, and its last one after it", () => {
    const before = FIRST_NEAR_TERM - 1
    expect([termIndexAt(-1e15), termIndexAt(1e15)]).toEqual([-1, before + 4872])
    expect([termUtcAt(before), termUtcAt(before + 4873), termTt(1898, 23), termUtc(2102, 0)]).toEqual(
      new Array(4).fill(Number.NaN),
    )
    expect([termIndex(FIRST_TERM_YEAR, 0), termIndex(1899, 0)]).toEqual([0, FIRST_NEAR_TERM])
  })
})

describe("years out of range", () => {
  const refused = { code: "year_out_of_range", path: ["year"], params: { min: 1600, max: 2200 } }

  test.each(["TT", "UTC", null, 0])("a scale of %s is refused", (scale) => {
    const path = ["scale"]
    const params = { choices: ["utc", "tt"] }
    expect(refusal(() => solarTerms(2026, scale as never))).toEqual({ code: "choice_unknown", path, params })
    expect(refusal(() => newMoons(2026, scale as never))).toEqual({ code: "choice_unknown", path, params })
  })

  test.each([1599, 2201, 1990.5, Number.NaN, Number.POSITIVE_INFINITY])("%s is refused with the limits", (year) => {
    expect(refusal(() => solarTerms(year))).toEqual(refused)
    expect(refusal(() => solarTerms(year, "tt"))).toEqual(refused)
  })

  test("the first and last year are not", () => {
    expect([1600, 2200].map((year) => solarTerms(year).length)).toEqual([24, 24])
  })
})
