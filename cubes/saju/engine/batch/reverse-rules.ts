/** Where a look-up backwards looks, and by which rules: what callers hand in, checked. */
import { CubeError } from "cubular/contract/error"
import { year_range_malformed } from "cubular/messages/en"
import { requireLongitude } from "../birth.ts"
import { clockOf, longitudeIn } from "../clock.ts"
import { type Boundary, CHOICES, type Clock, requireChoice } from "../options.ts"
import { FIRST_YEAR, LAST_YEAR, requireYear } from "../year-range.ts"
import { zoneOf } from "../zone-index.ts"
import { hourRuns } from "./hour-runs.ts"
import type { ReversePlan } from "./reverse-rows.ts"
import { type SliceRules, type Slices, slicesOf } from "./slices.ts"

/** Defaults as in `Birth` and `SajuOptions`. */
export interface ReverseRules {
  /** Calendar years of the wall clock, the last one included; default 1900 and 2100. Others need `cubular/saju/years`. */
  readonly fromYear?: number | undefined
  readonly toYear?: number | undefined
  readonly timeZone?: string | undefined
  readonly longitudeDeg?: number | null | undefined
  readonly clock?: Clock | undefined
  readonly boundary?: Boundary | undefined
  readonly yearBoundary?: "ipchun" | "dongji" | "lunarNewYear" | undefined
  readonly termPrecision?: "exact" | "kasiMinute" | undefined
  readonly lunarCalendar?: "korea" | "china" | undefined
}

export const REVERSE_FIELDS = [
  "fromYear",
  "toYear",
  "timeZone",
  "longitudeDeg",
  "clock",
  "boundary",
  "yearBoundary",
  "termPrecision",
  "lunarCalendar",
] as const

export type GivenRules = { readonly [name in (typeof REVERSE_FIELDS)[number]]?: unknown }

/**
 * @param room - where the fields stand in the caller's input.
 * @throws {CubeError} `year_range_malformed`, `year_not_loaded`, `year_out_of_range`, those of zones and choices.
 */
export function reversePlanOf(given: GivenRules, room: readonly string[]): ReversePlan {
  const rules = rulesOf(given, room)
  return {
    slices: knownSlices(rules),
    runs: hourRuns(rules.boundary),
    near: rules.fromYear >= FIRST_YEAR && rules.toYear <= LAST_YEAR,
    apparent: rules.clock === "apparent",
  }
}

function rulesOf(given: GivenRules, room: readonly string[]): SliceRules {
  const at = (name: string): readonly string[] => [...room, name]
  const zone = zoneOf(given.timeZone === undefined ? "Asia/Seoul" : given.timeZone, at("timeZone"))
  const longitudeDeg = longitudeIn(zone, requireLongitude(given.longitudeDeg, at("longitudeDeg")))
  return {
    zone,
    clock: clockOf(requireChoice(given.clock, CHOICES.clock, at("clock")), longitudeDeg),
    longitudeDeg: longitudeDeg ?? 0,
    boundary: requireChoice(given.boundary, CHOICES.boundary, at("boundary")),
    yearBoundary: requireChoice(given.yearBoundary, CHOICES.yearBoundary, at("yearBoundary")),
    termPrecision: requireChoice(given.termPrecision, CHOICES.termPrecision, at("termPrecision")),
    lunarCalendar: requireChoice(given.lunarCalendar, CHOICES.lunarCalendar, at("lunarCalendar")),
    ...yearsOf(given, at),
  }
}

function yearsOf(
  { fromYear = FIRST_YEAR, toYear = LAST_YEAR }: GivenRules,
  at: (name: string) => readonly string[],
): { readonly fromYear: number; readonly toYear: number } {
  const whole = (year: unknown, name: string): number => {
    if (!Number.isInteger(year)) throw new CubeError({ ...year_range_malformed, path: at(name) })
    requireYear(year as number, at(name))
    return year as number
  }
  const years = { fromYear: whole(fromYear, "fromYear"), toYear: whole(toYear, "toYear") }
  if (years.fromYear > years.toYear) throw new CubeError({ ...year_range_malformed, path: at("toYear") })
  return years
}

let last: { readonly key: string; readonly zone: SliceRules["zone"]; readonly slices: Slices } | undefined

/** Slices take a millisecond to make: those of the last rules are kept. */
function knownSlices({ zone, ...rules }: SliceRules): Slices {
  const key = JSON.stringify(rules)
  if (last?.key !== key || last.zone !== zone) last = { key, zone, slices: slicesOf({ zone, ...rules }) }
  return last.slices
}
