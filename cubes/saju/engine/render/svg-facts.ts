/** Facts with their labels, and a box with what to look at twice. */
import { box, type Drawn, text } from "./draw.ts"
import { widthAt, wrap } from "./measure.ts"
import { type Alternative, alternativesOf, factsOf, noticesOf } from "./report.ts"
import type { Sheet } from "./sheet.ts"
import { heading } from "./svg-heading.ts"
import { wrapParts } from "./wrap-parts.ts"

export function drawFacts(sheet: Sheet, top: number): Drawn {
  const { left, inner, compact, surface, words } = sheet
  const head = heading(sheet, words.parts.facts, top)
  const size = compact ? 11 : 13
  const gutter = compact ? 76 : 104
  const parts: string[] = []
  let y = head.bottom + 8
  for (const { label, value } of factsOf(sheet)) {
    if (label !== "") parts.push(text(left, y + size, label, { size, fill: surface.muted, weight: 500 }))
    for (const line of wrapParts(value, inner - gutter, (said) => widthAt(said, size))) {
      parts.push(text(left + gutter, y + size, line, { size, fill: surface.ink }))
      y += size + 6
    }
    y += 4
  }
  return { svg: head.svg + parts.join(""), bottom: y }
}

export function drawNotices(sheet: Sheet, top: number): Drawn {
  const { left, inner, compact, surface, words, detail } = sheet
  const notices = noticesOf(sheet)
  const others = alternativesOf(sheet)
  const candidates = sheet.chart.candidates?.length ?? 0
  if (candidates > 1) notices.push(words.candidatesNoted(candidates))
  if (others.length > 0 && detail === "pillars") notices.push(words.alternativesNoted(others.length))
  if (notices.length === 0 && others.length === 0) return { svg: "", bottom: top }
  const pad = compact ? 12 : 16
  const size = compact ? 11 : 13
  const start = top + (compact ? 14 : 20)
  const parts: string[] = []
  let y = start + pad
  for (const notice of notices) {
    parts.push(text(left + pad, y + size, "•", { size, fill: surface.noticeInk }))
    for (const line of wrap(notice, inner - 2 * pad - 14, (said) => widthAt(said, size))) {
      parts.push(text(left + pad + 14, y + size, line, { size, fill: surface.noticeInk }))
      y += size + 6
    }
  }
  if (detail !== "pillars")
    for (const other of others) {
      parts.push(drawAlternative(sheet, other, left + pad, y + 6, size))
      y += size + 26
    }
  const height = y - start + pad - 6
  return {
    svg: box(left, start, inner, height, { fill: surface.notice, radius: 12 }) + parts.join(""),
    bottom: start + height,
  }
}

/** Another chart in one line: pillars that differ are set bold and underlined by a box. */
function drawAlternative(
  { surface, inner, compact }: Sheet,
  { reason, pillars }: Alternative,
  x: number,
  y: number,
  size: number,
): string {
  const step = size * 2 + (compact ? 12 : 18)
  const start = x + inner - 2 * (compact ? 12 : 16) - step * pillars.length + (step - size * 2 - 6)
  const cells = pillars.map(({ ganji, differs }, i) => {
    const at = start + i * step
    const mark = differs
      ? box(at - 5, y, size * 2 + 10, size + 12, { fill: "none", stroke: surface.noticeInk, radius: 6 })
      : ""
    return (
      mark + text(at, y + size + 4, ganji, { size, fill: surface.noticeInk, weight: differs ? 700 : 500, serif: true })
    )
  })
  const label = wrap(reason, start - x - 8, (said) => widthAt(said, size))[0] ?? ""
  return text(x, y + size + 4, label, { size, fill: surface.noticeInk, weight: 600 }) + cells.join("")
}
