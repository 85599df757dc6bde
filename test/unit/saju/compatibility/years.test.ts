import { isCubeError } from "cubular/contract"
import { type Birth, chart, compatibilityYears } from "cubular/saju"
import { describe, expect, test } from "vitest"

const born: Birth = { date: "1990-05-01", time: "14:30", sex: "female" }
/** Useful god wood. Decades 己卯 from 22 January 1999, 戊寅 2009, 丁丑 2019, 丙子 2029, 乙亥 2039, 甲戌 2049 … 庚午 2089. */
const her = chart(born)
/** Useful god earth. Decades 乙卯 from 22 March 1996, 丙辰 2006, 丁巳 2016, 戊午 2026, 己未 2036, 庚申 2046 … 甲子 2086. */
const him = chart({ date: "1988-02-10", time: "09:20", sex: "male" })

const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return isCubeError(error) ? `${error.code} ${error.path.join(".")}` : `${error}`
  }
  return "nothing refused"
}

describe("years of two people", () => {
  test("both are in their useful decade where the two overlap, by the decade running at ipchun", () => {
    const years = compatibilityYears(her, him, { from: 1990, to: 2050 })
    expect(years).toHaveLength(61)
    // 己卯 and 戊寅 with 丙辰, which begins in March 2006 and ends in March 2016, after ipchun; then 乙亥 with 己未.
    expect(years.filter(({ both }) => both).map(({ year }) => year)).toEqual([
      ...[2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016],
      ...[2039, 2040, 2041, 2042, 2043, 2044, 2045, 2046],
    ])
  })

  test("the decade of a year is the one running when it begins: −1 before the first, null after the last", () => {
    const decades = compatibilityYears(her, him, { from: 1996, to: 2100 }).map(({ a, b }) => [a.decade, b.decade])
    expect(decades.slice(0, 4)).toEqual([
      [-1, -1],
      [-1, 0],
      [-1, 0],
      [0, 0],
    ])
    expect(decades.slice(-6).map(([a]) => a)).toEqual([9, 9, 9, 9, null, null])
  })

  test("the year itself is useful by its stem or branch, each by their own useful god", () => {
    const years = compatibilityYears(her, him, { from: 2022, to: 2027 })
    expect(years.map(({ pillar, a, b }) => `${pillar.ganji} ${a.yearUseful} ${b.yearUseful}`)).toEqual([
      "壬寅 true false",
      "癸卯 true false",
      "甲辰 true true",
      "乙巳 true false",
      "丙午 false false",
      "丁未 false true",
    ])
  })

  test("the other way round the sides change places", () => {
    const range = { from: 2000, to: 2060 }
    const turned = compatibilityYears(him, her, range).map(({ a, b, ...rest }) => ({ ...rest, a: b, b: a }))
    expect(turned).toEqual(compatibilityYears(her, him, range))
  })

  test("need the sex of both, years that are there and in order", () => {
    const range = { from: 2020, to: 2030 }
    const unsexed = chart({ ...born, sex: null })
    expect(refusal(() => compatibilityYears(unsexed, him, range))).toBe("luck_needs_sex a.luck")
    expect(refusal(() => compatibilityYears(him, unsexed, range))).toBe("luck_needs_sex b.luck")
    expect(refusal(() => compatibilityYears(her, {} as never, range))).toMatch(/^chart_malformed b/)
    expect(refusal(() => compatibilityYears(her, him, { from: 2030, to: 2020 }))).toBe("luck_range_reversed range.to")
    expect(refusal(() => compatibilityYears(her, him, { from: Number.NaN, to: 2020 }))).toBe(
      "year_out_of_range range.from",
    )
  })
})
