import { describe, expect, test } from "vitest"
import { stageOf } from "../../../../cubes/saju/engine/analysis/stages.ts"
import { mainStemOf } from "../../../../cubes/saju/engine/analysis/ten-gods.ts"
import { tables } from "../../../golden/saju/tables.ts"

const STEMS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const BRANCHES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

describe("stages", () => {
  test("all hundred and twenty are those of the table", () => {
    const got = STEMS.map((stem) => BRANCHES.map((branch) => stageOf(stem, branch, "fire", "backward")))
    expect(got).toEqual(tables.stage)
  })

  for (const earth of ["fire", "water"] as const) {
    for (const yin of ["backward", "withYang"] as const) {
      test(`with earth like ${earth} and yin ${yin}, each stem runs once around without a gap`, () => {
        for (const stem of STEMS) {
          const step = yin === "backward" && stem % 2 === 1 ? 11 : 1
          for (const branch of BRANCHES) {
            const here = stageOf(stem, branch, earth, yin)
            expect(stageOf(stem, (branch + 1) % 12, earth, yin)).toBe((here + step) % 12)
          }
        }
      })
    }
  }

  test("with fire, earth stems stand where 丙 and 丁 stand; with water, where 壬 and 癸 stand", () => {
    for (const branch of BRANCHES) {
      for (const yin of ["backward", "withYang"] as const) {
        expect(stageOf(4, branch, "fire", yin)).toBe(stageOf(2, branch, "fire", yin))
        expect(stageOf(5, branch, "fire", yin)).toBe(stageOf(3, branch, "fire", yin))
        expect(stageOf(4, branch, "water", yin)).toBe(stageOf(8, branch, "fire", yin))
        expect(stageOf(5, branch, "water", yin)).toBe(stageOf(9, branch, "fire", yin))
      }
    }
  })

  test("the school of earth moves no other stem", () => {
    for (const stem of STEMS.filter((one) => one >> 1 !== 2)) {
      for (const branch of BRANCHES) {
        expect(stageOf(stem, branch, "water", "backward")).toBe(stageOf(stem, branch, "fire", "backward"))
      }
    }
  })

  test("yin stems like their yang twin are born where it is born", () => {
    for (const stem of STEMS) {
      for (const branch of BRANCHES) {
        expect(stageOf(stem, branch, "fire", "withYang")).toBe(stageOf(stem & ~1, branch, "fire", "backward"))
      }
    }
  })

  test("건록 is the branch whose main stem is the stem itself, but for earth, which shares that of fire", () => {
    for (const stem of STEMS.filter((one) => one >> 1 !== 2)) {
      const lok = BRANCHES.filter((branch) => stageOf(stem, branch, "fire", "backward") === 3)
      expect(lok.map(mainStemOf)).toEqual([stem])
    }
  })
})
