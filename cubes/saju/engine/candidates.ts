/** The charts that a day with an unknown hour may hold. */
import type { BirthNumbers } from "./birth.ts"
import { formatTime } from "./civil.ts"
import { momentOf } from "./clock.ts"
import { type Pillar, pillarOf } from "./names.ts"
import type { FullOptions } from "./options.ts"
import { type FourIndexes, indexesAt } from "./pillars.ts"

/**
 * One chart the recorded day may hold, and the wall clock times it holds it for: two hours for most, minutes for one that an
 * edge cuts short. Whoever counts candidates counts each as one.
 */
export interface Candidate {
  /** First and last wall clock second, "HH:MM:SS". */
  readonly from: string
  readonly to: string
  /** The second reading of a clock that showed these times twice; absent: the only one, or the first. */
  readonly fold?: 1 | undefined
  readonly pillars: { readonly year: Pillar; readonly month: Pillar; readonly day: Pillar; readonly hour: Pillar }
}

const DAY_SEC = 86_400
/** Well below the shortest stay of a pillar but those cut short by an edge between, which halving finds as well. */
const STEP_SEC = 1800

/**
 * Every chart of the recorded day, in the order of its wall clock; then the charts that only the second readings of a clock
 * set back give.
 */
export function candidatesOf(birth: BirthNumbers, options: FullOptions): readonly Candidate[] {
  const first = stretchesOf({ ...birth, fold: 0 }, options, 0, DAY_SEC)
  const second = repeatedIn(birth).flatMap(([from, to]) => stretchesOf({ ...birth, fold: 1 }, options, from, to))
  const isNew = ({ pillars }: Candidate): boolean => !first.some((other) => sameNames(other.pillars, pillars))
  return [...first, ...second.filter(isNew).map((each): Candidate => ({ ...each, fold: 1 }))]
}

/** Seconds [from, to) of the recorded day that the clock showed twice. */
function repeatedIn({ zone: { starts }, day }: BirthNumbers): readonly (readonly [from: number, to: number])[] {
  const [first, second] = starts
  const found: (readonly [number, number])[] = []
  for (let span = 1; span < first.length - 1; span++) {
    const from = Math.max(secondOn(day, second[span] as number), 0)
    const to = Math.min(secondOn(day, first[span] as number), DAY_SEC)
    if (from < to) found.push([from, to])
  }
  return found
}

const secondOn = (day: number, wallMs: number): number => wallMs / 1000 - day * DAY_SEC

/** Seconds at which a stretch of the day is looked at: every half hour, and both sides of each change of the zone. */
function samplesOf({ zone: { starts }, day, fold }: BirthNumbers, from: number, to: number): readonly number[] {
  const changes = [...starts[fold]].map((wallMs) => secondOn(day, wallMs)).filter((at) => at > from && at < to)
  const samples = changes.flatMap((at) => [at - 1, at])
  for (let at = from + STEP_SEC; at < to; at += STEP_SEC) samples.push(at)
  return [...samples.sort((a, b) => a - b), to - 1]
}

/**
 * The charts of the seconds [from, to) of one reading of the day. Where two samples differ, halving finds the second of each
 * change between them: edges of the clock, terms, changes of the zone.
 */
function stretchesOf(birth: BirthNumbers, options: FullOptions, first: number, end: number): readonly Candidate[] {
  const at = (second: number): FourIndexes => {
    const known = { ...birth, second }
    return indexesAt(momentOf(known, (birth.day * DAY_SEC + second) * 1000), known, options)
  }
  const found: Candidate[] = []
  let from = first
  let here = at(first)
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
  let low = first
  for (const high of samplesOf(birth, first, end)) {
    walk(low, high, at(high))
    low = high
  }
  close(end, here)
  return found
}

function same(a: FourIndexes, b: FourIndexes): boolean {
  return a.hour === b.hour && a.day === b.day && a.month === b.month && a.year === b.year
}

/** By identity: there is one object for each ganji. */
function sameNames(a: Candidate["pillars"], b: Candidate["pillars"]): boolean {
  return a.hour === b.hour && a.day === b.day && a.month === b.month && a.year === b.year
}

function named({ year, month, day, hour }: FourIndexes): Candidate["pillars"] {
  return { year: pillarOf(year), month: pillarOf(month), day: pillarOf(day), hour: pillarOf(hour ?? 0) }
}
