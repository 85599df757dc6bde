/** When luck begins: which way it runs, how far the jeol that decides is, and the age that comes of it. */
import { yearIndex } from "../ganji.ts"
import type { FullOptions } from "../options.ts"
import type { Reading } from "../reading.ts"
import { termStart } from "../term-rule.ts"
import type { Luck } from "./types.ts"

export const DAY_MS = 86_400_000
/** Three days stand for a year of 360, so one day of luck is twelve minutes. */
const LUCK_DAY_MS = 720_000
const LUCK_YEAR_MS = 360 * LUCK_DAY_MS

/**
 * Whether decades run forward (순행): a man of a yang year, a woman of a yin year. The year is that of ipchun, whatever
 * `yearBoundary` says.
 */
export function runsForward({ birth, term }: Reading): boolean {
  return (yearIndex(term, "ipchun") % 2 === 0) === (birth.sex === "male")
}

/**
 * Ms from the birth to the next jeol (forward) or from the one in force (backward); under "kasiMinute" to its printed
 * minute. 0 in the alternative chart across that very term, which supposes the birth was on its other side.
 */
export function msToTerm({ term, moment, options }: Reading, forward: boolean): number {
  const jeol = term - (term % 2)
  const { utcMs } = moment
  const ms = forward
    ? termStart(jeol + 2, options.termPrecision) - utcMs
    : utcMs - termStart(jeol, options.termPrecision)
  return Math.max(0, ms)
}

/**
 * Age at which the first decade begins.
 *
 * @param ms - to the jeol that decides, 0 or more.
 * @remarks "remainder" is the rule of Korean books: whole days by three, and one more when two are left over. "round",
 * "floor" and "ceil" take a third of the days as they are. None of these is below 1. "exact" counts whole years, from 0.
 */
export function startAgeOf(ms: number, rule: FullOptions["luckRule"]): number {
  const years = ms / LUCK_YEAR_MS
  if (rule === "exact") return Math.floor(years)
  if (rule === "ceil") return Math.max(1, Math.ceil(years))
  const age = rule === "remainder" ? (Math.floor(ms / DAY_MS) + 1) / 3 : rule === "round" ? years + 0.5 : years
  return Math.max(1, Math.floor(age))
}

/** Age at which the first decade of a reading begins, by its `luckRule`. */
export function startAgeIn(reading: Reading): number {
  return startAgeOf(msToTerm(reading, runsForward(reading)), reading.options.luckRule)
}

/** The same time in years, months of 30 days and days; what is left, less than twelve minutes, is dropped. */
export function exactAgeOf(ms: number): Luck["startAgeExact"] {
  const days = Math.floor(ms / LUCK_DAY_MS)
  return { years: Math.floor(days / 360), months: Math.floor(days / 30) % 12, days: days % 30 }
}
