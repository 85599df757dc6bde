/** Rows of words in the columns: ten gods, stages, stars. */
import type { Analysis, Named, PillarFacts, Position } from "../analysis/types.ts"
import { text } from "./draw.ts"
import { widthAt, wrap } from "./measure.ts"
import { COLUMNS } from "./phrases.ts"
import type { Sheet } from "./svg.ts"
import type { Words } from "./words.ts"

/** What stands in one cell, line by line: names, or words that have no other name. */
export type Line = Named | string

export interface TextRow {
  readonly label: string
  readonly lines: (facts: PillarFacts, position: Position) => readonly Line[]
  readonly strong?: boolean
  readonly ruled?: boolean
}

type Cell = (position: Position, x: number, y: number, width: number) => string

/** The twelve stars by year and by day, once where both agree. */
export function starLines({ byYear, byDay }: PillarFacts["twelveStars"]): Named[] {
  const both = [byYear, byDay].filter((star) => star !== null)
  return both[0]?.index === both[1]?.index ? both.slice(0, 1) : both
}

/** Names of the stars on a pillar, each once, and whether the pillar is void. */
export function starsIn(analysis: Analysis, position: Position, { facts }: Pick<Words, "facts">): Line[] {
  const hits = analysis.stars.filter(({ pillars }) => pillars.includes(position)).map(({ star }) => star)
  const once = hits.filter((star, i) => hits.findIndex(({ hanja }) => hanja === star.hanja) === i)
  const isVoid = analysis.void.byDay.pillars.includes(position)
  return isVoid ? [...once, facts.void] : once
}

/** Height and cells of a row of words; as high as its fullest cell. */
export function textRow(
  sheet: Sheet,
  shown: { readonly [position in Position]: PillarFacts | null },
  { lines, strong }: TextRow,
): { readonly height: number; readonly cell: Cell } {
  const { compact, surface } = sheet
  const size = compact ? 11 : 13
  const leading = size + 5
  const width = columnWidth(sheet)
  const cells = new Map(
    COLUMNS.map((position) => {
      const facts = shown[position]
      return [
        position,
        facts === null ? [] : lines(facts, position).flatMap((line) => linesOf(line, sheet, size, width)),
      ]
    }),
  )
  const most = Math.max(1, ...[...cells.values()].map(({ length }) => length))
  const style = { size, fill: surface.ink, anchor: "middle", ...(strong ? ({ weight: 600 } as const) : {}) } as const
  return {
    height: most * leading + 12,
    cell: (position, x, y, cellWidth) =>
      (cells.get(position) ?? [])
        .map((line, i) => text(x + (cellWidth >> 1), y + 6 + size + i * leading, line, style))
        .join(""),
  }
}

/** As narrow as columns get, so that what fits here fits there. */
const columnWidth = ({ inner, compact }: Sheet): number =>
  compact ? Math.floor((inner - 18) / 4) : Math.floor((inner - 72 - 30) / 4)

/** A name in the reader's language on as many lines as it takes; romanized where one of its words is too wide. */
function linesOf(line: Line, { lang }: Sheet, size: number, width: number): string[] {
  const measure = (said: string): number => widthAt(said, size)
  const fits = (said: string): boolean => said.split(" ").every((word) => measure(word) <= width)
  const said = typeof line === "string" ? line : lang === "ko" ? line.hangul : line.english
  return wrap(typeof line === "string" || fits(said) ? said : line.romanized, width, measure)
}
