/** Spouse star and spouse palace in one's own chart: 재성 (wealth) of a man, 관성 (officer) of a woman; the day branch. */
import { tenGodOf } from "../analysis/ten-gods.ts"
import type { RelationKind } from "../analysis/types.ts"
import { type Person, relationsWithin } from "./sides.ts"
import type { Spouse } from "./types.ts"

/** What a chart says about a spouse; null without the sex. */
export function spouseOf(person: Person, partnerStem: number): Spouse | null {
  const { sex, pillars, dayStem } = person
  if (sex === null) return null
  const isStar = (tenGod: number): boolean => tenGod >> 1 === (sex === "male" ? 2 : 3)
  let shown = 0
  let hidden = 0
  for (const { facts } of pillars) {
    if (facts.stemTenGod && isStar(facts.stemTenGod.index)) shown++
    if (isStar(facts.branchTenGod.index)) shown++
    hidden += facts.hiddenStems.filter(({ phase, tenGod }) => phase !== "main" && isStar(tenGod.index)).length
  }
  const { pillar, branchTenGod, isVoid } = person.facts.day
  return {
    star: sex === "male" ? "wealth" : "officer",
    shown,
    hidden,
    partner: isStar(tenGodOf(dayStem, partnerStem)),
    palace: { branch: pillar.branch, tenGod: branchTenGod, kinds: palaceKinds(person), isVoid: isVoid.byYear },
  }
}

function palaceKinds(person: Person): readonly RelationKind[] {
  const kinds = relationsWithin(person).filter(
    ({ kind, pillars }) => pillars.includes("day") && !kind.startsWith("stem"),
  )
  return [...new Set(kinds.map(({ kind }) => kind))]
}
