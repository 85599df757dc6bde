/**
 * The form of the equation of time: a series of our own, fitted to the full theory (tables/SOURCES.md):
 * six harmonics of the Sun's mean longitude with slowly changing coefficients, and ten waves of planets, Moon and
 * nutation. Only + − × ÷ and `cosTurns`, one fixed order, no branches: the AssemblyScript twin repeats the operations
 * below, operation by operation and left to right, two births to a vector, and gets equal bits.
 */
import { cosTurns, sinTurns } from "./math.ts"

/** 2000-01-01 12:00 UTC. */
const J2000_MS = 946_728_000_000
const CENTURY_MS = 3_155_760_000_000
/** Mean longitude of the Sun, turns at J2000 and turns per Julian century (Meeus, Astronomical Algorithms, 25.2). */
const LONGITUDE_TURNS = 0.7790735
const LONGITUDE_RATE = 100.00213842

export interface EquationSeries {
  /** Seconds. */
  readonly offset: number
  /** Fours, once a year first: seconds of the cosine, their change per century, seconds of the sine, their change. */
  readonly harmonics: readonly number[]
  /** Triples: turns per century, phase in turns, seconds. */
  readonly waves: readonly number[]
}

/** The series at an instant; the generator fits it with this very function. */
export function equationOfTimeOf({ offset, harmonics, waves }: EquationSeries, utcMs: number): number {
  const t = (utcMs - J2000_MS) / CENTURY_MS
  const longitude = LONGITUDE_TURNS + LONGITUDE_RATE * t
  const cosine = cosTurns(longitude)
  const sine = sinTurns(longitude)
  let c = cosine
  let s = sine
  let sum = offset
  for (let i = 0; i < harmonics.length; i += 4) {
    const ofCosine = (harmonics[i] ?? 0) + (harmonics[i + 1] ?? 0) * t
    const ofSine = (harmonics[i + 2] ?? 0) + (harmonics[i + 3] ?? 0) * t
    sum = sum + ofCosine * c + ofSine * s
    const nextCosine = c * cosine - s * sine
    s = s * cosine + c * sine
    c = nextCosine
  }
  for (let i = 0; i < waves.length; i += 3) {
    sum = sum + (waves[i + 2] ?? 0) * cosTurns((waves[i + 1] ?? 0) + (waves[i] ?? 0) * t)
  }
  return sum
}
