/** Equation of time outside 1899–2101: two series of the near one's form, for the years before and for those after. */
import type { EquationSeries } from "./equation-series.ts"
import { early, late } from "./tables/far-equation-of-time.ts"

/** 1899-01-01 and 2102-01-01, between which the near series holds. */
const NEAR_FROM_MS = -2_240_524_800_000
const NEAR_TO_MS = 4_165_516_800_000

/**
 * The series for an instant of 1599–1898 or 2102–2201 (epoch milliseconds UTC); undefined between.
 *
 * @remarks Within 0.9 s of the full theory.
 */
export function farEquationSeries(utcMs: number): EquationSeries | undefined {
  if (utcMs < NEAR_FROM_MS) return early
  return utcMs >= NEAR_TO_MS ? late : undefined
}
