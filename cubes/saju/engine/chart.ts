/** One chart with its names, the details it rests on, and the other charts it could have been. */
import { alternativesOf } from "./alternatives.ts"
import { type Birth, readBirth } from "./birth.ts"
import { candidatesOf } from "./candidates.ts"
import { momentOf } from "./clock.ts"
import { chartOf, type SajuChart } from "./details.ts"
import { readOptions, type SajuOptions } from "./options.ts"
import { wallMsOf } from "./pillars.ts"
import { readingOf } from "./reading.ts"
import type { Warning } from "./warnings.ts"

/**
 * The chart of a birth, at once and without WebAssembly.
 *
 * @throws {CubeError} for whatever is wrong with the birth or the options, never a wrong chart: see `readBirth`, `readOptions`.
 */
export function chart(birth: Birth, options?: SajuOptions): SajuChart {
  const full = readOptions(options)
  const numbers = readBirth(birth, full.lunarCalendar)
  const reading = readingOf(numbers, full, momentOf(numbers, wallMsOf(numbers)))
  const warnings: Warning[] = []
  const alternatives = alternativesOf(reading, warnings)
  const found = chartOf(reading, warnings, alternatives)
  return numbers.second < 0 ? { ...found, candidates: candidatesOf(numbers, full) } : found
}
