import { type DecadeLuck, decadeLuck, type SajuChart, type YearLuck, yearLuck } from "cubular/saju"

/** The decades of a chart as they are seen from it. @throws {CubeError} as `decadeLuck`. */
export const decadesOf = (chart: SajuChart): readonly DecadeLuck[] => decadeLuck(chart)

/**
 * The ten years a decade is named after, from the calendar year of its elapsed age on. Years past 2100 or before 1900 need
 * tables that are loaded when they are asked for.
 *
 * @throws {CubeError} `year_out_of_range` past 2200.
 */
export async function yearsOf(chart: SajuChart, fromYear: number): Promise<readonly YearLuck[]> {
  if (fromYear < 1900 || fromYear + 9 > 2100) await import("cubular/saju/years")
  return yearLuck(chart, { from: fromYear, to: fromYear + 9 })
}
