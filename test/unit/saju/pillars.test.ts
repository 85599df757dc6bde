import { isCubeError } from "cubular/contract"
import { type Birth, chart, pillars, type SajuOptions, solarTerms } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { adversarialCharts, birthOf, type ChartVector, randomCharts } from "../../golden/saju/charts.ts"

const wall: SajuOptions = { clock: "wall" }

function hangul(birth: Birth, options?: SajuOptions): string {
  const { year, month, day, hour } = chart(birth, options).pillars
  return [year, month, day, hour].map((pillar) => pillar?.hangul ?? "-").join(" ")
}

function indexes(birth: Birth, options?: SajuOptions): (number | null)[] {
  const { year, month, day, hour } = pillars(birth, options)
  return [year, month, day, hour]
}

describe("golden charts", () => {
  const wrong = (vectors: readonly ChartVector[]): string[] =>
    vectors
      .filter((vector) => {
        const found = indexes(birthOf(vector), { clock: vector.clock, boundary: vector.boundary })
        const { pillars: named, details } = chart(birthOf(vector), { clock: vector.clock, boundary: vector.boundary })
        const same = [named.year.index, named.month.index, named.day.index, named.hour?.index]
        return `${found}` !== `${vector.expect.index}` || `${same}` !== `${found}` || details.utc !== vector.utc
      })
      .map(({ id }) => id)

  test("all 400 random ones", () => {
    expect(randomCharts).toHaveLength(400)
    expect(wrong(randomCharts)).toEqual([])
  })

  test("all 998 adversarial ones", () => {
    expect(adversarialCharts).toHaveLength(998)
    expect(wrong(adversarialCharts)).toEqual([])
  })
})

describe("day and hour", () => {
  test.each([
    ["1970-01-01", "신사"],
    ["2000-01-01", "무오"],
    ["1984-02-02", "병인"],
  ])("%s is a day of %s", (date, name) => {
    expect(chart({ date, time: "12:00" }, wall).pillars.day.hangul).toBe(name)
  })

  // 1984-02-02 is 丙寅 병인; its rat hour by the five-rat rule is 戊子 무자, that of the next day 庚子 경자.
  test.each([
    ["split", "병인 경자"],
    ["jasi", "정묘 경자"],
    ["midnight", "병인 무자"],
  ] as const)("23:30 under %s is %s", (boundary, expected) => {
    const found = hangul({ date: "1984-02-02", time: "23:30" }, { ...wall, boundary })
    expect(found.split(" ").slice(2).join(" ")).toBe(expected)
  })

  test.each(["split", "jasi", "midnight"] as const)("00:30 is the first hour of its day under %s", (boundary) => {
    expect(hangul({ date: "1984-02-02", time: "00:30" }, { ...wall, boundary }).slice(6)).toBe("병인 무자")
  })

  test("the four clocks of one birth", () => {
    // Seoul in the summer of 1988 was at UTC+10; mean time is then 1 h 32 min behind, and apparent time 6 min more.
    const birth = { date: "1988-07-20", time: "12:33", longitudeDeg: 126.978 }
    const hours = (["wall", "standard", "mean", "apparent"] as const).map(
      (clock) => chart(birth, { clock }).pillars.hour?.branch,
    )
    expect(hours).toEqual([6, 6, 6, 5])
    expect(chart(birth, { clock: "standard" }).details.correctionSec).toBe(-3600)
    expect(chart(birth, { clock: "mean" }).details.correctionSec).toBe(-5525.28)
  })

  test("without a longitude Korea is taken at 127.5° east, so the hour changes at 23:30", () => {
    expect(pillars({ date: "1990-05-01", time: "23:29" }, { boundary: "jasi" }).day).toBe(2)
    expect(pillars({ date: "1990-05-01", time: "23:30" }, { boundary: "jasi" }).day).toBe(3)
  })
})

describe("year and month", () => {
  const utcText = (ms: number): [string, string] => {
    const [date = "", time = ""] = new Date(ms).toISOString().split("T")
    return [date, time.slice(0, 8)]
  }

  test("an instant equal to ipchun is after it", () => {
    // 1899–2101 has terms on whole seconds; births are whole seconds too, so only there can they be equal.
    for (let year = 1900; year <= 2100; year++) {
      const ipchun = solarTerms(year)[2] as number
      const [date, time] = utcText(Math.ceil(ipchun / 1000) * 1000)
      const [dateBefore, timeBefore] = utcText(Math.ceil(ipchun / 1000) * 1000 - 1000)
      expect(pillars({ date, time, timeZone: "+00:00" }).year).toBe((year - 4) % 60)
      expect(pillars({ date: dateBefore, time: timeBefore, timeZone: "+00:00" }).year).toBe((year - 5) % 60)
    }
  })

  test("months follow the five-tiger rule", () => {
    // 갑기 years begin with 丙寅 (2), 을경 戊寅 (14), 병신 庚寅 (26), 정임 壬寅 (38), 무계 甲寅 (50).
    for (let year = 1900; year <= 2100; year++) {
      const found = pillars({ date: `${year}-02-15`, time: "12:00" })
      expect(found.year % 10).toBe((year - 4) % 10)
      expect(found.month).toBe([2, 14, 26, 38, 50][((year - 4) % 10) % 5])
    }
  })

  test("under dongji the year begins at the winter solstice and the month stays", () => {
    // Dongji of 2000 was on 21 December, 22:37 in Seoul.
    const before = { date: "2000-12-21", time: "22:37:00" }
    const after = { date: "2000-12-21", time: "22:38:00" }
    expect(indexes(before, { yearBoundary: "dongji" }).slice(0, 2)).toEqual([16, 24])
    expect(indexes(after, { yearBoundary: "dongji" }).slice(0, 2)).toEqual([17, 24])
    expect(indexes(after).slice(0, 2)).toEqual([16, 24])
    expect(pillars({ date: "2001-01-20", time: "12:00" }, { yearBoundary: "dongji" }).year).toBe(17)
    expect(pillars({ date: "2001-02-20", time: "12:00" }, { yearBoundary: "dongji" }).year).toBe(17)
  })

  test("under kasiMinute a term begins at the nearest minute", () => {
    for (let year = 1990; year <= 2025; year++) {
      const ipchun = solarTerms(year)[2] as number
      const minute = Math.floor(ipchun / 60_000 + 0.5) * 60_000
      const [date, time] = utcText(minute)
      const [dateBefore, timeBefore] = utcText(minute - 1000)
      const kasi: SajuOptions = { termPrecision: "kasiMinute" }
      expect(pillars({ date, time, timeZone: "+00:00" }, kasi).year).toBe((year - 4) % 60)
      expect(pillars({ date: dateBefore, time: timeBefore, timeZone: "+00:00" }, kasi).year).toBe((year - 5) % 60)
    }
  })

  test("the first and the last second of the range are answered", () => {
    expect(indexes({ date: "1900-01-01", time: "00:00:00", timeZone: "+18:00" }, wall)).toEqual([35, 12, 10, 0])
    expect(indexes({ date: "2100-12-31", time: "23:59:59", timeZone: "-18:00" }, wall)).toEqual([56, 24, 43, 48])
  })
})

describe("unknown hour", () => {
  test("gives three pillars, the day as recorded", () => {
    expect(pillars({ date: "1990-05-01", time: null })).toEqual({ year: 6, month: 16, day: 2, hour: null })
  })
})

class Settings {
  get clock(): string {
    return "wall"
  }
}

class Person {
  readonly date = "1987-06-15"
  readonly time = "14:30"
  get timeZone(): string {
    return "+00:00"
  }
}

describe("refusals", () => {
  const fine = { date: "1987-06-15", time: "13:47" }
  const hostile = new Proxy(fine, {
    ownKeys() {
      throw new Error("no keys for you")
    },
  })
  const thrower = {
    date: "1987-06-15",
    get time() {
      throw new Error("1987-06-15 is secret")
    },
  }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()

  test.each<[string, unknown, unknown, string, (string | number)[]]>([
    ["no birth", undefined, undefined, "birth_malformed", ["birth"]],
    ["a list", [], undefined, "birth_malformed", ["birth"]],
    ["a text", "1990-05-01", undefined, "birth_malformed", ["birth"]],
    ["no date", { time: "14:30" }, undefined, "date_malformed", ["birth", "date"]],
    ["a Date", { ...fine, date: new Date(0) }, undefined, "date_malformed", ["birth", "date"]],
    ["day 31 of April", { ...fine, date: "1987-04-31" }, undefined, "date_part_out_of_range", ["birth", "date"]],
    ["29 February 1900", { ...fine, date: "1900-02-29" }, undefined, "date_part_out_of_range", ["birth", "date"]],
    ["month 13", { ...fine, date: "1987-13-01" }, undefined, "date_part_out_of_range", ["birth", "date"]],
    ["day 00", { ...fine, date: "1987-05-00" }, undefined, "date_part_out_of_range", ["birth", "date"]],
    ["a date with spaces", { ...fine, date: " 987-06-15" }, undefined, "date_malformed", ["birth", "date"]],
    ["1899", { ...fine, date: "1899-12-31" }, undefined, "year_not_loaded", ["birth", "date"]],
    ["2101", { ...fine, date: "2101-01-01" }, undefined, "year_not_loaded", ["birth", "date"]],
    ["1599", { ...fine, date: "1599-12-31" }, undefined, "year_out_of_range", ["birth", "date"]],
    ["2201", { ...fine, date: "2201-01-01" }, undefined, "year_out_of_range", ["birth", "date"]],
    ["no time", { date: "1987-06-15" }, undefined, "time_malformed", ["birth", "time"]],
    ["hour 24", { ...fine, time: "24:00" }, undefined, "time_part_out_of_range", ["birth", "time"]],
    ["hour 25", { ...fine, time: "25:00" }, undefined, "time_part_out_of_range", ["birth", "time"]],
    ["minute 60", { ...fine, time: "14:60" }, undefined, "time_part_out_of_range", ["birth", "time"]],
    ["second 60", { ...fine, time: "14:30:60" }, undefined, "time_part_out_of_range", ["birth", "time"]],
    ["NaN", { ...fine, time: Number.NaN }, undefined, "time_malformed", ["birth", "time"]],
    ["an unknown field", { ...fine, tiemZone: "+09:00" }, undefined, "field_unknown", ["birth", "tiemZone"]],
    [
      "__proto__",
      JSON.parse('{"date":"1987-06-15","time":"13:47","__proto__":{}}'),
      undefined,
      "field_unknown",
      ["birth", "__proto__"],
    ],
    ["an unknown zone", { ...fine, timeZone: "Mars/Olympus" }, undefined, "zone_not_loaded", ["birth", "timeZone"]],
    ["a zone that is a number", { ...fine, timeZone: 9 }, undefined, "zone_unknown", ["birth", "timeZone"]],
    ["a zone that is null", { ...fine, timeZone: null }, undefined, "zone_unknown", ["birth", "timeZone"]],
    ["+19:00", { ...fine, timeZone: "+19:00" }, undefined, "zone_offset_out_of_range", ["birth", "timeZone"]],
    ["longitude 181", { ...fine, longitudeDeg: 181 }, undefined, "longitude_out_of_range", ["birth", "longitudeDeg"]],
    [
      "longitude NaN",
      { ...fine, longitudeDeg: Number.NaN },
      undefined,
      "longitude_out_of_range",
      ["birth", "longitudeDeg"],
    ],
    [
      "longitude in text",
      { ...fine, longitudeDeg: "127" },
      undefined,
      "longitude_out_of_range",
      ["birth", "longitudeDeg"],
    ],
    [
      "infinite longitude",
      { ...fine, longitudeDeg: Number.NEGATIVE_INFINITY },
      undefined,
      "longitude_out_of_range",
      ["birth", "longitudeDeg"],
    ],
    ["fold 2", { ...fine, fold: 2 }, undefined, "choice_unknown", ["birth", "fold"]],
    ["sex x", { ...fine, sex: "x" }, undefined, "choice_unknown", ["birth", "sex"]],
    [
      "a lunar day 30 in a month of 29",
      { ...fine, date: "1990-04-30", calendar: "lunar" },
      undefined,
      "lunar_day_not_in_month",
      ["birth", "date"],
    ],
    [
      "a leap month of another year",
      { ...fine, date: "1987-05-15", calendar: "lunar", leapMonth: true },
      undefined,
      "leap_month_not_in_year",
      ["birth", "leapMonth"],
    ],
    [
      "a lunar date before the range",
      { ...fine, date: "1390-12-01", calendar: "lunar" },
      undefined,
      "lunar_year_out_of_range",
      ["birth", "date"],
    ],
    [
      "a leap month in a solar date",
      { ...fine, leapMonth: true },
      undefined,
      "leap_month_needs_lunar",
      ["birth", "leapMonth"],
    ],
    ["a proxy that throws", hostile, undefined, "input_unreadable", ["birth"]],
    ["a revoked proxy", revoked.proxy, undefined, "input_unreadable", ["birth"]],
    ["a getter that throws", thrower, undefined, "input_unreadable", ["birth", "time"]],
    ["null options", fine, null, "options_malformed", ["options"]],
    ["options in a list", fine, ["wall"], "options_malformed", ["options"]],
    ["options in a Map", fine, new Map([["clock", "wall"]]), "options_malformed", ["options"]],
    ["options behind an object", fine, Object.create({ clock: "wall" }), "options_malformed", ["options"]],
    ["options of a class", fine, new Settings(), "options_malformed", ["options"]],
    ["a birth of a class", new Person(), undefined, "birth_malformed", ["birth"]],
    ["an unknown option", fine, { clok: "wall" }, "field_unknown", ["options", "clok"]],
    ["an inherited name as an option", fine, { toString: 1 }, "field_unknown", ["options", "toString"]],
    ["an unknown clock", fine, { clock: "solar" }, "choice_unknown", ["options", "clock"]],
    ["a boundary of another type", fine, { boundary: 0 }, "choice_unknown", ["options", "boundary"]],
    ["an option without effect yet", fine, { hiddenStems: "weekly" }, "choice_unknown", ["options", "hiddenStems"]],
    ["now as a number", fine, { now: 0 }, "now_malformed", ["options", "now"]],
    ["now without offset", fine, { now: "2026-11-21T09:00:00" }, "now_malformed", ["options", "now"]],
    ["now on 30 February", fine, { now: "2026-02-30T09:00:00Z" }, "now_malformed", ["options", "now"]],
  ])("%s", (_, birth, options, code, path) => {
    for (const call of [pillars, chart]) {
      let thrown: unknown
      try {
        call(birth as Birth, options as SajuOptions)
      } catch (error) {
        thrown = error
      }
      expect(isCubeError(thrown)).toBe(true)
      expect(thrown).toMatchObject({ code, path })
      expect(JSON.stringify(thrown)).not.toMatch(/1987|13:47|secret|Olympus/)
    }
  })

  test("undefined fields are absent, and fields are read once", () => {
    let reads = 0
    const birth = {
      get date(): string {
        return ++reads === 1 ? "1990-05-01" : "2000-01-01"
      },
      time: "14:30",
      fold: undefined,
      timeZone: undefined,
    }
    expect(chart(birth).pillars.day.index).toBe(2)
    expect(reads).toBe(1)
    expect(pillars({ date: "1990-05-01", time: "14:30" }, { clock: undefined, now: undefined }).day).toBe(2)
  })
})
