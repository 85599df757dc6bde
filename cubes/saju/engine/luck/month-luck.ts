/** Luck of months (월운). */
import type { AnalysisOptions } from "../analysis/types.ts"
import { monthIndex, yearIndex } from "../ganji.ts"
import { isoText } from "../iso.ts"
import { pillarOf } from "../names.ts"
import { termStart } from "../term-rule.ts"
import { termIndex } from "../terms.ts"
import { luckPillarOf } from "./luck-pillar.ts"
import { type LuckBasis, type Natal, readNatal } from "./natal.ts"
import { requireYear } from "./ranges.ts"
import { decadeColumns, luckColumn } from "./running.ts"
import type { MonthLuck } from "./types.ts"

const IPCHUN = 2
const KST_MS = 32_400_000

/**
 * What each of the twelve months of a saju year, from ipchun, means for a chart.
 *
 * @param year - as births can have.
 * @param options - Schools of stages and relations; those of the chart are its own.
 * @throws {CubeError} `year_out_of_range`, `year_not_loaded` (path "year"), `chart_malformed`, and the codes of options.
 */
export function monthLuck(chart: LuckBasis, year: number, options?: AnalysisOptions): readonly MonthLuck[] {
  const natal = readNatal(chart, options)
  const first = termIndex(requireYear(year, ["year"]), IPCHUN)
  return Array.from({ length: 12 }, (_, month) => monthOf(natal, first + 2 * month))
}

function monthOf(natal: Natal, term: number): MonthLuck {
  const fromMs = termStart(term, natal.termPrecision)
  const toMs = termStart(term + 2, natal.termPrecision)
  const running = [...decadeColumns(natal, fromMs), luckColumn("luckYear", pillarOf(yearIndex(term, "ipchun")))]
  return {
    ...luckPillarOf(natal, "luckMonth", monthIndex(term), running),
    term: term % 24,
    from: isoText(fromMs),
    to: isoText(toMs),
    fromKst: kstText(fromMs),
    toKst: kstText(toMs),
  }
}

const kstText = (ms: number): string => `${isoText(ms + KST_MS).slice(0, -1)}+09:00`
