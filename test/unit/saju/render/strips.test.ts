import { type Birth, chart, yearLuck } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { readTextOptions } from "../../../../cubes/saju/engine/render/options.ts"
import { decadesOf, type Strip, yearsOf } from "../../../../cubes/saju/engine/render/strips.ts"
import { randomBirths, spring } from "./sample.ts"

/** Late in a full year of life: the first decade begins eleven months after the age it is named by is counted. */
const october: Birth = { date: "1987-10-05", time: "14:20", sex: "male" }

function stripsOf(birth: Birth, now: string): { readonly decades: Strip | null; readonly years: Strip | null } {
  const found = chart(birth, { now })
  const year = Number(now.slice(0, 4))
  const view = readTextOptions(found, { years: yearLuck(found, { from: year - 2, to: year + 2 }) })
  return { decades: decadesOf(view), years: yearsOf(view) }
}

describe("strips of luck", () => {
  test("print the month in which each decade begins, so that the one marked has begun and the next has not", () => {
    let marked = 0
    randomBirths(600).forEach((birth, i) => {
      const now = `${1930 + (i % 160)}-${String(1 + (i % 12)).padStart(2, "0")}-15T09:00:00Z`
      if (birth.sex == null || Number(birth.date.slice(0, 4)) >= 1930 + (i % 160)) return
      const { decades } = stripsOf({ ...birth, timeZone: "UTC", longitudeDeg: 0 }, now)
      const at = decades?.slots.findIndex(({ current }) => current) ?? -1
      if (at < 0) return
      marked++
      const present = now.slice(0, 7).replace("-", ".")
      expect(decades?.slots[at]?.below.localeCompare(present)).toBeLessThanOrEqual(0)
      const next = decades?.slots[at + 1]?.below ?? "9999"
      expect(next.localeCompare(present)).toBeGreaterThanOrEqual(0)
    })
    expect(marked).toBeGreaterThan(100)
  })

  test("say once which ages they count", () => {
    const { decades, years } = stripsOf(october, "2026-01-15T00:00:00Z")
    expect(decades?.asides[0]).toBe("역행 · 8년 11개월 29일 뒤 시작 · 어림한 만 나이")
    expect(decades?.slots.map(({ above, below }) => `${above} ${below}`).slice(2, 4)).toEqual([
      "현재 29 2016.10",
      "39세 2026.10",
    ])
    expect(years?.asides).toEqual(["세는나이"])
    expect(years?.slots.at(-1)?.below).toBe("42세")
  })

  test("mark the same year whatever offset the present is written in", () => {
    for (const now of ["2026-03-01T00:30:00Z", "2026-03-01T09:30:00+09:00", "2026-02-28T19:30:00-05:00"]) {
      expect(stripsOf(spring, now).years?.slots.map(({ current }) => current)).toEqual([
        false,
        false,
        true,
        false,
        false,
      ])
    }
  })
})
