/** The decades of luck (대운) as a strip: age, pillar, year; the one running now is marked. */
import type { Decade } from "../luck/types.ts"
import { box, type Drawn, text } from "./draw.ts"
import { glyphOf, readingOf } from "./glyphs.ts"
import { widthAt } from "./measure.ts"
import type { Sheet } from "./sheet.ts"
import { heading } from "./svg-heading.ts"

export function drawDecades(sheet: Sheet, top: number): Drawn {
  const { luck, words, left, inner, compact } = sheet
  if (luck === null) return { svg: "", bottom: top }
  const { years, months, days } = luck.startAgeExact
  const start = words.startsAt(years, months, days)
  const asides = [`${words.directions[luck.direction]} · ${start}`, start]
  const head = heading(sheet, words.parts.decades, top, asides)
  const across = inner < 560 ? 5 : 10
  const gap = compact ? 5 : 6
  const width = Math.floor((inner - gap * (across - 1)) / across)
  const height = 124
  const first = head.bottom + 10
  const tiles = luck.decades.map((decade, i) => {
    const x = left + (i % across) * (width + gap)
    const y = first + Math.floor(i / across) * (height + 6)
    return drawDecade(sheet, decade, i === luck.current, x, y, width, height)
  })
  const lines = Math.ceil(luck.decades.length / across)
  return { svg: head.svg + tiles.join(""), bottom: first + lines * (height + 6) - 6 }
}

function drawDecade(
  sheet: Sheet,
  decade: Decade,
  current: boolean,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const { words, lang, surface } = sheet
  const middle = x + (width >> 1)
  const small = { size: 10, fill: surface.muted, anchor: "middle" } as const
  const frame = current
    ? box(x + 1, y + 1, width - 2, height - 2, { fill: surface.band, stroke: surface.accent, radius: 10, line: 2 })
    : box(x, y, width, height, { fill: surface.band, radius: 10 })
  const age = current ? `${words.parts.current} ${decade.fromAge}` : words.age(decade.fromAge)
  const reading = readingOf(decade, lang)
  const size = widthAt(reading, 11) <= width - 4 ? 11 : 9
  return [
    frame,
    text(middle, y + 18, age, {
      size: 12,
      fill: current ? surface.accent : surface.ink,
      anchor: "middle",
      weight: 700,
    }),
    drawGlyph(sheet, 0, decade.stem, middle - 15, y + 25),
    drawGlyph(sheet, 1, decade.branch, middle - 15, y + 57),
    text(middle, y + 101, reading, { ...small, size, fill: surface.ink }),
    text(middle, y + (height - 8), String(decade.fromYear), small),
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
