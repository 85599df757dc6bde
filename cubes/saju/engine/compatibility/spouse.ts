/** Spouse star and spouse palace in one's own chart: 재성 (wealth) of a man, 관성 (officer) of a woman; the day branch. */
import { tenGodOf } from "../analysis/ten-gods.ts"
import type { RelationKind } from "../analysis/types.ts"
import type { Person } from "./sides.ts"
import type { Spouse } from "./types.ts"

/** What a chart says about a spouse; null without the sex. */
export function spouseOf({ analysis, sex, pillars }: Person, partnerStem: number): Spouse | null {
  if (sex === null) return null
  const isStar = (tenGod: number): boolean => tenGod >> 1 === (sex === "male" ? 2 : 3)
  let shown = 0
  let hidden = 0
  for (const { facts } of pillars) {
    if (facts.stemTenGod && isStar(facts.stemTenGod.index)) shown++
    if (isStar(facts.branchTenGod.index)) shown++
    hidden += facts.hiddenStems.filter(({ phase, tenGod }) => phase !== "main" && isStar(tenGod.index)).length
  }
  const { pillar, branchTenGod, isVoid } = analysis.pillars.day
  return {
    star: sex === "male" ? "wealth" : "officer",
    shown,
    hidden,
    partner: isStar(tenGodOf(analysis.dayStem, partnerStem)),
    palace: { branch: pillar.branch, tenGod: branchTenGod, kinds: palaceKinds(analysis), isVoid: isVoid.byYear },
  }
}

function palaceKinds({ relations }: Person["analysis"]): readonly RelationKind[] {
  const kinds = relations.filter(({ kind, pillars }) => pillars.includes("day") && !kind.startsWith("stem"))
  return [...new Set(kinds.map(({ kind }) => kind))]
}
