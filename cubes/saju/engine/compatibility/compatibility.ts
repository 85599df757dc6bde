/** Compatibility (궁합) of two analyses. */
import { elementNamed, elementOfStem } from "../analysis/elements.ts"
import { nayinNamed, tenGodNamed } from "../analysis/names.ts"
import { stemPairKinds } from "../analysis/relations.ts"
import { tenGodOf } from "../analysis/ten-gods.ts"
import type { Analysis } from "../analysis/types.ts"
import { crossRelations } from "./cross.ts"
import { elementIndex, elementRelation } from "./element-relation.ts"
import { scoreParts } from "./parts.ts"
import { profileOf } from "./profile.ts"
import { scoreOfProfiles, wholePoints } from "./score.ts"
import { scoreTables } from "./score-tables.ts"
import { branchKinds } from "./scoring.ts"
import { type Person, readCompatibilityOptions, readPerson } from "./sides.ts"
import { spouseOf } from "./spouse.ts"
import { starsAcross } from "./stars-across.ts"
import type { Compatibility, CompatibilityOptions, Complement, FullCompatibilityOptions } from "./types.ts"

/**
 * What two charts are to each other: facts as tradition names them, and a score. Seen from the other side everything is
 * mirrored and the score is the same.
 *
 * @param a - What `analyze` returns; hours may be unknown.
 * @remarks The score is a convention of ours, not of tradition. Its areas by weight: day stems 20 (combination,
 * generation, control, clash, yin with yang), day branches 25 (six, half and arch combinations give, clash, resentment,
 * punishment, harm, destruction and ghost gate take), elements 25 (useful god in the other, what one lacks and the
 * other has), month branches 10, year branches 10 (with their nayin), stars 10. `scoring.ts` has the points of each
 * fact; every result names them.
 * @throws {CubeError} `analysis_malformed`, `compatibility_schools_differ` (the two follow different schools),
 * `options_malformed`, `field_unknown`, `choice_unknown`, `weights_malformed`, `weight_out_of_range`,
 * `weights_all_zero`, `input_unreadable`.
 */
export function compatibility(a: Analysis, b: Analysis, options?: CompatibilityOptions): Compatibility {
  const [unsexedA, unsexedB] = [readPerson("a", a), readPerson("b", b)]
  const full = readCompatibilityOptions(unsexedA, unsexedB, options)
  const pair = [
    { ...unsexedA, sex: full.sexA },
    { ...unsexedB, sex: full.sexB },
  ] as const
  return { ...factsOf(...pair, full), score: scoreFor(...pair, full), options: full }
}

function factsOf(a: Person, b: Person, schools: FullCompatibilityOptions): Omit<Compatibility, "score" | "options"> {
  const [years, days] = [
    [a.year, b.year],
    [a.day, b.day],
  ] as const
  return {
    relations: crossRelations(a, b, schools),
    animals: branchKinds(years[0].branch, years[1].branch, schools),
    dayStems: dayStemsOf(a.dayStem, b.dayStem),
    dayBranches: branchKinds(days[0].branch, days[1].branch, schools),
    elements: {
      a: a.elements,
      b: b.elements,
      complement: [...complementOf(a, b), ...complementOf(b, a)],
    },
    usefulGods: usefulGodsOf(a, b),
    spouse: { a: spouseOf(a, b.dayStem), b: spouseOf(b, a.dayStem) },
    nayin: nayinOf(years[0].index, years[1].index),
    stars: [...starsAcross(a, b, schools), ...starsAcross(b, a, schools)],
  }
}

function dayStemsOf(a: number, b: number): Compatibility["dayStems"] {
  return {
    kinds: [...stemPairKinds(a, b)],
    ofB: tenGodNamed(tenGodOf(a, b)),
    ofA: tenGodNamed(tenGodOf(b, a)),
    element: elementRelation(elementOfStem(a), elementOfStem(b)),
  }
}

function complementOf(own: Person, other: Person): readonly Complement[] {
  return own.elements.flatMap((count, at) => {
    const element = elementNamed(at)
    const filled = count === 0 && (other.elements[at] as number) > 0
    return filled ? [{ side: own.side, element, useful: element === own.useful }] : []
  })
}

function usefulGodsOf(a: Person, b: Person): Compatibility["usefulGods"] {
  const [mine, theirs] = [a.useful, b.useful]
  return {
    a: mine,
    b: theirs,
    element: mine && theirs && elementRelation(elementIndex(mine), elementIndex(theirs)),
    aFromB: mine === null ? 0 : (b.elements[elementIndex(mine)] as number),
    bFromA: theirs === null ? 0 : (a.elements[elementIndex(theirs)] as number),
  }
}

function nayinOf(yearA: number, yearB: number): Compatibility["nayin"] {
  const [a, b] = [nayinNamed(yearA), nayinNamed(yearB)]
  return { a, b, element: elementRelation(elementIndex(a.element), elementIndex(b.element)) }
}

function scoreFor(a: Person, b: Person, options: FullCompatibilityOptions): Compatibility["score"] {
  const tables = scoreTables(options.weights, options)
  const [own, other] = [profileOf(a.indexes, tables), profileOf(b.indexes, tables)]
  const hundredths = scoreOfProfiles(own, other, tables)
  const parts = scoreParts(own, other, options.weights, options)
  return { total: wholePoints(hundredths), hundredths, parts }
}
