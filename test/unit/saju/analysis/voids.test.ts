import { describe, expect, test } from "vitest"
import { isVoidBy, voidBranchesOf, voidOf } from "../../../../cubes/saju/engine/analysis/voids.ts"
import { tables } from "../../../golden/saju/tables.ts"
import { columnsFrom } from "./columns.ts"

describe("voids", () => {
  test("each run of ten has the two branches of the table", () => {
    for (let ganji = 0; ganji < 60; ganji++) expect(voidBranchesOf(ganji)).toEqual(tables.voids[Math.floor(ganji / 10)])
  })

  test("void are exactly the branches that the run of ten leaves out", () => {
    for (let first = 0; first < 60; first += 10) {
      const met = Array.from({ length: 10 }, (_, at) => (first + at) % 12)
      for (let branch = 0; branch < 12; branch++) expect(isVoidBy(first, branch)).toBe(!met.includes(branch))
    }
  })

  test("the pillars on void branches are named, the base never among them", () => {
    // 甲子 leaves out 戌亥.
    expect(voidOf(0, columnsFrom("癸亥 壬戌 甲子 乙亥"))).toEqual({
      branches: [10, 11],
      pillars: ["year", "month", "hour"],
    })
    expect(voidOf(0, columnsFrom("甲子 丙寅 甲子"))).toEqual({ branches: [10, 11], pillars: [] })
  })
})
