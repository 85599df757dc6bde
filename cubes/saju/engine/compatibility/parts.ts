/** The score area by area, every point with the fact it comes from. */
import { countIn, type ScoreProfile } from "./profile.ts"
import {
  type AreaPoints,
  branchPoints,
  complementPoints,
  ELEMENTS_BASE,
  STARS_BASE,
  starPoints,
  stemPoints,
  usefulPairPoints,
  usefulPoints,
  yearPoints,
} from "./scoring.ts"
import type { CompatibilityArea, ScoredFact, ScorePart, ScoreSchools, Side, Weights } from "./types.ts"
import { AREAS } from "./weights.ts"

type Points = readonly { readonly side: Side | null; readonly points: AreaPoints }[]

/** Parts of the score of two people, in the order of the areas. */
export function scoreParts(
  a: ScoreProfile,
  b: ScoreProfile,
  weights: Weights,
  schools: ScoreSchools,
): readonly ScorePart[] {
  const points: { readonly [Area in CompatibilityArea]: Points } = {
    dayStems: both(stemPoints(a.dayStem, b.dayStem)),
    dayBranches: both(branchPoints(a.dayBranch, b.dayBranch, schools)),
    elements: elementsPoints(a, b),
    monthBranches: both(branchPoints(a.monthBranch, b.monthBranch, schools)),
    yearBranches: both(yearPoints(a.year, b.year, schools)),
    stars: [...both({ base: STARS_BASE }), { side: "a", points: starsOn(a, b) }, { side: "b", points: starsOn(b, a) }],
  }
  return AREAS.map((area) => partOf(area, weights[area], points[area]))
}

const both = (points: AreaPoints): Points => [{ side: null, points }]

function elementsPoints(a: ScoreProfile, b: ScoreProfile): Points {
  return [
    ...both({ base: ELEMENTS_BASE }),
    { side: "a", points: elementsFrom(a, b) },
    { side: "b", points: elementsFrom(b, a) },
    ...both(usefulPairPoints(a.useful, b.useful)),
  ]
}

/** Points for what one has of the other's elements. */
function elementsFrom(own: ScoreProfile, other: ScoreProfile): AreaPoints {
  const complement = complementPoints(other.present & ~own.present, own.useful)
  return own.useful < 0 ? { complement } : { usefulGod: usefulPoints(countIn(other.counts, own.useful)), complement }
}

function starsOn(own: ScoreProfile, other: ScoreProfile): AreaPoints {
  let nobles = 0
  for (let branch = 0; branch < 12; branch++) nobles += ((own.nobles & other.branches) >> branch) & 1
  return starPoints(nobles, (own.dohwa & other.branches) > 0, (own.hongyeom & other.branches) > 0)
}

function partOf(area: CompatibilityArea, weight: number, points: Points): ScorePart {
  const facts = points.flatMap(({ side, points: each }) =>
    Object.entries(each)
      .filter(([, share]) => share !== 0)
      // Nothing taken is 0, not −0.
      .map(([fact, share]): ScoredFact => ({ fact: `${area}.${fact}`, points: share * weight + 0, side })),
  )
  return { area, weight, points: facts.reduce((sum, { points: each }) => sum + each, 0), facts }
}
