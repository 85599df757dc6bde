import type { Value } from "cubular/contract"
import type { SajuChart } from "cubular/saju"
import { branches, type Character, stems } from "./characters.ts"

export const columns = ["hour", "day", "month", "year"] as const
export type Column = (typeof columns)[number]

export interface Pillar {
  readonly stem: Character
  readonly branch: Character
}

export type Pillars = { readonly [column in Column]: Pillar | null }

/**
 * The chart among a run's outputs. It may come from a server: what has no four pillars is no chart.
 *
 * @returns undefined where there is none.
 */
export function toChart(output: Value | undefined): SajuChart | undefined {
  const chart = output as SajuChart | null | undefined
  if (typeof chart !== "object" || chart === null || typeof chart.details !== "object") return undefined
  const { pillars } = chart
  if (!Array.isArray(chart.alternatives) || !Array.isArray(chart.details.warnings)) return undefined
  if (typeof pillars !== "object" || pillars === null) return undefined
  const known = columns.every((column) => isPillar(pillars[column]) || (column === "hour" && pillars.hour === null))
  return known ? chart : undefined
}

function isPillar(pillar: { stem: number; branch: number } | null | undefined): boolean {
  return stems[pillar?.stem ?? -1] !== undefined && branches[pillar?.branch ?? -1] !== undefined
}

export function pillarsOf(chart: SajuChart): Pillars {
  const at = (column: Column): Pillar | null => {
    const pillar = chart.pillars[column]
    if (pillar === null) return null
    return { stem: stems[pillar.stem] as Character, branch: branches[pillar.branch] as Character }
  }
  return { hour: at("hour"), day: at("day"), month: at("month"), year: at("year") }
}

/** The chart in one line, in reading order of the table: "癸未 乙亥 …". */
export const inOneLine = (pillars: Pillars): string =>
  columns
    .map((column) => ganji(pillars[column]))
    .filter((text) => text !== "")
    .join(" ")

const ganji = (pillar: Pillar | null): string => (pillar === null ? "" : pillar.stem.hangul + pillar.branch.hangul)
