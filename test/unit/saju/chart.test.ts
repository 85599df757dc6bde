import { type Birth, chart, type SajuChart, type SajuOptions, solarTerms } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { isoUtc } from "../../../cubes/saju/engine/civil.ts"
import { isoText } from "../../../cubes/saju/engine/iso.ts"
import { birthOf, randomCharts } from "../../golden/saju/charts.ts"

const codes = (birth: Birth, options?: SajuOptions): string[] =>
  chart(birth, options).details.warnings.map(({ code }) => code)

const names = ({ pillars: { year, month, day, hour } }: SajuChart): string =>
  [year, month, day, hour].map((pillar) => pillar?.hangul ?? "-").join(" ")

/** Wall clock of a UTC instant in a zone at +09:00. */
function seoul(ms: number): Birth {
  const [date = "", time = ""] = new Date(ms + 32_400_000).toISOString().split("T")
  return { date, time: time.slice(0, 8), timeZone: "+09:00", longitudeDeg: 126.978 }
}

describe("a chart", () => {
  test("names its pillars", () => {
    const { pillars } = chart({ date: "1990-05-01", time: "14:30" })
    expect(pillars.year).toEqual({
      index: 6,
      stem: 6,
      branch: 6,
      ganji: "庚午",
      hangul: "경오",
      romanized: "gyeongo",
      elements: ["metal", "fire"],
      polarity: "yang",
    })
    expect(pillars.hour).toMatchObject({ ganji: "乙未", hangul: "을미", elements: ["wood", "earth"], polarity: "yin" })
  })

  test("says what it rests on, every default included", () => {
    expect(chart({ date: "1990-05-01", time: "14:30:15", longitudeDeg: 126.978 }).details).toEqual({
      utc: "1990-05-01T05:30:15.000Z",
      date: "1990-05-01",
      lunar: { year: 1990, month: 4, day: 7, leap: false, monthDays: 29 },
      offsetSec: 32400,
      dst: false,
      clock: "mean",
      correctionSec: -1925.28,
      longitudeDeg: 126.978,
      previousTerm: {
        term: 7,
        utc: expect.stringMatching(/^1990-04-20T08:26:\d\d\.\d{3}Z$/),
        seconds: expect.any(Number),
      },
      nextTerm: { term: 8, utc: expect.stringMatching(/^1990-05-05T18:35:\d\d\.\d{3}Z$/), seconds: expect.any(Number) },
      otherClocks: [],
      options: {
        clock: "mean",
        boundary: "split",
        yearBoundary: "ipchun",
        termPrecision: "exact",
        hiddenStems: "monthly",
        stageEarth: "fire",
        twelveStarsBase: "both",
        luckRule: "remainder",
        lunarCalendar: "korea",
        now: null,
      },
      warnings: [],
    })
  })

  test("is plain JSON, equal after a round trip and every time", () => {
    for (const vector of randomCharts) {
      const options = { clock: vector.clock, boundary: vector.boundary }
      const found = chart(birthOf(vector), options)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      expect(JSON.stringify(chart(birthOf(vector), options))).toBe(JSON.stringify(found))
      expect(JSON.stringify(found)).not.toMatch(/NaN|null,null|undefined|-0[,}]/)
    }
  })

  test("keeps the terms of solarTerms around the birth", () => {
    for (const vector of randomCharts) {
      const { previousTerm, nextTerm, utc } = chart(birthOf(vector)).details
      const at = Date.parse(utc ?? "")
      const term = (text: string, k: number): number => solarTerms(Number(text.slice(0, 4)))[k] as number
      expect(isoUtc(term(previousTerm.utc, previousTerm.term))).toBe(previousTerm.utc)
      expect(isoUtc(term(nextTerm.utc, nextTerm.term))).toBe(nextTerm.utc)
      expect(nextTerm.term).toBe((previousTerm.term + 1) % 24)
      expect(previousTerm.seconds).toBe((at - Date.parse(previousTerm.utc)) / 1000)
      expect(nextTerm.seconds).toBe((Date.parse(nextTerm.utc) - at) / 1000)
      expect(previousTerm.seconds).toBeGreaterThanOrEqual(0)
      expect(nextTerm.seconds).toBeGreaterThan(0)
    }
  })

  test("echoes options that leave the pillars alone", () => {
    const options = { hiddenStems: "fixed", luckRule: "ceil", now: "2026-11-21T18:00:00+09:00" } as const
    expect(chart({ date: "1990-05-01", time: "14:30" }, options).details.options).toMatchObject(options)
  })

  test("gives the hour of the other clocks where it differs", () => {
    const { otherClocks, clock } = chart({ date: "1990-05-01", time: "13:10", longitudeDeg: 126.978 }).details
    expect(clock).toBe("mean")
    expect(otherClocks.map((other) => [other.clock, other.day.hangul, other.hour.hangul])).toEqual([
      ["wall", "병인", "을미"],
      ["standard", "병인", "을미"],
    ])
  })

  test("names the same other clocks as charts by those clocks", () => {
    for (const vector of randomCharts) {
      const birth = { ...birthOf(vector), longitudeDeg: 129.075 }
      for (const boundary of ["split", "jasi", "midnight"] as const) {
        const { pillars, details } = chart(birth, { boundary })
        for (const clock of ["wall", "standard", "apparent"] as const) {
          const other = chart(birth, { boundary, clock }).pillars
          const listed = details.otherClocks.find((entry) => entry.clock === clock)
          const differs = other.day !== pillars.day || other.hour !== pillars.hour
          expect(listed).toEqual(differs ? { clock, day: other.day, hour: other.hour } : undefined)
        }
      }
    }
  })
})

describe("near a term", () => {
  const ipchun = Math.ceil((solarTerms(1990)[2] as number) / 1000) * 1000

  test("both charts are given within a minute, none beyond", () => {
    const after = chart(seoul(ipchun + 30_000))
    expect(after.details.warnings).toContainEqual({
      code: "near_term",
      params: { term: 2, seconds: expect.closeTo(-30, 0) },
    })
    expect(
      after.alternatives.map((other) => [other.reason, other.pillars.year.hangul, other.pillars.month.hangul]),
    ).toEqual([["near_term", "기사", "정축"]])
    expect([after.pillars.year.hangul, after.pillars.month.hangul]).toEqual(["경오", "무인"])
    const before = chart(seoul(ipchun - 30_000))
    expect(before.alternatives[0]?.pillars).toEqual(after.pillars)
    expect(after.alternatives[0]?.pillars).toEqual(before.pillars)
    expect(codes(seoul(ipchun + 61_000))).toEqual([])
    expect(codes(seoul(ipchun - 62_000))).toEqual([])
  })

  test("from 2030 on within two minutes", () => {
    const term = Math.ceil((solarTerms(2060)[4] as number) / 1000) * 1000
    expect(codes(seoul(term + 110_000))).toContain("near_term")
    expect(codes(seoul(term - 115_000))).toContain("near_term")
    expect(codes(seoul(term + 121_000))).not.toContain("near_term")
  })

  test("a term that starts no month is not mentioned", () => {
    const usu = Math.ceil((solarTerms(1990)[3] as number) / 1000) * 1000
    expect(codes(seoul(usu))).toEqual([])
  })

  test("dongji counts where the year begins with it", () => {
    const dongji = Math.ceil((solarTerms(1990)[23] as number) / 1000) * 1000
    expect(codes(seoul(dongji))).toEqual([])
    const found = chart(seoul(dongji), { yearBoundary: "dongji" })
    expect(found.alternatives.map((other) => [other.reason, other.pillars.year.index])).toEqual([["near_term", 6]])
    expect(found.pillars.year.index).toBe(7)
  })

  test("the printed minute decides under kasiMinute, and the other chart is beside it", () => {
    // Ipchun of 2000 was at 21:40:23 in Seoul, and KASI prints 21:40.
    const birth = { date: "2000-02-04", time: "21:40" }
    const found = chart(birth, { termPrecision: "kasiMinute" })
    expect(found.pillars.year.hangul).toBe("경진")
    expect(found.details.previousTerm).toEqual({ term: 2, utc: "2000-02-04T12:40:00.000Z", seconds: 0 })
    expect(found.alternatives[0]).toMatchObject({ reason: "near_term", pillars: { year: { hangul: "기묘" } } })
    expect(chart(birth).pillars.year.hangul).toBe("기묘")
  })
})

describe("near an edge of the clock", () => {
  test("two minutes on either side of an hour edge give the other hour", () => {
    const birth = (time: string): Birth => ({ date: "1990-05-01", time })
    for (const time of ["13:28:00", "13:29:30", "13:30:00", "13:32:00"]) {
      const found = chart(birth(time))
      expect(found.details.warnings.map(({ code }) => code)).toEqual(["near_hour_edge"])
      expect(found.alternatives).toHaveLength(1)
      expect([found.pillars.hour?.hangul, found.alternatives[0]?.pillars.hour?.hangul].sort()).toEqual(["갑오", "을미"])
    }
    expect(chart(birth("13:28:00")).details.warnings[0]?.params).toEqual({ hour: 13, seconds: 120 })
    expect(chart(birth("13:32:00")).details.warnings[0]?.params).toEqual({ hour: 13, seconds: -120 })
    expect(codes(birth("13:27:59"))).toEqual([])
    expect(codes(birth("13:32:01"))).toEqual([])
  })

  test("midnight changes the day, or under jasi nothing", () => {
    const birth = { date: "1990-05-02", time: "00:29:00" }
    const found = chart(birth)
    expect(found.details.warnings.map(({ code }) => code)).toEqual(["near_day_edge", "rat_hour"])
    expect(names(found)).toBe("경오 경진 병인 경자")
    expect(found.alternatives.map((other) => [other.reason, names(other)])).toEqual([
      ["near_day_edge", "경오 경진 정묘 경자"],
      ["rat_hour", "경오 경진 정묘 경자"],
      ["rat_hour", "경오 경진 병인 무자"],
    ])
    expect(codes(birth, { boundary: "jasi" })).toEqual(["rat_hour"])
  })

  test("11 at night shows what the other schools say", () => {
    const found = chart({ date: "1990-05-01", time: "23:59" })
    expect(found.details.warnings).toEqual([{ code: "rat_hour", params: { boundary: "split" } }])
    expect(found.alternatives.map((other) => other.details.options.boundary)).toEqual(["jasi", "midnight"])
    for (const other of found.alternatives) {
      const asked = chart({ date: "1990-05-01", time: "23:59" }, { boundary: other.details.options.boundary })
      expect(other).toEqual({
        ...asked,
        details: { ...asked.details, warnings: [] },
        alternatives: [],
        reason: "rat_hour",
      })
    }
  })
})

describe("a clock that was changed", () => {
  test("a reading that came twice shows both", () => {
    // Daylight saving ended on 1987-10-11 at 03:00: the hour from 02:00 came twice.
    const first = chart({ date: "1987-10-11", time: "02:10" })
    const second = chart({ date: "1987-10-11", time: "02:10", fold: 1 })
    expect(first.details).toMatchObject({ utc: "1987-10-10T16:10:00.000Z", dst: true, offsetSec: 36000 })
    expect(second.details).toMatchObject({ utc: "1987-10-10T17:10:00.000Z", dst: false, offsetSec: 32400 })
    expect(first.details.warnings).toContainEqual({ code: "clock_repeated", params: { fold: 0, shiftSec: 3600 } })
    expect(second.details.warnings).toContainEqual({ code: "clock_repeated", params: { fold: 1, shiftSec: 3600 } })
    expect(first.alternatives[0]).toMatchObject({ reason: "clock_repeated", pillars: second.pillars })
    expect(second.alternatives[0]).toMatchObject({ reason: "clock_repeated", pillars: first.pillars })
    expect(codes({ date: "1987-10-11", time: "01:59:59" })).not.toContain("clock_repeated")
    expect(codes({ date: "1987-10-11", time: "03:00" })).not.toContain("clock_repeated")
    expect(codes({ date: "1987-10-11", time: "03:00", fold: 1 })).not.toContain("clock_repeated")
  })

  test("a reading that never came is read with the offset before", () => {
    const found = chart({ date: "1987-05-10", time: "02:20" })
    expect(found.details).toMatchObject({ utc: "1987-05-09T17:20:00.000Z", dst: false, offsetSec: 32400 })
    expect(found.details.warnings).toContainEqual({ code: "clock_skipped", params: { shiftSec: 3600 } })
    expect(found.alternatives[0]).toMatchObject({
      reason: "clock_skipped",
      details: { utc: "1987-05-09T16:20:00.000Z" },
    })
    expect(codes({ date: "1987-05-10", time: "01:59:59" })).not.toContain("clock_skipped")
    expect(codes({ date: "1987-05-10", time: "03:00" })).not.toContain("clock_skipped")
    expect(codes({ date: "1987-05-10", time: "02:20", fold: 1 })).toContain("clock_skipped")
  })
})

describe("the date on the record", () => {
  test("is there in both calendars, hour or none", () => {
    const date = "2025-07-25"
    const lunar = { year: 2025, month: 6, day: 1, leap: true, monthDays: 29 }
    for (const time of ["14:30", null]) expect(chart({ date, time }).details).toMatchObject({ date, lunar })
    const fromLunar = { date: "2025-06-01", time: null, calendar: "lunar", leapMonth: true } as const
    expect(chart(fromLunar).details).toMatchObject({ date, lunar })
  })

  test("is of the calendar asked for", () => {
    const birth = { date: "1988-02-18", time: null }
    expect(chart(birth).details.lunar).toMatchObject({ month: 1, day: 1 })
    expect(chart(birth, { lunarCalendar: "china" }).details.lunar).toMatchObject({ month: 1, day: 2 })
  })

  test("is the recorded one wherever the instant or the chart's day lies", () => {
    const late = chart({ date: "1990-05-01", time: "23:50", timeZone: "-10:00" }, { boundary: "jasi" })
    expect(late.details.date).toBe("1990-05-01")
    const evening = chart({ date: "2000-02-04", time: "21:40" })
    for (const { details } of [evening, ...evening.alternatives]) expect(details.date).toBe("2000-02-04")
  })
})

describe("zones and places", () => {
  test("a longitude far from the zone is a doubt", () => {
    const seoul = { date: "1990-05-01", time: "14:30" }
    const far = (longitudeDeg: number, timeZone = "Asia/Seoul") =>
      chart({ ...seoul, longitudeDeg, timeZone }).details.warnings.filter(
        ({ code }) => code === "longitude_far_from_zone",
      )
    // 74° W is 4 h 56 min behind UTC, Korea's standard time 9 h ahead of it.
    expect(far(-74)).toEqual([{ code: "longitude_far_from_zone", params: { hours: -13.9 } }])
    expect(far(-126.978)).toHaveLength(1)
    expect(far(126.978)).toEqual([])
    expect([far(90), far(89.9)]).toEqual([[], [{ code: "longitude_far_from_zone", params: { hours: -3 } }]])
    expect(far(126.978, "+01:00")).toEqual([{ code: "longitude_far_from_zone", params: { hours: 7.5 } }])
  })

  test("without a longitude solar clocks fall back to the legal one outside Korea", () => {
    for (const clock of ["mean", "apparent"] as const) {
      const { details } = chart({ date: "1990-05-01", time: "14:10", timeZone: "+08:00" }, { clock })
      expect(details).toMatchObject({ clock: "standard", correctionSec: 0, longitudeDeg: null, options: { clock } })
      expect(details.warnings).toEqual([{ code: "longitude_missing", params: { clock: "standard" } }])
    }
    expect(codes({ date: "1990-05-01", time: "14:10", timeZone: "+08:00" }, { clock: "wall" })).toEqual([])
    expect(codes({ date: "1990-05-01", time: "14:10", timeZone: "Asia/Pyongyang", longitudeDeg: null })).toEqual([])
  })

  test("before the law on clocks, and after the laws known", () => {
    expect(codes({ date: "1905-05-01", time: "14:10" })).toEqual(["zone_before_law"])
    expect(codes({ date: "2040-05-01", time: "14:10" })).toEqual(["zone_predicted"])
    expect(codes({ date: "2040-05-01", time: "14:10", timeZone: "+09:00", longitudeDeg: 127.5 })).toEqual([])
  })
})

describe("an unknown hour", () => {
  test("has no hour and nothing that depends on it", () => {
    const { pillars, details, alternatives } = chart({ date: "1990-05-01", time: null })
    expect(pillars.hour).toBeNull()
    expect(details).toMatchObject({ utc: null, correctionSec: null, otherClocks: [], previousTerm: { seconds: null } })
    expect(details.warnings).toEqual([{ code: "hour_unknown", params: {} }])
    expect(alternatives).toEqual([])
  })

  test("has every chart of the day as a candidate", () => {
    for (const date of ["1990-05-01", "1990-02-04", "1961-08-10", "1987-05-10", "1987-10-11"]) {
      for (const boundary of ["split", "jasi", "midnight"] as const) {
        const candidates = chart({ date, time: null }, { boundary }).candidates ?? []
        expect(candidates[0]?.from).toBe("00:00:00")
        expect(candidates.at(-1)?.to).toBe("23:59:59")
        for (const { from, to, pillars } of candidates) {
          for (const time of [from, to]) expect(chart({ date, time }, { boundary }).pillars).toEqual(pillars)
        }
      }
    }
    expect(chart({ date: "1990-05-01", time: null }, { clock: "wall" }).candidates).toHaveLength(13)
    expect(chart({ date: "1990-05-01", time: null }).candidates).toHaveLength(14)
  })

  test("says when a term began on that day", () => {
    const { details, candidates } = chart({ date: "1990-02-04", time: null })
    expect(details.warnings.map(({ code }) => code)).toEqual(["hour_unknown", "term_inside_day"])
    expect(new Set(candidates?.map(({ pillars }) => pillars.year.hangul))).toEqual(new Set(["기사", "경오"]))
    expect(codes({ date: "1990-02-05", time: null })).toEqual(["hour_unknown"])
  })
})

test("ISO texts are those of the calendar functions", () => {
  for (let ms = Date.UTC(1899, 0, 1); ms < Date.UTC(2102, 0, 1); ms += 38_401_217) expect(isoText(ms)).toBe(isoUtc(ms))
})
