/** Compact lines of what is made of a chart: elements, strength, structure, useful god. */
import type { Analysis, UsefulGod } from "../analysis/types.ts"
import type { Element } from "../names.ts"
import { STEMS } from "./facts.ts"
import { ruleWord } from "./rule-words.ts"
import type { Words } from "./words.ts"

const ELEMENTS: readonly Element[] = ["wood", "fire", "earth", "metal", "water"]

export function judgementLines(analysis: Analysis, words: Words): string[] {
  return [
    elementLine(analysis, words),
    strengthLine(analysis, words),
    structureLine(analysis, words),
    usefulGodLine(analysis, words),
    ...candidateLines(analysis, words),
  ]
}

/** Characters of each element, and its share of the weight in percent. */
function elementLine({ elements: { characters, weighted }, yinYang, commanding }: Analysis, words: Words): string {
  const { rows, elements } = words
  const total = weighted.reduce((sum, weight) => sum + weight, 0)
  const told = ELEMENTS.map((element, at) => {
    const share = Math.floor((200 * (weighted[at] as number) + total) / (2 * total))
    return `${elements[element]}${characters[at]}(${share}%)`
  })
  const command = commanding ? ` ${rows.commanding} ${STEMS.charAt(commanding.stem)}` : ""
  return `${rows.elements} ${told.join(" ")} ${rows.yinYang} ${yinYang.yang}/${yinYang.yin}${command}`
}

/** Share by each method in percent; the level of the one asked for, which follows from its share as the others' do. */
function strengthLine({ strength, options }: Analysis, { rows, methods, name }: Words): string {
  const told = strength.map(({ method, share, level }) => {
    const percent = `${methods[method]} ${Math.floor((share + 50) / 100)}%`
    return method === options.strength ? `*${percent} ${name(level)}` : percent
  })
  return `${rows.strength} ${told.join(", ")}`
}

/** The structure and by what it is found, what other schools find where it is another, who helps and who breaks it. */
function structureLine({ structure: { chosen, regular, facts }, options }: Analysis, words: Words): string {
  const { rows, name, schools, lang } = words
  const asked = regular.filter(
    ({ school, structure }) => school === options.structure && structure.index === chosen.index,
  )
  const others = regular.filter(({ structure }) => structure.index !== chosen.index)
  const why = asked.map(({ reason }) => `(${ruleWord(reason.rule, lang)})`)
  const found = others.map(({ school, structure }) => `${schools[school]} ${name(structure)}`)
  const helpers = factGroups(facts.map(({ rule }) => ruleWord(rule, lang)))
  return [`${rows.structure} ${name(chosen)}${why.join("")}`, ...found, ...helpers].join(", ")
}

/** "상신 투출·극": facts of one subject, the first word, stand together. */
function factGroups(facts: readonly string[]): string[] {
  const groups = new Map<string, Set<string>>()
  for (const fact of facts) {
    const at = fact.indexOf(" ")
    const subject = fact.slice(0, at)
    groups.set(subject, (groups.get(subject) ?? new Set()).add(fact.slice(at + 1)))
  }
  return [...groups].map(([subject, said]) => `${subject} ${[...said].join("·")}`)
}

/** The useful god with its roles in the order 용희기구한, the method it is taken from and why; then what other methods say. */
function usefulGodLine({ usefulGod, usefulGods }: Analysis, words: Words): string {
  const { rows, elements, unknown, usefulGodMethods, lang } = words
  const roles = usefulGod?.roles
  const chosen = roles
    ? [roles.useful, roles.joyful, roles.harmful, roles.hostile, roles.idle]
        .map((element) => elements[element])
        .join(">")
    : unknown
  const stemsOf = ({ stems }: UsefulGod): string => stems.map((at) => STEMS.charAt(at)).join("")
  const told = usefulGods.flatMap((god) => {
    const { method, element } = god
    if (method === usefulGod?.method || !element) return []
    return [`${usefulGodMethods[method]} ${elements[element]}${stemsOf(god)}`]
  })
  const taken = usefulGods.filter(({ method }) => method === usefulGod?.method)
  const why = taken.map((god) => `(${usefulGodMethods[god.method]}${stemsOf(god)}: ${ruleWord(god.reason.rule, lang)})`)
  return [`${rows.usefulGod} ${chosen}${why.join("")}`, ...told].join(", ")
}

function candidateLines({ distribution }: Analysis, { rows, verdicts }: Words): string[] {
  if (!distribution) return []
  const { candidates } = distribution
  const told = (["strong", "neutral", "weak"] as const).map(
    (verdict) => `${verdicts[verdict]} ${distribution[verdict]}`,
  )
  return [`${rows.candidates} ${candidates}: ${told.join(" ")}`]
}
