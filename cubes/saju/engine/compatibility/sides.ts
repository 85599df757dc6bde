/** The two people as the facts and the score need them, out of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import {
  analysis_malformed,
  chart_malformed,
  compatibility_schools_differ,
  options_malformed,
} from "cubular/messages/en"
import { type Columns, countElements, POSITIONS } from "../analysis/characters.ts"
import { type Fields, ganjiOf, requireFields } from "../analysis/chart-numbers.ts"
import type { Analysis, ByElement, Position } from "../analysis/types.ts"
import { type Element, type Pillar, pillarOf } from "../names.ts"
import { CHOICES, isPlain, readError, requireChoice, unknownField } from "../options.ts"
import { elementIndex } from "./element-relation.ts"
import { SCHOOLS, schoolsFrom } from "./score-tables.ts"
import type { CompatibilityOptions, FullCompatibilityOptions, ScoreSchools, Sex, Side } from "./types.ts"
import { readWeights } from "./weights.ts"

/**
 * One of the two people. Only the ganji, the useful god and the schools are read from an analysis; all else follows from them, so
 * that no two parts of a person can disagree.
 */
export interface Person {
  readonly side: Side
  readonly sex: Sex | null
  /** 0–9. */
  readonly dayStem: number
  readonly year: Pillar
  readonly day: Pillar
  /** The pillars there are, in order. */
  readonly pillars: readonly { readonly position: Position; readonly pillar: Pillar }[]
  readonly elements: ByElement
  readonly useful: Element | null
  readonly schools: ScoreSchools
  readonly hiddenStems: "monthly" | "fixed"
  /** What `scoreOf` takes: four ganji and the element of the useful god, −1 for what is not known. */
  readonly indexes: readonly number[]
}

const malformed = (...path: readonly (string | number)[]): CubeError => new CubeError({ ...analysis_malformed, path })

/**
 * Reads an analysis.
 *
 * @throws {CubeError} `analysis_malformed` when it is not what `analyze` returns, with the path of the first field that is
 * missing, malformed or contradicts the others; `input_unreadable` (a getter or proxy that throws). Paths begin with the side.
 */
export function readPerson(side: Side, analysis: Analysis): Person {
  try {
    const { pillars, usefulGod, dayStem, options } = requireFields(analysis, [side])
    const columns = ganjiIn(pillars, side)
    if (dayStem !== columns[2] % 10) throw malformed(side, "dayStem")
    const useful = usefulOf(usefulGod, side)
    return personOf(side, columns, useful, requireFields(options, [side, "options"]))
  } catch (error) {
    // Ganji and objects are read as those of charts are.
    if (error instanceof CubeError && error.code === chart_malformed.code) throw malformed(...error.path)
    throw readError(error, [side], undefined)
  }
}

function personOf(side: Side, columns: Columns, useful: Element | null, options: Fields): Person {
  return {
    side,
    sex: null,
    dayStem: columns[2] % 10,
    year: pillarOf(columns[0]),
    day: pillarOf(columns[2]),
    pillars: columns.flatMap((ganji, at) =>
      ganji < 0 ? [] : [{ position: POSITIONS[at] as Position, pillar: pillarOf(ganji) }],
    ),
    elements: countElements(columns) as unknown as ByElement,
    useful,
    schools: schoolsFrom(options, (value, choices, name) => choiceIn(value, choices, [side, "options", name])),
    hiddenStems: choiceIn(options.hiddenStems, CHOICES.hiddenStems, [side, "options", "hiddenStems"]),
    indexes: [...columns, useful === null ? -1 : elementIndex(useful)],
  }
}

function ganjiIn(pillars: unknown, side: Side): Columns {
  const given = requireFields(pillars, [side, "pillars"])
  return POSITIONS.map((position) => {
    const path = [side, "pillars", position]
    const facts = given[position]
    if (facts === null && position === "hour") return -1
    return ganjiOf(requireFields(facts, path).pillar, [...path, "pillar"])
  }) as unknown as Columns
}

function usefulOf(usefulGod: unknown, side: Side): Element | null {
  if (usefulGod === null) return null
  const path = [side, "usefulGod"]
  const { useful } = requireFields(requireFields(usefulGod, path).roles, [...path, "roles"])
  if (typeof useful !== "string" || elementIndex(useful as Element) < 0) throw malformed(...path, "roles", "useful")
  return useful as Element
}

/** The school of an analysis, which names them all. */
function choiceIn<Choice>(given: unknown, choices: readonly Choice[], path: readonly string[]): Choice {
  if (choices.includes(given as Choice)) return given as Choice
  throw malformed(...path)
}

const FIELDS = ["weights", "sexA", "sexB"]

/**
 * Options with every default written out.
 *
 * @throws {CubeError} `options_malformed`, `field_unknown`, `choice_unknown`, `input_unreadable`, those of
 * `readWeights`, and `compatibility_schools_differ` when the two analyses followed different schools where the score
 * depends on them.
 */
export function readCompatibilityOptions(a: Person, b: Person, options: unknown): FullCompatibilityOptions {
  const path = ["options"]
  try {
    if (options !== undefined && !isPlain(options)) throw new CubeError({ ...options_malformed, path })
    for (const key of Object.keys(options ?? {})) if (!FIELDS.includes(key)) throw unknownField(path, key, FIELDS)
    const { weights, sexA, sexB } = (options ?? {}) as CompatibilityOptions
    return {
      weights: readWeights(weights),
      sexA: requireChoice(sexA, [null, "male", "female"], [...path, "sexA"]),
      sexB: requireChoice(sexB, [null, "male", "female"], [...path, "sexB"]),
      ...sharedSchools(a.schools, b.schools),
    }
  } catch (error) {
    throw readError(error, path, undefined)
  }
}

function sharedSchools(a: ScoreSchools, b: ScoreSchools): ScoreSchools {
  for (const option of Object.keys(SCHOOLS) as (keyof ScoreSchools)[]) {
    if (a[option] !== b[option]) {
      const params = { option, a: a[option], b: b[option] }
      throw new CubeError({ ...compatibility_schools_differ, path: ["b", "options", option], params })
    }
  }
  return a
}
