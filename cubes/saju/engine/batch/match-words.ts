/** What one person gives to the score with any other, packed so that a row is a few look-ups: the six areas of compatibility. */
import { elementOfBranch, elementOfStem } from "../analysis/elements.ts"
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

/** One person and the rules, for whichever engine: each makes only the tables it looks into, once. */
export interface MatchPlan {
  /** Of day stems, day branches, elements, month branches, years, stars; and their sum. */
  readonly weights: Int32Array
  readonly weightSum: number
  readonly words: () => MatchWords
  /** The same without weights and as bytes, for engines that look sixteen rows up at once: see `lanesOf`. */
  readonly lanes: () => Uint8Array
}

export function matchPlan(one: ScoreProfile, tables: ScoreTables): MatchPlan {
  let words: MatchWords | undefined
  let lanes: Uint8Array | undefined
  return {
    weights: tables.weights,
    weightSum: tables.weightSum,
    words() {
      words ??= matchWords(one, tables)
      return words
    },
    lanes() {
      lanes ??= lanesOf(one, tables)
      return lanes
    },
  }
}

const SUM_BITS = 20
const [YEAR, MONTH, DAY] = [0, 1, 2]

/** The tables of one person, 4 kB. */
function matchWords(one: ScoreProfile, tables: ScoreTables): MatchWords {
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

const table = (length: number, used: number, entry: (at: number) => number): number[] =>
  Array.from({ length }, (_, at) => (at < used ? entry(at) & 255 : 0))

/** 512 bytes; assembly/matches.ts says where each table begins. */
function lanesOf(one: ScoreProfile, tables: ScoreTables): Uint8Array {
  const { dayStems, branches, years, useful } = tables
  const counted = (element: number): number => +(element === one.useful)
  return Uint8Array.from([
    ...table(16, 15, (at) => 12 * Math.floor(at / 3)),
    ...table(32, 30, (at) => 10 * Math.floor(at / 5)),
    ...table(16, 10, (stem) => dayStems[one.dayStem * 10 + stem] as number),
    ...table(16, 12, (branch) => branches[one.dayBranch * 12 + branch] as number),
    ...table(16, 12, (branch) => branches[one.monthBranch * 12 + branch] as number),
    ...table(64, 60, (ganji) => years[one.year * 60 + ganji] as number),
    ...table(16, 12, (branch) => (starsHere(one, branch) << 5) | (1 << elementOfBranch(branch))),
    ...table(16, 12, (branch) => starsHere(one, branch) & 8),
    ...table(16, 10, (stem) => 1 << elementOfStem(stem)),
    ...table(16, 10, (stem) => counted(elementOfStem(stem))),
    ...table(16, 12, (branch) => counted(elementOfBranch(branch))),
    ...table(16, 9, (count) => (one.useful < 0 ? 0 : (useful[count] as number))),
    ...table(192, 192, (at) => elementPoints(one, tables, (at >> 5) - 1, at & 31)),
    ...table(16, 16, (marks) => STARS_BASE + pointsHere(tables, marks)),
    ...table(16, 12, (branch) => ((tables.dohwa[branch] as number) & one.branches ? 255 : 0)),
    ...table(16, 10, (stem) => pointsThere(tables, starsThere(one, tables, stem))),
    ...table(16, 10, (stem) => pointsThere(tables, starsThere(one, tables, stem) | 1)),
  ])
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
  const elements = (1 << elementOfStem(ganji % 10)) | (1 << elementOfBranch(ganji % 12))
  const dohwa = (place === YEAR || place === DAY) && ((tables.dohwa[ganji % 12] as number) & one.branches) !== 0
  const there = (place === DAY ? starsThere(one, tables, ganji % 10) : 0) | +dohwa
  return elements | (starsHere(one, ganji % 12) << 5) | (there << 9)
}

/** One's stars on a branch: bits of the two nobles, 도화, 홍염. */
function starsHere({ nobles, dohwa, hongyeom }: ScoreProfile, branch: number): number {
  const first = nobles & -nobles
  const bit = (mask: number): number => (mask >> branch) & 1
  return bit(first) | (bit(nobles ^ first) << 1) | (bit(dohwa) << 2) | (bit(hongyeom) << 3)
}

/** Stars of a day stem on one's branches: from bit 1 on how many of the two nobles, bit 3 홍염; bit 0 is left to 도화. */
function starsThere({ branches }: ScoreProfile, { nobles, hongyeom }: ScoreTables, stem: number): number {
  const there = (nobles[stem] as number) & branches
  const count = there === 0 ? 0 : (there & (there - 1)) === 0 ? 1 : 2
  return (count << 1) | ((hongyeom[stem] as number) & branches ? 8 : 0)
}

/** Points of the elements area with somebody of these elements and this useful god (−1 for none), 0–4. */
function elementPoints(one: ScoreProfile, tables: ScoreTables, useful: number, present: number): number {
  const { complement, usefulPair } = tables
  const toOne = complement[32 * (one.useful + 1) + (present & ~one.present)] as number
  const toOther = complement[32 * (useful + 1) + (one.present & ~present)] as number
  const count = useful < 0 ? 0 : (tables.useful[countIn(one.counts, useful)] as number)
  return ELEMENTS_BASE + toOne + toOther + count + (usefulPair[(one.useful + 1) * 6 + useful + 1] as number)
}

function starPoints(tables: ScoreTables, marks: number): number {
  return STARS_BASE + pointsHere(tables, marks & 15) + pointsThere(tables, marks >> 4)
}

const pointsHere = ({ stars }: ScoreTables, marks: number): number =>
  stars[(marks & 1) + ((marks >> 1) & 1) + 3 * ((marks >> 2) & 1) + 6 * (marks >> 3)] as number

const pointsThere = ({ stars }: ScoreTables, marks: number): number =>
  stars[Math.min((marks >> 1) & 3, 2) + 3 * (marks & 1) + 6 * (marks >> 3)] as number
