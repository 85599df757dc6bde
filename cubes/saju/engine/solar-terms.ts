/** The solar terms of a year as callers ask for them, near or far. */
import { CubeError } from "cubular/contract/error"
import { year_out_of_range } from "cubular/messages/en"
import { farTermTt, farTermUtc } from "./far-terms.ts"
import { requireChoice } from "./options.ts"
import { FIRST_YEAR, LAST_YEAR } from "./tables/solar-terms.ts"
import { termTt, termUtc } from "./terms.ts"
import { FIRST_FAR_YEAR, LAST_FAR_YEAR } from "./year-range.ts"

/** Time scales of instants; the first is the default. */
export const SCALES = ["utc", "tt"] as const

/**
 * Instants of the 24 solar terms of a year.
 *
 * @param year - Gregorian year, 1600–2200.
 * @param scale - "utc" (default) or "tt", Terrestrial Time.
 * @returns 24 epoch milliseconds, ascending, sohan first. The array is yours to keep.
 * @throws {CubeError} `year_out_of_range` outside the years above, or for a year that is not a whole number; `choice_unknown`.
 * @remarks In TT within 0.6 s of JPL DE431 for 1899–2101 and 1.1 s outside. UTC: leap seconds 1972–2026, UT1 before, a
 * prediction from 2027 (see delta-t.ts).
 */
export function solarTerms(year: number, scale: "utc" | "tt" = "utc"): Float64Array {
  requireFarYear(year)
  const inTt = requireChoice(scale, SCALES, ["scale"]) === "tt"
  const near = year >= FIRST_YEAR && year <= LAST_YEAR
  const [tt, utc] = near ? [termTt, termUtc] : [farTermTt, farTermUtc]
  const instant = inTt ? tt : utc
  return Float64Array.from({ length: 24 }, (_, k) => instant(year, k))
}

/** Refuses what is not a year 1600–2200. */
export function requireFarYear(year: number): void {
  if (Number.isInteger(year) && year >= FIRST_FAR_YEAR && year <= LAST_FAR_YEAR) return
  throw new CubeError({
    ...year_out_of_range,
    path: ["year"],
    params: { min: FIRST_FAR_YEAR, max: LAST_FAR_YEAR },
  })
}
