/** Weights of the areas: their defaults, and the check of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import { weight_out_of_range, weights_all_zero, weights_malformed } from "cubular/messages/en"
import { isPlain, readError, unknownField } from "../options.ts"
import type { CompatibilityArea, Weights } from "./types.ts"

/** In the order in which the score adds them up. */
export const AREAS: readonly CompatibilityArea[] = [
  "dayStems",
  "dayBranches",
  "elements",
  "monthBranches",
  "yearBranches",
  "stars",
]

const DEFAULTS: Weights = /* @__PURE__ */ Object.freeze({
  dayStems: 20,
  dayBranches: 25,
  elements: 25,
  monthBranches: 10,
  yearBranches: 10,
  stars: 10,
})

/** The largest weight: sums of six stay far inside 32 bits. */
const MOST = 1000

/**
 * Checks weights and fills the defaults in.
 *
 * @throws {CubeError} `weights_malformed` (not an object), `field_unknown` (no such area), `weight_out_of_range` (not a
 * whole number 0–1000), `weights_all_zero`, `input_unreadable`; paths begin with "options", "weights".
 */
export function readWeights(weights: unknown): Weights {
  const path = ["options", "weights"]
  if (weights === undefined) return DEFAULTS
  const full: { -readonly [Area in CompatibilityArea]: number } = { ...DEFAULTS }
  try {
    if (!isPlain(weights)) throw new CubeError({ ...weights_malformed, path })
    for (const [name, value] of Object.entries(weights)) {
      const area = AREAS.find((known) => known === name)
      if (!area) throw unknownField(path, name, AREAS)
      if (value !== undefined) full[area] = requireWeight(value, [...path, area])
    }
  } catch (error) {
    throw readError(error, path, undefined)
  }
  if (AREAS.every((area) => full[area] === 0)) throw new CubeError({ ...weights_all_zero, path })
  return full
}

function requireWeight(value: unknown, path: readonly string[]): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST) return value + 0
  throw new CubeError({ ...weight_out_of_range, path, params: { max: MOST } })
}
