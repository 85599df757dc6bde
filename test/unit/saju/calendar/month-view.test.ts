import { isCubeError } from "cubular/contract"
import {
  type CalendarDay,
  calendarDate,
  calendarMonth,
  type DateInput,
  type MonthInput,
  pillars,
  type SajuOptions,
  solarTerms,
  solarToLunar,
} from "cubular/saju"
import { describe, expect, test } from "vitest"
import { daysInMonth } from "../../../../cubes/saju/engine/civil.ts"
import { kasiMinutes } from "../../../golden/saju/kasi-solar-terms.ts"

const two = (value: number): string => String(value).padStart(2, "0")
const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, at) => `${year}-${two(at + 1)}`)
const daysOf = (year: number, options?: SajuOptions): CalendarDay[] =>
  monthsOf(year).flatMap((month) => calendarMonth({ month }, options).days)

describe("a month of the almanac", () => {
  test("has each day once, with its weekday, both dates and the pillars of its midnight", () => {
    for (const year of [1900, 1954, 1984, 2000, 2026, 2027, 2100]) {
      for (const text of monthsOf(year)) {
        const { days, month, calendar } = calendarMonth({ month: text })
        expect([month, calendar, days.length]).toEqual([text, "solar", daysInMonth(year, Number(text.slice(5)))])
        days.forEach((day, at) => {
          expect(day.date).toBe(`${text}-${two(at + 1)}`)
          expect(day.weekday).toBe(new Date(day.date).getUTCDay())
          expect(day.lunar).toEqual(solarToLunar(day.date))
          const birth = { date: day.date, time: "00:00", timeZone: "+09:00" }
          const { hour: _, ...midnight } = pillars(birth, { clock: "wall", boundary: "midnight" })
          expect({ year: day.year.index, month: day.month.index, day: day.day.index }).toEqual(midnight)
        })
      }
    }
  })

  test.each<SajuOptions>([
    { yearBoundary: "lunarNewYear" },
    { yearBoundary: "lunarNewYear", lunarCalendar: "china" },
    { yearBoundary: "dongji" },
    { termPrecision: "kasiMinute" },
  ])("follows the options: %o", (options) => {
    const timeZone = options.lunarCalendar === "china" ? "+08:00" : "+09:00"
    for (const day of [...daysOf(1997, options), ...daysOf(2027, options)]) {
      const birth = { date: day.date, time: "00:00", timeZone }
      const found = pillars(birth, { ...options, clock: "wall", boundary: "midnight" })
      expect([day.date, day.year.index, day.month.index]).toEqual([day.date, found.year, found.month])
      expect(day.lunar).toEqual(solarToLunar(day.date, { calendar: options.lunarCalendar }))
    }
  })

  test("has the 24 terms of a year on the days of their instants, and the pillars from there on", () => {
    for (const year of [1900, 1984, 2026, 2100]) {
      const days = daysOf(year).filter(({ term }) => term !== null)
      expect(days.map(({ term }) => term?.term)).toEqual(Array.from({ length: 24 }, (_, k) => k))
      solarTerms(year).forEach((ms, k) => {
        const day = days[k] as CalendarDay
        expect(day.term?.utc).toBe(new Date(ms).toISOString())
        expect(Date.parse(day.term?.local ?? "")).toBe(ms)
        expect(day.term?.local.slice(0, 10)).toBe(day.date)
        const at = new Date(ms + 9 * 3_600_000).toISOString()
        if (at.slice(11, 19) < "23:59:59") {
          const after = new Date(Math.ceil(ms / 1000) * 1000 + 9 * 3_600_000).toISOString()
          const birth = { date: after.slice(0, 10), time: after.slice(11, 19), timeZone: "+09:00" }
          const found = pillars(birth, { clock: "wall" })
          expect([day.term?.year.index, day.term?.month.index]).toEqual([found.year, found.month])
        }
      })
    }
  })

  test("has the terms on the days KASI publishes, 2000–2027, but for its known mistakes", () => {
    const wrong: string[] = []
    for (const line of kasiMinutes.trim().split("\n")) {
      const [year = "", ...minutes] = line.split(" ")
      const days = daysOf(Number(year), { termPrecision: "kasiMinute" }).filter(({ term }) => term !== null)
      minutes.forEach((minute, k) => {
        const local = new Date((Number.parseInt(minute, 36) + 540) * 60_000).toISOString().slice(0, 10)
        if (days[k]?.date !== local) wrong.push(`${year} ${days[k]?.term?.name.hangul}`)
      })
    }
    expect(wrong).toEqual(["2011 대한"])
  })

  test("may be a lunar month, leap or not, in either calendar", () => {
    const leap = calendarMonth({ month: "2012-03", calendar: "lunar", leapMonth: true })
    expect([leap.days[0]?.date, leap.days.length, leap.leapMonth]).toEqual(["2012-04-21", 30, true])
    expect(leap.days.map(({ lunar }) => lunar.day)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    const china = calendarMonth({ month: "2012-04", calendar: "lunar" }, { lunarCalendar: "china" })
    expect([china.days[0]?.date, china.days.length]).toEqual(["2012-04-21", 30])
    const first = calendarMonth({ month: "2026-01", calendar: "lunar" })
    expect([first.month, first.days[0]?.date]).toEqual(["2026-01", "2026-02-17"])
  })

  test("says which of its lunar months is in doubt, once", () => {
    expect(calendarMonth({ month: "2074-08" }).warnings).toEqual([
      { code: "lunar_month_uncertain", params: { first: "2074-08-23" } },
    ])
    expect(calendarMonth({ month: "2074-07" }).warnings).toEqual([])
  })

  test("says which options decided", () => {
    expect(calendarMonth({ month: "2026-11" }, { boundary: "jasi" }).options).toEqual({
      lunarCalendar: "korea",
      yearBoundary: "ipchun",
      termPrecision: "exact",
    })
  })
})

describe("a date in both calendars", () => {
  test("is the same whichever of them it is written in", () => {
    const { lunar, ...rest } = calendarDate({ date: "1990-05-01" })
    expect(lunar).toEqual({ year: 1990, month: 4, day: 7, leap: false, monthDays: 29 })
    expect(calendarDate({ date: "1990-04-07", calendar: "lunar" })).toEqual({ lunar, ...rest })
    expect([rest.weekday, rest.day.ganji, rest.warnings]).toEqual([2, "丙寅", []])
  })

  test("reaches from 1391 to 2201, proleptic and said so before 1582", () => {
    // 훈민정음 was proclaimed in the ninth lunar month of 1446.
    const found = calendarDate({ date: "1446-09-10", calendar: "lunar" })
    expect(found.warnings).toEqual([{ code: "proleptic_gregorian", params: {} }])
    expect(calendarDate({ date: found.date }).lunar).toEqual(found.lunar)
    expect(calendarDate({ date: "2200-12-29", calendar: "lunar" }).date).toBe("2201-02-03")
  })
})

describe("refusals", () => {
  function thrownBy(call: () => unknown): unknown {
    try {
      return call()
    } catch (error) {
      expect(isCubeError(error)).toBe(true)
      return error
    }
  }

  test.each<[unknown, string, string[]]>([
    [null, "calendar_month_malformed", ["month"]],
    ["2026-11", "calendar_month_malformed", ["month"]],
    [{}, "month_malformed", ["month", "month"]],
    [{ month: "2026-1" }, "month_malformed", ["month", "month"]],
    [{ month: "2026-11-01" }, "month_malformed", ["month", "month"]],
    [{ month: 202611 }, "month_malformed", ["month", "month"]],
    [{ month: "2026-00" }, "date_part_out_of_range", ["month", "month"]],
    [{ month: "2026-13", calendar: "lunar" }, "date_part_out_of_range", ["month", "month"]],
    [{ month: "2026-11", leapMonth: true }, "leap_month_needs_lunar", ["month", "leapMonth"]],
    [{ month: "2026-11", calendar: "lunar", leapMonth: true }, "year_without_leap_month", ["month", "leapMonth"]],
    [{ month: "2025-05", calendar: "lunar", leapMonth: true }, "leap_month_not_in_year", ["month", "leapMonth"]],
    [{ month: "2026-11", calendar: "julian" }, "choice_unknown", ["month", "calendar"]],
    [{ month: "2026-11", leapMonth: 1 }, "choice_unknown", ["month", "leapMonth"]],
    [{ month: "2026-11", leap: true }, "field_unknown", ["month", "leap"]],
    [{ month: "1599-12" }, "year_out_of_range", ["month", "month"]],
    [{ month: "2201-01" }, "year_out_of_range", ["month", "month"]],
    [{ month: "1390-12", calendar: "lunar" }, "lunar_year_out_of_range", ["month", "month"]],
  ])("of the month %o", (month, code, path) => {
    expect(thrownBy(() => calendarMonth(month as MonthInput))).toMatchObject({ code, path })
  })

  test.each<[unknown, string, string[]]>([
    [undefined, "calendar_date_malformed", ["date"]],
    [{ date: "1990-04-30", calendar: "lunar" }, "lunar_day_not_in_month", ["date", "date"]],
    [{ date: "1990-04-31", calendar: "lunar" }, "date_part_out_of_range", ["date", "date"]],
    [{ date: "1990-02-29" }, "date_part_out_of_range", ["date", "date"]],
    [{ date: "1391-02-12" }, "date_outside_lunar_calendar", ["date", "date"]],
    [{ date: "1990-04-01", calendar: "lunar", leapMonth: true }, "leap_month_not_in_year", ["date", "leapMonth"]],
    [{ date: "1990-04-01", leapMonth: true }, "leap_month_needs_lunar", ["date", "leapMonth"]],
    [{ day: "1990-04-01" }, "field_unknown", ["date", "day"]],
  ])("of the date %o", (date, code, path) => {
    expect(thrownBy(() => calendarDate(date as DateInput))).toMatchObject({ code, path })
  })
})
