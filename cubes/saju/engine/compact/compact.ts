/** The compact form: everything a language model needs of a chart, in as few tokens as stay readable. */
import { CubeError } from "cubular/contract/error"
import { analysis_malformed, chart_malformed, options_malformed } from "cubular/messages/en"
import type { Analysis } from "../analysis/types.ts"
import { LANGUAGES } from "../interpretation/interpret.ts"
import type { Language } from "../interpretation/types.ts"
import { requireChoice } from "../options.ts"
import { analysisShape } from "../shapes/analysis-shape.ts"
import { readGiven, requireShape } from "../shapes/shape.ts"
import { factLines } from "./facts.ts"
import { judgementLines } from "./judgements.ts"
import { luckLines } from "./luck.ts"
import { settingLines } from "./settings.ts"
import { analysisOptions, compactChart, compactLuck } from "./shapes.ts"
import type { CompactChart, CompactLuck } from "./types.ts"
import { WORDS, type Words } from "./words.ts"

export interface CompactOptions {
  /** Default "ko". */
  readonly lang?: Language | undefined
}

/**
 * A chart for language models: lines of text, the first of which explains the abbreviations.
 *
 * @returns With ten decades, ten years and twelve months at most 900 tokens (o200k_base). The same input gives the same text, always.
 * @throws {CubeError} `choice_unknown` for a language there is none of, at "lang"; `chart_malformed` and
 * `analysis_malformed`, from "chart", "luck" or "analysis" on, for what the engine has not made; `options_malformed`,
 * `field_unknown`, `input_unreadable` (a getter or proxy that throws).
 */
export function toCompact(
  chart: CompactChart,
  analysis: Analysis,
  luck: CompactLuck = {},
  options: CompactOptions = {},
): string {
  const given = readGiven(options, ["lang"], options_malformed, [])
  const words = WORDS[requireChoice(given.lang, LANGUAGES, ["lang"])]
  requireShape(chart, compactChart(), chart_malformed, ["chart"])
  requireShape(analysis, analysisShape(), analysis_malformed, ["analysis"])
  requireShape(analysis.options, analysisOptions(), analysis_malformed, ["analysis", "options"])
  requireShape(luck, compactLuck(), chart_malformed, ["luck"])
  try {
    return [
      legendOf(analysis, words),
      ...settingLines(chart, analysis, words),
      ...factLines(analysis, words),
      ...judgementLines(analysis, words),
      ...luckLines(chart.luck, analysis, luck, words),
    ].join("\n")
  } catch {
    throw new CubeError({ ...analysis_malformed, path: ["analysis"] })
  }
}

/** Luck gives one twelve star for each branch, by the year branch unless the day branch was asked for alone. */
function legendOf({ options }: Analysis, { legend, starBases }: Words): string {
  const base = options.twelveStarsBase === "day" ? "day" : "year"
  return legend.replace("{bases}", starBases[options.twelveStarsBase]).replace("{base}", starBases[base])
}
