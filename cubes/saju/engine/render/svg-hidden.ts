/** Stems hidden in a branch (지장간) as small tiles with their ten gods. */
import type { HiddenStem } from "../analysis/types.ts"
import { box, text } from "./draw.ts"
import { glyphOf } from "./glyphs.ts"
import { shortNameOf } from "./phrases.ts"
import type { Sheet } from "./sheet.ts"

const sizesOf = ({ compact }: Sheet) =>
  compact ? { chip: 20, hanja: 13, word: 10 } : { chip: 30, hanja: 18, word: 11 }

const showsDays = ({ detail }: Sheet): boolean => detail === "full"

export function hiddenHeight(sheet: Sheet): number {
  const { chip, word } = sizesOf(sheet)
  return 10 + chip + 4 + word + (showsDays(sheet) ? word + 4 : 0) + 10
}

export function drawHidden(sheet: Sheet, stems: readonly HiddenStem[], x: number, y: number, width: number): string {
  const { chip } = sizesOf(sheet)
  const step = Math.min(chip + 8, Math.floor(width / 3))
  const start = x + ((width - step * stems.length) >> 1) + ((step - chip) >> 1)
  return stems.map((stem, i) => drawChip(sheet, stem, start + i * step, y + 10)).join("")
}

function drawChip(sheet: Sheet, { stem, tenGod, days }: HiddenStem, x: number, y: number): string {
  const { chip, hanja, word } = sizesOf(sheet)
  const { tiles, surface, lang, words, compact } = sheet
  const glyph = glyphOf(0, stem, lang)
  const { fill, ink, edge } = tiles[glyph.element]
  const middle = x + (chip >> 1)
  const below = { size: word, fill: surface.muted, anchor: "middle" } as const
  return [
    box(x, y, chip, chip, { fill, stroke: edge === fill ? undefined : edge, radius: chip >> 2 }),
    text(middle, y + (chip >> 1) + Math.floor((hanja * 36) / 100), glyph.hanja, {
      size: hanja,
      fill: ink,
      anchor: "middle",
      weight: 600,
      serif: true,
    }),
    text(middle, y + chip + 4 + word, shortNameOf(tenGod, lang), { ...below, fill: surface.ink }),
    showsDays(sheet) && days !== null
      ? text(middle, y + chip + 8 + 2 * word, compact ? String(days) : `${days}${words.units[0] ?? ""}`, below)
      : "",
  ].join("")
}
