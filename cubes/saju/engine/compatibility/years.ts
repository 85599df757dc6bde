/** Luck of two people side by side, year by year. */
import { CubeError } from "cubular/contract/error"
import { analyze } from "../analysis/analyze.ts"
import type { AnalysisOptions } from "../analysis/types.ts"
import { isoText } from "../iso.ts"
import { type LuckBasis, readNatal, requireLuck } from "../luck/natal.ts"
import { MAX_YEARS, requireRange, requireYear } from "../luck/ranges.ts"
import { decadeAt } from "../luck/running.ts"
import type { Decade, LuckRange } from "../luck/types.ts"
import { type Element, type Pillar, pillarOf } from "../names.ts"
import { termUtc } from "../terms.ts"
import type { CompatibilityYear, Side, SideYear } from "./types.ts"

const IPCHUN = 2

/**
 * Saju years in which the useful gods (용신) of two people run: in the decade in force when the year begins, and in the
 * year itself.
 *
 * @param a - Chart of a birth with its sex, without which there are no decades.
 * @param range - First and last year, both included, each from ipchun to ipchun; 200 at most.
 * @param options - Schools of the analysis that finds the useful gods.
 * @throws {CubeError} `luck_needs_sex`, `chart_malformed` (paths begin with the side, "a" or "b"), those of `yearLuck`
 * for the range and of `analyze` for the options.
 */
export function compatibilityYears(
  a: LuckBasis,
  b: LuckBasis,
  range: LuckRange<number>,
  options?: AnalysisOptions,
): readonly CompatibilityYear[] {
  const [own, other] = [luckOf("a", a, options), luckOf("b", b, options)]
  const { from, to } = requireRange(range, requireYear, MAX_YEARS)
  return Array.from({ length: to - from + 1 }, (_, at) => yearOf(from + at, own, other))
}

interface LuckOfSide {
  readonly decades: readonly Decade[]
  readonly useful: Element | null
}

function luckOf(side: Side, chart: LuckBasis, options: AnalysisOptions | undefined): LuckOfSide {
  try {
    const { decades } = requireLuck(readNatal(chart, options))
    return { decades, useful: analyze(chart, options).usefulGod?.roles.useful ?? null }
  } catch (error) {
    throw error instanceof CubeError && error.path[0] === "chart" ? onSide(side, error) : error
  }
}

/** The same error, which says whose chart it is about. */
function onSide(side: Side, { code, message, hint, path, params }: CubeError): CubeError {
  return new CubeError({ code, message, hint, path: [side, ...path.slice(1)], params })
}

function yearOf(year: number, a: LuckOfSide, b: LuckOfSide): CompatibilityYear {
  const pillar = pillarOf((year - 4) % 60)
  const begins = isoText(termUtc(year, IPCHUN))
  const [own, other] = [sideYear(a, pillar, begins), sideYear(b, pillar, begins)]
  return { year, pillar, a: own, b: other, both: own.decadeUseful === true && other.decadeUseful === true }
}

function sideYear({ decades, useful }: LuckOfSide, pillar: Pillar, begins: string): SideYear {
  const decade = decadeAt(decades, begins)
  const running = decade === null ? undefined : decades[decade]
  return {
    decade,
    decadeUseful: useful && (running?.elements.includes(useful) ?? false),
    yearUseful: useful && pillar.elements.includes(useful),
  }
}
