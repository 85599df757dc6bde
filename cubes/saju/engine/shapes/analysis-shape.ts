/** The form of an analysis, as far as readings, pictures and the compact form look at it. */
import type { RelationKind, StrengthMethod, StructureSchool, UsefulGodMethod } from "../analysis/types.ts"
import type { Element } from "../names.ts"
import {
  everyField,
  fields,
  finite,
  flag,
  listOf,
  maybe,
  nullOr,
  oneOf,
  type Shape,
  scalar,
  text,
  whole,
} from "./shape.ts"

const POSITIONS = ["year", "month", "day", "hour"]
const ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]
const STRENGTHS: readonly StrengthMethod[] = ["hiddenStems", "fourTests", "points", "roots"]
const SCHOOLS: readonly StructureSchool[] = ["revealed", "main", "commanding"]
const METHODS: readonly UsefulGodMethod[] = ["follow", "climate", "balance", "mediation", "illness", "structure"]
const KINDS = {
  stemCombination: 0,
  stemClash: 0,
  stemControl: 0,
  sixCombination: 0,
  threeCombination: 0,
  halfCombination: 0,
  archCombination: 0,
  directionalCombination: 0,
  clash: 0,
  punishment: 0,
  selfPunishment: 0,
  destruction: 0,
  harm: 0,
  resentment: 0,
  ghostGate: 0,
  hiddenCombination: 0,
} as const satisfies { readonly [kind in RelationKind]: 0 }

/** More than any weight of an element, in its unit of 1/3000 of a stem. */
const MOST_WEIGHT = 1_000_000_000

/** A name; `most` is the last place of the list it comes from. */
export const named = (most = 999): Shape =>
  fields({ index: whole(most), hanja: text, hangul: text, romanized: text, english: text })

export const pillar = (): Shape => fields(pillarFields())

export const pillarFields = (): { readonly [name: string]: Shape } => ({
  index: whole(59),
  stem: whole(9),
  branch: whole(11),
  ganji: text,
  hangul: text,
  romanized: text,
  elements: listOf(oneOf(ELEMENTS), 2, 2),
})

/** Pillars by name, the hour perhaps unknown. */
export const fourPillars = (each: Shape): Shape => fields({ year: each, month: each, day: each, hour: nullOr(each) })

let made: Shape | undefined

export function analysisShape(): Shape {
  made ??= fields({
    dayStem: whole(9),
    pillars: fourPillars(pillarFacts()),
    ...counts(),
    ...facts(),
    ...judgements(),
    points: fields({ conception: pillar(), breath: pillar(), life: nullOr(pillar()) }),
    options: fields({ strength: oneOf(STRENGTHS), structure: oneOf(SCHOOLS), hemisphere: oneOf(["north", "south"]) }),
  })
  return made
}

function pillarFacts(): Shape {
  const tenGod = named(9)
  const [stage, star] = [named(11), nullOr(named(11))]
  return fields({
    pillar: pillar(),
    signs: fields({ animal: named(), color: named() }),
    stemTenGod: nullOr(tenGod),
    branchTenGod: tenGod,
    hiddenStems: listOf(fields({ stem: whole(9), days: nullOr(finite), tenGod })),
    stages: fields({ ofDayStem: stage, ofOwnStem: stage }),
    nayin: named(),
    twelveStars: fields({ byYear: star, byDay: star }),
  })
}

function counts() {
  const five = (each: Shape): Shape => listOf(each, 5, 5)
  const weights = five(whole(MOST_WEIGHT))
  return {
    elements: fields({
      characters: five(whole(8)),
      weighted: (value: unknown) => weights(value) ?? (sumOf(value as readonly number[]) > 0 ? undefined : []),
    }),
    yinYang: fields({ yang: whole(8), yin: whole(8) }),
    distribution: maybe(
      fields({
        candidates: whole(999),
        strong: whole(999),
        neutral: whole(999),
        weak: whole(999),
        usefulElements: five(whole(999)),
      }),
    ),
  }
}

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0)

function facts() {
  const positions = listOf(oneOf(POSITIONS))
  const voids = fields({ branches: listOf(whole(11), 2, 2), pillars: positions })
  const relation = fields({
    kind: oneOf(Object.keys(KINDS)),
    name: named(),
    pillars: positions,
    characters: listOf(whole(11)),
    distance: nullOr(whole(3)),
    element: nullOr(oneOf(ELEMENTS)),
    transformed: nullOr(fields({ done: flag, reason: text })),
  })
  return {
    void: fields({ byDay: voids, byYear: voids }),
    stars: listOf(fields({ id: text, star: named(), pillars: positions })),
    relations: listOf(relation),
    commanding: nullOr(fields({ stem: whole(9), day: finite })),
  }
}

function judgements() {
  const element = oneOf(ELEMENTS)
  const method = oneOf(METHODS)
  const reason = fields({ rule: text, params: everyField(scalar) })
  const special = fields({ structure: named(), conditions: listOf(fields({ rule: text, met: flag })) })
  const roles = { useful: element, joyful: element, harmful: element, hostile: element, idle: element }
  const strength = { method: oneOf(STRENGTHS), share: whole(10_000), level: named(7) }
  return {
    strength: listOf(fields({ ...strength, verdict: oneOf(["strong", "neutral", "weak"]) }), 1),
    structure: fields({
      regular: listOf(fields({ school: oneOf(SCHOOLS), structure: named(), reason })),
      special: listOf(special),
      chosen: named(),
      facts: listOf(reason),
    }),
    usefulGods: listOf(fields({ method, element: nullOr(element), stems: listOf(whole(9)), reason })),
    usefulGod: nullOr(fields({ method, roles: fields(roles) })),
  }
}
