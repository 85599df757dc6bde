import { encodeJson, type RunRecord, type StepRecord, type Value, type Values } from "cubular/contract"
import { inputsOf } from "./fingerprint.ts"
import type { Course } from "./ground.ts"
import { outcomeOf } from "./outcome.ts"
import type { PlannedStep } from "./planned.ts"
import type { Tap } from "./tap.ts"

type Kept = Pick<Course, "taps" | "calls">
const NOTHING: Kept = /* @__PURE__ */ Object.freeze({ taps: undefined, calls: undefined })

/**
 * Enough to execute a run again, anywhere. Steps stand in plan order, each followed by the calls it made, in the order
 * of their asking; a call's path is "reading>text/upper#0".
 */
export function recordOf(run: Course, fingerprint: string | undefined): RunRecord {
  const { plan } = run.ground.program
  const compositions = plan.compositions as unknown as { readonly [key: string]: Value }
  return {
    format: 1,
    document: plan.document as unknown as Value,
    ...(Object.keys(compositions).length > 0 ? { compositions } : {}),
    plan: plan.digest,
    seed: run.seed,
    inputs: encodeJson(inputsOf(run)) as Value,
    steps: plan.steps.flatMap((step) => {
      const passed = run.passages?.get(step.index)
      const kept = passed ? (passed.decisive ?? NOTHING) : run
      const policy = passed && { policy: passed.record }
      return [{ ...stepOf(run, step), ...hostOf(kept.taps?.get(step.path)), ...policy }, ...callsOf(kept, step.path)]
    }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
}

function stepOf(run: Course, { index, path, outputs, firstSlot }: PlannedStep): StepRecord {
  const outcome = outcomeOf(run, index)
  const code = run.errors?.get(index)?.code
  const values: { [port: string]: Value | undefined } = {}
  outputs.forEach((port, at) => {
    values[port] = run.slots[firstSlot + at]
  })
  return {
    path,
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(outcome === "ok" ? { outputs: encodeOutputs(values) } : {}),
  }
}

function callsOf({ calls, taps }: Kept, path: string): StepRecord[] {
  const own = [...(calls?.values() ?? [])].filter((call) => call.path.startsWith(`${path}>`))
  return own.map((call) => ({ ...call, ...hostOf(taps?.get(call.path)) })).sort(byNumbers)
}

/** "a>x#2" before "a>x#10". */
function byNumbers(a: StepRecord, b: StepRecord): number {
  const [left, right] = [numbersOf(a.path), numbersOf(b.path)]
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return (left[i] as number) - (right[i] ?? -1)
  return left.length - right.length
}

function numbersOf(path: string): readonly number[] {
  return [...path.matchAll(/#(\d+)/g)].map((match) => Number(match[1]))
}

export function encodeOutputs(outputs: Values): Value {
  return encodeJson(outputs as Value) as Value
}

function hostOf(tap: Tap | undefined): Pick<StepRecord, "host"> {
  return tap && tap.taken.length > 0 ? { host: tap.taken.map((entry) => ({ ...entry })) } : {}
}
