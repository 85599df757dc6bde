import { defineCube } from "cubular/contract"
import { analyze } from "./engine/index.ts"
import { analysisOptions, sajuAnalysis } from "./ports/analysis.ts"
import { sajuChart } from "./ports/chart.ts"

/**
 * Everything a chart says before luck: ten gods, hidden stems, stars, relations; strength, structure and useful god by every
 * method with its reason. A chart that contradicts itself fails the step with `chart_malformed`.
 */
export default defineCube({
  id: "saju/analysis",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Chart analysis", ko: "사주 분석" },
  summary: {
    en: "Ten gods, stars, relations, strength, structure and useful god of a chart",
    ko: "명식의 십신, 신살, 합충, 신강·신약, 격국, 용신을 구합니다",
  },
  inputs: { chart: sajuChart, options: analysisOptions.optional() },
  outputs: { analysis: sajuAnalysis },
  create: () => ({
    process: ({ chart, options }) => ({ analysis: analyze(chart, options) }),
  }),
})
