/** One person against many: the score of compatibility (궁합) with each of them. */
import { CubeError, isCubeError } from "cubular/contract/error"
import { batch_one_malformed, options_malformed } from "cubular/messages/en"
import { profileOf } from "../compatibility/profile.ts"
import { SCHOOLS, scoreTables } from "../compatibility/score-tables.ts"
import type { ScoreSchools, Weights } from "../compatibility/types.ts"
import { readError, requireChoice } from "../options.ts"
import { type BatchControl, inChunks, readControl } from "./control.ts"
import { instanceFor } from "./engine.ts"
import { readFields, requireBytes } from "./fields.ts"
import { fillMatches, type Matches } from "./match-rows.ts"
import { fillMatchesIn } from "./match-wasm.ts"
import { type MatchPlan, matchPlan } from "./match-words.ts"
import { type PillarColumns, type ReadColumns, readPillars } from "./pillar-columns.ts"

/** One chart and many. Do not change the arrays until the promise is settled. */
export interface CompatibilityBatch extends PillarColumns, BatchControl {
  /** As `scoreOf` takes it: year, month, day, hour ganji (hour −1 when unknown) and the element 0–4 of the useful god (−1 for none). */
  readonly one: ArrayLike<number>
  /** Element 0–4 of each row's useful god, 255 for none; absent = none has one. */
  readonly usefulElements?: Uint8Array | undefined
  /** As in `CompatibilityOptions`. */
  readonly weights?: Partial<Weights> | undefined
  /** Schools of the score, as in `AnalysisOptions`. */
  readonly schools?: Partial<ScoreSchools> | undefined
  /** As in `PillarsBatch`. */
  readonly wasm?: WebAssembly.Module | null | undefined
}

const FIELDS = ["one", "usefulElements", "weights", "schools", "wasm", "signal", "onProgress"] as const

/**
 * Scores of one person with many, the same as `scoreOf` gives one by one and `compatibility` as `score.hundredths`. A row with
 * a number that is no ganji or no element has status 1.
 *
 * @throws {CubeError} (as a rejection) for what is wrong with the batch as a whole; paths begin with the name of the field.
 * An aborted `signal` rejects with its reason.
 */
export async function compatibilityBatch(batch: CompatibilityBatch): Promise<Matches> {
  const { pillars, rows, plan, useful, control, given } = readCompatibilityBatch(batch)
  const instance = await instanceFor(given.wasm)
  const out = { scores: new Uint16Array(rows), status: new Uint8Array(rows) }
  await inChunks(rows, control, (from, end) => {
    if (instance) fillMatchesIn(instance, pillars, useful, plan, out, from, end)
    else fillMatches(pillars, useful, plan.words(), out, from, end)
  })
  return out
}

/** A batch that has been read and checked. */
export interface ReadCompatibility extends ReadColumns<(typeof FIELDS)[number]> {
  readonly control: BatchControl
  readonly useful: Uint8Array | undefined
  readonly plan: MatchPlan
}

/** @throws {CubeError} as `compatibilityBatch`. */
export function readCompatibilityBatch(batch: unknown): ReadCompatibility {
  const { given, pillars, rows } = readPillars(batch, FIELDS)
  const one = indexesOf(given.one)
  const { usefulElements } = given
  const useful =
    usefulElements === undefined ? undefined : requireBytes(usefulElements, rows, "usefulElements", "a Uint8Array")
  const plan = planOf(one, given)
  return { given: { ...given, one }, rows, control: readControl(given), pillars, useful, plan }
}

function planOf(one: readonly number[], given: { weights?: unknown; schools?: unknown }): MatchPlan {
  const schools = schoolsOf(given.schools)
  try {
    const tables = scoreTables(given.weights as Partial<Weights> | undefined, schools)
    return matchPlan(profileOf(one, tables), tables)
  } catch (error) {
    // Here weights are no field of options.
    if (!isCubeError(error) || error.path[0] !== "options") throw readError(error, ["weights"], undefined)
    throw CubeError.fromJSON({ ...error.toJSON(), path: error.path.slice(1) })
  }
}

function indexesOf(one: unknown): readonly number[] {
  const list = typeof one === "object" && one !== null ? (one as ArrayLike<unknown>) : []
  const indexes = entriesOf(list)
  indexes.forEach((index, at) => {
    const whole =
      Number.isInteger(index) && (index as number) >= (at < 3 ? 0 : -1) && (index as number) < (at < 4 ? 60 : 5)
    if (!whole) throw new CubeError({ ...batch_one_malformed, path: ["one", at] })
  })
  return indexes as number[]
}

function entriesOf(list: ArrayLike<unknown>): readonly unknown[] {
  try {
    return [list[0], list[1], list[2], list[3], list[4]]
  } catch (error) {
    throw readError(error, ["one"], undefined)
  }
}

const SCHOOL_CHOICES = {
  nobleOfGeng: ["chouWei", "yinWu"],
  hongyeomOfEul: ["wu", "shen"],
  archCombinations: [true, false],
  hiddenCombinations: [false, true],
} as const

function schoolsOf(schools: unknown): ScoreSchools {
  if (schools === undefined) return SCHOOLS
  const given = readFields(schools, Object.keys(SCHOOL_CHOICES) as (keyof ScoreSchools)[], options_malformed)
  const choice = (name: keyof ScoreSchools): unknown =>
    requireChoice<string | boolean>(given[name], SCHOOL_CHOICES[name], ["schools", name])
  return {
    nobleOfGeng: choice("nobleOfGeng"),
    hongyeomOfEul: choice("hongyeomOfEul"),
    archCombinations: choice("archCombinations"),
    hiddenCombinations: choice("hiddenCombinations"),
  } as ScoreSchools
}
