/** The stem in command (사령): whose days of the month it was at birth. */
import { type TermPrecision, termAt, termStart } from "../term-rule.ts"
import type { ChartNumbers } from "./chart-numbers.ts"
import { hiddenStemsOf } from "./hidden-stems.ts"
import type { Analysis, FullAnalysisOptions } from "./types.ts"

export type Commanding = NonNullable<Analysis["commanding"]>
type DayRule = FullAnalysisOptions["commandingDays"]

const DAY_MS = 86_400_000
const MONTH_DAYS = 30

/**
 * Days that are over since a jeol began: 0–29 where the month is stretched to thirty days ("scaled"), 0–31 as they are ("raw").
 *
 * @param term Number of the term in force, see `termIndexAt`; an instant outside its month counts as its first or last.
 * @remarks Hidden stems come by days of a month of thirty; months of jeol have 29.4 to 31.5. Most books count raw days.
 */
export function daysSinceJeol(utcMs: number, term: number, precision: TermPrecision, rule: DayRule): number {
  const jeol = term - (term & 1)
  const start = termStart(jeol, precision)
  const length = termStart(jeol + 2, precision) - start
  const elapsed = Math.max(0, Math.min(length - 1, utcMs - start))
  return Math.floor(rule === "scaled" ? (MONTH_DAYS * elapsed) / length : elapsed / DAY_MS)
}

/** The stem in command of a month branch after so many whole days, by 월률분야. */
export function commandingOn(monthBranch: number, day: number): Commanding {
  const stems = hiddenStemsOf(monthBranch, "monthly")
  let end = 0
  const found = stems.find(({ days }) => {
    end += days ?? 0
    return day < end
  })
  const { stem, phase } = (found ?? stems.at(-1)) as (typeof stems)[number]
  return { stem, phase, day }
}

/** The stem in command at an instant, by the term in force then. */
export function commandingAt(
  utcMs: number,
  term: number,
  monthBranch: number,
  chart: ChartNumbers,
  rule: DayRule,
): Commanding {
  return commandingOn(monthBranch, daysSinceJeol(utcMs, term, chart.termPrecision, rule))
}

/** The stem in command at birth; null when the hour is unknown and the day saw more than one. */
export function commandingOf(chart: ChartNumbers, monthBranch: number, rule: DayRule): Commanding | null {
  const { utcMs, term, termPrecision, dayStartMs } = chart
  if (utcMs !== null) return commandingAt(utcMs, term, monthBranch, chart, rule)
  const last = dayStartMs + DAY_MS - 1
  const jeols = [dayStartMs, last].map((ms) => termAt(ms, termPrecision) >> 1)
  const [first, end] = [dayStartMs, last].map((ms) => commandingAt(ms, term, monthBranch, chart, rule))
  if (jeols[0] !== jeols[1] || first?.stem !== end?.stem) return null
  return commandingAt(dayStartMs + DAY_MS / 2, term, monthBranch, chart, rule)
}
