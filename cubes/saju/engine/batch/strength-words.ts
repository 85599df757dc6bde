/** What each ganji in each place gives to the four shares of strength, packed so that a row is four look-ups and three additions. */
import { elementOfBranch, elementOfStem, generatorOf } from "../analysis/elements.ts"
import {
  BRANCH_POINTS,
  BRANCH_WEIGHTS,
  STEM_ROOT_WEIGHT,
  STEM_WEIGHT,
  strengthTables,
  supports,
} from "../analysis/strength-shares.ts"

export interface StrengthWords {
  /**
   * [240 × own element + 60 × place + ganji], bits: 0–10 support and 11–21 total of "roots", 22–26 support of "points" in
   * fives, 27–29 tests of branches that support, 30–31 stems beside the day's that do.
   */
  readonly plain: Uint32Array
  /** [1200 × own element + 240 × element of the month + 60 × place + ganji]: "hiddenStems", total, and support from bit 16. */
  readonly seasonal: Uint32Array
  /** [ganji]: its two characters counted by element, four bits each, wood lowest. */
  readonly counts: Int32Array
  /** Shares of "points" by its support in fives, 0–22: with an hour, then from 32 without one. */
  readonly points: Uint16Array
}

const DAY = 2
/** Tests of the branches: month double, none for the year. */
const BRANCH_TESTS = [0, 2, 1, 1]
const TOTAL_POINTS = [110, 85]

let made: StrengthWords | undefined

/** The tables, made once and shared. */
export function strengthWords(): StrengthWords {
  made ??= {
    plain: Uint32Array.from({ length: 5 * 240 }, (_, at) =>
      plainWord(Math.floor(at / 240), Math.floor(at / 60) % 4, at % 60),
    ),
    seasonal: Uint32Array.from({ length: 25 * 240 }, (_, at) => {
      const pair = Math.floor(at / 240)
      return seasonalWord(Math.floor(pair / 5), pair % 5, Math.floor(at / 60) % 4, at % 60)
    }),
    counts: Int32Array.from(
      { length: 60 },
      (_, ganji) => (1 << (4 * elementOfStem(ganji % 10))) + (1 << (4 * elementOfBranch(ganji % 12))),
    ),
    points: Uint16Array.from({ length: 64 }, (_, at) =>
      Math.floor((50_000 * (at & 31)) / (TOTAL_POINTS[at >> 5] as number)),
    ),
  }
  return made
}

function plainWord(own: number, place: number, ganji: number): number {
  const { roots } = strengthTables()
  const at = (ganji % 12) * 5
  const weight = BRANCH_WEIGHTS[place] as number
  const stem = +supports(elementOfStem(ganji % 10), own)
  const branch = +supports(elementOfBranch(ganji % 12), own)
  let total = STEM_ROOT_WEIGHT
  for (let element = 0; element < 5; element++) total += weight * (roots[at + element] as number)
  const rooted = (roots[at + own] as number) + (roots[at + generatorOf(own)] as number)
  const points = 2 * stem + ((BRANCH_POINTS[place] as number) / 5) * branch
  return (
    (STEM_ROOT_WEIGHT * stem + weight * rooted) |
    (total << 11) |
    (points << 22) |
    (((BRANCH_TESTS[place] as number) * branch) << 27) |
    ((place === DAY ? 0 : stem) << 30)
  )
}

/** By an element of the month, since seasons follow it. */
function seasonalWord(own: number, month: number, place: number, ganji: number): number {
  const { days, seasons } = strengthTables()
  const season = (element: number): number => seasons[(MONTH_OF[month] as number) * 5 + element] as number
  let total = 0
  let support = 0
  for (let element = 0; element < 5; element++) {
    const shown = elementOfStem(ganji % 10) === element ? STEM_WEIGHT : 0
    const hidden = (BRANCH_WEIGHTS[place] as number) * (days[(ganji % 12) * 5 + element] as number)
    const weight = (shown + hidden) * season(element)
    total += weight
    if (supports(element, own)) support += weight
  }
  return ((support << 16) | total) >>> 0
}

/** A month branch of each element: 寅 巳 丑 申 子. */
const MONTH_OF = [2, 5, 1, 8, 0]
