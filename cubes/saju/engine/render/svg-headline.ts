/** The head of the picture: who, when, by which clock, and a seal with the pillar of the day. */
import { box, type Drawn, text } from "./draw.ts"
import { headlineOf } from "./headline.ts"
import { widthAt, wrap } from "./measure.ts"
import type { Sheet } from "./sheet.ts"

export function drawHeadline(sheet: Sheet, top: number): Drawn {
  const { left, inner, compact, words, surface } = sheet
  const sealSize = compact ? 26 : 34
  const room = inner - sealSize - 16
  const sizes = compact ? { title: 11, main: 18, line: 11 } : { title: 12, main: 26, line: 13 }
  const { main, lines } = headlineOf(sheet)
  const parts: string[] = []
  let y = top + sizes.title
  parts.push(text(left, y, words.title, { size: sizes.title, fill: surface.muted, weight: 600, spacing: 2 }))
  for (const line of wrap(main, room, (said) => widthAt(said, sizes.main))) {
    y += sizes.main + 8
    parts.push(text(left, y, line, { size: sizes.main, fill: surface.ink, weight: 600, serif: true }))
  }
  y += 4
  for (const said of lines)
    for (const line of wrap(said, room, (part) => widthAt(part, sizes.line))) {
      y += sizes.line + 6
      parts.push(text(left, y, line, { size: sizes.line, fill: surface.muted }))
    }
  const seal = drawSeal(sheet, left + inner - sealSize, top, sealSize)
  return { svg: parts.join("") + seal.svg, bottom: Math.max(y + 6, seal.bottom) }
}

/** The day pillar as a seal (낙관): the person of the chart. */
function drawSeal({ chart, surface }: Sheet, x: number, y: number, width: number): Drawn {
  const height = width * 2
  const size = Math.floor((width * 7) / 10)
  const style = { size, fill: "#FFFFFF", anchor: "middle", weight: 600, serif: true } as const
  const middle = x + (width >> 1)
  const [stem = "", branch = ""] = chart.pillars.day.ganji
  const svg =
    box(x, y, width, height, { fill: surface.seal, radius: 6 }) +
    text(middle, y + size + 3, stem, style) +
    text(middle, y + height - Math.floor(size / 4) - 3, branch, style)
  return { svg, bottom: y + height }
}
