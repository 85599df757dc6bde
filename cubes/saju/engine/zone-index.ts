/** Zones prepared for fast look-ups: which span of a zone's history a wall clock reading falls into, without a search. */
import { resolveZone, type Zone, zoneColumns } from "./zone.ts"

/** 1899-01-01: wall clock ms from which readings are looked up, to the end of 2101. */
const FROM_MS = -2_240_524_800_000
const BUCKET_MS = 8_589_934_592 // 2^33, about 99 days: a power of two, so that dividing by it is exact
const BUCKETS = 746

/** A zone in ms, and for each 99 days of wall clock the span to begin looking from. One entry per span, see `Zone`. */
export interface IndexedZone {
  readonly zone: Zone
  /** By fold: wall clock ms from which each span answers; one more entry, Infinity, ends them. */
  readonly starts: readonly [Float64Array, Float64Array]
  /** By fold: span that answers at the beginning of each bucket. */
  readonly buckets: readonly [Uint16Array, Uint16Array]
  /** UTC = wall − this. */
  readonly offsetMs: Float64Array
  /** The offset without daylight saving. */
  readonly standardMs: Float64Array
  /** Whether a longitude that is not given may be taken as 127.5° east. */
  readonly korean: boolean
}

/** How the buckets lie, for engines that look up by themselves. */
export const zoneBuckets: { readonly fromMs: number; readonly bucketMs: number; readonly count: number } = {
  fromMs: FROM_MS,
  bucketMs: BUCKET_MS,
  count: BUCKETS,
}

/** Enough for every zone of the database; a caller who invents offsets only makes the cache start over. */
const MAX_CACHED = 700
let lastName: string | undefined
let lastZone: IndexedZone | undefined
let cache: Map<string, IndexedZone> | undefined

/**
 * The zone of a name or fixed offset, prepared once.
 *
 * @throws {CubeError} as `resolveZone`.
 */
export function zoneOf(name: unknown, path: readonly (string | number)[]): IndexedZone {
  if (lastZone && name === lastName) return lastZone
  cache ??= new Map()
  let found = cache.get(name as string)
  if (!found) {
    found = indexZone(resolveZone(name, path))
    if (cache.size >= MAX_CACHED) cache.clear()
    cache.set(name as string, found)
  }
  lastName = name as string
  lastZone = found
  return found
}

function indexZone(zone: Zone): IndexedZone {
  const { wallStartMsFold0, wallStartMsFold1, offsetMs, standardOffsetMs } = zoneColumns(zone)
  const starts = [ended(wallStartMsFold0), ended(wallStartMsFold1)] as const
  return {
    zone,
    starts,
    buckets: [bucketsOf(starts[0]), bucketsOf(starts[1])],
    offsetMs,
    standardMs: standardOffsetMs,
    korean: zone.name === "Asia/Seoul" || zone.name === "Asia/Pyongyang",
  }
}

const ended = (starts: Float64Array): Float64Array => Float64Array.of(...starts, Number.POSITIVE_INFINITY)

/** Filled span by span: a bucket answers with the last span that has begun where the bucket begins. */
function bucketsOf(starts: Float64Array): Uint16Array {
  const buckets = new Uint16Array(BUCKETS)
  for (let span = 1; span < starts.length - 1; span++) {
    const first = Math.ceil(((starts[span] as number) - FROM_MS) / BUCKET_MS)
    buckets.fill(span, Math.max(0, first))
  }
  return buckets
}

function spanFrom(starts: Float64Array, from: number, wallMs: number): number {
  let span = from
  while ((starts[span + 1] as number) <= wallMs) span++
  return span
}

/** Index of the span that answers for a wall clock reading. Outside 1899–2101 there are no buckets: all spans are walked. */
export function spanOf(zone: IndexedZone, wallMs: number, fold: 0 | 1): number {
  const bucket = Math.floor((wallMs - FROM_MS) / BUCKET_MS)
  return spanFrom(zone.starts[fold], zone.buckets[fold][bucket] ?? 0, wallMs)
}
