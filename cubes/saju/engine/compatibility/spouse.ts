/** The spouse in one's own chart (배우자성·배우자궁): 재성 (wealth) of a man, 관성 (officer) of a woman; the day branch. */
import type { Column } from "../analysis/column.ts"
import { hiddenStemsOf } from "../analysis/hidden-stems.ts"
import { tenGodNamed } from "../analysis/names.ts"
import { relationsOf } from "../analysis/relations.ts"
import { tenGodOf, tenGodOfBranch } from "../analysis/ten-gods.ts"
import type { RelationKind } from "../analysis/types.ts"
import { isVoidBy } from "../analysis/voids.ts"
import type { Person } from "./sides.ts"
import type { Spouse } from "./types.ts"

/** What a chart says about a spouse; null without the sex. */
export function spouseOf(person: Person, partnerStem: number): Spouse | null {
  const { sex, pillars, dayStem, day, year } = person
  if (sex === null) return null
  const isStar = (tenGod: number): boolean => tenGod >> 1 === (sex === "male" ? 2 : 3)
  let shown = 0
  let hidden = 0
  for (const { position, pillar } of pillars) {
    if (position !== "day" && isStar(tenGodOf(dayStem, pillar.stem))) shown++
    if (isStar(tenGodOfBranch(dayStem, pillar.branch))) shown++
    const beside = hiddenStemsOf(pillar.branch, person.hiddenStems).filter(({ phase }) => phase !== "main")
    hidden += beside.filter(({ stem }) => isStar(tenGodOf(dayStem, stem))).length
  }
  return {
    star: sex === "male" ? "wealth" : "officer",
    shown,
    hidden,
    partner: isStar(tenGodOf(dayStem, partnerStem)),
    palace: {
      branch: day.branch,
      tenGod: tenGodNamed(tenGodOfBranch(dayStem, day.branch)),
      kinds: palaceKinds(person),
      isVoid: isVoidBy(year.index, day.branch),
    },
  }
}

function palaceKinds({ pillars, schools }: Person): readonly RelationKind[] {
  const columns = pillars.map(
    ({ position, pillar: { stem, branch } }): Column => ({ label: position, stem, branch, natal: true }),
  )
  // The hemisphere decides what turns into what, which nobody asks here.
  const relations = relationsOf(columns, { ...schools, hemisphere: "north" })
  const kinds = relations.filter(({ kind, pillars: at }) => at.includes("day") && !kind.startsWith("stem"))
  return [...new Set(kinds.map(({ kind }) => kind))]
}
