/**
 * Which fact is worth how many points. This is a convention of ours: tradition knows the facts, but no sums.
 *
 * Every area is scored 0–100: it begins with a base, and facts add or take. The score of an area times its weight
 * (dayStems 20, dayBranches 25, elements 25, monthBranches 10, yearBranches 10, stars 10) is its points in hundredths;
 * the total is their sum over the sum of the weights. All numbers are whole, no area leaves 0–100, either side sees the
 * same.
 *
 * - dayStems, from 50: `combination` +50 (甲己 …) and nothing else; otherwise `generation` +20, `control` −20 or `clash`
 *   −30 (甲庚 乙辛 丙壬 丁癸) by their elements, and `polarity` +10 for one yin and one yang.
 * - dayBranches and monthBranches, from 50: `sixCombination` +50, `halfCombination` +35, `archCombination` +20, `same`
 *   +10 (not 辰午酉亥, which punish themselves), `hiddenCombination` +5, `clash` −35, `resentment` −20, `punishment`
 *   `selfPunishment` `harm` −15 each, `destruction` `ghostGate` −10 each; what comes together adds up.
 * - yearBranches, from 50: four fifths of the same, and `nayinGeneration` +10 or `nayinControl` −10.
 * - elements, from 45, for each side: `usefulGod` −15, 0, +8, +12, +15 for 0, 1, 2, 3, 4 or more characters of its
 *   useful god in the other; `complement` +3 for each element it lacks and the other has, +6 for its useful god, 10 at
 *   most. Once: `sameUsefulGod` +5, or `joyful` +3 where one useful god generates the other, `harmful` −5 where it
 *   controls it.
 * - stars, from 30, for each side, on branches of the other: `cheoneulGwiin` +15, or +20 when both its branches are
 *   there; `dohwa` +9 (from the day or the year branch); `hongyeom` +6.
 */
import { controls, elementOfStem, generates } from "../analysis/elements.ts"
import { nayinNamed } from "../analysis/names.ts"
import { branchPairKinds, stemPairKinds } from "../analysis/relations.ts"
import type { RelationKind } from "../analysis/types.ts"
import { elementIndex } from "./element-relation.ts"
import type { ScoreSchools } from "./types.ts"

/** Points of an area, 0–100 together, by the name of their fact. */
export type AreaPoints = { readonly [fact: string]: number }

/** What elements and stars begin with; the other bases stand in their tables. */
export const ELEMENTS_BASE = 45
export const STARS_BASE = 30

const BRANCH_POINTS: { readonly [kind in RelationKind]?: number } = {
  sixCombination: 50,
  halfCombination: 35,
  archCombination: 20,
  hiddenCombination: 5,
  clash: -35,
  resentment: -20,
  punishment: -15,
  selfPunishment: -15,
  harm: -15,
  destruction: -10,
  ghostGate: -10,
}

/** Points of two day stems. */
export function stemPoints(a: number, b: number): AreaPoints {
  const kinds = stemPairKinds(a, b)
  if (kinds.includes("stemCombination")) return { base: 50, combination: 50 }
  const elements = [elementOfStem(a), elementOfStem(b)] as const
  return {
    base: 50,
    ...(related(generates, ...elements) && { generation: 20 }),
    ...(kinds.includes("stemClash") ? { clash: -30 } : related(controls, ...elements) && { control: -20 }),
    ...((a + b) % 2 === 1 && { polarity: 10 }),
  }
}

/** Kinds of two branches, as far as the schools know them. */
export function branchKinds(a: number, b: number, schools: ScoreSchools): readonly RelationKind[] {
  return branchPairKinds(a, b).filter(
    (kind) =>
      (kind !== "archCombination" || schools.archCombinations) &&
      (kind !== "hiddenCombination" || schools.hiddenCombinations),
  )
}

/** Points of two day or month branches. */
export function branchPoints(a: number, b: number, schools: ScoreSchools): AreaPoints {
  const kinds = branchKinds(a, b, schools)
  const points: { [fact: string]: number } = { base: 50 }
  for (const kind of kinds) points[kind] = BRANCH_POINTS[kind] ?? 0
  if (a === b && kinds.length === 0) points.same = 10
  return points
}

/** Points of two year pillars 0–59. */
export function yearPoints(a: number, b: number, schools: ScoreSchools): AreaPoints {
  const { base, ...kinds } = branchPoints(a % 12, b % 12, schools)
  const nayin = [nayinElement(a), nayinElement(b)] as const
  return {
    base: base as number,
    ...Object.fromEntries(Object.entries(kinds).map(([kind, points]) => [kind, (points * 4) / 5])),
    ...(related(generates, ...nayin) && { nayinGeneration: 10 }),
    ...(related(controls, ...nayin) && { nayinControl: -10 }),
  }
}

const nayinElement = (ganji: number): number => elementIndex(nayinNamed(ganji).element)

function related(to: (element: number) => number, a: number, b: number): boolean {
  return to(a) === b || to(b) === a
}

/** Points for a number of characters (0–8) that are one's useful god. */
export function usefulPoints(count: number): number {
  return [-15, 0, 8, 12][count] ?? 15
}

/**
 * Points for elements one lacks and the other has.
 *
 * @param filled - A bit for each of them, 1 wood … 16 water.
 * @param useful - One's useful god, 0–4, or −1.
 */
export function complementPoints(filled: number, useful: number): number {
  let points = 0
  for (let element = 0; element < 5; element++) {
    if ((filled >> element) & 1) points += element === useful ? 6 : 3
  }
  return Math.min(points, 10)
}

/** Points of two useful gods, 0–4 or −1. */
export function usefulPairPoints(a: number, b: number): AreaPoints {
  if (a < 0 || b < 0) return {}
  if (a === b) return { sameUsefulGod: 5 }
  return related(generates, a, b) ? { joyful: 3 } : { harmful: -5 }
}

/** Points of one's stars on the branches of the other: branches of 천을귀인 there (0–2), whether 도화 and 홍염 are. */
export function starPoints(nobles: number, dohwa: boolean, hongyeom: boolean): AreaPoints {
  return {
    ...(nobles > 0 && { cheoneulGwiin: nobles > 1 ? 20 : 15 }),
    ...(dohwa && { dohwa: 9 }),
    ...(hongyeom && { hongyeom: 6 }),
  }
}

/** Sum of points. */
export function sumOf(points: AreaPoints): number {
  return Object.values(points).reduce((sum, each) => sum + each, 0)
}
