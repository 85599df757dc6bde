/** Many pillars at once, back to the instants at which they hold. */
import { type BatchControl, inChunks, readControl } from "./control.ts"
import { instanceFor } from "./engine.ts"
import { columnsOf, createIntervalList, type Intervals, push, type ReverseOut } from "./intervals.ts"
import { type PillarColumns, type ReadColumns, readPillars } from "./pillar-columns.ts"
import { lookBack, type ReversePlan } from "./reverse-rows.ts"
import { REVERSE_FIELDS, type ReverseRules, reversePlanOf } from "./reverse-rules.ts"
import { lookBackIn } from "./reverse-wasm.ts"

/** Pillars in columns; an hour of 255 means any. Do not change the array until the promise is settled. */
export interface ReverseBatch extends PillarColumns, ReverseRules, BatchControl {
  /** As in `PillarsBatch`. */
  readonly wasm?: WebAssembly.Module | null | undefined
}

/**
 * All stretches of time in a range of years in which the pillars of each row hold, the same as `reverseLookup` gives one by one. A
 * row with a number that is no ganji has status 1 and no interval.
 *
 * @throws {CubeError} (as a rejection) as `reverseLookup` for the rules, and for what is wrong with the batch as a whole; paths
 * begin with the name of the field. An aborted `signal` rejects with its reason.
 */
export async function reverseLookupBatch(batch: ReverseBatch): Promise<Intervals> {
  const { pillars, rows, plan, control, given } = readReverseBatch(batch)
  const instance = await instanceFor(given.wasm)
  const out = { list: createIntervalList(rows), firsts: new Uint32Array(rows + 1), status: new Uint8Array(rows) }
  await inChunks(rows, control, (from, end) => {
    if (!instance || !lookBackIn(instance, pillars, plan, out, from, end)) lookBackRows(pillars, plan, out, from, end)
  })
  return { firsts: out.firsts, ...columnsOf(out.list), status: out.status }
}

const MORE = ["wasm", "signal", "onProgress"] as const

/** A batch that has been read and checked. */
export interface ReadReverse extends ReadColumns<(typeof REVERSE_FIELDS | typeof MORE)[number]> {
  readonly control: BatchControl
  readonly plan: ReversePlan
}

/** @throws {CubeError} as `reverseLookupBatch`. */
export function readReverseBatch(batch: unknown): ReadReverse {
  const read = readPillars(batch, [...REVERSE_FIELDS, ...MORE])
  return { ...read, plan: reversePlanOf(read.given, []), control: readControl(read.given) }
}

function lookBackRows(pillars: Uint8Array, plan: ReversePlan, out: ReverseOut, from: number, end: number): void {
  const { list, firsts, status } = out
  const found = (fromMs: number, toMs: number, slice: number): void => push(list, fromMs, toMs, slice, plan)
  for (let row = from; row < end; row++) {
    const at = row * 4
    const [year, month] = [pillars[at] as number, pillars[at + 1] as number]
    const looked = lookBack(plan, year, month, pillars[at + 2] as number, pillars[at + 3] as number, found)
    if (!looked) status[row] = 1
    firsts[row + 1] = list.count
  }
}
