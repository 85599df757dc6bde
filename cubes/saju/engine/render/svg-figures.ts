/** The judgements people look for first, each on a small card: day master, strength, structure, useful god. */
import { box, type Drawn, text } from "./draw.ts"
import { glyphOf } from "./glyphs.ts"
import { firstFitting, widthAt, wrap } from "./measure.ts"
import { nameOf, percentOf } from "./phrases.ts"
import { strengthOf } from "./report.ts"
import type { Sheet } from "./sheet.ts"

interface Figure {
  readonly label: string
  readonly main: string
  readonly aside: string
}

export function drawFigures(sheet: Sheet, top: number): Drawn {
  const figures = figuresOf(sheet)
  const { left, inner, compact } = sheet
  if (figures.length === 0) return { svg: "", bottom: top }
  const across = compact ? 2 : figures.length
  const gap = compact ? 8 : 12
  const width = Math.floor((inner - gap * (across - 1)) / across)
  const start = top + (compact ? 12 : 16)
  const most = Math.max(...figures.map(({ main }) => layoutOf(main, compact, width).lines.length))
  const height = (compact ? 70 : 82) + 17 * (most - 1)
  const cards = figures.map((figure, i) => {
    const x = left + (i % across) * (width + gap)
    return drawFigure(sheet, figure, x, start + Math.floor(i / across) * (height + gap), width, height)
  })
  return { svg: cards.join(""), bottom: start + Math.ceil(figures.length / across) * (height + gap) - gap }
}

function figuresOf({ analysis, words, lang }: Sheet): Figure[] {
  if (!analysis) return []
  const { reading, hanja, element } = glyphOf(0, analysis.dayStem, lang)
  const day = lang === "ko" ? `${reading}${words.elements[element]} ${hanja}` : `${reading} ${hanja}`
  const figures: Figure[] = [{ label: words.self, main: day, aside: lang === "ko" ? "" : words.elements[element] }]
  const strength = strengthOf(analysis)
  if (strength) {
    const aside = `${percentOf(strength.share)} · ${words.strengthMethods[strength.method]}`
    figures.push({ label: words.facts.strength, main: nameOf(strength.level, lang), aside })
  }
  figures.push({ label: words.facts.structure, main: nameOf(analysis.structure.chosen, lang), aside: "" })
  const useful = analysis.usefulGod
  if (useful) {
    const aside = words.usefulGodMethods[useful.method]
    figures.push({ label: words.facts.usefulGod, main: words.elements[useful.roles.useful], aside })
  }
  return figures
}

function drawFigure(
  { surface, compact }: Sheet,
  { label, main, aside }: Figure,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const { pad, room, size, lines } = layoutOf(main, compact, width)
  const small = { size: compact ? 10 : 11, fill: surface.muted } as const
  const base = y + (compact ? 42 : 48)
  const parts = aside.split(" · ")
  const said = firstFitting([aside, parts[0] ?? ""], small.size, room)
  return [
    box(x, y, width, height, { fill: surface.band, radius: 12 }),
    text(x + pad, y + (compact ? 18 : 22), label, small),
    ...lines.map((line, i) =>
      text(x + pad, base + i * 17, line, { size, fill: surface.ink, weight: 600, serif: true }),
    ),
    aside === "" ? "" : text(x + pad, y + height - (compact ? 9 : 12), said, small),
  ].join("")
}

/** The judgement in large letters, or in smaller ones on as many lines as it takes. */
function layoutOf(main: string, compact: boolean, width: number) {
  const pad = compact ? 10 : 14
  const room = width - 2 * pad
  const large = compact ? 15 : 18
  if (widthAt(main, large) <= room) return { pad, room, size: large, lines: [main] }
  return { pad, room, size: 13, lines: wrap(main, room, (said) => widthAt(said, 13)) }
}
