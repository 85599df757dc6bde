/** Cubes for the control-flow cubes to call, and a document around one of those. */
import {
  type AnyCube,
  type CompositionDocument,
  CubeError,
  createRunner,
  defineCube,
  list,
  type PlacedCube,
  type Runner,
  type RunnerOptions,
  same,
} from "cubular"
import batch from "cubular/cubes/flow/batch"
import filter from "cubular/cubes/flow/filter"
import loop from "cubular/cubes/flow/loop"
import map from "cubular/cubes/flow/map"
import race from "cubular/cubes/flow/race"
import reduce from "cubular/cubes/flow/reduce"
import retryUntil from "cubular/cubes/flow/retry-until"
import toWays from "cubular/cubes/flow/switch"
import { createHost, type MemoryHost } from "cubular/host/memory"
import * as z from "zod"

const head = (name: string) =>
  ({
    id: `t/${name}`,
    version: "1.0.0",
    color: "feature",
    effect: "pure",
    title: { en: "A cube for tests of flow", ko: "흐름 시험용 큐브" },
  }) as const

/** What a worker is told to do with one item. */
export interface Job {
  readonly n: number
  /** How long it takes on the host's clock; −1: for ever. */
  readonly ms?: number
  /** Code it fails with. */
  readonly fails?: string
  /** Whether the failure may pass. */
  readonly retryable?: boolean
}

const job = z.strictObject({
  n: z.number(),
  ms: z.number().optional(),
  fails: z.string().optional(),
  retryable: z.boolean().optional(),
})

/** What the cubes did, over all runs. */
export interface Trace {
  /** `n` of every job begun, in the order of beginning. */
  readonly begun: number[]
  /** `n` of every job done. */
  readonly done: number[]
  /** Jobs at work now, and most at once. */
  busy: number
  most: number
  /** Sizes of the lists the cube for batches took. */
  readonly sizes: number[]
  /** Times at which the poll was asked, on the host's clock. */
  readonly polled: number[]
}

export const newTrace = (): Trace => ({ begun: [], done: [], busy: 0, most: 0, sizes: [], polled: [] })

const failure = (code: string, retryable = false): CubeError =>
  new CubeError({ code, message: "It failed.", hint: "Nothing to do.", retryable })

/** Cubes that note what they do. */
export function workers(trace: Trace): readonly AnyCube[] {
  const work = async (given: Job, sleep: (ms: number) => Promise<void>): Promise<number> => {
    trace.begun.push(given.n)
    trace.most = Math.max(trace.most, ++trace.busy)
    try {
      if (given.ms === -1) await new Promise(() => undefined)
      else if (given.ms !== undefined) await sleep(given.ms)
      if (given.fails !== undefined) throw failure(given.fails, given.retryable)
      trace.done.push(given.n)
      return given.n * 2
    } finally {
      trace.busy--
    }
  }
  return [
    /** Twice n, after a while. */
    defineCube({
      ...head("work"),
      needs: ["clock"],
      inputs: { job },
      outputs: { n: z.number(), odd: z.boolean() },
      create: () => ({
        async process({ job }, step) {
          const n = await work(job as Job, (ms) => step.clock.sleep(ms))
          return { n, odd: job.n % 2 !== 0 }
        },
      }),
    }),
    /** value · 3 + item: neither the order of the items nor that of the ports can be changed. */
    defineCube({
      ...head("fold"),
      inputs: { value: z.number(), item: z.number() },
      outputs: { value: z.number() },
      create: () => ({ process: ({ value, item }) => ({ value: value * 3 + item }) }),
    }),
    /** One less, and whether that is 0. */
    defineCube({
      ...head("count-down"),
      inputs: { n: z.number() },
      outputs: { n: z.number(), done: z.boolean() },
      create: () => ({ process: ({ n }) => ({ n: n - 1, done: n - 1 === 0 }) }),
    }),
    /** Ready at a time of the host's clock. */
    defineCube({
      ...head("poll"),
      needs: ["clock"],
      inputs: { readyAt: z.number(), fails: z.string().optional() },
      outputs: { status: z.strictObject({ ready: z.boolean(), at: z.number() }) },
      create: () => ({
        process({ readyAt, fails }, step) {
          const at = step.clock.now()
          trace.polled.push(at)
          if (at < readyAt && fails !== undefined) throw failure(fails, fails === "busy")
          return { status: { ready: at >= readyAt, at } }
        },
      }),
    }),
    /** Works on a list: twice n each, after the longest job's time; one bad job fails all. */
    defineCube({
      ...head("works"),
      needs: ["clock"],
      inputs: { jobs: z.array(job) },
      outputs: { ns: list(z.number()) },
      create: () => ({
        async process({ jobs }, step) {
          trace.sizes.push(jobs.length)
          const ns = await Promise.all((jobs as Job[]).map((each) => work(each, (ms) => step.clock.sleep(ms))))
          return { ns }
        },
      }),
    }),
    /** Passes a value on after `ms` of the host's clock. */
    defineCube({
      ...head("after"),
      needs: ["clock"],
      config: z.strictObject({ ms: z.number() }),
      inputs: { value: same("T") },
      outputs: { value: same("T") },
      create: (_, { ms }) => ({
        async process({ value }, step) {
          await step.clock.sleep(ms)
          return { value }
        },
      }),
    }),
    ...contestants(),
  ]
}

/** Five cubes "t/after-a" … "t/after-e", each with its own time and end in the job handed to it by its letter. */
function contestants(): readonly AnyCube[] {
  return ["a", "b", "c", "d", "e"].map((letter) =>
    defineCube({
      ...head(`after-${letter}`),
      needs: ["clock"],
      inputs: { jobs: z.record(z.string(), job) },
      outputs: { n: z.number() },
      create: () => ({
        async process({ jobs }, step) {
          const { n, ms, fails, retryable } = jobs[letter] as Job
          if (ms === -1) await new Promise(() => undefined)
          else if (ms !== undefined) await step.clock.sleep(ms)
          if (fails !== undefined) throw failure(fails, retryable)
          return { n }
        },
      }),
    }),
  )
}

export const flow: readonly AnyCube[] = [batch, filter, loop, map, race, reduce, retryUntil, toWays]

/** One control-flow cube, fed from run inputs of its ports' names, with all its outputs. */
export function around(placed: PlacedCube, ports: readonly string[], outputs: readonly string[]): CompositionDocument {
  return {
    format: 1,
    id: "around",
    version: "1.0.0",
    cubes: { f: { ...placed, in: Object.fromEntries(ports.map((port) => [port, `@${port}`])) } },
    outputs: Object.fromEntries(outputs.map((port) => [port, `f.${port}`])),
  }
}

export interface Stage {
  readonly runner: Runner
  readonly host: MemoryHost
  readonly trace: Trace
  readonly registry: readonly AnyCube[]
}

/** A runner on a host whose clock moves by itself, or only when told to. */
export async function stage(
  document: CompositionDocument,
  { autoAdvance = true, ...options }: RunnerOptions & { readonly autoAdvance?: boolean } = {},
): Promise<Stage> {
  const host = createHost({ now: 0, autoAdvance })
  const trace = newTrace()
  const registry = [...flow, ...workers(trace)]
  return { runner: await createRunner(document, registry, host, { seed: "s", ...options }), host, trace, registry }
}

/** Codes of what keeps a document from being planned. */
export async function refusals(document: CompositionDocument): Promise<readonly string[]> {
  const error = await stage(document).then(
    () => undefined,
    (thrown) => thrown as CubeError,
  )
  return (error?.issues ?? []).filter(({ severity }) => severity === "error").map(({ code }) => code)
}
