/** Stars (신살) of a chart: each with what it was looked up from, the pillars it marks and the list that was followed. */
import { pillarOf } from "../names.ts"
import { type Column, ganjiOf } from "./column.ts"
import { listOf, type StarEntry, type StarListOptions, starEntries } from "./star-lists.ts"
import type { FullAnalysisOptions, Named, Position, StarBase, StarHit } from "./types.ts"

export { twelveStarOf } from "./twelve-stars.ts"

const STEMS = "甲乙丙丁戊己庚辛壬癸"
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥"

/** Options that stars look at. What is left out follows the default. */
export type StarOptions = StarListOptions & Partial<Pick<FullAnalysisOptions, "starsByYearStem" | "twelveStarsBase">>

/** The chart's pillars by name; the hour is missing where it is unknown. */
type Chart = { readonly [position in Position]?: Column<Position> }

/**
 * Every star of a chart, in the order of the lists.
 *
 * @remarks A base marks its own pillar too where its list says so (the 화개 of a 辰 year is 辰), as among the twelve stars. Stars
 * by year or day branch follow `twelveStarsBase`.
 */
export function starsOf(columns: readonly Column<Position>[], options: StarOptions = {}): StarHit[] {
  const chart: Chart = Object.fromEntries(columns.map((column) => [column.label, column]))
  const hits: StarHit[] = []
  for (const entry of starEntries()) collect(entry, chart, columns, options, hits)
  return hits
}

/**
 * What a star marks, from the stem (stars by stem) or branch (stars by month, year or day) it is looked up from.
 *
 * @returns Stems 0–9 and branches 0–11; none for a star that is not looked up from one character.
 */
export function starTargets(
  id: string,
  from: number,
  options: StarListOptions = {},
): { readonly stems: readonly number[]; readonly branches: readonly number[] } {
  const entry = entryOf(id)
  const { marks } = listOf(entry, options)
  const mark = isByCharacter(entry) ? (marks[entry.group === "season" ? seasonOf(from) : from] as string) : ""
  const places = (alphabet: string): number[] => [...mark].map((one) => alphabet.indexOf(one)).filter((at) => at >= 0)
  return { stems: places(STEMS), branches: places(BRANCHES) }
}

/** Name of a star by its id, one of those in star-lists.ts. */
export function starNamed(id: string): Named {
  return entryOf(id).star
}

/** @throws {TypeError} by whoever reads it, when there is no such star: ids are written in code, not handed in. */
const entryOf = (id: string): StarEntry => starEntries().find((entry) => entry.id === id) as StarEntry

/** The branches a star marks, from the stem or branch it is looked up from. */
export function branchStarTargets(id: string, stemOrBranch: number, options: StarListOptions = {}): readonly number[] {
  return starTargets(id, stemOrBranch, options).branches
}

const isByCharacter = ({ group }: StarEntry): boolean => ["stem", "month", "branch", "year", "season"].includes(group)

/** 0 spring 寅卯辰, 1 summer, 2 autumn, 3 winter 亥子丑. */
const seasonOf = (monthBranch: number): number => Math.floor(((monthBranch + 10) % 12) / 3)

function collect(
  entry: StarEntry,
  chart: Chart,
  columns: readonly Column<Position>[],
  options: StarOptions,
  hits: StarHit[],
): void {
  const { marks, variant } = listOf(entry, options)
  switch (entry.group) {
    case "ganji":
    case "dayGanji":
    case "seasonGanji":
      return onPillars(entry, marks, variant, chart, columns, hits)
    case "needle":
    case "nets":
    case "wonders":
      return amongCharacters(entry, marks, variant, columns, hits)
    default: {
      const marked = entry.group === "season" ? columns.filter(({ label }) => label !== "month") : columns
      for (const [base, mark] of basesOf(entry, chart, options))
        onCharacters(entry, marks[mark] as string, variant, base, marked, hits)
    }
  }
}

/** What a star is looked up from, each with the place in its list. */
function basesOf({ group }: StarEntry, chart: Chart, options: StarOptions): [StarBase, number][] {
  const { year, month, day } = chart as { readonly [position in Position]: Column<Position> }
  const { starsByYearStem = false, twelveStarsBase = "both" } = options
  if (group === "month") return [["monthBranch", month.branch]]
  if (group === "season") return [["monthBranch", seasonOf(month.branch)]]
  if (group === "year") return [["yearBranch", year.branch]]
  if (group === "stem") {
    const byDay: [StarBase, number] = ["dayStem", day.stem]
    return starsByYearStem ? [byDay, ["yearStem", year.stem]] : [byDay]
  }
  const byYear: [StarBase, number] = ["yearBranch", year.branch]
  const byDay: [StarBase, number] = ["dayBranch", day.branch]
  if (twelveStarsBase === "both") return [byYear, byDay]
  return twelveStarsBase === "year" ? [byYear] : [byDay]
}

const masks = /* @__PURE__ */ new Map<string, number>()

/** The characters of a mark as bits: stems 0–9, branches 10–21. Most stars mark nothing in a chart, and bits say so at once. */
function maskOf(mark: string): number {
  let mask = masks.get(mark)
  if (mask === undefined) {
    mask = [...mark].reduce((bits, one) => bits | bitOf(STEMS.indexOf(one), 0) | bitOf(BRANCHES.indexOf(one), 10), 0)
    masks.set(mark, mask)
  }
  return mask
}

const bitOf = (place: number, from: number): number => (place < 0 ? 0 : 1 << (from + place))

/** Stems that are marked, and branches that are marked: one hit each. */
function onCharacters(
  { id, star }: StarEntry,
  mark: string,
  variant: string,
  base: StarBase,
  columns: readonly Column<Position>[],
  hits: StarHit[],
): void {
  const mask = maskOf(mark)
  const stems = labelsOf(columns, (mask & 0x3ff) !== 0, ({ stem }) => (mask >> stem) & 1)
  const branches = labelsOf(columns, mask >> 10 !== 0, ({ branch }) => (mask >> (branch + 10)) & 1)
  if (stems) hits.push({ id, star, base, pillars: stems, part: "stem", variant })
  if (branches) hits.push({ id, star, base, pillars: branches, part: "branch", variant })
}

/** The columns that are marked, by name; undefined when there are none. */
function labelsOf(
  columns: readonly Column<Position>[],
  any: boolean,
  isMarked: (column: Column<Position>) => number,
): Position[] | undefined {
  if (!any) return undefined
  let labels: Position[] | undefined
  for (const column of columns) {
    if (isMarked(column) === 0) continue
    labels ??= []
    labels.push(column.label)
  }
  return labels
}

function onPillars(
  { id, star, group }: StarEntry,
  marks: readonly string[],
  variant: string,
  chart: Chart,
  columns: readonly Column<Position>[],
  hits: StarHit[],
): void {
  const bySeason = group === "seasonGanji"
  const list = bySeason ? (marks[seasonOf((chart.month as Column<Position>).branch)] as string) : marks
  const pillars = labelsOf(columns, true, (column) => {
    const isAsked = group === "ganji" || column.label === "day"
    return isAsked && list.includes(pillarOf(ganjiOf(column)).ganji) ? 1 : 0
  })
  if (pillars) hits.push({ id, star, base: bySeason ? "monthBranch" : "pillar", pillars, part: "pillar", variant })
}

function amongCharacters(
  entry: StarEntry,
  [mark = ""]: readonly string[],
  variant: string,
  columns: readonly Column<Position>[],
  hits: StarHit[],
): void {
  const mask = maskOf(mark)
  if (entry.group === "wonders") {
    for (let at = 0; at + 3 <= columns.length; at++) {
      const run = columns.slice(at, at + 3)
      const stems = run.reduce((bits, { stem }) => bits | (1 << stem), 0)
      if (stems === mask) onCharacters(entry, mark, variant, "characters", run, hits)
    }
    return
  }
  const there = columns.reduce((bits, { branch }) => bits | (1 << (branch + 10)), 0)
  if (entry.group === "needle" || (there & mask) === mask)
    onCharacters(entry, mark, variant, "characters", columns, hits)
}
