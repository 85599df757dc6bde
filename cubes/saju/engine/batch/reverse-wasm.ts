/** From pillars back to instants in WebAssembly, a fixed number of rows at a time. */
import { type ReverseOut, reserve } from "./intervals.ts"
import type { ReversePlan } from "./reverse-rows.ts"
import type { Slices } from "./slices.ts"
import type { BatchInstance } from "./wasm.ts"

interface Places {
  readonly pillars: Uint8Array
  readonly from: Float64Array
  readonly to: Float64Array
  readonly civil: Float64Array
  readonly fold: Uint8Array
  readonly ends: Uint32Array
  readonly status: Uint8Array
  /** Whose slices lie in the memory now. */
  slices: Slices | undefined
}

/** As in assembly/layout.ts. */
const SLICES = 6144
const FOUND = 32_768
/** Numbers of a pair. */
const PAIR = 12

const placesByInstance = /* @__PURE__ */ new WeakMap<BatchInstance, Places>()

function placesOf(instance: BatchInstance): Places {
  let places = placesByInstance.get(instance)
  if (!places) {
    const { bytes, floats, words, rows } = instance
    places = {
      pillars: bytes("PILLARS", rows * 4),
      from: floats("FOUND_FROM", FOUND),
      to: floats("FOUND_TO", FOUND),
      civil: floats("FOUND_CIVIL", FOUND),
      fold: bytes("FOUND_FOLD", FOUND),
      ends: words("FOUND_ENDS", rows),
      status: bytes("STATUS", rows),
      slices: undefined,
    }
    placesByInstance.set(instance, places)
  }
  return places
}

function writeTables(instance: BatchInstance, { slices, runs }: ReversePlan, places: Places): void {
  const { floats, shorts } = instance
  shorts("RUNS", runs.length).set(runs)
  if (places.slices === slices) return
  shorts("SLICE_FIRSTS", slices.firsts.length).set(slices.firsts)
  const pairs = floats("SLICE_PAIRS", SLICES * 6)
  const phases = new Int32Array(pairs.buffer, pairs.byteOffset, pairs.length * 2)
  const columns = [slices.baseMs, slices.fromMs, slices.toMs, slices.offsetMs, slices.fold0Ms]
  for (let at = 0; at < slices.count; at++) {
    const first = (at >> 1) * PAIR
    columns.forEach((column, place) => {
      pairs[first + 2 * place + (at & 1)] = column[at] as number
    })
    phases[(first + 2 * columns.length) * 2 + (at & 1)] = slices.phase[at] as number
  }
  places.slices = slices
}

/** Rows `first` to before `end`; false when the years do not fit, and nothing is written then. */
export function lookBackIn(
  instance: BatchInstance,
  pillars: Uint8Array,
  plan: ReversePlan,
  { list, firsts, status }: ReverseOut,
  first: number,
  end: number,
): boolean {
  if (!plan.near || plan.slices.count >= SLICES) return false
  const places = placesOf(instance)
  writeTables(instance, plan, places)
  for (let from = first; from < end; ) {
    const asked = Math.min(instance.rows, end - from)
    places.pillars.set(pillars.subarray(from * 4, (from + asked) * 4))
    const rows = instance.call("lookBack", asked, list.count, plan.apparent ? 1 : 0)
    const count = (places.ends[rows - 1] as number) - list.count
    reserve(list, count)
    list.fromMs.set(places.from.subarray(0, count), list.count)
    list.toMs.set(places.to.subarray(0, count), list.count)
    list.civilMs.set(places.civil.subarray(0, count), list.count)
    list.fold.set(places.fold.subarray(0, count), list.count)
    firsts.set(places.ends.subarray(0, rows), from + 1)
    status.set(places.status.subarray(0, rows), from)
    list.count += count
    from += rows
  }
  return true
}
