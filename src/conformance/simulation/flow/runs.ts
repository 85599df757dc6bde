import {
  type AnyCube,
  canonical,
  createRegistry,
  createRunner,
  type Registry,
  type Run,
  type Runner,
  replay,
  type Settled,
  type Value,
} from "cubular"
import { codeOf } from "../port.ts"
import type { Work } from "../work/work.ts"
import type { Parts, Stage, World } from "../world.ts"
import { calledCubes } from "./cubes.ts"
import { drawFlow, type FlowSettings, flowDocument } from "./document.ts"
import { FlowModel } from "./expected.ts"
import { inputsOf } from "./inputs.ts"
import { KeptModel } from "./kept.ts"
import { FlowWatch } from "./watch.ts"

/** Runs of a composition that places the cubes of flow, and cubes that keep things, over a service and stores with faults. */
export class FlowRuns implements Work {
  private readonly stage: Stage
  private readonly parts: Parts
  private readonly registry: Registry
  private readonly settings: FlowSettings
  private readonly watch: FlowWatch
  private readonly flow: FlowModel
  private readonly kept: KeptModel
  private left: number
  private number = 0
  private readonly recorded: Settled[] = []

  constructor(stage: Stage, parts: Parts, cubes: readonly AnyCube[], staleMs: number) {
    const { draws, trace } = stage
    this.stage = stage
    this.parts = parts
    this.registry = createRegistry([...cubes, ...calledCubes])
    this.settings = drawFlow(draws)
    this.watch = new FlowWatch(trace, this.settings)
    this.flow = new FlowModel(trace, this.settings, this.watch)
    this.kept = new KeptModel(trace, staleMs)
    this.left = draws.between(8, 14)
    trace.note(canonical(this.settings as unknown as Value))
  }

  async live(world: World): Promise<void> {
    const { draws, trace } = this.stage
    const log = this.watch.hearing(
      () => world.alive,
      () => world.now(),
    )
    const { policies } = this.parts
    const runner = await createRunner(flowDocument(this.settings), this.registry, { ...world.host, log }, { policies })
    const under: Promise<void>[] = []
    while (this.left > 0) {
      await world.wait(draws.percent(40) ? 0 : draws.below(1500))
      this.left--
      under.push(this.one(world, runner))
    }
    await Promise.all(under)
    await world.wait(1)
    trace.expect("nothing is left behind", world.sleeping === 0, () => `${world.sleeping} timers after the last run`)
    await runner.stop()
  }

  private async one(world: World, runner: Runner): Promise<void> {
    const { draws, trace } = this.stage
    const inputs = inputsOf(++this.number, draws.below(7))
    const record = draws.percent(15) ? { record: true, fingerprint: true } : {}
    const within = draws.percent(20) ? { deadlineMs: draws.between(1, 9000) } : {}
    const cancelAt = draws.percent(20) ? draws.below(4000) : undefined
    const { raceBefore: _, ...given } = inputs
    trace.note(`${inputs.own} starts`)
    const begun = world.now()
    const run = runner.run(given as never, { ...record, ...within })
    if (cancelAt !== undefined) void this.cancel(world, run, cancelAt)
    const settled = await run.settled
    const ended = world.now()
    if (!world.alive) return
    this.note(inputs.own, settled)
    const most = within.deadlineMs ?? Number.POSITIVE_INFINITY
    trace.expect("a run's deadline is kept", ended - begun <= most, () => `${inputs.own}: ${ended - begun} of ${most}`)
    const over = { inputs, settled, begun, ended }
    this.flow.check(over)
    this.kept.check(over)
    if (settled.record && settled.fingerprint) this.recorded.push(settled)
  }

  private async cancel(world: World, run: Run, ms: number): Promise<void> {
    await world.wait(ms)
    run.cancel()
  }

  private note(name: string, settled: Settled): void {
    const { steps, outputs, fingerprint } = settled
    const ends = Object.entries(steps).map(([id, step]) => `${id}=${step.error?.code ?? step.outcome}`)
    const end = settled.ok ? "ok" : codeOf(settled.error)
    this.stage.trace.note(`${name} ends ${end} ${ends.join(" ")} ${canonical(outputs as Value)} ${fingerprint ?? ""}`)
  }

  async after(): Promise<void> {
    const { trace } = this.stage
    const http = (): Promise<Response> => Promise.reject(new Error("A replay asks nobody."))
    for (const { record, fingerprint } of this.recorded) {
      const host = this.parts.createHost({ now: 0, seed: "replay", http })
      const again = await replay(JSON.parse(JSON.stringify(record)), this.registry, host)
      const same = again.same && again.fingerprint === fingerprint
      trace.expect("a record replays to the same", same, () => canonical((again.difference ?? null) as Value))
    }
  }
}
