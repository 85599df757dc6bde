import { expect, test } from "vitest"
import { climateStems, neededIn } from "../../../../cubes/saju/engine/analysis/climate.ts"
import { climate } from "../../../golden/saju/climate.ts"

const STEMS = "甲乙丙丁戊己庚辛壬癸"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

test("all 120 cells are those of the published table, the main stem first", () => {
  const cells = [...STEMS].flatMap((dayStem, stem) =>
    [...BRANCHES].map((month, branch) => {
      const text = climateStems(stem, branch).map((each) => STEMS.charAt(each))
      const [main, ...helpers] = text
      return `${dayStem}${month} ${main}${helpers.length ? ` ${helpers.join("")}` : ""}`
    }),
  )
  const published = [...STEMS].flatMap((dayStem) =>
    [...BRANCHES].map((month) => `${dayStem}${month} ${climate[dayStem]?.[month]}`),
  )
  expect(cells).toEqual(published)
  expect(cells).toHaveLength(120)
})

test("the cold months press for fire, the hot ones for water", () => {
  expect([...BRANCHES].map((month, branch) => `${month}${neededIn(branch) ?? "-"}`).join(" ")).toBe(
    "子1 丑1 寅- 卯- 辰- 巳4 午4 未4 申- 酉- 戌- 亥1",
  )
})

test("cells are shared and frozen", () => {
  expect(climateStems(0, 2)).toBe(climateStems(0, 2))
  expect(Object.isFrozen(climateStems(0, 2))).toBe(true)
})
