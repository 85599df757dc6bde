/** Luck of childhood (소운): a pillar for each year of age before the first decade. */
import { CubeError } from "cubular/contract/error"
import { luck_needs_hour } from "cubular/messages/en"
import type { AnalysisOptions } from "../analysis/types.ts"
import { requireChoice } from "../options.ts"
import { luckPillarOf } from "./luck-pillar.ts"
import { type LuckBasis, readNatal, requireLuck } from "./natal.ts"
import type { ChildDirection, ChildLuck } from "./types.ts"

const DIRECTIONS = ["asDecades", "forward", "backward"] as const

/**
 * What each year of childhood means for a chart: ages 1 (counted) to the last before `startAge`, none when that is 1.
 *
 * @param direction - From the hour pillar on, like the decades (default), or forward or backward for everyone, as some have it.
 * @param options - Schools of stages and relations; those of the chart are its own.
 * @remarks Age 1 is the pillar next to the hour pillar (三命通會, 小運: a man of a yang year born in 甲子 has 乙丑 at one).
 * @throws {CubeError} `luck_needs_sex`, `luck_needs_hour`, `choice_unknown`, `chart_malformed`, and the codes of options.
 */
export function childLuck(
  chart: LuckBasis,
  direction?: ChildDirection,
  options?: AnalysisOptions,
): readonly ChildLuck[] {
  const natal = readNatal(chart, options)
  const asked = requireChoice(direction, DIRECTIONS, ["direction"])
  const { hour, birthYear } = natal
  const luck = requireLuck(natal)
  if (hour === null) throw new CubeError({ ...luck_needs_hour, path: ["chart", "pillars", "hour"] })
  const way = (asked === "asDecades" ? luck.direction : asked) === "forward" ? 1 : 59
  return Array.from({ length: Math.max(0, luck.startAge - 1) }, (_, at) => ({
    ...luckPillarOf(natal, "childLuck", (hour.index + way * (at + 1)) % 60, []),
    age: at + 1,
    year: birthYear + at,
  }))
}
