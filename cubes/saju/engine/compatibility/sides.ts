/** The two people as the facts and the score need them, out of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import { analysis_malformed, compatibility_schools_differ, options_malformed } from "cubular/messages/en"
import { type Columns, countElements, POSITIONS } from "../analysis/characters.ts"
import { columnsOf, type FactOptions, pillarFacts } from "../analysis/facts.ts"
import { ANALYSIS_CHOICES } from "../analysis/options.ts"
import { relationsOf } from "../analysis/relations.ts"
import type { Analysis, ByElement, PillarFacts, Position, Relation } from "../analysis/types.ts"
import { type Element, type Pillar, pillarOf } from "../names.ts"
import { CHOICES, isPlain, readError, requireChoice, unknownField } from "../options.ts"
import { elementIndex } from "./element-relation.ts"
import { SCHOOLS } from "./score-tables.ts"
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
  readonly facts: Analysis["pillars"]
  /** The pillars there are, in order. */
  readonly pillars: readonly { readonly position: Position; readonly facts: PillarFacts }[]
  readonly elements: ByElement
  readonly useful: Element | null
  readonly schools: ScoreSchools
  /** What `scoreOf` takes: four ganji and the element of the useful god, −1 for what is not known. */
  readonly indexes: readonly number[]
}

const malformed = (...path: readonly string[]): CubeError => new CubeError({ ...analysis_malformed, path })

/**
 * Reads an analysis.
 *
 * @throws {CubeError} `analysis_malformed` when it is not what `analyze` returns, with the path of the first field that is
 * missing, malformed or contradicts the others; `input_unreadable` (a getter or proxy that throws). Paths begin with the side.
 */
export function readPerson(side: Side, analysis: Analysis): Person {
  try {
    const { pillars, usefulGod, dayStem, options } = requireFields(analysis, side)
    const columns = ganjiOf(pillars, side)
    if (dayStem !== columns[2] % 10) throw malformed(side, "dayStem")
    const useful = usefulOf(usefulGod, side)
    return personOf(side, columns, useful, requireFields(options, side, "options"))
  } catch (error) {
    throw readError(error, [side], undefined)
  }
}

function personOf(side: Side, columns: Columns, useful: Element | null, options: Fields): Person {
  const named = columns.map((ganji) => (ganji < 0 ? null : pillarOf(ganji)))
  const [year, month, day, hour] = named as [Pillar, Pillar, Pillar, Pillar | null]
  const facts = pillarFacts({ year, month, day, hour }, factOptionsOf(options, side))
  return {
    side,
    sex: null,
    dayStem: columns[2] % 10,
    facts,
    pillars: POSITIONS.flatMap((position) => (facts[position] ? [{ position, facts: facts[position] }] : [])),
    elements: countElements(columns) as unknown as ByElement,
    useful,
    schools: schoolsOf(options, side),
    indexes: [...columns, useful === null ? -1 : elementIndex(useful)],
  }
}

type Fields = { readonly [name: string]: unknown }

function requireFields(value: unknown, ...path: readonly string[]): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields
  throw malformed(...path)
}

function ganjiOf(pillars: unknown, side: Side): Columns {
  const given = requireFields(pillars, side, "pillars")
  return POSITIONS.map((position) => {
    const facts = given[position]
    if (facts === null && position === "hour") return -1
    const path = [side, "pillars", position]
    const { index, stem, branch } = requireFields(requireFields(facts, ...path).pillar, ...path, "pillar")
    const known = Number.isInteger(index) && (index as number) >= 0 && (index as number) < 60
    if (!known || stem !== (index as number) % 10 || branch !== (index as number) % 12) {
      throw malformed(...path, "pillar")
    }
    return index as number
  }) as unknown as Columns
}

function usefulOf(usefulGod: unknown, side: Side): Element | null {
  if (usefulGod === null) return null
  const path = [side, "usefulGod"]
  const { useful } = requireFields(requireFields(usefulGod, ...path).roles, ...path, "roles")
  if (typeof useful !== "string" || elementIndex(useful as Element) < 0) throw malformed(...path, "roles", "useful")
  return useful as Element
}

/** What of the analysis's options decides its facts. */
function factOptionsOf(options: Fields, side: Side): FactOptions {
  const { hiddenStems, stageEarth, twelveStarsBase } = CHOICES
  const { stageYin } = ANALYSIS_CHOICES
  return chosen({ hiddenStems, stageEarth, twelveStarsBase, stageYin }, options, side) as unknown as FactOptions
}

function schoolsOf(options: Fields, side: Side): ScoreSchools {
  const { nobleOfGeng, hongyeomOfEul, archCombinations, hiddenCombinations } = ANALYSIS_CHOICES
  const choices = { nobleOfGeng, hongyeomOfEul, archCombinations, hiddenCombinations }
  return chosen(choices, options, side) as unknown as ScoreSchools
}

function chosen(choices: { readonly [name: string]: readonly unknown[] }, options: Fields, side: Side): Fields {
  const found: { [name: string]: unknown } = {}
  for (const [name, values] of Object.entries(choices)) {
    const given = options[name]
    if (!values.includes(given)) throw malformed(side, "options", name)
    found[name] = given
  }
  return found
}

/** Relations of the pillars of one person with each other. */
export function relationsWithin({ facts, schools }: Person): readonly Relation[] {
  const { year, month, day, hour } = facts
  const pillars = { year: year.pillar, month: month.pillar, day: day.pillar, hour: hour?.pillar ?? null }
  // The hemisphere decides what turns into what, which nobody asks here.
  return relationsOf(columnsOf(pillars), { ...schools, hemisphere: "north" })
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
