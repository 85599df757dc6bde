/** Batches in TypeScript: the engine where WebAssembly cannot be had, and what WebAssembly must equal byte for byte. */

import { equationMs, meanShiftMs } from "../clock.ts"
import { HOUR_MS } from "../ganji.ts"
import { spanOf } from "../zone-index.ts"
import type { BatchPlan } from "./plan.ts"
import { CYCLE, FROM_MS, HOURS_BEFORE, TO_MS } from "./tables.ts"

/** Half a ms keeps whole ms off the edges of hours, so that multiplying may stand for dividing. */
const BEFORE_MS = HOURS_BEFORE * HOUR_MS + 0.5
const PER_HOUR = 1 / HOUR_MS
/** Two of the four bytes of a row that cannot be computed. */
const NO_PAIR = 0xffff

function write(out: Uint8Array, row: number, yearMonth: number, dayHour: number): void {
  const at = row * 4
  out[at] = yearMonth
  out[at + 1] = yearMonth >> 8
  out[at + 2] = dayHour
  out[at + 3] = dayHour >> 8
}

/** Writes four ganji a row: year, month, day, hour. */
export function fillRows(plan: BatchPlan, out: Uint8Array, from: number, to: number): void {
  const { zone, longitudes, apparent } = plan
  const fixed = zone.offsetMs.length === 1 && !longitudes && !apparent && typeof plan.fold === "number"
  if (fixed) fillFixed(plan, out, from, to)
  else fillAny(plan, out, from, to)
}

/** One offset, one clock a constant away from it. */
function fillFixed(plan: BatchPlan, out: Uint8Array, from: number, to: number): void {
  const { civilMs, zone, clockMs, edges, hours } = plan
  const { starts, pillars, stepsPerMs } = edges
  const offsetMs = zone.offsetMs[0] as number
  const originMs = edges.originMs
  const beforeMs = BEFORE_MS + (clockMs[0] as number)
  for (let row = from; row < to; row++) {
    const wallMs = Math.floor(civilMs[row] as number)
    if (wallMs >= FROM_MS && wallMs < TO_MS) {
      const utcMs = wallMs - offsetMs
      const step = ((utcMs - originMs) * stepsPerMs) | 0
      const edge = utcMs >= (starts[step + 1] as number) ? step + 1 : step
      const hour = ((wallMs + beforeMs) * PER_HOUR) | 0
      write(out, row, pillars[edge] as number, hours[hour % CYCLE] as number)
    } else {
      write(out, row, NO_PAIR, NO_PAIR)
    }
  }
}

function fillAny(plan: BatchPlan, out: Uint8Array, from: number, to: number): void {
  const { civilMs, zone, fold, longitudes, byLongitude, apparent, hours } = plan
  const { starts, pillars, originMs, stepsPerMs } = plan.edges
  for (let row = from; row < to; row++) {
    const wallMs = Math.floor(civilMs[row] as number)
    const rowFold = typeof fold === "number" ? fold : (fold[row] as number)
    const longitudeDeg = longitudes ? (longitudes[row] as number) : 0
    const inRange = wallMs >= FROM_MS && wallMs < TO_MS && longitudeDeg >= -180 && longitudeDeg <= 180
    if (inRange && (rowFold === 0 || rowFold === 1)) {
      const span = spanOf(zone, wallMs, rowFold)
      const utcMs = wallMs - (zone.offsetMs[span] as number)
      let clockMs = wallMs + (plan.clockMs[span] as number)
      if (byLongitude) clockMs += meanShiftMs(longitudeDeg)
      if (apparent) clockMs += equationMs(utcMs)
      const step = ((utcMs - originMs) * stepsPerMs) | 0
      const edge = utcMs >= (starts[step + 1] as number) ? step + 1 : step
      const hour = ((clockMs + BEFORE_MS) * PER_HOUR) | 0
      write(out, row, pillars[edge] as number, hours[hour % CYCLE] as number)
    } else {
      write(out, row, NO_PAIR, NO_PAIR)
    }
  }
}
