import {
  chart,
  lunarToSolar,
  type PillarsBatch,
  pillars,
  pillarsBatch,
  type SajuOptions,
  solarToLunar,
} from "cubular/saju"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"
import { civilFromDays, daysFromCivil, formatDate } from "../../../../cubes/saju/engine/civil.ts"

const DAY_MS = 86_400_000
const dateOf = (day: number): string => formatDate(civilFromDays(day))

/** Every 97th day of 1900–2100. */
const days = Array.from(
  { length: Math.floor((daysFromCivil(2101, 1, 1) - daysFromCivil(1900, 1, 1)) / 97) },
  (_, at) => daysFromCivil(1900, 1, 1) + at * 97,
)

const lunarText = (date: string, calendar: "korea" | "china"): { date: string; leapMonth: boolean } => {
  const { year, month, day, leap } = solarToLunar(date, { calendar })
  return { date: formatDate({ year, month, day }), leapMonth: leap }
}

describe("a birth with a lunar date", () => {
  test.each(["korea", "china"] as const)(
    "has the pillars of its Gregorian day, in the calendar of %s",
    (lunarCalendar) => {
      for (const day of days) {
        const date = dateOf(day)
        const lunar = { ...lunarText(date, lunarCalendar), time: "11:40", calendar: "lunar" as const }
        expect(pillars(lunar, { lunarCalendar })).toEqual(pillars({ date, time: "11:40" }))
      }
    },
  )

  test("has the same chart, warnings and all", () => {
    const lunar = { date: "1990-05-05", leapMonth: true, calendar: "lunar", time: "00:30", sex: "female" } as const
    expect(chart(lunar)).toEqual(chart({ date: "1990-06-27", time: "00:30", sex: "female" }))
  })

  test("is of another day in China where the calendars differ", () => {
    const birth = { date: "1997-01-01", time: "12:00", calendar: "lunar" } as const
    const korea = pillars(birth)
    const china = pillars(birth, { lunarCalendar: "china" })
    expect(korea.day).toBe((china.day + 1) % 60)
  })

  test("still begins its year at ipchun", () => {
    // New Year 1990 was on 27 January, ipchun on 4 February.
    expect(pillars({ date: "1990-01-01", time: "12:00", calendar: "lunar" }).year).toBe(5)
    expect(pillars({ date: "1990-01-10", time: "12:00", calendar: "lunar" }).year).toBe(6)
  })

  test("may be of the lunar year before the first, and not of one whose days all come before", () => {
    expect(pillars({ date: "1899-12-01", time: "12:00", calendar: "lunar" })).toEqual(
      pillars({ date: "1900-01-01", time: "12:00" }),
    )
  })

  test("says that its month is in doubt", () => {
    const found = chart({ date: "2074-07-01", time: "12:00", calendar: "lunar" })
    expect(found.details.warnings).toContainEqual({ code: "lunar_month_uncertain", params: { first: "2074-08-23" } })
    expect(chart({ date: "2074-08-23", time: "12:00" }).details.warnings.map(({ code }) => code)).not.toContain(
      "lunar_month_uncertain",
    )
  })
})

describe("years from lunar New Year", () => {
  const yearBoundary = "lunarNewYear"

  test.each(["korea", "china"] as const)(
    "change at 00:00 of New Year's day of %s, and nothing else does",
    (lunarCalendar) => {
      for (let year = 1900; year <= 2100; year++) {
        const date = lunarToSolar({ year, month: 1, day: 1 }, { calendar: lunarCalendar })
        const before = dateOf(Math.floor(Date.parse(`${date}T00:00Z`) / DAY_MS) - 1)
        const options: SajuOptions = { yearBoundary, lunarCalendar }
        expect(pillars({ date, time: "00:00" }, options).year).toBe((year - 4) % 60)
        expect(pillars({ date: before, time: "23:59" }, options).year).toBe((year - 5) % 60)
        const { year: _, ...rest } = pillars({ date, time: "00:00" }, options)
        expect(pillars({ date, time: "00:00" })).toMatchObject(rest)
      }
    },
  )

  test("take the date on the record, whatever the zone, the deciding clock and the boundary of days", () => {
    for (const timeZone of ["Asia/Seoul", "America/New_York", "Pacific/Kiritimati", "-11:00"]) {
      for (const clock of ["wall", "apparent"] as const) {
        const options: SajuOptions = { yearBoundary, clock, boundary: "jasi" }
        expect(pillars({ date: "2000-02-04", time: "23:59", timeZone, longitudeDeg: 0 }, options).year).toBe(15)
        expect(pillars({ date: "2000-02-05", time: "00:00", timeZone, longitudeDeg: 0 }, options).year).toBe(16)
      }
    }
  })

  test("are the same in a chart, with the hour unknown and in its candidates", () => {
    for (const [date, year] of [
      ["2000-02-04", 15],
      ["2000-02-05", 16],
    ] as const) {
      const found = chart({ date, time: null }, { yearBoundary })
      expect(found.pillars.year.index).toBe(year)
      for (const candidate of found.candidates ?? []) expect(candidate.pillars.year.index).toBe(year)
    }
  })

  test.each([
    ["2000-02-04", "23:58", 120, "near_new_year"],
    ["2000-02-05", "00:00", 0, "near_new_year"],
    ["2000-02-05", "00:02", -120, "near_new_year"],
    ["2000-02-04", "23:57", undefined, undefined],
    ["2000-02-05", "00:03", undefined, undefined],
    ["2000-02-06", "00:00", undefined, undefined],
  ])("have both charts within two minutes of that midnight: %s %s", (date, time, seconds, reason) => {
    const found = chart({ date, time }, { yearBoundary })
    const warning = found.details.warnings.find(({ code }) => code === "near_new_year")
    expect(warning).toEqual(seconds === undefined ? undefined : { code: "near_new_year", params: { seconds } })
    const other = found.alternatives.find((alternative) => alternative.reason === "near_new_year")
    expect(other?.reason).toBe(reason)
    if (other) {
      expect(other.pillars.year.index).toBe(31 - found.pillars.year.index)
      expect({ ...other.pillars, year: null }).toEqual({ ...found.pillars, year: null })
    }
    expect(chart({ date, time }).details.warnings.map(({ code }) => code)).not.toContain("near_new_year")
  })

  test("say when New Year's day itself is in doubt", () => {
    // New moon 2092-02-08 00:04 KST as computed.
    const codes = (date: string): string[] =>
      chart({ date, time: "12:00" }, { yearBoundary }).details.warnings.map(({ code }) => code)
    expect(codes("2092-02-06")).not.toContain("lunar_month_uncertain")
    expect(codes("2092-02-07")).toContain("lunar_month_uncertain")
    expect(codes("2092-02-08")).toContain("lunar_month_uncertain")
    expect(codes("2092-02-09")).not.toContain("lunar_month_uncertain")
  })

  test.each<[string, Pick<PillarsBatch, "lunarCalendar" | "timeZone" | "clock" | "boundary" | "wasm">]>([
    ["of Korea", {}],
    ["of China", { lunarCalendar: "china" }],
    ["of Korea elsewhere, by apparent time", { timeZone: "America/New_York", clock: "apparent", boundary: "jasi" }],
    ["of China in TypeScript", { lunarCalendar: "china", wasm: null }],
    ["of Korea at a fixed offset", { timeZone: "+09:00", clock: "wall" }],
  ])("are the same in batches: %s", async (_, given) => {
    const near = Array.from({ length: 201 }, (_, at) =>
      Date.parse(lunarToSolar({ year: 1900 + at, month: 1, day: 1 }, { calendar: given.lunarCalendar })),
    )
    const civilMs = Float64Array.from([
      ...near.flatMap((ms) => [ms, ms - 1000, ms - 0.25]),
      ...days.map((day) => day * DAY_MS),
    ])
    const longitudeDeg = 127
    const found = await pillarsBatch({ ...given, civilMs, longitudeDeg, yearBoundary })
    const { timeZone, wasm: _wasm, ...options } = given
    civilMs.forEach((ms, row) => {
      const [date = "", time = ""] = new Date(Math.floor(ms)).toISOString().slice(0, 19).split("T")
      const one = pillars({ date, time, timeZone, longitudeDeg }, { ...options, yearBoundary })
      expect([...found.subarray(row * 4, row * 4 + 4)]).toEqual(Object.values(one))
    })
  })

  test("leave rows that cannot be computed alone", async () => {
    const civilMs = Float64Array.of(Number.NaN, Date.parse("1899-12-31"), Date.parse("2000-02-05"))
    const found = await pillarsBatch({ civilMs, yearBoundary })
    expect([...found.subarray(0, 9)]).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 16])
  })
})
