import {
  type Awaitable,
  type Clock,
  type Host,
  POLICY_NAMES,
  type Policy,
  type PolicyCall,
  type PolicyControl,
  type PolicyName,
  type PolicyNext,
  policyKey,
  type Values,
} from "cubular/contract"
import type { PlannedStep } from "./planned.ts"

/** Policies by their names. */
export type Policies = ReadonlyMap<PolicyName, Policy>

/** The policies around one step, outermost first, made once for all runs of a runner. */
export interface Layers {
  /** Goes through all of them to the cube, as far as they let it. */
  readonly enter: PolicyNext
  readonly controls: { readonly [name in PolicyName]?: PolicyControl }
}

/** Those that can be applied: what is handed in may as well be names alone, as `plan` takes them. */
export function toPolicies(given: Iterable<{ readonly name: string }> | undefined): Policies {
  const policies = new Map<PolicyName, Policy>()
  for (const policy of given ?? [])
    if (typeof (policy as Partial<Policy>)?.create === "function")
      policies.set((policy as Policy).name, policy as Policy)
  return policies
}

/** Behind all policies: the cube. */
const inmost: PolicyNext = (call) => (call as PolicyCall & { attempt(): Awaitable<Values> }).attempt()

/** @returns undefined where the step asks for none, or where none are handed in: a replay follows what was decided. */
export function layersOf(step: PlannedStep, policies: Policies, host: Host): Layers | undefined {
  const { path, policy } = step
  if (!policy || policies.size === 0) return undefined
  const { data, value } = policy
  const controls: { [name in PolicyName]?: PolicyControl } = {}
  let enter = inmost
  for (const name of POLICY_NAMES.toReversed()) {
    const own = data[policyKey(name)] === undefined ? undefined : policies.get(name)
    if (!own) continue
    // The plan has made sure that the host has one where a policy waits.
    const layer = own.create({ path, data, value, clock: host.clock as Clock })
    const next = enter
    enter = (call) => layer.answer(call, next)
    if (layer.control) controls[name] = layer.control
  }
  return { enter, controls: Object.freeze(controls) }
}
