/** Findings about relations between pillars: the few that weigh most. */
import type { Analysis, Position, Relation, RelationKind } from "../analysis/types.ts"
import { KINDS, PAIRS, type Pair, REMARKS } from "./texts/relations.ts"
import type { Finding, Text } from "./types.ts"
import { capital, ELEMENT_WORDS, placeWord, relationWord } from "./words.ts"

/** How much a kind is worth telling. The order is ours: what Korean readers name first. */
const KIND_WEIGHTS: { readonly [kind in RelationKind]: number } = {
  threeCombination: 9,
  directionalCombination: 9,
  clash: 8,
  stemCombination: 7,
  sixCombination: 6,
  punishment: 6,
  halfCombination: 5,
  stemClash: 5,
  resentment: 4,
  ghostGate: 4,
  selfPunishment: 4,
  harm: 3,
  destruction: 3,
  archCombination: 2,
  hiddenCombination: 2,
  stemControl: 1,
}
const MOST_TOLD = 3
/** Weights of the first, second and third among all findings. */
const PLACE_WEIGHTS = [90, 71, 55]

export function relationFindings({ relations }: Analysis): Finding[] {
  const told: Relation[] = []
  const byWeight = [...relations].sort((a, b) => weightOf(b) - weightOf(a))
  for (const relation of byWeight) {
    if (told.length < MOST_TOLD && !told.some((other) => alike(other, relation))) told.push(relation)
  }
  const pairs = new Set<string>()
  return told.map((relation, place) => findingOf(relation, PLACE_WEIGHTS[place] as number, pairs))
}

function weightOf({ kind, pillars, distance }: Relation): number {
  const near = distance === null ? 0 : 2 - distance
  return 4 * (KIND_WEIGHTS[kind] + (pillars.includes("day") ? 2 : 0)) + 3 * near
}

/** Whether telling both would repeat: the same kind, or the same pillars again. */
function alike(a: Relation, b: Relation): boolean {
  return a.kind === b.kind || (isOfStems(a.kind) === isOfStems(b.kind) && a.pillars.join() === b.pillars.join())
}

const isOfStems = (kind: RelationKind): boolean => kind.startsWith("stem")

function findingOf(relation: Relation, weight: number, pairs: Set<string>): Finding {
  const { kind, name, pillars, characters, distance, element } = relation
  const place = pillars.map((pillar, at) => (at === 0 ? pillar : capital(pillar))).join("")
  return {
    section: "relations",
    rule: `relations.${kind}.${place}`,
    texts: textsOf(relation, place, pairs),
    facts: { pillars: pillars.join(","), characters: characters.join(","), ...(distance === null ? {} : { distance }) },
    words: {
      place: placeWord(pillars, isOfStems(kind) ? "stem" : "branch"),
      name: relationWord(name),
      ...(element === null ? {} : { element: ELEMENT_WORDS[element] }),
    },
    weight,
  }
}

/** What the kind says, what the two pillars stand for (once for each pair), and what is to be added. */
function textsOf({ kind, pillars, distance, transformed }: Relation, place: string, pairs: Set<string>): Text[] {
  const texts: Text[] = [KINDS[kind]]
  if (transformed?.done) texts.push(REMARKS["relations.transformed"])
  const told = pairs.has(place)
  pairs.add(place)
  if (pillars.length === 2 && !told) texts.push(PAIRS[place as Pair])
  if (distance === 2 && pillars.length === 2 && !pairs.has("far")) {
    texts.push(REMARKS["relations.far"])
    pairs.add("far")
  }
  return texts
}

/** Pillars in the order of a chart. */
export const inOrder = (pillars: Iterable<Position>): Position[] => {
  const there = new Set(pillars)
  return (["year", "month", "day", "hour"] as const).filter((position) => there.has(position))
}
