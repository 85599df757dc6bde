import { chart } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { readChart } from "../../../../cubes/saju/engine/analysis/chart-numbers.ts"
import { commandingOf, commandingOn, daysSinceJeol } from "../../../../cubes/saju/engine/analysis/commanding.ts"
import { termAt, termStart } from "../../../../cubes/saju/engine/term-rule.ts"
import { termIndex } from "../../../../cubes/saju/engine/terms.ts"

const DAY = 86_400_000
const CHEONGMYEONG = termIndex(1990, 6)

describe("the stem in command of a month", () => {
  test("follows the days of residual, middle and main stem", () => {
    // 辰: 乙 9, 癸 3, 戊 18. 子: 壬 10, 癸 20.
    expect([0, 8, 9, 11, 12, 29].map((day) => commandingOn(4, day).stem)).toEqual([1, 1, 9, 9, 4, 4])
    expect(commandingOn(0, 9)).toEqual({ stem: 8, phase: "residual", day: 9 })
    expect(commandingOn(0, 10)).toEqual({ stem: 9, phase: "main", day: 10 })
  })

  test("stays with the main stem in a month longer than thirty days", () => {
    expect(commandingOn(5, 31)).toEqual({ stem: 2, phase: "main", day: 31 })
  })
})

describe("days since the jeol", () => {
  const start = termStart(CHEONGMYEONG, "exact")
  const length = termStart(CHEONGMYEONG + 2, "exact") - start

  test("are counted whole, from the jeol and not from the junggi between", () => {
    const at = start + 20 * DAY
    expect(termAt(at, "exact")).toBe(CHEONGMYEONG + 1)
    expect(daysSinceJeol(at - 1, CHEONGMYEONG + 1, "exact", "raw")).toBe(19)
    expect(daysSinceJeol(at, CHEONGMYEONG + 1, "exact", "raw")).toBe(20)
  })

  test("are stretched to thirty when scaled", () => {
    // The month is longer than thirty days, so that a stretched day is too.
    expect(length / DAY).toBeGreaterThan(30.4)
    expect(daysSinceJeol(start + 20 * DAY, CHEONGMYEONG, "exact", "scaled")).toBe(19)
    expect(daysSinceJeol(start + (2 * length) / 3 + 1, CHEONGMYEONG, "exact", "scaled")).toBe(20)
    expect(daysSinceJeol(start + length - 1, CHEONGMYEONG, "exact", "scaled")).toBe(29)
    expect(daysSinceJeol(start + length - 1, CHEONGMYEONG, "exact", "raw")).toBe(30)
  })

  test("of an instant outside the month are its first or last", () => {
    expect(daysSinceJeol(start - 30_000, CHEONGMYEONG, "exact", "scaled")).toBe(0)
    expect(daysSinceJeol(start + length + 30_000, CHEONGMYEONG, "exact", "scaled")).toBe(29)
  })
})

describe("the stem in command at birth", () => {
  const of = (date: string, time: string | null) => {
    const numbers = readChart(chart({ date, time }))
    return commandingOf(numbers, numbers.columns[1] % 12, "scaled")
  }

  test("of a known hour", () => {
    // 26.18 of 30.72 days since cheongmyeong (1990-04-05 10:13 in Korea): 25.6 of thirty.
    expect(of("1990-05-01", "14:30")).toEqual({ stem: 4, phase: "main", day: 25 })
  })

  test("of an unknown hour, where the whole day agrees", () => {
    expect(of("1990-05-01", null)).toEqual({ stem: 4, phase: "main", day: 25 })
  })

  test("is not known where the day sees a jeol or a change of command", () => {
    expect(of("1990-05-06", null)).toBeNull()
    // 乙 gives way to 癸 after 9 stretched days, at 15:26 of 14 April in Korea.
    expect(of("1990-04-14", null)).toBeNull()
    expect(of("1990-04-13", null)).toMatchObject({ stem: 1, phase: "residual" })
    expect(of("1990-04-15", null)).toMatchObject({ stem: 9, phase: "middle" })
  })
})
