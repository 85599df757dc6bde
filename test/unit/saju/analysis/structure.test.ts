import { describe, expect, test } from "vitest"
import type { Commanding } from "../../../../cubes/saju/engine/analysis/commanding.ts"
import { type ChartPillars, columnsOf } from "../../../../cubes/saju/engine/analysis/facts.ts"
import { relationsOf } from "../../../../cubes/saju/engine/analysis/relations.ts"
import { CONDITION_RULES, FACT_RULES, STRUCTURE_RULES } from "../../../../cubes/saju/engine/analysis/rules.ts"
import { structureOf } from "../../../../cubes/saju/engine/analysis/structure.ts"
import { helpersOf } from "../../../../cubes/saju/engine/analysis/structure-facts.ts"
import { structureNamed } from "../../../../cubes/saju/engine/analysis/structure-names.ts"
import { pillarOf } from "../../../../cubes/saju/engine/names.ts"
import { ganjiFrom } from "./ganji-columns.ts"
import { randomColumns } from "./random-columns.ts"

const of = (text: string, commanding: Commanding | null = null) => structureOf(ganjiFrom(text), commanding, "revealed")

function regular(text: string, commanding: Commanding | null = null): string[] {
  return of(text, commanding).regular.map(({ structure, reason }) => `${structure.hangul} ${reason.rule}`)
}

describe("regular structures", () => {
  test.each([
    // 寅 hides 戊丙甲; 甲, 정관 of 己, shows on the month.
    ["戊辰 甲寅 己未 甲子", "정관격 structure.revealed.main"],
    // 亥 hides 戊甲壬; for 丁 壬 is 정관 and does not show, 甲 is 정인 and does.
    ["甲子 乙亥 丁巳 辛丑", "정인격 structure.revealed.middle"],
    // 辰 hides 乙癸戊; for 丙 only 乙, 정인, shows.
    ["庚午 庚辰 丙寅 乙未", "정인격 structure.revealed.residual"],
    // The same month, but for 甲 the 甲 that shows is 비견 and makes no structure: 壬, 편인.
    ["甲子 乙亥 甲子 甲子", "편인격 structure.revealed.hidden"],
    // 午 is of one mind: 丙 shows, but 丁, 편관 of 辛, is taken all the same.
    ["庚午 壬午 辛卯 丙申", "편관격 structure.revealed.hidden"],
    // 寅 is the 건록 of 甲, 午 the 제왕 of 丙.
    ["甲寅 丙寅 甲午 丙寅", "건록격 structure.peer.lok"],
    ["庚午 壬午 丙寅 乙未", "양인격 structure.peer.blade"],
    // 寅 is the 제왕 of 乙 too, which is yin; 辰 is 비견 of 戊, neither 건록 nor 제왕.
    ["甲寅 丙寅 乙未 丁丑", "월겁격 structure.peer.rob"],
    ["庚午 庚辰 戊寅 己未", "월겁격 structure.peer.rob"],
    // 丑 is 겁재 of 戊, but it hides 辛 too, 상관, and that shows; 己 shows as well and makes no structure.
    ["戊午 乙丑 戊寅 辛酉", "상관격 structure.revealed.middle"],
    ["己未 丁丑 戊寅 癸亥", "정재격 structure.revealed.residual"],
    // 亥 is 겁재 of 癸 and hides 甲, 상관: outside 辰戌丑未 what shows does not matter.
    ["甲子 乙亥 癸巳 甲寅", "월겁격 structure.peer.rob"],
    // 巳 is the 건록 of 戊 as well, but what it hides first is 丙, 편인.
    ["甲子 己巳 戊辰 丙辰", "편인격 structure.revealed.main"],
  ])("%s: %s", (text, expected) => {
    expect(regular(text)[0]).toBe(expected)
  })

  test("the main hidden stem alone gives another structure where something else shows", () => {
    expect(regular("庚午 庚辰 丙寅 乙未")[1]).toBe("식신격 structure.main")
  })

  test("the stem in command decides in the third school, the main one where it is not known", () => {
    const water: Commanding = { stem: 9, phase: "middle", day: 10 }
    expect(of("庚午 庚辰 丙寅 乙未", water).regular[2]).toEqual({
      school: "commanding",
      structure: structureNamed(5),
      reason: { rule: "structure.commanding", params: { stem: 9, branch: 4, god: 7, day: 10 } },
    })
    expect(regular("庚午 庚辰 丙寅 乙未")[2]).toBe("식신격 structure.commanding.unknown")
  })

  test("the school asked for is the one chosen", () => {
    const columns = ganjiFrom("庚午 庚辰 丙寅 乙未")
    expect(structureOf(columns, null, "revealed").chosen.hangul).toBe("정인격")
    expect(structureOf(columns, null, "main").chosen.hangul).toBe("식신격")
  })
})

describe("special structures", () => {
  test.each([
    // 酉 酉 酉 hide only metal, 1320 × 12 of 26640; 己 300 × 8 alone, 9.0 %.
    ["乙酉 乙酉 己酉 甲子", "종아격"],
    // Fire (900 + 72 + 504 + 84 + 210) × 12 = 21240 of 30408; 壬 300 × 7, 6.9 %, no water in 未午寅午.
    ["丁未 丙午 壬寅 丙午", "종재격"],
    // Wood (600 + 240 + 720) × 12 = 18720 of 27840; 己 300 × 6, 6.4 %, no earth in 卯卯酉子.
    ["癸卯 乙卯 己酉 甲子", "종살격"],
    // Earth 14544 and metal 10620 of 28800: 87.3 %, earth the heavier.
    ["乙酉 己丑 辛酉 戊戌", "종강격"],
    // Earth 21144 and fire 4544 of 29232: 87.8 %, earth, its own, the heavier.
    ["戊辰 丙辰 己未 己巳", "종왕격"],
    // Fire 9936 and earth 9936 of 25146, wood 2394; water and metal 11.4 %: all three are there, none has half.
    ["丁卯 丁未 壬戌 丁未", "종세격"],
    // 甲 and 己 side by side in a month of earth, no other wood, no second 甲 or 己.
    ["戊辰 己未 甲戌 戊辰", "화토격"],
    // 寅卯辰 whole, no metal.
    ["甲辰 丁卯 甲寅 丁卯", "곡직격"],
    // 亥子丑 whole: its own 丑 is not held against it.
    ["壬子 癸丑 癸亥 壬子", "윤하격"],
    ["戊辰 己未 戊戌 癸丑", "가색격"],
    // Four of wood, four of earth.
    ["己卯 甲戌 乙未 己卯", "양신성상격"],
  ])("%s: %s", (text, expected) => {
    expect(of(text).chosen.hangul).toBe(expected)
  })

  test("one that nearly holds is told with the condition that is missing", () => {
    const { special } = of("戊辰 己未 甲戌 己巳")
    // A second 己 wants the same 甲; 辰 and 未 hide 乙, a root of 甲.
    expect(special[0]).toEqual({
      id: "hwato",
      structure: structureNamed(19),
      holds: false,
      conditions: [
        { rule: "special.transform.combined", met: true },
        { rule: "special.transform.month", met: true },
        { rule: "special.transform.unbroken", met: true },
        { rule: "special.transform.uncontested", met: false },
      ],
    })
    expect(special[1]?.id).toBe("jongjae")
    expect(special[1]?.conditions.filter(({ met }) => !met)).toEqual([{ rule: "special.follow.rootless", met: false }])
    expect(special).toHaveLength(2)
    expect(of("戊辰 己未 甲戌 己巳").chosen.hangul).toBe("정재격")
  })

  test("a partner two pillars away does not combine", () => {
    expect(of("己未 丁丑 甲戌 戊辰").special.filter(({ id }) => id === "hwato")).toEqual([])
  })

  test("the day stem turns exactly where the transformation structure holds", () => {
    let turned = 0
    for (const hemisphere of ["north", "south"] as const) {
      for (const columns of randomColumns(6000, 11)) {
        const [year, month, day, hour] = columns.map((ganji) => (ganji < 0 ? null : pillarOf(ganji)))
        const pillars = { year, month, day, hour } as ChartPillars
        const options = { archCombinations: true, hiddenCombinations: false, hemisphere }
        const done = relationsOf(columnsOf(pillars), options).some(
          ({ pillars: places, transformed }) => transformed?.done && places.includes("day"),
        )
        const seen =
          hemisphere === "north" ? columns : ([columns[0], (columns[1] + 30) % 60, columns[2], columns[3]] as const)
        const { special } = structureOf(seen, null, "revealed")
        expect(
          special.some(({ id, holds }) => holds && id.startsWith("hwa")),
          columns.join(),
        ).toBe(done)
        if (done) turned++
      }
    }
    expect(turned).toBeGreaterThan(50)
  })

  test("metal in a stem spoils 곡직격", () => {
    const [special] = of("庚辰 己卯 乙卯 戊寅").special
    expect(special?.id).toBe("gokjik")
    expect(special?.conditions.filter(({ met }) => !met)).toEqual([{ rule: "special.single.unopposed", met: false }])
  })

  test("an ordinary chart has none", () => {
    expect(of("庚午 庚辰 丙寅 乙未").special).toEqual([])
  })
})

describe("facts", () => {
  test("helpers, breakers and who controls them", () => {
    // 정인격 of 丙: officer, which is water, helps and is absent; 庚, 편재, breaks, nothing of fire beside the day stem controls it.
    expect(of("庚午 庚辰 丙寅 乙未").facts).toEqual([
      { rule: "structure.fact.helperAbsent", params: { group: "officer" } },
      { rule: "structure.fact.breakerShown", params: { god: 4, stem: 6, pillar: "year" } },
      { rule: "structure.fact.breakerShown", params: { god: 4, stem: 6, pillar: "month" } },
    ])
  })

  test("a helper that only hides, clashed; a clashed month", () => {
    // 申 of the year clashes with the month 寅. In the other chart 정관격 of 己 has its helpers in 子 and 午, which clash.
    expect(of("戊申 甲寅 己未 庚午").facts).toContainEqual({
      rule: "structure.fact.monthClashed",
      params: { branch: 2, byBranch: 8, byPillar: "year" },
    })
    expect(of("戊午 甲寅 己未 甲子").facts).toEqual([
      { rule: "structure.fact.helperHidden", params: { group: "wealth", branch: 0, pillar: "hour" } },
      {
        rule: "structure.fact.helperClashed",
        params: { group: "wealth", branch: 0, pillar: "hour", byBranch: 6, byPillar: "year" },
      },
      { rule: "structure.fact.helperHidden", params: { group: "resource", branch: 6, pillar: "year" } },
      {
        rule: "structure.fact.helperClashed",
        params: { group: "resource", branch: 6, pillar: "year", byBranch: 0, byPillar: "hour" },
      },
    ])
  })

  test("a stem that has turned neither helps nor breaks", () => {
    // 癸 and 戊 of year and month turn to fire. 정재격 of 壬: 癸 would break it, 戊 help and control 癸.
    expect(of("癸巳 戊午 壬辰 丙午").facts).toEqual([
      { rule: "structure.fact.helperAbsent", params: { group: "output" } },
      { rule: "structure.fact.helperHidden", params: { group: "officer", branch: 4, pillar: "day" } },
    ])
  })

  test("stems that control a helper, or a breaker", () => {
    // 정관격 of 甲 in 酉: 丁, 상관, breaks it and 壬, 편인, controls 丁; 壬 itself helps and nothing of earth controls it.
    expect(of("丁卯 己酉 甲戌 壬申").facts).toEqual([
      { rule: "structure.fact.helperShown", params: { group: "wealth", stem: 5, pillar: "month" } },
      { rule: "structure.fact.helperShown", params: { group: "resource", stem: 8, pillar: "hour" } },
      {
        rule: "structure.fact.helperControlled",
        params: { group: "resource", stem: 8, pillar: "hour", byStem: 5, byPillar: "month" },
      },
      { rule: "structure.fact.breakerShown", params: { god: 3, stem: 3, pillar: "year" } },
      {
        rule: "structure.fact.breakerControlled",
        params: { god: 3, stem: 3, pillar: "year", byStem: 8, byPillar: "hour" },
      },
      { rule: "structure.fact.monthClashed", params: { branch: 9, byBranch: 3, byPillar: "year" } },
    ])
  })
})

test("every chart has a structure, and every rule given is a rule listed with its parameters", () => {
  for (const columns of randomColumns(3000, 7)) {
    const { regular, special, chosen, facts } = structureOf(columns, null, "revealed")
    expect(regular.map(({ school }) => school)).toEqual(["revealed", "main", "commanding"])
    const held = special.filter(({ holds }) => holds)
    expect(chosen).toBe((held[0] ?? regular[0])?.structure)
    for (const { structure, reason } of regular) {
      expect(structure.index).toBeLessThan(11)
      expect(helpersOf(structure.index).length).toBeGreaterThan(0)
      const params = (STRUCTURE_RULES as { [rule: string]: readonly string[] })[reason.rule]
      expect(Object.keys(reason.params).sort(), reason.rule).toEqual([...(params as readonly string[])].sort())
    }
    for (const { conditions, holds } of special) {
      expect(conditions.every(({ rule }) => Object.hasOwn(CONDITION_RULES, rule))).toBe(true)
      expect(holds).toBe(conditions.every(({ met }) => met))
    }
    for (const { rule, params } of facts) {
      const names = (FACT_RULES as { [rule: string]: readonly string[] })[rule]
      expect(Object.keys(params).sort(), rule).toEqual([...(names as readonly string[])].sort())
    }
    expect(structureOf(columns, null, "revealed")).toEqual({ regular, special, chosen, facts })
  }
})
