/**
 * Special structures (외격), tried before the regular ones; every condition is reported, met or not.
 *
 * @remarks Kinds as in 滴天髓 and 三命通會. The numbers are ours: 85 % and 12 % of the weight (strength "hiddenStems") for
 * following, half of it for a group that dominates.
 */
import { branchesOf, type Columns, countElements, isShown, ownElement } from "./characters.ts"
import { controllerOf, elementOfBranch, generatorOf } from "./elements.ts"
import { rootOf } from "./hidden-stems.ts"
import type { ConditionRule } from "./rules.ts"
import { supportShare, supports, weightedElements } from "./strength-shares.ts"
import {
  FOLLOW_DIVIDED,
  FOLLOW_OUTPUT,
  FOLLOW_PEER,
  FOLLOW_RESOURCE,
  PAIR,
  SINGLE,
  specialId,
  structureNamed,
  TRANSFORM,
} from "./structure-names.ts"
import { dayTransformation } from "./transformation.ts"
import type { Structure } from "./types.ts"

type Special = Structure["special"][number]
type Conditions = readonly (readonly [rule: ConditionRule, met: boolean])[]

const STRONG_SHARE = 8500
const WEAK_SHARE = 1200
/** 방합 and 삼합 by element; earth has neither. */
const WHOLE_SETS: readonly (readonly (readonly number[])[])[] = [
  [
    [2, 3, 4],
    [11, 3, 7],
  ],
  [
    [5, 6, 7],
    [2, 6, 10],
  ],
  [],
  [
    [8, 9, 10],
    [5, 9, 1],
  ],
  [
    [11, 0, 1],
    [8, 0, 4],
  ],
]

/** Those whose first condition is met and of whose others at most one is not, in the order in which they take precedence. */
export function specialStructures(columns: Columns): readonly Special[] {
  const found = [transformed(columns), single(columns), pair(columns), ...followed(columns)]
  return found.flatMap(([index, conditions]) => {
    const unmet = conditions.filter(([, met]) => !met).length
    if (unmet > 1 || !conditions[0]?.[1]) return []
    const listed = conditions.map(([rule, met]) => ({ rule, met }))
    return [{ id: specialId(index), structure: structureNamed(index), holds: unmet === 0, conditions: listed }]
  })
}

type Tried = readonly [index: number, conditions: Conditions]

/** 화격: the day stem turns (합화). The conditions are those of `transformed` in its relation with that neighbour. */
function transformed(columns: Columns): Tried {
  const produced = (((columns[2] % 10) % 5) + 2) % 5
  const facts = dayTransformation(columns)
  if (!facts) return [TRANSFORM + produced, [["special.transform.combined", false]]]
  return [
    TRANSFORM + produced,
    [
      ["special.transform.combined", facts.adjacent],
      ["special.transform.month", facts.month],
      ["special.transform.unbroken", !facts.clashed && !facts.controlled],
      ["special.transform.uncontested", !facts.contested],
    ],
  ]
}

/** 일행득기: one element all through. The earth that closes 亥子丑 or 申子辰 is of the set, not against it. */
function single(columns: Columns): Tried {
  const own = ownElement(columns)
  const branches = branchesOf(columns).map(({ value }) => value)
  const sets = (WHOLE_SETS[own] as readonly (readonly number[])[]).filter((set) =>
    set.every((branch) => branches.includes(branch)),
  )
  const belongs = (branch: number): boolean =>
    elementOfBranch(branch) === own || sets.some((set) => set.includes(branch))
  const controller = controllerOf(own)
  const weights = weightedElements(...columns)
  const weightOfOwn = weights[own] as number
  const against = branches.some((branch) => !belongs(branch) && elementOfBranch(branch) === controller)
  return [
    SINGLE + own,
    [
      ["special.single.branches", sets.length > 0 || branches.every(belongs)],
      ["special.single.month", belongs(columns[1] % 12)],
      ["special.single.unopposed", !against && !isShown(controller, columns)],
      ["special.single.heaviest", weights.every((weight, element) => element === own || weight < weightOfOwn)],
    ],
  ]
}

/** 양신성상: two elements, evenly. */
function pair(columns: Columns): Tried {
  const counts = countElements(columns).filter((count) => count > 0)
  return [
    PAIR,
    [
      ["special.pair.two", counts.length === 2],
      ["special.pair.even", counts[0] === counts[1]],
    ],
  ]
}

/** 종격: the day stem gives itself up, or is carried by what it is. */
function followed(columns: Columns): readonly Tried[] {
  const own = ownElement(columns)
  const weights = weightedElements(...columns)
  const share = supportShare(weights, own)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const weightOf = (group: number): number => weights[(own + group) % 5] as number
  const dominates = (group: number): boolean => 2 * weightOf(group) >= total
  const main = branchesOf(columns).map(({ value }) => elementOfBranch(value))
  const resourceHeavier = (weights[generatorOf(own)] as number) > (weights[own] as number)
  const weak: Conditions = [
    ["special.follow.weak", share <= WEAK_SHARE],
    ["special.follow.rootless", branchesOf(columns).every(({ value }) => rootOf(own, value) === 0)],
    ["special.follow.unopposed", !main.some((element) => supports(element, own))],
  ]
  const strong: Conditions = [
    ["special.follow.strong", share >= STRONG_SHARE],
    ["special.follow.unopposed", main.every((element) => supports(element, own))],
  ]
  const divided = [1, 2, 3].every((group) => weightOf(group) > 0 && !dominates(group))
  return [
    ...[1, 2, 3].map(
      (group): Tried => [FOLLOW_OUTPUT + group - 1, [...weak, ["special.follow.dominant", dominates(group)]]],
    ),
    [FOLLOW_RESOURCE, [...strong, ["special.follow.heavier", resourceHeavier]]],
    [FOLLOW_PEER, [...strong, ["special.follow.heavier", !resourceHeavier]]],
    [FOLLOW_DIVIDED, [...weak, ["special.follow.divided", divided]]],
  ]
}
