import { isCubeError } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { scoreParts } from "../../../../cubes/saju/engine/compatibility/parts.ts"
import { profileOf } from "../../../../cubes/saju/engine/compatibility/profile.ts"
import { scoreOf, wholePoints } from "../../../../cubes/saju/engine/compatibility/score.ts"
import { SCHOOLS, scoreTables } from "../../../../cubes/saju/engine/compatibility/score-tables.ts"
import { AREAS, readWeights } from "../../../../cubes/saju/engine/compatibility/weights.ts"

const tables = scoreTables()
const STEMS = "甲乙丙丁戊己庚辛壬癸"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

const stems = (pair: string): number | undefined =>
  tables.dayStems[10 * STEMS.indexOf(pair.charAt(0)) + STEMS.indexOf(pair.charAt(1))]
const branches = (pair: string, of = tables): number | undefined =>
  of.branches[12 * BRANCHES.indexOf(pair.charAt(0)) + BRANCHES.indexOf(pair.charAt(1))]

const ganji = fc.integer({ min: 0, max: 59 })
const person = fc.tuple(ganji, ganji, ganji, fc.integer({ min: -1, max: 59 }), fc.integer({ min: -1, max: 4 }))

describe("points of a pair", () => {
  test("of day stems: combination, generation, the same element, control, clash, and one yin with one yang", () => {
    const pairs = "甲己 甲丁 甲丙 甲乙 甲甲 乙戊 甲戊 甲庚".split(" ")
    expect(pairs.map(stems)).toEqual([100, 80, 70, 60, 50, 40, 30, 20])
  })

  test("of branches: every kind alone, and those that come together", () => {
    const alone = "子丑 申子 申辰 子子 子寅 卯酉 寅酉 子卯 辰辰 申亥 卯午 寅未".split(" ")
    expect(alone.map((pair) => branches(pair))).toEqual([100, 85, 70, 60, 50, 15, 30, 35, 35, 35, 40, 40])
    const together = "寅亥 巳申 戌未 寅申 丑未 子未 丑午 卯申 子酉 寅巳".split(" ")
    expect(together.map((pair) => branches(pair))).toEqual([90, 75, 25, 0, 0, 15, 5, 20, 30, 20])
  })

  test("of branches follow the schools of combinations", () => {
    const noArch = scoreTables(undefined, { ...SCHOOLS, archCombinations: false })
    const hidden = scoreTables(undefined, { ...SCHOOLS, hiddenCombinations: true })
    expect([branches("申辰", noArch), branches("丑寅", hidden), branches("卯申", hidden)]).toEqual([50, 55, 25])
  })

  test("is 0 to 100 and the same from either side", () => {
    for (const [table, side] of [
      [tables.dayStems, 10],
      [tables.branches, 12],
      [tables.years, 60],
    ] as const) {
      expect(table).toHaveLength(side * side)
      for (const [at, points] of table.entries()) {
        expect(points).toBeLessThanOrEqual(100)
        expect(points).toBe(table[(at % side) * side + Math.floor(at / side)])
      }
    }
  })
})

describe("score", () => {
  test("of two who combine in stems and branches, added up by hand", () => {
    // 甲子 丙寅 甲子 甲子, fire useful; 己丑 丁丑 己丑, water useful.
    const [a, b] = [
      [0, 2, 0, 0, 1],
      [25, 13, 25, -1, 4],
    ] as const
    const parts = scoreParts(profileOf(a, tables), profileOf(b, tables), readWeights(undefined), SCHOOLS)
    expect(parts.map(({ points }) => points)).toEqual([2000, 2500, 1600, 500, 800, 600])
    expect(scoreOf(a, b, tables)).toBe(8000)
    expect(parts[2]?.facts).toEqual([
      { fact: "elements.base", points: 1125, side: null },
      { fact: "elements.complement", points: 75, side: "a" },
      { fact: "elements.usefulGod", points: 300, side: "b" },
      { fact: "elements.complement", points: 225, side: "b" },
      { fact: "elements.harmful", points: -125, side: null },
    ])
    expect(parts[4]?.facts).toEqual([
      { fact: "yearBranches.base", points: 500, side: null },
      { fact: "yearBranches.sixCombination", points: 400, side: null },
      { fact: "yearBranches.nayinControl", points: -100, side: null },
    ])
  })

  test("of two who clash in stems and branches, added up by hand", () => {
    // 庚午 戊寅 庚申 without a useful god; 甲子 壬申 甲寅, metal useful.
    const [a, b] = [
      [6, 14, 56, -1, -1],
      [0, 8, 50, -1, 3],
    ] as const
    const parts = scoreParts(profileOf(a, tables), profileOf(b, tables), readWeights(undefined), SCHOOLS)
    expect(parts.map(({ points }) => points)).toEqual([400, 0, 1650, 0, 320, 360])
    expect(parts[5]?.facts.at(-1)).toEqual({ fact: "stars.hongyeom", points: 60, side: "b" })
    expect(scoreOf(a, b, tables)).toBe(2730)
  })

  test("rounds half a point up", () => {
    expect([0, 49, 50, 4949, 4950, 10_000].map(wholePoints)).toEqual([0, 0, 1, 49, 50, 100])
  })

  test("is 0 to 10000 and the same whoever comes first", () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const score = scoreOf(a, b, tables)
        expect(Number.isInteger(score)).toBe(true)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(10_000)
        expect(scoreOf(b, a, tables)).toBe(score)
      }),
      { numRuns: 2000 },
    )
  })

  test("is what its facts add up to, whatever the weights and schools", () => {
    const weight = fc.integer({ min: 0, max: 1000 })
    const weights = fc.record({
      dayStems: weight,
      dayBranches: weight,
      elements: weight,
      monthBranches: weight,
      yearBranches: weight,
      stars: fc.integer({ min: 1, max: 1000 }),
    })
    const schools = fc.record({
      nobleOfGeng: fc.constantFrom("chouWei" as const, "yinWu" as const),
      hongyeomOfEul: fc.constantFrom("wu" as const, "shen" as const),
      archCombinations: fc.boolean(),
      hiddenCombinations: fc.boolean(),
    })
    fc.assert(
      fc.property(person, person, weights, schools, (a, b, weights, schools) => {
        const own = scoreTables(weights, schools)
        const parts = scoreParts(profileOf(a, own), profileOf(b, own), weights, schools)
        const sum = parts.reduce((sum, { points }) => sum + points, 0)
        const most = AREAS.reduce((sum, area) => sum + weights[area], 0)
        expect(scoreOf(a, b, own)).toBe(Math.floor((100 * sum) / most))
        for (const { points, weight, facts } of parts) {
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(100 * weight)
          expect(facts.reduce((sum, { points }) => sum + points, 0)).toBe(points)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test("of what is no person, or no tables, is refused", () => {
    const fine = [0, 2, 0, 0, 1]
    const refused = (act: () => unknown) => {
      try {
        return act()
      } catch (error) {
        return isCubeError(error) ? `${error.code} ${error.path.join(".")}` : error
      }
    }
    const nobody: unknown[] = [
      undefined,
      null,
      [],
      "abcde",
      [Number.NaN, 2, 0, 0, 1],
      [60, 2, 0, 0, 1],
      [0, -1, 0, 0, 1],
      [0, 2, 0, 0, 5],
    ]
    for (const bad of nobody) {
      expect(refused(() => scoreOf(bad as never, fine, tables))).toBe("score_person_malformed a")
      expect(refused(() => scoreOf(fine, bad as never, tables))).toBe("score_person_malformed b")
    }
    for (const bad of [undefined, null, {}, { ...tables, weightSum: Number.NaN }]) {
      expect(refused(() => scoreOf(fine, fine, bad as never))).toBe("score_tables_malformed tables")
    }
    expect(refused(() => scoreTables({}, null as never))).toBe("options_malformed schools")
    expect(refused(() => scoreTables({}, { ...SCHOOLS, nobleOfGeng: "x" } as never))).toBe(
      "choice_unknown schools.nobleOfGeng",
    )
  })

  test("of one area alone is the share of that area", () => {
    const none = { dayStems: 0, dayBranches: 0, elements: 0, monthBranches: 0, yearBranches: 0, stars: 0 }
    const stemsOnly = scoreTables({ ...none, dayStems: 7 })
    expect(scoreOf([0, 2, 0, 0, 1], [25, 13, 25, -1, 4], stemsOnly)).toBe(10_000)
    expect(scoreOf([6, 14, 56, -1, -1], [0, 8, 50, -1, 3], stemsOnly)).toBe(2000)
  })
})
