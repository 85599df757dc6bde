/** A reading in sentences: findings are gathered from an analysis, the weightier ones kept, and put into words. */
import { CubeError } from "cubular/contract/error"
import { analysis_malformed, chart_malformed, options_malformed } from "cubular/messages/en"
import type { Analysis } from "../analysis/types.ts"
import type { Luck, YearLuck } from "../luck/types.ts"
import { requireChoice } from "../options.ts"
import { analysisShape } from "../shapes/analysis-shape.ts"
import { luckShape, warnings, yearsTold } from "../shapes/chart-shape.ts"
import { fields, maybe, nullOr, readGiven, requireShape } from "../shapes/shape.ts"
import { balanceFindings } from "./balance.ts"
import { sentenceOf } from "./fill.ts"
import { limitFindings } from "./limits.ts"
import { luckFindings } from "./luck.ts"
import { personFindings } from "./person.ts"
import { relationFindings } from "./relations.ts"
import { roleFindings } from "./roles.ts"
import { starFindings } from "./stars.ts"
import { TITLES } from "./texts/limits.ts"
import type { Doubt, Finding, Interpretation, Language, Section, SectionId } from "./types.ts"
import { usefulGodFindings } from "./useful-god.ts"

/** What a reading may take beside the analysis. */
export interface InterpretOptions {
  /** Default "ko". */
  readonly lang?: Language | undefined
  /** Decades; the one running is told when the luck knows the present. */
  readonly luck?: Luck | null | undefined
  /** Years to be told, in order; the first ten count. */
  readonly years?: readonly YearLuck[] | undefined
  /** The chart: its warnings say how sure its pillars are. */
  readonly chart?: { readonly details: { readonly warnings: readonly Doubt[] } } | undefined
}

export const LANGUAGES = ["ko", "en"] as const
const FIELDS = ["lang", "luck", "years", "chart"]
/** Sentences kept; each year after the second brings its own. */
const MOST_SENTENCES = 24

/**
 * Reads an analysis in sentences: the same rules fire in every language, and each sentence names its rule and facts.
 *
 * @returns Some 14 to 24 sentences, more with more than three years. The same input gives the same text, always.
 * @throws {CubeError} `choice_unknown` for a language there is none of, at "lang"; `analysis_malformed`, from "analysis" on, for
 * what `analyze` has not made; `chart_malformed`, from "luck", "years" or "chart" on, for what is of another shape;
 * `options_malformed`, `field_unknown`, `input_unreadable` (a getter or proxy that throws).
 */
export function interpret(analysis: Analysis, options: InterpretOptions = {}): Interpretation {
  const given = readGiven(options, FIELDS, options_malformed, [])
  const lang = requireChoice(given.lang, LANGUAGES, ["lang"])
  requireShape(analysis, analysisShape(), analysis_malformed, ["analysis"])
  requireShape(given.luck, maybe(nullOr(luckShape())), chart_malformed, ["luck"])
  requireShape(given.years, maybe(yearsTold()), chart_malformed, ["years"])
  requireShape(given.chart, maybe(fields({ details: fields({ warnings: warnings() }) })), chart_malformed, ["chart"])
  try {
    const findings = kept(findingsOf(analysis, given))
    const ids = Object.keys(TITLES) as SectionId[]
    return { lang, sections: ids.flatMap((id) => sectionOf(id, findings, lang)) }
  } catch {
    throw new CubeError({ ...analysis_malformed, path: ["analysis"] })
  }
}

function findingsOf(analysis: Analysis, { luck, years, chart }: InterpretOptions): Finding[] {
  const doubts = chart?.details.warnings ?? []
  return [
    ...personFindings(analysis),
    ...balanceFindings(analysis),
    ...usefulGodFindings(analysis),
    ...roleFindings(analysis),
    ...relationFindings(analysis),
    ...starFindings(analysis),
    ...luckFindings(analysis, luck ?? null, years ?? [], doubts),
    ...limitFindings(analysis, doubts),
  ]
}

/** The heaviest findings, in their own order; among equals the earlier ones. */
function kept(findings: readonly Finding[]): Finding[] {
  const years = findings.filter(({ facts }) => "year" in facts && "tenGod" in facts).length
  const byWeight = [...findings].sort((a, b) => b.weight - a.weight)
  const heaviest = new Set(byWeight.slice(0, MOST_SENTENCES + Math.max(0, years - 2)))
  return findings.filter((finding) => heaviest.has(finding))
}

function sectionOf(id: SectionId, findings: readonly Finding[], lang: Language): Section[] {
  const sentences = findings.filter(({ section }) => section === id).map((finding) => sentenceOf(finding, lang))
  return sentences.length === 0 ? [] : [{ id, title: TITLES[id][lang], sentences }]
}
