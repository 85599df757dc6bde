// Batches. The host writes columns and tables into the memory below and calls the passes it needs. Four pillars: `fixed` or `zoned` alone, or
// `prepare`, perhaps `addEquation`, then `lookUp`; ../batch/pillar-rows.ts says the same in TypeScript. Luck: `prepare`, then `luck`. Over
// pillars: `scores`, `matches`, `lookBack`.
import { BUCKETS, CIVIL, CLOCK, FOLDS, LONGITUDES, OUT, SPAN_SHIFTS, SPAN_STARTS, SPANS, UTC } from "./layout"
import { BEFORE_MS, FROM_MS, lowBits, MAGIC, pillarsAt, TO_MS } from "./look-up"

export { addEquation } from "./equation"
export {
  BUCKETS,
  CIVIL,
  CLOCK,
  COUNTS,
  EDGES,
  EDGE_PILLARS,
  ELEMENTS,
  EXTRA,
  FOLDS,
  FOUND,
  FOUND_CIVIL,
  FOUND_ENDS,
  FOUND_FOLD,
  FOUND_FROM,
  FOUND_SLICE,
  FOUND_TO,
  HOURS,
  LONGITUDES,
  LUCK_AGES,
  LUCK_DAYS,
  LUCK_EXACT,
  LUCK_FIRSTS,
  LUCK_WAYS,
  MATCH_ELEMENTS,
  MATCH_LANES,
  MATCH_MARKS,
  MATCH_STARS,
  MATCH_SUMS,
  MATCH_USEFUL,
  OUT,
  PILLARS,
  PLAIN,
  POINTS,
  ROWS,
  RUNS,
  SEASONAL,
  SERIES,
  SHARES,
  SLICES,
  SIMD,
  SLICE_FIRSTS,
  SLICE_PAIRS,
  SPANS,
  SPAN_SHIFTS,
  SPAN_STARTS,
  STATUS,
  STRENGTH_LANES,
  UTC,
} from "./layout"
export { luck } from "./luck"
export { matches } from "./matches"
export { lookBack } from "./reverse"
export { scores } from "./scores"

/** A row that cannot be computed. */
const NO_ROW: u32 = 0xffffffff

// @ts-ignore: decorator
@inline
function inRange(wallMs: f64): bool {
  return wallMs >= FROM_MS && wallMs < TO_MS
}

/** All rows at one offset, the deciding clock a constant away from the wall clock. */
export function fixed(rows: i32, originMs: f64, stepsPerMs: f64, offsetMs: f64, shiftMs: f64): void {
  const beforeMs = BEFORE_MS + shiftMs
  for (let i: i32 = 0; i < rows; i++) {
    const given = Math.floor(load<f64>(CIVIL + ((<usize>i) << 3)))
    const ok = inRange(given)
    const wallMs = ok ? given : FROM_MS
    const found = pillarsAt(wallMs - offsetMs, wallMs, originMs, stepsPerMs, beforeMs)
    store<u32>(OUT + ((<usize>i) << 2), ok ? found : NO_ROW)
  }
}

/** Buckets of zones begin here and are 2^33 ms long. */
const BUCKETS_FROM_MS: f64 = -2240524800000.0
const PER_BUCKET_MS: f64 = 1.0 / 8589934592.0

/** Span of the zone that answers for a wall clock in the range. */
// @ts-ignore: decorator
@inline
function spanOf(wallMs: f64, fold: usize): usize {
  const starts = SPAN_STARTS + fold * (<usize>SPANS * 8)
  // Rounding may give the bucket before: its span is no later, and the loop goes on from there.
  const bucket = lowBits((wallMs - BUCKETS_FROM_MS) * PER_BUCKET_MS - 0.5 + MAGIC)
  let span = <usize>load<u16>(BUCKETS + fold * 2048 + ((<usize>bucket) << 1))
  while (load<f64>(starts + (span << 3), 8) <= wallMs) span++
  return span
}

/** All rows in one zone and with one fold. */
export function zoned(rows: i32, originMs: f64, stepsPerMs: f64, fold: i32): void {
  for (let i: i32 = 0; i < rows; i++) {
    const wallMs = Math.floor(load<f64>(CIVIL + ((<usize>i) << 3)))
    let found = NO_ROW
    if (inRange(wallMs)) {
      const shifts = SPAN_SHIFTS + (spanOf(wallMs, <usize>fold) << 4)
      const clockMs = wallMs + load<f64>(shifts, 8)
      found = pillarsAt(wallMs - load<f64>(shifts), clockMs, originMs, stepsPerMs, BEFORE_MS)
    }
    store<u32>(OUT + ((<usize>i) << 2), found)
  }
}

/**
 * Fills UTC and CLOCK. `fold` 2: a fold for each row. `byLongitude` 0: no longitudes, 1: they are only checked,
 * 2: they move the clock.
 */
export function prepare(rows: i32, fold: i32, byLongitude: i32): void {
  for (let i: i32 = 0; i < rows; i++) {
    const at = (<usize>i) << 3
    const wallMs = Math.floor(load<f64>(CIVIL + at))
    const rowFold = fold === 2 ? <i32>load<u8>(FOLDS + <usize>i) : fold
    const longitudeDeg = byLongitude === 0 ? 0.0 : load<f64>(LONGITUDES + at)
    let utcMs = NaN
    let clockMs = 0.0
    if (inRange(wallMs) && rowFold < 2 && longitudeDeg >= -180.0 && longitudeDeg <= 180.0) {
      const shifts = SPAN_SHIFTS + (spanOf(wallMs, <usize>rowFold) << 4)
      utcMs = wallMs - load<f64>(shifts)
      clockMs = wallMs + load<f64>(shifts, 8)
      if (byLongitude === 2) clockMs += Math.floor(longitudeDeg * 240000.0 + 0.5)
    }
    store<f64>(UTC + at, utcMs)
    store<f64>(CLOCK + at, clockMs)
  }
}

/** The pillars of what `prepare` left. */
export function lookUp(rows: i32, originMs: f64, stepsPerMs: f64): void {
  for (let i: i32 = 0; i < rows; i++) {
    const at = (<usize>i) << 3
    const utcMs = load<f64>(UTC + at)
    let found = NO_ROW
    if (utcMs === utcMs) found = pillarsAt(utcMs, load<f64>(CLOCK + at), originMs, stepsPerMs, BEFORE_MS)
    store<u32>(OUT + ((<usize>i) << 2), found)
  }
}
