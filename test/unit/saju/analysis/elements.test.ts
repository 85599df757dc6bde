import { describe, expect, test } from "vitest"
import {
  controllerOf,
  controls,
  elementNamed,
  elementOfBranch,
  elementOfStem,
  generates,
  generatorOf,
  seasonState,
} from "../../../../cubes/saju/engine/analysis/elements.ts"
import { pillarOf } from "../../../../cubes/saju/engine/names.ts"
import { tables } from "../../../golden/saju/tables.ts"

const ELEMENTS = [0, 1, 2, 3, 4]

describe("elements", () => {
  test("stems and branches have the element of the tables", () => {
    expect(tables.stemElement.map((_, stem) => elementOfStem(stem))).toEqual(tables.stemElement)
    expect(tables.branchElement.map((_, branch) => elementOfBranch(branch))).toEqual(tables.branchElement)
  })

  test("and the one every pillar is printed with", () => {
    for (let index = 0; index < 60; index++) {
      const { stem, branch, elements } = pillarOf(index)
      expect([elementNamed(elementOfStem(stem)), elementNamed(elementOfBranch(branch))]).toEqual(elements)
    }
  })

  test("wood feeds fire and breaks earth, and so on around the circle", () => {
    expect(ELEMENTS.map((element) => elementNamed(generates(element)))).toEqual([
      "fire",
      "earth",
      "metal",
      "water",
      "wood",
    ])
    expect(ELEMENTS.map((element) => elementNamed(controls(element)))).toEqual([
      "earth",
      "metal",
      "water",
      "wood",
      "fire",
    ])
  })

  test("who generates and who controls are the same relations looked at from the other end", () => {
    for (const element of ELEMENTS) {
      expect(generatorOf(generates(element))).toBe(element)
      expect(controllerOf(controls(element))).toBe(element)
    }
  })

  test("in a spring month wood rules, fire follows, water rests, metal is held and earth is dead", () => {
    expect(ELEMENTS.map((element) => seasonState(2, element))).toEqual([0, 1, 4, 3, 2])
  })

  test("in every month each state goes to one element, and the month's own rules", () => {
    for (let branch = 0; branch < 12; branch++) {
      expect(ELEMENTS.map((element) => seasonState(branch, element)).sort()).toEqual(ELEMENTS)
      expect(seasonState(branch, elementOfBranch(branch))).toBe(0)
    }
  })
})
