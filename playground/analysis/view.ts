import type { Value } from "cubular/contract"
import type { Analysis } from "cubular/saju"
import type { Language } from "../i18n/index.ts"

export type Position = "year" | "month" | "day" | "hour"
export type PillarFacts = Analysis["pillars"]["day"]
export type StarHit = Analysis["stars"][number]
export type Relation = Analysis["relations"][number]
export type Strength = Analysis["strength"][number]
export type Named = StarHit["star"]

/** Groups of ten gods by how far their element is ahead of the day stem's, in the order the elements generate. */
export const groups = ["peer", "output", "wealth", "officer", "resource"] as const
export type Group = (typeof groups)[number]

const lists = ["stars", "relations", "strength", "usefulGods"] as const

/**
 * The analysis among a run's outputs. It may come from a server: what lacks its lists is no analysis.
 *
 * @returns undefined where there is none.
 */
export function toAnalysis(output: Value | undefined): Analysis | undefined {
  const analysis = output as Analysis | null | undefined
  if (typeof analysis !== "object" || analysis === null) return undefined
  if (!lists.every((list) => Array.isArray(analysis[list]))) return undefined
  const { pillars, structure, elements } = analysis
  const facts = [pillars?.year, pillars?.month, pillars?.day]
  if (!facts.every((each) => Array.isArray(each?.hiddenStems))) return undefined
  return Array.isArray(structure?.regular) && Array.isArray(elements?.weighted) ? analysis : undefined
}

/** "비견" or "Companion". */
export const nameOf = (named: Named, language: Language): string => (language === "ko" ? named.hangul : named.english)

/** Ten-thousandths as percent with one decimal, "39.7%". */
export const percent = (share: number): string => `${(share / 100).toFixed(1)}%`

/** Stars on a pillar, each once, whatever it was read from. */
export function starsAt({ stars }: Analysis, position: Position): readonly StarHit[] {
  const here = stars.filter(({ pillars }) => pillars.includes(position))
  return here.filter(({ id }, i) => here.findIndex((other) => other.id === id) === i)
}

/** What an element is to the day stem: 0 peers … 4 resource. */
export const groupOf = (element: number, dayStem: number): Group =>
  groups[(element - Math.floor(dayStem / 2) + 5) % 5] as Group

/** Shares of five weights in ten-thousandths; zeros where nothing weighs. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (total === 0 ? 0 : (weight * 10_000) / total))
}

const families: { readonly [kind: string]: "combinations" | "clashes" } = {
  stemCombination: "combinations",
  sixCombination: "combinations",
  threeCombination: "combinations",
  halfCombination: "combinations",
  archCombination: "combinations",
  directionalCombination: "combinations",
  hiddenCombination: "combinations",
  stemClash: "clashes",
  stemControl: "clashes",
  clash: "clashes",
}

export type Family = "combinations" | "clashes" | "frictions"

/** Which of three families a relation belongs to; punishments, harms and whatever is newer are the third. */
export const familyOf = ({ kind }: Relation): Family => families[kind] ?? "frictions"

export const isOfStems = ({ kind }: Relation): boolean => kind.startsWith("stem")
