/** What each of the four clocks shows at the instant of a birth. */
import type { BirthNumbers } from "./birth.ts"
import { equationOfTimeSec } from "./equation-of-time.ts"
import type { Clock } from "./options.ts"
import { type IndexedZone, spanOf } from "./zone-index.ts"

/** Longitude assumed where a Korean birth gives none: the flat half hour of Korean practice. */
const KOREA_DEG = 127.5
const MS_PER_DEGREE = 240_000

/** The instant of a birth, or of noon on its day when the hour is unknown. All in whole ms. */
export interface Moment {
  readonly wallMs: number
  readonly utcMs: number
  /** Wall clock minus UTC. */
  readonly offsetMs: number
  /** Span of the zone's history that the wall clock was read with. */
  readonly span: number
}

/** The instant of a wall clock reading. */
export function momentOf({ zone, fold }: BirthNumbers, wallMs: number): Moment {
  return momentIn(zone, wallMs, spanOf(zone, wallMs, fold))
}

/** The instant of a wall clock reading, read with the offset of a span. */
export function momentIn({ offsetMs }: IndexedZone, wallMs: number, span: number): Moment {
  const offset = offsetMs[span] as number
  return { wallMs, utcMs: wallMs - offset, offsetMs: offset, span }
}

/** The longitude to reckon with where one may or may not be given, or null when there is none. */
export function longitudeIn({ korean }: IndexedZone, longitudeDeg: number | null): number | null {
  return longitudeDeg === null && korean ? KOREA_DEG : longitudeDeg
}

/** The clock that can be had: without a longitude there is no solar time, and the legal clock takes its place. */
export function clockOf(asked: Clock, longitudeDeg: number | null): Clock {
  return longitudeDeg === null && (asked === "mean" || asked === "apparent") ? "standard" : asked
}

/** Mean solar time minus UTC in whole ms. */
export function meanShiftMs(longitudeDeg: number): number {
  return Math.floor(longitudeDeg * MS_PER_DEGREE + 0.5)
}

/** What a clock shows, as if it were UTC epoch ms, whole. Mean and apparent time need the longitude. */
export function clockMs(clock: Clock, moment: Moment, birth: BirthNumbers, longitudeDeg: number | null): number {
  if (clock === "wall") return moment.wallMs
  if (clock === "standard") return moment.utcMs + (birth.zone.standardMs[moment.span] as number)
  const meanMs = moment.utcMs + meanShiftMs(longitudeDeg ?? 0)
  return clock === "mean" ? meanMs : meanMs + equationMs(moment.utcMs)
}

/** Apparent minus mean solar time in whole ms. */
export function equationMs(utcMs: number): number {
  return Math.floor(equationOfTimeSec(utcMs) * 1000 + 0.5)
}
