import {
  type AnyCube,
  type Awaitable,
  type Clock,
  type CompositionDocument,
  CubeError,
  createRunner,
  defineCube,
  type PolicyCall,
  type PolicyData,
  type PolicyDecision,
  type PolicyNext,
  type Runner,
  type RunnerOptions,
  type Step,
  type Values,
} from "cubular"
import { createHost, type MemoryHost, type MemoryHostOptions } from "cubular/host/memory"
import { policies } from "cubular/policies"
import * as z from "zod"

/** What a service cube is told to do with one call. */
export type Deed = (inputs: { readonly n: number }, step: Step) => Values | Promise<Values>

export interface Service {
  readonly cube: AnyCube
  /** The steps that called it, one per attempt. */
  readonly calls: Step[]
}

/** A cube whose nth call does the nth deed; the last one is done again and again. */
export function service(deeds: readonly Deed[], more: Partial<AnyCube> = {}): Service {
  const calls: Step[] = []
  const cube = defineCube({
    id: "t/service",
    version: "1.0.0",
    color: "network",
    effect: "read",
    needs: ["clock", "random", "ids"],
    title: { en: "Service", ko: "서비스" },
    inputs: { n: z.number() },
    outputs: { n: z.number() },
    create: () => ({
      process(inputs, step) {
        calls.push(step)
        return (deeds[Math.min(calls.length, deeds.length) - 1] as Deed)(inputs, step) as { n: number }
      },
    }),
  })
  return { cube: { ...cube, ...more } as AnyCube, calls }
}

export const gives: Deed = ({ n }) => ({ n })
export const givesLater: Deed = async ({ n }) => ({ n })
/** Answers after so many ms. */
export const takes =
  (ms: number): Deed =>
  async ({ n }, step) => {
    await step.clock.sleep(ms)
    return { n }
  }

export const fails = (code: string, retryable = true): Deed => {
  return () => {
    throw failure(code, retryable)
  }
}

export const failsLater = (code: string, retryable = true): Deed => {
  return async () => {
    throw failure(code, retryable)
  }
}

export function failure(code: string, retryable = true): CubeError {
  return new CubeError({ code, message: code, hint: "", retryable })
}

export function documentOf(policy: PolicyData, more: Partial<CompositionDocument> = {}): CompositionDocument {
  return {
    format: 1,
    id: "policies",
    version: "1.0.0",
    cubes: { s: { use: "t/service", in: { n: "@n" }, policy } },
    outputs: { n: "s.n" },
    ...more,
  }
}

export interface Stage {
  readonly runner: Runner
  readonly host: MemoryHost
}

/** A runner of one service with policies around it, on a host whose clock moves when told to. */
export async function staged(
  policy: PolicyData,
  { cube }: Service,
  more: RunnerOptions & { readonly host?: MemoryHostOptions; readonly cubes?: readonly AnyCube[] } = {},
): Promise<Stage> {
  const { host: hostOptions, cubes = [], ...options } = more
  const host = createHost(hostOptions)
  const runner = await createRunner(documentOf(policy), [cube, ...cubes], host, { policies, seed: "s", ...options })
  return { runner, host }
}

/** "ok" or the code the step of a run ended with. */
export async function outcomeOf(run: ReturnType<Runner["run"]>): Promise<string> {
  const { steps } = await run.settled
  return steps.s?.error?.code ?? (steps.s?.outcome as string)
}

/** What the policies decided, as "policy did" words. */
export async function decisionsOf(run: ReturnType<Runner["run"]>): Promise<string[]> {
  const { record } = await run.settled
  const step = record?.steps.find(({ path }) => path === "s")
  return (step?.policy?.decisions ?? []).map(({ policy, did }) => `${policy} ${did}`)
}

/** A call of one policy by itself: what it decided, and a way to call it off. */
export interface LoneCall extends PolicyCall {
  readonly decided: string[]
  off(): void
}

export function loneCall(digest = "d"): LoneCall {
  const decided: string[] = []
  const over = new AbortController()
  const ended = new Promise<never>((_, reject) => over.signal.addEventListener("abort", () => reject("called off")))
  ended.catch(() => undefined)
  const call = {
    digest,
    decided,
    off: () => over.abort(),
    get over() {
      return over.signal.aborted
    },
    decide: ({ did }: PolicyDecision) => void decided.push(did),
    guard: <T>(work: Promise<T>) => Promise.race([work, ended]),
    attend(
      next: PolicyNext,
      ok: ((values: Values) => Values) | undefined,
      failed: (error: unknown) => Awaitable<Values>,
    ) {
      let answered: Awaitable<Values>
      try {
        answered = next(call as unknown as PolicyCall)
      } catch (error) {
        return failed(error)
      }
      if (answered instanceof Promise) return answered.then(ok, failed)
      return ok ? ok(answered) : answered
    },
  }
  return call as unknown as LoneCall
}

/** A host whose runs can vanish: while `gone`, who goes to sleep is never woken, and nobody is told. */
export function vanishingClock(): { readonly clock: Clock; readonly advance: MemoryHost["advance"]; gone: boolean } {
  const host = createHost()
  const { now, monotonic, sleep } = host.clock as Clock
  const self = {
    gone: false,
    advance: host.advance,
    clock: {
      now,
      monotonic,
      sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
        self.gone ? new Promise(() => undefined) : sleep(ms, signal),
    },
  }
  return self
}
