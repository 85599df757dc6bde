import { canonical, createRunner, type Json, type Runner, replay, type Settled, type Value, type Values } from "cubular"
import { Draws } from "./draws.ts"
import { codeOf, Port, storeTrouble, userStoreTroubles, userTroubles } from "./port.ts"
import { createStage, networkDown, type Simulated, START_MS, simulatedOn } from "./stage.ts"
import { type Replies, StandIn } from "./stand-in.ts"
import { begin, type Parts, type Stage } from "./world.ts"

/** A composition of somebody, and what it is simulated with. */
export interface Simulating {
  /** JSON text, UTF-8 bytes, a parsed document or a typed literal. */
  readonly source: unknown
  /** A Registry, or an iterable of cubes and documents. */
  readonly registry: unknown
  readonly inputs: Values
  /** Replies of its services by "METHOD https://…"; whatever is not among them is answered with `{}`. */
  readonly replies?: Replies
}

const CHUNK_MS = 1000
/** Longest time a run may take without being called stuck, in ms of the simulation: a day. */
const STUCK_MS = 86_400_000

/**
 * Runs a composition a few times at once in a simulated world: its services and stores fail, its clock is virtual.
 *
 * Whatever the composition, these hold: every run settles, and in its deadline; failures have codes; one idempotency key stands
 * for one write; records replay to the same; the same seed leaves the same trace.
 *
 * @throws {CubeError} `composition_invalid` and whatever else keeps it from being planned.
 */
export async function simulateComposition(seed: number, given: Simulating, parts: Parts): Promise<Simulated> {
  const first = await new Performance(seed, given, parts).run()
  const again = await new Performance(seed, given, parts).run()
  if (first.hash === again.hash) return first
  const at = first.lines.findIndex((line, index) => line !== again.lines[index])
  const what = `same seed, same trace: line ${at + 1} is “${first.lines[at]}”, then “${again.lines[at]}”`
  return { ...first, violations: [...first.violations, what] }
}

class Performance {
  private readonly seed: number
  private readonly given: Simulating
  private readonly parts: Parts
  private readonly stage: Stage
  private readonly records: Settled[] = []

  constructor(seed: number, given: Simulating, parts: Parts) {
    this.seed = seed
    this.given = given
    this.parts = parts
    this.stage = createStage(new Draws(`composition ${seed}`))
    this.born()
  }

  private born(): void {
    const { stage, parts } = this
    const port = new Port(stage)
    const service = new StandIn(stage, this.given.replies ?? {})
    const stores = parts.createStores({ clock: { now: () => stage.world.host.clock.now() }, staleMs: 60_000 })
    stage.world = begin(stage, parts, {
      life: 1,
      now: START_MS,
      stores,
      http: (world, request) => {
        const { method } = request
        const name = `${method} ${request.url}`
        const troubles = userTroubles(method, request.headers.has("idempotency-key"))
        return port.pass(world, name, troubles, () => service.answer(request), networkDown)
      },
      pass: (world, name, perform) => port.pass(world, name, userStoreTroubles, perform, () => storeTrouble(stage)),
    })
  }

  async run(): Promise<Simulated> {
    const { stage, parts, given } = this
    const { world } = stage
    const { policies, saga } = parts
    const check = stage.draws.percent(50) ? "wires" : "edges"
    const runner = await createRunner(given.source, given.registry, world.host, {
      policies,
      check,
      ...(saga ? { saga } : {}),
    })
    await this.until(this.perform(runner))
    for (const settled of this.records) await this.replayed(settled)
    await runner.stop({ cancel: true })
    return simulatedOn(stage, this.seed)
  }

  private async perform(runner: Runner): Promise<void> {
    const { draws, world } = this.stage
    const under: Promise<void>[] = []
    for (let left = draws.between(2, 4); left > 0; left--) {
      under.push(this.one(runner, `r${left}`))
      await world.wait(draws.below(2000))
    }
    await Promise.all(under)
    this.stage.trace.expect(
      "nothing is left behind",
      world.sleeping === 0 || isSaga(runner),
      () => `${world.sleeping} timers`,
    )
  }

  private async one(runner: Runner, name: string): Promise<void> {
    const { draws, trace, world } = this.stage
    const deadlineMs = draws.percent(25) ? draws.between(1, 20_000) : undefined
    const options = { fingerprint: true, ...(isSaga(runner) ? {} : { record: true }) }
    const start = world.now()
    trace.note(`${name} starts`)
    const within = deadlineMs === undefined || isSaga(runner) ? {} : { deadlineMs }
    const settled = await runner.run(this.given.inputs, { ...options, ...within }).settled
    const took = world.now() - start
    const end = settled.ok ? "ok" : codeOf(settled.error)
    trace.note(`${name} ends ${end} ${canonical(outcomesOf(settled))}`)
    const most = within.deadlineMs ?? Number.POSITIVE_INFINITY
    trace.expect("the deadline is respected", took <= most, () => `${name} took ${took} of ${deadlineMs} ms`)
    for (const [path, { error }] of Object.entries(settled.steps))
      trace.expect(
        "errors are coded",
        error?.code !== "cube_threw",
        () => `${name} ${path} threw something without a code`,
      )
    if (settled.record && settled.fingerprint) this.records.push(settled)
  }

  /** Lets time pass until all is done. */
  private async until(work: Promise<void>): Promise<void> {
    const { world, trace } = this.stage
    const done = { yes: false }
    const end = (): void => {
      done.yes = true
    }
    work.then(end, end)
    const last = world.now() + STUCK_MS
    while (!done.yes && world.now() < last) await world.host.advance(CHUNK_MS)
    trace.expect("a run settles", done.yes, () => `not within ${STUCK_MS} ms`)
    if (done.yes) await work
  }

  private async replayed({ record, fingerprint }: Settled): Promise<void> {
    const host = this.parts.createHost({ now: 0, seed: "replay", http: () => Promise.reject(new Error("nobody")) })
    const again = await replay(JSON.parse(JSON.stringify(record)), this.given.registry, host)
    const same = again.same && again.fingerprint === fingerprint
    this.stage.trace.expect("a record replays to the same", same, () => canonical((again.difference ?? null) as Value))
  }
}

function isSaga({ plan }: Runner): boolean {
  return plan.document.mode === "saga"
}

function outcomesOf({ steps }: Settled): Json {
  return Object.fromEntries(Object.entries(steps).map(([path, { outcome, error }]) => [path, error?.code ?? outcome]))
}
