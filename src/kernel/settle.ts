import {
  CubeError,
  type RunResult,
  type Settled,
  type StepResult,
  toParam,
  type Value,
  type Values,
} from "cubular/contract"
import { inputs_refused, run_cancelled, run_failed } from "cubular/messages/en"
import { fingerprintOf } from "./fingerprint.ts"
import { valueAt } from "./gather.ts"
import { CANCELLED, type Course, type Ground, OK } from "./ground.ts"
import { outcomeOf } from "./outcome.ts"
import type { PlannedStep } from "./planned.ts"
import { recordOf } from "./record.ts"

/** How a run ended; `error` where not ok. */
export interface Ending {
  readonly result: RunResult
  readonly error: CubeError | undefined
}

/** Everything a run leaves. An output whose source was skipped, or has nothing at the pointer, is absent. */
export function settle(run: Course): Ending {
  const outputs: { [name: string]: Value } = {}
  const { plan } = run.ground.program
  for (const { name, source } of plan.outputs) {
    const value = valueAt(source, run.slots, false, [])
    if (value !== undefined) outputs[name] = value
  }
  const own = { outputs, steps: stepsOf(run), plan: plan.digest }
  const bare: RunResult = plan.emits.length === 0 ? own : { ...own, ...emitsOf(run) }
  if (!run.options) return { result: bare, error: errorOf(run, bare) }
  try {
    const result = { ...bare, ...extrasOf(run, outputs) }
    return { result, error: errorOf(run, result) }
  } catch (error) {
    // Checked values can still be too large to be encoded.
    return { result: bare, error: error as CubeError }
  }
}

export function toSettled({ result, error }: Ending): Settled {
  return error ? { ok: false, error, ...result } : { ok: true, ...result }
}

/** What leaves as messages, of a run that came well to its own end; what was skipped emits nothing. */
function emitsOf({ ground, slots, errors, broken }: Course): Pick<RunResult, "emits"> {
  const { emits } = ground.program.plan
  if (errors || broken) return {}
  const given = emits.map(({ topic, source }) => [topic, valueAt(source, slots, false, [])] as const)
  return { emits: Object.fromEntries(given.filter(([, value]) => value !== undefined)) as { [topic: string]: Value } }
}

function stepsOf(run: Course): RunResult["steps"] {
  const { ground, states } = run
  if (states === undefined || states.every((state) => state === OK)) return allOkOf(ground)
  const steps: { [path: string]: StepResult } = {}
  for (const { index, path } of ground.program.plan.steps) {
    const error = run.errors?.get(index)?.toJSON()
    steps[path] = { outcome: outcomeOf(run, index), ...(error ? { error } : {}) }
  }
  return steps
}

function allOkOf(ground: Ground): RunResult["steps"] {
  if (ground.allOk) return ground.allOk
  const ok: StepResult = Object.freeze({ outcome: "ok" })
  ground.allOk = Object.freeze(Object.fromEntries(ground.program.plan.steps.map(({ path }) => [path, ok])))
  return ground.allOk
}

/** What was asked for besides: only of runs that came to their own end, and a record also of those that were ended. */
function extrasOf(run: Course, outputs: Values): Pick<RunResult, "fingerprint" | "record"> {
  const { options, broken } = run
  const refused = broken !== undefined && broken.error.code === inputs_refused.code
  if (refused || !options || !(options.fingerprint || options.record)) return {}
  const fingerprint = isCancelled(run) ? undefined : fingerprintOf(run, outputs)
  return {
    ...(options.fingerprint && fingerprint !== undefined ? { fingerprint } : {}),
    ...(options.record ? { record: recordOf(run, fingerprint) } : {}),
  }
}

function isCancelled({ broken, states }: Course): boolean {
  return broken !== undefined || (states?.includes(CANCELLED) ?? false)
}

function errorOf(run: Course, result: RunResult): CubeError | undefined {
  if (run.broken) return run.broken.error
  if (!run.errors) return isCancelled(run) ? new CubeError(run_cancelled) : undefined
  const failed = run.ground.program.plan.steps.filter(({ index }) => run.errors?.has(index))
  const first = failed[0] as PlannedStep
  const cause = run.errors.get(first.index) as CubeError
  return new CubeError({
    ...run_failed,
    path: ["cubes", first.path],
    params: { steps: failed.map(({ path }) => path), code: cause.code, problem: toParam(cause) },
    retryable: cause.retryable,
    cause,
    result,
  })
}
