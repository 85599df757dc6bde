/** Findings about the useful god. */
import { elementOfStem } from "../analysis/elements.ts"
import type { GodGroup, UsefulGodRule } from "../analysis/rules.ts"
import { structureNamed } from "../analysis/structure-names.ts"
import type { Analysis, Reason, Roles, UsefulGod } from "../analysis/types.ts"
import type { Element } from "../names.ts"
import { LIVES, MILD_REASONS, STANDINGS, USEFUL_GOD_REASONS } from "./texts/useful-god.ts"
import type { Finding, Text } from "./types.ts"
import { ELEMENT_WORDS, elementsWord, GROUP_WORDS, stemWord, structureWord } from "./words.ts"

const ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]
const rest = { section: "usefulGod" as const, facts: {}, words: {} }

export function usefulGodFindings(analysis: Analysis): Finding[] {
  const { usefulGod, usefulGods } = analysis
  const chosen = usefulGods.find(({ method }) => method === usefulGod?.method)
  if (!usefulGod || !chosen) {
    return [{ ...rest, rule: "useful.none", texts: [STANDINGS["useful.none"]], weight: 100 }]
  }
  const { useful } = usefulGod.roles
  const live = `useful.live.${useful}` as const
  return [
    reasonFinding(chosen, useful, analysis),
    standingFinding(analysis, useful),
    { ...rest, rule: live, texts: [LIVES[live]], facts: { element: useful }, weight: 95 },
    companyFinding(usefulGod.roles),
    ...otherFindings(usefulGods, useful),
  ]
}

function reasonFinding({ method, reason }: UsefulGod, useful: Element, analysis: Analysis): Finding {
  const rule = reason.rule as UsefulGodRule
  const mild = isMild(rule) && blamedShare(BLAMED[rule], analysis) < HEAVY_SHARE
  const texts = [mild ? MILD_REASONS[rule] : USEFUL_GOD_REASONS[rule]]
  const words = { ...wordsOf(reason), element: ELEMENT_WORDS[useful] }
  return { ...rest, rule: reason.rule, texts, facts: { method, ...reason.params }, words, weight: 100 }
}

/** What the rules of a weak day stem blame, in steps of generation from its element. */
const BLAMED = {
  "useful.balance.weakByOfficer": 3,
  "useful.balance.weakByOutput": 1,
  "useful.balance.weakByWealth": 2,
} as const
/** From a quarter of all the weight on, something is called heavy: five equal elements have a fifth each. The limit is ours. */
const HEAVY_SHARE = 0.25

const isMild = (rule: string): rule is keyof typeof BLAMED => Object.hasOwn(BLAMED, rule)

function blamedShare(steps: number, { dayStem, elements: { weighted } }: Analysis): number {
  const total = weighted.reduce((sum, weight) => sum + weight, 0)
  return (weighted[(elementOfStem(dayStem) + steps) % 5] as number) / total
}

/** Words for the parameters of a reason, as far as texts ask for them. */
function wordsOf({ params }: Reason): { [name: string]: Text } {
  const words: { [name: string]: Text } = {}
  for (const [name, value] of Object.entries(params)) {
    if (name === "structure") words[name] = structureWord(structureNamed(Number(value)))
    if (name === "stem") words[name] = stemWord(Number(value))
    if (name === "group") words[name] = GROUP_WORDS[value as GodGroup]
    if (["needed", "controller", "controlled"].includes(name)) words[name] = ELEMENT_WORDS[value as Element]
  }
  const cold = params.needed === "fire"
  words.season = cold ? { ko: "추운 달에", en: "in the cold months" } : { ko: "더운 달에", en: "in the hot months" }
  return words
}

function standingFinding(analysis: Analysis, element: Element): Finding {
  const { dayStem, elements, pillars } = analysis
  const at = ELEMENTS.indexOf(element)
  const own = elementOfStem(dayStem) === at ? 1 : 0
  const shown = (elements.characters[at] as number) - own - turnedStems(analysis, at)
  const hidden = [pillars.year, pillars.month, pillars.day, pillars.hour].filter((facts) =>
    facts?.hiddenStems.some(({ stem }) => elementOfStem(stem) === at),
  ).length
  const rule = shown > 0 ? "useful.present" : hidden > 0 ? "useful.hidden" : "useful.absent"
  const words = { element: ELEMENT_WORDS[element] }
  return { ...rest, rule, texts: [STANDINGS[rule]], facts: { element, shown, hidden }, words, weight: 82 }
}

/** Stems of an element beside the day stem that a combination has turned into another one. */
function turnedStems({ relations }: Analysis, element: number): number {
  const turned = relations.filter(({ transformed }) => transformed?.done)
  const others = turned.flatMap(({ pillars, characters }) => characters.filter((_, at) => pillars[at] !== "day"))
  return others.filter((stem) => elementOfStem(stem) === element).length
}

function companyFinding({ joyful, harmful }: Roles): Finding {
  const words = { joyful: ELEMENT_WORDS[joyful], harmful: ELEMENT_WORDS[harmful] }
  return {
    ...rest,
    rule: "useful.company",
    texts: [STANDINGS["useful.company"]],
    facts: { joyful, harmful },
    words,
    weight: 64,
  }
}

/** What the other methods find, where it is something else. */
function otherFindings(usefulGods: readonly UsefulGod[], useful: Element): Finding[] {
  const others = ELEMENTS.filter((element) => element !== useful && usefulGods.some((god) => god.element === element))
  if (others.length === 0) return []
  const facts = { elements: others.join(",") }
  const words = { others: elementsWord(others) }
  return [{ ...rest, rule: "useful.others", texts: [STANDINGS["useful.others"]], facts, words, weight: 72 }]
}
