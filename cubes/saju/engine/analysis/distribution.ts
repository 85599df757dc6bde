/** An unknown hour: for how many of the day's charts what holds. */

import { termAt } from "../term-rule.ts"
import type { Columns } from "./characters.ts"
import type { CandidateNumbers, ChartNumbers } from "./chart-numbers.ts"
import { commandingAt } from "./commanding.ts"
import { elementNamed } from "./elements.ts"
import { levelOf, verdictOf } from "./strength.ts"
import { strengthShares } from "./strength-shares.ts"
import { structureOf } from "./structure.ts"
import type { Analysis, ByElement, FullAnalysisOptions } from "./types.ts"
import { pickUsefulGod, usefulGodsOf } from "./useful-god.ts"

type Distribution = NonNullable<Analysis["distribution"]>

/**
 * Counts verdicts of the strength asked for and the useful elements picked, one for each candidate, be it of two hours or of a few
 * minutes. A candidate whose methods all have no answer counts for no element.
 */
export function distributionOf(
  chart: ChartNumbers,
  options: FullAnalysisOptions,
  turned: (columns: Columns) => Columns,
): Distribution {
  const verdicts = { strong: 0, neutral: 0, weak: 0 }
  const usefulElements = [0, 0, 0, 0, 0]
  for (const candidate of chart.candidates) {
    const columns = turned(candidate.columns)
    verdicts[verdictOf(levelOf(strengthShares(...columns)[options.strength]))]++
    const useful = usefulElement(columns, candidate, chart, options)
    usefulElements.forEach((count, element) => {
      if (elementNamed(element) === useful) usefulElements[element] = count + 1
    })
  }
  return { candidates: chart.candidates.length, ...verdicts, usefulElements: usefulElements as unknown as ByElement }
}

function usefulElement(
  columns: Columns,
  { fromSecond }: CandidateNumbers,
  chart: ChartNumbers,
  options: FullAnalysisOptions,
): string | undefined {
  const utcMs = chart.dayStartMs + fromSecond * 1000
  const term = termAt(utcMs, chart.termPrecision)
  const commanding = commandingAt(utcMs, term, columns[1] % 12, chart, options.commandingDays)
  const structure = structureOf(columns, commanding, options.structure)
  return pickUsefulGod(usefulGodsOf(columns, structure, options), options.usefulGodPriority)?.roles.useful
}
