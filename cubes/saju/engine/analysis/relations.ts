/** Relations (합충형파해) among pillars: of one chart, or of a chart and the luck that passes over it. */
import type { Column } from "./column.ts"
import { elementNamed } from "./elements.ts"
import { isOfStems, type RelationSet, tripleSets } from "./relation-lists.ts"
import { combinationElement, relationNamed } from "./relation-names.ts"
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
 * A luck pillar is asked for by handing it in behind those of the chart and keeping the relations with its label.
 */
export function relationsOf<Label extends string>(
  columns: readonly Column<Label>[],
  options: RelationOptions,
): readonly Relation<Label>[] {
  const triples = triplesOf(columns)
  const pairs = pairsOf(columns)
  return [
    ...pairs.flatMap((pair) => stemRelations(columns, pair, options)),
    ...triples.map(({ set, at }) => relation(columns, set.kind, at)),
    ...pairs.flatMap((pair) => branchRelations(columns, pair, triples, options)),
  ]
}

/** Places of columns, in rising order. */
type Places = readonly number[]
interface Triple {
  readonly set: RelationSet
  readonly at: Places
}

function pairsOf(columns: readonly unknown[]): Places[] {
  return columns.flatMap((_, i) => columns.slice(i + 1).map((_, j) => [i, i + 1 + j]))
}

function triplesOf(columns: readonly Column<string>[]): Triple[] {
  return tripleSets().flatMap((set) => {
    const [first = [], second = [], third = []] = set.characters.map((branch) => placesOf(columns, branch))
    const places = first.flatMap((x) => second.flatMap((y) => third.map((z) => [x, y, z])))
    return places.map((at) => ({ set, at: at.sort((x, y) => x - y) }))
  })
}

const placesOf = (columns: readonly Column<string>[], branch: number): number[] =>
  columns.flatMap((column, at) => (column.branch === branch ? [at] : []))

function stemRelations<Label extends string>(
  columns: readonly Column<Label>[],
  at: Places,
  { hemisphere }: RelationOptions,
): Relation<Label>[] {
  const [a = 0, b = 0] = stemsAt(columns, at)
  return stemPairKinds(a, b).map((kind) => ({
    ...relation(columns, kind, at),
    transformed: kind === "stemCombination" ? transformationOf(columns, at, hemisphere) : null,
  }))
}

function branchRelations<Label extends string>(
  columns: readonly Column<Label>[],
  at: Places,
  triples: readonly Triple[],
  options: RelationOptions,
): Relation<Label>[] {
  const [a = 0, b = 0] = branchesAt(columns, at)
  const kinds = branchPairKinds(a, b).filter((kind) => isAsked(kind, options))
  return kinds
    .filter((kind) => !triples.some((triple) => swallows(triple, kind, at)))
    .map((kind) => ({ ...relation(columns, kind, at), alsoKinds: kinds.filter((other) => other !== kind) }))
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
): Relation<Label> {
  const characters = isOfStems(kind) ? stemsAt(columns, at) : branchesAt(columns, at)
  const [a = 0, b = 0] = characters
  const element = combinationElement(kind, a, b)
  return {
    kind,
    name: relationNamed(kind, characters),
    pillars: at.map((place) => (columns[place] as Column<Label>).label),
    characters,
    distance: distanceOf(columns, at),
    element: element === null ? null : elementNamed(element),
    transformed: null,
    alsoKinds: [],
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
