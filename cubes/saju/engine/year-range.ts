/** The years the engine answers for: 1900–2100 by itself, 1600–2200 where `cubular/saju/years` has been imported. */
import { CubeError } from "cubular/contract/error"
import { year_not_loaded, year_out_of_range } from "cubular/messages/en"
import type { EquationSeries } from "./equation-series.ts"

export const FIRST_YEAR = 1900
export const LAST_YEAR = 2100
export const FIRST_FAR_YEAR = 1600
export const LAST_FAR_YEAR = 2200

/** What the years outside 1899–2101 need: the near tables end there. */
export interface FarYears {
  /** UTC epoch ms, whole, of term `k` (0–23) of a year 1599–1898 or 2102–2201. */
  readonly termUtc: (year: number, k: number) => number
  /** The equation of time at an instant before 1899 or after 2101; undefined between. */
  readonly equationSeries: (utcMs: number) => EquationSeries | undefined
}

/** undefined until `cubular/saju/years` is imported. */
export let farYears: FarYears | undefined

/** Called once by `cubular/saju/years` when it is imported. */
export function registerYears(years: FarYears): void {
  farYears = years
}

/**
 * Refuses a year whose tables are not there.
 *
 * @throws {CubeError} `year_not_loaded` for a year that only `cubular/saju/years` knows, `year_out_of_range`.
 */
export function requireYear(year: number, path: readonly (string | number)[]): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return
  const far = year >= FIRST_FAR_YEAR && year <= LAST_FAR_YEAR
  if (far && farYears) return
  if (far) throw new CubeError({ ...year_not_loaded, path, params: { min: FIRST_YEAR, max: LAST_YEAR } })
  throw new CubeError({ ...year_out_of_range, path, params: { min: FIRST_FAR_YEAR, max: LAST_FAR_YEAR } })
}
