/** The table of a text: columns 시 일 월 년 in a frame, with what an analysis says of each pillar. */
import type { HiddenStem, PillarFacts, Position } from "../analysis/types.ts"
import type { Pillar } from "../names.ts"
import { cellsOf, centred, padRight } from "./cells.ts"
import { animalOf, glyphOf, indexIn, type Part } from "./glyphs.ts"
import { wrap } from "./measure.ts"
import type { Page } from "./page.ts"
import { COLUMNS, shortNameOf } from "./phrases.ts"
import { type Line, sayLine, starLines, starsIn } from "./star-lines.ts"

/** A line of the table: four cells, already padded and coloured. */
type Cells = readonly string[]

/** Columns the label and the four frames take. */
export const GUTTER = 10
const FRAME = 5

const columnOf = ({ width }: Page): number => Math.min(22, Math.floor((width - GUTTER - FRAME) / 4))

export function drawTable(page: Page): string[] {
  const { words, analysis, detail } = page
  const shown = detail === "pillars" ? null : (analysis?.pillars ?? null)
  const column = columnOf(page)
  const edge = (left: string, middle: string, right: string): string =>
    padRight("", GUTTER) + left + COLUMNS.map(() => "─".repeat(column)).join(middle) + right
  const lines = [headLine(page, column), edge("┌", "┬", "┐")]
  const add = (label: string, rows: readonly Cells[]): void => {
    rows.forEach((cells, i) => {
      lines.push(`${page.paint.faint(padRight(i === 0 ? label : "", GUTTER))}│${cells.join("│")}│`)
    })
  }
  const names = (label: string, of: (facts: PillarFacts, position: Position) => readonly Line[]): void => {
    if (shown !== null) add(label, nameRows(page, shown, of, column))
  }
  names(words.rows.tenGods, (facts) => [facts.stemTenGod ?? words.self])
  add(words.rows.stems, glyphRows(page, 0, column))
  lines.push(edge("├", "┼", "┤"))
  add(words.rows.branches, glyphRows(page, 1, column))
  names(words.rows.tenGods, (facts) => [facts.branchTenGod])
  if (shown !== null) {
    lines.push(edge("├", "┼", "┤"))
    add(words.rows.hidden, hiddenRows(page, shown, column))
    lines.push(edge("├", "┼", "┤"))
    names(words.rows.stages, ({ stages }) => [stages.ofDayStem])
    if (detail === "full") fullRows(page, names, () => lines.push(edge("├", "┼", "┤")))
  }
  lines.push(edge("└", "┴", "┘"))
  return lines
}

type AddNames = (label: string, of: (facts: PillarFacts, position: Position) => readonly Line[]) => void

function fullRows({ words, analysis }: Page, names: AddNames, rule: () => void): void {
  names(words.rows.ownStages, ({ stages }) => [stages.ofOwnStem])
  names(words.rows.twelveStars, ({ twelveStars }) => starLines(twelveStars, words))
  names(words.rows.nayin, ({ nayin }) => [nayin])
  if (analysis === null || analysis.stars.length === 0) return
  rule()
  names(words.rows.stars, (_, position) => starsIn(analysis, position, words))
}

function headLine({ words, chart, paint }: Page, column: number): string {
  const heads = COLUMNS.map((position) => {
    const head = words.positions[position]
    const whole = chart.pillars[position] === null ? `${head} (${words.unknown})` : head
    return paint.strong(centred(cellsOf(whole) <= column ? whole : `${head} ?`, column))
  })
  return `${padRight("", GUTTER + 1)}${heads.join(" ")}`.trimEnd()
}

/** Hanja with its reading, and below it sign and element (and in English the animal). */
function glyphRows(page: Page, part: Part, column: number): Cells[] {
  const { chart, lang, words, paint } = page
  const each = (say: (pillar: Pillar) => string): Cells =>
    COLUMNS.map((position) => {
      const pillar = chart.pillars[position]
      if (pillar === null) return centred("·", column)
      return paint.element(centred(say(pillar), column), pillar.elements[part])
    })
  const about = (pillar: Pillar): string => {
    const { sign, element } = glyphOf(part, indexIn(pillar, part), lang)
    // "−Earth Dragon" takes thirteen.
    const animal = lang === "en" && part === 1 && column >= 13 ? ` ${animalOf(pillar.branch)}` : ""
    return `${sign}${words.elements[element]}${animal}`
  }
  const name = (pillar: Pillar): string => {
    const { hanja, reading } = glyphOf(part, indexIn(pillar, part), lang)
    return `${hanja} ${reading}`
  }
  return [each(name), each(about)]
}

type Shown = { readonly [position in Position]: PillarFacts | null }

function nameRows(
  page: Page,
  shown: Shown,
  of: (facts: PillarFacts, position: Position) => readonly Line[],
  column: number,
): Cells[] {
  const said = COLUMNS.map((position) => {
    const facts = shown[position]
    return facts === null
      ? []
      : told(of(facts, position).map((line) => wrap(sayLine(line, page.lang), column - 2, cellsOf)))
  })
  const most = Math.max(1, ...said.map(({ length }) => length))
  return Array.from({ length: most }, (_, i) => said.map((lines) => centred(lines[i] ?? "", column)))
}

/** Lines of several names one below the other; where one takes more than a line, commas keep them apart. */
function told(names: readonly (readonly string[])[]): string[] {
  if (names.every(({ length }) => length < 2)) return names.flat()
  return names.flatMap((lines, i) => {
    const last = lines.length - 1
    return lines.map((line, at) => (at === last && i < names.length - 1 ? `${line},` : line))
  })
}

/** One hidden stem a line: "己 정관 18". */
function hiddenRows({ lang, paint }: Page, shown: Shown, column: number): Cells[] {
  const stems = COLUMNS.map((position) => shown[position]?.hiddenStems ?? [])
  const say = ({ stem, tenGod, days }: HiddenStem): string =>
    `${glyphOf(0, stem, lang).hanja} ${shortNameOf(tenGod, lang)}${days === null ? "" : ` ${days}`}`
  const most = Math.max(1, ...stems.map(({ length }) => length))
  return Array.from({ length: most }, (_, i) =>
    stems.map((inBranch) => {
      const hidden = inBranch[i]
      if (hidden === undefined) return centred("", column)
      return paint.element(centred(say(hidden), column), glyphOf(0, hidden.stem, lang).element)
    }),
  )
}
