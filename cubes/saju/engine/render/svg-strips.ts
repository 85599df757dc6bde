/** Luck as strips of pillars with age and year; what runs now is marked. */
import { box, type Drawn, text } from "./draw.ts"
import { glyphOf, readingOf } from "./glyphs.ts"
import { widthAt } from "./measure.ts"
import type { Sheet } from "./sheet.ts"
import { decadesOf, type Slot, type Strip, yearsOf } from "./strips.ts"
import { heading } from "./svg-heading.ts"

export const drawDecades = (sheet: Sheet, top: number): Drawn => drawStrip(sheet, decadesOf(sheet), top)

export const drawYears = (sheet: Sheet, top: number): Drawn => drawStrip(sheet, yearsOf(sheet), top)

function drawStrip(sheet: Sheet, strip: Strip | null, top: number): Drawn {
  const { left, inner, compact } = sheet
  if (strip === null) return { svg: "", bottom: top }
  const head = heading(sheet, strip.label, top, strip.asides)
  const across = inner < 560 ? 5 : 10
  const gap = compact ? 5 : 6
  const width = Math.floor((inner - gap * (across - 1)) / across)
  const height = 124
  const first = head.bottom + 10
  const tiles = strip.slots.map((slot, i) => {
    const x = left + (i % across) * (width + gap)
    const y = first + Math.floor(i / across) * (height + 6)
    return drawSlot(sheet, slot, x, y, width, height)
  })
  const lines = Math.ceil(strip.slots.length / across)
  return { svg: head.svg + tiles.join(""), bottom: first + lines * (height + 6) - 6 }
}

function drawSlot(sheet: Sheet, slot: Slot, x: number, y: number, width: number, height: number): string {
  const { lang, surface } = sheet
  const { pillar, above, below, current } = slot
  const middle = x + (width >> 1)
  const small = { size: 10, fill: surface.muted, anchor: "middle" } as const
  const frame = current
    ? box(x + 1, y + 1, width - 2, height - 2, { fill: surface.band, stroke: surface.accent, radius: 10, line: 2 })
    : box(x, y, width, height, { fill: surface.band, radius: 10 })
  const reading = readingOf(pillar, lang)
  const size = widthAt(reading, 11) <= width - 4 ? 11 : 9
  return [
    frame,
    text(middle, y + 18, above, {
      size: 12,
      fill: current ? surface.accent : surface.ink,
      anchor: "middle",
      weight: 700,
    }),
    drawGlyph(sheet, 0, pillar.stem, middle - 15, y + 25),
    drawGlyph(sheet, 1, pillar.branch, middle - 15, y + 57),
    text(middle, y + 101, reading, { ...small, size, fill: surface.ink }),
    text(middle, y + (height - 8), below, small),
  ].join("")
}

function drawGlyph({ tiles, lang }: Sheet, part: 0 | 1, index: number, x: number, y: number): string {
  const { hanja, element } = glyphOf(part, index, lang)
  const { fill, ink, edge } = tiles[element]
  return (
    box(x, y, 30, 30, { fill, stroke: edge === fill ? undefined : edge, radius: 7 }) +
    text(x + 15, y + 22, hanja, { size: 19, fill: ink, anchor: "middle", weight: 600, serif: true })
  )
}
