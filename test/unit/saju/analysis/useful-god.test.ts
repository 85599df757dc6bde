import { describe, expect, test } from "vitest"
import { USEFUL_GOD_METHODS } from "../../../../cubes/saju/engine/analysis/options.ts"
import { USEFUL_GOD_RULES } from "../../../../cubes/saju/engine/analysis/rules.ts"
import { structureOf } from "../../../../cubes/saju/engine/analysis/structure.ts"
import type { StrengthMethod, UsefulGod, UsefulGodMethod } from "../../../../cubes/saju/engine/analysis/types.ts"
import { pickUsefulGod, rolesAround, usefulGodsOf } from "../../../../cubes/saju/engine/analysis/useful-god.ts"
import { ganjiFrom } from "./ganji-columns.ts"
import { randomColumns } from "./random-columns.ts"

function gods(text: string, strength: StrengthMethod = "hiddenStems"): readonly UsefulGod[] {
  const columns = ganjiFrom(text)
  return usefulGodsOf(columns, structureOf(columns, null, "revealed"), { strength, structure: "revealed" })
}

function said(text: string, method: UsefulGodMethod): string {
  const god = gods(text).find((each) => each.method === method)
  return `${god?.element} ${god?.reason.rule.replace(`useful.${method}.`, "")}`
}

describe("follow", () => {
  test.each([
    ["癸卯 乙卯 己酉 甲子", "wood dominant"], // 종살격: the officer of 己.
    ["乙酉 乙酉 己酉 甲子", "metal dominant"], // 종아격: its output.
    ["丁未 丙午 壬寅 丙午", "fire dominant"], // 종재격: the wealth of 壬.
    ["乙酉 己丑 辛酉 戊戌", "earth dominant"], // 종강격: the resource of 辛.
    ["戊辰 丙辰 己未 己巳", "earth dominant"], // 종왕격: 己 itself.
    ["丁卯 丁未 壬戌 丁未", "fire divided"], // 종세격: wealth, between wood and earth.
    ["戊辰 己未 甲戌 戊辰", "earth transform"], // 화토격.
    ["壬子 癸丑 癸亥 壬子", "water dominant"], // 윤하격.
    ["己卯 甲戌 乙未 己卯", "fire pairControlling"], // Wood controls earth: fire between.
    ["戊辰 辛酉 戊辰 庚申", "metal pairGenerating"], // Earth generates metal.
    ["庚午 庚辰 丙寅 乙未", "null none"],
  ])("%s: %s", (text, expected) => {
    expect(said(text, "follow")).toBe(expected)
  })
})

describe("climate", () => {
  test("the table's stems come with the element of the main one", () => {
    const [, climate] = gods("庚午 庚辰 丙寅 乙未")
    // 丙 in 辰: 壬 甲.
    expect(climate).toEqual({
      method: "climate",
      element: "water",
      stems: [8, 0],
      reason: { rule: "useful.climate.listed", params: { dayStem: 2, branch: 4, stem: 8, element: "water" } },
    })
  })

  test("a cold month without fire presses for it, even where it is not the table's main stem", () => {
    // 戊 in 亥 has 甲 丙, and here there is no 丙 丁 巳 午; with 丁 on the month there is.
    expect(said("壬子 辛亥 戊申 壬子", "climate")).toBe("fire urgent")
    expect(said("庚子 丁亥 戊申 壬子", "climate")).toBe("wood listed")
    // 丁 in 亥 has 甲 庚 and is fire itself.
    expect(said("壬辰 辛亥 丁酉 庚子", "climate")).toBe("wood listed")
  })

  test("a hot month without water presses for it only where the table asks for water", () => {
    // 戊 in 未: 癸 丙甲. 庚 in 未: 丁 甲.
    expect(said("丙寅 乙未 戊午 丁巳", "climate")).toBe("water urgent")
    expect(said("丙寅 乙未 庚午 丁丑", "climate")).toBe("fire listed")
    expect(said("丙子 乙未 戊午 丁巳", "climate")).toBe("water listed")
  })
})

describe("balance", () => {
  test.each([
    // 80.9 % for 戊: officer wood only hides in 辰, output metal is 申.
    ["丙申 戊戌 戊辰 丁巳", "metal strong"],
    // 84.9 % for 壬: 己, officer, shows without a root.
    ["辛酉 丁酉 壬子 己酉", "earth strongUnrooted"],
    // 87.8 % for 己: neither wood, metal nor water shows or is the main of a branch.
    ["戊辰 丙辰 己未 己巳", "null strongNone"],
    // 己 against wood 10536, metal 6720, water 0; 乙 against fire 6112, earth 16224, metal 1140; 戊 against metal.
    ["庚寅 己卯 己酉 辛未", "fire weakByOfficer"],
    ["戊寅 己未 乙巳 丁丑", "wood weakByWealth"],
    ["戊申 辛酉 戊寅 乙卯", "fire weakByOutput"],
  ])("%s: %s", (text, expected) => {
    expect(said(text, "balance")).toBe(expected)
  })

  test("the strength asked for decides", () => {
    const shares = (["fourTests", "points", "hiddenStems", "roots"] as const).map(
      (method) => gods("庚午 庚辰 丙寅 乙未", method)[2]?.reason.params.share,
    )
    expect(shares).toEqual([2000, 4090, 3969, 4540])
  })
})

describe("mediation, illness, structure", () => {
  test("between two hostile elements of 30 % each", () => {
    // Earth 6192 and water 12888 of 20388.
    expect(gods("壬子 癸丑 癸亥 壬子")[3]).toEqual({
      method: "mediation",
      element: "metal",
      stems: [],
      reason: {
        rule: "useful.mediation.between",
        params: {
          controller: "earth",
          controlled: "water",
          controllerShare: 3037,
          controlledShare: 6321,
          element: "metal",
        },
      },
    })
    expect(said("庚午 庚辰 丙寅 乙未", "mediation")).toBe("null none")
  })

  test("what controls an element with half of the weight, in the chart or not", () => {
    expect(gods("壬子 癸丑 癸亥 壬子")[4]?.reason).toEqual({
      rule: "useful.illness.excess",
      params: { controlled: "water", controlledShare: 6321, present: true, element: "earth" },
    })
    // Earth 16488 of 28592, no wood in stems or branches.
    expect(gods("丙申 戊戌 戊辰 丁巳")[4]?.reason.params.present).toBe(false)
    expect(said("庚午 庚辰 丙寅 乙未", "illness")).toBe("null none")
  })

  test.each([
    // 편관격 of 壬 is helped by output: 甲 shows. 편인격 of 丁 by the officer: 亥 is water. 정인격 of 庚: no fire.
    ["壬辰 甲辰 壬戌 戊申", "wood helperShown"],
    ["丙戌 乙未 丁卯 辛亥", "water helperHidden"],
    ["甲戌 辛未 庚辰 甲申", "fire helperAbsent"],
    ["壬子 癸丑 癸亥 壬子", "null special"],
  ])("%s: %s", (text, expected) => {
    expect(said(text, "structure")).toBe(expected)
  })
})

describe("the choice", () => {
  const ordinary = gods("庚午 庚辰 丙寅 乙未")

  test("roles go round the useful element", () => {
    expect(rolesAround("wood")).toEqual({
      ...{ useful: "wood", joyful: "water", harmful: "metal", hostile: "earth", idle: "fire" },
    })
    expect(rolesAround("water")).toMatchObject({ joyful: "metal", harmful: "earth", hostile: "fire", idle: "wood" })
  })

  test("the first method with an answer, the seasons only where they press", () => {
    expect(pickUsefulGod(ordinary, USEFUL_GOD_METHODS)).toMatchObject({ method: "balance", roles: { useful: "wood" } })
    const cold = gods("庚子 戊子 辛亥 庚寅")
    expect(pickUsefulGod(cold, USEFUL_GOD_METHODS)).toMatchObject({ method: "climate", roles: { useful: "fire" } })
    expect(pickUsefulGod(cold, ["balance", "climate"])).toMatchObject({ method: "balance" })
  })

  test("seasons that do not press are taken when nothing else answers", () => {
    expect(pickUsefulGod(ordinary, ["climate", "mediation"])).toMatchObject({ method: "climate" })
    expect(pickUsefulGod(ordinary, ["climate", "structure"])).toMatchObject({ method: "structure" })
  })

  test("no method, or none with an answer, is no useful god", () => {
    expect(pickUsefulGod(ordinary, [])).toBeNull()
    expect(pickUsefulGod(ordinary, ["follow", "mediation", "illness"])).toBeNull()
  })
})

test("every chart has six answers with rules that are listed, and roles that are all five elements", () => {
  for (const columns of randomColumns(2000, 99)) {
    const structure = structureOf(columns, null, "revealed")
    const options = { strength: "hiddenStems", structure: "main" } as const
    const found = usefulGodsOf(columns, structure, options)
    expect(found.map(({ method }) => method)).toEqual(USEFUL_GOD_METHODS)
    for (const { element, stems, method, reason } of found) {
      const names = (USEFUL_GOD_RULES as { [rule: string]: readonly string[] })[reason.rule]
      expect(Object.keys(reason.params).sort(), reason.rule).toEqual([...(names as readonly string[])].sort())
      expect(reason.params.element ?? null, reason.rule).toBe(element)
      expect(stems.length > 0).toBe(method === "climate")
    }
    const picked = pickUsefulGod(found, USEFUL_GOD_METHODS)
    expect(new Set(Object.values(picked?.roles ?? {})).size).toBe(5)
    expect(usefulGodsOf(columns, structure, options)).toEqual(found)
  }
})

describe("a stem that has turned into another element", () => {
  // 癸 and 戊 of year and month turn to fire, the month branch 午 with them.
  const turned = "癸巳 戊午 甲午 庚午"

  test("no longer shows its own", () => {
    // 상관격 of 甲 asks for resource, which is water, or wealth, earth.
    expect(said(turned, "structure")).toBe("water helperAbsent")
    // In a month of water the two only stand side by side.
    expect(said("癸巳 戊子 甲午 庚午", "structure")).not.toContain("helperAbsent")
  })
})
