import { describe, expect, test } from "vitest"
import { mainStemOf, tenGodOf, tenGodOfBranch } from "../../../../cubes/saju/engine/analysis/ten-gods.ts"
import { tables } from "../../../golden/saju/tables.ts"

const STEMS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

describe("ten gods", () => {
  test("all hundred are those of the table", () => {
    expect(STEMS.map((day) => STEMS.map((stem) => tenGodOf(day, stem)))).toEqual(tables.tenGod)
  })

  test("each day stem sees each god once, itself as 비견", () => {
    for (const day of STEMS) {
      expect(STEMS.map((stem) => tenGodOf(day, stem)).sort()).toEqual(STEMS)
      expect(tenGodOf(day, day)).toBe(0)
    }
  })

  test("a branch is its main hidden stem: 子 is yin water though the branch is yang", () => {
    expect(tenGodOfBranch(0, 0)).toBe(9)
    expect(tenGodOfBranch(0, 5)).toBe(2)
  })

  test("the main hidden stem is the same in both schools", () => {
    for (const [at, branch] of [...tables.branches].entries()) {
      const fixed = tables.hiddenFixed[branch as keyof typeof tables.hiddenFixed].charAt(0)
      const monthly = tables.hiddenMonthly[branch as keyof typeof tables.hiddenMonthly].at(-1)?.[0]
      expect(tables.stems.charAt(mainStemOf(at))).toBe(fixed)
      expect(tables.stems.charAt(mainStemOf(at))).toBe(monthly)
    }
  })
})
