/** Findings about ten gods and structure. */
import { elementOfStem } from "../analysis/elements.ts"
import { tenGodNamed } from "../analysis/names.ts"
import type { ConditionRule, FactRule, GodGroup, StructureRule } from "../analysis/rules.ts"
import { BLADE, FOLLOW_PEER, FOLLOW_RESOURCE, LOK, PAIR, ROB, SINGLE, TRANSFORM } from "../analysis/structure-names.ts"
import type { Analysis, Position, Reason, Structure } from "../analysis/types.ts"
import type { Element } from "../names.ts"
import { ABSENT, DOMINANT, SPECIAL_REASONS, STRUCTURE_FACTS, STRUCTURE_REASONS, STRUCTURES } from "./texts/roles.ts"
import type { Finding, Text } from "./types.ts"
import { branchWord, GROUP_WORDS, nameWord, POSITION_WORDS, stemWord, structureWord, tenGodWord } from "./words.ts"

/** By steps of generation from the day stem's element. */
export const GROUPS: readonly GodGroup[] = ["peer", "output", "wealth", "officer", "resource"]
const rest = { section: "roles" as const, facts: {}, words: {} }

export function roleFindings(analysis: Analysis): Finding[] {
  const { structure, options } = analysis
  const asked = structure.regular.find(({ school }) => school === options.structure)
  const regular = asked?.structure.index === structure.chosen.index ? asked : undefined
  return [
    ...(regular ? [regularFinding(regular), ...factFindings(structure.facts)] : [specialFinding(analysis)]),
    ...groupFindings(analysis),
  ]
}

const REGULAR = ["siksin", "sanggwan", "pyeonjae", "jeongjae", "pyeongwan", "jeonggwan", "pyeonin", "jeongin"] as const

function structureKey(index: number): keyof typeof STRUCTURES {
  if (index < LOK) return `structure.${REGULAR[index] as (typeof REGULAR)[number]}`
  if (index === LOK) return "structure.lok"
  if (index === BLADE) return "structure.blade"
  if (index === ROB) return "structure.rob"
  if (index === PAIR) return "structure.special.pair"
  if (index >= TRANSFORM && index < SINGLE) return "structure.special.transform"
  const strong = index === FOLLOW_RESOURCE || index === FOLLOW_PEER || index >= SINGLE
  return strong ? "structure.special.strong" : "structure.special.follow"
}

/** What the structure is like, and the rule by which it is found. */
function regularFinding({ structure, reason }: Structure["regular"][number]): Finding {
  return {
    ...rest,
    rule: reason.rule,
    texts: [STRUCTURES[structureKey(structure.index)], STRUCTURE_REASONS[reason.rule as StructureRule]],
    facts: { structure: structure.index, ...reason.params },
    words: { ...wordsOf(reason), structure: structureWord(structure), name: nameWord(structure) },
    weight: 100,
  }
}

/** A special structure with the first two of the conditions it meets. */
function specialFinding({ structure: { special, chosen } }: Analysis): Finding {
  const rule = structureKey(chosen.index)
  const held = special.find(({ structure }) => structure.index === chosen.index)
  const met = (held?.conditions ?? []).filter((condition) => condition.met).map((condition) => condition.rule)
  return {
    ...rest,
    rule,
    texts: [STRUCTURES[rule], ...met.slice(0, 2).map((condition) => SPECIAL_REASONS[condition as ConditionRule])],
    facts: { structure: chosen.index, conditions: met.join(",") },
    words: { structure: structureWord(chosen), name: nameWord(chosen) },
    weight: 100,
  }
}

/** Words for the parameters of a reason. */
function wordsOf({ params }: Reason): { [name: string]: Text } {
  const words: { [name: string]: Text } = {}
  for (const [name, value] of Object.entries(params)) {
    if (name === "stem") words[name] = stemWord(Number(value))
    if (name === "branch") words[name] = branchWord(Number(value))
    if (name === "god") words[name] = tenGodWord(tenGodNamed(Number(value)))
    if (name === "group") words[name] = GROUP_WORDS[value as GodGroup]
    if (name === "pillar" || name === "byPillar") words[name] = POSITION_WORDS[value as Position]
  }
  return words
}

/** Facts most worth telling come first; one is told. */
const FACT_ORDER: readonly FactRule[] = [
  "structure.fact.monthClashed",
  "structure.fact.breakerControlled",
  "structure.fact.helperControlled",
  "structure.fact.helperClashed",
  "structure.fact.helperShown",
  "structure.fact.breakerShown",
  "structure.fact.helperHidden",
  "structure.fact.helperAbsent",
]

function factFindings(facts: readonly Reason[]): Finding[] {
  const rule = FACT_ORDER.find((name) => facts.some((fact) => fact.rule === name))
  const fact = facts.find((candidate) => candidate.rule === rule)
  if (!rule || !fact) return []
  return [{ ...rest, rule, texts: [STRUCTURE_FACTS[rule]], facts: fact.params, words: wordsOf(fact), weight: 67 }]
}

/** The heaviest group, and one no other character belongs to, where its element was not yet said to be missing. */
function groupFindings({ dayStem, elements, usefulGod }: Analysis): Finding[] {
  const own = elementOfStem(dayStem)
  const weights = GROUPS.map((_, steps) => elements.weighted[(own + steps) % 5] as number)
  const most = GROUPS[weights.indexOf(Math.max(...weights))] as GodGroup
  const dominant = `tenGods.most.${most}` as const
  const found: Finding[] = [
    { ...rest, rule: dominant, texts: [DOMINANT[dominant]], facts: { group: most }, weight: 93 },
  ]
  const told = ELEMENTS.filter((element, at) => elements.characters[at] === 0 && element !== usefulGod?.roles.useful)
  const missing = GROUPS.filter((group, steps) => {
    const at = (own + steps) % 5
    return group !== most && (elements.characters[at] as number) - (steps === 0 ? 1 : 0) === 0
  })
  const elementOf = (group: GodGroup): Element => ELEMENTS[(own + GROUPS.indexOf(group)) % 5] as Element
  const untold = missing.find((each) => !told.slice(0, 2).includes(elementOf(each)))
  const group = untold ?? missing[0]
  if (!group) return found
  const absent = `tenGods.missing.${group}` as const
  return [...found, { ...rest, rule: absent, texts: [ABSENT[absent]], facts: { group }, weight: untold ? 73 : 48 }]
}

const ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]
