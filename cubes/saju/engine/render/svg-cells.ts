/** Rows of words in the columns: ten gods, stages, stars. */
import type { PillarFacts, Position } from "../analysis/types.ts"
import { text } from "./draw.ts"
import { widthAt, wrap } from "./measure.ts"
import { COLUMNS } from "./phrases.ts"
import type { Sheet } from "./sheet.ts"
import { type Line, sayLine } from "./star-lines.ts"

export interface TextRow {
  readonly label: string
  readonly lines: (facts: PillarFacts, position: Position) => readonly Line[]
  readonly strong?: boolean
  readonly ruled?: boolean
}

type Cell = (position: Position, x: number, y: number, width: number) => string

/** Height and cells of a row of words; as high as its fullest cell. */
export function textRow(
  sheet: Sheet,
  shown: { readonly [position in Position]: PillarFacts | null },
  { lines, strong }: TextRow,
): { readonly height: number; readonly cell: Cell } {
  const { compact, surface } = sheet
  const size = compact ? 11 : 13
  const width = columnWidth(sheet)
  const style = { size, fill: surface.ink, anchor: "middle", ...(strong ? ({ weight: 600 } as const) : {}) } as const
  const cells = new Map(
    COLUMNS.map((position) => {
      const facts = shown[position]
      const entries = facts === null ? [] : lines(facts, position).map((line) => linesOf(line, sheet, size, width))
      return [position, placed(entries, size)]
    }),
  )
  return {
    height: Math.max(size + 5, ...[...cells.values()].map(({ height }) => height)) + 12,
    cell: (position, x, y, cellWidth) =>
      (cells.get(position)?.lines ?? [])
        .map(({ said, down }) => text(x + (cellWidth >> 1), y + 6 + down, said, style))
        .join(""),
  }
}

/** Baselines of lines; those of one entry stand closer together than entries do. */
function placed(entries: readonly (readonly string[])[], size: number) {
  let height = 0
  const lines = entries.flatMap((entry) => {
    const at = entry.map((said, i) => ({ said, down: height + size + i * (size + 2) }))
    height += entry.length * (size + 2) + (entries.length > 1 ? 6 : 3)
    return at
  })
  return { lines, height }
}

/** As narrow as columns get, so that what fits here fits there. */
const columnWidth = ({ inner, compact }: Sheet): number =>
  compact ? Math.floor((inner - 18) / 4) : Math.floor((inner - 72 - 30) / 4)

/** A name in the reader's language on as many lines as it takes; romanized where one of its words is too wide. */
function linesOf(line: Line, { lang }: Sheet, size: number, width: number): string[] {
  const measure = (said: string): number => widthAt(said, size)
  const fits = (said: string): boolean => said.split(" ").every((word) => measure(word) <= width)
  const said = sayLine(line, lang)
  return wrap(fits(said) ? said : sayLine(line, lang, true), width, measure)
}
