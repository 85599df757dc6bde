import type { AnyCube } from "cubular"
import type { Stores } from "cubular/contract"
import { Draws } from "./draws.ts"
import { FlowRuns } from "./flow/runs.ts"
import {
  messageTroubles,
  onceTroubles,
  Port,
  readTroubles,
  sagaTroubles,
  storeTrouble,
  storeTroubles,
  type Troubles,
  writeTroubles,
} from "./port.ts"
import { Runs } from "./runs.ts"
import { Service } from "./service.ts"
import { createStage, networkDown, passedOn, type Simulated, START_MS, simulatedOn } from "./stage.ts"
import { workOf } from "./work/all.ts"
import type { Work } from "./work/work.ts"
import { type Birth, begin, type Parts, type Stage, type World } from "./world.ts"

/** How far the clock is moved at a time, with faults and without, in ms. */
const CHUNK_MS = 1000
const CALM_CHUNK_MS = 10_000
/** Longest time a simulation may need without faults until all is done, in ms. */
const CALM_MS = 1_800_000

/**
 * Simulates one seed: a life of the process after the other, then an end without faults.
 *
 * @param without - Leaves out one of the faults of ports, by its number from 0 on: what follows shows what it changed.
 */
export async function simulate(
  seed: number,
  parts: Parts,
  { without }: { readonly without?: number } = {},
): Promise<Simulated> {
  const works: Works = ({ stage, service, stores, staleMs }) => [
    new Runs(stage, parts),
    ...workOf(stage, service, parts, stores, staleMs),
  ]
  return new Simulation(createStage(new Draws(`simulation ${seed}`), without), parts, works).run(seed)
}

/**
 * Simulates one seed of runs that go through cubes of flow, and keep things for one another.
 *
 * @param cubes - `flow/map`, `flow/retry-until`, `flow/race`, `flow/batch`, `data/kv` and `data/records`.
 */
export async function simulateFlow(seed: number, parts: Parts, cubes: readonly AnyCube[]): Promise<Simulated> {
  const works: Works = ({ stage, staleMs }) => [new FlowRuns(stage, parts, cubes, staleMs)]
  return new Simulation(createStage(new Draws(`flow ${seed}`)), parts, works).run(seed)
}

/** What a simulated process is to do, with what there is. */
type Works = (given: {
  readonly stage: Stage
  readonly service: Service
  readonly stores: Stores
  readonly staleMs: number
}) => readonly Work[]

class Simulation {
  private readonly stage: Stage
  private readonly parts: Parts
  private readonly port: Port
  private readonly service: Service
  private readonly stores: Stores
  private readonly works: readonly Work[]
  private lives = 0

  constructor(stage: Stage, parts: Parts, works: Works) {
    this.parts = parts
    this.stage = stage
    this.port = new Port(stage)
    this.service = new Service(stage, () => passedOn(stage))
    const clock = { now: () => stage.world.host.clock.now() }
    const staleMs = stage.draws.percent(50) ? 60_000 : 0
    this.stores = parts.createStores({ clock, staleMs })
    this.born(START_MS)
    this.works = works({ stage, service: this.service, stores: this.stores, staleMs })
  }

  async run(seed: number): Promise<Simulated> {
    const { stage } = this
    while (!(await this.live())) this.crash()
    stage.calm = true
    stage.crashIn = 0
    for (const work of this.works) await this.until(work.finish?.(stage.world))
    for (const work of this.works) await work.after?.()
    return simulatedOn(stage, seed)
  }

  /** One life; false when it ended in a crash. */
  private async live(): Promise<boolean> {
    const { stage, works } = this
    const { draws, world } = stage
    stage.crashIn = this.lives < 4 && draws.percent(60) ? draws.between(1, 300) : 0
    return this.until(Promise.all(works.map((work) => work.live(world))))
  }

  /** Lets time pass until something is done, or the process is gone. */
  private async until(done: Promise<unknown> | undefined): Promise<boolean> {
    const { stage } = this
    const { world, trace } = stage
    let isDone = done === undefined
    let failure: unknown
    done?.then(
      () => {
        isDone = true
      },
      (error: unknown) => {
        isDone = true
        failure = error
      },
    )
    const end = world.now() + CALM_MS
    while (!isDone && world.alive && world.now() < end) {
      await world.host.advance(stage.calm ? CALM_CHUNK_MS : CHUNK_MS)
      if (!stage.calm && stage.draws.percent(2)) this.jump()
    }
    if (failure !== undefined) trace.violate("nothing throws", String((failure as Error).stack ?? failure))
    if (world.alive) trace.expect("everything comes to its end", isDone, () => `after ${CALM_MS} ms`)
    return world.alive
  }

  private jump(): void {
    const { draws, trace } = this.stage
    this.stage.skewMs = draws.between(-60_000, 60_000)
    this.stage.jumped = true
    trace.fault("clockJump", `to ${this.stage.skewMs}`)
  }

  private crash(): void {
    const { stage } = this
    stage.trace.fault("crash", `of life ${this.lives}`)
    this.born(stage.world.now() + stage.draws.below(20_000))
  }

  private born(now: number): void {
    const { stage, port } = this
    const birth: Birth = {
      life: ++this.lives,
      now,
      stores: this.stores,
      http: (world, request) => this.ask(world, request),
      pass: (world, name, perform) => {
        return port.pass(world, name, troublesOf(name), perform, () => storeTrouble(stage))
      },
    }
    stage.world = begin(stage, this.parts, birth)
  }

  private ask(world: World, request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const troubles = pathname.startsWith("/ask")
      ? readTroubles
      : pathname.startsWith("/post")
        ? onceTroubles
        : writeTroubles
    const name = `${request.method} ${pathname} ${request.headers.get("x-run")}`
    return this.port.pass(world, name, troubles, () => this.service.answer(request), networkDown)
  }
}

/** Of a store, by the call and its name. */
function troublesOf(name: string): Troubles {
  if (name.includes(" saga")) return sagaTroubles
  return name.includes(" on-") || name.endsWith(" messages-handled") ? messageTroubles : storeTroubles
}
