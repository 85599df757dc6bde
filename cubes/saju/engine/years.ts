/**
 * Charts and pillars of 1600–1899 and 2101–2200, for whoever imports `cubular/saju/years` once. The tables are read when
 * the first of these years is asked for; importing only says where they are. New moons have a table of their own, and stand here
 * so that the door `cubular/saju` does not carry it.
 */
import { farEquationSeries } from "./far-equation-of-time.ts"
import { farTermUtc } from "./far-terms.ts"
import { registerYears } from "./year-range.ts"

export { newMoons } from "./new-moons.ts"

registerYears({ termUtc: farTermUtc, equationSeries: farEquationSeries })
