import { type Birth, chart, type SajuOptions, solarTerms } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { adversarialCharts, birthOf, randomCharts } from "../../../golden/saju/charts.ts"
import { daeun } from "../../../golden/saju/daeun.ts"

type Rule = NonNullable<SajuOptions["luckRule"]>

const DAY_MS = 86_400_000
const two = (value: number): string => String(value).padStart(2, "0")

const luckOf = (birth: Birth, options?: SajuOptions) => {
  const { luck } = chart(birth, options)
  if (luck === null) throw new Error("no luck")
  return luck
}

/** A birth at +00:00 this many days before the beginning of a jeol, to the second. */
function birthBefore(term: number, days: number, sex: "male" | "female"): Birth {
  const at = new Date(Math.round((term - days * DAY_MS) / 1000) * 1000).toISOString()
  return { date: at.slice(0, 10), time: at.slice(11, 19), timeZone: "+00:00", longitudeDeg: 0, sex }
}

describe("decades of golden births", () => {
  test.each(daeun.map((vector) => [vector.id, vector] as const))("%s", (_, vector) => {
    const { expect: expected } = vector
    const birth: Birth = {
      date: `${vector.year}-${two(vector.month)}-${two(vector.day)}`,
      time: `${two(vector.hour)}:${two(vector.minute)}`,
      timeZone: vector.zone,
      sex: vector.sex === "F" ? "female" : "male",
    }
    const luck = luckOf(birth, { clock: "wall" })
    expect(luck.direction).toBe(expected.forward ? "forward" : "backward")
    expect(Math.abs(luck.daysToTerm - expected.daysToTerm)).toBeLessThan(5e-4)
    expect(luck.decades.map(({ ganji }) => ganji)).toEqual(expected.pillars)
    expect(luck.startAge).toBe(expected.startAgeRemainder2Up)
    expect(luckOf(birth, { luckRule: "round" }).startAge).toBe(expected.startAgeRound)
    expect(luckOf(birth, { luckRule: "floor" }).startAge).toBe(expected.startAgeFloorMin1)
    const { years, months, days } = luck.startAgeExact
    const exact = years + months / 12 + days / 360
    expect(expected.startAgeExactYears - exact).toBeGreaterThan(-2e-4)
    expect(expected.startAgeExactYears - exact).toBeLessThan(1 / 360 + 2e-4)
  })
})

describe("the rule of the first age", () => {
  // 1990 is a yang year: a man's luck runs forward to gyeongchip, a woman's back to ipchun.
  const gyeongchip = Math.ceil((solarTerms(1990)[4] as number) / 1000) * 1000
  const ages = (days: number): Record<Rule, number> => {
    const age = (luckRule: Rule): number => luckOf(birthBefore(gyeongchip, days, "male"), { luckRule }).startAge
    return {
      remainder: age("remainder"),
      round: age("round"),
      floor: age("floor"),
      ceil: age("ceil"),
      exact: age("exact"),
    }
  }
  const second = 1 / 86_400

  // The term lies less than a second before the whole second that births are counted from.
  test.each<[string, number, Record<Rule, number>]>([
    ["a moment", second, { remainder: 1, round: 1, floor: 1, ceil: 1, exact: 0 }],
    ["a day", 1 + second, { remainder: 1, round: 1, floor: 1, ceil: 1, exact: 0 }],
    ["a day and a half", 1.5 + second, { remainder: 1, round: 1, floor: 1, ceil: 1, exact: 0 }],
    ["two days", 2 + second, { remainder: 1, round: 1, floor: 1, ceil: 1, exact: 0 }],
    ["three days", 3 + second, { remainder: 1, round: 1, floor: 1, ceil: 2, exact: 1 }],
    ["under three days", 3 - second, { remainder: 1, round: 1, floor: 1, ceil: 1, exact: 0 }],
    ["under four and a half", 4.5 - second, { remainder: 1, round: 1, floor: 1, ceil: 2, exact: 1 }],
    ["four days and a half", 4.5 + second, { remainder: 1, round: 2, floor: 1, ceil: 2, exact: 1 }],
    ["under five days", 5 - second, { remainder: 1, round: 2, floor: 1, ceil: 2, exact: 1 }],
    ["five days", 5 + second, { remainder: 2, round: 2, floor: 1, ceil: 2, exact: 1 }],
    ["twenty-six days", 26 + second, { remainder: 9, round: 9, floor: 8, ceil: 9, exact: 8 }],
    ["twenty-seven days", 27 + second, { remainder: 9, round: 9, floor: 9, ceil: 10, exact: 9 }],
  ])("after %s", (_, days, expected) => {
    expect(ages(days)).toEqual(expected)
  })

  test("with exactly three days by the printed minute is one year in every rule", () => {
    const printed = Math.floor((solarTerms(1990)[4] as number) / 60_000 + 0.5) * 60_000
    for (const luckRule of ["remainder", "round", "floor", "ceil", "exact"] as const) {
      const luck = luckOf(birthBefore(printed, 3, "male"), { luckRule, termPrecision: "kasiMinute" })
      expect(luck.daysToTerm).toBe(3)
      expect([luck.startAge, luck.startAgeExact]).toEqual([1, { years: 1, months: 0, days: 0 }])
    }
  })
})

describe("direction", () => {
  test("is forward for men of yang and women of yin years, backward for the others", () => {
    const way = (year: number, sex: "male" | "female"): string =>
      luckOf({ date: `${year}-05-01`, time: "12:00", sex }).direction
    expect([way(1990, "male"), way(1990, "female")]).toEqual(["forward", "backward"])
    expect([way(1991, "male"), way(1991, "female")]).toEqual(["backward", "forward"])
  })

  test("goes by the year of ipchun, also where the year pillar begins at dongji", () => {
    const birth: Birth = { date: "1990-01-10", time: "12:00", sex: "male" }
    expect(luckOf(birth).direction).toBe("backward")
    expect(luckOf(birth, { yearBoundary: "dongji" }).direction).toBe("backward")
  })

  test("counts to the next jeol or from the last one, never to a junggi between", () => {
    const terms = solarTerms(1990)
    const at = Date.UTC(1990, 4, 25, 5, 30)
    const birth: Birth = { date: "1990-05-25", time: "14:30", timeZone: "+09:00", sex: "male" }
    expect(luckOf(birth).daysToTerm).toBe(((terms[10] as number) - at) / DAY_MS)
    expect(luckOf({ ...birth, sex: "female" }).daysToTerm).toBe((at - (terms[8] as number)) / DAY_MS)
  })
})

describe("dates and ages of decades", () => {
  const luck = luckOf({ date: "1990-05-01", time: "14:30", sex: "female" })

  test("begin at the exact age after birth and every ten years from there", () => {
    // Cheongmyeong 1990-04-05 10:13 in Seoul: 26 days 4 h 17 min, so 8 years, 8 months and 21 days.
    expect(luck.startAgeExact).toEqual({ years: 8, months: 8, days: 21 })
    expect(luck.startsAt).toBe("1999-01-22T05:30:00.000Z")
    expect(luck.decades.map(({ startsAt }) => startsAt)).toEqual(
      Array.from({ length: 10 }, (_, at) => `${1999 + 10 * at}-01-22T05:30:00.000Z`),
    )
  })

  test("are counted by both conventions", () => {
    expect(luck.startAge).toBe(9)
    expect(luck.decades.map(({ fromAge }) => fromAge)).toEqual([9, 19, 29, 39, 49, 59, 69, 79, 89, 99])
    expect(luck.decades[0]).toMatchObject({ index: 15, ganji: "己卯", fromYear: 1998, fromYearElapsed: 1999 })
    expect(luck.decades[9]).toMatchObject({ index: 6, ganji: "庚午", fromYear: 2088, fromYearElapsed: 2089 })
  })

  test("take the last day of a month that is too short", () => {
    const births = Array.from({ length: 60 }, (_, at) => ({ date: "1991-08-31", time: `${two(at % 24)}:${two(at)}` }))
    for (const birth of births) {
      const { startAgeExact, startsAt } = luckOf({ ...birth, timeZone: "+00:00", sex: "female" })
      const months = 7 + startAgeExact.months
      const last = new Date(Date.UTC(1991 + startAgeExact.years, months + 1, 0)).getUTCDate()
      const day = Math.min(31, last) + startAgeExact.days
      const expected = Date.UTC(1991 + startAgeExact.years, months, day, Number(birth.time.slice(0, 2)))
      expect(startsAt.slice(0, 13)).toBe(new Date(expected).toISOString().slice(0, 13))
    }
  })

  test("are not there without a sex", () => {
    expect(chart({ date: "1990-05-01", time: "14:30" }).luck).toBeNull()
    expect(chart({ date: "1990-05-01", time: "14:30", sex: null }).luck).toBeNull()
  })
})

describe("luck of any birth", () => {
  const births = [...randomCharts, ...adversarialCharts].map(birthOf)

  test("a man's and a woman's ways to their terms make up the whole month", () => {
    for (const birth of births) {
      const [his, hers] = [luckOf({ ...birth, sex: "male" }), luckOf({ ...birth, sex: "female" })]
      expect(new Set([his.direction, hers.direction])).toEqual(new Set(["forward", "backward"]))
      const days = his.daysToTerm + hers.daysToTerm
      expect(days).toBeGreaterThan(29.3)
      expect(days).toBeLessThan(31.6)
      const { pillars } = chart(birth)
      const step = his.direction === "forward" ? 1 : 59
      for (let at = 0; at < 10; at++) {
        expect(his.decades[at]?.index).toBe((pillars.month.index + step * (at + 1)) % 60)
        expect(hers.decades[at]?.index).toBe((pillars.month.index + (60 - step) * (at + 1)) % 60)
      }
    }
  })

  test("decades begin where a calendar that does not know ours says", () => {
    for (const birth of births) {
      const { details, luck } = chart({ ...birth, sex: "male" })
      const wall = new Date(Date.parse(details.utc as string) + details.offsetSec * 1000)
      const { years = 0, months = 0, days = 0 } = luck?.startAgeExact ?? {}
      luck?.decades.forEach(({ startsAt }, at) => {
        const month = new Date(Date.UTC(wall.getUTCFullYear() + years + 10 * at, wall.getUTCMonth() + months + 1, 0))
        const day = new Date(wall)
        day.setUTCDate(1)
        day.setUTCFullYear(month.getUTCFullYear(), month.getUTCMonth(), 1)
        day.setUTCDate(Math.min(wall.getUTCDate(), month.getUTCDate()) + days)
        expect(startsAt).toBe(new Date(day.getTime() - details.offsetSec * 1000).toISOString())
      })
    }
  })
})

describe("the present", () => {
  const birth: Birth = { date: "1990-05-01", time: "14:30", sex: "female" }
  const at = (now: string) => {
    const { current, age } = luckOf(birth, { now })
    return [current, age?.elapsed, age?.counted]
  }

  test("gives nothing without now", () => {
    expect(luckOf(birth)).toMatchObject({ current: null, age: null })
  })

  test("decides the decade by the instant it begins", () => {
    expect(at("1999-01-22T05:29:59Z")).toEqual([-1, 8, 10])
    expect(at("1999-01-22T05:30:00Z")).toEqual([0, 8, 10])
    expect(at("1999-01-22T14:30+09:00")).toEqual([0, 8, 10])
    expect(at("2026-11-21T09:00:00Z")).toEqual([2, 36, 37])
    expect(at("2099-01-22T05:29:59.999Z")).toEqual([9, 108, 110])
    expect(at("2099-01-22T05:30:00Z")).toEqual([null, 108, 110])
  })

  test("counts elapsed years to the birthday in the zone of birth, counted ones from new year", () => {
    expect(at("2026-04-30T14:59:59Z")).toEqual([2, 35, 37])
    expect(at("2026-04-30T15:00:00Z")).toEqual([2, 36, 37])
    expect(at("2025-12-31T14:59:59Z")).toEqual([2, 35, 36])
    expect(at("2025-12-31T09:59:59-05:00")).toEqual([2, 35, 36])
    expect(at("2025-12-31T10:00:00-05:00")).toEqual([2, 35, 37])
    expect(at("1990-05-01T00:00:00Z")).toEqual([-1, 0, 1])
  })

  test("has no age before the day of birth", () => {
    expect(luckOf(birth, { now: "1990-04-30T14:59:59Z" })).toMatchObject({ current: -1, age: null })
    expect(luckOf(birth, { now: "0001-01-01T00:00:00Z" })).toMatchObject({ current: -1, age: null })
  })

  test("makes a leap day's child a year older on 1 March", () => {
    const leap: Birth = { date: "2000-02-29", time: "12:00", timeZone: "+00:00", sex: "male" }
    const age = (now: string) => luckOf(leap, { now }).age?.elapsed
    expect([age("2001-02-28T23:59:59Z"), age("2001-03-01T00:00:00Z")]).toEqual([0, 1])
    expect([age("2004-02-28T23:59:59Z"), age("2004-02-29T00:00:00Z")]).toEqual([3, 4])
  })
})

describe("luck of other charts", () => {
  test("the chart across a term has the luck of its own month, from that very term", () => {
    const birth: Birth = { date: "2000-02-04", time: "21:40", sex: "male" }
    const found = chart(birth, { clock: "wall" })
    // Before ipchun the year is yin and a man's luck runs backward; after it, forward.
    expect(found.luck).toMatchObject({ direction: "backward", decades: { 0: { ganji: "丙子" } } })
    expect(found.alternatives[0]?.luck).toMatchObject({ direction: "forward", decades: { 0: { ganji: "己卯" } } })
    const woman = chart({ ...birth, sex: "female" }, { clock: "wall" })
    expect(woman.luck).toMatchObject({ direction: "forward", startAgeExact: { years: 0, months: 0, days: 0 } })
    expect(woman.alternatives[0]?.luck).toMatchObject({ direction: "backward", daysToTerm: 0, startAge: 1 })
  })

  test("a clock set back moves it by an hour, five days of luck", () => {
    const found = chart({ date: "1987-10-11", time: "02:10", sex: "male" })
    const [here, there] = [found.luck, found.alternatives[0]?.luck]
    expect((there?.daysToTerm ?? 0) - (here?.daysToTerm ?? 0)).toBeCloseTo(1 / 24, 9)
  })

  test("an unknown hour has luck from noon and says what the day may hold", () => {
    const birth: Birth = { date: "1990-05-01", time: null, sex: "female" }
    const noon = chart({ ...birth, time: "12:00" })
    const found = chart(birth)
    expect(found.luck).toEqual(noon.luck)
    expect(found.details.warnings).toContainEqual({
      code: "luck_from_noon",
      params: { first: 8, last: 9, direction: "backward" },
    })
    const atTerm = chart({ date: "1990-05-06", time: null, sex: "male" })
    expect(atTerm.details.warnings).toContainEqual({
      code: "luck_from_noon",
      params: { first: 1, last: 10, direction: "forward" },
    })
    const acrossYears = chart({ date: "1990-02-04", time: null, sex: "female" })
    expect(acrossYears.details.warnings).toContainEqual({
      code: "luck_from_noon",
      params: { first: 1, last: 1, direction: "either" },
    })
    expect(chart({ date: "1990-05-01", time: null }).details.warnings).toEqual([{ code: "hour_unknown", params: {} }])
  })
})
