/** Stars (신살) of one that stand on branches of the other: 천을귀인, 도화, 홍염. */
import { branchStarTargets, starNamed } from "../analysis/stars.ts"
import type { Person } from "./sides.ts"
import type { ScoreSchools, StarAcross } from "./types.ts"

/** The stars looked at, and what they are counted from. */
type Star = Pick<StarAcross, "id" | "base">
const STARS: readonly Star[] = [
  { id: "cheoneulGwiin", base: "dayStem" },
  { id: "dohwa", base: "yearBranch" },
  { id: "dohwa", base: "dayBranch" },
  { id: "hongyeom", base: "dayStem" },
]

/** Stars of `own` on the branches of `other`, star by star, pillar by pillar. */
export function starsAcross(own: Person, other: Person, schools: ScoreSchools): readonly StarAcross[] {
  return STARS.flatMap(({ id, base }) => {
    const targets = branchStarTargets(id, characterOf(own, base), schools)
    const hit = other.pillars.filter(({ pillar }) => targets.includes(pillar.branch))
    return hit.map(({ position }) => ({ id, star: starNamed(id), of: own.side, base, pillar: position }))
  })
}

function characterOf({ dayStem, year, day }: Person, base: StarAcross["base"]): number {
  if (base === "dayStem") return dayStem
  return (base === "yearBranch" ? year : day).branch
}
