/** The characters of a chart as judgements look at them. */
import { elementOfBranch, elementOfStem } from "./elements.ts"
import type { GodGroup } from "./rules.ts"
import type { Position } from "./types.ts"

/** Ganji 0–59 of the four pillars; hour −1 when unknown. */
export type Columns = readonly [year: number, month: number, day: number, hour: number]

/** A stem 0–9 or a branch 0–11 and where it stands. */
export interface Placed {
  readonly value: number
  readonly pillar: Position
}

export const POSITIONS: readonly Position[] = ["year", "month", "day", "hour"]
const DAY_COLUMN = 2
const GROUPS: readonly GodGroup[] = ["peer", "output", "wealth", "officer", "resource"]

function placed(columns: Columns, period: number): readonly Placed[] {
  const found: Placed[] = []
  for (let column = 0; column < columns.length; column++) {
    const ganji = columns[column] as number
    if (ganji >= 0) found.push({ value: ganji % period, pillar: POSITIONS[column] as Position })
  }
  return found
}

/** Stems of year, month, day and, where known, hour. */
export const stemsOf = (columns: Columns): readonly Placed[] => placed(columns, 10)

/** Stems but the day stem, which is the person. */
export const otherStems = (columns: Columns): readonly Placed[] =>
  stemsOf(columns).filter(({ pillar }) => pillar !== POSITIONS[DAY_COLUMN])

export const branchesOf = (columns: Columns): readonly Placed[] => placed(columns, 12)

/** Element of the day stem. */
export const ownElement = (columns: Columns): number => elementOfStem(columns[DAY_COLUMN] % 10)

/** How many characters are of each element. */
export function countElements(columns: Columns): readonly number[] {
  const counts = [0, 0, 0, 0, 0]
  const add = (element: number): void => {
    counts[element] = (counts[element] as number) + 1
  }
  for (const { value } of stemsOf(columns)) add(elementOfStem(value))
  for (const { value } of branchesOf(columns)) add(elementOfBranch(value))
  return counts
}

/** Group of an element seen from the day stem's: 비겁 식상 재성 관성 인성 by steps of generation. */
export const groupOf = (element: number, own: number): GodGroup => GROUPS[(element - own + 5) % 5] as GodGroup

/** Element of a group seen from the day stem's. */
export const elementOfGroup = (group: GodGroup, own: number): number => (own + GROUPS.indexOf(group)) % 5

/** Whether an element shows in a stem beside the day stem. */
export const isShown = (element: number, columns: Columns): boolean =>
  otherStems(columns).some(({ value }) => elementOfStem(value) === element)

/** Whether an element is that of a branch, which is that of its main hidden stem. */
export const isMainHidden = (element: number, columns: Columns): boolean =>
  branchesOf(columns).some(({ value }) => elementOfBranch(value) === element)
