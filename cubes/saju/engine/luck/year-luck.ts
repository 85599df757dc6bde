/** Luck of years (세운). */
import type { AnalysisOptions } from "../analysis/types.ts"
import { yearIndex } from "../ganji.ts"
import { isoText } from "../iso.ts"
import { termStart } from "../term-rule.ts"
import { termIndex } from "../terms.ts"
import { luckPillarOf } from "./luck-pillar.ts"
import { type LuckBasis, type Natal, readNatal } from "./natal.ts"
import { MAX_YEARS, requireRange, requireYear } from "./ranges.ts"
import { decadeAt, decadeColumns } from "./running.ts"
import type { LuckRange, YearLuck } from "./types.ts"

const IPCHUN = 2

/**
 * What each saju year of a range means for a chart.
 *
 * @param range - First and last year, as births can have, at most 200 of them; a year runs from ipchun to ipchun, whatever
 * `yearBoundary` says, by the exact instants or printed minutes as the chart has them.
 * @param options - Schools of stages and relations; those of the chart are its own.
 * @throws {CubeError} `year_out_of_range`, `year_not_loaded`, `luck_range_malformed`, `luck_range_reversed`, `luck_range_too_long` (paths begin with
 * "range"), `chart_malformed`, and the codes of options.
 */
export function yearLuck(chart: LuckBasis, range: LuckRange<number>, options?: AnalysisOptions): readonly YearLuck[] {
  const natal = readNatal(chart, options)
  const { from, to } = requireRange(range, requireYear, MAX_YEARS)
  return Array.from({ length: to - from + 1 }, (_, at) => yearOf(natal, from + at))
}

function yearOf(natal: Natal, year: number): YearLuck {
  const { luck, birthYear, termPrecision } = natal
  const term = termIndex(year, IPCHUN)
  const beginsMs = termStart(term, termPrecision)
  const from = isoText(beginsMs)
  const elapsed = year - birthYear
  return {
    ...luckPillarOf(natal, "luckYear", yearIndex(term, "ipchun"), decadeColumns(natal, beginsMs)),
    year,
    from,
    to: isoText(termStart(term + 24, termPrecision)),
    age: elapsed < 0 ? null : { elapsed, counted: elapsed + 1 },
    decade: luck === null ? null : decadeAt(luck.decades, from),
  }
}
