/**
 * The useful god (용신) by six methods. Each answers with a reason, or says why it has no answer.
 *
 * @remarks Methods as Korean handbooks name them (전왕·종, 조후, 억부, 통관, 병약, 격국용신). The shares that make something count
 * (30 % for mediation, half for illness) are ours. A stem that has turned into another element (합화) no longer shows its own;
 * weights and strength count it as it stands.
 */
import { branchesOf, type Columns, elementOfGroup, isMainHidden, isShown, ownElement, stemsOf } from "./characters.ts"
import { climateStems, neededIn } from "./climate.ts"
import { controllerOf, controls, elementNamed, elementOfBranch, elementOfStem, generates } from "./elements.ts"
import { rootOf } from "./hidden-stems.ts"
import { type GodGroup, type ParamsOf, reasonOf, type UsefulGodRule } from "./rules.ts"
import { shareOf, weightedElements } from "./strength-shares.ts"
import { helpersOf } from "./structure-facts.ts"
import { FOLLOW_DIVIDED, FOLLOW_OUTPUT, PAIR, SINGLE, TRANSFORM } from "./structure-names.ts"
import { standingStems } from "./transformation.ts"
import type { Structure, UsefulGod, UsefulGodMethod } from "./types.ts"

const MEDIATION_SHARE = 3000
const ILLNESS_SHARE = 5000
/** From this share of support on the day stem counts as strong: between 중화신약 and 중화신강. */
const STRONG_SHARE = 5000
const ELEMENTS = [0, 1, 2, 3, 4]

/** An answer whose element is also a parameter of its reason. */
function found<Rule extends UsefulGodRule>(
  method: UsefulGodMethod,
  rule: Rule,
  element: number,
  params: Omit<ParamsOf<Rule>, "element">,
  stems: readonly number[] = [],
): UsefulGod {
  const name = elementNamed(element)
  return {
    method,
    element: name,
    stems,
    reason: reasonOf(rule, { ...params, element: name } as unknown as ParamsOf<Rule>),
  }
}

function nothing<Rule extends UsefulGodRule>(method: UsefulGodMethod, rule: Rule, params: ParamsOf<Rule>): UsefulGod {
  return { method, element: null, stems: [], reason: reasonOf(rule, params) }
}

/** 전왕·종: where a special structure holds, with it and not against it. */
export function followedGod(columns: Columns, { special, chosen }: Structure): UsefulGod {
  if (!special.some(({ holds }) => holds)) return nothing("follow", "useful.follow.none", {})
  const structure = chosen.index
  if (structure === PAIR) return pairGod(columns, structure)
  if (structure >= SINGLE) return found("follow", "useful.follow.dominant", structure - SINGLE, { structure })
  if (structure >= TRANSFORM) return found("follow", "useful.follow.transform", structure - TRANSFORM, { structure })
  const own = ownElement(columns)
  const wealth = elementOfGroup("wealth", own)
  if (structure === FOLLOW_DIVIDED) return found("follow", "useful.follow.divided", wealth, { structure })
  const followed = FOLLOWED[structure - FOLLOW_OUTPUT] as GodGroup
  return found("follow", "useful.follow.dominant", elementOfGroup(followed, own), { structure })
}

/** 종아 종재 종살 종강 종왕. */
const FOLLOWED: readonly GodGroup[] = ["output", "wealth", "officer", "resource", "peer"]

function pairGod(columns: Columns, structure: number): UsefulGod {
  const there = ELEMENTS.filter((element) => ownElement(columns) === element || isThere(element, columns))
  const source = there.find((element) => there.includes(generates(element)))
  if (source !== undefined) return found("follow", "useful.follow.pairGenerating", generates(source), { structure })
  const controller = there.find((element) => there.includes(controls(element))) as number
  return found("follow", "useful.follow.pairControlling", generates(controller), { structure })
}

const isThere = (element: number, columns: Columns): boolean =>
  isShown(element, columns) || isMainHidden(element, columns)

/** Whether an element shows in a stem beside the day stem that has not turned into another (합화). */
const isStanding = (element: number, columns: Columns): boolean =>
  standingStems(columns).some(({ value }) => elementOfStem(value) === element)

/**
 * 조후: the table's stems. It presses where a cold or hot month lacks fire or water among all stems and branches, and the
 * table names a stem of that element; then this is the element, otherwise that of the main stem.
 */
export function climateGod(columns: Columns): UsefulGod {
  const dayStem = columns[2] % 10
  const branch = columns[1] % 12
  const stems = climateStems(dayStem, branch)
  const main = stems[0] as number
  const needed = neededIn(branch)
  const stem = stems.find((each) => elementOfStem(each) === needed)
  if (needed === null || stem === undefined || holds(columns, needed)) {
    return found("climate", "useful.climate.listed", elementOfStem(main), { dayStem, branch, stem: main }, stems)
  }
  return found(
    "climate",
    "useful.climate.urgent",
    needed,
    { dayStem, branch, stem, needed: elementNamed(needed) },
    stems,
  )
}

const holds = (columns: Columns, element: number): boolean =>
  stemsOf(columns).some(({ value }) => elementOfStem(value) === element) ||
  branchesOf(columns).some(({ value }) => elementOfBranch(value) === element)

/** 억부: what drains or checks a strong day stem, what carries a weak one. `share` is that of the strength asked for. */
export function balancedGod(columns: Columns, share: number): UsefulGod {
  return share >= STRONG_SHARE ? checked(columns, share) : carried(columns, share)
}

function checked(columns: Columns, share: number): UsefulGod {
  const own = ownElement(columns)
  const groups = (["officer", "output", "wealth"] as const).map((group) => ({
    group,
    element: elementOfGroup(group, own),
  }))
  const rooted = groups.find(({ element }) => isRooted(element, columns))
  if (rooted) return found("balance", "useful.balance.strong", rooted.element, { group: rooted.group, share })
  const shown = groups.find(({ element }) => isStanding(element, columns))
  if (shown) return found("balance", "useful.balance.strongUnrooted", shown.element, { group: shown.group, share })
  return nothing("balance", "useful.balance.strongNone", { share })
}

/** Itself the main stem of a branch, or shown in a stem and hidden in some branch. */
function isRooted(element: number, columns: Columns): boolean {
  if (isMainHidden(element, columns)) return true
  return isStanding(element, columns) && branchesOf(columns).some(({ value }) => rootOf(element, value) > 0)
}

/** What weighs most against the day stem is the cause: officer and output are met by resource, wealth by peers. */
function carried(columns: Columns, share: number): UsefulGod {
  const own = ownElement(columns)
  const weights = weightedElements(...columns)
  const weightOf = (group: GodGroup): number => weights[elementOfGroup(group, own)] as number
  const [officer, output, wealth] = [weightOf("officer"), weightOf("output"), weightOf("wealth")]
  const resource = elementOfGroup("resource", own)
  if (officer >= output && officer >= wealth)
    return found("balance", "useful.balance.weakByOfficer", resource, { share })
  if (output >= wealth) return found("balance", "useful.balance.weakByOutput", resource, { share })
  return found("balance", "useful.balance.weakByWealth", own, { share })
}

/** 통관: between two hostile elements that both weigh much; the heaviest such two where there are several. */
export function mediatingGod(columns: Columns): UsefulGod {
  const shares = weightShares(columns)
  const shareAt = (element: number): number => shares[element] as number
  const heavy = ELEMENTS.filter((each) => Math.min(shareAt(each), shareAt(controls(each))) >= MEDIATION_SHARE)
  const sum = (controller: number): number => shareAt(controller) + shareAt(controls(controller))
  const controller = heavy.reduce<number | undefined>(
    (best, each) => (best === undefined || sum(each) > sum(best) ? each : best),
    undefined,
  )
  if (controller === undefined) return nothing("mediation", "useful.mediation.none", {})
  const controlled = controls(controller)
  return found("mediation", "useful.mediation.between", generates(controller), {
    controller: elementNamed(controller),
    controlled: elementNamed(controlled),
    controllerShare: shareAt(controller),
    controlledShare: shareAt(controlled),
  })
}

/** 병약: the element in excess is the illness, the one that controls it the cure. */
export function curingGod(columns: Columns): UsefulGod {
  const shares = weightShares(columns)
  const controlledShare = Math.max(...shares)
  if (controlledShare < ILLNESS_SHARE) return nothing("illness", "useful.illness.none", {})
  const illness = shares.indexOf(controlledShare)
  const cure = controllerOf(illness)
  const present = cure === ownElement(columns) || isStanding(cure, columns) || isMainHidden(cure, columns)
  return found("illness", "useful.illness.excess", cure, {
    controlled: elementNamed(illness),
    controlledShare,
    present,
  })
}

function weightShares(columns: Columns): readonly number[] {
  const weights = weightedElements(...columns)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => shareOf(weight, total))
}

/** 격국용신: the helper (상신) of the regular structure `index`, the first that is there. */
export function helpingGod(columns: Columns, { special, chosen }: Structure, index: number): UsefulGod {
  if (special.some(({ holds }) => holds)) {
    return nothing("structure", "useful.structure.special", { structure: chosen.index })
  }
  const own = ownElement(columns)
  const helpers = helpersOf(index).map((group) => ({ group, element: elementOfGroup(group, own) }))
  const shown = helpers.find(({ element }) => isStanding(element, columns))
  const hidden = helpers.find(({ element }) => isMainHidden(element, columns))
  const { group, element } = shown ?? hidden ?? (helpers[0] as (typeof helpers)[number])
  const params = { structure: index, group }
  if (shown) return found("structure", "useful.structure.helperShown", element, params)
  return found("structure", hidden ? "useful.structure.helperHidden" : "useful.structure.helperAbsent", element, params)
}
