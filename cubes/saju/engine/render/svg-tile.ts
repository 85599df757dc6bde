/** The tile of one character: hanja, reading, element and sign on the colour of the element. */
import type { Pillar } from "../names.ts"
import { box, text } from "./draw.ts"
import { animalOf, glyphOf, indexIn, type Part } from "./glyphs.ts"
import { firstFitting } from "./measure.ts"
import type { Sheet } from "./sheet.ts"

export const tileHeight = ({ compact, lang }: Sheet): number => (compact ? (lang === "ko" ? 76 : 88) : 112)

export function drawTile(sheet: Sheet, pillar: Pillar | null, part: Part, x: number, y: number, width: number): string {
  if (pillar === null) return drawBlank(sheet, x, y, width)
  const { lang, words, tiles, compact } = sheet
  const height = tileHeight(sheet)
  const { hanja, reading, element, sign } = glyphOf(part, indexIn(pillar, part), lang)
  const { fill, ink, edge } = tiles[element]
  const sizes = compact ? { hanja: 34, word: 11, sign: 11 } : { hanja: 52, word: 13, sign: 14 }
  const middle = x + (width >> 1)
  const animal = part === 1 ? animalOf(pillar.branch) : ""
  const named = firstFitting([animal === "" ? reading : `${reading} · ${animal}`, reading], sizes.word, width - 6)
  // "병화" is one word in Korean.
  const lines = lang === "ko" ? [reading + words.elements[element]] : [named, words.elements[element]]
  const caption = lines.map((line, i) => {
    const up = (lines.length - 1 - i) * (sizes.word + 3)
    const style = { size: sizes.word, fill: ink, anchor: "middle", weight: i === 0 ? 600 : 500 } as const
    return text(middle, y + height - (compact ? 9 : 12) - up, line, style)
  })
  const room = height - lines.length * (sizes.word + 3) - (compact ? 9 : 12)
  const base = y + (((compact ? 10 : 14) + room) >> 1) + Math.floor((sizes.hanja * 36) / 100)
  const stroke = edge === fill ? undefined : edge
  return [
    box(x, y, width, height, { fill, stroke, radius: compact ? 12 : 16 }),
    text(x + (compact ? 7 : 11), y + (compact ? 15 : 20), sign, { size: sizes.sign, fill: ink, weight: 600 }),
    text(middle, base, hanja, {
      size: sizes.hanja,
      fill: ink,
      anchor: "middle",
      weight: 600,
      serif: true,
    }),
    ...caption,
  ].join("")
}

/** The hour nobody knows. */
function drawBlank(sheet: Sheet, x: number, y: number, width: number): string {
  const { surface, words, compact } = sheet
  const height = tileHeight(sheet)
  const middle = x + (width >> 1)
  const style = { size: compact ? 11 : 13, fill: surface.muted, anchor: "middle" } as const
  return [
    box(x + 1, y + 1, width - 2, height - 2, {
      fill: "none",
      stroke: surface.muted,
      radius: compact ? 12 : 16,
      dash: "4 4",
    }),
    text(middle, y + (height >> 1) + 4, "?", { ...style, size: compact ? 26 : 36, serif: true }),
    text(middle, y + height - (compact ? 9 : 14), words.unknown, style),
  ].join("")
}
