/** The ten decades of a chart (대운), seen from it. */
import type { AnalysisOptions } from "../analysis/types.ts"
import { luckPillarOf } from "./luck-pillar.ts"
import { type LuckBasis, readNatal, requireLuck } from "./natal.ts"
import type { DecadeLuck } from "./types.ts"

/**
 * What each decade of a chart means for it.
 *
 * @param options - Schools of stages and relations; those of the chart are its own.
 * @throws {CubeError} `luck_needs_sex` (a birth without one has no decades), `chart_malformed`, and the codes of options.
 */
export function decadeLuck(chart: LuckBasis, options?: AnalysisOptions): readonly DecadeLuck[] {
  const natal = readNatal(chart, options)
  return requireLuck(natal).decades.map(({ index, fromAge, fromYear, fromYearElapsed, startsAt }) => ({
    ...luckPillarOf(natal, "decade", index, []),
    fromAge,
    fromYear,
    fromYearElapsed,
    startsAt,
  }))
}
