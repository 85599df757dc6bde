/** Which solar term an instant counts as being under, by the second or by the minute that almanacs print. */
import { termIndexAt, termUtcAt } from "./terms.ts"

export type TermPrecision = "exact" | "kasiMinute"

const MINUTE_MS = 60_000

/** An instant as a Korean almanac prints it: the nearest minute, half a minute up. */
export const toMinute = (ms: number): number => Math.floor(ms / MINUTE_MS + 0.5) * MINUTE_MS

/** UTC epoch ms from which the term with this number (see `termIndexAt`) counts as begun. */
export function termStart(term: number, precision: TermPrecision): number {
  return precision === "exact" ? termUtcAt(term) : toMinute(termUtcAt(term))
}

/** Number of the last term that counts as begun at an instant. */
export function termAt(utcMs: number, precision: TermPrecision): number {
  const term = termIndexAt(utcMs)
  if (precision === "exact") return term
  if (utcMs >= toMinute(termUtcAt(term + 1))) return term + 1
  return utcMs < toMinute(termUtcAt(term)) ? term - 1 : term
}
