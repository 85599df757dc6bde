/** Luck of two people side by side, year by year. */
import { CubeError } from "cubular/contract/error"
import { compatibility_needs_luck, year_out_of_range, years_reversed } from "cubular/messages/en"
import { analyze } from "../analysis/analyze.ts"
import type { AnalysisOptions } from "../analysis/types.ts"
import { FIRST_YEAR, LAST_YEAR } from "../birth.ts"
import type { SajuChart } from "../details.ts"
import { isoText } from "../iso.ts"
import type { Decade } from "../luck/types.ts"
import { type Element, type Pillar, pillarOf } from "../names.ts"
import { termUtc } from "../terms.ts"
import type { CompatibilityYear, Side, SideYear } from "./types.ts"

const IPCHUN = 2

/**
 * Saju years in which the useful gods (용신) of two people run: in the decade in force when the year begins, and in the year
 * itself.
 *
 * @param from - First year, 1900–2100; each year runs from ipchun to ipchun.
 * @param to - Last year, 1900–2100, itself included.
 * @param options - Schools of the analysis that finds the useful gods.
 * @throws {CubeError} `year_out_of_range`, `years_reversed`, `compatibility_needs_luck` (path [side]: a birth without sex), and
 * those of `analyze`.
 */
export function compatibilityYears(
  a: SajuChart,
  b: SajuChart,
  from: number,
  to: number,
  options?: AnalysisOptions,
): readonly CompatibilityYear[] {
  requireYear(from, "from")
  requireYear(to, "to")
  if (from > to) throw new CubeError({ ...years_reversed, path: ["to"], params: { from, to } })
  const [own, other] = [luckOf("a", a, options), luckOf("b", b, options)]
  return Array.from({ length: to - from + 1 }, (_, at) => yearOf(from + at, own, other))
}

function requireYear(year: number, name: string): void {
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return
  throw new CubeError({ ...year_out_of_range, path: [name], params: { min: FIRST_YEAR, max: LAST_YEAR } })
}

interface LuckOfSide {
  readonly decades: readonly Decade[]
  readonly useful: Element | null
}

function luckOf(side: Side, chart: SajuChart, options: AnalysisOptions | undefined): LuckOfSide {
  const { usefulGod } = analyze(chart, options)
  const { luck } = chart
  if (!luck || luck.decades.length === 0) throw new CubeError({ ...compatibility_needs_luck, path: [side] })
  return { decades: luck.decades, useful: usefulGod?.roles.useful ?? null }
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

/** Place of the decade running at an ISO instant; −1 before the first, null after the last. ISO texts sort as time does. */
function decadeAt(decades: readonly Decade[], instant: string): number | null {
  const begun = decades.findLastIndex(({ startsAt }) => startsAt <= instant)
  if (begun < decades.length - 1) return begun
  const { startsAt } = decades[begun] as Decade
  return instant < `${Number(startsAt.slice(0, 4)) + 10}${startsAt.slice(4)}` ? begun : null
}
