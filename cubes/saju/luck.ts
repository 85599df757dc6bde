import { defineCube } from "cubular/contract"
import { childLuck, decadeLuck, monthLuck, yearLuck } from "./engine/index.ts"
import { analysisOptions } from "./ports/analysis.ts"
import { sajuChart } from "./ports/chart.ts"
import { childYears, decades, months, monthsOf, yearRange, years } from "./ports/luck.ts"

/**
 * Luck that passes over a chart (운): its decades, its childhood before them (empty when the hour is unknown), and the years
 * and months asked for (empty when they are not). A chart of a birth without a sex fails the step ("luck_needs_sex"): it has no decades.
 */
export default defineCube({
  id: "saju/luck",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Luck", ko: "대운과 세운" },
  summary: {
    en: "Decades, years and months of luck, with what they are to the chart",
    ko: "대운, 소운, 세운, 월운과 명식의 관계를 구합니다",
  },
  inputs: {
    chart: sajuChart,
    years: yearRange.optional(),
    monthsOf: monthsOf.optional(),
    options: analysisOptions.optional(),
  },
  outputs: { decades, childLuck: childYears, years, months },
  provides: ["saju.luck"],
  create: () => ({
    process({ chart, years, monthsOf, options }) {
      return {
        decades: decadeLuck(chart, options),
        childLuck: chart.pillars.hour === null ? [] : childLuck(chart, "asDecades", options),
        years: years === undefined ? [] : yearLuck(chart, years, options),
        months: monthsOf === undefined ? [] : monthLuck(chart, monthsOf, options),
      }
    },
  }),
})
