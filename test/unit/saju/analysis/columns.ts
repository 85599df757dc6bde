/** Charts out of hanja: "庚午 辛巳 丙寅 乙未", without the last where the hour is not known. */
import type { Column } from "../../../../cubes/saju/engine/analysis/column.ts"
import { type ChartPillars, columnsOf } from "../../../../cubes/saju/engine/analysis/facts.ts"
import type { Position } from "../../../../cubes/saju/engine/analysis/types.ts"
import { type Pillar, pillarOf } from "../../../../cubes/saju/engine/names.ts"

/** The ganji of two characters; throws for what is not one of the sixty. */
export function pillarFrom(ganji: string): Pillar {
  for (let index = 0; index < 60; index++) if (pillarOf(index).ganji === ganji) return pillarOf(index)
  throw new Error(`no such ganji: ${ganji}`)
}

export function pillarsFrom(text: string): ChartPillars {
  const [year = "", month = "", day = "", hour] = text.split(" ")
  return {
    year: pillarFrom(year),
    month: pillarFrom(month),
    day: pillarFrom(day),
    hour: hour === undefined ? null : pillarFrom(hour),
  }
}

export const columnsFrom = (text: string): Column<Position>[] => columnsOf(pillarsFrom(text))
