import type { Columns } from "../../../../cubes/saju/engine/analysis/characters.ts"
import { pillarsFrom } from "./columns.ts"

/** "庚午 庚辰 丙寅 乙未" as ganji 0–59; without a fourth the hour is unknown. */
export function ganjiFrom(text: string): Columns {
  const { year, month, day, hour } = pillarsFrom(text)
  return [year.index, month.index, day.index, hour?.index ?? -1]
}
