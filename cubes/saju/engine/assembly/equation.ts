// The twin of ../equation-series.ts and of cosTurns in ../math.ts: the same operations in the same order, so the same bits.
import { CLOCK, SERIES, UTC } from "./layout"

const HARMONICS: i32 = 6
const WAVES: i32 = 10
const J2000_MS: f64 = 946728000000.0
const CENTURY_MS: f64 = 3155760000000.0
const LONGITUDE_TURNS: f64 = 0.7790735
const LONGITUDE_RATE: f64 = 100.00213842

const P0: f64 = 0.10071494605051359
const P1: f64 = 0.7176854417822848
const P2: f64 = 3.819922805373011
const P3: f64 = 15.094641369139351
const P4: f64 = 42.05869391528075
const P5: f64 = 76.70585975263461
const P6: f64 = 81.60524927607172
const P7: f64 = 41.34170224039975
const P8: f64 = 6.283185307179586

// @ts-ignore: decorator
@inline
function cosTurns(turns: f64): f64 {
  const w = 0.25 - Math.abs(turns - Math.floor(turns + 0.5))
  const z = w * w
  let p = P0
  p = p * z - P1
  p = p * z + P2
  p = p * z - P3
  p = p * z + P4
  p = p * z - P5
  p = p * z + P6
  p = p * z - P7
  return w * (p * z + P8)
}

/** Seconds. */
// @ts-ignore: decorator
@inline
export function equationOfTime(utcMs: f64): f64 {
  const t = (utcMs - J2000_MS) / CENTURY_MS
  const longitude = LONGITUDE_TURNS + LONGITUDE_RATE * t
  const cosine = cosTurns(longitude)
  const sine = cosTurns(longitude - 0.25)
  let c = cosine
  let s = sine
  let at = SERIES
  let sum = load<f64>(at)
  at += 8
  for (let i: i32 = 0; i < HARMONICS; i++) {
    const ofCosine = load<f64>(at) + load<f64>(at, 8) * t
    const ofSine = load<f64>(at, 16) + load<f64>(at, 24) * t
    sum = sum + ofCosine * c + ofSine * s
    const nextCosine = c * cosine - s * sine
    s = s * cosine + c * sine
    c = nextCosine
    at += 32
  }
  for (let i: i32 = 0; i < WAVES; i++) {
    sum = sum + load<f64>(at, 16) * cosTurns(load<f64>(at, 8) + load<f64>(at) * t)
    at += 24
  }
  return sum
}

/** Whole ms. */
export function equationMs(utcMs: f64): f64 {
  return Math.floor(equationOfTime(utcMs) * 1000.0 + 0.5)
}

// @ts-ignore: decorator
@inline
function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b)
}

// @ts-ignore: decorator
@inline
function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b)
}

// @ts-ignore: decorator
@inline
function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b)
}

/** Loaded on every use: V8 takes longer to build a vector constant than to load one (measured: 63 → 51 ns a birth). */
const CONSTANTS: usize = memory.data<f64>([P0, P1, P2, P3, P4, P5, P6, P7, P8, 0.25, 0.5])

// @ts-ignore: decorator
@inline
function constant(i: i32): v128 {
  return v128.load64_splat(CONSTANTS + i * 8)
}

// @ts-ignore: decorator
@inline
function reduced(turns: v128): v128 {
  return sub(constant(9), f64x2.abs(sub(turns, f64x2.floor(add(turns, constant(10))))))
}

// @ts-ignore: decorator
@inline
function cosTurns2(turns: v128): v128 {
  const w = reduced(turns)
  const z = mul(w, w)
  let p = constant(0)
  p = sub(mul(p, z), constant(1))
  p = add(mul(p, z), constant(2))
  p = sub(mul(p, z), constant(3))
  p = add(mul(p, z), constant(4))
  p = sub(mul(p, z), constant(5))
  p = add(mul(p, z), constant(6))
  p = sub(mul(p, z), constant(7))
  return mul(w, add(mul(p, z), constant(8)))
}

/** Four births, as two vectors hand in hand: they share every load and fill each other's waits (measured: 51 → 44 ns a birth). */
export function addEquation4(utc: usize, clock: usize): void {
  const tA = f64x2.div(sub(v128.load(utc), f64x2.splat(J2000_MS)), f64x2.splat(CENTURY_MS))
  const tB = f64x2.div(sub(v128.load(utc, 16), f64x2.splat(J2000_MS)), f64x2.splat(CENTURY_MS))
  const longitudeA = add(f64x2.splat(LONGITUDE_TURNS), mul(f64x2.splat(LONGITUDE_RATE), tA))
  const longitudeB = add(f64x2.splat(LONGITUDE_TURNS), mul(f64x2.splat(LONGITUDE_RATE), tB))
  const cosineA = cosTurns2(longitudeA)
  const cosineB = cosTurns2(longitudeB)
  const sineA = cosTurns2(sub(longitudeA, constant(9)))
  const sineB = cosTurns2(sub(longitudeB, constant(9)))
  let cA = cosineA
  let cB = cosineB
  let sA = sineA
  let sB = sineB
  let at = SERIES
  let sumA = v128.load64_splat(at)
  let sumB = sumA
  at += 8
  for (let i: i32 = 0; i < HARMONICS; i++) {
    const h0 = v128.load64_splat(at)
    const h1 = v128.load64_splat(at, 8)
    const h2 = v128.load64_splat(at, 16)
    const h3 = v128.load64_splat(at, 24)
    sumA = add(add(sumA, mul(add(h0, mul(h1, tA)), cA)), mul(add(h2, mul(h3, tA)), sA))
    sumB = add(add(sumB, mul(add(h0, mul(h1, tB)), cB)), mul(add(h2, mul(h3, tB)), sB))
    const nextA = sub(mul(cA, cosineA), mul(sA, sineA))
    const nextB = sub(mul(cB, cosineB), mul(sB, sineB))
    sA = add(mul(sA, cosineA), mul(cA, sineA))
    sB = add(mul(sB, cosineB), mul(cB, sineB))
    cA = nextA
    cB = nextB
    at += 32
  }
  for (let i: i32 = 0; i < WAVES; i++) {
    const rate = v128.load64_splat(at)
    const phase = v128.load64_splat(at, 8)
    const size = v128.load64_splat(at, 16)
    const wA = reduced(add(phase, mul(rate, tA)))
    const wB = reduced(add(phase, mul(rate, tB)))
    const zA = mul(wA, wA)
    const zB = mul(wB, wB)
    let q = constant(0)
    let pA = mul(q, zA)
    let pB = mul(q, zB)
    q = constant(1)
    pA = sub(pA, q)
    pB = sub(pB, q)
    q = constant(2)
    pA = add(mul(pA, zA), q)
    pB = add(mul(pB, zB), q)
    q = constant(3)
    pA = sub(mul(pA, zA), q)
    pB = sub(mul(pB, zB), q)
    q = constant(4)
    pA = add(mul(pA, zA), q)
    pB = add(mul(pB, zB), q)
    q = constant(5)
    pA = sub(mul(pA, zA), q)
    pB = sub(mul(pB, zB), q)
    q = constant(6)
    pA = add(mul(pA, zA), q)
    pB = add(mul(pB, zB), q)
    q = constant(7)
    pA = sub(mul(pA, zA), q)
    pB = sub(mul(pB, zB), q)
    q = constant(8)
    sumA = add(sumA, mul(size, mul(wA, add(mul(pA, zA), q))))
    sumB = add(sumB, mul(size, mul(wB, add(mul(pB, zB), q))))
    at += 24
  }
  addSeconds(clock, sumA)
  addSeconds(clock + 16, sumB)
}

// @ts-ignore: decorator
@inline
function addSeconds(at: usize, seconds: v128): void {
  const ms = f64x2.floor(add(mul(seconds, f64x2.splat(1000.0)), f64x2.splat(0.5)))
  v128.store(at, add(v128.load(at), ms))
}

/** Adds the equation of time at UTC to CLOCK, in whole ms. Up to three rows more are computed and do no harm. */
export function addEquation(rows: i32): void {
  if (ASC_FEATURE_SIMD) {
    for (let i: i32 = 0; i < rows; i += 4) addEquation4(UTC + ((<usize>i) << 3), CLOCK + ((<usize>i) << 3))
  } else {
    for (let i: i32 = 0; i < rows; i++) {
      const at = (<usize>i) << 3
      store<f64>(CLOCK + at, load<f64>(CLOCK + at) + equationMs(load<f64>(UTC + at)))
    }
  }
}
