/** Stars by pillar: what stands in one cell, line by line. */
import type { Analysis, Named, PillarFacts, Position } from "../analysis/types.ts"
import type { Words } from "./words.ts"

/** A name in two languages, or words that have no other name. */
export type Line = Named | string

/** The twelve stars by year and by day, once where both agree. */
export function starLines({ byYear, byDay }: PillarFacts["twelveStars"]): Named[] {
  const both = [byYear, byDay].filter((star) => star !== null)
  return both[0]?.index === both[1]?.index ? both.slice(0, 1) : both
}

/** Names of the stars on a pillar, each once, and whether the pillar is void. */
export function starsIn(analysis: Analysis, position: Position, { facts }: Pick<Words, "facts">): Line[] {
  const hits = analysis.stars.filter(({ pillars }) => pillars.includes(position)).map(({ star }) => star)
  const once = hits.filter((star, i) => hits.findIndex(({ hanja }) => hanja === star.hanja) === i)
  const isVoid = analysis.void.byDay.pillars.includes(position)
  return isVoid ? [...once, facts.void] : once
}
