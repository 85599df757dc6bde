import { isCubeError } from "cubular/contract"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  formatDate,
  formatTime,
  isoUtc,
  parseDate,
  parseTime,
  wallSeconds,
} from "../../../cubes/saju/engine/civil.ts"

function refusal(call: () => unknown): unknown {
  try {
    call()
  } catch (e) {
    if (isCubeError(e)) return { code: e.code, path: e.path, params: e.params }
    throw e
  }
  return "accepted"
}

describe("day numbers", () => {
  test("agree with the host's calendar on every day from 1583 to 2600", () => {
    const first = Date.UTC(1583, 0, 1) / 86_400_000
    const last = Date.UTC(2600, 11, 31) / 86_400_000
    for (let days = first; days <= last; days++) {
      const date = new Date(days * 86_400_000)
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
      const found = civilFromDays(days)
      if (found.year !== expected.year || found.month !== expected.month || found.day !== expected.day) {
        expect(found).toEqual(expected)
      }
      if (daysFromCivil(found.year, found.month, found.day) !== days) expect(found).toBe(days)
    }
  })

  test("and their dates are each other's inverse over 200,000 years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -36_525_000, max: 36_525_000 }), (days) => {
        const { year, month, day } = civilFromDays(days)
        expect(daysFromCivil(year, month, day)).toBe(days)
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month))
      }),
    )
  })

  test("know leap years by the proleptic Gregorian rule", () => {
    expect([1900, 2000, 2023, 2024, 0, -4, 4].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 29, 29, 29])
  })
})

describe("a date", () => {
  test("is read as written", () => {
    expect(parseDate("1990-05-01")).toEqual({ year: 1990, month: 5, day: 1 })
    expect(parseDate("2024-02-29")).toEqual({ year: 2024, month: 2, day: 29 })
    expect(parseDate("0001-12-31")).toEqual({ year: 1, month: 12, day: 31 })
  })

  test.each([
    ["1990-13-01", "month", 1, 12],
    ["1990-00-01", "month", 1, 12],
    ["1990-05-00", "day", 1, 31],
    ["1990-06-31", "day", 1, 30],
    ["1990-02-30", "day", 1, 28],
    ["2023-02-29", "day", 1, 28],
    ["1900-02-29", "day", 1, 28],
    ["2024-02-30", "day", 1, 29],
  ])("%s is refused with the allowed range", (text, part, min, max) => {
    const params = { part, min, max }
    expect(refusal(() => parseDate(text))).toEqual({ code: "date_part_out_of_range", path: ["date"], params })
  })

  test.each([
    "",
    "1990-5-1",
    "1990/05/01",
    "19900501",
    " 1990-05-01",
    "1990-05-01 ",
    "1990-05-01\n",
    "1990-05-01T00:00",
    "-1990-05-01",
    "+01990-05-01",
    "１９９０-05-01",
    "1990-05-0x",
    null,
    undefined,
    19_900_501,
    Number.NaN,
    ["1990-05-01"],
  ])("%j is refused as malformed", (text) => {
    expect(refusal(() => parseDate(text))).toEqual({ code: "date_malformed", path: ["date"], params: {} })
  })

  test("of the lunar calendar has up to 30 days in any month", () => {
    expect(parseDate("2023-02-30", ["date"], true)).toEqual({ year: 2023, month: 2, day: 30 })
    const params = { part: "day", min: 1, max: 30 }
    expect(refusal(() => parseDate("2023-01-31", ["date"], true))).toMatchObject({ params })
  })

  test("is refused at the place the caller names", () => {
    expect(refusal(() => parseDate("x", ["births", 3, "date"]))).toMatchObject({ path: ["births", 3, "date"] })
  })
})

describe("a time", () => {
  test("is read with or without seconds", () => {
    expect(parseTime("00:00")).toEqual({ hour: 0, minute: 0, second: 0 })
    expect(parseTime("23:59:59")).toEqual({ hour: 23, minute: 59, second: 59 })
  })

  test.each([
    ["24:00", "hour", 0, 23],
    ["25:10", "hour", 0, 23],
    ["12:60", "minute", 0, 59],
    ["12:30:60", "second", 0, 59],
  ])("%s is refused with the allowed range", (text, part, min, max) => {
    const params = { part, min, max }
    expect(refusal(() => parseTime(text))).toEqual({ code: "time_part_out_of_range", path: ["time"], params })
  })

  test.each([
    "",
    "7:30",
    "0730",
    "07:3",
    "07:30:5",
    "07:30:15.5",
    "07:30Z",
    "-7:30",
    "오전 7:30",
    "07:30\n",
    null,
    730,
    {},
  ])("%j is refused as malformed", (text) => {
    expect(refusal(() => parseTime(text))).toEqual({ code: "time_malformed", path: ["time"], params: {} })
  })
})

describe("formats", () => {
  test("an instant as the host's toISOString does, years 1700 to 2400", () => {
    const instant = fc.integer({ min: Date.UTC(1700, 0, 1), max: Date.UTC(2400, 0, 1) })
    fc.assert(
      fc.property(instant, (ms) => {
        expect(isoUtc(ms)).toBe(new Date(ms).toISOString())
      }),
    )
  })

  test("an instant between milliseconds as the one before", () => {
    expect(isoUtc(-0.25)).toBe("1969-12-31T23:59:59.999Z")
    expect(isoUtc(1.75)).toBe("1970-01-01T00:00:00.001Z")
  })

  test("years outside four digits with a sign", () => {
    expect(formatDate({ year: -1, month: 2, day: 3 })).toBe("-000001-02-03")
    expect(formatDate({ year: 12_345, month: 2, day: 3 })).toBe("+012345-02-03")
  })

  test("what was read back to what was written", () => {
    const parts = fc.tuple(fc.integer({ min: -719_528, max: 2_932_896 }), fc.integer({ min: 0, max: 86_399 }))
    fc.assert(
      fc.property(parts, ([days, second]) => {
        const date = formatDate(civilFromDays(days))
        const time = formatTime(second)
        expect(wallSeconds(parseDate(date), parseTime(time))).toBe(days * 86_400 + second)
      }),
    )
  })
})
