/** Scores of one person with many in WebAssembly, a fixed number of rows at a time. */
import type { Matches } from "./match-rows.ts"
import type { MatchPlan } from "./match-words.ts"
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

/** As in assembly/matches.ts: the heaviest weights that sixteen rows at once can be added up with. */
const LIGHT = 655

function writeTables({ simd, bytes, words }: BatchInstance, plan: MatchPlan): void {
  if (simd && plan.weightSum <= LIGHT) {
    const lanes = plan.lanes()
    bytes("MATCH_LANES", lanes.length).set(lanes)
    return
  }
  const tables = plan.words()
  words("MATCH_SUMS", 240).set(tables.sums)
  words("MATCH_MARKS", 240).set(tables.marks)
  words("MATCH_ELEMENTS", 192).set(tables.elements)
  words("MATCH_USEFUL", 9).set(tables.useful)
  words("MATCH_STARS", 256).set(tables.stars)
}

/** Rows `first` to before `end`. */
export function fillMatchesIn(
  instance: BatchInstance,
  pillars: Uint8Array,
  useful: Uint8Array | undefined,
  plan: MatchPlan,
  out: Matches,
  first: number,
  end: number,
): void {
  const places = placesOf(instance)
  writeTables(instance, plan)
  for (let from = first; from < end; from += places.rows) {
    const rows = Math.min(places.rows, end - from)
    places.pillars.set(pillars.subarray(from * 4, (from + rows) * 4))
    if (useful) places.extra.set(useful.subarray(from, from + rows))
    instance.call("matches", rows, useful ? 1 : 0, ...plan.weights, plan.weightSum)
    out.scores.set(places.scores.subarray(0, rows), from)
    out.status.set(places.status.subarray(0, rows), from)
  }
}
