/**
 * A coarse sun for predicting solar terms: Kepler's ellipse of the Earth with slowly changing eccentricity and
 * perihelion, plus the strongest waves of planets, Moon and nutation. What it misses, tables/solar-terms.ts adds.
 */
import { cosTurns, sinTurns } from "./math.ts"

/** Where a circular year would put sohan of 2000: the epoch the model counts from, as epoch milliseconds. */
const EPOCH_MS = 947_126_097_000
const CENTURY_MS = 3_155_760_000_000
const TROPICAL_YEAR_MS = 31_556_925_200
const TURNS_PER_RADIAN = 0.15915494309189535

export interface TermModel {
  /** Milliseconds at powers 0, 1, 2 … of centuries from 2000, added to the mean motion. */
  readonly drift: readonly number[]
  /** Triples: frequency in 1/100 turn per century, phase in 1/1000 turn, amplitude in 1/10 s at mean speed. */
  readonly waves: readonly number[]
}

/**
 * Predicted instant of term `k` (0–23, sohan first) of `year`, Terrestrial Time as epoch milliseconds, not rounded.
 *
 * @remarks Elements of date: Simon et al. 1994 as in Meeus, Astronomical Algorithms, ch. 25. The inverse equation of the
 * centre goes from true to mean anomaly directly, to e³, so nothing iterates. A wave moves the Sun in longitude; the
 * square of 1 + e cos ν turns that into time at the Sun's speed of the season.
 */
export function predictTermMs(model: TermModel, year: number, k: number): number {
  const years = year - 2000 + k / 24
  const t = years / 100
  const e = 0.016708634 - 0.000042037 * t
  const anomaly = 0.005729583 + k / 24 - 0.00477649 * t
  const s = sinTurns(anomaly)
  const c = cosTurns(anomaly)
  const centre = e * s * (2 - e * (1.5 * c - e * (1 - (4 / 3) * s * s)))
  let drift = 0
  for (let i = model.drift.length - 1; i >= 0; i--) drift = drift * t + (model.drift[i] ?? 0)
  const mean = EPOCH_MS + (years - centre * TURNS_PER_RADIAN) * TROPICAL_YEAR_MS + drift
  const at = (mean - EPOCH_MS) / CENTURY_MS
  const w = model.waves
  let sum = 0
  for (let i = 0; i < w.length; i += 3) {
    sum += (w[i + 2] ?? 0) * cosTurns((w[i + 1] ?? 0) * 0.001 + (w[i] ?? 0) * 0.01 * at)
  }
  const speed = 1 + e * c
  return mean + (sum * 100) / (speed * speed)
}

/** What the three terms before it (latest first) let one expect of a term's correction: they drift slowly. */
export function expectSteps(latest: number, before: number, third: number): number {
  return Math.floor((7 * latest + 6 * before - 6 * third) / 10 + 0.5)
}

const CODE_OF_ZERO = 35

/** Printable character of a surprise: "#" = 0, then −1, 1, −2, 2 … so that the common ones are few. */
export const surpriseToCode = (steps: number): number => CODE_OF_ZERO + (steps < 0 ? -2 * steps - 1 : 2 * steps)

/** The number of steps a character stands for: the inverse of {@link surpriseToCode}. */
export function codeToSurprise(code: number): number {
  const folded = code - CODE_OF_ZERO
  return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2
}

/** Corrections of the 24 terms of one year, whose characters begin at `start`: each holds the surprise against `expectSteps`. */
export function readSteps(surprises: string, start: number): Int32Array {
  const steps = new Int32Array(24)
  let latest = 0
  let before = 0
  let third = 0
  for (let k = 0; k < 24; k++) {
    const own = expectSteps(latest, before, third) + codeToSurprise(surprises.charCodeAt(start + k))
    steps[k] = own
    third = before
    before = latest
    latest = own
  }
  return steps
}
