/** Years and days that luck is asked for, checked and bounded. */
import { CubeError } from "cubular/contract/error"
import { luck_range_malformed, luck_range_reversed, luck_range_too_long } from "cubular/messages/en"
import { daysFromCivil, parseDate } from "../civil.ts"
import { readError } from "../options.ts"
import { requireYear as requireLoadedYear } from "../year-range.ts"
import type { LuckRange } from "./types.ts"

/** Longest ranges that are answered at once. */
export const MAX_YEARS = 200
export const MAX_DAYS = 400

type Path = readonly (string | number)[]

/**
 * A year that births can have.
 *
 * @throws {CubeError} `year_out_of_range`, `year_not_loaded`.
 */
export function requireYear(year: unknown, path: Path): number {
  const whole = Number.isInteger(year) ? (year as number) : Number.NaN
  requireLoadedYear(whole, path)
  return whole
}

/**
 * Day number of a date in such a year.
 *
 * @throws {CubeError} `date_malformed`, `date_part_out_of_range`, `year_out_of_range`, `year_not_loaded`.
 */
export function requireDay(date: unknown, path: Path): number {
  const { year, month, day } = parseDate(date, path)
  return daysFromCivil(requireYear(year, path), month, day)
}

/**
 * First and last of a range, read one by one by `read`.
 *
 * @throws {CubeError} `luck_range_malformed`, `luck_range_reversed`, `luck_range_too_long`, and what `read` refuses; paths
 * begin with "range".
 */
export function requireRange<Each>(
  range: LuckRange<Each>,
  read: (value: unknown, path: Path) => number,
  max: number,
): { readonly from: number; readonly to: number } {
  const given = fieldsOf(range)
  const from = read(given.from, ["range", "from"])
  const to = read(given.to, ["range", "to"])
  if (to < from) throw new CubeError({ ...luck_range_reversed, path: ["range", "to"] })
  const count = to - from + 1
  if (count > max) throw new CubeError({ ...luck_range_too_long, path: ["range"], params: { count, max } })
  return { from, to }
}

function fieldsOf(range: unknown): { readonly from: unknown; readonly to: unknown } {
  try {
    if (typeof range !== "object" || range === null) throw new CubeError({ ...luck_range_malformed, path: ["range"] })
    const { from, to } = range as LuckRange<unknown>
    return { from, to }
  } catch (error) {
    throw readError(error, ["range"], undefined)
  }
}
