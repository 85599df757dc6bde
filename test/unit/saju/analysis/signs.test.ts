import { describe, expect, test } from "vitest"
import { signsOf } from "../../../../cubes/saju/engine/analysis/signs.ts"

describe("signs of pillars", () => {
  test("庚午 is a white horse of summer and the south", () => {
    const { stem, branch, animal, color, season, direction } = signsOf(6)
    expect([stem.hanja, branch.hanja, animal.hangul, color.hangul, season, direction]).toEqual([
      "庚",
      "午",
      "말",
      "백",
      "summer",
      "south",
    ])
    expect([stem.english, animal.english, color.english]).toEqual(["Yang Metal", "Horse", "White"])
  })

  test("the twelve animals follow the branches", () => {
    const animals = Array.from({ length: 12 }, (_, index) => signsOf(index).animal)
    expect(animals.map(({ hangul }) => hangul).join(" ")).toBe("쥐 소 호랑이 토끼 용 뱀 말 양 원숭이 닭 개 돼지")
    for (let index = 0; index < 60; index++) expect(signsOf(index).animal).toBe(animals[index % 12])
  })

  test("three branches from 寅 make a season, and its direction", () => {
    const told = Array.from({ length: 12 }, (_, at) => signsOf((at + 2) % 12)).map(
      (one) => `${one.season} ${one.direction}`,
    )
    expect(told).toEqual(
      ["spring east", "summer south", "autumn west", "winter north"].flatMap((each) => [each, each, each]),
    )
  })

  test("two stems share a colour", () => {
    const colors = Array.from({ length: 10 }, (_, index) => signsOf(index).color.hangul).join("")
    expect(colors).toBe("청청적적황황백백흑흑")
  })
})
