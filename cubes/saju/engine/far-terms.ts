/** Instants of the solar terms of 1599–1898 and 2102–2201, the years around the near table of terms.ts. */
import { farUtcFromTtMs } from "./far-delta-t.ts"
import { EARLY_YEARS, FIRST_YEAR, LAST_YEAR, LATE_YEAR, model, STEP_MS, surprises } from "./tables/far-solar-terms.ts"
import { predictTermMs, readSteps } from "./term-model.ts"

/** Place of a year in the table: the early years, then the late ones. −1 when it is in neither. */
function rowOf(year: number): number {
  if (year >= FIRST_YEAR && year < FIRST_YEAR + EARLY_YEARS) return year - FIRST_YEAR
  return year >= LATE_YEAR && year <= LAST_YEAR ? EARLY_YEARS + year - LATE_YEAR : -1
}

/**
 * Instant of term `k` (0–23) of a year 1599–1898 or 2102–2201 in Terrestrial Time, epoch milliseconds, whole; NaN outside.
 * Within 1.1 s of JPL DE431.
 */
export function farTermTt(year: number, k: number): number {
  const row = rowOf(year)
  if (row < 0) return Number.NaN
  const steps = readSteps(surprises, row * 24)[k] ?? Number.NaN
  return Math.floor(predictTermMs(model, year, k) + steps * STEP_MS + 0.5)
}

/** The same in UTC (before 1972 and from 2027 UT1, see delta-t.ts). */
export function farTermUtc(year: number, k: number): number {
  return farUtcFromTtMs(farTermTt(year, k))
}
