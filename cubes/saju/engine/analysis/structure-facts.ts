/**
 * Who helps and who breaks a regular structure (상신, 성격·파격): facts without a verdict.
 *
 * @remarks Helpers and breakers as 子平眞詮 (자평진전) gives them for each structure. A stem that has turned into another element
 * (합화) is neither, and controls nothing.
 */
import { branchesOf, type Columns, elementOfGroup, groupOf, ownElement, type Placed } from "./characters.ts"
import { controls, elementOfBranch, elementOfStem } from "./elements.ts"
import { type GodGroup, reasonOf } from "./rules.ts"
import { tenGodOf } from "./ten-gods.ts"
import { standingStems } from "./transformation.ts"
import type { Reason } from "./types.ts"

/** By index of the structure: 식신 상관 편재 정재 편관 정관 편인 정인 건록 양인 월겁. The first is sought first. */
const HELPERS: readonly (readonly GodGroup[])[] = [
  ["wealth"],
  ["resource", "wealth"],
  ["output", "officer"],
  ["output", "officer"],
  ["output", "resource"],
  ["wealth", "resource"],
  ["officer"],
  ["officer"],
  ["officer", "wealth", "output"],
  ["officer", "wealth", "output"],
  ["officer", "wealth", "output"],
]
/** Ten gods in the same order: 편인 breaks 식신, 정관 상관, 비겁 재, 재 편관 and 인, 상관 정관; nothing is named for the last three. */
const BREAKERS: readonly (readonly number[])[] = [[8], [7], [0, 1], [0, 1], [4, 5], [3], [4, 5], [4, 5], [], [], []]

/** Groups that help a regular structure 0–10, the first sought first. */
export const helpersOf = (structure: number): readonly GodGroup[] => HELPERS[structure] as readonly GodGroup[]

/** Facts about a regular structure 0–10: its helpers, its breakers, clashes of the month. */
export function structureFacts(columns: Columns, structure: number): readonly Reason[] {
  return [
    ...helpersOf(structure).flatMap((group) => helperFacts(columns, group)),
    ...breakerFacts(columns, BREAKERS[structure] as readonly number[]),
    ...clashesOf(columns, columns[1] % 12).map(({ value, pillar }) =>
      reasonOf("structure.fact.monthClashed", { branch: columns[1] % 12, byBranch: value, byPillar: pillar }),
    ),
  ]
}

function helperFacts(columns: Columns, group: GodGroup): readonly Reason[] {
  const own = ownElement(columns)
  const shown = standingStems(columns).filter(({ value }) => groupOf(elementOfStem(value), own) === group)
  if (shown.length > 0) return shown.flatMap((helper) => shownHelper(columns, group, helper))
  const element = elementOfGroup(group, own)
  const hidden = branchesOf(columns).filter(({ value }) => elementOfBranch(value) === element)
  if (hidden.length > 0) return hidden.flatMap((home) => hiddenHelper(columns, group, home))
  return [reasonOf("structure.fact.helperAbsent", { group })]
}

function shownHelper(columns: Columns, group: GodGroup, { value, pillar }: Placed): readonly Reason[] {
  const helper = { group, stem: value, pillar }
  const controlled = controllersOf(columns, value).map((by) =>
    reasonOf("structure.fact.helperControlled", { ...helper, byStem: by.value, byPillar: by.pillar }),
  )
  return [reasonOf("structure.fact.helperShown", helper), ...controlled]
}

function hiddenHelper(columns: Columns, group: GodGroup, { value, pillar }: Placed): readonly Reason[] {
  const helper = { group, branch: value, pillar }
  const clashed = clashesOf(columns, value).map((by) =>
    reasonOf("structure.fact.helperClashed", { ...helper, byBranch: by.value, byPillar: by.pillar }),
  )
  return [reasonOf("structure.fact.helperHidden", helper), ...clashed]
}

function breakerFacts(columns: Columns, gods: readonly number[]): readonly Reason[] {
  return standingStems(columns).flatMap(({ value, pillar }) => {
    const god = tenGodOf(columns[2] % 10, value)
    if (!gods.includes(god)) return []
    const breaker = { god, stem: value, pillar }
    const controlled = controllersOf(columns, value).map((by) =>
      reasonOf("structure.fact.breakerControlled", { ...breaker, byStem: by.value, byPillar: by.pillar }),
    )
    return [reasonOf("structure.fact.breakerShown", breaker), ...controlled]
  })
}

/** Stems beside the day stem whose element controls that of a stem. */
const controllersOf = (columns: Columns, stem: number): readonly Placed[] =>
  standingStems(columns).filter(({ value }) => controls(elementOfStem(value)) === elementOfStem(stem))

/** Branches that clash with a branch (충). */
const clashesOf = (columns: Columns, branch: number): readonly Placed[] =>
  branchesOf(columns).filter(({ value }) => value === (branch + 6) % 12)
