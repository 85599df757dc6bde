import { isCubeError } from "cubular/contract"
import { type Analysis, type AnalysisOptions, analyze, chart, compatibility, scoreOf, scoreTables } from "cubular/saju"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

const of = (date: string, time: string | null, options?: AnalysisOptions): Analysis =>
  analyze(chart({ date, time }), options)

/** 庚午 庚辰 丙寅 乙未 and 戊辰 甲寅 乙未 庚辰. */
const spring = of("1990-05-01", "14:30")
const winter = of("1988-02-10", "09:20")

const day = fc
  .integer({ min: -20_000, max: 30_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const time = fc.option(fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:10`))
const someone: fc.Arbitrary<Analysis> = fc.tuple(day, time).map(([date, time]) => of(date, time))

const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return isCubeError(error) ? `${error.code} ${error.path.join(".")}` : `${error}`
  }
  return "nothing refused"
}

describe("facts of a pair read by hand", () => {
  const found = compatibility(spring, winter, { sexA: "female", sexB: "male" })

  test("every relation between stems and branches, named", () => {
    expect(found.relations.map(({ a, b, name, element }) => `${a} ${b} ${name.hangul} ${element}`)).toEqual([
      "year month 갑경충 null",
      "year month 인오반합 fire",
      "year day 을경합 metal",
      "year day 오미육합 fire",
      "month year 진진자형 null",
      "month month 갑경충 null",
      "month day 을경합 metal",
      "month hour 진진자형 null",
      "day day 인미귀문관 null",
      "day hour 병경극 null",
      "hour year 을무극 null",
      "hour month 인미귀문관 null",
      "hour hour 을경합 metal",
    ])
    expect(found.relations[3]).toMatchObject({ kind: "sixCombination", part: "branch", characters: [6, 7] })
  })

  test("day stems with the ten god each is to the other, day branches, animals, nayin", () => {
    expect(found.dayStems).toMatchObject({ kinds: [], element: "bGenerates" })
    expect([found.dayStems.ofB.hangul, found.dayStems.ofA.hangul]).toEqual(["정인", "상관"])
    expect(found.dayBranches).toEqual(["ghostGate"])
    expect(found.animals).toEqual([])
    expect([found.nayin.a.hangul, found.nayin.b.hangul, found.nayin.element]).toEqual(["노방토", "대림목", "bControls"])
  })

  test("elements: what one lacks and the other has, and whose useful god is in whom", () => {
    expect(found.elements).toEqual({
      a: [2, 2, 2, 2, 0],
      b: [3, 0, 4, 1, 0],
      complement: [{ side: "b", element: "fire", useful: false }],
    })
    const { a, b, element, aFromB, bFromA } = found.usefulGods
    expect([a, b]).toEqual([spring.usefulGod?.roles.useful, winter.usefulGod?.roles.useful])
    expect([a, b, element, aFromB, bFromA]).toEqual(["wood", "earth", "aControls", 3, 2])
  })

  test("spouse star and palace: officer of a woman, wealth of a man", () => {
    expect(found.spouse.a).toMatchObject({ star: "officer", shown: 0, hidden: 1, partner: false })
    expect(found.spouse.a?.palace).toMatchObject({ branch: 2, isVoid: false, kinds: ["halfCombination", "ghostGate"] })
    expect(found.spouse.b).toMatchObject({ star: "wealth", shown: 4, hidden: 1, partner: false })
    expect(compatibility(spring, winter).spouse).toEqual({ a: null, b: null })
    // 丙 wants 庚辛 as a man: the wife whose day stem is 辛.
    const metal = of("1970-01-01", "12:00")
    expect(metal.dayStem).toBe(7)
    expect(compatibility(spring, metal, { sexA: "male" }).spouse.a?.partner).toBe(true)
  })

  test("stars of one on branches of the other, with what they are counted from", () => {
    const stars = found.stars.map(({ of, base, star, pillar }) => `${of} ${base} ${star.hangul} ${pillar}`)
    expect(stars).toEqual(["a dayStem 홍염살 month", "b dayStem 홍염살 year"])
    // 辛巳 day of a 己酉 year, 丙子 month, 甲午 hour: 寅午 are the nobles of 辛, 午 its peach blossom by 酉 and by 巳.
    const others = compatibility(of("1970-01-01", "12:00"), spring).stars
    expect(others.map(({ of, base, id, pillar }) => `${of} ${base} ${id} ${pillar}`)).toEqual([
      "a dayStem cheoneulGwiin year",
      "a dayStem cheoneulGwiin day",
      "a yearBranch dohwa year",
      "a dayBranch dohwa year",
      "b dayStem cheoneulGwiin year",
    ])
  })

  test("a score whose every point has its fact", () => {
    expect(found.score).toMatchObject({ total: 55, hundredths: 5495 })
    expect(found.score.parts.map(({ points }) => points)).toEqual([1600, 1000, 1575, 500, 400, 420])
    expect(found.score.parts[2]?.facts).toEqual([
      { fact: "elements.base", points: 1125, side: null },
      { fact: "elements.usefulGod", points: 300, side: "a" },
      { fact: "elements.usefulGod", points: 200, side: "b" },
      { fact: "elements.complement", points: 75, side: "b" },
      { fact: "elements.harmful", points: -125, side: null },
    ])
  })

  test("an unknown hour leaves its relations out and counts six characters", () => {
    const noHour = of("1990-05-01", null)
    const { relations, elements } = compatibility(noHour, winter)
    expect(relations.filter(({ a }) => a === "hour")).toEqual([])
    expect(relations).toHaveLength(10)
    expect(elements.a).toEqual([1, 2, 1, 2, 0])
    expect(elements.a.reduce((sum, count) => sum + count)).toBe(6)
  })
})

describe("laws", () => {
  const swap = { a: "b", b: "a" } as const
  const mirror = {
    same: "same",
    aGenerates: "bGenerates",
    bGenerates: "aGenerates",
    aControls: "bControls",
    bControls: "aControls",
  } as const

  test("seen from the other side everything is mirrored and the score is the same", () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const [one, two] = [
          compatibility(a, b, { sexA: "male", sexB: "female" }),
          compatibility(b, a, { sexA: "female", sexB: "male" }),
        ]
        expect([two.score.total, two.score.hundredths]).toEqual([one.score.total, one.score.hundredths])
        expect(two.score.parts.map(({ points }) => points)).toEqual(one.score.parts.map(({ points }) => points))
        const turned = two.relations.map(({ a, b, characters: [c, d], ...rest }) => ({
          ...rest,
          a: b,
          b: a,
          characters: [d, c],
        }))
        expect(turned).toHaveLength(one.relations.length)
        expect(one.relations).toEqual(expect.arrayContaining(turned))
        expect([two.animals, two.dayBranches]).toEqual([one.animals, one.dayBranches])
        expect([two.dayStems.ofA, two.dayStems.ofB]).toEqual([one.dayStems.ofB, one.dayStems.ofA])
        expect(two.dayStems.element).toBe(mirror[one.dayStems.element])
        expect(two.nayin).toEqual({ a: one.nayin.b, b: one.nayin.a, element: mirror[one.nayin.element] })
        expect(two.spouse).toEqual({ a: one.spouse.b, b: one.spouse.a })
        expect(new Set(two.stars)).toEqual(new Set(one.stars.map((star) => ({ ...star, of: swap[star.of] }))))
        const complement = one.elements.complement.map((each) => ({ ...each, side: swap[each.side] }))
        expect(new Set(two.elements.complement)).toEqual(new Set(complement))
        expect([two.usefulGods.aFromB, two.usefulGods.bFromA]).toEqual([one.usefulGods.bFromA, one.usefulGods.aFromB])
      }),
      { numRuns: 150 },
    )
  })

  test("the score is that of the bare numbers, and its facts add up to it", () => {
    const tables = scoreTables()
    const elements = ["wood", "fire", "earth", "metal", "water"]
    const numbers = ({ pillars: { year, month, day, hour }, usefulGod }: Analysis): number[] => [
      year.pillar.index,
      month.pillar.index,
      day.pillar.index,
      hour?.pillar.index ?? -1,
      elements.indexOf(usefulGod?.roles.useful ?? ""),
    ]
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const { total, hundredths, parts } = compatibility(a, b).score
        expect(hundredths).toBe(scoreOf(numbers(a), numbers(b), tables))
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(hundredths)
        expect(total).toBe(Math.round(hundredths / 100))
        for (const { points, facts } of parts) {
          expect(facts.reduce((sum, { points }) => sum + points, 0)).toBe(points)
        }
      }),
      { numRuns: 150 },
    )
  })

  test("every kind that two characters can have occurs, hidden combinations on request", () => {
    const people = Array.from({ length: 60 }, (_, at) =>
      of(`${1930 + at}-${String((at % 12) + 1).padStart(2, "0")}-15`, `${String((at * 7) % 24).padStart(2, "0")}:30`, {
        hiddenCombinations: true,
      }),
    )
    const kinds = new Set<string>()
    for (const [at, a] of people.entries()) {
      for (const { kind } of compatibility(a, people[59 - at]!).relations) kinds.add(kind)
    }
    expect([...kinds].sort()).toEqual([
      "archCombination",
      "clash",
      "destruction",
      "ghostGate",
      "halfCombination",
      "harm",
      "hiddenCombination",
      "punishment",
      "resentment",
      "selfPunishment",
      "sixCombination",
      "stemClash",
      "stemCombination",
      "stemControl",
    ])
  })
})

describe("schools", () => {
  test("of the analyses are followed in facts and in the score", () => {
    // 庚 (day of a 1990-05-05 birth) has its nobles at 丑未, by the other list at 寅午.
    const [mine, theirs] = (["chouWei", "yinWu"] as const).map((nobleOfGeng) => {
      const options = { nobleOfGeng }
      return compatibility(of("1990-05-05", "14:30", options), of("1990-05-01", "14:30", options))
    })
    const nobles = (found: typeof mine) =>
      found?.stars.filter(({ of, id }) => of === "a" && id === "cheoneulGwiin").map(({ pillar }) => pillar)
    expect([nobles(mine), nobles(theirs)]).toEqual([["hour"], ["year", "day"]])
    const points = (found: typeof mine) =>
      found?.score.parts[5]?.facts.find(({ fact, side }) => fact === "stars.cheoneulGwiin" && side === "a")?.points
    expect([points(mine), points(theirs)]).toEqual([150, 200])
    expect(theirs?.options.nobleOfGeng).toBe("yinWu")
  })

  test("that differ between the two are refused", () => {
    const other = of("1988-02-10", "09:20", { archCombinations: false })
    expect(refusal(() => compatibility(spring, other))).toBe("compatibility_schools_differ b.options.archCombinations")
  })
})

describe("options", () => {
  test("weights are proportions; those not named keep their default", () => {
    const none = { dayStems: 0, dayBranches: 0, elements: 0, monthBranches: 0, yearBranches: 0, stars: 0 }
    const { score, options } = compatibility(spring, winter, { weights: { ...none, dayStems: 3 } })
    expect([score.total, score.hundredths]).toEqual([80, 8000])
    expect(options.weights).toEqual({ ...none, dayStems: 3 })
    const doubled = { dayStems: 40, dayBranches: 50, elements: 50, monthBranches: 20, yearBranches: 20, stars: 20 }
    expect(compatibility(spring, winter, { weights: doubled }).score.hundredths).toBe(5495)
    expect(compatibility(spring, winter, { weights: { stars: 0 } }).options.weights).toMatchObject({
      dayStems: 20,
      stars: 0,
    })
  })

  test("that make no sense are refused with a code and the place", () => {
    const none = { dayStems: 0, dayBranches: 0, elements: 0, monthBranches: 0, yearBranches: 0, stars: 0 }
    const weighed = (weights: unknown) => refusal(() => compatibility(spring, winter, { weights } as never))
    for (const bad of [Number.NaN, -1, 0.5, 1001, Number.POSITIVE_INFINITY, "20", null]) {
      expect(weighed({ stars: bad })).toBe("weight_out_of_range options.weights.stars")
    }
    expect(weighed(none)).toBe("weights_all_zero options.weights")
    expect(weighed({ animals: 10 })).toBe("field_unknown options.weights.animals")
    expect(weighed([1])).toBe("weights_malformed options.weights")
    expect(weighed(null)).toBe("weights_malformed options.weights")
    const given = (options: unknown) => refusal(() => compatibility(spring, winter, options as never))
    expect(given(null)).toBe("options_malformed options")
    expect(given({ sex: "male" })).toBe("field_unknown options.sex")
    expect(given({ sexB: "m" })).toBe("choice_unknown options.sexB")
  })
})

test("what is no analysis is refused, whichever side it is on", () => {
  const notOne = [undefined, null, {}, chart({ date: "1990-05-01", time: "14:30" }), { ...spring, dayStem: 3 }]
  for (const bad of notOne) {
    expect(refusal(() => compatibility(bad as never, winter))).toMatch(/^analysis_malformed a/)
    expect(refusal(() => compatibility(winter, bad as never))).toMatch(/^analysis_malformed b/)
  }
})

describe("an analysis that was changed", () => {
  const changed = (change: (analysis: ReturnType<typeof JSON.parse>) => void): Analysis => {
    const copy = JSON.parse(JSON.stringify(spring))
    change(copy)
    return copy
  }

  test("is refused where its ganji, useful god or schools contradict themselves", () => {
    const refused = (change: Parameters<typeof changed>[0]) => refusal(() => compatibility(winter, changed(change)))
    expect(refused((x) => (x.pillars.year.pillar.branch = 13))).toBe("analysis_malformed b.pillars.year.pillar.branch")
    expect(refused((x) => (x.pillars.day.pillar.branch = 0))).toBe("analysis_malformed b.pillars.day.pillar.branch")
    expect(refused((x) => (x.pillars.month = null))).toBe("analysis_malformed b.pillars.month")
    expect(refused((x) => (x.usefulGod.roles.useful = "air"))).toBe("analysis_malformed b.usefulGod.roles.useful")
    expect(refused((x) => (x.options.archCombinations = "x".repeat(200_000)))).toBe(
      "analysis_malformed b.options.archCombinations",
    )
    expect(refused((x) => delete x.options)).toBe("analysis_malformed b.options")
  })

  test("counts by its ganji alone where the rest of it was changed", () => {
    const found = compatibility(spring, winter, { sexA: "female", sexB: "male" })
    const damages: Parameters<typeof changed>[0][] = [
      (x) => (x.relations = [null]),
      (x) => (x.pillars.year.hiddenStems = [{}]),
      (x) => (x.pillars.day.branchTenGod = { index: 99 }),
      (x) => (x.elements.characters = [9, 9, 9, 9, 9]),
    ]
    for (const damage of damages) {
      expect(compatibility(changed(damage), winter, { sexA: "female", sexB: "male" })).toEqual(found)
    }
  })

  test("a field that throws is refused", () => {
    const hostile = changed((x) =>
      Object.defineProperty(x, "options", {
        get: () => {
          throw new Error("secret")
        },
      }),
    )
    expect(refusal(() => compatibility(hostile, winter))).toBe("input_unreadable a")
    const weights = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("secret")
        },
      },
    )
    expect(refusal(() => compatibility(spring, winter, { weights }))).toBe("input_unreadable options.weights")
    expect(refusal(() => scoreTables(weights))).toBe("input_unreadable options.weights")
  })
})
