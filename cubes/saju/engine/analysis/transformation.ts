/**
 * Whether two stems that combine also turn into the element of their combination (합화).
 *
 * @remarks The conditions of 滴天髓 (화격) in the form handbooks give them: neighbours, a month branch of the produced element,
 * nobody beside them who clashes one of the two, nobody who wants the same partner (쟁합). A luck pillar stands beside every pillar.
 */
import type { Column } from "./column.ts"
import { elementOfBranch } from "./elements.ts"
import { combinationElement } from "./relation-names.ts"
import { stemPairKinds } from "./relation-pairs.ts"
import type { Relation, RelationKind, TransformationReason } from "./types.ts"

/**
 * @param columns Natal ones first, in the order year, month, day, hour.
 * @param at Places of the two columns.
 * @param hemisphere "south" has the season of the month six branches on.
 */
export function transformationOf(
  columns: readonly Column<string>[],
  at: readonly number[],
  hemisphere: "north" | "south",
): NonNullable<Relation["transformed"]> {
  const reason = reasonOf(columns, at, hemisphere)
  return { done: reason === "month_supports", reason }
}

function reasonOf(
  columns: readonly Column<string>[],
  [i = 0, j = 0]: readonly number[],
  hemisphere: "north" | "south",
): TransformationReason {
  const [first, second] = [columns[i] as Column<string>, columns[j] as Column<string>]
  const month = (columns[1] as Column<string>).branch + (hemisphere === "south" ? 6 : 0)
  if (!areNeighbours(columns, i, j)) return "not_adjacent"
  if (elementOfBranch(month % 12) !== combinationElement("stemCombination", first.stem, second.stem)) {
    return "month_does_not_support"
  }
  if (isMetBy(columns, [i, j], "stemClash")) return "broken_by_clash"
  return isMetBy(columns, [i, j], "stemCombination") ? "broken_by_rival" : "month_supports"
}

/** Whether a third column beside one of the two has this relation with it. */
function isMetBy(columns: readonly Column<string>[], pair: readonly number[], kind: RelationKind): boolean {
  return columns.some(({ stem }, at) => {
    const met = pair.filter((place) => !pair.includes(at) && areNeighbours(columns, at, place))
    return met.some((place) => stemPairKinds(stem, (columns[place] as Column<string>).stem).includes(kind))
  })
}

function areNeighbours(columns: readonly Column<string>[], i: number, j: number): boolean {
  const natal = columns[i]?.natal && columns[j]?.natal
  return !natal || Math.abs(i - j) === 1
}
