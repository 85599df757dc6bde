/** Equation of time: apparent minus mean solar time (tables/SOURCES.md). */
import { equationOfTimeOf } from "./equation-series.ts"
import { series } from "./tables/equation-of-time.ts"
import { farYears } from "./year-range.ts"

/**
 * Apparent minus mean solar time in seconds (positive: the sundial is ahead of the clock), −870 … 995.
 *
 * @param utcMs - epoch milliseconds UTC, years 1899–2101, with `cubular/saju/years` 1600–2200; beyond it degrades slowly,
 * NaN gives NaN.
 * @remarks Within 0.6 s of the Swiss Ephemeris over 1900–2100.
 */
export function equationOfTimeSec(utcMs: number): number {
  return equationOfTimeOf(farYears?.equationSeries(utcMs) ?? series, utcMs)
}
