import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type StarGroup, starEntries } from "../../../../cubes/saju/engine/analysis/star-lists.ts"
import {
  branchStarTargets,
  type StarOptions,
  starNamed,
  starsOf,
  starTargets,
  twelveStarOf,
} from "../../../../cubes/saju/engine/analysis/stars.ts"
import type { StarHit } from "../../../../cubes/saju/engine/analysis/types.ts"
import { pillarOf } from "../../../../cubes/saju/engine/names.ts"
import { tables } from "../../../golden/saju/tables.ts"
import { columnsFrom } from "./columns.ts"

/** Names in the table that are not those of the star. */
const TABLE_NAMES: { readonly [hangul: string]: string } = { 도화: "도화(년살)", 양인: "양인(록 다음)" }
const BRANCHES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const STEMS = BRANCHES.slice(0, 10)

const starsIn = (group: StarGroup): string[] =>
  starEntries()
    .filter((entry) => entry.group === group)
    .map(({ id }) => id)

/** What a star marks, as characters in the order the tables have them in. */
const marked = (id: string, from: readonly number[], options: StarOptions = {}): string[] =>
  from.map((at) => {
    const { stems, branches } = starTargets(id, at, options)
    return (
      stems.map((stem) => tables.stems.charAt(stem)).join("") +
      branches.map((one) => tables.branches.charAt(one)).join("")
    )
  })

/** Every hit of one star: "base part pillars variant". */
function hits(id: string, chart: string, options: StarOptions = {}): string[] {
  const found = starsOf(columnsFrom(chart), options).filter((hit) => hit.id === id)
  return found.map(({ base, part, pillars, variant }) => `${base} ${part} ${pillars.join("+")} ${variant}`)
}

/** Every star of a chart with the pillars it marks, in the order of the lists. */
const wholeChart = (chart: string): string[] =>
  starsOf(columnsFrom(chart)).map(({ star, pillars }) => `${star.hangul} ${pillars.join("+")}`)

/** A chart whose four pillars are this ganji by day and 甲子 elsewhere. */
const onDay = (ganji: string): string => `甲子 甲子 ${ganji} 甲子`

const charts = fc
  .array(fc.nat(59), { minLength: 3, maxLength: 4 })
  .map((indexes) => indexes.map((index) => pillarOf(index).ganji).join(" "))

describe("lists of stars", () => {
  const groups = [
    ["stem", STEMS, tables.byDayStem],
    ["month", BRANCHES, tables.byMonthBranch],
    ["branch", BRANCHES, tables.byYearOrDayBranch],
    ["year", BRANCHES, tables.byYearBranch],
  ] as const
  for (const [group, from, table] of groups) {
    const lists: { readonly [hangul: string]: readonly string[] } = table
    for (const id of starsIn(group)) {
      const { hangul } = starNamed(id)
      test(`${id} marks what the table says in every cell`, () => {
        const list = lists[TABLE_NAMES[hangul] ?? hangul]
        expect(marked(id, from)).toEqual(list)
      })
    }
    test(`no list by ${group} is missing`, () => {
      const variants = group === "stem" ? 1 : 0
      expect(starsIn(group)).toHaveLength(Object.keys(table).length - variants)
    })
  }

  test("the blade has two lists in the tables, and the strict one is that of yang stems", () => {
    const peak = tables.byDayStem["양인(제왕)"]
    expect(marked("yangin", STEMS, { blade: "peak" })).toEqual(peak)
    expect(marked("yangin", STEMS, { blade: "yangOnly" })).toEqual(
      peak.map((mark, stem) => (stem % 2 === 0 ? mark : "")),
    )
  })

  for (const [hangul, list] of Object.entries(tables.byPillar)) {
    test(`${hangul} is exactly the ganji of the table`, () => {
      const id = starEntries().find(({ star }) => star.hangul === hangul)?.id ?? ""
      const found = Array.from({ length: 60 }, (_, index) => pillarOf(index).ganji).filter((ganji) =>
        hits(id, onDay(ganji)).some((hit) => hit.includes("day")),
      )
      expect(new Set(found)).toEqual(new Set(list))
    })
  }

  test("학당귀인 is where the stem is born, 건록 where it has its office, 비인 what clashes with the blade", () => {
    for (const stem of STEMS) {
      expect(branchStarTargets("hakdangGwiin", stem)).toEqual([tables.stage[stem]?.indexOf(0)])
      expect(branchStarTargets("geollok", stem)).toEqual([tables.stage[stem]?.indexOf(3)])
      expect(branchStarTargets("biin", stem)).toEqual(branchStarTargets("yangin", stem).map((one) => (one + 6) % 12))
    }
  })

  test("암록 is the branch that combines with 건록, 천희 faces 홍란", () => {
    for (const stem of STEMS) {
      expect(branchStarTargets("amnok", stem)).toEqual(branchStarTargets("geollok", stem).map((one) => (13 - one) % 12))
    }
    for (const branch of BRANCHES) {
      expect(branchStarTargets("cheonhui", branch)).toEqual(
        branchStarTargets("hongnan", branch).map((one) => (one + 6) % 12),
      )
    }
  })

  test("천덕합 and 월덕합 are what combines with 천덕 and 월덕", () => {
    for (const [virtue, combined] of [
      ["cheondeokGwiin", "cheondeokhap"],
      ["woldeokGwiin", "woldeokhap"],
    ] as const) {
      for (const branch of BRANCHES) {
        const { stems, branches } = starTargets(virtue, branch)
        expect(starTargets(combined, branch)).toEqual({
          stems: stems.map((stem) => (stem + 5) % 10),
          branches: branches.map((one) => (13 - one) % 12),
        })
      }
    }
  })

  test("급각 goes by the season of the month", () => {
    const seasons = ["亥子", "卯未", "寅戌", "丑辰"]
    const spring = 2
    for (const branch of BRANCHES) {
      const season = seasons[Math.floor(((branch + 12 - spring) % 12) / 3)] ?? ""
      expect(
        branchStarTargets("geupgak", branch)
          .map((one) => tables.branches.charAt(one))
          .join(""),
      ).toBe(season)
    }
  })

  test("a star that is not looked up from one character marks nothing by itself", () => {
    expect(branchStarTargets("baekho", 0)).toEqual([])
    expect(branchStarTargets("cheolla", 0)).toEqual([])
  })

  test("an unknown star is an error, not an empty answer", () => {
    expect(() => branchStarTargets("hongyeomsal", 0)).toThrow(TypeError)
    expect(() => starNamed("nothing")).toThrow(TypeError)
  })
})

describe("twelve stars", () => {
  test("all hundred and forty-four are those of the table", () => {
    expect(BRANCHES.map((base) => BRANCHES.map((branch) => twelveStarOf(base, branch)))).toEqual(tables.sal12)
  })

  test("one branch on is one star on, four bases on is the same star", () => {
    for (const base of BRANCHES) {
      for (const branch of BRANCHES) {
        expect(twelveStarOf(base, (branch + 1) % 12)).toBe((twelveStarOf(base, branch) + 1) % 12)
        expect(twelveStarOf((base + 4) % 12, branch)).toBe(twelveStarOf(base, branch))
      }
    }
  })

  test("도화, 역마, 화개, 장성, 겁살, 재살 and 망신 are seven of them", () => {
    const places = { dohwa: 4, yeongma: 9, hwagae: 11, jangseong: 7, geopsal: 0, jaesal: 1, mangsin: 6 }
    for (const [id, star] of Object.entries(places)) {
      for (const base of BRANCHES) {
        expect(branchStarTargets(id, base)).toEqual(BRANCHES.filter((branch) => twelveStarOf(base, branch) === star))
      }
    }
  })
})

describe("stars of a chart", () => {
  test("each hit says what it was looked up from, where it is and which list was followed", () => {
    const [first] = starsOf(columnsFrom("甲子 丁丑 甲寅 辛未"))
    expect(first).toEqual({
      id: "cheoneulGwiin",
      star: starNamed("cheoneulGwiin"),
      base: "dayStem",
      pillars: ["month", "hour"],
      part: "branch",
      variant: "chouWei",
    })
  })

  test("도화 is looked up from year and day, not tested on every branch", () => {
    // 子 午 卯 酉 are all there, but a 寅 day and a 寅 year have it only on 卯.
    expect(hits("dohwa", "甲寅 丁卯 丙寅 甲午")).toEqual([
      "yearBranch branch month default",
      "dayBranch branch month default",
    ])
    expect(hits("dohwa", "甲午 丙子 己亥 癸酉")).toEqual(["dayBranch branch month default"])
  })

  test("stars by branch follow the base of the twelve stars", () => {
    const chart = "甲寅 丁卯 己亥 甲子"
    expect(hits("dohwa", chart)).toEqual(["yearBranch branch month default", "dayBranch branch hour default"])
    expect(hits("dohwa", chart, { twelveStarsBase: "year" })).toEqual(["yearBranch branch month default"])
    expect(hits("dohwa", chart, { twelveStarsBase: "day" })).toEqual(["dayBranch branch hour default"])
  })

  test("stars by stem are looked up from the year stem too when that is asked for", () => {
    const chart = "甲寅 丙寅 丙子 己丑"
    expect(hits("cheoneulGwiin", chart)).toEqual([])
    expect(hits("cheoneulGwiin", chart, { starsByYearStem: true })).toEqual(["yearStem branch hour chouWei"])
  })

  test("천덕 and 월덕 may be stems or branches", () => {
    expect(hits("cheondeokGwiin", "甲子 丙子 己巳 乙亥")).toEqual(["monthBranch branch day default"])
    expect(hits("cheondeokGwiin", "甲寅 丙寅 丁卯 丁未")).toEqual(["monthBranch stem day+hour default"])
  })

  test("백호 and 괴강 count on any pillar, 고란 and the other day stars on the day only", () => {
    expect(hits("baekho", "甲辰 丁丑 甲子 戊辰")).toEqual(["pillar pillar year+month+hour default"])
    expect(hits("goegang", "庚辰 壬戌 甲子 甲子")).toEqual(["pillar pillar year+month korean"])
    expect(hits("goran", "甲寅 甲寅 甲子 甲寅")).toEqual([])
    expect(hits("goran", "甲子 甲子 甲寅 甲子")).toEqual(["pillar pillar day five"])
    expect(hits("sibakDaepae", "甲辰 甲辰 甲子 甲辰")).toEqual([])
  })

  test("천사 is one day in each season, 사폐 two", () => {
    expect(hits("cheonsa", "甲子 丙寅 戊寅 甲子")).toEqual(["monthBranch pillar day default"])
    expect(hits("cheonsa", "甲子 丁丑 甲子 甲子")).toEqual(["monthBranch pillar day default"])
    expect(hits("cheonsa", "甲子 丙寅 甲午 甲子")).toEqual([])
    expect(hits("sapye", "甲子 己巳 癸亥 壬子")).toEqual(["monthBranch pillar day default"])
    expect(hits("sapye", "甲子 丙寅 癸亥 壬子")).toEqual([])
  })

  test("급각 goes from the month to the other pillars", () => {
    expect(hits("geupgak", "辛亥 丙寅 甲子 甲子")).toEqual(["monthBranch branch year+day+hour default"])
    expect(hits("geupgak", "甲寅 丁丑 甲寅 丙寅")).toEqual([])
  })

  test("현침 is told apart by stems and branches, and 未 is one of six in some lists", () => {
    expect(hits("hyeonchim", "甲子 辛未 丙寅 甲午")).toEqual([
      "characters stem year+month+hour five",
      "characters branch hour five",
    ])
    expect(hits("hyeonchim", "甲子 辛未 丙寅 甲午", { hyeonchim: "six" })).toEqual([
      "characters stem year+month+hour six",
      "characters branch month+hour six",
    ])
  })

  test("천라 needs 戌 and 亥, 지망 辰 and 巳", () => {
    expect(hits("cheolla", "甲戌 乙亥 甲子 甲子")).toEqual(["characters branch year+month default"])
    expect(hits("cheolla", "甲戌 甲戌 甲子 甲子")).toEqual([])
    expect(hits("cheolla", "甲戌 丙寅 己巳 甲子")).toEqual([])
    expect(hits("jimang", "甲辰 丙寅 己巳 甲子")).toEqual(["characters branch year+day default"])
  })

  test("삼기 are three stems side by side, in any order", () => {
    expect(hits("cheonsangSamgi", "甲子 戊辰 庚午 丙子")).toEqual(["characters stem year+month+day default"])
    expect(hits("jihaSamgi", "甲子 丙寅 丁卯 乙巳")).toEqual(["characters stem month+day+hour default"])
    expect(hits("injungSamgi", "壬子 癸卯 甲子 辛未")).toEqual([])
    expect(hits("cheonsangSamgi", "甲子 戊辰 庚午")).toEqual(["characters stem year+month+day default"])
  })

  test("other lists are followed and named", () => {
    expect(hits("cheoneulGwiin", "甲寅 丙寅 庚子 甲子", { nobleOfGeng: "yinWu" })).toEqual([
      "dayStem branch year+month yinWu",
    ])
    expect(hits("cheoneulGwiin", "甲寅 丁丑 庚子 甲子")).toEqual(["dayStem branch month chouWei"])
    expect(hits("hongyeom", "甲申 丙寅 乙丑 壬午")).toEqual(["dayStem branch hour wu"])
    expect(hits("hongyeom", "甲申 丙寅 乙丑 壬午", { hongyeomOfEul: "shen" })).toEqual(["dayStem branch year shen"])
    expect(hits("gwangwiHakgwan", "甲申 丙寅 壬子 辛丑")).toEqual(["dayStem branch year shen"])
    expect(hits("gwangwiHakgwan", "甲申 丙寅 壬子 辛丑", { studyOfWater: "yin" })).toEqual(["dayStem branch month yin"])
    expect(hits("yangin", "甲寅 丙寅 乙丑 庚辰", { blade: "peak" })).toEqual(["dayStem branch year+month peak"])
    expect(hits("yangin", "甲寅 丙寅 乙丑 庚辰", { blade: "yangOnly" })).toEqual([])
    expect(hits("goegang", "壬戌 丙寅 戊辰 甲子", { goegang: "six" })).toEqual(["pillar pillar year+day six"])
    expect(hits("goegang", "壬戌 丙寅 戊辰 甲子", { goegang: "chinese" })).toEqual([])
    expect(hits("goran", onDay("丙午"))).toEqual([])
    expect(hits("goran", onDay("丙午"), { goran: "eight" })).toEqual(["pillar pillar day eight"])
  })

  test("庚午 辛巳 丙寅 乙未 has these stars and no others, looked up by hand", () => {
    expect(wholeChart("庚午 辛巳 丙寅 乙未")).toEqual([
      "문곡귀인 day",
      "학당귀인 day",
      "천주귀인 month",
      "금여 hour",
      "건록 month",
      "양인 year",
      "홍염살 day",
      "유하 hour",
      "천덕귀인 month",
      "월덕귀인 year",
      "천덕합 day",
      "월덕합 hour",
      "장성 year",
      "장성 year",
      "망신 month",
      "망신 month",
      "백호대살 hour",
      "급각살 hour",
      "현침살 month",
      "현침살 year",
    ])
  })

  test("甲子 丙子 癸亥 壬戌 has these stars and no others, looked up by hand", () => {
    expect(wholeChart("甲子 丙子 癸亥 壬戌")).toEqual([
      "건록 year+month",
      "월덕귀인 hour",
      "천의성 day",
      "도화 year+month",
      "장성 year+month",
      "망신 day",
      "과숙살 hour",
      "조객 hour",
      "백호대살 hour",
      "괴강살 hour",
      "음양차착 day",
      "십악대패 day",
      "현침살 year",
      "천라 day+hour",
    ])
  })

  test("己酉 戊辰 壬申 has these stars and no others, looked up by hand, the hour not known", () => {
    expect(wholeChart("己酉 戊辰 壬申")).toEqual([
      "태극귀인 day",
      "문곡귀인 day",
      "학당귀인 day",
      "관귀학관 day",
      "천덕귀인 day",
      "월덕귀인 day",
      "도화 year",
      "화개 month",
      "장성 year",
      "망신 day",
      "백호대살 month",
      "십악대패 day",
      "현침살 day",
    ])
  })

  test("without an hour the stars are those with it, less what the hour marks", () => {
    const key = ({ id, base, part }: StarHit): string => `${id} ${base} ${part}`
    fc.assert(
      fc.property(charts, (chart) => {
        const whole = starsOf(columnsFrom(chart))
        const short = starsOf(columnsFrom(chart.split(" ").slice(0, 3).join(" ")))
        for (const hit of short) {
          const same = whole.find((one) => key(one) === key(hit) && one.pillars[0] === hit.pillars[0])
          expect(same?.pillars.filter((pillar) => pillar !== "hour")).toEqual(hit.pillars)
        }
        expect(short.flatMap(({ pillars }) => pillars)).not.toContain("hour")
      }),
    )
  })

  test("a hit marks at least one pillar, in the order year, month, day, hour", () => {
    const order = ["year", "month", "day", "hour"]
    fc.assert(
      fc.property(charts, (chart) => {
        for (const { pillars } of starsOf(columnsFrom(chart))) {
          expect(pillars.length).toBeGreaterThan(0)
          expect([...pillars].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(pillars)
        }
      }),
    )
  })
})
