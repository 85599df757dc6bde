/** A chart as plain text for a terminal or a letter. */
import { cellsOf, centred, padRight } from "./cells.ts"
import { countElements, ELEMENTS, readingOf } from "./glyphs.ts"
import { headlineOf } from "./headline.ts"
import { wrap } from "./measure.ts"
import { type ChartShown, drawSafely, readTextOptions, type TextOptions } from "./options.ts"
import type { Page } from "./page.ts"
import { COLUMNS, hanjaOf, percentOf } from "./phrases.ts"
import { alternativesOf, factsOf, noticesOf } from "./report.ts"
import { decadesOf, type Slot, type Strip, yearsOf } from "./strips.ts"
import { paintOf } from "./text-color.ts"
import { drawTable, GUTTER } from "./text-columns.ts"
import { wrapParts } from "./wrap-parts.ts"

/**
 * Lines for people, columns lined up by East Asian width, ended by a line break; no line is wider than `width` but for a long name.
 *
 * @returns the same text for the same chart and options everywhere.
 * @throws {CubeError} `render_options_malformed`, `field_unknown`, `choice_unknown`, `render_width_out_of_range`,
 * `input_unreadable`; `chart_malformed` and `analysis_malformed` at the first place that is not as the engine makes it.
 */
export function renderText(chart: ChartShown, options: TextOptions = {}): string {
  const { color, ...view } = readTextOptions(chart, options)
  const page: Page = { ...view, paint: paintOf(color) }
  return drawSafely(() => write(page))
}

function write(page: Page): string {
  const parts = [writeHead(page), drawTable(page)]
  if (page.detail !== "pillars")
    parts.push(writeElements(page), writeStrip(page, decadesOf(page)), writeStrip(page, yearsOf(page)))
  if (page.detail === "full") parts.push(writeFacts(page))
  parts.push(writeNotices(page))
  const lines = parts.filter(({ length }) => length > 0).map((part) => part.map((line) => line.trimEnd()).join("\n"))
  return `${lines.join("\n\n")}\n`
}

function writeHead(page: Page): string[] {
  const { words, chart, paint } = page
  const { main, lines } = headlineOf(page)
  return [
    `${paint.strong(words.title)}  ${hanjaOf(chart.pillars)}`,
    ...[main, ...lines].flatMap((line) => wrap(oneLine(line), page.width, cellsOf)),
  ]
}

/** Control characters of a name would move the cursor. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ")

/** "목 2 ████████ 22%", one line for each element. */
function writeElements({ chart, analysis, words, paint }: Page): string[] {
  const counts = countElements(COLUMNS.map((position) => chart.pillars[position]))
  const weights = analysis?.elements.weighted ?? counts
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const name = Math.max(...ELEMENTS.map((element) => cellsOf(words.elements[element])))
  return ELEMENTS.map((element, i) => {
    const share = ((weights[i] ?? 0) * 10_000) / total
    const bar = "█".repeat(Math.floor(share / 250 + 0.5))
    const label = i === 0 ? words.parts.elementsShort : ""
    const percent = analysis ? `${bar === "" ? "" : " "}${percentOf(share)}` : ""
    const said = `${padRight(words.elements[element], name)} ${counts[i]}  `
    return `${paint.faint(padRight(label, GUTTER))}${said}${paint.element(bar, element)}${percent}`
  })
}

/** Rows of five or ten: what stands above, hanja, reading, what stands below, column by column. */
function writeStrip(page: Page, strip: Strip | null): string[] {
  if (strip === null) return []
  const { width, paint } = page
  const step = 10
  const across = width - GUTTER >= 10 * step ? 10 : 5
  const label = strip.label.split(" ")[0] ?? ""
  const asides = wrapParts(strip.asides[0] ?? "", width - GUTTER, cellsOf)
  const head = (aside: string, i: number): string => `${paint.faint(padRight(i === 0 ? label : "", GUTTER))}${aside}`
  const lines = (asides.length === 0 ? [""] : asides).map(head)
  for (let from = 0; from < strip.slots.length; from += across)
    lines.push(...writeRow(page, strip.slots.slice(from, from + across), step))
  return lines
}

function writeRow({ lang, paint }: Page, slots: readonly Slot[], step: number): string[] {
  const row = (say: (slot: Slot) => string): string => {
    const cells = slots.map((slot) => {
      const cell = centred(say(slot), step)
      return slot.current ? paint.strong(cell) : cell
    })
    return padRight("", GUTTER - 1) + cells.join("")
  }
  return [
    row(({ above, current }) => (current ? `▶${above}` : above)),
    row(({ pillar }) => pillar.ganji),
    row(({ pillar }) => readingOf(pillar, lang)),
    row(({ below }) => below),
  ]
}

function writeFacts(page: Page): string[] {
  const { width, paint } = page
  const facts = factsOf(page)
  const gutter = Math.max(GUTTER, ...facts.map(({ label }) => cellsOf(label) + 2))
  return facts.flatMap(({ label, value }) =>
    wrapParts(value, width - gutter, cellsOf).map(
      (line, i) => `${paint.faint(padRight(i === 0 ? label : "", gutter))}${line}`,
    ),
  )
}

/** "! …" for each warning, and each other chart with its pillars in the order of the columns. */
function writeNotices(page: Page): string[] {
  const { width, words, paint } = page
  const notices = noticesOf(page).flatMap((notice) =>
    wrap(notice, width - 2, cellsOf).map((line, i) => paint.notice(`${i === 0 ? "!" : " "} ${line}`)),
  )
  const others = alternativesOf(page).map(({ reason, pillars }) => {
    const label = reason === words.facts.alternative ? reason : `${words.facts.alternative} (${reason})`
    return `  ${label}: ${pillars.map(({ ganji }) => ganji).join(" ")}`
  })
  return [...notices, ...others]
}
