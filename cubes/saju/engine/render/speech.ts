/** A chart in words, for those who hear it: the title and description of a picture. */
import { glyphOf, indexIn, type Part, readingOf } from "./glyphs.ts"
import { headlineOf } from "./headline.ts"
import type { View } from "./options.ts"
import { COLUMNS, joinPositions, nameOf } from "./phrases.ts"
import { noticesOf, sayRelation, sayStrength, strengthOf } from "./report.ts"
import { decadesOf, yearsOf } from "./strips.ts"

/** Year first, as pillars are read aloud. */
const SPOKEN = [...COLUMNS].reverse()

/** "사주 명식: 홍길동, 경오년 경진월 병인일 을미시". */
export function titleOf(view: View): string {
  const { chart, lang, words, name } = view
  const pillars = SPOKEN.map((position) => {
    const pillar = chart.pillars[position]
    if (pillar === null) return words.hourUnknown
    return lang === "ko"
      ? `${pillar.hangul}${words.positions[position]}`
      : `${words.positions[position].toLowerCase()} ${pillar.romanized}`
  })
  return `${words.title}: ${name === null ? "" : `${name}, `}${pillars.join(lang === "ko" ? " " : ", ")}`
}

/** Sentences with everything the picture shows in its columns, and the judgements below them. */
export function descriptionOf(view: View): string {
  const { main, lines } = headlineOf(view)
  const sentences = [[main, ...lines].join(", "), ...SPOKEN.map((position) => sayPillar(view, position))]
  if (view.detail !== "pillars") sentences.push(...sayAnalysis(view), ...sayLuck(view))
  return [...sentences, ...noticesOf(view)].map((sentence) => `${sentence.replace(/\.$/, "")}.`).join(" ")
}

function sayPillar({ chart, words, lang, analysis, detail }: View, position: (typeof COLUMNS)[number]): string {
  const pillar = chart.pillars[position]
  const head = words.columns[position]
  if (pillar === null) return `${head}: ${words.unknown}`
  const parts = ([0, 1] as const).map((part: Part) => {
    const { reading, hanja, sign, element } = glyphOf(part, indexIn(pillar, part), lang)
    return `${reading} ${hanja} ${sign}${words.elements[element]}`
  })
  const facts = detail === "pillars" ? undefined : analysis?.pillars[position]
  if (!facts) return `${head} ${readingOf(pillar, lang)}: ${parts.join(", ")}`
  const god = facts.stemTenGod === null ? words.self : nameOf(facts.stemTenGod, lang)
  const stage = nameOf(facts.stages.ofDayStem, lang)
  return `${head} ${readingOf(pillar, lang)}: ${parts[0]} ${god}, ${parts[1]} ${nameOf(facts.branchTenGod, lang)}, ${stage}`
}

function sayAnalysis(view: View): string[] {
  const { analysis, words, lang, detail } = view
  if (!analysis) return []
  const strength = strengthOf(analysis)
  const useful = analysis.usefulGod?.roles.useful
  const said = [
    strength && `${words.facts.strength}: ${sayStrength(strength, view)}`,
    `${words.facts.structure}: ${nameOf(analysis.structure.chosen, lang)}`,
    useful && `${words.facts.usefulGod}: ${words.elements[useful]}`,
  ]
  if (detail === "full") {
    const stars = analysis.stars.map(({ star, pillars }) => `${nameOf(star, lang)} (${joinPositions(pillars, words)})`)
    if (stars.length > 0) said.push(`${words.rows.stars}: ${stars.join(", ")}`)
    const relations = analysis.relations.map((relation) => sayRelation(relation, view))
    if (relations.length > 0) said.push(`${words.facts.relations}: ${relations.join(", ")}`)
  }
  return said.filter((sentence) => sentence !== undefined)
}

function sayLuck(view: View): string[] {
  return [decadesOf(view), yearsOf(view)].flatMap((strip) => {
    if (strip === null) return []
    const slots = strip.slots.map(({ above, pillar }) => `${above} ${readingOf(pillar, view.lang)}`)
    return [`${[strip.label, ...strip.asides.slice(0, 1)].join(", ")}: ${slots.join(", ")}`]
  })
}
