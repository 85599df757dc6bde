/** The compact form: everything a language model needs of a chart, in as few tokens as stay readable. */
import { CubeError } from "cubular/contract/error"
import { analysis_malformed } from "cubular/messages/en"
import type { Analysis } from "../analysis/types.ts"
import { LANGUAGES } from "../interpretation/interpret.ts"
import type { Language } from "../interpretation/types.ts"
import { requireChoice } from "../options.ts"
import { factLines } from "./facts.ts"
import { judgementLines } from "./judgements.ts"
import { luckLines } from "./luck.ts"
import { settingLines } from "./settings.ts"
import type { CompactChart, CompactLuck } from "./types.ts"
import { WORDS } from "./words.ts"

export interface CompactOptions {
  /** Default "ko". */
  readonly lang?: Language | undefined
}

/**
 * A chart for language models: lines of text, the first of which explains the abbreviations.
 *
 * @returns With ten decades, ten years and twelve months at most 900 tokens (o200k_base). The same input gives the same text, always.
 * @throws {CubeError} `choice_unknown` for a language there is none of, at "lang"; `analysis_malformed`, at "analysis", for what the
 * engine has not made.
 */
export function toCompact(
  chart: CompactChart,
  analysis: Analysis,
  luck: CompactLuck = {},
  options: CompactOptions = {},
): string {
  const words = WORDS[requireChoice(options.lang, LANGUAGES, ["lang"])]
  try {
    return [
      words.legend,
      ...settingLines(chart, analysis, words),
      ...factLines(analysis, words),
      ...judgementLines(analysis, words),
      ...luckLines(chart.luck, analysis, luck, words),
    ].join("\n")
  } catch {
    throw new CubeError({ ...analysis_malformed, path: ["analysis"] })
  }
}
