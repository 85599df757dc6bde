import { defineCube } from "cubular/contract"
import { renderSvg, renderText } from "./engine/render/index.ts"
import { sajuAnalysis } from "./ports/analysis.ts"
import { birth } from "./ports/birth.ts"
import { luck, sajuChart } from "./ports/chart.ts"
import { years } from "./ports/luck.ts"
import { look, name, renderConfig, svg, text } from "./ports/render.ts"

/**
 * A chart as a picture and as text. What is not handed in is not shown: without an analysis there are the pillars, the count
 * of elements and the chart's own luck. `look` chooses for one run what `config` fixes for all.
 */
export default defineCube({
  id: "saju/render",
  version: "1.0.0",
  color: "ui",
  effect: "pure",
  title: { en: "Draw a chart", ko: "명식 그리기" },
  summary: { en: "A chart as an SVG picture and as text", ko: "명식을 SVG 그림과 글로 보여 줍니다" },
  config: renderConfig.optional(),
  inputs: {
    chart: sajuChart,
    analysis: sajuAnalysis.optional(),
    luck: luck.nullable().optional(),
    years: years.optional(),
    birth: birth.optional(),
    name: name.optional(),
    look: look.optional(),
  },
  outputs: { svg: svg.optional(), text: text.optional() },
  create: (_, config = {}) => ({
    process({ chart, analysis, luck, years, birth, name, look }) {
      const { format, width, columns, ...fixed } = config
      const { lang, detail, palette, theme } = { ...fixed, ...look }
      const shown = { lang, detail, analysis, luck, years, birth, name }
      return {
        ...(format === "text" ? {} : { svg: renderSvg(chart, { ...shown, palette, theme, width }) }),
        ...(format === "svg" ? {} : { text: renderText(chart, { ...shown, width: columns }) }),
      }
    },
  }),
})
