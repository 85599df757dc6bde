import {
  type AnyCube,
  type Awaitable,
  CubeError,
  type CubeHandle,
  type CubeInstance,
  type Host,
  type Keep,
  type Policy,
  type PolicyControl,
  type PolicyName,
  type Run,
  type RunInputs,
  type RunOptions,
  type SagaControl,
  type Supervisor,
  type Values,
} from "cubular/contract"
import { no_such_step, runner_stopped } from "cubular/messages/en"
import { compile } from "./compile.ts"
import type { Streams } from "./flows.ts"
import type { Feed, Ground } from "./ground.ts"
import { createHandle } from "./handle.ts"
import { createInstance, destroyAll } from "./instance.ts"
import { layersOf, toPolicies } from "./layers.ts"
import type { Limits } from "./limits.ts"
import { plan as makePlan } from "./plan.ts"
import type { Plan, PlannedStep } from "./planned.ts"
import { Execution } from "./run.ts"
import type { SagaKeeper, SagaOrigin, SagaPart } from "./saga.ts"

export interface RunnerOptions {
  readonly limits?: Partial<Limits>
  /** Policies documents may ask for, from `cubular/policies` or of one's own; one that is missing refuses the document. */
  readonly policies?: Iterable<Policy>
  /** `saga` of `cubular/saga`: runs documents of that mode; without it they are refused. */
  readonly saga?: SagaPart
  /** What runs streams, from `cubular/streams`; without it a document with streams is refused (`streams_missing`). */
  readonly streams?: Streams
  /**
   * `edges` (default): the deep check only where a value is encoded. `wires`: every value on every wire, against its
   * schema too; JSON is frozen and typed arrays are hashed, so that a cube that changes its inputs fails.
   */
  readonly check?: "edges" | "wires"
  /** Seed of every run that brings none of its own. Default: each run draws one from the host when it needs it. */
  readonly seed?: string
  /** Looks after the cubes, from `cubular/supervision` or one's own: makes them anew when they are no longer well. */
  readonly supervisor?: Supervisor
}

/** A plan with its cubes made: runs it any number of times, also at once. */
export interface Runner {
  readonly plan: Plan
  /**
   * Starts a run; steps that need not wait are over when this returns. Never throws: refused inputs or options, too,
   * are told by `result` and `settled`. The inputs must not be changed while the run goes on.
   */
  run(inputs?: RunInputs, options?: RunOptions): Run
  /**
   * Refuses new runs (`runner_stopped`), waits for those under way or, with `cancel`, cancels them, then stops and
   * destroys the cubes. Calling it again gives the same promise; with `cancel` it still cancels.
   */
  stop(options?: { readonly cancel?: boolean }): Promise<void>
  /**
   * The standard interface around one placed cube, with an instance of its own: nothing it does touches the runs.
   *
   * @throws {CubeError} `no_such_step`
   */
  handle(path: string): CubeHandle
  /**
   * The policies around one placed cube that an operator may look at and steer, by name: `breaker.isolate()`, `reset()`.
   *
   * @throws {CubeError} `no_such_step`
   */
  policies(path: string): { readonly [name in PolicyName]?: PolicyControl }
  /** What became of its sagas, and how to go on with them; undefined for a document that is none. */
  readonly saga: SagaControl | undefined
}

/**
 * Plans a document for a host and makes its cubes.
 *
 * @param source - JSON text, UTF-8 bytes, a parsed value or a typed literal.
 * @param registry - A Registry, or an iterable of cubes and documents.
 * @throws {CubeError} `composition_invalid` with `.issues`; or why a cube could not be made (its own code or
 * `cube_not_created`): those made by then are destroyed.
 */
export async function createRunner(
  source: unknown,
  registry: unknown,
  host: Host,
  options: RunnerOptions = {},
): Promise<Runner> {
  const { limits, saga, streams } = options
  const policies = [...toPolicies(options.policies).values()]
  const planned = await makePlan(source, registry, host, { ...(limits && { limits }), policies, saga, streams })
  return createPlanRunner(planned, host, { ...options, policies }, { source, registry, options })
}

/** The same for a document planned already. */
export async function createPlanRunner(
  plan: Plan,
  host: Host,
  options: RunnerOptions = {},
  origin?: SagaOrigin,
): Promise<PlanRunner> {
  const { supervisor } = options
  const { id: composition, steps } = plan
  const keep = supervisor && (await supervisor.keep({ composition, steps, policies: (path) => runner.policies(path) }))
  const cubes = await createAll(steps, host, keep)
  let runner: PlanRunner
  try {
    runner = new PlanRunner(plan, host, options, cubes, origin)
  } catch (refused) {
    await destroyAll(cubes.instances, host)
    throw refused
  }
  return runner
}

interface Cubes {
  readonly instances: readonly CubeInstance[]
  readonly callees: ReadonlyMap<AnyCube, CubeInstance>
}

/** Makes all instances at once: one for each step, and one for each cube that is called. */
async function createAll(steps: readonly PlannedStep[], host: Host, keep: Keep | undefined): Promise<Cubes> {
  const called = new Map<AnyCube, PlannedStep>()
  for (const step of steps)
    for (const cube of Object.values(step.callable)) if (!called.has(cube)) called.set(cube, step)
  const wanted = [
    ...steps.map(({ cube, config, path }) => ({ cube, config: config as unknown, path })),
    ...Array.from(called, ([cube, { path }]) => ({ cube, config: configOf(cube), path })),
  ]
  const made: CubeInstance[] = []
  const failures: unknown[] = []
  const create = async ({ cube, config, path }: (typeof wanted)[number], at: number): Promise<void> => {
    try {
      const make = (other = cube): Awaitable<CubeInstance> =>
        createInstance(other, other === cube ? config : configOf(other), host, ["cubes", path], true)
      const place = { path: at < steps.length ? path : `>${cube.id}`, cube }
      const instance = keep ? keep(place, make) : make()
      made[at] = instance instanceof Promise ? await instance : instance
    } catch (error) {
      failures.push(error)
    }
  }
  await Promise.all(wanted.map(create))
  if (failures.length > 0) {
    await destroyAll(made.filter(Boolean), host)
    throw failures[0]
  }
  const callees = new Map([...called.keys()].map((cube, at) => [cube, made[steps.length + at] as CubeInstance]))
  return { instances: made, callees }
}

/** What a called cube has for a config: its schema's defaults. */
function configOf({ config }: AnyCube): unknown {
  return config?.safeParse(undefined).data
}

const NONE: ReadonlyMap<string, never> & ReadonlySet<string> = /* @__PURE__ */ new Map<string, never>() as never

export class PlanRunner implements Runner {
  readonly plan: Plan
  private readonly ground: Ground
  private readonly instances: readonly CubeInstance[]
  readonly saga: SagaKeeper | undefined
  private stopping: Promise<void> | undefined
  private idle: (() => void) | undefined

  constructor(plan: Plan, host: Host, options: RunnerOptions, { instances, callees }: Cubes, origin?: SagaOrigin) {
    const { check, seed, policies = [], streams } = options
    this.plan = plan
    this.instances = instances
    const part = plan.document.mode === "saga" ? options.saga : undefined
    const known = toPolicies([...(part?.policies ?? []), ...policies])
    this.ground = {
      program: compile(
        plan,
        ({ index }) => instances[index] as CubeInstance,
        (step) => layersOf(step, known, host),
      ),
      host,
      seed,
      wires: check === "wires",
      streams: plan.streamed ? streams : undefined,
      callees,
      waiting: [],
      ended: () => this.idle?.(),
      allOk: undefined,
    }
    const { ground } = this
    this.saga = part?.create({
      plan,
      host,
      seed,
      instances,
      layers: ground.program.tasks.map(({ layers }) => layers),
      origin,
      execute: ({ plan, instanceOf, layersOf, inputs, options, fixed }) =>
        new Execution({ ...ground, program: compile(plan, instanceOf, layersOf), allOk: undefined }, inputs, options, {
          host: NONE,
          fixed,
          calledOff: NONE,
        }),
    })
  }

  run(inputs?: RunInputs, options?: RunOptions, feed?: Feed): Run {
    if (this.stopping)
      return new Execution(this.ground, inputs, { signal: AbortSignal.abort(new CubeError(runner_stopped)) }, undefined)
    // A saga with streams was refused when it was planned.
    return this.saga ? this.saga.run(inputs as Values, options) : new Execution(this.ground, inputs, options, feed)
  }

  stop(options: { readonly cancel?: boolean } = {}): Promise<void> {
    this.stopping ??= this.end()
    if (options.cancel) void this.saga?.stop(new CubeError(runner_stopped))
    if (options.cancel) for (const run of [...this.ground.waiting]) run.cancel(new CubeError(runner_stopped))
    return this.stopping
  }

  handle(path: string): CubeHandle {
    return createHandle(this.step(path), this.plan, this.ground)
  }

  policies(path: string): { readonly [name in PolicyName]?: PolicyControl } {
    return this.ground.program.tasks[this.step(path).index]?.layers?.controls ?? {}
  }

  private step(path: string): PlannedStep {
    const step = this.plan.steps.find((candidate) => candidate.path === path)
    const steps = this.plan.steps.map((known) => known.path)
    if (!step) throw new CubeError({ ...no_such_step, params: { path, steps } })
    return step
  }

  private async end(): Promise<void> {
    // A step may stop its own runner: its run goes on to its end, or is among the waiting by then.
    await undefined
    await this.saga?.stop(undefined)
    if (this.ground.waiting.length > 0)
      await new Promise<void>((resolve) => {
        this.idle = resolve
      })
    await destroyAll(this.instances, this.ground.host)
  }
}
