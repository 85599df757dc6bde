/** What a pillar of luck is to a chart: ten gods, stage, twelve stars, voids, relations. */
import { stageNamed, tenGodNamed, twelveStarNamed } from "../analysis/names.ts"
import { relationsOfLast } from "../analysis/relations.ts"
import { stageOf } from "../analysis/stages.ts"
import { tenGodOf, tenGodOfBranch } from "../analysis/ten-gods.ts"
import { twelveStarOf } from "../analysis/twelve-stars.ts"
import type { TwelveStar } from "../analysis/types.ts"
import { isVoidBy } from "../analysis/voids.ts"
import { pillarOf } from "../names.ts"
import type { Natal } from "./natal.ts"
import { type LuckColumn, luckColumn } from "./running.ts"
import type { LuckLabel, LuckPillar } from "./types.ts"

/**
 * A pillar of luck seen from a chart.
 *
 * @param index - ganji 0–59.
 * @param running - luck of longer terms that runs meanwhile, the longest first.
 * @remarks Of the relations among chart, running luck and this pillar, those that this pillar takes part in.
 */
export function luckPillarOf(
  natal: Natal,
  label: LuckLabel,
  index: number,
  running: readonly LuckColumn[],
): LuckPillar {
  const { year, day, options } = natal
  const pillar = pillarOf(index)
  const { stem, branch } = pillar
  return {
    pillar,
    stemTenGod: tenGodNamed(tenGodOf(day.stem, stem)),
    branchTenGod: tenGodNamed(tenGodOfBranch(day.stem, branch)),
    stage: stageNamed(stageOf(day.stem, branch, options.stageEarth, options.stageYin)),
    twelveStars: { byYear: starBy("year", natal, branch), byDay: starBy("day", natal, branch) },
    isVoid: { byDay: isVoidBy(day.index, branch), byYear: isVoidBy(year.index, branch) },
    relations: relationsOfLast<LuckLabel>([...natal.columns, ...running, luckColumn(label, pillar)], options),
  }
}

/** A twelve star by year or day branch, null where the options ask for the other alone. */
function starBy(base: "year" | "day", natal: Natal, branch: number): TwelveStar | null {
  const { twelveStarsBase } = natal.options
  if (twelveStarsBase !== base && twelveStarsBase !== "both") return null
  return twelveStarNamed(twelveStarOf(natal[base].branch, branch))
}
