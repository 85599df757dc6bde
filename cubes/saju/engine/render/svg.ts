/** A chart as a picture. */
import { box, escapeXml, SANS } from "./draw.ts"
import { type ChartShown, drawSafely, type SvgOptions } from "./options.ts"
import { type Sheet, sheetOf } from "./sheet.ts"
import { descriptionOf, titleOf } from "./speech.ts"
import { drawColumns } from "./svg-columns.ts"
import { drawElements } from "./svg-elements.ts"
import { drawFacts, drawNotices } from "./svg-facts.ts"
import { drawFigures } from "./svg-figures.ts"
import { drawHeadline } from "./svg-headline.ts"
import { drawDecades, drawYears } from "./svg-strips.ts"

/**
 * A self-contained SVG: one image with a title and a description in words, no script, no style sheet, nothing loaded.
 *
 * @returns the same bytes for the same chart and options everywhere.
 * @throws {CubeError} `render_options_malformed`, `field_unknown`, `choice_unknown`, `render_width_out_of_range`,
 * `input_unreadable`; `chart_malformed` and `analysis_malformed` at the first place that is not as the engine makes it.
 * @remarks What comes from outside (the name, fields of the birth) is escaped. Fonts are the reader's own.
 */
export function renderSvg(chart: ChartShown, options: SvgOptions = {}): string {
  const sheet = sheetOf(chart, options)
  return drawSafely(() => draw(sheet))
}

function draw(sheet: Sheet): string {
  const { width, surface, lang } = sheet
  const parts: string[] = []
  let bottom = sheet.compact ? 16 : 28
  for (const drawPart of partsOf(sheet)) {
    const drawn = drawPart(sheet, bottom)
    if (drawn.svg === "") continue
    parts.push(drawn.svg)
    bottom = drawn.bottom
  }
  const height = bottom + (sheet.compact ? 16 : 28)
  const card = box(0, 0, width, height, { fill: surface.card, radius: 20 })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${lang}" xml:lang="${lang}" font-family="${SANS}"><title>${escapeXml(titleOf(sheet))}</title><desc>${escapeXml(descriptionOf(sheet))}</desc>${card}${parts.join("")}</svg>`
}

function partsOf({ detail }: Sheet) {
  if (detail === "pillars") return [drawHeadline, drawColumns, drawNotices]
  const standard = [drawHeadline, drawColumns, drawElements, drawFigures, drawDecades, drawYears]
  return detail === "standard" ? [...standard, drawNotices] : [...standard, drawFacts, drawNotices]
}
