import { type Birth, lunarToSolar, pillars, type SajuOptions, solarToLunar } from "cubular/saju"
import "cubular/saju/years"
import { describe, expect, test } from "vitest"

describe("lunar births of far years", () => {
  test("have the pillars of their Gregorian day, 1600–2200", () => {
    for (let year = 1601; year <= 2199; year += 2) {
      const month = ((year * 7) % 12) + 1
      const date = lunarToSolar({ year, month, day: 29 })
      const text = `${year}-${String(month).padStart(2, "0")}-29`
      expect(pillars({ date: text, time: "05:10", calendar: "lunar" })).toEqual(pillars({ date, time: "05:10" }))
    }
  })

  test("may be in leap months that another library lacks", () => {
    const lunar: Birth = { date: "1735-04-01", time: "12:00", calendar: "lunar", leapMonth: true }
    expect(pillars(lunar)).toEqual(pillars({ date: "1735-05-22", time: "12:00" }))
  })

  test("begin their year at New Year's day of Korea", () => {
    for (const year of [1600, 1650, 1799, 1898, 2101, 2200]) {
      const date = lunarToSolar({ year, month: 1, day: 1 })
      const options: SajuOptions = { yearBoundary: "lunarNewYear" }
      expect(pillars({ date, time: "00:00" }, options).year).toBe((year - 4) % 60)
    }
    expect(solarToLunar("2200-12-31").year).toBe(2200)
    expect(pillars({ date: "2200-12-31", time: "23:59" }, { yearBoundary: "lunarNewYear" }).year).toBe(2196 % 60)
  })

  test.each<[Birth, SajuOptions, string, string[]]>([
    [{ date: "1896-01-01", time: null, calendar: "lunar" }, {}, "lunar_year_out_of_range", ["birth", "date"]],
    [
      { date: "1897-02-01", time: null },
      { yearBoundary: "lunarNewYear" },
      "date_outside_lunar_calendar",
      ["options", "lunarCalendar"],
    ],
  ])("are refused for China before 1897: %o", (birth, options, code, path) => {
    expect(() => pillars(birth, { ...options, lunarCalendar: "china" })).toThrow(
      expect.objectContaining({ code, path }),
    )
    expect(() => pillars(birth, options)).not.toThrow()
  })
})
