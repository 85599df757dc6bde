/** The numbers of a chart, checked: charts come back from JSON, wires and strangers. */
import { CubeError } from "cubular/contract/error"
import { chart_malformed } from "cubular/messages/en"
import type { Candidate } from "../candidates.ts"
import { daysFromCivil } from "../civil.ts"
import { monthIndex } from "../ganji.ts"
import { CHOICES, type FullOptions, readError } from "../options.ts"
import type { FourPillars } from "../reading.ts"
import { type TermPrecision, termAt, termStart } from "../term-rule.ts"
import { FIRST_FAR_YEAR, FIRST_YEAR, requireYear } from "../year-range.ts"
import type { Columns } from "./characters.ts"

/** What of a chart an analysis reads: a `SajuChart` has it all. */
export interface ChartBasis {
  readonly pillars: FourPillars
  readonly details: {
    readonly utc: string | null
    readonly offsetSec: number
    readonly previousTerm: { readonly term: number; readonly utc: string }
    readonly options: Pick<FullOptions, "hiddenStems" | "stageEarth" | "twelveStarsBase" | "termPrecision">
  }
  /** Needed when the hour is unknown. */
  readonly candidates?: readonly Pick<Candidate, "from" | "pillars">[] | undefined
}

/** One chart of a day whose hour is unknown. */
export interface CandidateNumbers {
  readonly columns: Columns
  /** Second of the day from which it holds, 0–86399. */
  readonly fromSecond: number
}

export interface ChartNumbers {
  readonly columns: Columns
  /** Number of the term in force, see `termIndexAt`; of noon when the hour is unknown. */
  readonly term: number
  readonly termPrecision: TermPrecision
  /** Instant of birth; null when the hour is unknown. */
  readonly utcMs: number | null
  /** 00:00 of the recorded day as the clock of its noon has it; NaN when the hour is known. */
  readonly dayStartMs: number
  readonly options: Pick<FullOptions, "hiddenStems" | "stageEarth" | "twelveStarsBase">
  /** Empty when the hour is known. */
  readonly candidates: readonly CandidateNumbers[]
}

type Path = readonly (string | number)[]
export type Fields = { readonly [name: string]: unknown }

const DAY_MS = 86_400_000
const MOST_OFFSET_SEC = 64_800
/** Thirteen double hours, and what terms and changes of the clock add: far fewer than this. */
const MOST_CANDIDATES = 99
/** 1970-01-01 was 辛巳, 17 of sixty. */
const FIRST_DAY = 17

/**
 * Checks a chart and takes its numbers out. Names and texts are not looked at: they follow from the indexes.
 *
 * @throws {CubeError} `chart_malformed` with the path of the first field that is missing, malformed or contradicts the
 * others (month and term in force, hour and instant); `year_not_loaded`, `year_out_of_range`; `input_unreadable` (a getter or
 * proxy that throws). Paths begin with "chart".
 */
export function readChart(chart: unknown): ChartNumbers {
  try {
    return numbersOf(chart)
  } catch (error) {
    throw readError(error, ["chart"], undefined)
  }
}

function numbersOf(chart: unknown): ChartNumbers {
  const { pillars, details, candidates } = requireFields(chart, ["chart"])
  const columns = columnsOf(pillars, ["chart", "pillars"], true)
  const known = columns[3] >= 0
  const at = ["chart", "details"]
  const { utc, offsetSec, previousTerm, options: given } = requireFields(details, at)
  const options = optionsOf(given, [...at, "options"])
  const term = termOf(previousTerm, options.termPrecision, [...at, "previousTerm"])
  if (monthIndex(term) !== columns[1]) throw malformed("chart", "pillars", "month")
  if (known !== (utc !== null)) throw malformed(...at, "utc")
  return {
    columns,
    term,
    termPrecision: options.termPrecision,
    utcMs: known ? instantOf(utc, [...at, "utc"]) : null,
    dayStartMs: known ? Number.NaN : dayStartOf(columns[2], term, offsetSec, options.termPrecision),
    options,
    candidates: known ? [] : candidatesOf(candidates),
  }
}

const malformed = (...path: Path): CubeError => new CubeError({ ...chart_malformed, path })

/** An object to read fields of. */
export function requireFields(value: unknown, path: Path): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields
  throw malformed(...path)
}

function columnsOf(pillars: unknown, path: Path, hourMayLack: boolean): Columns {
  const { year, month, day, hour } = requireFields(pillars, path)
  const ganji = (pillar: unknown, name: string): number => ganjiOf(pillar, [...path, name])
  const known = !(hourMayLack && hour === null)
  return [ganji(year, "year"), ganji(month, "month"), ganji(day, "day"), known ? ganji(hour, "hour") : -1]
}

/** Ganji 0–59 of a pillar whose stem and branch agree with its index. */
export function ganjiOf(pillar: unknown, path: Path): number {
  const { index, stem, branch } = requireFields(pillar, path)
  const whole = Number.isInteger(index) && (index as number) >= 0 && (index as number) < 60
  if (!whole) throw malformed(...path, "index")
  if (stem !== (index as number) % 10) throw malformed(...path, "stem")
  if (branch !== (index as number) % 12) throw malformed(...path, "branch")
  return index as number
}

function optionsOf(options: unknown, path: Path): ChartNumbers["options"] & { readonly termPrecision: TermPrecision } {
  const fields = requireFields(options, path)
  const choice = <Name extends "hiddenStems" | "stageEarth" | "twelveStarsBase" | "termPrecision">(name: Name) => {
    const found = CHOICES[name].find((value) => value === fields[name])
    if (found === undefined) throw malformed(...path, name)
    return found as FullOptions[Name]
  }
  return {
    hiddenStems: choice("hiddenStems"),
    stageEarth: choice("stageEarth"),
    twelveStarsBase: choice("twelveStarsBase"),
    termPrecision: choice("termPrecision"),
  }
}

/**
 * The term in force by its own instant: the birth may lie on its other side, in a chart that answers a warning. A term of
 * the year before the first one stands before births of that January.
 */
function termOf(previousTerm: unknown, precision: TermPrecision, path: Path): number {
  const { term, utc } = requireFields(previousTerm, path)
  const ms = instantOf(utc, [...path, "utc"])
  const year = Number((utc as string).slice(0, 4))
  if (year !== FIRST_YEAR - 1 && year !== FIRST_FAR_YEAR - 1) requireYear(year, [...path, "utc"])
  const found = termAt(ms, precision)
  if (!(found >= 0) || found % 24 !== term) throw malformed(...path, "term")
  return found
}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z$/

/** Epoch ms of "YYYY-MM-DDTHH:MM:SS.mmmZ", the form charts write. */
function instantOf(text: unknown, path: Path): number {
  const parts = typeof text === "string" ? INSTANT.exec(text) : null
  if (!parts) throw malformed(...path)
  const [year, month, day, hour, minute, second, ms] = parts.slice(1).map(Number) as [
    ...[number, number, number, number, number, number, number],
  ]
  return daysFromCivil(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms
}

/** The only day of this ganji whose noon lies under the term: terms are sixteen days apart, ganji sixty. */
function dayStartOf(ganji: number, term: number, offsetSec: unknown, precision: TermPrecision): number {
  const offsetMs = requireOffset(offsetSec) * 1000
  const first = Math.floor((termStart(term, precision) + offsetMs) / DAY_MS)
  const day = first + ((((ganji - FIRST_DAY - first) % 60) + 60) % 60)
  const startMs = day * DAY_MS - offsetMs
  if (termAt(startMs + DAY_MS / 2, precision) !== term) throw malformed("chart", "pillars", "day")
  return startMs
}

/** Wall clock minus UTC in seconds: no zone is further off than 18 hours. */
export function requireOffset(offsetSec: unknown): number {
  const known = typeof offsetSec === "number" && Math.abs(offsetSec) <= MOST_OFFSET_SEC
  if (!known) throw malformed("chart", "details", "offsetSec")
  return offsetSec
}

function candidatesOf(candidates: unknown): readonly CandidateNumbers[] {
  const path = ["chart", "candidates"]
  const some = Array.isArray(candidates) && candidates.length > 0 && candidates.length <= MOST_CANDIDATES
  if (!some) throw malformed(...path)
  // Array.from looks into holes as well.
  return Array.from(candidates as readonly unknown[], (candidate, at) => {
    const { from, pillars } = requireFields(candidate, [...path, at])
    const columns = columnsOf(pillars, [...path, at, "pillars"], false)
    return { columns, fromSecond: secondOf(from, [...path, at, "from"]) }
  })
}

function secondOf(time: unknown, path: Path): number {
  const parts = typeof time === "string" ? /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(time) : null
  if (!parts) throw malformed(...path)
  return Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3])
}
