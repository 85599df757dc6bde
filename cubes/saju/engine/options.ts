/** Options of a chart: their values, their defaults, and the check of what a caller hands in. */
import { CubeError } from "cubular/contract/error"
import { choice_unknown, field_unknown, input_unreadable, now_malformed, options_malformed } from "cubular/messages/en"
import { daysInMonth } from "./civil.ts"

/** Which clock decides the day and the hour: as recorded, without daylight saving, mean or apparent solar time. */
export type Clock = "wall" | "standard" | "mean" | "apparent"
/** What 23:00–23:59 of that clock belongs to (야자시): the old day with the new day's hour stem, the new day, the old day. */
export type Boundary = "split" | "jasi" | "midnight"

/** Schools that disagree, by name. Every default is written into the result. */
export interface SajuOptions {
  /** Default "mean". */
  readonly clock?: Clock | undefined
  /** Default "split". */
  readonly boundary?: Boundary | undefined
  /**
   * When the year pillar changes: at ipchun (default), at dongji, or at 00:00 of lunar New Year's day (설날) by the date on the
   * birth record.
   */
  readonly yearBoundary?: "ipchun" | "dongji" | "lunarNewYear" | undefined
  /** "kasiMinute" rounds solar terms to the minute that Korean almanacs print. Default "exact". */
  readonly termPrecision?: "exact" | "kasiMinute" | undefined
  readonly hiddenStems?: "monthly" | "fixed" | undefined
  readonly stageEarth?: "fire" | "water" | undefined
  readonly twelveStarsBase?: "year" | "day" | "both" | undefined
  readonly luckRule?: "remainder" | "round" | "floor" | "ceil" | "exact" | undefined
  /** Whose lunar calendar lunar dates and lunar New Year are in. Default "korea". */
  readonly lunarCalendar?: "korea" | "china" | undefined
  /** The present as an ISO instant ("2026-11-21T09:00:00Z"); never read from a clock. */
  readonly now?: string | undefined
}

/** Options with every default written out. */
export interface FullOptions {
  readonly clock: Clock
  readonly boundary: Boundary
  readonly yearBoundary: "ipchun" | "dongji" | "lunarNewYear"
  readonly termPrecision: "exact" | "kasiMinute"
  readonly hiddenStems: "monthly" | "fixed"
  readonly stageEarth: "fire" | "water"
  readonly twelveStarsBase: "year" | "day" | "both"
  readonly luckRule: "remainder" | "round" | "floor" | "ceil" | "exact"
  readonly lunarCalendar: "korea" | "china"
  readonly now: string | null
}

export const DEFAULTS: FullOptions = /* @__PURE__ */ Object.freeze({
  clock: "mean",
  boundary: "split",
  yearBoundary: "ipchun",
  termPrecision: "exact",
  hiddenStems: "monthly",
  stageEarth: "fire",
  twelveStarsBase: "both",
  luckRule: "remainder",
  lunarCalendar: "korea",
  now: null,
})

/** Values of each option; the default comes first. */
export const CHOICES = {
  clock: ["mean", "wall", "standard", "apparent"],
  boundary: ["split", "jasi", "midnight"],
  yearBoundary: ["ipchun", "dongji", "lunarNewYear"],
  termPrecision: ["exact", "kasiMinute"],
  hiddenStems: ["monthly", "fixed"],
  stageEarth: ["fire", "water"],
  twelveStarsBase: ["both", "year", "day"],
  luckRule: ["remainder", "round", "floor", "ceil", "exact"],
  lunarCalendar: ["korea", "china"],
} as const

type Path = readonly (string | number)[]

/**
 * Checks options and fills the defaults in.
 *
 * @throws {CubeError} `options_malformed`, `field_unknown`, `choice_unknown`, `now_malformed`, `input_unreadable` (a getter or proxy that throws); paths begin with "options".
 */
export function readOptions(options: unknown): FullOptions {
  if (options === undefined) return DEFAULTS
  const full: { [name: string]: unknown } & FullOptions = { ...DEFAULTS }
  let key: string | undefined
  try {
    if (!isPlain(options)) {
      throw new CubeError({ ...options_malformed, path: ["options"] })
    }
    for (key of Object.keys(options)) {
      const known = key === "now" || Object.hasOwn(CHOICES, key)
      if (!known) throw unknownField(["options"], key, Object.keys(DEFAULTS))
      full[key] = optionOf(key as keyof FullOptions, (options as SajuOptions)[key as keyof SajuOptions])
    }
  } catch (error) {
    throw readError(error, ["options"], key)
  }
  return full
}

function optionOf(name: keyof FullOptions, value: unknown): string | null {
  const path = ["options", name]
  if (name === "now") return value === undefined ? null : requireInstant(value, path)
  return requireChoice<string>(value, CHOICES[name], path)
}

/** The value as one of a list; the list's first when it is undefined. */
export function requireChoice<const T extends string | number | boolean | null>(
  value: unknown,
  choices: readonly T[],
  path: Path,
): T {
  if (value === undefined) return choices[0] as T
  for (const choice of choices) if (choice === value) return choice
  throw new CubeError({ ...choice_unknown, path, params: { choices } })
}

const INSTANT =
  /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-8]):[0-5]\d)$/

function requireInstant(value: unknown, path: Path): string {
  const parts = typeof value === "string" ? INSTANT.exec(value) : null
  const [year, month, day] = parts ? parts.slice(1).map(Number) : []
  if (parts && day && day <= daysInMonth(year as number, month as number)) return parts[0]
  throw new CubeError({ ...now_malformed, path })
}

/**
 * Whether a value is an object as JSON.parse makes them, of this realm or another: fields of a class, a Map or an object behind it
 * are not its own, and would be passed over in silence.
 */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false
  const parent: unknown = Object.getPrototypeOf(value)
  return parent === null || Object.getPrototypeOf(parent) === null
}

/** The error of a field that does not exist. Long names are cut: they came from outside. */
export function unknownField(room: Path, key: string, known: readonly string[]): CubeError {
  return new CubeError({ ...field_unknown, path: [...room, key.slice(0, 64)], params: { known } })
}

/** What came out of reading a caller's object: our own refusals as they are, and one code for a getter or proxy that threw. */
export function readError(error: unknown, room: Path, key: string | undefined): unknown {
  if (error instanceof CubeError) return error
  return new CubeError({ ...input_unreadable, path: key === undefined ? room : [...room, key.slice(0, 64)] })
}
