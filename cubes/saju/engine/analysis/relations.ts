/** Relations (합충형파해) among pillars: of one chart, or of a chart and the luck that passes over it. */
import type { Column } from "./column.ts"
import { isOfStems, type RelationSet, tripleSets } from "./relation-lists.ts"
import { relationFacts } from "./relation-names.ts"
import { branchPairKinds, stemPairKinds } from "./relation-pairs.ts"
import { transformationOf } from "./transformation.ts"
import type { Relation, RelationKind } from "./types.ts"

export type { Column } from "./column.ts"
export { combinationElement, pairNamed, relationNamed } from "./relation-names.ts"
export { branchPairKinds, stemPairKinds } from "./relation-pairs.ts"

/** What decides which relations are told. */
export interface RelationOptions {
  readonly archCombinations: boolean
  readonly hiddenCombinations: boolean
  readonly hemisphere: "north" | "south"
}

/**
 * Every relation among the columns: stems, then branches; sets of three, then pairs in the order of the columns.
 *
 * @remarks A whole set of three is told once, and its own parts are not told again: no half combination inside a three combination,
 * no punishment of two inside a triple one. Where a character stands twice, each of the two makes a set.
 * A luck pillar is handed in behind those of the chart; `relationsOfLast` tells what it takes part in.
 */
export function relationsOf<Label extends string>(
  columns: readonly Column<Label>[],
  options: RelationOptions,
): readonly Relation<Label>[] {
  return relationsAmong(columns, options, triplesOf(columns), (look) => {
    for (let i = 0; i < columns.length; i++) for (let j = i + 1; j < columns.length; j++) look([i, j])
  })
}

/** Those of them that the last column takes part in, without looking at the others. */
export function relationsOfLast<Label extends string>(
  columns: readonly Column<Label>[],
  options: RelationOptions,
): readonly Relation<Label>[] {
  const last = columns.length - 1
  const triples = triplesOf(columns, columns[last]?.branch).filter(({ at }) => at[2] === last)
  return relationsAmong(columns, options, triples, (look) => {
    for (let i = 0; i < last; i++) look([i, last])
  })
}

function relationsAmong<Label extends string>(
  columns: readonly Column<Label>[],
  options: RelationOptions,
  triples: readonly Triple[],
  eachPair: (look: (at: Places) => void) => void,
): readonly Relation<Label>[] {
  const relations: Relation<Label>[] = []
  eachPair((at) => stemRelations(columns, at, options, relations))
  for (const { set, at } of triples) relations.push(relation(columns, set.kind, at))
  eachPair((at) => branchRelations(columns, at, triples, options, relations))
  return relations
}

/** Places of columns, in rising order. */
type Places = readonly number[]
interface Triple {
  readonly set: RelationSet
  readonly at: Places
}

/** Sets of three that are there, all of them or those with a branch. */
function triplesOf(columns: readonly Column<string>[], holding?: number): Triple[] {
  const there = columns.reduce((bits, { branch }) => bits | (1 << branch), 0)
  const held = holding === undefined ? 0 : 1 << holding
  const triples: Triple[] = []
  for (const set of tripleSets()) {
    if ((there & set.bits) !== set.bits || (held & ~set.bits) !== 0) continue
    const [first = [], second = [], third = []] = set.characters.map((branch) => placesOf(columns, branch))
    const places = first.flatMap((x) => second.flatMap((y) => third.map((z) => [x, y, z])))
    for (const at of places) triples.push({ set, at: at.sort((x, y) => x - y) })
  }
  return triples
}

const placesOf = (columns: readonly Column<string>[], branch: number): number[] =>
  columns.flatMap((column, at) => (column.branch === branch ? [at] : []))

function stemRelations<Label extends string>(
  columns: readonly Column<Label>[],
  at: Places,
  { hemisphere }: RelationOptions,
  out: Relation<Label>[],
): void {
  const [i = 0, j = 0] = at
  for (const kind of stemPairKinds(columns[i]?.stem as number, columns[j]?.stem as number)) {
    const transformed = kind === "stemCombination" ? transformationOf(columns, at, hemisphere) : null
    out.push(relation(columns, kind, at, transformed))
  }
}

function branchRelations<Label extends string>(
  columns: readonly Column<Label>[],
  at: Places,
  triples: readonly Triple[],
  options: RelationOptions,
  out: Relation<Label>[],
): void {
  const [i = 0, j = 0] = at
  const all = branchPairKinds(columns[i]?.branch as number, columns[j]?.branch as number)
  if (all.length === 0) return
  const kinds = all.filter((kind) => isAsked(kind, options))
  for (const kind of kinds) {
    if (triples.some((triple) => swallows(triple, kind, at))) continue
    const alsoKinds = kinds.length === 1 ? [] : kinds.filter((other) => other !== kind)
    out.push(relation(columns, kind, at, null, alsoKinds))
  }
}

function isAsked(kind: RelationKind, { archCombinations, hiddenCombinations }: RelationOptions): boolean {
  if (kind === "archCombination") return archCombinations
  return kind !== "hiddenCombination" || hiddenCombinations
}

/** Whether a pair is told already as part of three. */
function swallows({ set, at }: Triple, kind: RelationKind, pair: Places): boolean {
  const whole = kind === "halfCombination" || kind === "archCombination" ? "threeCombination" : kind
  return set.kind === whole && pair.every((place) => at.includes(place))
}

function relation<Label extends string>(
  columns: readonly Column<Label>[],
  kind: RelationKind,
  at: Places,
  transformed: Relation["transformed"] = null,
  alsoKinds: readonly RelationKind[] = [],
): Relation<Label> {
  const characters = isOfStems(kind) ? stemsAt(columns, at) : branchesAt(columns, at)
  const { name, element } = relationFacts(kind, characters)
  return {
    kind,
    name,
    pillars: at.map((place) => (columns[place] as Column<Label>).label),
    characters,
    distance: distanceOf(columns, at),
    element,
    transformed,
    alsoKinds,
  }
}

const stemsAt = (columns: readonly Column<string>[], at: Places): number[] =>
  at.map((place) => (columns[place] as Column<string>).stem)
const branchesAt = (columns: readonly Column<string>[], at: Places): number[] =>
  at.map((place) => (columns[place] as Column<string>).branch)

function distanceOf(columns: readonly Column<string>[], at: Places): number | null {
  if (!at.every((place) => columns[place]?.natal)) return null
  return (at.at(-1) as number) - (at[0] as number)
}
