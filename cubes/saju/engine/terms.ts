/**
 * Instants of the 24 solar terms (절기): the Sun's apparent longitude at 285° + 15° k, k = 0 sohan … 23 dongji; even k are
 * jeol, odd k junggi. Read from tables/solar-terms.ts term by term and kept, so one chart decodes only its neighbours.
 * Terms of 1599–1898 and 2102–2201 come from `cubular/saju/years` and are missing without it.
 */
import { utcFromTtMs } from "./delta-t.ts"
import { FIRST_YEAR, LAST_YEAR, model, STEP_MS, surprises } from "./tables/solar-terms.ts"
import { predictTermMs, readSteps } from "./term-model.ts"
import { farYears } from "./year-range.ts"

const TERMS_PER_YEAR = 24
/** Mean spacing of terms, and sohan of 1970 to within two days: enough to guess an index and step to it. */
const MEAN_TERM_MS = 1_314_871_872
const SOHAN_1970_MS = 432_000_000

/** Terms are counted through all years that can be asked for: index 0 is sohan of this year, 24 a year. */
export const FIRST_TERM_YEAR = 1599
const LAST_TERM_YEAR = 2201
const TERM_COUNT: number = (LAST_TERM_YEAR - FIRST_TERM_YEAR + 1) * TERMS_PER_YEAR

/** Index of term `k` (0–23) of a year in the run of all terms. */
export const termIndex = (year: number, k: number): number => (year - FIRST_TERM_YEAR) * TERMS_PER_YEAR + k

/** The near table begins with this index and ends before that one. */
export const FIRST_NEAR_TERM: number = (FIRST_YEAR - FIRST_TERM_YEAR) * TERMS_PER_YEAR
const NEAR_TERM_END: number = (LAST_YEAR + 1 - FIRST_TERM_YEAR) * TERMS_PER_YEAR

/** UTC instants by index, NaN until asked for. Filled in, never changed: what is computed is the same every time. */
let utcByIndex: Float64Array | undefined

const stepsOf = (year: number): Int32Array => readSteps(surprises, (year - FIRST_YEAR) * TERMS_PER_YEAR)

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

/** UTC epoch milliseconds of a term by its index, whole; NaN outside 1599–2201 and where far years are not loaded. */
export function termUtcAt(index: number): number {
  utcByIndex ??= new Float64Array(TERM_COUNT).fill(Number.NaN)
  const known = utcByIndex[index]
  if (known === undefined || !Number.isNaN(known)) return known ?? Number.NaN
  const k = index % TERMS_PER_YEAR
  const year = FIRST_TERM_YEAR + (index - k) / TERMS_PER_YEAR
  const tt = termTt(year, k)
  const utc = Number.isNaN(tt) && farYears ? farYears.termUtc(year, k) : utcFromTtMs(tt)
  utcByIndex[index] = utc
  return utc
}

/** UTC epoch milliseconds of term `k` (0–23) of a year, whole; NaN as above. */
export function termUtc(year: number, k: number): number {
  return termUtcAt(termIndex(year, k))
}

/** All terms of 1899–2101 in order as UTC epoch milliseconds (4,872 values), for batches. The array is yours to keep. */
export function termTable(): Float64Array {
  const table = new Float64Array(NEAR_TERM_END - FIRST_NEAR_TERM)
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const steps = stepsOf(year)
    for (let k = 0; k < TERMS_PER_YEAR; k++)
      table[termIndex(year, k) - FIRST_NEAR_TERM] = utcFromTtMs(decodeTt(year, k, steps))
  }
  return table
}

/**
 * Index of the last term at or before an instant (an instant equal to a term is after it), counted from sohan of 1599:
 * year = 1599 + floor(index / 24), k = index mod 24. −1 before the first term
 * loaded, the last one loaded from it on.
 */
export function termIndexAt(utcMs: number): number {
  const first = farYears ? 0 : FIRST_NEAR_TERM
  const end = farYears ? TERM_COUNT : NEAR_TERM_END
  const guess = termIndex(1970, 0) + Math.floor((utcMs - SOHAN_1970_MS) / MEAN_TERM_MS)
  let index = Math.max(first - 1, Math.min(end - 1, guess))
  while (index >= first && termUtcAt(index) > utcMs) index--
  while (index + 1 < end && termUtcAt(index + 1) <= utcMs) index++
  return index < first ? -1 : index
}
