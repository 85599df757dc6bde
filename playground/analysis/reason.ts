import type { Analysis } from "cubular/saju"
import { branches, type Character, stems } from "../chart/characters.ts"
import { fill, type Language, type Word, wordsOf } from "../i18n/index.ts"
import { reasonTexts } from "../i18n/reasons.ts"
import { tenGodNames } from "../i18n/ten-gods.ts"
import { nameOf, percent } from "./view.ts"

type Reason = Analysis["structure"]["facts"][number]

/** What a reason says; a rule newer than this page is named as it is. */
export function reasonText(language: Language, { rule, params }: Reason, analysis: Analysis): string {
  const text = reasonTexts[rule]?.[language]
  if (text === undefined) return rule
  const said = Object.entries(params).map(([name, value]) => [name, sayParam(name, value, language, analysis)])
  const filled = fill(text, Object.fromEntries(said))
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

function sayParam(name: string, value: string | number | boolean, language: Language, analysis: Analysis): string {
  const words = wordsOf(language)
  if (/stem$/i.test(name)) return character(stems[Number(value)], language)
  if (/branch$/i.test(name)) return character(branches[Number(value)], language)
  if (/share$/i.test(name)) return percent(Number(value))
  if (name === "god") return tenGodNames[language][Number(value)] ?? String(value)
  if (name === "structure") return structureName(Number(value), language, analysis)
  if (/pillar$/i.test(name)) return words[`${value}Pillar` as Word] ?? String(value)
  return words[value as Word] ?? String(value)
}

const character = (found: Character | undefined, language: Language): string =>
  found === undefined ? "" : language === "ko" ? `${found.hangul}(${found.hanja})` : `${found.roman} (${found.hanja})`

function structureName(index: number, language: Language, { structure }: Analysis): string {
  const known = [structure.chosen, ...structure.regular.map((each) => each.structure)]
  const found = known.find((each) => each.index === index)
  return found === undefined ? "" : nameOf(found, language)
}
