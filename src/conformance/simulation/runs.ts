import {
  type CompositionDocument,
  canonical,
  createRunner,
  type Policy,
  type Run,
  type Runner,
  type RunOptions,
  replay,
  type Settled,
  type Value,
  validate,
} from "cubular"
import { compose } from "./compose.ts"
import { simulatedRegistry } from "./cubes.ts"
import { checkRun } from "./expected.ts"
import { codeOf } from "./port.ts"
import { watchPolicies } from "./watch/policies.ts"
import type { Work } from "./work/work.ts"
import type { Parts, Stage, World } from "./world.ts"

/** Runs of one generated composition: many at once, some cancelled, some with a deadline, some recorded and replayed. */
export class Runs implements Work {
  private readonly stage: Stage
  private readonly parts: Parts
  private readonly document: CompositionDocument
  private left: number
  private number = 0
  private readonly recorded: (readonly [name: string, settled: Settled])[] = []

  constructor(stage: Stage, parts: Parts) {
    this.stage = stage
    this.parts = parts
    this.document = compose(stage.draws)
    this.left = stage.draws.between(6, 12)
    stage.trace.note(`document ${canonical(this.document as unknown as Value)}`)
  }

  /** Goes on with what is left of the runs, in a new life of the process. */
  async live(world: World): Promise<void> {
    const { draws, trace } = this.stage
    const active = new Set<Run>()
    const runner = await this.runnerOn(world)
    const under: Promise<void>[] = []
    while (this.left > 0) {
      await world.wait(draws.percent(40) ? 0 : draws.below(1500))
      this.left--
      under.push(this.one(world, runner, active))
    }
    await Promise.all(under)
    await world.wait(1)
    trace.expect("nothing is left behind", world.sleeping === 0, () => `${world.sleeping} timers after the last run`)
    await runner.stop()
  }

  private runnerOn(world: World): Promise<Runner> {
    const { draws, trace } = this.stage
    const check = draws.percent(30) ? "wires" : "edges"
    const policies = watchPolicies(this.parts.policies as readonly Policy[], trace)
    return createRunner(this.document, simulatedRegistry(), world.host, { policies, check })
  }

  private async one(world: World, runner: Runner, active: Set<Run>): Promise<void> {
    const { draws, trace } = this.stage
    const name = `r${++this.number}`
    const inputs = { value: draws.below(6), run: name }
    const options = optionsOf(this.stage)
    const cancelAt = draws.percent(25) ? draws.below(4000) : undefined
    trace.note(
      `${name} starts ${inputs.value}${options.deadlineMs === undefined ? "" : ` within ${options.deadlineMs}`}`,
    )
    const run = runner.run(inputs, options)
    active.add(run)
    const over = { yes: false }
    const settled = run.settled.finally(() => {
      over.yes = true
    })
    if (cancelAt !== undefined) void this.cancel(world, run, name, cancelAt, over)
    const start = world.now()
    const end = await settled
    const took = world.now() - start
    const most = options.deadlineMs ?? Number.POSITIVE_INFINITY
    trace.expect("a run's deadline is kept", took <= most, () => `${name} took ${took} of ${most} ms`)
    active.delete(run)
    if (!world.alive) return
    this.settle(name, inputs, options, end)
  }

  private async cancel(
    world: World,
    run: Run,
    name: string,
    ms: number,
    over: { readonly yes: boolean },
  ): Promise<void> {
    await world.wait(ms)
    if (over.yes) return
    this.stage.trace.note(`${name} is cancelled`)
    run.cancel()
    await world.wait(1)
    this.stage.trace.expect("a cancelled run settles", over.yes, () => name)
  }

  private settle(
    name: string,
    inputs: { readonly value: number; readonly run: string },
    options: RunOptions,
    settled: Settled,
  ): void {
    const { trace } = this.stage
    const outcomes = Object.entries(settled.steps).map(([id, { outcome, error }]) => `${id}=${error?.code ?? outcome}`)
    const end = settled.ok ? "ok" : codeOf(settled.error)
    trace.note(`${name} ends ${end} ${outcomes.join(" ")} ${canonical(settled.outputs as Value)}`)
    if (settled.fingerprint) trace.note(`${name} is ${settled.fingerprint}`)
    checkRun(this.document, inputs, settled, trace, name)
    const ended = end === "run_cancelled" || end === "deadline_exceeded"
    trace.expect(
      "only who is ended ends so",
      !ended || options.deadlineMs !== undefined || end === "run_cancelled",
      () => name,
    )
    if (settled.record && settled.fingerprint) this.recorded.push([name, settled])
  }

  /** Takes no time: a replay waits for nothing. */
  async after(): Promise<void> {
    if (this.number % 4 === 0) await this.refuses()
    for (const [name, settled] of this.recorded) await this.replayed(name, settled)
  }

  /** What may be done once only is neither tried again nor kept. */
  private async refuses(): Promise<void> {
    const { document, stage } = this
    const policy = { retry: { attempts: 2 }, cache: { ttlMs: 1000 } }
    const once = { use: "simulated/post", config: {}, in: { value: "@value", run: "@run" }, policy }
    const issues = await validate({ ...document, cubes: { once }, outputs: { out: "once.out" } }, simulatedRegistry())
    const codes = issues.map(({ code }) => code)
    const refused = codes.includes("retry_on_write") && codes.includes("cache_on_write")
    stage.trace.expect("a write is neither retried nor cached", refused, () => codes.join(" "))
  }

  private async replayed(name: string, { record, fingerprint }: Settled): Promise<void> {
    const { trace } = this.stage
    const saved = JSON.parse(JSON.stringify(record))
    const again = await replay(
      saved,
      simulatedRegistry(),
      this.parts.createHost({ now: 0, seed: "replay", http: unreachable }),
    )
    const same = again.same && again.fingerprint === fingerprint
    trace.expect("a record replays to the same", same, () => `${name} ${JSON.stringify(again.difference)}`)
  }
}

const unreachable = (): Promise<Response> => Promise.reject(new Error("A replay asks nobody."))

function optionsOf({ draws }: Stage): RunOptions {
  const record = draws.percent(12)
  return {
    ...(draws.percent(20) ? { deadlineMs: draws.between(1, 4000) } : {}),
    ...(record ? { record: true, fingerprint: true } : draws.percent(30) ? { fingerprint: true } : {}),
  }
}
