// From hours of a sundial back to instants, four at a time where there is SIMD.
import { addEquation4, equationMs } from "./equation"

/** Instants and sums of four, between two passes. */
const INSTANTS: usize = memory.data(32, 16)
const SUMS: usize = memory.data(32, 16)

/** Hours of a sundial become instants: the first ms at which UTC + equation of time is not before them. */
export function toInstants(column: usize, count: i32): void {
  if (ASC_FEATURE_SIMD) {
    for (let i: i32 = 0; i < count; i += 4) toInstants4(column + ((<usize>i) << 3))
  } else {
    for (let i: i32 = 0; i < count; i++) {
      const at = column + ((<usize>i) << 3)
      store<f64>(at, toInstant(load<f64>(at)))
    }
  }
}

function toInstant(ms: f64): f64 {
  const near = ms - equationMs(ms - equationMs(ms))
  if (near - 1.0 + equationMs(near - 1.0) >= ms) return near - 1.0
  return near + equationMs(near) >= ms ? near : near + 1.0
}

// @ts-ignore: decorator
@inline
function equation4(a: v128, b: v128): void {
  v128.store(INSTANTS, a)
  v128.store(INSTANTS, b, 16)
  v128.store(SUMS, f64x2.splat(0.0))
  v128.store(SUMS, f64x2.splat(0.0), 16)
  addEquation4(INSTANTS, SUMS)
}

function toInstants4(at: usize): void {
  const a = v128.load(at)
  const b = v128.load(at, 16)
  equation4(a, b)
  equation4(f64x2.sub(a, v128.load(SUMS)), f64x2.sub(b, v128.load(SUMS, 16)))
  const nearA = f64x2.sub(a, v128.load(SUMS))
  const nearB = f64x2.sub(b, v128.load(SUMS, 16))
  const one = f64x2.splat(1.0)
  const beforeA = f64x2.sub(nearA, one)
  const beforeB = f64x2.sub(nearB, one)
  equation4(beforeA, beforeB)
  const soonA = f64x2.ge(f64x2.add(beforeA, v128.load(SUMS)), a)
  const soonB = f64x2.ge(f64x2.add(beforeB, v128.load(SUMS, 16)), b)
  equation4(nearA, nearB)
  const nowA = f64x2.ge(f64x2.add(nearA, v128.load(SUMS)), a)
  const nowB = f64x2.ge(f64x2.add(nearB, v128.load(SUMS, 16)), b)
  v128.store(at, f64x2.sub(f64x2.sub(f64x2.add(nearA, one), v128.and(nowA, one)), v128.and(soonA, one)))
  v128.store(at, f64x2.sub(f64x2.sub(f64x2.add(nearB, one), v128.and(nowB, one)), v128.and(soonB, one)), 16)
}
