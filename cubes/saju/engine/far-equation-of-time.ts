/** Equation of time outside 1899–2101: two series of the same form, one for the years before, one for those after. */
import { equationOfTimeOf } from "./equation-series.ts"
import { early, late } from "./tables/far-equation-of-time.ts"

/**
 * Apparent minus mean solar time in seconds at an instant of 1599–1898 or 2102–2201 (epoch milliseconds UTC).
 *
 * @remarks Within ERR s of the full theory.
 */
export function farEquationOfTimeSec(utcMs: number): number {
  return equationOfTimeOf(utcMs < 0 ? early : late, utcMs)
}
