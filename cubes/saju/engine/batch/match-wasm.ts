/** Scores of one person with many in WebAssembly, a fixed number of rows at a time. */
import type { Matches } from "./match-rows.ts"
import type { MatchWords } from "./match-words.ts"
import type { BatchInstance } from "./wasm.ts"

interface Places {
  readonly rows: number
  readonly pillars: Uint8Array
  readonly extra: Uint8Array
  readonly scores: Uint16Array
  readonly status: Uint8Array
}

const placesByInstance = /* @__PURE__ */ new WeakMap<BatchInstance, Places>()

function placesOf(instance: BatchInstance): Places {
  let places = placesByInstance.get(instance)
  if (!places) {
    const { bytes, shorts, rows } = instance
    places = {
      rows,
      pillars: bytes("PILLARS", rows * 4),
      extra: bytes("EXTRA", rows),
      scores: shorts("SHARES", rows),
      status: bytes("STATUS", rows),
    }
    placesByInstance.set(instance, places)
  }
  return places
}

function writeTables({ bytes, words }: BatchInstance, tables: MatchWords): void {
  words("MATCH_SUMS", 240).set(tables.sums)
  words("MATCH_MARKS", 240).set(tables.marks)
  words("MATCH_ELEMENTS", 192).set(tables.elements)
  words("MATCH_USEFUL", 9).set(tables.useful)
  words("MATCH_STARS", 256).set(tables.stars)
  bytes("MATCH_LANES", tables.lanes.length).set(tables.lanes)
}

/** Rows `first` to before `end`. */
export function fillMatchesIn(
  instance: BatchInstance,
  pillars: Uint8Array,
  useful: Uint8Array | undefined,
  tables: MatchWords,
  out: Matches,
  first: number,
  end: number,
): void {
  const places = placesOf(instance)
  writeTables(instance, tables)
  for (let from = first; from < end; from += places.rows) {
    const rows = Math.min(places.rows, end - from)
    places.pillars.set(pillars.subarray(from * 4, (from + rows) * 4))
    if (useful) places.extra.set(useful.subarray(from, from + rows))
    instance.call("matches", rows, useful ? 1 : 0, ...tables.weights, tables.weightSum)
    out.scores.set(places.scores.subarray(0, rows), from)
    out.status.set(places.status.subarray(0, rows), from)
  }
}
