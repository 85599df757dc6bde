/** When luck begins, in WebAssembly, a fixed number of rows at a time. */
import { CHOICES } from "../options.ts"
import type { LuckPlan, Lucks } from "./luck-rows.ts"
import type { BatchInstance } from "./wasm.ts"

interface Places {
  readonly sexes: Uint8Array
  readonly days: Float64Array
  readonly ages: Uint8Array
  readonly exact: Uint16Array
  readonly ways: Uint8Array
  readonly firsts: Uint8Array
  readonly status: Uint8Array
}

const placesByInstance = /* @__PURE__ */ new WeakMap<BatchInstance, Places>()

function placesOf(instance: BatchInstance): Places {
  let places = placesByInstance.get(instance)
  if (!places) {
    const { bytes, shorts, floats, rows } = instance
    places = {
      sexes: bytes("EXTRA", rows),
      days: floats("LUCK_DAYS", rows),
      ages: bytes("LUCK_AGES", rows),
      exact: shorts("LUCK_EXACT", rows),
      ways: bytes("LUCK_WAYS", rows),
      firsts: bytes("LUCK_FIRSTS", rows),
      status: bytes("STATUS", rows),
    }
    placesByInstance.set(instance, places)
  }
  return places
}

const BY_ROW = 3

/** Rows `first` to before `end`; false when the batch does not fit, and nothing is written then. */
export function fillLucksIn(instance: BatchInstance, plan: LuckPlan, out: Lucks, first: number, end: number): boolean {
  const places = placesOf(instance)
  const { sexes, edges } = plan
  const rule = CHOICES.luckRule.indexOf(plan.rule)
  if (!instance.writeTables(plan)) return false
  for (let from = first; from < end; from += instance.rows) {
    const rows = Math.min(instance.rows, end - from)
    if (typeof sexes !== "number") places.sexes.set(sexes.subarray(from, from + rows))
    instance.prepare(plan, from, rows)
    instance.call("luck", rows, edges.originMs, edges.stepsPerMs, typeof sexes === "number" ? sexes : BY_ROW, rule)
    out.daysToTerm.set(places.days.subarray(0, rows), from)
    out.startAge.set(places.ages.subarray(0, rows), from)
    out.startDays.set(places.exact.subarray(0, rows), from)
    out.direction.set(places.ways.subarray(0, rows), from)
    out.firstDecade.set(places.firsts.subarray(0, rows), from)
    out.status.set(places.status.subarray(0, rows), from)
  }
  return true
}
