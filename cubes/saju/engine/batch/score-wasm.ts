/** Element counts and strength in WebAssembly, a fixed number of rows at a time. */
import type { Scores } from "./score-rows.ts"
import { strengthLanes } from "./strength-lanes.ts"
import { strengthWords } from "./strength-words.ts"
import type { BatchInstance } from "./wasm.ts"

interface Places {
  readonly rows: number
  readonly pillars: Uint8Array
  readonly elements: Uint8Array
  readonly shares: Uint16Array
  readonly status: Uint8Array
}

const placesByInstance = /* @__PURE__ */ new WeakMap<BatchInstance, Places>()

/** Views of an instance's memory, its tables written. */
function placesOf(instance: BatchInstance): Places {
  let places = placesByInstance.get(instance)
  if (!places) {
    const { bytes, shorts, words, rows } = instance
    const { plain, seasonal, counts, points } = strengthWords()
    words("PLAIN", plain.length).set(plain)
    words("SEASONAL", seasonal.length).set(seasonal)
    words("COUNTS", counts.length).set(counts)
    shorts("POINTS", points.length).set(points)
    const lanes = strengthLanes()
    bytes("STRENGTH_LANES", lanes.length).set(lanes)
    places = {
      rows,
      pillars: bytes("PILLARS", rows * 4),
      elements: bytes("ELEMENTS", rows * 5),
      shares: shorts("SHARES", rows * 4),
      status: bytes("STATUS", rows),
    }
    placesByInstance.set(instance, places)
  }
  return places
}

/** Rows `first` to before `end`. */
export function fillScoresIn(
  instance: BatchInstance,
  pillars: Uint8Array,
  turn: 0 | 30,
  out: Scores,
  first: number,
  end: number,
): void {
  const places = placesOf(instance)
  const elements = Object.values(out.elements) as readonly Uint8Array[]
  const { fourTests, points, hiddenStems, roots } = out.strength
  const shares = [fourTests, points, hiddenStems, roots]
  for (let from = first; from < end; from += places.rows) {
    const rows = Math.min(places.rows, end - from)
    places.pillars.set(pillars.subarray(from * 4, (from + rows) * 4))
    instance.call("scores", rows, turn)
    elements.forEach((column, at) => {
      column.set(places.elements.subarray(at * places.rows, at * places.rows + rows), from)
    })
    shares.forEach((column, at) => {
      column.set(places.shares.subarray(at * places.rows, at * places.rows + rows), from)
    })
    out.status.set(places.status.subarray(0, rows), from)
  }
}
