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
  const { floats, shorts, words } = instance
  shorts("RUNS", runs.length).set(runs)
  if (places.slices === slices) return
  shorts("SLICE_FIRSTS", slices.firsts.length).set(slices.firsts)
  floats("SLICE_FROM", SLICES).set(slices.fromMs)
  floats("SLICE_TO", SLICES).set(slices.toMs)
  floats("SLICE_BASE", SLICES).set(slices.baseMs)
  floats("SLICE_OFFSET", SLICES).set(slices.offsetMs)
  floats("SLICE_FOLD0", SLICES).set(slices.fold0Ms)
  words("SLICE_PHASE", SLICES).set(slices.phase)
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
    const rows = instance.call("lookBack", asked, plan.apparent ? 1 : 0)
    const count = places.ends[rows - 1] as number
    reserve(list, count)
    list.fromMs.set(places.from.subarray(0, count), list.count)
    list.toMs.set(places.to.subarray(0, count), list.count)
    list.civilMs.set(places.civil.subarray(0, count), list.count)
    list.fold.set(places.fold.subarray(0, count), list.count)
    for (let row = 0; row < rows; row++) firsts[from + row + 1] = list.count + (places.ends[row] as number)
    status.set(places.status.subarray(0, rows), from)
    list.count += count
    from += rows
  }
  return true
}
