/**
 * Shares of support (신강·신약) as bare integers, from four ganji to four numbers. Additions, multiplications, one division each
 * and look-ups in three small tables: a batch engine can do the same for many births at once and must come to equal numbers.
 *
 * @remarks Support is what is of the day stem's element (비겁) or generates it (인성). Every share is
 * floor(10000 × support ÷ total); no product here exceeds 2³¹. With an unknown hour both sums run over six characters.
 *
 * - fourTests: total 5 (4 without an hour) = month branch 2, day branch 1, hour branch 1, stems 1; each counts as support when
 *   its branch supports, the stems when at least two of year, month and hour stem do (득령 득지 득시 득세).
 * - points: total 110 (85) = 10 for each stem and the year branch, 30 month, 15 day, 15 hour branch.
 *   The 110-point scheme of Korean primers.
 * - hiddenStems: per element, (300 × stems of it + Σ branch weight × its days in the branch) × its season, in 1/3000 of a stem.
 *   Branch weights 8 24 12 10 tenths, days of 월률분야 in a month of 30, season 12 10 8 7 6 tenths (왕상휴수사). Weights: ours.
 * - roots: per element, 100 × stems of it + Σ branch weight × its strongest root in the branch, main 10, middle 5, residual 3.
 */
import { elementOfBranch, elementOfStem, generatorOf, seasonState } from "./elements.ts"
import { hiddenStemsOf, rootOf } from "./hidden-stems.ts"
import type { ByElement, StrengthMethod } from "./types.ts"

/** Tenths, in the order year, month, day, hour. */
export const BRANCH_WEIGHTS: readonly number[] = [8, 24, 12, 10]
/** Points of the 110-point scheme, in the same order. */
export const BRANCH_POINTS: readonly number[] = [10, 30, 15, 15]
export const STEM_POINTS = 10
/** A stem, and a branch of weight 1, before the season: 30 days × 10 tenths. */
export const STEM_WEIGHT = 300
/** A stem beside roots, where a branch of weight 1 with its main stem comes to as much. */
export const STEM_ROOT_WEIGHT = 100
const SEASON_TENTHS = [12, 10, 8, 7, 6]
const ROOT_TENTHS = [0, 3, 5, 10]
const DAY_COLUMN = 2

export interface StrengthTables {
  /** Days of element e in branch b at 5 b + e. */
  readonly days: Uint8Array
  /** Strongest root of element e in branch b at 5 b + e, in tenths. */
  readonly roots: Uint8Array
  /** Season of element e in month branch b at 5 b + e, in tenths. */
  readonly seasons: Uint8Array
}

let made: StrengthTables | undefined

/** The tables the sums look into, sixty bytes each. Shared: read them, do not change them. */
export function strengthTables(): StrengthTables {
  made ??= { days: tableOf(daysIn), roots: tableOf(rootIn), seasons: tableOf(seasonIn) }
  return made
}

const tableOf = (cell: (branch: number, element: number) => number): Uint8Array =>
  Uint8Array.from({ length: 60 }, (_, at) => cell(Math.floor(at / 5), at % 5))

function daysIn(branch: number, element: number): number {
  let days = 0
  for (const hidden of hiddenStemsOf(branch, "monthly")) {
    if (elementOfStem(hidden.stem) === element) days += hidden.days ?? 0
  }
  return days
}

const rootIn = (branch: number, element: number): number => ROOT_TENTHS[rootOf(element, branch)] as number

const seasonIn = (branch: number, element: number): number => SEASON_TENTHS[seasonState(branch, element)] as number

/** Whether an element supports a day stem's element. */
export const supports = (element: number, own: number): boolean => element === own || element === generatorOf(own)

/** Weight of each element as in "hiddenStems", in 1/3000 of a stem. Ganji 0–59; hour −1 when unknown. */
export function weightedElements(year: number, month: number, day: number, hour: number): ByElement {
  const { days, seasons } = strengthTables()
  const sums = sumsOf([year, month, day, hour], STEM_WEIGHT, days)
  const at = (month % 12) * 5
  return sums.map((sum, element) => sum * (seasons[at + element] as number)) as unknown as ByElement
}

/** Weight of each element as in "roots", in 1/100 of a stem. Ganji 0–59; hour −1 when unknown. */
export function rootedElements(year: number, month: number, day: number, hour: number): ByElement {
  return sumsOf([year, month, day, hour], STEM_ROOT_WEIGHT, strengthTables().roots)
}

function sumsOf(columns: readonly number[], stemWeight: number, table: Uint8Array): ByElement {
  const sums = [0, 1, 2, 3, 4].map((element) => {
    let sum = 0
    for (const [column, ganji] of columns.entries()) {
      if (ganji < 0) continue
      if (elementOfStem(ganji % 10) === element) sum += stemWeight
      sum += (BRANCH_WEIGHTS[column] as number) * (table[(ganji % 12) * 5 + element] as number)
    }
    return sum
  })
  return sums as unknown as ByElement
}

/** Share of support by each method, 0–10000. Ganji 0–59 of the four pillars; hour −1 when unknown. */
export function strengthShares(
  year: number,
  month: number,
  day: number,
  hour: number,
): { readonly [Method in StrengthMethod]: number } {
  const own = elementOfStem(day % 10)
  return {
    fourTests: fourTestsShare([year, month, day, hour], own),
    points: pointsShare([year, month, day, hour], own),
    hiddenStems: supportShare(weightedElements(year, month, day, hour), own),
    roots: supportShare(rootedElements(year, month, day, hour), own),
  }
}

/** Share of an element and its generator among five weights. */
export function supportShare(weights: ByElement, own: number): number {
  const total = weights[0] + weights[1] + weights[2] + weights[3] + weights[4]
  return shareOf((weights[own] as number) + (weights[generatorOf(own)] as number), total)
}

/** Ten-thousandths, rounded down: comparing it with a cut point is as comparing the exact ratio. */
export const shareOf = (part: number, total: number): number => Math.floor((10_000 * part) / total)

function fourTestsShare(columns: readonly number[], own: number): number {
  const { month, day, hour, stems } = fourTestsOf(columns, own)
  return shareOf(2 * +month + +day + +(hour ?? false) + +stems, hour === null ? 4 : 5)
}

/** 득령, 득지, 득시 (null without an hour) and 득세: whether month, day, hour branch and two other stems support. */
export function fourTestsOf(
  columns: readonly number[],
  own: number,
): { readonly month: boolean; readonly day: boolean; readonly hour: boolean | null; readonly stems: boolean } {
  const [, month = 0, day = 0, hour = -1] = columns
  const branch = (ganji: number): boolean => supports(elementOfBranch(ganji % 12), own)
  const others = columns.filter((ganji, column) => column !== DAY_COLUMN && ganji >= 0)
  const supporting = others.filter((ganji) => supports(elementOfStem(ganji % 10), own))
  return {
    month: branch(month),
    day: branch(day),
    hour: hour < 0 ? null : branch(hour),
    stems: supporting.length >= 2,
  }
}

function pointsShare(columns: readonly number[], own: number): number {
  let total = 0
  let support = 0
  for (const [column, ganji] of columns.entries()) {
    if (ganji < 0) continue
    const branchPoints = BRANCH_POINTS[column] as number
    total += STEM_POINTS + branchPoints
    if (supports(elementOfStem(ganji % 10), own)) support += STEM_POINTS
    if (supports(elementOfBranch(ganji % 12), own)) support += branchPoints
  }
  return shareOf(support, total)
}
