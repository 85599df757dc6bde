import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Column } from "../../../../cubes/saju/engine/analysis/column.ts"
import { elementNamed, elementOfStem } from "../../../../cubes/saju/engine/analysis/elements.ts"
import {
  branchPairKinds,
  combinationElement,
  pairNamed,
  type RelationOptions,
  relationsOf,
  stemPairKinds,
} from "../../../../cubes/saju/engine/analysis/relations.ts"
import type { RelationKind } from "../../../../cubes/saju/engine/analysis/types.ts"
import { pillarOf } from "../../../../cubes/saju/engine/names.ts"
import { tables } from "../../../golden/saju/tables.ts"
import { columnsFrom, pillarFrom } from "./columns.ts"

const STEMS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const BRANCHES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const all: RelationOptions = { archCombinations: true, hiddenCombinations: true, hemisphere: "north" }
const usual: RelationOptions = { ...all, hiddenCombinations: false }

/** Pairs of a kind as characters, the lower index first. */
function pairs(kind: RelationKind): string[] {
  const [list, kinds, alphabet] = kind.startsWith("stem")
    ? ([STEMS, stemPairKinds, tables.stems] as const)
    : ([BRANCHES, branchPairKinds, tables.branches] as const)
  return list.flatMap((a) =>
    list.filter((b) => a <= b && kinds(a, b).includes(kind)).map((b) => alphabet.charAt(a) + alphabet.charAt(b)),
  )
}
const lawful = (list: readonly number[], holds: (a: number, b: number) => boolean, alphabet: string): string[] =>
  list.flatMap((a) => list.filter((b) => a < b && holds(a, b)).map((b) => alphabet.charAt(a) + alphabet.charAt(b)))

/** Relations of a chart: "kind pillars". */
const told = (chart: string, options = usual): string[] =>
  relationsOf(columnsFrom(chart), options).map(({ kind, pillars }) => `${kind} ${pillars.join("+")}`)
const transformed = (chart: string, hemisphere: "north" | "south" = "north") =>
  relationsOf(columnsFrom(chart), { ...usual, hemisphere })
    .filter(({ kind }) => kind === "stemCombination")
    .map((relation) => relation.transformed)

const charts = fc
  .array(fc.nat(59), { minLength: 3, maxLength: 4 })
  .map((indexes) => columnsFrom(indexes.map((index) => pillarOf(index).ganji).join(" ")))

describe("relations of two", () => {
  test("a relation goes both ways", () => {
    for (const a of STEMS) for (const b of STEMS) expect(stemPairKinds(a, b)).toEqual(stemPairKinds(b, a))
    for (const a of BRANCHES) for (const b of BRANCHES) expect(branchPairKinds(a, b)).toEqual(branchPairKinds(b, a))
  })

  test("a stem combines with the fifth after it and clashes with the sixth", () => {
    expect(pairs("stemCombination")).toEqual(lawful(STEMS, (a, b) => b - a === 5, tables.stems))
    expect(pairs("stemClash")).toEqual(lawful(STEMS, (a, b) => b - a === 6, tables.stems))
  })

  test("every other pair of stems whose elements control each other is a control, and nothing else is", () => {
    const controls = (a: number, b: number): boolean => (elementOfStem(b) - elementOfStem(a) + 5) % 5 === 2
    const rest = (a: number, b: number): boolean => ![5, 6].includes(b - a) && (controls(a, b) || controls(b, a))
    expect(pairs("stemControl")).toEqual(lawful(STEMS, rest, tables.stems))
  })

  test("a combination is an involution: each stem and branch has one partner, who has it back", () => {
    for (const a of STEMS) {
      const [partner = -1, ...more] = STEMS.filter((b) => stemPairKinds(a, b).includes("stemCombination"))
      expect(more).toEqual([])
      expect(STEMS.filter((b) => stemPairKinds(partner, b).includes("stemCombination"))).toEqual([a])
    }
    for (const kind of ["sixCombination", "clash", "destruction", "harm", "resentment", "ghostGate"] as const) {
      for (const a of BRANCHES) {
        const [partner = -1, ...more] = BRANCHES.filter((b) => branchPairKinds(a, b).includes(kind))
        expect(more).toEqual([])
        expect(BRANCHES.filter((b) => branchPairKinds(partner, b).includes(kind))).toEqual([a])
      }
    }
  })

  test("six combinations add up to 1, harms to 7, clashes face each other", () => {
    expect(pairs("sixCombination")).toEqual(lawful(BRANCHES, (a, b) => (a + b) % 12 === 1, tables.branches))
    expect(pairs("harm")).toEqual(lawful(BRANCHES, (a, b) => (a + b) % 12 === 7, tables.branches))
    expect(pairs("clash")).toEqual(lawful(BRANCHES, (a, b) => b - a === 6, tables.branches))
  })

  test("half combinations hold the middle of their three, arches do not", () => {
    const three = (a: number, b: number): boolean => a % 4 === b % 4
    const middle = (a: number, b: number): boolean => a % 3 === 0 || b % 3 === 0
    expect(pairs("halfCombination")).toEqual(lawful(BRANCHES, (a, b) => three(a, b) && middle(a, b), tables.branches))
    expect(pairs("archCombination")).toEqual(lawful(BRANCHES, (a, b) => three(a, b) && !middle(a, b), tables.branches))
  })

  test("a yang branch destroys the third before it, a yin branch the third after", () => {
    const breaks = (a: number, b: number): boolean => (a % 2 === 0 ? (a + 9) % 12 === b : (a + 3) % 12 === b)
    expect(pairs("destruction")).toEqual(lawful(BRANCHES, breaks, tables.branches))
  })

  test("원진 is beside the clash and never the clash", () => {
    // A yang branch resents the one after what it clashes with, a yin branch the one before.
    const resents = (a: number, b: number): boolean => (a % 2 === 0 ? a + 7 : a + 5) % 12 === b
    expect(pairs("resentment")).toEqual(lawful(BRANCHES, resents, tables.branches))
    for (const a of BRANCHES) expect(branchPairKinds(a, (a + 6) % 12)).not.toContain("resentment")
  })

  test("귀문관 are 子酉 丑午 寅未 卯申 辰亥 巳戌: not 子卯, not 丑寅", () => {
    expect(pairs("ghostGate")).toEqual(["子酉", "丑午", "寅未", "卯申", "辰亥", "巳戌"])
  })

  test("punishments are the three of 寅巳申, the three of 丑戌未, 子卯, and four with themselves", () => {
    expect(pairs("punishment")).toEqual(["子卯", "丑未", "丑戌", "寅巳", "寅申", "巳申", "未戌"])
    expect(pairs("selfPunishment")).toEqual(["辰辰", "午午", "酉酉", "亥亥"])
  })

  test("hidden combinations are those asked for by option only", () => {
    expect(pairs("hiddenCombination")).toEqual(["子巳", "丑寅", "寅未", "卯申", "午亥"])
    expect(told("甲寅 丁丑 甲子 甲子", usual)).not.toContain("hiddenCombination year+month")
    expect(told("甲寅 丁丑 甲子 甲子", all)).toContain("hiddenCombination year+month")
  })

  test("combinations stand for their elements", () => {
    const elements = (kind: RelationKind): string[] =>
      pairs(kind).map((pair) => {
        const [a = 0, b = 0] = [...pair].map((one) => (tables.stems + tables.branches).indexOf(one))
        const element =
          kind === "stemCombination" ? combinationElement(kind, a, b) : combinationElement(kind, a - 10, b - 10)
        return `${pair} ${elementNamed(element as number)}`
      })
    expect(elements("stemCombination")).toEqual(["甲己 earth", "乙庚 metal", "丙辛 water", "丁壬 wood", "戊癸 fire"])
    expect(elements("sixCombination")).toEqual([
      "子丑 earth",
      "寅亥 wood",
      "卯戌 fire",
      "辰酉 metal",
      "巳申 water",
      "午未 fire",
    ])
    expect(elements("archCombination")).toEqual(["丑巳 metal", "寅戌 fire", "辰申 water", "未亥 wood"])
    expect(combinationElement("clash", 0, 6)).toBeNull()
    expect(combinationElement("stemCombination", 5, 0)).toBe(combinationElement("stemCombination", 0, 5))
  })

  test("names carry the characters in the order they are said in", () => {
    expect(pairNamed("clash", 6, 0)).toEqual({
      index: 0,
      hanja: "子午沖",
      hangul: "자오충",
      romanized: "ja-o chung",
      english: "Rat–Horse clash",
    })
    expect(pairNamed("stemControl", 0, 7).hangul).toBe("신갑극")
    expect(pairNamed("punishment", 8, 2).hanja).toBe("寅申刑")
    expect(pairNamed("clash", 6, 0)).toBe(pairNamed("clash", 0, 6))
    expect(() => pairNamed("clash", 0, 1)).toThrow(TypeError)
  })
})

describe("relations of a chart", () => {
  test("three charts have these relations and no others, looked up by hand", () => {
    const named = (chart: string): string[] =>
      relationsOf(columnsFrom(chart), usual).map(({ name, pillars }) => `${name.hangul} ${pillars.join("+")}`)
    expect(named("庚午 辛巳 丙寅 乙未")).toEqual([
      "병경극 year+day",
      "을경합 year+hour",
      "병신합 month+day",
      "을신충 month+hour",
      "사오미방합 year+month+hour",
      "인오반합 year+day",
      "오미육합 year+hour",
      "인사형 month+day",
      "인사해 month+day",
      "인미귀문관 day+hour",
    ])
    expect(named("甲子 丙子 癸亥 壬戌")).toEqual(["계병극 month+day", "병임충 month+hour"])
    expect(named("己酉 戊辰 壬申")).toEqual([
      "기임극 year+day",
      "무임극 month+day",
      "진유육합 year+month",
      "신진공합 month+day",
    ])
  })

  test("巳申 combines, punishes and destroys at once", () => {
    const found = relationsOf(columnsFrom("己巳 壬申 甲子 甲子"), usual).filter(
      ({ kind, pillars }) => kind !== "stemControl" && pillars.join() === "year,month",
    )
    expect(found.map(({ kind, alsoKinds }) => [kind, alsoKinds])).toEqual([
      ["sixCombination", ["punishment", "destruction"]],
      ["punishment", ["sixCombination", "destruction"]],
      ["destruction", ["sixCombination", "punishment"]],
    ])
  })

  test("distance counts steps between the outermost pillars", () => {
    const found = relationsOf(columnsFrom("甲子 甲申 丙寅 壬辰"), usual)
    const distances = found.map(({ name, distance }) => `${name.hangul} ${distance}`)
    expect(distances).toContain("신자진삼합 3")
    expect(distances).toContain("인신충 1")
  })

  test("three that combine are told once, and not again by halves", () => {
    const found = told("甲子 甲申 丙寅 壬辰").filter((one) => one.includes("ombination"))
    expect(found).toEqual(["threeCombination year+month+hour"])
  })

  test("a character that stands twice makes two sets", () => {
    expect(told("甲申 甲子 丙申 壬辰").filter((one) => /three|half|arch/.test(one))).toEqual([
      "threeCombination year+month+hour",
      "threeCombination month+day+hour",
    ])
  })

  test("two of three are a half combination with the middle one and an arch without, which can be left out", () => {
    expect(told("甲申 甲子 丙寅 甲午")).toContain("halfCombination year+month")
    expect(told("甲申 甲辰 丙寅 甲午")).toContain("archCombination year+month")
    expect(told("甲申 甲辰 丙寅 甲午", { ...usual, archCombinations: false })).not.toContain(
      "archCombination year+month",
    )
  })

  test("a direction needs all three", () => {
    expect(told("甲寅 丁卯 甲子 戊辰")).toContain("directionalCombination year+month+hour")
    expect(told("甲寅 丁卯 甲子 戊午").join()).not.toContain("directional")
    expect(
      relationsOf(columnsFrom("辛亥 庚子 乙丑 丙子"), usual).find(({ kind }) => kind === "directionalCombination")
        ?.element,
    ).toBe("water")
  })

  test("a triple punishment is told once as three; two of it are told as two", () => {
    expect(told("甲寅 己巳 壬申 甲子").filter((one) => one.startsWith("punish"))).toEqual(["punishment year+month+day"])
    expect(told("乙丑 丙戌 乙未 丙子").filter((one) => one.startsWith("punish"))).toEqual(["punishment year+month+day"])
    expect(told("甲寅 己巳 甲子 甲子").filter((one) => one.startsWith("punish"))).toEqual(["punishment year+month"])
  })

  test("the clash inside a triple punishment is still told, and knows of it", () => {
    const clash = relationsOf(columnsFrom("甲寅 己巳 壬申 甲子"), usual).find(({ kind }) => kind === "clash")
    expect(clash).toMatchObject({ pillars: ["year", "day"], alsoKinds: ["punishment"] })
  })

  test("only 辰 午 酉 亥 punish themselves", () => {
    expect(told("甲午 庚午 甲子 丙子").filter((one) => one.startsWith("self"))).toEqual(["selfPunishment year+month"])
  })

  test("characters stand in the order of the pillars", () => {
    const found = relationsOf(columnsFrom("庚午 戊子 丙寅 乙未"), usual).find(({ kind }) => kind === "clash")
    expect(found).toMatchObject({ pillars: ["year", "month"], characters: [6, 0], name: { hangul: "자오충" } })
  })

  test("without an hour nothing is said of it", () => {
    fc.assert(
      fc.property(charts, (columns) => {
        const short = columns.slice(0, 3)
        const inShort = relationsOf(short, all)
        expect(inShort.flatMap(({ pillars }) => pillars)).not.toContain("hour")
        for (const { kind, pillars, distance } of inShort) {
          expect([1, 2]).toContain(distance)
          expect(pillars).toHaveLength(
            ["threeCombination", "directionalCombination"].includes(kind) ? 3 : pillars.length,
          )
        }
      }),
    )
  })

  test("every pair that has a relation is told, alone or inside three", () => {
    fc.assert(
      fc.property(charts, (columns) => {
        const found = relationsOf(columns, all)
        columns.forEach((a, i) => {
          for (const b of columns.slice(i + 1)) {
            for (const kind of branchPairKinds(a.branch, b.branch)) {
              const holders = found.filter(({ pillars }) => pillars.includes(a.label) && pillars.includes(b.label))
              const whole = kind === "punishment" ? kind : "threeCombination"
              expect(holders.some((one) => one.kind === kind || (one.kind === whole && one.pillars.length === 3))).toBe(
                true,
              )
            }
          }
        })
      }),
    )
  })
})

describe("stems that combine and turn", () => {
  test("neighbours in a month of the element turn", () => {
    expect(transformed("丙子 戊戌 癸巳 甲寅")).toEqual([{ done: false, reason: "month_does_not_support" }])
    expect(transformed("丙子 戊午 癸巳 甲寅")).toEqual([{ done: true, reason: "month_supports" }])
  })

  test("pillars apart do not, whatever the month", () => {
    expect(transformed("戊午 甲午 癸巳 甲寅")).toEqual([{ done: false, reason: "not_adjacent" }])
  })

  test("a clash from beside breaks it, a clash from afar does not", () => {
    // 己甲 in an earth month, 庚 beside 甲; then two pillars away.
    expect(transformed("己未 甲戌 庚寅 丙子")).toEqual([{ done: false, reason: "broken_by_clash" }])
    expect(transformed("己未 甲戌 丙寅 庚寅")).toEqual([{ done: true, reason: "month_supports" }])
  })

  test("two who want the same partner hinder each other", () => {
    expect(transformed("甲戌 己未 甲子 丙寅")).toEqual([
      { done: false, reason: "broken_by_rival" },
      { done: false, reason: "broken_by_rival" },
    ])
  })

  test("the day stem turns only where nothing in the chart holds it", () => {
    // 甲己 of day and month in an earth month; then with another 甲, or wood, on the year, which is beside neither.
    expect(transformed("丙子 己未 甲戌 丙寅")).toEqual([{ done: true, reason: "month_supports" }])
    expect(transformed("丙子 丁未 甲戌 己巳")).toEqual([{ done: true, reason: "month_supports" }])
    expect(transformed("甲子 丁未 甲戌 己巳")).toEqual([
      { done: false, reason: "not_adjacent" },
      { done: false, reason: "broken_by_rival" },
    ])
    expect(transformed("乙亥 丁未 甲戌 己巳")).toEqual([{ done: false, reason: "broken_by_control" }])
    // The same of two other stems.
    expect(transformed("甲子 己未 丙戌 乙未")).toEqual([{ done: true, reason: "month_supports" }])
  })

  test("south of the equator the month's season is the opposite one", () => {
    expect(transformed("丙子 戊午 癸巳 甲寅", "south")).toEqual([{ done: false, reason: "month_does_not_support" }])
    expect(transformed("丙午 戊子 癸巳 甲寅", "south")).toEqual([{ done: true, reason: "month_supports" }])
  })

  test("only combinations of stems turn", () => {
    for (const { kind, transformed: turned } of relationsOf(columnsFrom("己巳 甲戌 戊辰 癸亥"), all)) {
      expect(turned === null).toBe(kind !== "stemCombination")
    }
  })
})

describe("relations with luck", () => {
  const natal = columnsFrom("甲寅 己巳 丙寅 乙未") as readonly Column<string>[]
  const luckColumn = (ganji: string): Column<string> => {
    const { stem, branch } = pillarFrom(ganji)
    return { label: "decade", stem, branch, natal: false }
  }
  const withLuck = (ganji: string) =>
    relationsOf([...natal, luckColumn(ganji)], usual).filter(({ pillars }) => pillars.includes("decade"))

  test("luck completes what the chart has begun, and has no distance", () => {
    const triples = withLuck("壬申").filter(({ pillars }) => pillars.length === 3)
    expect(triples.map(({ name, pillars, distance }) => [name.hangul, pillars.join("+"), distance])).toEqual([
      ["인사신삼형", "year+month+decade", null],
      ["인사신삼형", "month+day+decade", null],
    ])
  })

  test("luck stands beside every pillar: it combines with the year stem as with the hour's", () => {
    const turned = withLuck("庚辰").filter(({ kind }) => kind === "stemCombination")
    expect(turned.map(({ pillars, transformed: how }) => [pillars.join("+"), how?.reason])).toEqual([
      ["hour+decade", "month_does_not_support"],
    ])
    expect(withLuck("辛酉").find(({ kind }) => kind === "stemCombination")).toMatchObject({
      pillars: ["day", "decade"],
    })
  })

  test("what the chart has by itself is the same with luck beside it, apart from what luck completes", () => {
    const alone = relationsOf(natal, usual)
    const beside = relationsOf([...natal, luckColumn("甲子")], usual).filter(
      ({ pillars }) => !pillars.includes("decade"),
    )
    expect(beside.map(({ kind, pillars, distance }) => [kind, pillars, distance])).toEqual(
      alone.map(({ kind, pillars, distance }) => [kind, pillars, distance]),
    )
  })
})
