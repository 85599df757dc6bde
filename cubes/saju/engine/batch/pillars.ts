/** Many births at once: their four pillars as bytes. */
import type { LunarCalendar } from "../calendar/months.ts"
import { type BirthColumns, type GivenBirths, planOf, readBirths, yearRulesOf } from "./births.ts"
import { type BatchControl, inChunks, readControl } from "./control.ts"
import { instanceFor } from "./engine.ts"
import { fillLunarYears } from "./lunar-years.ts"
import { fillRows } from "./pillar-rows.ts"
import type { BatchPlan } from "./plan.ts"
import { type BatchEngine, ownEngine } from "./wasm-module.ts"

/** Births in columns. Do not change the arrays until the promise is settled. */
export interface PillarsBatch extends BirthColumns {}

/**
 * The four pillars of many births: row after row year, month, day and hour index 0–59, the same as `pillars` gives one by
 * one. A row that cannot be computed (NaN, outside 1900–2100, longitude beyond ±180, fold neither 0 nor 1) is 255 four times.
 *
 * @returns 4 × n bytes, yours to keep.
 * @remarks Loads its own WebAssembly once, with SIMD where there is; where it cannot be had, TypeScript gives the same
 * bytes. Memory beside the result does not grow with n.
 * @throws {CubeError} (as a rejection) for what is wrong with the batch as a whole; paths begin with the name of the field.
 * An aborted `signal` rejects with its reason.
 */
export async function pillarsBatch(batch: PillarsBatch): Promise<Uint8Array> {
  const { plan, control, given, yearBoundary, lunarCalendar } = readPillarsBatch(batch)
  const instance = await instanceFor(given.wasm)
  const out = new Uint8Array(4 * plan.rows)
  await inChunks(plan.rows, control, (from, to) => {
    if (!instance?.fillPillars(plan, out, from, to)) fillRows(plan, out, from, to)
  })
  if (yearBoundary === "lunarNewYear") fillLunarYears(plan, lunarCalendar, out)
  return out
}

/** A batch that has been read and checked. */
export interface ReadPillars {
  readonly given: GivenBirths
  readonly rows: number
  readonly control: BatchControl
  readonly plan: BatchPlan
  readonly yearBoundary: "ipchun" | "dongji" | "lunarNewYear"
  readonly lunarCalendar: LunarCalendar
}

/** @throws {CubeError} as `pillarsBatch`. */
export function readPillarsBatch(batch: unknown): ReadPillars {
  const given = readBirths(batch)
  const rules = yearRulesOf(given)
  const plan = planOf(given, rules.yearBoundary === "dongji" ? "dongji" : "ipchun")
  return { given, rows: plan.rows, control: readControl(given), plan, ...rules }
}

/** Loads what batches compute with, if it is not loaded yet, and says which engine that is. */
export async function batchEngine(): Promise<BatchEngine> {
  return (await ownEngine()).name
}
