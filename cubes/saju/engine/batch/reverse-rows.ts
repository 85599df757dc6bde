/** From pillars back to instants, in TypeScript: the engine where WebAssembly cannot be had, and what it must equal. */
import { equationMs } from "../clock.ts"
import { HOUR_MS } from "../ganji.ts"
import { ANY_HOUR, RUNS_PER_PAIR } from "./hour-runs.ts"
import { NO_HOUR } from "./score-rows.ts"
import type { Slices } from "./slices.ts"
import { CYCLE } from "./tables.ts"

/** What a look-up is done with. */
export interface ReversePlan {
  readonly slices: Slices
  /** See `hourRuns`. */
  readonly runs: Uint16Array
  /** Whether all of it lies in the years of the near tables, 1900–2100. */
  readonly near: boolean
  /** Whether the equation of time belongs to the deciding clock. */
  readonly apparent: boolean
}

/** Receives what is found: UTC ms from … up to but not including, and the number of the slice. */
export type Found = (fromMs: number, toMs: number, slice: number) => void

const GANJI = 60

/** Intervals of one row in the order of time; false for a row with a number that is no ganji. */
export function lookBack(
  { slices, runs, apparent }: ReversePlan,
  year: number,
  month: number,
  day: number,
  hour: number,
  found: Found,
): boolean {
  if (year >= GANJI || month >= GANJI || day >= GANJI || (hour >= GANJI && hour !== NO_HOUR)) return false
  const { firsts, fromMs, toMs, baseMs, phase } = slices
  const end = firsts[year * GANJI + month + 1] as number
  const pair = RUNS_PER_PAIR * (hour === NO_HOUR ? ANY_HOUR + day : day * GANJI + hour)
  for (let at = firsts[year * GANJI + month] as number; at < end; at++) {
    const sliceFrom = fromMs[at] as number
    const sliceTo = toMs[at] as number
    for (let each = pair; each < pair + RUNS_PER_PAIR; each++) {
      const run = runs[each] as number
      if (run === 0) continue
      const wait = (run >> 5) - (phase[at] as number)
      const startMs = (baseMs[at] as number) + (wait < 0 ? wait + CYCLE : wait) * HOUR_MS
      const endMs = startMs + (run & 31) * HOUR_MS
      // The equation of time moves either end by less than an hour.
      if (startMs - HOUR_MS >= sliceTo || endMs + HOUR_MS <= sliceFrom) continue
      const from = Math.max(sliceFrom, apparent ? instantOf(startMs) : startMs)
      const to = Math.min(sliceTo, apparent ? instantOf(endMs) : endMs)
      if (from < to) found(from, to, at)
    }
  }
  return true
}

/**
 * The first ms at which UTC + equation of time is not before `ms`. The equation changes by less than 0.4 ms a second: two steps
 * are right to the ms or one beside, and whole ms never run backwards.
 */
function instantOf(ms: number): number {
  const first = ms - equationMs(ms)
  const near = ms - equationMs(first)
  if (near - 1 + equationMs(near - 1) >= ms) return near - 1
  return near + equationMs(near) >= ms ? near : near + 1
}
