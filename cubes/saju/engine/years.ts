/**
 * Charts and pillars of 1600–1899 and 2101–2200, for whoever imports `cubular/saju/years` once. The tables are read when
 * the first of these years is asked for; importing only says where they are.
 */
import { farEquationSeries } from "./far-equation-of-time.ts"
import { farTermUtc } from "./far-terms.ts"
import { registerYears } from "./year-range.ts"

registerYears({ termUtc: farTermUtc, equationSeries: farEquationSeries })
