/** When, in the sixty days after which hours repeat, a day pillar and an hour pillar hold together. */
import { dayIndex, hourIndex } from "../ganji.ts"
import type { Boundary } from "../options.ts"
import { CYCLE } from "./tables.ts"

/** Two runs at most: "midnight" gives the first and the last hour of a day one pillar. */
export const RUNS_PER_PAIR = 2
/** After the pairs of day and hour: days with any hour. */
export const ANY_HOUR: number = 3600
export const RUN_KEYS: number = ANY_HOUR + 60

const runsByBoundary = /* @__PURE__ */ new Map<Boundary, Uint16Array>()

/**
 * [2 × (60 × day + hour) + run], and for any hour [2 × (3600 + day)]: first hour of the cycle 0–1439 × 32 + its hours 1–24,
 * 0 where there is none.
 */
export function hourRuns(boundary: Boundary): Uint16Array {
  let runs = runsByBoundary.get(boundary)
  if (!runs) {
    runs = new Uint16Array(RUN_KEYS * RUNS_PER_PAIR)
    addRuns(runs, (hour) => dayIndex(hour, boundary) * 60 + hourIndex(hour, boundary))
    addRuns(runs, (hour) => ANY_HOUR + dayIndex(hour, boundary))
    runsByBoundary.set(boundary, runs)
  }
  return runs
}

function addRuns(runs: Uint16Array, keyOf: (hour: number) => number): void {
  for (let hour = 0; hour < CYCLE; hour++) {
    const key = keyOf(hour)
    if (keyOf((hour + CYCLE - 1) % CYCLE) === key) continue
    let length = 1
    while (keyOf((hour + length) % CYCLE) === key) length++
    const at = key * RUNS_PER_PAIR
    runs[runs[at] === 0 ? at : at + 1] = hour * 32 + length
  }
}
