/** New moons (합삭): the instants at which Moon and Sun have the same apparent geocentric longitude. */
import { daysFromCivil } from "./civil.ts"
import { farUtcFromTtMs } from "./far-delta-t.ts"
import { lunationAt, predictNewMoonMs } from "./new-moon-model.ts"
import { requireChoice } from "./options.ts"
import { requireFarYear, SCALES } from "./solar-terms.ts"
import { corrections, FIRST_LUNATION, model, STEP_MS } from "./tables/new-moons.ts"
import { codeToSurprise } from "./term-model.ts"

const DAY_MS = 86_400_000

/**
 * Instant of the new moon of a lunation (0 = January 2000) in Terrestrial Time, epoch milliseconds, whole; NaN outside
 * 1600–2200. Within 1 s of JPL DE431.
 */
export function newMoonTt(lunation: number): number {
  const steps = codeToSurprise(corrections.charCodeAt(lunation - FIRST_LUNATION))
  return Math.floor(predictNewMoonMs(model, lunation) + steps * STEP_MS + 0.5)
}

/**
 * The new moons of a year.
 *
 * @param year - Gregorian year, 1600–2200, of the scale asked for.
 * @param scale - "utc" (default) or "tt", Terrestrial Time.
 * @returns 12 or 13 epoch milliseconds, ascending, whole. The array is yours to keep.
 * @throws {CubeError} `year_out_of_range` outside the years above, or for a year that is not a whole number; `choice_unknown`.
 * @remarks Within 1 s of JPL DE431 in TT. UTC: leap seconds 1972–2026, UT1 before, a prediction from 2027 (see delta-t.ts).
 */
export function newMoons(year: number, scale: "utc" | "tt" = "utc"): Float64Array {
  requireFarYear(year)
  const inTt = requireChoice(scale, SCALES, ["scale"]) === "tt"
  const fromMs = daysFromCivil(year, 1, 1) * DAY_MS
  const toMs = daysFromCivil(year + 1, 1, 1) * DAY_MS
  const found: number[] = []
  // True new moons keep within 15 hours of the mean ones.
  for (let lunation = lunationAt(fromMs); ; lunation++) {
    const tt = newMoonTt(lunation)
    const at = inTt ? tt : farUtcFromTtMs(tt)
    if (at >= toMs) return Float64Array.from(found)
    if (at >= fromMs) found.push(at)
  }
}
