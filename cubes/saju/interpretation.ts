import { defineCube } from "cubular/contract"
import { interpret } from "./engine/interpretation/index.ts"
import { sajuAnalysis } from "./ports/analysis.ts"
import { sajuChart } from "./ports/chart.ts"
import { interpretation, language, languageConfig } from "./ports/interpretation.ts"
import { years } from "./ports/luck.ts"

/**
 * A reading in sentences, each beside the rule that fired and the facts it rests on. With the chart it also tells the running
 * decade and how sure the pillars are; with years, up to ten of them. The input `lang` goes before `config.lang`; Korean otherwise.
 */
export default defineCube({
  id: "saju/interpretation",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Reading", ko: "사주 풀이" },
  summary: {
    en: "What an analysis says, in sentences that name their rules",
    ko: "분석을 근거와 함께 문장으로 풀이합니다",
  },
  config: languageConfig.optional(),
  inputs: {
    analysis: sajuAnalysis,
    chart: sajuChart.optional(),
    years: years.optional(),
    lang: language.optional(),
  },
  outputs: { reading: interpretation },
  create: (_, config) => ({
    process: ({ analysis, chart, years, lang = config?.lang }) => ({
      reading: interpret(analysis, { lang, chart, luck: chart?.luck, years }),
    }),
  }),
})
