/** The charts that a day with an unknown hour may hold. */
import type { BirthNumbers } from "./birth.ts"
import { formatTime } from "./civil.ts"
import { momentOf } from "./clock.ts"
import { type Pillar, pillarOf } from "./names.ts"
import type { FullOptions } from "./options.ts"
import { type FourIndexes, indexesAt } from "./pillars.ts"

/** One chart the recorded day may hold, and the wall clock times it holds it for. */
export interface Candidate {
  /** First and last wall clock second, "HH:MM:SS". */
  readonly from: string
  readonly to: string
  readonly pillars: { readonly year: Pillar; readonly month: Pillar; readonly day: Pillar; readonly hour: Pillar }
}

const DAY_SEC = 86_400
/** Well below the shortest stay of a pillar but those cut short by an edge between, which halving finds as well. */
const STEP_SEC = 1800

/**
 * Every chart of the recorded day, in the order of its wall clock. The day is walked in half hours; where two
 * neighbours differ, halving finds the second of each change between them: edges of the clock, terms, changes of the zone.
 */
export function candidatesOf(birth: BirthNumbers, options: FullOptions): readonly Candidate[] {
  const dayMs = birth.day * DAY_SEC * 1000
  const at = (second: number): FourIndexes => {
    const known = { ...birth, second }
    return indexesAt(momentOf(known, dayMs + second * 1000), known, options)
  }
  const found: Candidate[] = []
  let from = 0
  let here = at(0)
  const close = (second: number, next: FourIndexes): void => {
    found.push({ from: formatTime(from), to: formatTime(second - 1), pillars: named(here) })
    from = second
    here = next
  }
  const walk = (low: number, high: number, atHigh: FourIndexes): void => {
    if (same(here, atHigh)) return
    if (high - low === 1) {
      close(high, atHigh)
      return
    }
    const middle = (low + high) >> 1
    walk(low, middle, at(middle))
    walk(middle, high, atHigh)
  }
  for (let low = 0; low < DAY_SEC; low += STEP_SEC) {
    const high = Math.min(low + STEP_SEC, DAY_SEC - 1)
    walk(low, high, at(high))
  }
  close(DAY_SEC, here)
  return found
}

function same(a: FourIndexes, b: FourIndexes): boolean {
  return a.hour === b.hour && a.day === b.day && a.month === b.month && a.year === b.year
}

function named({ year, month, day, hour }: FourIndexes): Candidate["pillars"] {
  return { year: pillarOf(year), month: pillarOf(month), day: pillarOf(day), hour: pillarOf(hour ?? 0) }
}
