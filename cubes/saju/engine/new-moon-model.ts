/**
 * A coarse Moon for predicting new moons: mean lunations, the Moon's and the Sun's anomalies and the Moon's distance
 * from its node, plus waves of everything else. What it misses, tables/new-moons.ts adds.
 */
import { cosTurns, sinTurns } from "./math.ts"

/** Mean new moon of January 2000, the lunation counted 0, as epoch milliseconds, and the mean lunation. */
const EPOCH_MS = 947_168_437_824
const LUNATION_MS = 2_551_442_877.59
const LUNATIONS_PER_CENTURY = 1236.85

/** The lunation whose mean new moon is the last at or before an instant in epoch milliseconds. */
export const lunationAt = (ms: number): number => Math.floor((ms - EPOCH_MS) / LUNATION_MS)

export interface NewMoonModel {
  /** Milliseconds at powers 0, 1, 2 … of centuries from 2000, added to the mean lunations. */
  readonly drift: readonly number[]
  /** Fours: multiples of the Sun's anomaly, the Moon's anomaly and its distance from the node; 1/10 s of the sine. */
  readonly lunar: readonly number[]
  /** Triples: frequency in 1/100,000 turn per lunation, phase in 1/1000 turn, amplitude in 1/10 s. */
  readonly waves: readonly number[]
}

/**
 * Predicted instant of the new moon of a lunation (0 = January 2000), Terrestrial Time as epoch milliseconds, not rounded.
 *
 * @remarks Arguments of Meeus, Astronomical Algorithms, ch. 49; what depends on the Sun's anomaly shrinks with the
 * eccentricity of the Earth's orbit (his E).
 */
export function predictNewMoonMs({ drift, lunar, waves }: NewMoonModel, lunation: number): number {
  const t = lunation / LUNATIONS_PER_CENTURY
  const sun = 0.00709278 + 0.0808482130556 * lunation
  const moon = 0.55990083 + 1.0717137091111 * lunation + 0.000029884 * t * t
  const node = 0.44641889 + 1.0851958412222 * lunation - 0.000004477 * t * t
  const shrinking = 1 - 0.002516 * t
  let sum = 0
  for (let i = 0; i < lunar.length; i += 4) {
    const m = lunar[i] ?? 0
    let amplitude = lunar[i + 3] ?? 0
    for (let n = Math.abs(m); n > 0; n--) amplitude *= shrinking
    sum += amplitude * sinTurns(m * sun + (lunar[i + 1] ?? 0) * moon + (lunar[i + 2] ?? 0) * node)
  }
  for (let i = 0; i < waves.length; i += 3) {
    sum += (waves[i + 2] ?? 0) * cosTurns((waves[i + 1] ?? 0) * 0.001 + (waves[i] ?? 0) * 0.00001 * lunation)
  }
  let slow = 0
  for (let i = drift.length - 1; i >= 0; i--) slow = slow * t + (drift[i] ?? 0)
  return EPOCH_MS + LUNATION_MS * lunation + slow + sum * 100
}
