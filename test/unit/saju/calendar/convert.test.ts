import { isCubeError } from "cubular/contract"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { civilFromDays, daysFromCivil, formatDate } from "../../../../cubes/saju/engine/civil.ts"
import {
  type CalendarOptions,
  calendarWarnings,
  type LunarDateInput,
  lunarToSolar,
  solarToLunar,
} from "../../../../cubes/saju/engine/index.ts"

function thrownBy(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    expect(isCubeError(error)).toBe(true)
    return error
  }
}

describe("between the calendars", () => {
  test.each([
    ["korea", "1391-02-13", "2201-02-03"],
    ["china", "1897-02-02", "2201-02-03"],
  ] as const)("any day of %s comes back as itself", (calendar, first, last) => {
    const [from, to] = [first, last].map((text) => {
      const [year, month, day] = text.split("-").map(Number) as [number, number, number]
      return daysFromCivil(year, month, day)
    }) as [number, number]
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (days) => {
        const date = formatDate(civilFromDays(days))
        const { monthDays, ...lunar } = solarToLunar(date, { calendar })
        expect(lunarToSolar(lunar, { calendar })).toBe(date)
        expect(lunar.day).toBeLessThanOrEqual(monthDays)
        if (days < to) {
          const next = solarToLunar(formatDate(civilFromDays(days + 1)), { calendar })
          expect(next.day).toBe(lunar.day === monthDays ? 1 : lunar.day + 1)
        }
      }),
      { numRuns: 5000, seed: 20261121 },
    )
    expect(thrownBy(() => solarToLunar(formatDate(civilFromDays(from - 1)), { calendar }))).toMatchObject({
      code: "date_outside_lunar_calendar",
      params: { first, last, calendar },
    })
    expect(thrownBy(() => solarToLunar(formatDate(civilFromDays(to + 1)), { calendar }))).toMatchObject({
      code: "date_outside_lunar_calendar",
    })
  })

  test("a month is ordinary unless it is said to be leap", () => {
    expect(lunarToSolar({ year: 2023, month: 2, day: 1 })).toBe("2023-02-20")
    expect(lunarToSolar({ year: 2023, month: 2, day: 1, leap: true })).toBe("2023-03-22")
  })
})

describe("lunar dates that do not exist", () => {
  const at = (year: number, month: number, day: number, leap = false): LunarDateInput => ({ year, month, day, leap })

  test.each<[string, LunarDateInput, CalendarOptions, string, string, object]>([
    ["year 1390", at(1390, 1, 1), {}, "lunar_year_out_of_range", "year", { min: 1391, max: 2200, calendar: "korea" }],
    ["year 2201", at(2201, 1, 1), {}, "lunar_year_out_of_range", "year", { min: 1391, max: 2200, calendar: "korea" }],
    ["China in 1896", at(1896, 1, 1), { calendar: "china" }, "lunar_year_out_of_range", "year", { min: 1897 }],
    ["no year", at(Number.NaN, 1, 1), {}, "lunar_year_out_of_range", "year", {}],
    ["half a year", at(1990.5, 1, 1), {}, "lunar_year_out_of_range", "year", {}],
    ["month 13", at(1990, 13, 1), {}, "date_part_out_of_range", "month", { part: "month", min: 1, max: 12 }],
    ["month 0", at(1990, 0, 1), {}, "date_part_out_of_range", "month", {}],
    ["day 0", at(1990, 4, 0), {}, "lunar_day_not_in_month", "day", { days: 29 }],
    ["day 30 of 29", at(1990, 4, 30), {}, "lunar_day_not_in_month", "day", { days: 29 }],
    ["day 31 of 30", at(1990, 5, 31), {}, "lunar_day_not_in_month", "day", { days: 30 }],
    ["no day", at(1990, 5, Number.NaN), {}, "lunar_day_not_in_month", "day", { days: 30 }],
    [
      "another leap month",
      at(1990, 4, 1, true),
      {},
      "leap_month_not_in_year",
      "leap",
      { leapMonth: 5, years: [1982, 2001] },
    ],
    [
      "a leap month in a year of twelve",
      at(1991, 5, 1, true),
      {},
      "year_without_leap_month",
      "leap",
      { years: [1990, 1998] },
    ],
    ["the first leap month 1", at(1419, 1, 1, true), {}, "year_without_leap_month", "leap", { years: [1420] }],
    [
      "China has had none",
      at(2000, 1, 1, true),
      { calendar: "china" },
      "year_without_leap_month",
      "leap",
      { years: [] },
    ],
  ])("%s", (_, date, options, code, path, params) => {
    expect(thrownBy(() => lunarToSolar(date, options))).toMatchObject({ code, path: [path], params })
  })

  test("say which day, month and years there are", () => {
    const { message, hint } = thrownBy(() => lunarToSolar(at(1990, 4, 1, true))) as { message: string; hint: string }
    expect(message).toBe("The leap month of that lunar year is month 5.")
    expect(hint).toContain("1982, 2001")
  })
})

test("a lunar date that solarToLunar gave goes back, and a length it has not is refused", () => {
  for (const date of ["2025-07-25", "1990-05-01", "1391-02-13"]) {
    const lunar = solarToLunar(date)
    expect(lunarToSolar(lunar)).toBe(date)
    const wrong = { ...lunar, monthDays: 59 - lunar.monthDays }
    expect(thrownBy(() => lunarToSolar(wrong))).toMatchObject({ code: "lunar_date_malformed", path: ["monthDays"] })
  }
})

describe("what is no date", () => {
  const fine = { year: 1990, month: 4, day: 7 }
  const trap = {
    get year(): number {
      throw new Error("secret")
    },
  }

  test.each<[string, unknown, unknown, string, (string | number)[]]>([
    ["null", null, undefined, "lunar_date_malformed", ["date"]],
    ["a text", "1990-04-07", undefined, "lunar_date_malformed", ["date"]],
    ["a list", [1990, 4, 7], undefined, "lunar_date_malformed", ["date"]],
    ["numbers as text", { ...fine, month: "4" }, undefined, "lunar_date_malformed", ["month"]],
    ["a missing day", { year: 1990, month: 4 }, undefined, "lunar_date_malformed", ["day"]],
    ["an unknown field", { ...fine, hour: 3 }, undefined, "field_unknown", ["date", "hour"]],
    ["leap as a number", { ...fine, leap: 1 }, undefined, "choice_unknown", ["leap"]],
    ["a getter that throws", trap, undefined, "input_unreadable", ["date", "year"]],
    ["an unknown calendar", fine, { calendar: "japan" }, "choice_unknown", ["options", "calendar"]],
    ["an unknown option", fine, { calender: "korea" }, "field_unknown", ["options", "calender"]],
    ["options as text", fine, "china", "options_malformed", ["options"]],
  ])("%s", (_, date, options, code, path) => {
    const thrown = thrownBy(() => lunarToSolar(date as LunarDateInput, options as CalendarOptions))
    expect(thrown).toMatchObject({ code, path })
    expect(JSON.stringify(thrown)).not.toContain("secret")
  })

  test.each<[unknown, string]>([
    ["1990-02-30", "date_part_out_of_range"],
    ["1990-5-1", "date_malformed"],
    [19900501, "date_malformed"],
    [null, "date_malformed"],
    ["0001-01-01", "date_outside_lunar_calendar"],
  ])("%s as a Gregorian date", (date, code) => {
    expect(thrownBy(() => solarToLunar(date as string))).toMatchObject({ code, path: ["date"] })
  })
})

describe("doubts about a date", () => {
  const codes = (date: string, options?: CalendarOptions): string[] =>
    calendarWarnings(date, options).map(({ code }) => code)

  test("are told of months whose new moon is within five minutes of midnight, and of the day before them", () => {
    // New moon 2074-08-23 00:00:18 KST as computed.
    expect(codes("2074-08-21")).toEqual([])
    expect(calendarWarnings("2074-08-22")).toEqual([{ code: "lunar_month_uncertain", params: { first: "2074-08-23" } }])
    expect(codes("2074-09-20")).toEqual(["lunar_month_uncertain"])
    expect(codes("2074-09-21")).toEqual([])
    expect(codes("2074-08-23", { calendar: "china" })).toEqual([])
    // 2057-09-29 is China's famous one; in Korea that new moon is an hour past midnight.
    expect(codes("2057-09-29", { calendar: "china" })).toEqual(["lunar_month_uncertain"])
    expect(codes("2057-09-29")).toEqual([])
  })

  test("are told of eighteen months in Korea and nine in China, none of them published", () => {
    for (const [calendar, count] of [
      ["korea", 18],
      ["china", 9],
    ] as const) {
      const firsts = new Set<string>()
      for (let days = daysFromCivil(1912, 3, 1); days < daysFromCivil(2201, 2, 4); days++) {
        for (const warning of calendarWarnings(formatDate(civilFromDays(days)), { calendar })) {
          if (warning.code === "lunar_month_uncertain") firsts.add(warning.params.first)
        }
      }
      expect(firsts.size).toBe(count)
      expect([...firsts].every((first) => first > "2051")).toBe(true)
    }
  })

  test("are told of dates before the Gregorian calendar", () => {
    expect(codes("1582-10-15")).toEqual([])
    expect(codes("1582-10-14")).toEqual(["proleptic_gregorian"])
  })
})
