import { describe, expect, test } from "vitest"
import { elementOfBranch } from "../../../../cubes/saju/engine/analysis/elements.ts"
import { hiddenStemsOf, rootOf } from "../../../../cubes/saju/engine/analysis/hidden-stems.ts"
import { mainStemOf } from "../../../../cubes/saju/engine/analysis/ten-gods.ts"
import { tables } from "../../../golden/saju/tables.ts"

const branches = [...tables.branches] as (keyof typeof tables.hiddenMonthly)[]

describe("hidden stems", () => {
  test("the monthly school has the stems and days of the table, residual first", () => {
    branches.forEach((branch, at) => {
      const got = hiddenStemsOf(at, "monthly").map(({ stem, days }) => [tables.stems.charAt(stem), days])
      expect(got).toEqual(tables.hiddenMonthly[branch])
    })
  })

  test("the fixed school has the stems of the table, main first, and counts no days", () => {
    branches.forEach((branch, at) => {
      const got = hiddenStemsOf(at, "fixed")
      expect(got.map(({ stem }) => tables.stems.charAt(stem)).join("")).toBe(tables.hiddenFixed[branch])
      expect(got.every(({ days }) => days === null)).toBe(true)
    })
  })

  test("days of command fill a month of thirty", () => {
    for (let at = 0; at < 12; at++) {
      expect(hiddenStemsOf(at, "monthly").reduce((sum, { days }) => sum + (days ?? 0), 0)).toBe(30)
    }
  })

  test("where there are two, the monthly school lacks the middle and the fixed school the residual", () => {
    expect(hiddenStemsOf(0, "monthly").map(({ phase }) => phase)).toEqual(["residual", "main"])
    expect(hiddenStemsOf(11, "fixed").map(({ phase }) => phase)).toEqual(["main", "middle"])
    expect(hiddenStemsOf(1, "monthly").map(({ phase }) => phase)).toEqual(["residual", "middle", "main"])
    expect(hiddenStemsOf(1, "fixed").map(({ phase }) => phase)).toEqual(["main", "middle", "residual"])
  })

  test("each branch has one main stem, of its own element, the same in both schools", () => {
    for (let at = 0; at < 12; at++) {
      for (const school of ["monthly", "fixed"] as const) {
        const main = hiddenStemsOf(at, school).filter(({ phase }) => phase === "main")
        expect(main.map(({ stem }) => stem)).toEqual([mainStemOf(at)])
      }
    }
  })

  test("an element is rooted by the strongest of its hidden stems", () => {
    expect(rootOf(4, 0)).toBe(3)
    expect(rootOf(3, 1)).toBe(2)
    expect(rootOf(4, 1)).toBe(1)
    expect(rootOf(0, 1)).toBe(0)
    for (let at = 0; at < 12; at++) expect(rootOf(elementOfBranch(at), at)).toBe(3)
  })

  test("schools disagree about roots: earth in 亥, wood in 辰", () => {
    expect([rootOf(2, 11, "monthly"), rootOf(2, 11, "fixed")]).toEqual([1, 0])
    expect([rootOf(0, 4, "monthly"), rootOf(0, 4, "fixed")]).toEqual([1, 2])
  })
})
