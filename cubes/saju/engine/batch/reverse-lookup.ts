/** From four pillars back to the instants at which they hold. */
import { CubeError } from "cubular/contract/error"
import { options_malformed, pillars_malformed } from "cubular/messages/en"
import { readFields } from "./fields.ts"
import { lookBack } from "./reverse-rows.ts"
import { REVERSE_FIELDS, type ReverseRules, reversePlanOf } from "./reverse-rules.ts"
import { NO_HOUR } from "./score-rows.ts"

/** A stretch of time without a change of clocks in it. */
export interface PillarInterval {
  /** UTC epoch ms, from … up to but not including. */
  readonly fromMs: number
  readonly toMs: number
  /** What the wall clock shows at both, as if it were UTC epoch ms: as `civilMs` of batches. */
  readonly civilFromMs: number
  readonly civilToMs: number
  /** `fold` to read the beginning with. */
  readonly fold: 0 | 1
}

/** Ganji indexes 0–59, as `pillars` gives them; hour null = any hour of the day. */
export interface PillarQuery {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number | null
}

/**
 * All stretches of time in a range of years in which four pillars hold: `chart` gives them for every birth in one, and for no
 * birth outside all of them but readings of a clock that was set forward over them, which never were.
 *
 * @returns in the order of time; empty where no year has such a month, no day such an hour, or they never meet.
 * @remarks Year and month repeat every sixty years, and in one month out of two the day comes by.
 * @throws {CubeError} `pillars_malformed`, `options_malformed`, `field_unknown`, `year_range_malformed`, `year_not_loaded`,
 * `year_out_of_range`, those of zones and choices.
 */
export function reverseLookup(query: PillarQuery, options: ReverseRules = {}): readonly PillarInterval[] {
  const { year, month, day, hour } = readQuery(query)
  const plan = reversePlanOf(readFields(options, REVERSE_FIELDS, options_malformed), ["options"])
  const { offsetMs, fold0Ms } = plan.slices
  const found: PillarInterval[] = []
  lookBack(plan, year, month, day, hour, (fromMs, toMs, slice) => {
    const civilFromMs = fromMs + (offsetMs[slice] as number)
    const fold = civilFromMs < (fold0Ms[slice] as number) ? 1 : 0
    found.push({ fromMs, toMs, civilFromMs, civilToMs: toMs + (offsetMs[slice] as number), fold })
  })
  return found
}

function readQuery(query: unknown): { readonly [name in keyof PillarQuery]: number } {
  const given = readFields(query, ["year", "month", "day", "hour"], pillars_malformed)
  const ganji = (name: keyof PillarQuery): number => {
    const index = given[name]
    if (Number.isInteger(index) && (index as number) >= 0 && (index as number) < 60) return (index as number) + 0
    if (name === "hour" && index === null) return NO_HOUR
    throw new CubeError({ ...pillars_malformed, path: ["pillars", name] })
  }
  return { year: ganji("year"), month: ganji("month"), day: ganji("day"), hour: ganji("hour") }
}
