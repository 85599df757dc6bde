import type { PolicyControl, PolicyName } from "cubular/contract"
import { exposeTallies, type Tally } from "./exposition.ts"
import { Family } from "./family.ts"

/** A runner whose policies are looked at when metrics are asked for; a `Runner` of the kernel is one. */
export interface Watched {
  readonly composition: string
  readonly runner: {
    readonly plan: { readonly steps: readonly { readonly path: string; readonly policy?: object | undefined }[] }
    policies(path: string): { readonly [name in PolicyName]?: PolicyControl }
  }
}

const STATES = ["closed", "open", "halfOpen", "isolated"] as const

const gauge = (name: string, help: string, labels: readonly string[], most: number): Family<Tally> =>
  new Family({ name, help, type: "gauge", labels, open: 2, empty: () => ({ value: 0 }) }, most)

/** What breakers and queues of these runners are up to now. Two runners of one step are added up. */
export function exposeStates(watched: Iterable<Watched>, most: number): string {
  const at = ["composition", "step"]
  const breaker = gauge("cubular_breaker_state", "1 for the state a circuit breaker is in.", [...at, "state"], most)
  const working = gauge("cubular_bulkhead_working", "Attempts at work within a bulkhead.", at, most)
  const waiting = gauge("cubular_bulkhead_waiting", "Attempts in a bulkhead's queue.", at, most)
  const entries = gauge("cubular_cache_entries", "Answers a cache keeps.", at, most)
  for (const { composition, runner } of watched)
    for (const { path, policy } of runner.plan.steps) {
      if (policy === undefined) continue
      const controls = runner.policies(path)
      const now = stateOf(controls.breaker).state
      for (const state of STATES) {
        if (typeof now === "string") breaker.of([composition, path, state]).value += state === now ? 1 : 0
      }
      const bulkhead = stateOf(controls.bulkhead)
      add(working, [composition, path], bulkhead.working)
      add(waiting, [composition, path], bulkhead.waiting)
      add(entries, [composition, path], stateOf(controls.cache).entries)
    }
  return [breaker, working, waiting, entries].map(exposeTallies).join("")
}

function add(family: Family<Tally>, labels: readonly string[], amount: unknown): void {
  if (typeof amount === "number" && Number.isFinite(amount)) family.of(labels).value += amount
}

/** A policy of one's own may fail to say; the rest of the metrics are told nevertheless. */
function stateOf(control: PolicyControl | undefined): { readonly [name: string]: unknown } {
  try {
    return control?.state() ?? {}
  } catch {
    return {}
  }
}
