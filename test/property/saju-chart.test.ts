import { isCubeError } from "cubular/contract"
import { type Birth, chart, pillars, type SajuChart, type SajuOptions } from "cubular/saju"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

const two = (value: number): string => String(value).padStart(2, "0")

const birth: fc.Arbitrary<Birth> = fc
  .record({
    day: fc.integer({ min: -25_567, max: 47_846 }),
    second: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 86_399 }) }, fc.constant(null)),
    timeZone: fc.constantFrom("Asia/Seoul", "Asia/Pyongyang", "+09:00", "-07:15"),
    fold: fc.constantFrom(0 as const, 1 as const),
    longitudeDeg: fc.oneof(fc.constant(null), fc.double({ min: -180, max: 180, noNaN: true })),
  })
  .map(({ day, second, ...rest }) => ({
    date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    time:
      second === null
        ? null
        : `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`,
    ...rest,
  }))

const options: fc.Arbitrary<SajuOptions> = fc.record(
  {
    clock: fc.constantFrom("wall", "standard", "mean", "apparent"),
    boundary: fc.constantFrom("split", "jasi", "midnight"),
    yearBoundary: fc.constantFrom("ipchun", "dongji"),
    termPrecision: fc.constantFrom("exact", "kasiMinute"),
  },
  { requiredKeys: [] },
)

const indexes = ({ pillars: { year, month, day, hour } }: SajuChart): Record<string, number | null> => ({
  year: year.index,
  month: month.index,
  day: day.index,
  hour: hour?.index ?? null,
})

describe("any birth under any options", () => {
  test("chart and pillars agree, and pillars obey the rules of the calendar", () => {
    fc.assert(
      fc.property(birth, options, (someone, rules) => {
        const found = chart(someone, rules)
        expect(indexes(found)).toEqual(pillars(someone, rules))
        const { year, month, day, hour } = found.pillars
        const tigerStem = (2 * (year.stem % 5) + 2) % 10
        const monthOfYear = (month.branch + 10) % 12
        // Under dongji the year is ahead of its months for the six weeks before ipchun.
        if (rules.yearBoundary !== "dongji") expect(month.stem).toBe((tigerStem + monthOfYear) % 10)
        if (hour && rules.boundary === "midnight") expect(hour.stem).toBe((2 * (day.stem % 5) + hour.branch) % 10)
        for (const pillar of [year, month, day]) expect(pillar.stem % 2).toBe(pillar.branch % 2)
      }),
      { numRuns: 3000 },
    )
  })

  test("every alternative answers a warning, differs, and could be had by asking", () => {
    fc.assert(
      fc.property(birth, options, (someone, rules) => {
        const { alternatives, details, pillars: here } = chart(someone, rules)
        const codes = details.warnings.map(({ code }) => code)
        for (const other of alternatives) {
          expect(codes).toContain(other.reason)
          expect(other.pillars).not.toEqual(here)
          expect(other.alternatives).toEqual([])
          const { boundary } = other.details.options
          if (other.reason === "rat_hour") {
            expect(other.pillars).toEqual(chart(someone, { ...rules, boundary }).pillars)
          }
        }
      }),
      { numRuns: 3000 },
    )
  })

  test("what is anything is refused with a code or answered with JSON", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (someone, rules) => {
        try {
          JSON.stringify(chart(someone as Birth, rules as SajuOptions))
        } catch (error) {
          expect(isCubeError(error)).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test("a birth with one field of any kind as well", () => {
    const fields = ["date", "time", "calendar", "leapMonth", "sex", "timeZone", "fold", "longitudeDeg", "extra"]
    fc.assert(
      fc.property(birth, fc.constantFrom(...fields), fc.anything(), (someone, field, value) => {
        try {
          expect(Object.values(indexes(chart({ ...someone, [field]: value })))).not.toContain(Number.NaN)
        } catch (error) {
          expect(isCubeError(error) ? error.path[0] : error).toBe("birth")
        }
      }),
      { numRuns: 3000 },
    )
  })
})
