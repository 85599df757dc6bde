/** Compact lines of what is made of a chart: elements, strength, structure, useful god. */
import type { Analysis } from "../analysis/types.ts"
import type { Element } from "../names.ts"
import { STEMS } from "./facts.ts"
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
function strengthLine({ strength, options }: Analysis, { rows, name }: Words): string {
  const told = strength.map(({ method, share, level }) => {
    const percent = `${method} ${Math.floor((share + 50) / 100)}%`
    return method === options.strength ? `*${percent} ${name(level)}` : percent
  })
  return `${rows.strength} ${told.join(" ")}`
}

function structureLine({ structure: { chosen, regular, facts } }: Analysis, { rows, name }: Words): string {
  const reasons = regular.map(({ school, structure, reason }) => {
    const other = structure.index === chosen.index ? "" : ` ${name(structure)}`
    return `${school}:${reason.rule.replace(`structure.${school}.`, "").replace("structure.", "")}${other}`
  })
  const helpers = facts.map(({ rule }) => rule.replace("structure.fact.", ""))
  return `${rows.structure} ${name(chosen)} (${reasons.join(", ")}) ${[...new Set(helpers)].join(" ")}`.trimEnd()
}

/** The useful god with its roles in the order 용희기구한, then what each method says. */
function usefulGodLine({ usefulGod, usefulGods }: Analysis, { rows, elements, unknown }: Words): string {
  const roles = usefulGod?.roles
  const chosen = roles
    ? [roles.useful, roles.joyful, roles.harmful, roles.hostile, roles.idle]
        .map((element) => elements[element])
        .join(">")
    : unknown
  const told = usefulGods.flatMap(({ method, element, stems, reason }) => {
    if (!element) return []
    const why = method === usefulGod?.method ? ` ${reason.rule.replace(`useful.${method}.`, "")}` : ""
    return [`${method} ${elements[element]}${stems.map((stem) => STEMS.charAt(stem)).join("")}${why}`]
  })
  return `${rows.usefulGod} ${chosen}; ${told.join(", ")}`
}

function candidateLines({ distribution }: Analysis, { rows }: Words): string[] {
  if (!distribution) return []
  const { candidates, strong, neutral, weak } = distribution
  return [`${rows.candidates} ${candidates}: strong ${strong} neutral ${neutral} weak ${weak}`]
}
