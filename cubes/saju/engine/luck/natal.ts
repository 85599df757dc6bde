/** What luck needs of a chart: charts come back from JSON, wires and strangers, so it is checked first. */
import { CubeError } from "cubular/contract/error"
import { chart_malformed, luck_needs_sex } from "cubular/messages/en"
import { type ChartBasis, readChart, requireOffset } from "../analysis/chart-numbers.ts"
import type { Column } from "../analysis/column.ts"
import { columnsOf } from "../analysis/facts.ts"
import { readAnalysisOptions } from "../analysis/options.ts"
import type { AnalysisOptions, FullAnalysisOptions, Position } from "../analysis/types.ts"
import { civilFromDays } from "../civil.ts"
import { type Pillar, pillarOf } from "../names.ts"
import { type Boundary, CHOICES, readError } from "../options.ts"
import type { TermPrecision } from "../term-rule.ts"
import type { Decade, Luck } from "./types.ts"

const DAY_MS = 86_400_000
const DECADES = 10
/** Years are written with four digits. */
const LAST_YEAR = 9999
/** Jeol are at most 32 days apart. */
const LAST_START_AGE = 11

/** What of a chart luck reads: a `SajuChart` has it all. */
export interface LuckBasis extends ChartBasis {
  readonly luck: Luck | null
  readonly details: ChartBasis["details"] & { readonly options: { readonly boundary: Boundary } }
}

/** A chart in the form luck takes it. */
export interface Natal {
  /** Year, month, day and, when it is known, hour. */
  readonly columns: readonly Column<Position>[]
  readonly year: Pillar
  readonly day: Pillar
  readonly hour: Pillar | null
  /** Calendar year of the recorded date. */
  readonly birthYear: number
  /** The wall clock of birth minus UTC. */
  readonly offsetMs: number
  readonly boundary: Boundary
  readonly termPrecision: TermPrecision
  readonly options: FullAnalysisOptions
  readonly luck: Pick<Luck, "direction" | "startAge" | "decades"> | null
}

/**
 * Reads a chart and the schools to see it by.
 *
 * @throws {CubeError} `chart_malformed` and whatever else `readChart` and `readAnalysisOptions` refuse.
 */
export function readNatal(chart: LuckBasis, given: AnalysisOptions | undefined): Natal {
  const { columns, options, termPrecision, utcMs, dayStartMs } = readChart(chart)
  const [year, month, day, hour] = columns
  const pillars = {
    year: pillarOf(year),
    month: pillarOf(month),
    day: pillarOf(day),
    hour: hour < 0 ? null : pillarOf(hour),
  }
  const { offsetMs, boundary, luck } = readRest(chart)
  return {
    columns: columnsOf(pillars),
    year: pillars.year,
    day: pillars.day,
    hour: pillars.hour,
    birthYear: civilFromDays(Math.floor(((utcMs ?? dayStartMs) + offsetMs) / DAY_MS)).year,
    offsetMs,
    boundary,
    termPrecision,
    options: readAnalysisOptions(given, options),
    luck,
  }
}

/** The luck of a chart, which a birth without a sex has not. */
export function requireLuck({ luck }: Natal): NonNullable<Natal["luck"]> {
  if (luck === null) throw new CubeError({ ...luck_needs_sex, path: ["chart", "luck"] })
  return luck
}

const malformed = (...path: readonly (string | number)[]): CubeError =>
  new CubeError({ ...chart_malformed, path: ["chart", ...path] })

function readRest(chart: LuckBasis): Pick<Natal, "offsetMs" | "boundary" | "luck"> {
  try {
    const { details, luck } = chart
    const { offsetSec: given, options } = details
    const offsetSec = requireOffset(given)
    const boundary = CHOICES.boundary.find((choice) => choice === options.boundary)
    if (boundary === undefined) throw malformed("details", "options", "boundary")
    return { offsetMs: offsetSec * 1000, boundary, luck: luck === null ? null : luckOf(luck) }
  } catch (error) {
    throw readError(error, ["chart"], undefined)
  }
}

function luckOf(luck: Luck): NonNullable<Natal["luck"]> {
  if (typeof luck !== "object") throw malformed("luck")
  const { direction, startAge, decades } = luck
  if (direction !== "forward" && direction !== "backward") throw malformed("luck", "direction")
  if (!Number.isInteger(startAge) || startAge < 0 || startAge > LAST_START_AGE) throw malformed("luck", "startAge")
  if (!Array.isArray(decades) || decades.length !== DECADES) throw malformed("luck", "decades")
  return { direction, startAge, decades: Array.from(decades, decadeOf) }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function decadeOf(decade: Decade | null | undefined, at: number): Decade {
  if (typeof decade !== "object" || decade === null) throw malformed("luck", "decades", at)
  const { index, fromAge, fromYear, fromYearElapsed, startsAt } = decade
  const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most
  const known = isWithin(index, 59) && isWithin(fromAge, LAST_START_AGE + 10 * DECADES)
  const dated = [fromYear, fromYearElapsed].every((year) => isWithin(year, LAST_YEAR)) && INSTANT.test(startsAt)
  if (!known || !dated) throw malformed("luck", "decades", at)
  return { ...pillarOf(index), fromAge, fromYear, fromYearElapsed, startsAt }
}
