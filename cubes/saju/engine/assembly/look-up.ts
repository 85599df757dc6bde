import { EDGE_PILLARS, EDGES, HOURS } from "./layout"

/** Added to a number below 2^51, it leaves the nearest integer in the low bits: quicker than the checked conversions. */
export const MAGIC: f64 = 6755399441055744.0

export const FROM_MS: f64 = -2208988800000.0 // 1900-01-01
export const TO_MS: f64 = 4133980800000.0 // 2101-01-01

// @ts-ignore: decorator
@inline
export function lowBits(x: f64): i32 {
  return i32(reinterpret<i64>(x))
}

/** 720,000 hours, which make every hour of the range positive, and half a ms: whole ms keep off the edges of hours then. */
export const BEFORE_MS: f64 = 2592000000000.5
const PER_HOUR: f64 = 1.0 / 3600000.0

/** The four pillars of an instant in the range. `beforeMs` is BEFORE_MS, or that and a constant shift of the clock. */
// @ts-ignore: decorator
@inline
export function pillarsAt(utcMs: f64, clockMs: f64, originMs: f64, stepsPerMs: f64, beforeMs: f64): u32 {
  const step = lowBits((utcMs - originMs) * stepsPerMs - 0.5 + MAGIC)
  const edge = step + i32(utcMs >= load<f64>(EDGES + ((<usize>step) << 3), 8))
  const hour = lowBits((clockMs + beforeMs) * PER_HOUR - 0.5 + MAGIC)
  // hour mod 1440, 1440 = 32 × 45: for n < 59,918 n × 46604 >> 21 is n / 45, and fits 32 bits.
  const cycles = ((<u32>hour >> 5) * 46604) >> 21
  const inCycle = <u32>hour - cycles * 1440
  return (
    <u32>load<u16>(EDGE_PILLARS + ((<usize>edge) << 1)) | ((<u32>load<u16>(HOURS + ((<usize>inCycle) << 1))) << 16)
  )
}
