/** The two people as the facts and the score need them, out of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import { analysis_malformed, compatibility_schools_differ, options_malformed } from "cubular/messages/en"
import { POSITIONS } from "../analysis/characters.ts"
import type { Analysis, PillarFacts, Position } from "../analysis/types.ts"
import { readError, requireChoice, unknownField } from "../options.ts"
import { elementIndex } from "./element-relation.ts"
import { SCHOOLS } from "./score-tables.ts"
import type { CompatibilityOptions, FullCompatibilityOptions, ScoreSchools, Sex, Side } from "./types.ts"
import { readWeights } from "./weights.ts"

/** One of the two people. */
export interface Person {
  readonly side: Side
  readonly analysis: Analysis
  readonly sex: Sex | null
  /** The pillars there are, in order. */
  readonly pillars: readonly { readonly position: Position; readonly facts: PillarFacts }[]
  /** What `scoreOf` takes: four ganji and the element of the useful god, −1 for what is not known. */
  readonly indexes: readonly number[]
}

/**
 * Reads an analysis.
 *
 * @throws {CubeError} `analysis_malformed` with path [side] when it is not what `analyze` returns; `input_unreadable`.
 */
export function readPerson(side: Side, analysis: Analysis): Person {
  try {
    const found = POSITIONS.map((position) => ({ position, facts: analysis.pillars[position] }))
    const pillars = found.flatMap(({ position, facts }) => (facts === null ? [] : [{ position, facts }]))
    const { usefulGod } = analysis
    const indexes = [...found.map(({ facts }) => (facts === null ? -1 : facts.pillar.index)), usefulIndex(usefulGod)]
    if (isWhole(analysis, indexes)) return { side, analysis, sex: null, pillars, indexes }
    throw new CubeError({ ...analysis_malformed, path: [side] })
  } catch (error) {
    if (error instanceof TypeError) throw new CubeError({ ...analysis_malformed, path: [side] })
    throw readError(error, [side], undefined)
  }
}

function usefulIndex(usefulGod: Analysis["usefulGod"]): number {
  if (usefulGod === null) return -1
  const index = elementIndex(usefulGod.roles.useful)
  return index < 0 ? Number.NaN : index
}

/** Whether the numbers are in range and the parts that facts are read from are there. */
function isWhole({ dayStem, elements, relations, options }: Analysis, indexes: readonly number[]): boolean {
  const inRange = indexes.every((index, at) => Number.isInteger(index) && index >= (at < 3 ? 0 : -1) && index < 60)
  const counted = elements.characters.length === 5 && relations.length >= 0 && options.nobleOfGeng !== undefined
  return inRange && counted && dayStem === (indexes[2] as number) % 10
}

const FIELDS = ["weights", "sexA", "sexB"]

/**
 * Options with every default written out.
 *
 * @throws {CubeError} `options_malformed`, `field_unknown`, `choice_unknown`, `input_unreadable`, those of
 * `readWeights`, and `compatibility_schools_differ` when the two analyses followed different schools where the score
 * depends on them.
 */
export function readCompatibilityOptions(a: Analysis, b: Analysis, options: unknown): FullCompatibilityOptions {
  const path = ["options"]
  try {
    if (options !== undefined && (typeof options !== "object" || options === null || Array.isArray(options))) {
      throw new CubeError({ ...options_malformed, path })
    }
    const { weights, sexA, sexB } = (options ?? {}) as CompatibilityOptions
    for (const key of Object.keys(options ?? {})) if (!FIELDS.includes(key)) throw unknownField(path, key, FIELDS)
    return {
      weights: readWeights(weights),
      sexA: requireChoice(sexA, [null, "male", "female"], [...path, "sexA"]),
      sexB: requireChoice(sexB, [null, "male", "female"], [...path, "sexB"]),
      ...schoolsOf(a, b),
    }
  } catch (error) {
    throw readError(error, path, undefined)
  }
}

function schoolsOf(a: Analysis, b: Analysis): ScoreSchools {
  const { nobleOfGeng, hongyeomOfEul, archCombinations, hiddenCombinations } = a.options
  for (const option of Object.keys(SCHOOLS) as (keyof ScoreSchools)[]) {
    if (a.options[option] !== b.options[option]) {
      const params = { option, a: a.options[option], b: b.options[option] }
      throw new CubeError({ ...compatibility_schools_differ, path: ["b", "options", option], params })
    }
  }
  return { nobleOfGeng, hongyeomOfEul, archCombinations, hiddenCombinations }
}
