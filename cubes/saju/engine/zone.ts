/**
 * What a clock on the wall meant: civil time to UTC and back, from offset histories and never from the host's Intl.
 * Built in: Asia/Seoul, Asia/Pyongyang, UTC and fixed offsets; `cubular/saju/zones` registers the rest.
 */
import { CubeError } from "cubular/contract/error"
import { zone_not_loaded, zone_offset_out_of_range, zone_unknown } from "cubular/messages/en"

/** One zone's history as spans of constant offset. All arrays have one entry per span. */
export interface Zone {
  /** The canonical IANA name (a link such as "ROK" resolves to "Asia/Seoul"), or the fixed offset as it was written. */
  readonly name: string
  /** UTC epoch seconds at which each span begins, ascending; the first is -Infinity. */
  readonly starts: readonly number[]
  /** Seconds to add to UTC for the wall clock, daylight saving included; east positive. */
  readonly offsets: readonly number[]
  /** The daylight saving part of the offset in seconds: 0 out of season, mostly 3600 in it, negative in an Irish winter. */
  readonly saves: readonly number[]
  /** For fold 0 and fold 1: wall clock seconds from which each span is the one that answers. */
  readonly wallStarts: readonly [readonly number[], readonly number[]]
}

/** What a wall clock reading meant. */
export interface WallReading {
  readonly utcSec: number
  /** Wall clock minus UTC, daylight saving included. */
  readonly offsetSec: number
  /** The offset without daylight saving: the meridian the law named, times 240 s per degree. */
  readonly standardOffsetSec: number
  readonly dst: boolean
  /** `gap`: the clock jumped over this reading; `fold`: it showed it twice. */
  readonly kind: "unique" | "gap" | "fold"
  /** In a fold only: the UTC second of the reading that `fold` did not choose. */
  readonly otherUtcSec?: number
}

/** Looks up a zone by its IANA name; undefined when there is none. */
export type ZoneLookup = (name: string) => Zone | undefined

/**
 * Makes a zone of parallel arrays (see {@link Zone}); `starts[0]` must be -Infinity.
 *
 * @remarks With a transition at T from offset a to b, fold 0 keeps the span before until both readings are past
 * (T + max(a, b)): in a gap that is the offset before the gap, in a fold the first reading. Fold 1 differs in a fold only.
 */
export function createZone(name: string, starts: number[], offsets: number[], saves: number[]): Zone {
  const first = starts.map((start, i) => start + Math.max(offsets[i - 1] ?? 0, offsets[i] as number))
  // In a gap the later of the two is the offset after it, so both folds stay with the span before.
  const second = starts.map((start, i) => start + (offsets[i] as number))
  return { name, starts, offsets, saves, wallStarts: [first, second] }
}

const fromRows = (name: string, rows: readonly (readonly [number, number, number])[]): Zone =>
  createZone(
    name,
    rows.map((row) => row[0]),
    rows.map((row) => row[1]),
    rows.map((row) => row[2]),
  )

const LMT_SEOUL = 30_472 // 8:27:52
const H0830 = 30_600
const H0900 = 32_400
const HOUR = 3600

/** Years of daylight saving as pairs of UTC seconds [begin, end). */
const season = (standard: number, pairs: readonly number[]): [number, number, number][] =>
  pairs.map((at, i) => (i % 2 === 0 ? [at, standard + HOUR, HOUR] : [at, standard, 0]))

/** IANA tzdata, zone Asia/Seoul: Seoul mean time, two spells of 8:30, twelve summers. Dates: saju domain, clock section. */
const createSeoul = (): Zone =>
  fromRows("Asia/Seoul", [
    [-Infinity, LMT_SEOUL, 0],
    [-1948782472, H0830, 0], // 1908-04-01
    [-1830414600, H0900, 0], // 1912-01-01
    ...season(H0900, [-681210000, -672228000, -654771600, -640864800, -623408400, -609415200, -588848400, -577965600]),
    [-498128400, H0830, 0], // 1954-03-21
    ...season(H0830, [-462702600, -451733400, -429784200, -418296600, -399544200, -387451800]),
    ...season(H0830, [-368094600, -356002200, -336645000, -324552600, -305195400, -293103000]),
    [-264933000, H0900, 0], // 1961-08-10
    ...season(H0900, [547578000, 560883600, 579027600, 592333200]),
  ])

/** IANA tzdata, zone Asia/Pyongyang: no daylight saving, 8:30 once more from 2015 to 2018. */
const createPyongyang = (): Zone =>
  fromRows("Asia/Pyongyang", [
    [-Infinity, 30_180, 0],
    [-1948782180, H0830, 0], // 1908-04-01
    [-1830414600, H0900, 0],
    [1439564400, H0830, 0],
    [1525446000, H0900, 0],
  ])

const SEOUL: Zone = /* @__PURE__ */ createSeoul()
const PYONGYANG: Zone = /* @__PURE__ */ createPyongyang()

const MAX_OFFSET_HOURS = 18

let registered: ZoneLookup | undefined

/** Called once by `cubular/saju/zones` when it is imported: adds its zones to those built in. */
export function registerZones(lookup: ZoneLookup): void {
  registered = lookup
}

/**
 * The zone of an IANA name ("Asia/Seoul", case as in the database) or of a fixed offset ("+09:00", "-03:30", "+08:27:52", "Z", "UTC").
 *
 * @param path - where the name stands in the caller's input; copied into the error.
 * @throws {CubeError} `zone_unknown`; `zone_not_loaded` for a name that only `cubular/saju/zones` could know;
 * `zone_offset_out_of_range` beyond ±18:00 or with minutes or seconds above 59.
 */
export function resolveZone(name: unknown, path: readonly (string | number)[] = ["timeZone"]): Zone {
  const text = typeof name === "string" ? name : ""
  const zone = builtInZone(text) ?? fixedOffset(text, path) ?? registered?.(text)
  if (zone) return zone
  const mayBeIana = !registered && /^[A-Z][\w+-]*(\/[A-Z][\w+-]*){0,2}$/.test(text)
  throw new CubeError({ ...(mayBeIana ? zone_not_loaded : zone_unknown), path })
}

/** The zone of a name that needs no tables. */
export function builtInZone(name: string): Zone | undefined {
  if (name === "Asia/Seoul") return SEOUL
  if (name === "Asia/Pyongyang") return PYONGYANG
  return name === "Z" || name === "UTC" ? createZone(name, [-Infinity], [0], [0]) : undefined
}

function fixedOffset(text: string, path: readonly (string | number)[]): Zone | undefined {
  const parts = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text)
  if (!parts) return undefined
  const [hours, minutes, seconds] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)]
  const size = hours * HOUR + minutes * 60 + seconds
  if (minutes > 59 || seconds > 59 || size > MAX_OFFSET_HOURS * HOUR) {
    throw new CubeError({ ...zone_offset_out_of_range, path, params: { maxHours: MAX_OFFSET_HOURS } })
  }
  return createZone(text, [-Infinity], [parts[1] === "-" && size > 0 ? -size : size], [0])
}

/** Index of the last entry of an ascending list that is not above `at`; the first entry is -Infinity. */
function lastNotAbove(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= at) low = middle
    else high = middle
  }
  return low
}

/** Offset in force at a UTC second, and its daylight saving part (`saveSec`, see {@link Zone.saves}). */
export function offsetAtUtc(zone: Zone, utcSec: number): { offsetSec: number; saveSec: number; dst: boolean } {
  const span = lastNotAbove(zone.starts, utcSec)
  const saveSec = zone.saves[span] as number
  return { offsetSec: zone.offsets[span] as number, saveSec, dst: saveSec !== 0 }
}

/**
 * The UTC second of a wall clock reading.
 *
 * @param wallSec - what the clock showed, as if it were UTC epoch seconds (see `wallSeconds`); fractions pass through.
 * @param fold - which of two readings when the clock was set back over this one: 0 first, 1 second.
 * @remarks A reading the clock jumped over is taken with the offset before the gap, whatever `fold` says.
 */
export function wallToUtc(zone: Zone, wallSec: number, fold: 0 | 1 = 0): WallReading {
  const spans = [lastNotAbove(zone.wallStarts[0], wallSec), lastNotAbove(zone.wallStarts[1], wallSec)] as const
  const span = spans[fold]
  const offsetSec = zone.offsets[span] as number
  const saveSec = zone.saves[span] as number
  const utcSec = wallSec - offsetSec
  const reading = { utcSec, offsetSec, standardOffsetSec: offsetSec - saveSec, dst: saveSec !== 0 }
  if (spans[0] !== spans[1]) {
    return { ...reading, kind: "fold", otherUtcSec: wallSec - (zone.offsets[spans[fold === 0 ? 1 : 0]] as number) }
  }
  const beforeNext = utcSec < (zone.starts[span + 1] ?? Infinity)
  return { ...reading, kind: beforeNext ? "unique" : "gap" }
}

/** One zone as flat columns in milliseconds, for engines that look up many rows at once. One entry per span. */
export interface ZoneColumns {
  /** Wall clock ms from which a span answers for fold 0; the first is -Infinity. Search: the last entry ≤ the reading. */
  readonly wallStartMsFold0: Float64Array
  /** The same for fold 1. */
  readonly wallStartMsFold1: Float64Array
  /** UTC = wall − this. */
  readonly offsetMs: Float64Array
  /** The offset without daylight saving. */
  readonly standardOffsetMs: Float64Array
}

/** The columns of a zone; the arrays are the caller's to keep. */
export function zoneColumns(zone: Zone): ZoneColumns {
  const inMs = (seconds: readonly number[]): Float64Array => Float64Array.from(seconds, (value) => value * 1000)
  return {
    wallStartMsFold0: inMs(zone.wallStarts[0]),
    wallStartMsFold1: inMs(zone.wallStarts[1]),
    offsetMs: inMs(zone.offsets),
    standardOffsetMs: inMs(zone.offsets.map((offset, i) => offset - (zone.saves[i] as number))),
  }
}
