/**
 * Every rule a judgement can rest on, with the parameters its reason carries. Sentences are made from these elsewhere, so
 * a rule, once published, keeps its name and its parameters.
 */
import type { Element } from "../names.ts"
import type { Position, Reason } from "./types.ts"

/** The ten gods by twos: 비겁, 식상, 재성, 관성, 인성. */
export type GodGroup = "peer" | "output" | "wealth" | "officer" | "resource"

/** What the parameters mean. */
export interface RuleParams {
  /** Stem 0–9 the rule speaks of. */
  readonly stem: number
  readonly dayStem: number
  /** Branch 0–11 the rule speaks of; the month branch in rules about the month. */
  readonly branch: number
  /** Ten god 0–9. */
  readonly god: number
  readonly group: GodGroup
  readonly element: Element
  /** Element the season asks for: fire in the cold months, water in the hot ones. */
  readonly needed: Element
  readonly controller: Element
  readonly controlled: Element
  /** Where the stem or branch stands. */
  readonly pillar: Position
  /** The stem, or branch, that acts, and where it stands. */
  readonly byStem: number
  readonly byBranch: number
  readonly byPillar: Position
  /** Shares of the weight of all five elements, or of support, in ten-thousandths. */
  readonly share: number
  readonly controllerShare: number
  readonly controlledShare: number
  /** Days of the month that were over, as in `commanding`. */
  readonly day: number
  /** Index of a structure, as in `Structure.chosen.index`. */
  readonly structure: number
  /** Whether the chart shows the element among its stems or main hidden stems. */
  readonly present: boolean
}

/** Why the regular structure is what it is (`Structure.regular[].reason`). */
export const STRUCTURE_RULES = {
  /** The main hidden stem of the month is 비견 or 겁재 (and in 辰戌丑未 no other shows), and the month is the 건록 of the day stem. */
  "structure.peer.lok": ["dayStem", "branch"],
  /** The same, and a yang day stem stands on its 제왕. */
  "structure.peer.blade": ["dayStem", "branch"],
  /** 비견 or 겁재, neither of the two above. */
  "structure.peer.rob": ["dayStem", "branch"],
  /** The main, middle or residual hidden stem of the month shows on a pillar (투출). */
  "structure.revealed.main": ["stem", "branch", "god", "pillar"],
  "structure.revealed.middle": ["stem", "branch", "god", "pillar"],
  "structure.revealed.residual": ["stem", "branch", "god", "pillar"],
  /** None that counts shows: the main hidden stem. */
  "structure.revealed.hidden": ["stem", "branch", "god"],
  /** The main hidden stem, whatever shows. */
  "structure.main": ["stem", "branch", "god"],
  /** The stem in command on the day of birth. */
  "structure.commanding": ["stem", "branch", "god", "day"],
  /** Hour unknown and more than one stem in command that day: the main hidden stem. */
  "structure.commanding.unknown": ["stem", "branch", "god"],
} as const

/** Conditions of the special structures (`Structure.special[].conditions`), without parameters. */
export const CONDITION_RULES = {
  /** Support is at most 12 % of the weight (strength "hiddenStems"). */
  "special.follow.weak": [],
  /** Support is at least 85 % of the weight. */
  "special.follow.strong": [],
  /** No branch hides a stem of the day stem's element. */
  "special.follow.rootless": [],
  /** No branch has its main hidden stem on the side that is given up. */
  "special.follow.unopposed": [],
  /** The weaker side given up: the group to follow has at least half of the weight. */
  "special.follow.dominant": [],
  /** The stronger side followed: 인성 weighs more than 비겁 (종강), or does not (종왕). */
  "special.follow.heavier": [],
  /** 식상, 재성 and 관성 are all there and none has half of the weight (종세). */
  "special.follow.divided": [],
  /** The day stem combines with the stem of the month or of the hour. */
  "special.transform.combined": [],
  /** The month branch is of the element produced. */
  "special.transform.month": [],
  /** No stem next to one of the two clashes with it, and no third stem is of the element that controls the one produced. */
  "special.transform.unbroken": [],
  /** Neither of the two stands there twice (쟁합). */
  "special.transform.uncontested": [],
  /** The branches hold a whole 방합 or 삼합 of the day stem's element, or are all of that element. */
  "special.single.branches": [],
  /** The month branch is of that 방합 or 삼합, or of the element. */
  "special.single.month": [],
  /** No stem, and no branch outside the 방합 or 삼합, is of the element that controls the day stem's. */
  "special.single.unopposed": [],
  /** The day stem's element weighs more than any other. */
  "special.single.heaviest": [],
  /** The characters are of two elements only. */
  "special.pair.two": [],
  /** Both have as many characters. */
  "special.pair.even": [],
} as const

/** Facts about helpers (상신) and breakers of the regular structure (`Structure.facts`); stems that have turned (합화) are left out. */
export const FACT_RULES = {
  /** A god that helps the structure shows in a stem; is only the main hidden stem of a branch; is neither. */
  "structure.fact.helperShown": ["group", "stem", "pillar"],
  "structure.fact.helperHidden": ["group", "branch", "pillar"],
  "structure.fact.helperAbsent": ["group"],
  /** Another stem controls a helper that shows. */
  "structure.fact.helperControlled": ["group", "stem", "pillar", "byStem", "byPillar"],
  /** The branch a helper lives in is clashed. */
  "structure.fact.helperClashed": ["group", "branch", "pillar", "byBranch", "byPillar"],
  /** A god that breaks the structure shows in a stem. */
  "structure.fact.breakerShown": ["god", "stem", "pillar"],
  /** Another stem controls that breaker. */
  "structure.fact.breakerControlled": ["god", "stem", "pillar", "byStem", "byPillar"],
  /** The month branch is clashed. */
  "structure.fact.monthClashed": ["branch", "byBranch", "byPillar"],
} as const

/** Why the useful god of a method is what it is (`UsefulGod.reason`). */
export const USEFUL_GOD_RULES = {
  /** Follow the dominating element of a follow structure, or the one element of 일행득기. */
  "useful.follow.dominant": ["structure", "element"],
  /** 종세: wealth, which lies between output and officer. */
  "useful.follow.divided": ["structure", "element"],
  /** 화격: the element produced. */
  "useful.follow.transform": ["structure", "element"],
  /** 양신성상 of two elements that generate: the one generated; of two that control: the one between. */
  "useful.follow.pairGenerating": ["structure", "element"],
  "useful.follow.pairControlling": ["structure", "element"],
  /** No special structure holds. */
  "useful.follow.none": [],
  /** The season asks for an element the chart lacks, and the table names a stem of it. */
  "useful.climate.urgent": ["dayStem", "branch", "stem", "element", "needed"],
  /** The table's main stem; the season presses for nothing that is lacking. */
  "useful.climate.listed": ["dayStem", "branch", "stem", "element"],
  /** Strong: the first of officer, output, wealth that is there with a root; that only shows; none of them. */
  "useful.balance.strong": ["group", "element", "share"],
  "useful.balance.strongUnrooted": ["group", "element", "share"],
  "useful.balance.strongNone": ["share"],
  /** Weak because officer, output or wealth weighs most. */
  "useful.balance.weakByOfficer": ["element", "share"],
  "useful.balance.weakByOutput": ["element", "share"],
  "useful.balance.weakByWealth": ["element", "share"],
  /** Two hostile elements each have 30 % of the weight or more: the one between; no such two. */
  "useful.mediation.between": ["element", "controller", "controlled", "controllerShare", "controlledShare"],
  "useful.mediation.none": [],
  /** The element `controlled` has half of the weight or more (병): `element` controls it (약); nothing weighs as much. */
  "useful.illness.excess": ["element", "controlled", "controlledShare", "present"],
  "useful.illness.none": [],
  /** The first helper (상신) of the structure that shows; that is a main hidden stem; none is there: the first in the list. */
  "useful.structure.helperShown": ["structure", "group", "element"],
  "useful.structure.helperHidden": ["structure", "group", "element"],
  "useful.structure.helperAbsent": ["structure", "group", "element"],
  /** A special structure holds: it has no helper. */
  "useful.structure.special": ["structure"],
} as const

type ReasonRules = typeof STRUCTURE_RULES & typeof FACT_RULES & typeof USEFUL_GOD_RULES
export type StructureRule = keyof typeof STRUCTURE_RULES
export type ConditionRule = keyof typeof CONDITION_RULES
export type FactRule = keyof typeof FACT_RULES
export type UsefulGodRule = keyof typeof USEFUL_GOD_RULES
/** Every rule that comes with parameters. */
export type ReasonRule = keyof ReasonRules

/** The parameters of one rule. */
export type ParamsOf<Rule extends ReasonRule> = {
  readonly [Name in ReasonRules[Rule][number]]: RuleParams[Name]
}

/** A reason whose parameters are those of its rule. */
export function reasonOf<Rule extends ReasonRule>(rule: Rule, params: ParamsOf<Rule>): Reason {
  return { rule, params: params as Reason["params"] }
}
