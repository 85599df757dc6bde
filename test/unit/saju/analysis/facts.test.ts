import { describe, expect, test } from "vitest"
import { columnsOf, type FactOptions, pillarFacts } from "../../../../cubes/saju/engine/analysis/facts.ts"
import type { PillarFacts } from "../../../../cubes/saju/engine/analysis/types.ts"
import { pillarsFrom } from "./columns.ts"

const usual: FactOptions = { hiddenStems: "monthly", stageEarth: "fire", stageYin: "backward", twelveStarsBase: "both" }

/** One line a pillar: ganji, ten gods, stages, twelve stars by year and day, nayin, void by day and year. */
function line(facts: PillarFacts | null): string | null {
  if (facts === null) return null
  const { pillar, stemTenGod, branchTenGod, stages, nayin, twelveStars, isVoid } = facts
  return [
    pillar.ganji,
    stemTenGod?.hangul ?? "-",
    branchTenGod.hangul,
    stages.ofDayStem.hangul,
    stages.ofOwnStem.hangul,
    twelveStars.byYear?.hangul ?? "-",
    twelveStars.byDay?.hangul ?? "-",
    nayin.hangul,
    isVoid.byDay ? "공망" : "-",
    isVoid.byYear ? "공망" : "-",
  ].join(" ")
}

const lines = (chart: string, options = usual): (string | null)[] => {
  const { year, month, day, hour } = pillarFacts(pillarsFrom(chart), options)
  return [year, month, day, hour].map(line)
}

describe("facts of pillars", () => {
  test("庚午 辛巳 丙寅 乙未, read off the tables by hand", () => {
    expect(lines("庚午 辛巳 丙寅 乙未")).toEqual([
      "庚午 편재 겁재 제왕 목욕 장성살 장성살 노방토 - -",
      "辛巳 정재 비견 건록 사 망신살 망신살 백랍금 - -",
      "丙寅 - 편인 장생 장생 지살 지살 노중화 - -",
      "乙未 정인 상관 쇠 양 반안살 반안살 사중금 - -",
    ])
  })

  test("甲子 丙子 癸亥 壬戌, read off the tables by hand", () => {
    expect(lines("甲子 丙子 癸亥 壬戌")).toEqual([
      "甲子 상관 비견 건록 목욕 장성살 년살 해중금 공망 -",
      "丙子 정재 비견 건록 태 장성살 년살 간하수 공망 -",
      "癸亥 - 겁재 제왕 제왕 망신살 지살 대해수 - 공망",
      "壬戌 겁재 정관 쇠 관대 월살 천살 대해수 - 공망",
    ])
  })

  test("己酉 戊辰 壬申, the hour not known, read off the tables by hand", () => {
    expect(lines("己酉 戊辰 壬申")).toEqual([
      "己酉 정관 정인 목욕 장생 장성살 년살 대역토 - -",
      "戊辰 편관 편관 묘 관대 천살 화개살 대림목 - -",
      "壬申 - 편인 장생 장생 망신살 지살 검봉금 - -",
      null,
    ])
  })

  test("hidden stems carry the ten god they are to the day stem", () => {
    const { month } = pillarFacts(pillarsFrom("甲子 丁丑 丙寅 甲午"), usual)
    const told = month.hiddenStems.map(({ stem, phase, days, tenGod }) => [stem, phase, days, tenGod.hangul])
    expect(told).toEqual([
      [9, "residual", 9, "정관"],
      [7, "middle", 3, "정재"],
      [5, "main", 18, "상관"],
    ])
  })

  test("the fixed school has the main stem first and no days", () => {
    const { month } = pillarFacts(pillarsFrom("甲子 丁丑 丙寅 甲午"), { ...usual, hiddenStems: "fixed" })
    expect(month.hiddenStems.map(({ stem, days }) => [stem, days])).toEqual([
      [5, null],
      [9, null],
      [7, null],
    ])
  })

  test("stages follow both schools: 戊 and 乙 on 寅", () => {
    const stages = (chart: string, options: FactOptions) =>
      pillarFacts(pillarsFrom(chart), options).day.stages.ofDayStem.hangul
    expect(stages("甲子 丙寅 戊寅 甲寅", usual)).toBe("장생")
    expect(stages("甲子 丙寅 戊寅 甲寅", { ...usual, stageEarth: "water" })).toBe("병")
    expect(stages("甲子 丙寅 乙亥 己卯", usual)).toBe("사")
    expect(stages("甲子 丙寅 乙亥 己卯", { ...usual, stageYin: "withYang" })).toBe("장생")
  })

  test("twelve stars stand on the base that is asked for", () => {
    const stars = (twelveStarsBase: FactOptions["twelveStarsBase"]) => {
      const { byYear, byDay } = pillarFacts(pillarsFrom("甲子 丙寅 乙亥 己卯"), { ...usual, twelveStarsBase }).month
        .twelveStars
      return [byYear?.hangul, byDay?.hangul]
    }
    expect(stars("both")).toEqual(["역마살", "망신살"])
    expect(stars("year")).toEqual(["역마살", undefined])
    expect(stars("day")).toEqual([undefined, "망신살"])
  })

  test("only the day stem has no ten god", () => {
    const { year, month, day, hour } = pillarFacts(pillarsFrom("甲子 甲子 甲子 甲子"), usual)
    expect([year, month, hour].map((facts) => facts?.stemTenGod?.hangul)).toEqual(["비견", "비견", "비견"])
    expect(day.stemTenGod).toBeNull()
  })

  test("columns leave out an hour that is not known", () => {
    expect(columnsOf(pillarsFrom("甲子 丙寅 乙亥")).map(({ label }) => label)).toEqual(["year", "month", "day"])
    expect(columnsOf(pillarsFrom("甲子 丙寅 乙亥 己卯"))[3]).toEqual({ label: "hour", stem: 5, branch: 3, natal: true })
  })
})
