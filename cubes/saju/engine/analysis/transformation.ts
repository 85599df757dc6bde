/**
 * Whether two stems that combine also turn into the element of their combination (합화).
 *
 * @remarks The conditions of 滴天髓 (화격) in the form handbooks give them: neighbours, a month branch of the produced element,
 * nobody beside them who clashes one of the two, nobody beside them who wants the same partner (쟁합). A luck pillar stands beside
 * every pillar. The day stem is the person and gives itself up only where nothing at all holds it: with it neither of the two may
 * stand in the chart once more, however far away, and no stem may control what is produced. So it turns exactly where the
 * transformation structure (화격) holds.
 */
import { type Columns, otherStems, type Placed, POSITIONS } from "./characters.ts"
import type { Column } from "./column.ts"
import { controllerOf, elementOfBranch, elementOfStem } from "./elements.ts"
import { combinationElement } from "./relation-names.ts"
import { stemPairKinds } from "./relation-pairs.ts"
import type { Position, Relation, RelationKind, TransformationReason } from "./types.ts"

type Places = readonly number[]

const DAY_COLUMN = 2

/** What a combination of two stems needs to turn. */
export interface TransformationFacts {
  readonly adjacent: boolean
  /** Whether the month branch is of the produced element. */
  readonly month: boolean
  readonly clashed: boolean
  /** With the day stem only: whether a stem is of the element that controls the produced one. */
  readonly controlled: boolean
  readonly contested: boolean
}

/**
 * @param columns Natal ones first, in the order year, month, day, hour.
 * @param at Places of the two columns.
 * @param hemisphere "south" has the season of the month six branches on.
 */
export function transformationOf(
  columns: readonly Column<string>[],
  at: Places,
  hemisphere: "north" | "south",
): NonNullable<Relation["transformed"]> {
  const reason = reasonOf(factsOf(columns, at, hemisphere))
  return { done: reason === "month_supports", reason }
}

/** The first condition that fails. */
function reasonOf(facts: TransformationFacts): TransformationReason {
  if (!facts.adjacent) return "not_adjacent"
  if (!facts.month) return "month_does_not_support"
  if (facts.clashed) return "broken_by_clash"
  if (facts.controlled) return "broken_by_control"
  return facts.contested ? "broken_by_rival" : "month_supports"
}

/**
 * The same of the day stem and the stem beside it that it combines with; undefined where there is none.
 *
 * @param columns With the month whose season counts.
 */
export function dayTransformation(columns: Columns): TransformationFacts | undefined {
  const placed = columnsFrom(columns)
  const at = [
    [1, DAY_COLUMN],
    [DAY_COLUMN, 3],
  ].find((places) => combines(placed, places))
  return at && factsOf(placed, at, "north")
}

/**
 * Pillars whose stems have turned into another element (합화): no longer what they were.
 *
 * @param columns With the month whose season counts.
 */
function turnedPillars(columns: Columns): readonly Position[] {
  // Few charts have stems side by side that combine, and judgements ask often.
  const pairs = FIRST_OF_TWO.filter((first) => columns[first + 1] !== -1 && isPair(columns, first))
  if (pairs.length === 0) return []
  const placed = columnsFrom(columns)
  return pairs
    .map((first) => [first, first + 1])
    .filter((at) => transformationOf(placed, at, "north").done)
    .flatMap((at) => at.map((place) => POSITIONS[place] as Position))
}

const FIRST_OF_TWO = [0, 1, 2]

const isPair = (columns: Columns, first: number): boolean =>
  Math.abs(((columns[first] as number) % 10) - ((columns[first + 1] as number) % 10)) === 5

/** Stems beside the day stem that are still what they were: useful gods are sought among these. */
export function standingStems(columns: Columns): readonly Placed[] {
  const turned = turnedPillars(columns)
  const others = otherStems(columns)
  return turned.length === 0 ? others : others.filter(({ pillar }) => !turned.includes(pillar))
}

function columnsFrom(columns: Columns): readonly Column[] {
  const known = columns.filter((ganji) => ganji >= 0)
  return known.map((ganji, at) => ({
    label: POSITIONS[at] as Position,
    stem: ganji % 10,
    branch: ganji % 12,
    natal: true,
  }))
}

function combines(columns: readonly Column<string>[], [i = 0, j = 0]: Places): boolean {
  const [first, second] = [columns[i], columns[j]]
  return first !== undefined && second !== undefined && Math.abs(first.stem - second.stem) === 5
}

function factsOf(columns: readonly Column<string>[], at: Places, hemisphere: "north" | "south"): TransformationFacts {
  const [i = 0, j = 0] = at
  const pair = at.map((place) => (columns[place] as Column<string>).stem)
  const produced = combinationElement("stemCombination", pair[0] as number, pair[1] as number) as number
  const month = (columns[1] as Column<string>).branch + (hemisphere === "south" ? 6 : 0)
  const others = at.includes(DAY_COLUMN) ? columns.filter((_, place) => !at.includes(place)) : []
  const isOfPair = ({ stem }: Column<string>): boolean => pair.includes(stem)
  return {
    adjacent: areNeighbours(columns, i, j),
    month: elementOfBranch(month % 12) === produced,
    clashed: isMetBy(columns, at, "stemClash"),
    controlled: others.some((each) => !isOfPair(each) && elementOfStem(each.stem) === controllerOf(produced)),
    contested: others.some(isOfPair) || isMetBy(columns, at, "stemCombination"),
  }
}

/** Whether a third column beside one of the two has this relation with it. */
function isMetBy(columns: readonly Column<string>[], pair: Places, kind: RelationKind): boolean {
  return columns.some(({ stem }, at) => {
    const met = pair.filter((place) => !pair.includes(at) && areNeighbours(columns, at, place))
    return met.some((place) => stemPairKinds(stem, (columns[place] as Column<string>).stem).includes(kind))
  })
}

function areNeighbours(columns: readonly Column<string>[], i: number, j: number): boolean {
  const natal = columns[i]?.natal && columns[j]?.natal
  return !natal || Math.abs(i - j) === 1
}
