/** What one person gives to the score with any other, packed so that a row is a few look-ups: the six areas of compatibility. */
import { countIn, type ScoreProfile } from "../compatibility/profile.ts"
import type { ScoreTables } from "../compatibility/score-tables.ts"
import { ELEMENTS_BASE, STARS_BASE } from "../compatibility/scoring.ts"

/** Tables of one person. */
export interface MatchWords {
  /** [60 × place + ganji]: weighted points of day, month and year; from bit 20 its characters of one's useful god. */
  readonly sums: Int32Array
  /**
   * [60 × place + ganji], to be joined by or: bits 0–4 its elements; of one's stars on its branch 5 and 6 the two nobles, 7 도화,
   * 8 홍염; of its stars on one's branches 9 도화, 10–11 how many nobles, 12 홍염.
   */
  readonly marks: Int32Array
  /** [32 × (useful + 1) + elements]: weighted points of the elements area, without those for characters of one's useful god. */
  readonly elements: Int32Array
  /** [characters of one's useful god]: weighted points. */
  readonly useful: Int32Array
  /** [marks from bit 5 on]: weighted points of the stars. */
  readonly stars: Int32Array
  readonly weightSum: number
}

const SUM_BITS = 20
const [YEAR, MONTH, DAY] = [0, 1, 2]

/** The tables of one person, 4 kB. */
export function matchWords(one: ScoreProfile, tables: ScoreTables): MatchWords {
  const weight = (area: number): number => tables.weights[area] as number
  return {
    sums: Int32Array.from({ length: 240 }, (_, at) => {
      const count = one.useful < 0 ? 0 : countIn(tables.counts[at % 60] as number, one.useful)
      return sumOf(one, tables, Math.floor(at / 60), at % 60) + (count << SUM_BITS)
    }),
    marks: Int32Array.from({ length: 240 }, (_, at) => marksOf(one, tables, Math.floor(at / 60), at % 60)),
    elements: Int32Array.from(
      { length: 192 },
      (_, at) => elementPoints(one, tables, (at >> 5) - 1, at & 31) * weight(2),
    ),
    useful: Int32Array.from({ length: 9 }, (_, count) =>
      one.useful < 0 ? 0 : (tables.useful[count] as number) * weight(2),
    ),
    stars: Int32Array.from({ length: 256 }, (_, marks) => starPoints(tables, marks) * weight(5)),
    weightSum: tables.weightSum,
  }
}

/** Weighted points of day stems and branches, month branches, years: an area of two pillars each. */
function sumOf(
  one: ScoreProfile,
  { weights, dayStems, branches, years }: ScoreTables,
  place: number,
  ganji: number,
): number {
  const [ofStems = 0, ofDays = 0, , ofMonths = 0, ofYears = 0] = weights
  const branch = ganji % 12
  if (place === YEAR) return (years[one.year * 60 + ganji] as number) * ofYears
  if (place === MONTH) return (branches[one.monthBranch * 12 + branch] as number) * ofMonths
  if (place !== DAY) return 0
  return (
    (dayStems[one.dayStem * 10 + (ganji % 10)] as number) * ofStems +
    (branches[one.dayBranch * 12 + branch] as number) * ofDays
  )
}

function marksOf(one: ScoreProfile, tables: ScoreTables, place: number, ganji: number): number {
  const branch = 1 << (ganji % 12)
  let marks = 0
  for (let element = 0; element < 5; element++) {
    if (countIn(tables.counts[ganji] as number, element) > 0) marks |= 1 << element
  }
  const first = one.nobles & -one.nobles
  if (first & branch) marks |= 1 << 5
  if ((one.nobles ^ first) & branch) marks |= 1 << 6
  if (one.dohwa & branch) marks |= 1 << 7
  if (one.hongyeom & branch) marks |= 1 << 8
  if ((place === YEAR || place === DAY) && (tables.dohwa[ganji % 12] as number) & one.branches) marks |= 1 << 9
  if (place !== DAY) return marks
  const nobles = bitsIn((tables.nobles[ganji % 10] as number) & one.branches)
  return marks | (nobles << 10) | ((tables.hongyeom[ganji % 10] as number) & one.branches ? 1 << 12 : 0)
}

/** How many of the two branches of 천을귀인. */
const bitsIn = (nobles: number): number => (nobles === 0 ? 0 : (nobles & (nobles - 1)) === 0 ? 1 : 2)

/** Points of the elements area with somebody of these elements and this useful god (−1 for none), 0–4. */
function elementPoints(one: ScoreProfile, tables: ScoreTables, useful: number, present: number): number {
  const { complement, usefulPair } = tables
  const toOne = complement[32 * (one.useful + 1) + (present & ~one.present)] as number
  const toOther = complement[32 * (useful + 1) + (one.present & ~present)] as number
  const count = useful < 0 ? 0 : (tables.useful[countIn(one.counts, useful)] as number)
  return ELEMENTS_BASE + toOne + toOther + count + (usefulPair[(one.useful + 1) * 6 + useful + 1] as number)
}

function starPoints({ stars }: ScoreTables, marks: number): number {
  const [first, second, dohwa, hongyeom] = [marks & 1, (marks >> 1) & 1, (marks >> 2) & 1, (marks >> 3) & 1]
  const here = stars[first + second + 3 * dohwa + 6 * hongyeom] as number
  const there = stars[Math.min((marks >> 5) & 3, 2) + 3 * ((marks >> 4) & 1) + 6 * ((marks >> 7) & 1)] as number
  return STARS_BASE + here + there
}
