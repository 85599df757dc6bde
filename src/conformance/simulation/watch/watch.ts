import type { Awaitable, FilledPolicy, Policy, Values } from "cubular"
import type { PolicyCall, PolicyNext } from "cubular/contract"
import type { Trace } from "../trace.ts"

/** Where a watch stands: around one policy of one placed cube. */
export interface Post {
  readonly path: string
  readonly data: FilledPolicy
  readonly trace: Trace
  /** Ms that never go back. */
  readonly now: () => number
}

/** Goes through the real policy, and compares what it does with a model of what it should do. */
export type Watch = (call: PolicyCall, next: PolicyNext, real: PolicyAnswer) => Awaitable<Values>
type PolicyAnswer = (call: PolicyCall, next: PolicyNext) => Awaitable<Values>

/** A policy with somebody who looks on. */
export function watched(policy: Policy, trace: Trace, post: (post: Post) => Watch): Policy {
  return {
    ...policy,
    create(place) {
      const layer = policy.create(place)
      const watch = post({ path: place.path, data: place.data, trace, now: () => place.clock.monotonic() })
      const real: PolicyAnswer = (call, next) => layer.answer(call, next)
      return { ...(layer.control ? { control: layer.control } : {}), answer: (call, next) => watch(call, next, real) }
    },
  }
}
