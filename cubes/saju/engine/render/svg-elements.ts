/** The five elements: one bar, and under it each with its count; by weight where there is an analysis. */
import { box, type Drawn, text } from "./draw.ts"
import { countElements, ELEMENTS } from "./glyphs.ts"
import { COLUMNS } from "./phrases.ts"
import type { Sheet } from "./sheet.ts"
import { heading } from "./svg-heading.ts"

export function drawElements(sheet: Sheet, top: number): Drawn {
  const { chart, analysis, words, left, inner, compact, surface, tiles } = sheet
  const head = heading(sheet, words.parts.elements, top)
  const counts = countElements(COLUMNS.map((position) => chart.pillars[position]))
  const weights = analysis?.elements.weighted ?? counts
  const barHeight = 14
  const y = head.bottom + 12
  const bar = drawBar(sheet, weights, y, barHeight)
  const step = Math.floor(inner / 5)
  const size = compact ? 11 : 13
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const labels = ELEMENTS.map((element, i) => {
    const x = left + i * step
    const { fill, edge } = tiles[element]
    const share = Math.floor(((weights[i] ?? 0) * 100) / (total || 1) + 0.5)
    const base = y + barHeight + 24
    const [count, said] = [String(counts[i] ?? 0), words.elements[element]]
    const under = [compact ? count : "", analysis ? `${share}%` : ""].filter(Boolean).join(" · ")
    return [
      box(x, base - 10, 10, 10, { fill, stroke: edge === fill ? undefined : edge, radius: 3 }),
      text(x + 15, base, compact ? said : `${said} ${count}`, { size, fill: surface.ink, weight: 600 }),
      under === "" ? "" : text(x + 15, base + size + 4, under, { size: size - 1, fill: surface.muted }),
    ].join("")
  })
  const bottom = y + barHeight + 28 + (analysis || compact ? 16 : 0)
  return { svg: head.svg + bar + labels.join(""), bottom }
}

function drawBar(
  { left, inner, tiles, surface }: Sheet,
  weights: readonly number[],
  y: number,
  height: number,
): string {
  const shown = ELEMENTS.map((element, i) => ({ element, weight: weights[i] ?? 0 })).filter(({ weight }) => weight > 0)
  const total = shown.reduce((sum, { weight }) => sum + weight, 0)
  const gap = 3
  const room = inner - gap * (shown.length - 1) - 8 * shown.length
  let x = left
  const parts = shown.map(({ element, weight }, i) => {
    const { fill, edge } = tiles[element]
    // The last one takes what rounding left over.
    const width = i === shown.length - 1 ? left + inner - x : 8 + Math.floor((room * weight) / total)
    const part = box(x, y, width, height, { fill, stroke: edge === fill ? undefined : edge, radius: 4 })
    x += width + gap
    return part
  })
  return box(left, y, inner, height, { fill: surface.band, radius: 4 }) + parts.join("")
}
