/**
 * Compact lines of luck. Ten god, stage and twelve star follow from a stem or a branch alone, so they are written once for
 * each of the 22 characters and not once more in every row; of decades, which matter most, the ten gods are repeated.
 */
import { stageNamed, twelveStarNamed } from "../analysis/names.ts"
import { stageOf } from "../analysis/stages.ts"
import { tenGodOf, tenGodOfBranch } from "../analysis/ten-gods.ts"
import { twelveStarOf } from "../analysis/twelve-stars.ts"
import type { Analysis } from "../analysis/types.ts"
import type { DecadeLuck, Luck, MonthLuck, YearLuck } from "../luck/types.ts"
import { BRANCHES, STEMS, twelveStar } from "./facts.ts"
import type { CompactLuck } from "./types.ts"
import type { Words } from "./words.ts"

export function luckLines(luck: Luck | null, analysis: Analysis, given: CompactLuck, words: Words): string[] {
  const { decades = [], years = [], months = [] } = given
  if (decades.length + years.length + months.length === 0) return []
  return [
    stemLine(analysis, words),
    branchLine(analysis, words),
    ...(decades.length > 0 ? [decadeLine(luck, decades, analysis.pillars.hour === null, words)] : []),
    ...(years.length > 0 ? [yearLine(years, words)] : []),
    ...(months.length > 0 ? [monthLine(months, words)] : []),
  ]
}

function stemLine({ dayStem }: Analysis, { rows, tenGods }: Words): string {
  return `${rows.key} ${[...STEMS].map((stem, at) => `${stem}${tenGods[tenGodOf(dayStem, at)]}`).join(" ")}`
}

/** Each branch with its ten god, the stage of the day stem and the twelve star by the year, by the day where that was asked for alone. */
function branchLine({ dayStem, pillars, options }: Analysis, words: Words): string {
  const { stageEarth, stageYin, twelveStarsBase } = options
  const base = pillars[twelveStarsBase === "day" ? "day" : "year"].pillar.branch
  return [...BRANCHES]
    .map((branch, at) => {
      const god = words.tenGods[tenGodOfBranch(dayStem, at)]
      const stage = words.name(stageNamed(stageOf(dayStem, at, stageEarth, stageYin)))
      return `${branch}${god} ${stage} ${twelveStar(twelveStarNamed(twelveStarOf(base, at)), words)}`
    })
    .join(",")
}

/** Age and year of the first; the others follow every ten years. */
function decadeLine(luck: Luck | null, decades: readonly DecadeLuck[], noon: boolean, words: Words): string {
  const { rows, tenGods, directions } = words
  const running = luck?.decades[luck.current ?? -1]?.startsAt
  const told = decades.map(({ pillar, startsAt, stemTenGod, branchTenGod }) => {
    const gods = `${tenGods[stemTenGod.index]}/${tenGods[branchTenGod.index]}`
    return `${startsAt === running ? "*" : ""}${pillar.ganji}${gods}`
  })
  const first = decades[0] as DecadeLuck
  const way = luck ? `${directions[luck.direction]} ` : ""
  const from = words.decadesFrom(first.fromAge, first.startsAt.slice(0, 10))
  return `${rows.decades} ${way}${from}${noon ? ` (${words.noon})` : ""}: ${told.join(" ")}`
}

/** Year and pillar; of years in a row the first has its number. */
function yearLine(years: readonly YearLuck[], { rows }: Words): string {
  const told = years.map(({ year, pillar }, at) => (years[at - 1]?.year === year - 1 ? "" : `${year}`) + pillar.ganji)
  return `${rows.years} ${told.join(" ")}`
}

/** Month by month the day of Korea on which it begins, and its pillar. */
function monthLine(months: readonly MonthLuck[], { rows }: Words): string {
  const told = months.map(({ fromKst, pillar }) => Number(fromKst.slice(8, 10)) + pillar.ganji)
  return `${rows.months} ${months[0]?.fromKst.slice(0, 7)}+: ${told.join(" ")}`
}
