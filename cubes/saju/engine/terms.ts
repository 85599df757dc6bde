/**
 * Instants of the 24 solar terms (절기): the Sun's apparent longitude at 285° + 15° k, k = 0 sohan … 23 dongji; even k are
 * jeol, odd k junggi. Read from tables/solar-terms.ts term by term and kept, so one chart decodes only its neighbours.
 */
import { CubeError } from "cubular/contract/error"
import { year_out_of_range } from "cubular/messages/en"
import { utcFromTtMs } from "./delta-t.ts"
import { FIRST_YEAR, LAST_YEAR, model, STEP_MS, surprises } from "./tables/solar-terms.ts"
import { predictTermMs, readSteps } from "./term-model.ts"

const TERMS_PER_YEAR = 24
const TERM_COUNT = (LAST_YEAR - FIRST_YEAR + 1) * TERMS_PER_YEAR
/** Mean spacing of terms, and sohan of 1970 to within two days: enough to guess an index and step to it. */
const MEAN_TERM_MS = 1_314_871_872
const SOHAN_1970_MS = 432_000_000

/** Terms are counted through the table: index 0 is sohan of this year. */
export const FIRST_TERM_YEAR: number = FIRST_YEAR

/** Index of term `k` (0–23) of a year in the run of all terms. */
export const termIndex = (year: number, k: number): number => (year - FIRST_YEAR) * TERMS_PER_YEAR + k

/** UTC instants by index, NaN until asked for. Filled in, never changed: what is computed is the same every time. */
let utcByIndex: Float64Array | undefined

const stepsOf = (year: number): Int32Array => readSteps(surprises, termIndex(year, 0))

function decodeTt(year: number, k: number, steps: Int32Array): number {
  return Math.floor(predictTermMs(model, year, k) + (steps[k] ?? Number.NaN) * STEP_MS + 0.5)
}

/**
 * Instant of term `k` (0–23) of a year 1899–2101 in Terrestrial Time, epoch milliseconds, whole; NaN outside.
 * Within 0.6 s of JPL DE431.
 */
export function termTt(year: number, k: number): number {
  return year < FIRST_YEAR || year > LAST_YEAR ? Number.NaN : decodeTt(year, k, stepsOf(year))
}

/** UTC epoch milliseconds of a term by its index, whole; NaN before 1899 and after 2101. */
export function termUtcAt(index: number): number {
  utcByIndex ??= new Float64Array(TERM_COUNT).fill(Number.NaN)
  const known = utcByIndex[index]
  if (known === undefined || !Number.isNaN(known)) return known ?? Number.NaN
  const k = index % TERMS_PER_YEAR
  const utc = utcFromTtMs(termTt(FIRST_YEAR + (index - k) / TERMS_PER_YEAR, k))
  utcByIndex[index] = utc
  return utc
}

/** UTC epoch milliseconds of term `k` (0–23) of a year 1899–2101, whole; NaN outside. */
export function termUtc(year: number, k: number): number {
  return termUtcAt(termIndex(year, k))
}

/** All terms of 1899–2101 in order as UTC epoch milliseconds (4,872 values), for batches. The array is yours to keep. */
export function termTable(): Float64Array {
  const table = new Float64Array(TERM_COUNT)
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const steps = stepsOf(year)
    for (let k = 0; k < TERMS_PER_YEAR; k++) table[termIndex(year, k)] = utcFromTtMs(decodeTt(year, k, steps))
  }
  return table
}

/**
 * Index of the last term at or before an instant (an instant equal to a term is after it), counted from sohan of 1899:
 * year = 1899 + floor(index / 24), k = index mod 24. −1 before the first term, 4871 from the last one on.
 */
export function termIndexAt(utcMs: number): number {
  const guess = termIndex(1970, 0) + Math.floor((utcMs - SOHAN_1970_MS) / MEAN_TERM_MS)
  let index = Math.max(-1, Math.min(TERM_COUNT - 1, guess))
  while (index >= 0 && termUtcAt(index) > utcMs) index--
  while (index + 1 < TERM_COUNT && termUtcAt(index + 1) <= utcMs) index++
  return index
}

/**
 * Instants of the 24 solar terms of a year.
 *
 * @param year - Gregorian year, 1900–2100.
 * @param scale - "utc" (default) or "tt", Terrestrial Time.
 * @returns 24 epoch milliseconds, ascending, sohan first. The array is yours to keep.
 * @throws {CubeError} `year_out_of_range` outside the years above, or for a year that is not a whole number.
 * @remarks Within 0.6 s of JPL DE431 in TT. UTC: leap seconds 1972–2026, UT1 before, a prediction from 2027 (see delta-t.ts).
 */
export function solarTerms(year: number, scale: "utc" | "tt" = "utc"): Float64Array {
  if (!Number.isInteger(year) || year <= FIRST_YEAR || year >= LAST_YEAR) {
    throw new CubeError({ ...year_out_of_range, path: ["year"], params: { min: FIRST_YEAR + 1, max: LAST_YEAR - 1 } })
  }
  const instant = scale === "tt" ? termTt : termUtc
  return Float64Array.from({ length: TERMS_PER_YEAR }, (_, k) => instant(year, k))
}
