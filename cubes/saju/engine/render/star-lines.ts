/** Stars by pillar: what stands in one cell, line by line. */
import type { Analysis, Named, PillarFacts, Position } from "../analysis/types.ts"
import type { Lang, Words } from "./words.ts"

/** A name, with a word before it where two of a kind must be told apart. */
export interface Labelled {
  readonly label: string
  readonly named: Named
}

/** A name in two languages, with a label or without, or words that have no other name. */
export type Line = Named | Labelled | string

/** The twelve stars by year and by day, labelled where both are there, once where they agree. */
export function starLines(
  { byYear, byDay }: PillarFacts["twelveStars"],
  { starBases }: Pick<Words, "starBases">,
): Line[] {
  if (byYear === null || byDay === null) return [byYear, byDay].filter((star) => star !== null)
  if (byYear.index === byDay.index) return [{ label: starBases.both, named: byYear }]
  return [
    { label: starBases.year, named: byYear },
    { label: starBases.day, named: byDay },
  ]
}

/** What a line says; romanized where the name is asked for in letters that fit anywhere. */
export function sayLine(line: Line, lang: Lang, romanized = false): string {
  if (typeof line === "string") return line
  const named = "named" in line ? line.named : line
  const said = lang === "ko" ? named.hangul : romanized ? named.romanized : named.english
  return "named" in line ? `${line.label} ${said}` : said
}

/** Names of the stars on a pillar, each once, and whether the pillar is void. */
export function starsIn(analysis: Analysis, position: Position, { facts }: Pick<Words, "facts">): Line[] {
  const hits = analysis.stars.filter(({ pillars }) => pillars.includes(position)).map(({ star }) => star)
  const once = hits.filter((star, i) => hits.findIndex(({ hanja }) => hanja === star.hanja) === i)
  const isVoid = analysis.void.byDay.pillars.includes(position)
  return isVoid ? [...once, facts.void] : once
}
