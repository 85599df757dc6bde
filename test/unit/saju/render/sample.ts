/** Charts to draw, and an analysis whose judgements are made up: what is drawn must not depend on who judged. */

import { columnsOf, pillarFacts } from "../../../../cubes/saju/engine/analysis/facts.ts"
import { named } from "../../../../cubes/saju/engine/analysis/naming.ts"
import { readAnalysisOptions } from "../../../../cubes/saju/engine/analysis/options.ts"
import { breathPoint, conceptionPoint, lifePoint } from "../../../../cubes/saju/engine/analysis/points.ts"
import { relationsOf } from "../../../../cubes/saju/engine/analysis/relations.ts"
import { starsOf } from "../../../../cubes/saju/engine/analysis/stars.ts"
import type { Analysis } from "../../../../cubes/saju/engine/analysis/types.ts"
import { voidOf } from "../../../../cubes/saju/engine/analysis/voids.ts"
import type { Birth } from "../../../../cubes/saju/engine/birth.ts"
import { chart } from "../../../../cubes/saju/engine/chart.ts"
import type { SajuChart } from "../../../../cubes/saju/engine/details.ts"
import type { SajuOptions } from "../../../../cubes/saju/engine/options.ts"

export const spring: Birth = { date: "1990-05-01", time: "14:30", sex: "female", longitudeDeg: 126.978 }
export const now = "2026-11-21T00:00:00Z"

export const chartOf = (birth: Birth, options?: SajuOptions): SajuChart => chart(birth, { now, ...options })

export function analysisOf({ pillars, details }: SajuChart): Analysis {
  const options = readAnalysisOptions(undefined, details.options)
  const { year, month, day, hour } = pillars
  const columns = columnsOf(pillars)
  const level = named(4, "中和身強", "중화신강", "junghwasingang", "Balanced, Strong Side")
  const strength = (method: "hiddenStems" | "points", share: number) =>
    ({ method, share, level, verdict: "neutral", parts: [] }) as const
  return {
    dayStem: day.stem,
    pillars: pillarFacts(pillars, options),
    elements: { characters: [2, 2, 2, 2, 0], weighted: [2310, 2840, 3120, 1890, 240] },
    yinYang: { yang: 5, yin: 3 },
    void: { byDay: voidOf(day.index, columns), byYear: voidOf(year.index, columns) },
    stars: starsOf(columns, options),
    relations: relationsOf(columns, options),
    commanding: { stem: 4, phase: "main", day: 12.4 },
    strength: [strength("hiddenStems", 5388), strength("points", 4545)],
    structure: {
      regular: [],
      special: [],
      chosen: named(2, "偏財格", "편재격", "pyeonjaegyeok", "Indirect Wealth Structure"),
      facts: [],
    },
    usefulGods: [
      { method: "climate", element: "water", stems: [8, 0], reason: { rule: "usefulGod.climate", params: {} } },
      { method: "mediation", element: null, stems: [], reason: { rule: "usefulGod.none", params: {} } },
      { method: "balance", element: "wood", stems: [], reason: { rule: "usefulGod.balance", params: {} } },
    ],
    usefulGod: {
      method: "balance",
      roles: { useful: "wood", joyful: "water", harmful: "metal", hostile: "earth", idle: "fire" },
    },
    points: {
      conception: conceptionPoint(month.index),
      breath: breathPoint(day.index),
      life: hour === null ? null : lifePoint(year.index, month.index, hour.index),
    },
    options,
  }
}
