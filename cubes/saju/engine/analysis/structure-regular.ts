/**
 * The regular structure (내격): the ten god that the month gives, by three schools.
 *
 * @remarks "revealed" after 子平眞詮 (자평진전): what shows of the month's hidden stems. A month of 비견 or 겁재 gives no god to
 * live from and is named 건록격, 양인격 or 월겁격; those two gods also do not count as revealed stems. The earth months 辰戌丑未 hold
 * stems of three elements (雜氣): there one that shows is taken even where the main stem is 비견 or 겁재. The other months of the day
 * stem's own element keep their name, whatever shows.
 */

import type { Columns, Placed } from "./characters.ts"
import { otherStems } from "./characters.ts"
import type { Commanding } from "./commanding.ts"
import { hiddenStemsOf, type RawHiddenStem } from "./hidden-stems.ts"
import { type ParamsOf, reasonOf, type StructureRule } from "./rules.ts"
import { stageOf } from "./stages.ts"
import { BLADE, LOK, ROB, structureNamed, structureOfGod } from "./structure-names.ts"
import { mainStemOf, tenGodOf } from "./ten-gods.ts"
import type { Reason, Structure, StructureSchool } from "./types.ts"

type Regular = Structure["regular"][number]
type Found = { readonly index: number; readonly reason: Reason }

const STAGE_OF_LOK = 3
const STAGE_OF_PRIME = 4

/** The structure by every school, 자평진전 first. */
export function regularStructures(columns: Columns, commanding: Commanding | null): readonly Regular[] {
  const found: { readonly [School in StructureSchool]: Found } = {
    revealed: revealed(columns),
    main: byMain(columns, "structure.main"),
    commanding: byCommand(columns, commanding),
  }
  return (["revealed", "main", "commanding"] as const).map((school) => {
    const { index, reason } = found[school]
    return { school, structure: structureNamed(index), reason }
  })
}

function revealed(columns: Columns): Found {
  const branch = columns[1] % 12
  const dayStem = columns[2] % 10
  if (!isEarth(branch) && isPeer(tenGodOf(dayStem, mainStemOf(branch)))) return peerMonth(dayStem, branch)
  for (const hidden of candidates(branch)) {
    const god = tenGodOf(dayStem, hidden.stem)
    const shown = otherStems(columns).find(({ value }) => value === hidden.stem)
    if (shown && !isPeer(god)) return { index: structureOfGod(god), reason: revealedReason(hidden, branch, god, shown) }
  }
  return byMain(columns, "structure.revealed.hidden")
}

const isEarth = (branch: number): boolean => branch % 3 === 1

/** Main, middle, residual; of 子卯午酉, which are of one mind, the main one only. */
function candidates(branch: number): readonly RawHiddenStem[] {
  const inOrder = [...hiddenStemsOf(branch, "monthly")].reverse()
  return branch % 3 === 0 ? inOrder.slice(0, 1) : inOrder
}

function revealedReason({ stem, phase }: RawHiddenStem, branch: number, god: number, { pillar }: Placed): Reason {
  return reasonOf(`structure.revealed.${phase}`, { stem, branch, god, pillar })
}

function byMain(
  columns: Columns,
  rule: "structure.main" | "structure.revealed.hidden" | "structure.commanding.unknown",
): Found {
  const branch = columns[1] % 12
  const stem = mainStemOf(branch)
  return byGod(columns, stem, rule, (god) => ({ stem, branch, god }))
}

function byCommand(columns: Columns, commanding: Commanding | null): Found {
  if (!commanding) return byMain(columns, "structure.commanding.unknown")
  const { stem, day } = commanding
  return byGod(columns, stem, "structure.commanding", (god) => ({ stem, branch: columns[1] % 12, god, day }))
}

function byGod<Rule extends StructureRule>(
  columns: Columns,
  stem: number,
  rule: Rule,
  params: (god: number) => ParamsOf<Rule>,
): Found {
  const dayStem = columns[2] % 10
  const god = tenGodOf(dayStem, stem)
  if (isPeer(god)) return peerMonth(dayStem, columns[1] % 12)
  return { index: structureOfGod(god), reason: reasonOf(rule, params(god)) }
}

const isPeer = (god: number): boolean => god < 2

/** A month of the day stem's own element. */
function peerMonth(dayStem: number, branch: number): Found {
  const stage = stageOf(dayStem, branch, "fire", "backward")
  const params = { dayStem, branch }
  if (stage === STAGE_OF_LOK) return { index: LOK, reason: reasonOf("structure.peer.lok", params) }
  if (stage === STAGE_OF_PRIME && dayStem % 2 === 0)
    return { index: BLADE, reason: reasonOf("structure.peer.blade", params) }
  return { index: ROB, reason: reasonOf("structure.peer.rob", params) }
}
