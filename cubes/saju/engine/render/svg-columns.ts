/** The four columns 시 일 월 년: tiles of stems and branches, and below them what an analysis says of each pillar. */
import type { PillarFacts, Position } from "../analysis/types.ts"
import { box, type Drawn, rule, text } from "./draw.ts"
import { COLUMNS } from "./phrases.ts"
import type { Sheet } from "./sheet.ts"
import { starLines, starsIn } from "./star-lines.ts"
import { type TextRow, textRow } from "./svg-cells.ts"
import { drawHidden, hiddenHeight } from "./svg-hidden.ts"
import { drawTile, tileHeight } from "./svg-tile.ts"

/** One row of the table of columns. `y` of a cell is the top of the row, `x` the left edge of its column. */
interface Row {
  /** Beside the row, or above it in a compact picture; none where cells speak for themselves. */
  readonly label: string
  readonly height: number
  readonly cell: (position: Position, x: number, y: number, width: number) => string
  /** A hairline above. */
  readonly ruled?: boolean
}

export function drawColumns(sheet: Sheet, top: number): Drawn {
  const { left, inner, compact, surface, analysis, detail } = sheet
  const shown = detail === "pillars" ? null : (analysis?.pillars ?? null)
  const gutter = compact || shown === null ? 0 : 72
  const gap = compact ? 6 : 10
  const width = Math.floor((inner - gutter - 3 * gap) / 4)
  const start = left + inner - 4 * width - 3 * gap
  const xOf = (column: number): number => start + column * (width + gap)
  const rows = shown === null ? plainRows(sheet) : factRows(sheet, shown)
  const parts: string[] = []
  let y = top + (compact ? 16 : 22)
  const first = y
  for (const { label, height, cell, ruled } of rows) {
    const above = label !== "" && gutter === 0 ? 16 : 0
    if (ruled) parts.push(rule(left, y, inner, surface.line))
    if (label !== "") parts.push(drawLabel(sheet, label, gutter === 0 ? y + 15 : y + (height >> 1) + 4))
    parts.push(...COLUMNS.map((position, i) => cell(position, xOf(i), y + above, width)))
    y += height + above
  }
  const band = box(xOf(1) - (gap >> 1), first, width + gap, y - first + 4, {
    fill: surface.band,
    radius: compact ? 12 : 16,
  })
  return { svg: band + parts.join(""), bottom: y + 4 }
}

const drawLabel = ({ left, compact, surface }: Sheet, label: string, y: number): string =>
  text(left, y, label, { size: compact ? 10 : 12, fill: surface.muted, weight: 500 })

function plainRows(sheet: Sheet): Row[] {
  return [headRow(sheet), tileRow(sheet, 0, ""), tileRow(sheet, 1, ""), space(6)]
}

function factRows(sheet: Sheet, shown: { readonly [position in Position]: PillarFacts | null }): Row[] {
  const { words, compact } = sheet
  const god = (facts: PillarFacts) => [facts.stemTenGod ?? words.self]
  const labels = compact
    ? { gods: "", stems: "", branches: "" }
    : { gods: words.rows.tenGods, stems: words.rows.stems, branches: words.rows.branches }
  const row = (line: TextRow): Row => ({ ...line, ...textRow(sheet, shown, line) })
  const rows: Row[] = [
    headRow(sheet),
    row({ label: labels.gods, lines: god, strong: true }),
    tileRow(sheet, 0, labels.stems),
    tileRow(sheet, 1, labels.branches),
    row({ label: labels.gods, lines: (facts) => [facts.branchTenGod], strong: true }),
    hiddenRow(sheet, shown),
    row({ label: words.rows.stages, lines: ({ stages }) => [stages.ofDayStem], ruled: true }),
  ]
  if (sheet.detail !== "full") return [...rows, space(4)]
  rows.push(row({ label: words.rows.ownStages, lines: ({ stages }) => [stages.ofOwnStem], ruled: true }))
  rows.push(
    row({ label: words.rows.twelveStars, lines: ({ twelveStars }) => starLines(twelveStars, words), ruled: true }),
  )
  rows.push(row({ label: words.rows.nayin, lines: ({ nayin }) => [nayin], ruled: true }))
  if (sheet.analysis) {
    const { analysis } = sheet
    rows.push(row({ label: words.rows.stars, lines: (_, position) => starsIn(analysis, position, words), ruled: true }))
  }
  return [...rows, space(4)]
}

const space = (height: number): Row => ({ label: "", height, cell: () => "" })

function headRow({ words, surface, compact }: Sheet): Row {
  const size = compact ? 12 : 13
  return {
    label: "",
    height: compact ? 28 : 32,
    cell: (position, x, y, width) => {
      const day = position === "day"
      const style = {
        size,
        fill: day ? surface.ink : surface.muted,
        anchor: "middle",
        weight: day ? 700 : 500,
      } as const
      return text(x + (width >> 1), y + 20, words.columns[position], style)
    },
  }
}

function tileRow(sheet: Sheet, part: 0 | 1, label: string): Row {
  return {
    label,
    height: tileHeight(sheet) + 6,
    cell: (position, x, y, width) => drawTile(sheet, sheet.chart.pillars[position], part, x, y, width),
  }
}

function hiddenRow(sheet: Sheet, shown: { readonly [position in Position]: PillarFacts | null }): Row {
  return {
    label: sheet.words.rows.hidden,
    height: hiddenHeight(sheet),
    ruled: true,
    cell: (position, x, y, width) => drawHidden(sheet, shown[position]?.hiddenStems ?? [], x, y, width),
  }
}
