/** Relations (합충형파해) of the pillars of one with those of the other. */
import { elementNamed } from "../analysis/elements.ts"
import { combinationElement, pairNamed, stemPairKinds } from "../analysis/relations.ts"
import type { RelationKind } from "../analysis/types.ts"
import { branchKinds } from "./scoring.ts"
import type { Person } from "./sides.ts"
import type { CrossRelation, ScoreSchools } from "./types.ts"

type Place = Person["pillars"][number]

/** Every relation of a stem of a with one of b and of a branch of a with one of b, by the pillars of a, then of b. */
export function crossRelations(a: Person, b: Person, schools: ScoreSchools): readonly CrossRelation[] {
  return a.pillars.flatMap((own) =>
    b.pillars.flatMap((other) => {
      const [mine, theirs] = [own.pillar, other.pillar]
      const stems = stemPairKinds(mine.stem, theirs.stem)
      const branches = branchKinds(mine.branch, theirs.branch, schools)
      return [
        ...stems.map((kind) => relationOf(kind, "stem", own, other)),
        ...branches.map((kind) => relationOf(kind, "branch", own, other)),
      ]
    }),
  )
}

function relationOf(kind: RelationKind, part: "stem" | "branch", own: Place, other: Place): CrossRelation {
  const characters = [own.pillar[part], other.pillar[part]] as const
  const element = combinationElement(kind, ...characters)
  return {
    kind,
    name: pairNamed(kind, ...characters),
    a: own.position,
    b: other.position,
    part,
    characters,
    element: element === null ? null : elementNamed(element),
  }
}
