/** Stars (신살) of a chart: each with what it was looked up from, the pillars it marks and the list that was followed. */
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
  return starEntries().flatMap((entry) => hitsOf(entry, chart, columns, options))
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

function hitsOf(entry: StarEntry, chart: Chart, columns: readonly Column<Position>[], options: StarOptions): StarHit[] {
  const { marks, variant } = listOf(entry, options)
  switch (entry.group) {
    case "ganji":
    case "dayGanji":
    case "seasonGanji":
      return onPillars(entry, marks, variant, chart, columns)
    case "needle":
    case "nets":
    case "wonders":
      return amongCharacters(entry, marks, variant, columns)
    default:
      return basesOf(entry, chart, options).flatMap(([base, mark]) => {
        const marked = entry.group === "season" ? columns.filter(({ label }) => label !== "month") : columns
        return onCharacters(entry, marks[mark] as string, variant, base, marked)
      })
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

/** Stems that are marked, and branches that are marked: one hit each. */
function onCharacters(
  { id, star }: StarEntry,
  mark: string,
  variant: string,
  base: StarBase,
  columns: readonly Column<Position>[],
): StarHit[] {
  const stems = columns.filter(({ stem }) => mark.includes(STEMS.charAt(stem)))
  const branches = columns.filter(({ branch }) => mark.includes(BRANCHES.charAt(branch)))
  const hit = (part: "stem" | "branch", marked: typeof columns): StarHit[] =>
    marked.length === 0 ? [] : [{ id, star, base, pillars: marked.map(({ label }) => label), part, variant }]
  return [...hit("stem", stems), ...hit("branch", branches)]
}

function onPillars(
  { id, star, group }: StarEntry,
  marks: readonly string[],
  variant: string,
  chart: Chart,
  columns: readonly Column<Position>[],
): StarHit[] {
  const bySeason = group === "seasonGanji"
  const list = bySeason ? (marks[seasonOf((chart.month as Column<Position>).branch)] as string) : marks.join("")
  const candidates = group === "ganji" ? columns : columns.filter(({ label }) => label === "day")
  const pillars = candidates.filter((column) => hasGanji(list, ganjiOf(column))).map(({ label }) => label)
  const base = bySeason ? "monthBranch" : "pillar"
  return pillars.length === 0 ? [] : [{ id, star, base, pillars, part: "pillar", variant }]
}

/** Whether a list of ganji, two characters each, has this one. */
const hasGanji = (list: string, ganji: number): boolean =>
  list.includes(STEMS.charAt(ganji % 10) + BRANCHES.charAt(ganji % 12))

function amongCharacters(
  entry: StarEntry,
  [mark = ""]: readonly string[],
  variant: string,
  columns: readonly Column<Position>[],
): StarHit[] {
  if (entry.group === "wonders") {
    return runsOfThree(columns)
      .filter((run) => [...mark].every((one) => run.some(({ stem }) => STEMS.charAt(stem) === one)))
      .flatMap((run) => onCharacters(entry, mark, variant, "characters", run))
  }
  const needed = entry.group === "nets" ? [...mark] : []
  const isThere = needed.every((one) => columns.some(({ branch }) => BRANCHES.charAt(branch) === one))
  return isThere ? onCharacters(entry, mark, variant, "characters", columns) : []
}

const runsOfThree = <T>(list: readonly T[]): (readonly T[])[] => list.slice(2).map((_, at) => list.slice(at, at + 3))
