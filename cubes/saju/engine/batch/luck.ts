/** Many births at once: which way their luck runs, and when it begins. */
import { CHOICES, requireChoice, type SajuOptions } from "../options.ts"
import { type BirthColumns, type GivenBirths, planOf, readBirths, yearRulesOf } from "./births.ts"
import { type BatchControl, inChunks, readControl } from "./control.ts"
import { instanceFor } from "./engine.ts"
import { isColumn, requireBytes } from "./fields.ts"
import { createLucks, fillLucks, type LuckPlan, type Lucks } from "./luck-rows.ts"
import { fillLucksIn } from "./luck-wasm.ts"

/** Births in columns, and their sex. Do not change the arrays until the promise is settled. */
export interface LuckBatch extends BirthColumns {
  /** One for all, or by row 0 male, 1 female, anything else unknown; absent = unknown, and no luck. */
  readonly sex?: "male" | "female" | Uint8Array | undefined
  /** As in `SajuOptions`. */
  readonly luckRule?: SajuOptions["luckRule"]
}

const UNKNOWN = 2

/**
 * Direction and beginning of the decades of luck (대운) of many births, the same as `luck` of `chart` one by one. Clock, boundary and
 * beginning of the year are checked but change nothing: luck follows the instant, and the years of ipchun.
 *
 * @throws {CubeError} (as a rejection) for what is wrong with the batch as a whole; paths begin with the name of the field.
 * An aborted `signal` rejects with its reason.
 */
export async function luckBatch(batch: LuckBatch): Promise<Lucks> {
  const { plan, control, given } = readLuckBatch(batch)
  const instance = await instanceFor(given.wasm)
  const out = createLucks(plan.rows)
  await inChunks(plan.rows, control, (from, end) => {
    if (!instance || !fillLucksIn(instance, plan, out, from, end)) fillLucks(plan, out, from, end)
  })
  return out
}

/** A batch that has been read and checked. */
export interface ReadLuck {
  readonly given: GivenBirths<"sex" | "luckRule">
  readonly rows: number
  readonly control: BatchControl
  readonly plan: LuckPlan
}

/** @throws {CubeError} as `luckBatch`. */
export function readLuckBatch(batch: unknown): ReadLuck {
  const given = readBirths(batch, ["sex", "luckRule"])
  yearRulesOf(given)
  const births = planOf(given, "ipchun")
  const plan: LuckPlan = {
    ...births,
    sexes: sexesOf(given.sex, births.rows),
    rule: requireChoice(given.luckRule, CHOICES.luckRule, ["luckRule"]),
  }
  return { given, rows: plan.rows, control: readControl(given), plan }
}

function sexesOf(sex: unknown, rows: number): number | Uint8Array {
  if (isColumn(sex)) return requireBytes(sex, rows, "sex", '"male", "female" or a Uint8Array')
  const choice = requireChoice(sex, [null, "male", "female"], ["sex"])
  return choice === null ? UNKNOWN : choice === "male" ? 0 : 1
}
