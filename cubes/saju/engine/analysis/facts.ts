/** What stands on each pillar of a chart, as tables have it: no judgement. */
import type { Pillar } from "../names.ts"
import type { Column } from "./column.ts"
import { hiddenStemsOf } from "./hidden-stems.ts"
import { nayinNamed, stageNamed, tenGodNamed, twelveStarNamed } from "./names.ts"
import { signsOf } from "./signs.ts"
import { stageOf } from "./stages.ts"
import { tenGodOf, tenGodOfBranch } from "./ten-gods.ts"
import { twelveStarOf } from "./twelve-stars.ts"
import type { Analysis, FullAnalysisOptions, HiddenStem, PillarFacts, Position, Stage } from "./types.ts"
import { isVoidBy } from "./voids.ts"

/** Four pillars; null is an hour that is not known. */
export interface ChartPillars {
  readonly year: Pillar
  readonly month: Pillar
  readonly day: Pillar
  readonly hour: Pillar | null
}

/** Options that facts look at. */
export type FactOptions = Pick<FullAnalysisOptions, "hiddenStems" | "stageEarth" | "stageYin" | "twelveStarsBase">

/** The pillars as columns in the order year, month, day, hour: what stars and relations take. */
export function columnsOf({ year, month, day, hour }: ChartPillars): Column<Position>[] {
  const column = (label: Position, { stem, branch }: Pillar): Column<Position> => ({ label, stem, branch, natal: true })
  const known = [column("year", year), column("month", month), column("day", day)]
  return hour === null ? known : [...known, column("hour", hour)]
}

/** Ten gods, hidden stems, stages, nayin, twelve stars and voids of each pillar; null for an hour that is not known. */
export function pillarFacts(pillars: ChartPillars, options: FactOptions): Analysis["pillars"] {
  const facts = (pillar: Pillar): PillarFacts => factsOf(pillar, pillars, options)
  const { year, month, day, hour } = pillars
  return {
    year: facts(year),
    month: facts(month),
    day: { ...facts(day), stemTenGod: null },
    hour: hour === null ? null : facts(hour),
  }
}

function factsOf(pillar: Pillar, { year, day }: ChartPillars, options: FactOptions): PillarFacts {
  const { index, stem, branch } = pillar
  const { twelveStarsBase, stageEarth, stageYin } = options
  const stage = (of: number): Stage => stageNamed(stageOf(of, branch, stageEarth, stageYin))
  const twelveStar = (base: "year" | "day"): PillarFacts["twelveStars"]["byYear"] => {
    const isAsked = twelveStarsBase === base || twelveStarsBase === "both"
    return isAsked ? twelveStarNamed(twelveStarOf((base === "year" ? year : day).branch, branch)) : null
  }
  return {
    pillar,
    signs: signsOf(index),
    stemTenGod: tenGodNamed(tenGodOf(day.stem, stem)),
    branchTenGod: tenGodNamed(tenGodOfBranch(day.stem, branch)),
    hiddenStems: hiddenStemsSeenFrom(day.stem, branch, options.hiddenStems),
    stages: { ofDayStem: stage(day.stem), ofOwnStem: stage(stem) },
    nayin: nayinNamed(index),
    twelveStars: { byYear: twelveStar("year"), byDay: twelveStar("day") },
    isVoid: { byDay: isVoidBy(day.index, branch), byYear: isVoidBy(year.index, branch) },
  }
}

/** Hidden stems of a branch with the ten god each is to a day stem. */
export function hiddenStemsSeenFrom(
  dayStem: number,
  branch: number,
  school: "monthly" | "fixed",
): readonly HiddenStem[] {
  return hiddenStemsOf(branch, school).map((hidden) => ({
    ...hidden,
    tenGod: tenGodNamed(tenGodOf(dayStem, hidden.stem)),
  }))
}
