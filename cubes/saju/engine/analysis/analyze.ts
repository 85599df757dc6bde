/** Everything a chart says before luck: facts, then judgements by every method. */
import { pillarOf } from "../names.ts"
import { type Columns, countElements } from "./characters.ts"
import { type ChartBasis, type ChartNumbers, readChart } from "./chart-numbers.ts"
import { commandingOf } from "./commanding.ts"
import { distributionOf } from "./distribution.ts"
import { columnsOf, pillarFacts } from "./facts.ts"
import { readAnalysisOptions } from "./options.ts"
import { breathPoint, conceptionPoint, lifePoint } from "./points.ts"
import { relationsOf } from "./relations.ts"
import { starsOf } from "./stars.ts"
import { strengthsOf } from "./strength.ts"
import { weightedElements } from "./strength-shares.ts"
import { structureOf } from "./structure.ts"
import type { Analysis, AnalysisOptions, ByElement, FullAnalysisOptions } from "./types.ts"
import { pickUsefulGod, usefulGodsOf } from "./useful-god.ts"
import { voidOf } from "./voids.ts"

/**
 * Analyses a chart: a pure function of its pillars, its instants and its options.
 *
 * @param chart As `chart` gives it, or as JSON brought it back. Names in it are not looked at.
 * @remarks With an unknown hour everything speaks of three pillars and `distribution` of the charts the day holds. In the southern
 * hemisphere ("south") every judgement takes the month pillar's opposite, thirty ganji on; facts keep the pillar.
 * @throws {CubeError} `chart_malformed`, and what `readAnalysisOptions` throws.
 */
export function analyze(chart: ChartBasis, options?: AnalysisOptions): Analysis {
  const numbers = readChart(chart)
  const full = readAnalysisOptions(options, numbers.options)
  const facts = factsOf(numbers.columns, full)
  return { ...facts, ...judgementsOf(numbers, full), points: pointsOf(numbers.columns), options: full }
}

function factsOf(columns: Columns, options: FullAnalysisOptions) {
  const [year, month, day, hour] = columns
  const pillars = {
    year: pillarOf(year),
    month: pillarOf(month),
    day: pillarOf(day),
    hour: hour < 0 ? null : pillarOf(hour),
  }
  const placed = columnsOf(pillars)
  const yang = placed.reduce((sum, { stem, branch }) => sum + +(stem % 2 === 0) + +(branch % 2 === 0), 0)
  return {
    dayStem: day % 10,
    pillars: pillarFacts(pillars, options),
    yinYang: { yang, yin: 2 * placed.length - yang },
    void: { byDay: voidOf(day, placed), byYear: voidOf(year, placed) },
    stars: starsOf(placed, options),
    relations: relationsOf(placed, options),
  }
}

function judgementsOf(chart: ChartNumbers, options: FullAnalysisOptions) {
  const columns = turnedFor(options, chart.columns)
  const commanding = commandingOf(chart, columns[1] % 12, options.commandingDays)
  const structure = structureOf(columns, commanding, options.structure)
  const usefulGods = usefulGodsOf(columns, structure, options)
  const judgements = {
    elements: {
      characters: countElements(chart.columns) as unknown as ByElement,
      weighted: weightedElements(...columns),
    },
    commanding,
    strength: strengthsOf(...columns),
    structure,
    usefulGods,
    usefulGod: pickUsefulGod(usefulGods, options.usefulGodPriority),
  }
  if (chart.candidates.length === 0) return judgements
  return { ...judgements, distribution: distributionOf(chart, options, (each) => turnedFor(options, each)) }
}

/** Half a year on for the southern hemisphere: the opposite branch under the same stem. */
function turnedFor({ hemisphere }: FullAnalysisOptions, [year, month, day, hour]: Columns): Columns {
  return [year, hemisphere === "south" ? (month + 30) % 60 : month, day, hour]
}

function pointsOf([year, month, day, hour]: Columns): Analysis["points"] {
  return {
    conception: conceptionPoint(month),
    breath: breathPoint(day),
    life: hour < 0 ? null : lifePoint(year, month, hour),
  }
}
