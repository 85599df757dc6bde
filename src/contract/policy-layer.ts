import type { Awaitable } from "./cube.ts"
import type { Clock } from "./host.ts"
import type { FilledPolicy, PolicyDecision, PolicyName } from "./policy.ts"
import type { Values } from "./run.ts"
import type { Value } from "./value.ts"

/** One kind of rule around steps; what `createRunner({ policies })` takes. Applies to what documents ask for by its name. */
export interface Policy {
  readonly name: PolicyName
  /** Powers of the host it cannot do without. */
  readonly needs?: readonly "clock"[]
  /** Called once per runner and placed cube that asks for it; what it keeps is shared by the runner's runs. */
  create(place: PolicyPlace): PolicyLayer
}

/** The placed cube a policy is made for. */
export interface PolicyPlace {
  /** Step path. */
  readonly path: string
  /** All settings of the placed cube, defaults filled in; the policy's own are there. */
  readonly data: FilledPolicy
  readonly clock: Clock
  /** What stands in for outputs: the constant of `fallback.value`. */
  readonly value: Values | undefined
}

export interface PolicyLayer {
  /**
   * Answers a call, by `next` (the layers inside, at last the cube) or without it.
   *
   * Whatever it waits for goes through the call's `guard` or `sleep`: these reject at once when nobody wants the answer
   * any more, and then `call.over` is true: let the rejection pass, and give back what was taken.
   */
  answer(call: PolicyCall, next: PolicyNext): Awaitable<Values>
  /** For operators: `runner.policies(path)` gives it out. */
  readonly control?: PolicyControl
}

export type PolicyNext = (call: PolicyCall) => Awaitable<Values>

/** One step of one run on its way through the policies. */
export interface PolicyCall {
  readonly inputs: Values
  /** SHA-256, lower-case hex, of the canonical inputs: tells equal inputs without keeping them. */
  readonly digest: string
  /** SHA-256 of the value `rateLimit.key` refers to; "" without one. */
  readonly key: string
  /** Nobody wants the answer any more: the run is over, or a policy further out has given up. */
  readonly over: boolean
  /** A number in [0, 1), of the run's seed and the step's path. */
  random(): number
  /**
   * Calls on, and hears how it ends: at once where it ends at once, and else before anything further out does. Cheaper than
   * `then` of a promise, as no promise is made for it.
   *
   * @param ok - what to answer with when it goes well; absent: with the same.
   * @param failed - what to answer with instead, or throws.
   */
  attend(
    next: PolicyNext,
    ok: ((values: Values) => Values) | undefined,
    failed: (error: unknown) => Awaitable<Values>,
  ): Awaitable<Values>
  /** What `work` comes to, unless the call is over first: then it rejects at once with the reason. */
  guard<T>(work: Promise<T>): Promise<T>
  sleep(ms: number): Promise<void>
  /** A call inside this one, which can be ended alone; `endsInMs` is told to the cube as its deadline. */
  inner(endsInMs: number): PolicyCall & { end(reason: unknown): void }
  /** Calls the cube of `fallback.use` with the same inputs. */
  substitute(): Awaitable<Values>
  /** Tells record and events what was decided. */
  decide(decision: PolicyDecision): void
}

/** What an operator may do to one policy of one step. */
export interface PolicyControl {
  /** What it is up to, as numbers and words. */
  state(): { readonly [name: string]: Value }
  /** Lets nothing through until `reset`. */
  isolate?(): void
  /** Forgets everything it has learnt, and ends an isolation. */
  reset(): void
}
