import type { Value, Values } from "cubular/contract"
import { canonical } from "./canonical.ts"
import { sha256Hex } from "./digest.ts"
import type { Course } from "./ground.ts"
import { outcomeOf } from "./outcome.ts"

/**
 * SHA-256, lower-case hex, of "cubular-run-1" and the canonical JSON of a run's inputs, outcomes of steps ("ok",
 * "skipped" or an error code) and outputs. Times, hosts, the plan and values in between are not part of it.
 */
export function fingerprintOf(run: Course, outputs: Values): string {
  const steps: { [path: string]: string } = {}
  for (const { index, path } of run.ground.program.plan.steps)
    steps[path] = run.errors?.get(index)?.code ?? outcomeOf(run, index)
  return sha256Hex(`cubular-run-1${canonical({ inputs: inputsOf(run), steps, outputs: outputs as Value })}`)
}

/** The inputs a run was given. */
export function inputsOf({ ground, slots }: Course): { readonly [name: string]: Value | undefined } {
  const inputs: { [name: string]: Value | undefined } = {}
  ground.program.plan.inputs.forEach(({ name }, slot) => {
    if (slots[slot] !== undefined) inputs[name] = slots[slot]
  })
  return inputs
}
