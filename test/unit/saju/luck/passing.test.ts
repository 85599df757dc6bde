import { isCubeError } from "cubular/contract"
import {
  chart,
  childLuck,
  type DayLuck,
  dayLuck,
  decadeLuck,
  hourLuck,
  type LuckPillar,
  monthLuck,
  pillars,
  type SajuChart,
  solarTerms,
  yearLuck,
} from "cubular/saju"
import { describe, expect, test } from "vitest"

const woman = chart({ date: "1990-05-01", time: "14:30", sex: "female", longitudeDeg: 126.978 })
const man = chart({ date: "1990-05-01", time: "14:30", sex: "male", longitudeDeg: 126.978 })
const nobody = chart({ date: "1990-05-01", time: "14:30" })
const hourless = chart({ date: "1990-05-01", time: null, sex: "female" })

const ganji = (list: readonly LuckPillar[]): string[] => list.map(({ pillar }) => pillar.ganji)
const iso = (ms: number | undefined): string => new Date(ms as number).toISOString()

/** Code and path of what a call throws. */
function refusal(call: () => unknown): unknown[] {
  try {
    call()
  } catch (error) {
    if (isCubeError(error)) return [error.code, ...error.path]
  }
  return []
}

describe("a luck pillar", () => {
  const [first] = decadeLuck(woman)

  test("is seen from the day stem, by tables that are told apart by hand", () => {
    // 丙 sees 己 (earth, the other polarity) as 상관, 卯 (乙) as 정인, and stands on 卯 in 목욕.
    expect(first).toMatchObject({
      pillar: { ganji: "己卯" },
      stemTenGod: { hangul: "상관" },
      branchTenGod: { hangul: "정인" },
      stage: { hangul: "목욕" },
      // By 午 (寅午戌) 卯 is the 년살, by 寅 as well.
      twelveStars: { byYear: { hangul: "년살" }, byDay: { hangul: "년살" } },
      // 丙寅 leaves out 戌亥, 庚午 too.
      isVoid: { byDay: false, byYear: false },
    })
    expect(decadeLuck(woman)[5]).toMatchObject({ pillar: { ganji: "甲戌" }, isVoid: { byDay: true, byYear: true } })
  })

  test("has only relations it takes part in, with the chart and what runs meanwhile", () => {
    const lists: [string, readonly LuckPillar[]][] = [
      ["decade", decadeLuck(woman)],
      ["luckYear", yearLuck(woman, { from: 2020, to: 2029 })],
      ["luckMonth", monthLuck(woman, 2026)],
      ["luckDay", dayLuck(woman, { from: "2026-11-01", to: "2026-11-30" })],
      ["luckHour", hourLuck(woman, "2026-11-21")],
      ["childLuck", childLuck(woman)],
    ]
    for (const [label, list] of lists) {
      const relations = list.flatMap((each) => each.relations)
      expect(relations.length).toBeGreaterThan(list.length)
      for (const relation of relations) expect(relation.pillars).toContain(label)
    }
    // 午 of 2026 harms 丑 of 丁丑, the decade from 2019.
    const [year] = yearLuck(woman, { from: 2026, to: 2026 })
    expect(year?.relations).toContainEqual(
      expect.objectContaining({ kind: "harm", pillars: ["decade", "luckYear"], characters: [1, 6], distance: null }),
    )
  })

  test("follows the schools of the chart and of the options", () => {
    const byYear = chart({ date: "1990-05-01", time: "14:30", sex: "female" }, { twelveStarsBase: "year" })
    expect(decadeLuck(byYear)[0]?.twelveStars).toMatchObject({ byYear: { hangul: "년살" }, byDay: null })
    // The day after has the yin stem 丁, whose stages turn with `stageYin`.
    const yin = chart({ date: "1990-05-02", time: "14:30", sex: "female" })
    const stage = (stageYin: "backward" | "withYang") => decadeLuck(yin, { stageYin })[0]?.stage.hangul
    expect([stage("backward"), stage("withYang")]).toEqual(["병", "목욕"])
    expect(refusal(() => decadeLuck(woman, { stageYin: "sideways" as "backward" }))).toEqual([
      "choice_unknown",
      "options",
      "stageYin",
    ])
  })
})

describe("decades", () => {
  test("carry the ages and dates of the chart", () => {
    const found = decadeLuck(woman)
    expect(found).toHaveLength(10)
    found.forEach(({ pillar, fromAge, fromYear, fromYearElapsed, startsAt }, at) => {
      expect({ ...pillar, fromAge, fromYear, fromYearElapsed, startsAt }).toEqual(woman.luck?.decades[at])
    })
  })

  test("need a sex", () => {
    expect(refusal(() => decadeLuck(nobody))).toEqual(["luck_needs_sex", "chart", "luck"])
  })
})

describe("years", () => {
  test("run from ipchun to ipchun without a break", () => {
    const found = yearLuck(woman, { from: 1984, to: 2043 })
    expect(found.map(({ pillar }) => pillar.index)).toEqual(Array.from({ length: 60 }, (_, at) => at))
    found.forEach(({ from, to, year }, at) => {
      expect(from).toBe(iso(solarTerms(year)[2]))
      expect(to).toBe(found[at + 1]?.from ?? iso(solarTerms(2044)[2]))
    })
    for (const { year, pillar } of found) {
      expect(pillars({ date: `${year}-07-01`, time: "12:00" }).year).toBe(pillar.index)
    }
  })

  test("say the age and the decade running when they begin", () => {
    const found = yearLuck(woman, { from: 1989, to: 2100 })
    const at = (year: number) => {
      const { age, decade } = found[year - 1989] ?? {}
      return [age?.elapsed, age?.counted, decade]
    }
    expect(at(1989)).toEqual([undefined, undefined, -1])
    expect(at(1990)).toEqual([0, 1, -1])
    expect(at(1998)).toEqual([8, 9, -1])
    // The first decade begins on 1999-01-22, before ipchun.
    expect(at(1999)).toEqual([9, 10, 0])
    expect(at(2008)).toEqual([18, 19, 0])
    expect(at(2009)).toEqual([19, 20, 1])
    expect(at(2098)).toEqual([108, 109, 9])
    expect(at(2099)).toEqual([109, 110, null])
    expect(yearLuck(nobody, { from: 2026, to: 2026 })[0]).toMatchObject({ decade: null, age: { elapsed: 36 } })
  })

  test("begin at the printed minute where the chart goes by it", () => {
    const printed = chart({ date: "1990-05-01", time: "14:30" }, { termPrecision: "kasiMinute" })
    expect(yearLuck(printed, { from: 2000, to: 2000 })[0]?.from).toBe("2000-02-04T12:40:00.000Z")
  })

  test("are refused where the range is none, too long or outside the years", () => {
    const ask = (from: unknown, to: unknown) =>
      refusal(() => yearLuck(woman, { from: from as number, to: to as number }))
    expect(ask(2026, 2025)).toEqual(["luck_range_reversed", "range", "to"])
    expect(ask(1900, 2100)).toEqual(["luck_range_too_long", "range"])
    expect(ask(1901, 2100)).toEqual([])
    expect(ask("2026", 2026)).toEqual(["year_out_of_range", "range", "from"])
    expect(ask(2026, 2026.5)).toEqual(["year_out_of_range", "range", "to"])
    expect(ask(Number.NaN, 2026)).toEqual(["year_out_of_range", "range", "from"])
    expect(refusal(() => yearLuck(woman, undefined as never))).toEqual(["luck_range_malformed", "range"])
  })
})

describe("months", () => {
  test("begin at the jeol of solarTerms, in UTC and on the clock of Korea", () => {
    for (const year of [1950, 2000, 2026, 2099]) {
      const found = monthLuck(woman, year)
      const terms = [...solarTerms(year).slice(2), ...solarTerms(year + 1)]
      expect(found.map(({ term }) => term)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 0])
      found.forEach(({ from, to, fromKst, toKst }, at) => {
        expect(from).toBe(iso(terms[2 * at]))
        expect(to).toBe(iso(terms[2 * at + 2]))
        expect(fromKst).toMatch(/\+09:00$/)
        expect([iso(Date.parse(fromKst)), iso(Date.parse(toKst))]).toEqual([from, to])
      })
    }
  })

  test("have the pillars of births in them", () => {
    for (const { from, to, pillar } of monthLuck(woman, 2026)) {
      const middle = iso((Date.parse(from) + Date.parse(to)) / 2)
      const born = pillars({ date: middle.slice(0, 10), time: middle.slice(11, 16), timeZone: "+00:00" })
      expect(born.month).toBe(pillar.index)
    }
    expect(ganji(monthLuck(woman, 2026))[0]).toBe("庚寅")
    expect(ganji(monthLuck(woman, 2026))[11]).toBe("辛丑")
  })

  test("are refused outside the years", () => {
    expect(refusal(() => monthLuck(woman, 3000))).toEqual(["year_out_of_range", "year"])
    expect(refusal(() => monthLuck(woman, undefined as never))).toEqual(["year_out_of_range", "year"])
    expect(monthLuck(woman, 2100)).toHaveLength(12)
    expect(monthLuck(woman, 1900)).toHaveLength(12)
  })
})

describe("days", () => {
  test("have the day pillar of each date", () => {
    const found = dayLuck(woman, { from: "2026-02-01", to: "2026-03-31" })
    expect(found).toHaveLength(59)
    for (const { date, pillar } of found) expect(pillars({ date, time: "12:00" }).day).toBe(pillar.index)
    expect([found[0]?.date, found[58]?.date]).toEqual(["2026-02-01", "2026-03-31"])
  })

  test("meet the month and year running at their noon", () => {
    // Ipchun of 2026 is on 4 February at 05:02 in Seoul: 丙午 begins. Until then 乙巳.
    const met = ({ relations }: DayLuck, label: string): number[] =>
      relations.filter(({ pillars }) => pillars.includes(label as never)).flatMap(({ characters }) => characters)
    const found = dayLuck(woman, { from: "2026-01-20", to: "2026-02-20" })
    const before = found.filter(({ date }) => date < "2026-02-04").flatMap((day) => met(day, "luckYear"))
    const after = found.filter(({ date }) => date >= "2026-02-04").flatMap((day) => met(day, "luckYear"))
    expect(before).toContain(5)
    expect(after).toContain(6)
    const years = (days: readonly DayLuck[]): Set<number | undefined> =>
      new Set(
        days.flatMap(({ relations }) =>
          relations
            .filter(({ kind, pillars }) => kind.startsWith("stem") && pillars.includes("luckYear"))
            .map(({ pillars, characters }) => characters[pillars.indexOf("luckYear")]),
        ),
      )
    expect(years(found.slice(0, 15))).toEqual(new Set([1]))
    expect(years(found.slice(15))).toEqual(new Set([2]))
  })

  test("are refused where the range is none or too long", () => {
    const ask = (from: unknown, to: unknown) =>
      refusal(() => dayLuck(woman, { from: from as string, to: to as string }))
    expect(ask("2026-01-01", "2027-02-04")).toEqual([])
    expect(ask("2026-01-01", "2027-02-05")).toEqual(["luck_range_too_long", "range"])
    expect(ask("2026-01-02", "2026-01-01")).toEqual(["luck_range_reversed", "range", "to"])
    expect(ask("2026-02-30", "2026-03-01")).toEqual(["date_part_out_of_range", "range", "from"])
    expect(ask("2026-02-01", 20260301)).toEqual(["date_malformed", "range", "to"])
    expect(ask("9999-02-01", "9999-02-02")).toEqual(["year_out_of_range", "range", "from"])
  })
})

describe("hours", () => {
  const by = (boundary: "split" | "jasi" | "midnight") =>
    hourLuck(chart({ date: "1990-05-01", time: "14:30", sex: "female" }, { boundary, clock: "wall" }), "2026-11-21")

  test("are those of births on that day by every school", () => {
    for (const boundary of ["split", "jasi", "midnight"] as const) {
      const found = by(boundary)
      expect(found).toHaveLength(boundary === "jasi" ? 12 : 13)
      for (const { from, pillar } of found) {
        const date = boundary === "jasi" && from === "23:00" ? "2026-11-20" : "2026-11-21"
        const born = pillars({ date, time: from, timeZone: "+09:00" }, { boundary, clock: "wall" })
        expect([born.hour, born.day]).toEqual([pillar.index, 35])
      }
    }
  })

  test("follow each other without a gap", () => {
    for (const boundary of ["split", "jasi", "midnight"] as const) {
      const found = by(boundary)
      expect(found.slice(1).map(({ from }) => from)).toEqual(found.slice(0, -1).map(({ to }) => to))
    }
    expect([by("split")[0]?.from, by("split")[12]?.to]).toEqual(["00:00", "00:00"])
    expect([by("jasi")[0]?.from, by("jasi")[11]?.to]).toEqual(["23:00", "23:00"])
    expect(by("split")[12]?.pillar.index).toBe((by("split")[0]?.pillar.index ?? 0) + 12)
    expect(by("midnight")[12]?.pillar).toEqual(by("midnight")[0]?.pillar)
  })

  test("are refused without a date", () => {
    expect(refusal(() => hourLuck(woman, "tomorrow"))).toEqual(["date_malformed", "date"])
  })
})

describe("childhood", () => {
  test("counts from the pillar next to the hour, the way the decades run, up to the first of them", () => {
    // 乙未 is the hour pillar; her first decade is at 9, his at 1 (4 days and 13 hours).
    expect(childLuck(woman).map(({ age, year }) => [age, year])).toEqual(
      Array.from({ length: 8 }, (_, at) => [at + 1, 1990 + at]),
    )
    expect(ganji(childLuck(woman)).slice(0, 3)).toEqual(["甲午", "癸巳", "壬辰"])
    expect(man.luck?.startAge).toBe(1)
    expect(childLuck(man)).toEqual([])
    const later = chart({ date: "1990-04-10", time: "14:30", sex: "male", longitudeDeg: 126.978 })
    expect(later.pillars.hour?.ganji).toBe("癸未")
    expect(ganji(childLuck(later)).slice(0, 2)).toEqual(["甲申", "乙酉"])
  })

  test("runs one way for everyone where asked", () => {
    expect(ganji(childLuck(woman, "forward")).slice(0, 2)).toEqual(["丙申", "丁酉"])
    expect(childLuck(woman, "backward")).toEqual(childLuck(woman))
    expect(refusal(() => childLuck(woman, "up" as "forward"))).toEqual(["choice_unknown", "direction"])
  })

  test("needs sex and hour", () => {
    expect(refusal(() => childLuck(nobody))).toEqual(["luck_needs_sex", "chart", "luck"])
    expect(refusal(() => childLuck(hourless))).toEqual(["luck_needs_hour", "chart", "pillars", "hour"])
  })
})

describe("charts handed in", () => {
  const calls: readonly ((given: SajuChart) => unknown)[] = [
    decadeLuck,
    childLuck,
    (given) => yearLuck(given, { from: 2026, to: 2026 }),
    (given) => monthLuck(given, 2026),
    (given) => dayLuck(given, { from: "2026-01-01", to: "2026-01-01" }),
    (given) => hourLuck(given, "2026-01-01"),
  ]

  test("answer the same after a round trip through JSON", () => {
    const again = JSON.parse(JSON.stringify(woman)) as SajuChart
    for (const call of calls) {
      const found = call(woman)
      expect(call(again)).toEqual(found)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    }
  })

  test("without an hour have decades and years, with the year of birth all the same", () => {
    expect(decadeLuck(hourless)).toHaveLength(10)
    expect(yearLuck(hourless, { from: 1990, to: 1990 })[0]?.age).toEqual({ elapsed: 0, counted: 1 })
    for (const date of ["1990-01-01", "1990-12-31"]) {
      const found = yearLuck(chart({ date, time: null }), { from: 1990, to: 1990 })
      expect(found[0]?.age).toEqual({ elapsed: 0, counted: 1 })
    }
  })

  test("are refused where a field throws", () => {
    const hostile = Object.defineProperty({ ...woman }, "luck", {
      get: () => {
        throw new TypeError("secret")
      },
    })
    for (const call of calls) expect(refusal(() => call(hostile))).toEqual(["input_unreadable", "chart"])
  })

  test("are refused with a place where they are none", () => {
    const broken = (change: (copy: { luck: object; details: object }) => void): SajuChart => {
      const copy = JSON.parse(JSON.stringify(woman))
      change(copy)
      return copy
    }
    const givens: [unknown, (string | number)[]][] = [
      [null, ["chart"]],
      [broken((copy) => Reflect.deleteProperty(copy, "luck")), ["chart", "luck"]],
      [broken(({ luck }) => Object.assign(luck, { direction: "up" })), ["chart", "luck", "direction"]],
      [broken(({ luck }) => Object.assign(luck, { startAge: 1e9 })), ["chart", "luck", "startAge"]],
      [broken(({ luck }) => Object.assign(luck, { decades: [] })), ["chart", "luck", "decades"]],
      [
        broken(({ luck }) => Object.assign((luck as { decades: object[] }).decades[3] ?? {}, { index: 60 })),
        ["chart", "luck", "decades", 3],
      ],
      [broken(({ details }) => Object.assign(details, { offsetSec: 1e308 })), ["chart", "details", "offsetSec"]],
      [
        broken(({ luck }) => Object.assign((luck as { decades: object[] }).decades[3] ?? {}, { fromYear: 1e300 })),
        ["chart", "luck", "decades", 3],
      ],
      [broken(({ luck }) => Object.assign(luck, { decades: new Array(10) })), ["chart", "luck", "decades", 0]],
      [
        broken(({ details }) => Object.assign((details as { options: object }).options, { boundary: "noon" })),
        ["chart", "details", "options", "boundary"],
      ],
    ]
    for (const [given, path] of givens) {
      for (const call of calls) {
        const [code, ...found] = refusal(() => call(given as SajuChart))
        expect(code).toBe("chart_malformed")
        expect(found).toEqual(path)
      }
    }
  })
})
