import { defineCube } from "cubular/contract"
import { toCompact } from "./engine/interpretation/index.ts"
import { sajuAnalysis } from "./ports/analysis.ts"
import { sajuChart } from "./ports/chart.ts"
import { compactText, language, languageConfig } from "./ports/interpretation.ts"
import { decades, months, years } from "./ports/luck.ts"

/**
 * A chart for language models: the same content as the analysis in a few hundred tokens, luck as far as it is handed in. The
 * input `lang` goes before `config.lang`; Korean otherwise.
 */
export default defineCube({
  id: "saju/compact",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Compact text", ko: "언어 모델용 요약" },
  summary: {
    en: "A chart in as few tokens as stay readable, for language models",
    ko: "명식과 운을 언어 모델이 읽기 좋게 짧은 글로 적습니다",
  },
  config: languageConfig.optional(),
  inputs: {
    chart: sajuChart,
    analysis: sajuAnalysis,
    decades: decades.optional(),
    years: years.optional(),
    months: months.optional(),
    lang: language.optional(),
  },
  outputs: { text: compactText },
  create: (_, config) => ({
    process: ({ chart, analysis, decades, years, months, lang = config?.lang }) => ({
      text: toCompact(chart, analysis, { decades, years, months }, { lang }),
    }),
  }),
})
