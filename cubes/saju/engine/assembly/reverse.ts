// From pillars back to instants; ../batch/reverse-rows.ts says the same in TypeScript.
import { toInstants } from "./instants"
import {
  FOUND,
  FOUND_CIVIL,
  FOUND_ENDS,
  FOUND_FOLD,
  FOUND_FROM,
  FOUND_SLICE,
  FOUND_TO,
  PILLARS,
  RUNS,
  SLICE_FIRSTS,
  SLICE_PAIRS,
  STATUS,
} from "./layout"

const GANJI: u32 = 60
const NO_HOUR: u32 = 255
const HOUR_MS: f64 = 3600000.0
const CYCLE: i32 = 1440
/** More than one row can give. */
const ROOM: i32 = 256

const PAIR: usize = 96
/** Where the columns of a pair of slices begin. */
const FROM: usize = 16
const TO: usize = 32
const OFFSET: usize = 48
const FOLD0: usize = 64
const PHASE: usize = 80

// @ts-ignore: decorator
@inline
function pairOf(slice: usize): usize {
  return SLICE_PAIRS + (slice >> 1) * PAIR
}

/**
 * Looks rows up until they or the room for intervals end, and says how many it did.
 *
 * @param base How many intervals there were before: the ends of rows go on from there.
 * @param apparent 1: hours are those of a sundial, so each end is sought with the equation of time.
 */
export function lookBack(rows: i32, base: i32, apparent: i32): i32 {
  memory.fill(FOUND_FOLD, 0, FOUND)
  let count: i32 = 0
  let row: i32 = 0
  for (; row < rows && count < FOUND - ROOM; row++) {
    count = lookBackRow(<usize>row, count, apparent)
    store<i32>(FOUND_ENDS + ((<usize>row) << 2), base + count)
  }
  if (apparent) {
    toInstants(FOUND_FROM, count)
    toInstants(FOUND_TO, count)
    clip(row, base)
  }
  return row
}

// @ts-ignore: decorator
@inline
function lookBackRow(row: usize, count: i32, apparent: i32): i32 {
  const given = load<u32>(PILLARS + (row << 2))
  const year = given & 255
  const month = (given >> 8) & 255
  const day = (given >> 16) & 255
  const hour = given >> 24
  if (year >= GANJI || month >= GANJI || day >= GANJI || (hour >= GANJI && hour !== NO_HOUR)) {
    store<u8>(STATUS + row, 1)
    return count
  }
  store<u8>(STATUS + row, 0)
  const key = <usize>(year * GANJI + month)
  const first = <usize>load<u16>(SLICE_FIRSTS + (key << 1))
  const end = <usize>load<u16>(SLICE_FIRSTS + (key << 1), 2)
  if (first === end) return count
  const runs = load<u32>(RUNS + ((<usize>(hour === NO_HOUR ? 3600 + day : day * GANJI + hour)) << 2))
  if ((runs & 0xffff) === 0) return count
  if (runs >> 16 === 0) return inSlices(first, end, runs, count, apparent)
  // Two runs of one day, slice by slice, so that intervals stay in the order of time.
  const last = pairOf(end)
  for (let pair = pairOf(first); pair < last; pair += PAIR) {
    const phase0 = load<i32>(pair, PHASE)
    const phase1 = load<i32>(pair, PHASE + 4)
    count = inSlice(pair, phase0, runs & 0xffff, count, apparent)
    count = inSlice(pair, phase0, runs >> 16, count, apparent)
    count = inSlice(pair + 8, phase1, runs & 0xffff, count, apparent)
    count = inSlice(pair + 8, phase1, runs >> 16, count, apparent)
  }
  return count
}

// @ts-ignore: decorator
@inline
function inSlices(first: usize, end: usize, run: u32, count: i32, apparent: i32): i32 {
  if (ASC_FEATURE_SIMD) {
    if (!apparent) return inPairs(first, end, run, count)
  }
  const last = pairOf(end)
  for (let pair = pairOf(first); pair < last; pair += PAIR) {
    count = inSlice(pair, load<i32>(pair, PHASE), run, count, apparent)
    count = inSlice(pair + 8, load<i32>(pair, PHASE + 4), run, count, apparent)
  }
  return count
}

/**
 * What is found is written whether it holds or not; the count goes on only if it does, and nothing waits for a branch.
 *
 * @param slice Address of its half of a pair.
 */
// @ts-ignore: decorator
@inline
function inSlice(slice: usize, phase: i32, run: u32, count: i32, apparent: i32): i32 {
  const wait = <i32>(run >> 5) - phase
  const start = load<f64>(slice) + <f64>(wait + (CYCLE & (wait >> 31))) * HOUR_MS
  const stop = start + <f64>(run & 31) * HOUR_MS
  const sliceFrom = load<f64>(slice, FROM)
  const sliceTo = load<f64>(slice, TO)
  const to = (<usize>count) << 3
  if (apparent) {
    store<f64>(FOUND_FROM + to, start)
    store<f64>(FOUND_TO + to, stop)
    store<u32>(FOUND_SLICE + ((<usize>count) << 2), <u32>slice)
    return count + (i32(start - HOUR_MS < sliceTo) & i32(stop + HOUR_MS > sliceFrom))
  }
  return write(count, slice, start > sliceFrom ? start : sliceFrom, stop < sliceTo ? stop : sliceTo)
}

// @ts-ignore: decorator
@inline
function write(count: i32, slice: usize, fromMs: f64, toMs: f64): i32 {
  const to = (<usize>count) << 3
  const civil = fromMs + load<f64>(slice, OFFSET)
  const holds = i32(fromMs < toMs)
  store<f64>(FOUND_FROM + to, fromMs)
  store<f64>(FOUND_TO + to, toMs)
  store<f64>(FOUND_CIVIL + to, civil)
  // Hardly ever: in the hour after a clock was set back.
  if (holds & i32(civil < load<f64>(slice, FOLD0))) store<u8>(FOUND_FOLD + <usize>count, 1)
  return count + holds
}

/** Two slices at once; the slices of a row begin with a pair, and one that stands for nothing fills the last. */
// @ts-ignore: decorator
@inline
function inPairs(first: usize, end: usize, run: u32, count: i32): i32 {
  const hour = i32x4.splat(<i32>(run >> 5))
  const length = f64x2.splat(<f64>(run & 31) * HOUR_MS)
  const last = pairOf(end)
  for (let pair = pairOf(first); pair < last; pair += PAIR) {
    const wait = i32x4.sub(hour, v128.load64_zero(pair, PHASE))
    const ahead = i32x4.add(wait, v128.and(i32x4.shr_s(wait, 31), i32x4.splat(CYCLE)))
    const start = f64x2.add(v128.load(pair), f64x2.mul(f64x2.convert_low_i32x4_s(ahead), f64x2.splat(HOUR_MS)))
    const fromMs = f64x2.pmax(start, v128.load(pair, FROM))
    const toMs = f64x2.pmin(f64x2.add(start, length), v128.load(pair, TO))
    const civil = f64x2.add(fromMs, v128.load(pair, OFFSET))
    const lasts = f64x2.lt(fromMs, toMs)
    const holds = i64x2.bitmask(lasts)
    const folds = i64x2.bitmask(v128.and(lasts, f64x2.lt(civil, v128.load(pair, FOLD0))))
    const to = (<usize>count) << 3
    v128.store64_lane(FOUND_FROM + to, fromMs, 0)
    v128.store64_lane(FOUND_TO + to, toMs, 0)
    v128.store64_lane(FOUND_CIVIL + to, civil, 0)
    if (folds & 1) store<u8>(FOUND_FOLD + <usize>count, 1)
    count += holds & 1
    const next = (<usize>count) << 3
    v128.store64_lane(FOUND_FROM + next, fromMs, 1)
    v128.store64_lane(FOUND_TO + next, toMs, 1)
    v128.store64_lane(FOUND_CIVIL + next, civil, 1)
    if (folds & 2) store<u8>(FOUND_FOLD + <usize>count, 1)
    count += holds >> 1
  }
  return count
}

/** Cuts what was found to its slice and drops what is nothing then. */
function clip(rows: i32, base: i32): void {
  let count: i32 = 0
  let from: usize = 0
  for (let row: usize = 0; row < <usize>rows; row++) {
    const end = <usize>(load<i32>(FOUND_ENDS + (row << 2)) - base)
    for (; from < end; from++) {
      const slice = <usize>load<u32>(FOUND_SLICE + (from << 2))
      const start = load<f64>(FOUND_FROM + (from << 3))
      const stop = load<f64>(FOUND_TO + (from << 3))
      const sliceFrom = load<f64>(slice, FROM)
      const sliceTo = load<f64>(slice, TO)
      count = write(count, slice, start > sliceFrom ? start : sliceFrom, stop < sliceTo ? stop : sliceTo)
    }
    store<i32>(FOUND_ENDS + (row << 2), base + count)
  }
}
