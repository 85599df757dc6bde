import {
  type CompositionDocument,
  createRunner,
  type PlacedCube,
  type Policy,
  type Runner,
  type SagaPart,
  type Settled,
} from "cubular"
import type { SagaControl } from "cubular/contract"
import { simulatedRegistry } from "../cubes.ts"
import { codeOf } from "../port.ts"
import type { Service } from "../service.ts"
import type { Stage, World } from "../world.ts"
import { attempt } from "./attempt.ts"
import type { Work } from "./work.ts"

/** After a crash somebody else may have the right to write for so long, in ms; a clock that jumps makes it longer. */
const LEASE_MS = 60_000
const MARGIN_MS = 130_000

/** Sagas that book: each ends done, with every booking there is, or undone, with none. */
export class SagaWork implements Work {
  private readonly stage: Stage
  private readonly service: Service
  private readonly document: CompositionDocument
  private readonly given: { readonly saga: SagaPart; readonly policies: readonly Policy[] }
  /** Sagas somebody asked for, and what they were told to have come to. */
  private readonly told = new Map<string, "done" | "undone" | undefined>()
  private left: number

  constructor(
    stage: Stage,
    service: Service,
    given: { readonly saga: SagaPart; readonly policies: readonly Policy[] },
  ) {
    this.stage = stage
    this.service = service
    this.given = given
    this.document = trip(stage)
    this.left = stage.draws.between(2, 4)
  }

  async live(world: World): Promise<void> {
    const { draws } = this.stage
    const runner = await this.runnerOn(world)
    if (world.life > 1) {
      await world.wait(LEASE_MS + draws.below(5000))
      await this.resumeAll(runner)
    }
    const under: Promise<void>[] = []
    while (this.left > 0) {
      await world.wait(draws.below(2000))
      under.push(this.begin(world, runner, `s${this.left--}`))
    }
    await Promise.all(under)
    await runner.stop()
  }

  private runnerOn(world: World): Promise<Runner> {
    return createRunner(this.document, simulatedRegistry(), world.sagaHost, this.given)
  }

  private async resumeAll(runner: Runner): Promise<void> {
    const found = await attempt(() => (runner.saga as SagaControl).resumeAll())
    if (!("value" in found)) return
    for (const [id, run] of found.value) this.hear(id, await run.settled)
  }

  private async begin(world: World, runner: Runner, id: string): Promise<void> {
    const { draws, trace } = this.stage
    this.told.set(id, undefined)
    trace.note(`saga ${id} begins`)
    const run = runner.run({ value: draws.below(6), run: id }, { id })
    if (draws.percent(20)) void world.wait(draws.below(5000)).then(() => run.cancel())
    this.hear(id, await run.settled)
  }

  private hear(id: string, settled: Settled): void {
    const { trace } = this.stage
    const code = settled.ok ? "done" : settled.error.code
    trace.note(`saga ${id} is ${code}`)
    const before = this.told.get(id)
    const now = settled.ok ? "done" : code === "saga_undone" ? "undone" : undefined
    if (now === undefined) return
    trace.expect("a saga has one end", before === undefined || before === now, () => `${id}: ${before}, then ${now}`)
    this.told.set(id, now)
    const { booked, undone } = this.service.bookingsOf(id)
    const steps = Object.keys(this.document.cubes).length
    if (now === "undone") trace.expect("nothing is half done", booked === 0, () => `${id}: ${booked} are left`)
    else
      trace.expect(
        "all is done",
        booked === steps && undone === 0,
        () => `${id}: ${booked} of ${steps}, ${undone} undone`,
      )
  }

  /** Without faults every saga comes to an end. */
  async finish(world: World): Promise<void> {
    await world.wait(LEASE_MS + MARGIN_MS)
    const runner = await this.runnerOn(world)
    for (const id of this.told.keys()) {
      const settled = await (runner.saga as SagaControl).resume(id).settled
      this.hear(id, settled)
      const unknown = !settled.ok && settled.error.code === "saga_unknown"
      const { booked } = this.service.bookingsOf(id)
      const ended = unknown ? booked === 0 && this.told.get(id) === undefined : this.told.get(id) !== undefined
      const end = settled.ok ? "done" : `${codeOf(settled.error)} ${codeOf(settled.error.cause)}`
      this.stage.trace.expect("a saga ends done or undone", ended, () => `${id} is ${end} with ${booked} bookings`)
    }
    await runner.stop()
  }
}

/** Two to four bookings, in a row or side by side. */
function trip({ draws }: Stage): CompositionDocument {
  const cubes: { [id: string]: PlacedCube } = {}
  const refs = ["@value"]
  for (let at = draws.between(2, 4); at > 0; at--) {
    const id = `b${refs.length}`
    cubes[id] = {
      use: "simulated/book",
      in: { value: draws.pick(refs), run: "@run" },
      policy: { timeoutMs: draws.between(500, 5000), retry: { attempts: draws.between(1, 3), baseMs: 50 } },
    }
    refs.push(`${id}.out`)
  }
  return { format: 1, id: "trip", version: "1.0.0", mode: "saga", cubes, outputs: { last: refs.at(-1) as string } }
}
