/** The score of two people in whole numbers: the one place where it is added up. */
import { CubeError } from "cubular/contract/error"
import { score_person_malformed, score_tables_malformed } from "cubular/messages/en"
import { readError } from "../options.ts"
import { countIn, profileOf, type ScoreProfile } from "./profile.ts"
import type { ScoreTables } from "./score-tables.ts"
import { ELEMENTS_BASE, STARS_BASE } from "./scoring.ts"

/**
 * Score of two people in hundredths of a point, 0–10000; the same whoever comes first.
 *
 * @param a - Five whole numbers: year, month, day and hour ganji 0–59 (hour −1 when unknown), and the element 0–4 of
 * the useful god (−1 for none).
 * @param tables - From `scoreTables`.
 * @throws {CubeError} `score_person_malformed` (paths "a", "b"), `score_tables_malformed`, `input_unreadable`.
 * @remarks Only sums, products and one division rounded down, all below 2³¹. For many pairs make each `profileOf` once
 * and call `scoreOfProfiles`.
 */
export function scoreOf(a: ArrayLike<number>, b: ArrayLike<number>, tables: ScoreTables): number {
  const [one, other] = [requirePerson(a, "a"), requirePerson(b, "b")]
  const score = scoreBy(one, other, tables)
  if (score >= 0 && score <= 10_000) return score
  throw new CubeError({ ...score_tables_malformed, path: ["tables"] })
}

/** The five numbers of a person, each read once. */
function requirePerson(person: unknown, side: "a" | "b"): readonly number[] {
  try {
    const given = Object(person) as ArrayLike<number>
    const numbers = [given[0], given[1], given[2], given[3], given[4]] as number[]
    const known = numbers.every(
      (value, at) => Number.isInteger(value) && value >= (at < 3 ? 0 : -1) && value < (MOST[at] as number),
    )
    if (known) return numbers
  } catch (error) {
    throw readError(error, [side], undefined)
  }
  throw new CubeError({ ...score_person_malformed, path: [side] })
}

/** How many ganji and elements there are. */
const MOST = [60, 60, 60, 60, 5]

/** NaN where the tables are none. */
function scoreBy(one: readonly number[], other: readonly number[], tables: ScoreTables): number {
  try {
    return scoreOfProfiles(profileOf(one, tables), profileOf(other, tables), tables)
  } catch {
    return Number.NaN
  }
}

/** Score in hundredths of a point, 0–10000: the sum of share × weight of the six areas, over the sum of the weights. */
export function scoreOfProfiles(a: ScoreProfile, b: ScoreProfile, tables: ScoreTables): number {
  const { weights, weightSum, dayStems, branches, years } = tables
  const sum =
    (dayStems[a.dayStem * 10 + b.dayStem] as number) * (weights[0] as number) +
    (branches[a.dayBranch * 12 + b.dayBranch] as number) * (weights[1] as number) +
    elementsShare(a, b, tables) * (weights[2] as number) +
    (branches[a.monthBranch * 12 + b.monthBranch] as number) * (weights[3] as number) +
    (years[a.year * 60 + b.year] as number) * (weights[4] as number) +
    starsShare(a, b, tables) * (weights[5] as number)
  return Math.floor((sum * 100) / weightSum)
}

/** Whole points of hundredths, half a point up. */
export function wholePoints(hundredths: number): number {
  return Math.floor((hundredths + 50) / 100)
}

/** 0–100. */
function elementsShare(a: ScoreProfile, b: ScoreProfile, tables: ScoreTables): number {
  const pair = tables.usefulPair[(a.useful + 1) * 6 + b.useful + 1] as number
  return ELEMENTS_BASE + elementsGain(a, b, tables) + elementsGain(b, a, tables) + pair
}

function elementsGain(own: ScoreProfile, other: ScoreProfile, { useful, complement }: ScoreTables): number {
  const filled = other.present & ~own.present
  const gain = complement[32 * (own.useful + 1) + filled] as number
  return own.useful < 0 ? gain : gain + (useful[countIn(other.counts, own.useful)] as number)
}

/** 0–100. */
function starsShare(a: ScoreProfile, b: ScoreProfile, { stars }: ScoreTables): number {
  return STARS_BASE + (stars[starsAt(a, b)] as number) + (stars[starsAt(b, a)] as number)
}

function starsAt(own: ScoreProfile, other: ScoreProfile): number {
  const nobles = own.nobles & other.branches
  // Clearing the lowest bit leaves something when there were two.
  const count = nobles === 0 ? 0 : (nobles & (nobles - 1)) === 0 ? 1 : 2
  return count + (own.dohwa & other.branches ? 3 : 0) + (own.hongyeom & other.branches ? 6 : 0)
}
