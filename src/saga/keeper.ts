import { canonical, createRunner, type SagaGround, type SagaKeeper } from "cubular"
import {
  type Clock,
  CubeError,
  encodeJson,
  type Host,
  type Run,
  type RunOptions,
  type Settled,
  type Value,
  type Values,
} from "cubular/contract"
import {
  deadline_exceeded,
  host_lacks,
  run_option_refused,
  runner_stopped,
  saga_id_taken,
  saga_plan_changed,
  saga_undo_asked,
} from "cubular/messages/en"
import { type Beginning, Course, type Errand } from "./course.ts"
import { journalOf } from "./ledger.ts"
import { createRun, runOf, toReason } from "./saga-run.ts"
import { pinned, readSource } from "./source.ts"
import { View } from "./view.ts"
import { present, Workshop } from "./workshop.ts"

type Follow = [cancel: (reason: unknown) => void, inner: () => Promise<Run | undefined>]

interface Active {
  readonly course: Course
  readonly inputs: string | undefined
}

/** The sagas of one runner. */
export class Keeper extends View implements SagaKeeper {
  private readonly ground: SagaGround
  private readonly shop: Workshop
  private readonly shares: boolean
  private readonly active = new Map<string, Active>()
  private readonly others = new Set<Promise<unknown>>()
  private stopped: { readonly reason: unknown } | undefined

  /** @param shares - Whoever asks for a saga that is at work here joins it. */
  constructor(ground: SagaGround, shares: boolean) {
    const shop = new Workshop(ground)
    super(shop.stores)
    this.ground = ground
    this.shop = shop
    this.shares = shares
  }

  private atWork(id: string): Active | undefined {
    return this.shares ? this.active.get(id) : undefined
  }

  run(inputs: Values = {}, options: RunOptions = {}): Run {
    const begun = this.begin(inputs, options)
    const cancel = (reason: unknown): void =>
      void begun.then((course) => course.cancel(toReason(reason))).catch(nothing)
    const inner = (): Promise<Run | undefined> => begun.then((course) => course.forwardRun).catch(nothing)
    return this.follow(
      this.attempt(() => begun.then((course) => course.ended)),
      cancel,
      inner,
    )
  }

  /** Everything about inputs and options is refused here, before there is a saga. */
  private async begin(inputs: Values, options: RunOptions): Promise<Course> {
    const { id: given, seed, fingerprint = false, budget, record, tracer } = options
    const text = textOf(inputs)
    if (record) refuseOption("record", "false in a saga: its journal is its record")
    const id = given ?? drawId(this.ground.host)
    journalOf(id)
    const { id: _, record: __, ...plain } = options
    const { shop, ground } = this
    const nobody = (): never => undefined as never
    const looked = await ground.execute({
      plan: shop.entrance,
      instanceOf: nobody,
      layersOf: nobody,
      inputs,
      options: plain,
      fixed: new Map(),
    }).settled
    if (!looked.ok) throw looked.error
    const active = this.atWork(id)
    if (active) {
      if (active.inputs === undefined || active.inputs === text) return active.course
      throw new CubeError({ ...saga_id_taken, params: { id, document: shop.plan.id } })
    }
    // Keys of writes follow from it, so each saga needs one of its own, and the same saga always the same.
    const own = `${seed ?? ground.seed ?? shop.plan.id}/${id}`
    const chosen = { fingerprint, ...(budget ? { budget } : {}), ...(tracer ? { tracer } : {}) }
    const course = this.open(id, "start", { inputs: text, seed: own, options: chosen })
    if (options.signal ?? options.deadlineMs) void this.heed(course, options)
    return course
  }

  private open(id: string, errand: Errand, begin?: Beginning): Course {
    if (this.stopped) throw new CubeError(runner_stopped)
    journalOf(id)
    const course = new Course(this.shop, id, errand, begin)
    this.active.set(id, { course, inputs: begin?.inputs })
    void course.ended.then(() => this.active.delete(id))
    return course
  }

  /** A signal or a deadline asks for undoing. */
  private async heed(course: Course, { signal, deadlineMs }: RunOptions): Promise<void> {
    const abort = (): void => course.cancel(toReason(signal?.reason))
    if (signal?.aborted) abort()
    signal?.addEventListener("abort", abort, { once: true })
    const timer = new AbortController()
    if (deadlineMs !== undefined) void expire(this.shop.clock, deadlineMs, timer.signal, course)
    await course.ended
    timer.abort("over")
    signal?.removeEventListener("abort", abort)
  }

  resume(id: string): Run {
    return this.take(id, "resume")
  }

  undo(id: string): Run {
    const active = this.atWork(id)
    if (active) {
      active.course.cancel(new CubeError(saga_undo_asked))
      return runOf(active.course)
    }
    const ended = this.attempt(async () => this.open(id, "undo").ended).then((settled) =>
      !settled.ok && settled.error.code === saga_plan_changed.code ? this.undoElsewhere(id, settled) : settled,
    )
    return this.follow(ended)
  }

  async resumeAll(): Promise<ReadonlyMap<string, Run>> {
    const runs = new Map<string, Run>()
    const query = { state: "running", document: this.shop.plan.id, limit: 1000 } as const
    let cursor: string | undefined
    do {
      const page = await this.list({ ...query, cursor })
      for (const { id } of page.sagas) runs.set(id, this.goOn(id))
      cursor = page.cursor
    } while (cursor !== undefined)
    return runs
  }

  /** As `resume`, but lets a parked saga lie. */
  goOn(id: string): Run {
    return this.take(id, "start")
  }

  private take(id: string, errand: Errand): Run {
    const active = this.atWork(id)
    if (active) return runOf(active.course)
    try {
      return runOf(this.open(id, errand))
    } catch (error) {
      return this.follow(Promise.resolve(this.refusal(error)))
    }
  }

  /** With the document the saga was started with, and the very cubes. Without them there is no telling how to undo it. */
  private async undoElsewhere(id: string, refused: Settled): Promise<Settled> {
    const { origin, host } = this.ground
    if (!origin) return refused
    try {
      const source = await readSource(this.stores, id)
      const runner = await createRunner(source.document, pinned(origin, source), host, origin.options)
      const settled = await runner.saga?.undo(id).settled
      await runner.stop()
      return settled ?? refused
    } catch {
      return refused
    }
  }

  /** Work that is no course of this runner, or not yet. */
  private follow(ended: Promise<Settled>, ...more: Partial<Follow>): Run {
    const [cancel = nothing, inner = async () => undefined] = more
    this.others.add(ended)
    void ended.then(() => this.others.delete(ended))
    return createRun(ended, cancel, inner)
  }

  private async attempt(work: () => Promise<Settled>): Promise<Settled> {
    try {
      return await work()
    } catch (error) {
      return this.refusal(error)
    }
  }

  private refusal(error: unknown): Settled {
    return { ok: false, error: error as CubeError, outputs: {}, steps: {}, plan: this.shop.plan.digest }
  }

  async stop(reason: unknown): Promise<void> {
    if (reason !== undefined) {
      this.stopped ??= { reason }
      for (const { course } of this.active.values()) course.halt(reason)
    }
    while (this.active.size + this.others.size > 0)
      await Promise.allSettled([...[...this.active.values()].map(({ course }) => course.ended), ...this.others])
  }
}

const nothing = (): undefined => undefined

/** Canonical JSON of what a saga is started with: tells equal inputs. Those that cannot be written down are refused elsewhere. */
function textOf(inputs: Values): string {
  try {
    return canonical(encodeJson(present(inputs)) as Value)
  } catch {
    return ""
  }
}

function drawId({ entropy }: Host): string {
  if (entropy) return entropy()
  throw new CubeError({ ...host_lacks, params: { power: "entropy" } })
}

function refuseOption(option: string, takes: string): never {
  throw new CubeError({ ...run_option_refused, path: ["options"], params: { option, takes } })
}

async function expire(clock: Clock, deadlineMs: number, signal: AbortSignal, course: Course): Promise<void> {
  try {
    await clock.sleep(deadlineMs, signal)
    course.cancel(new CubeError({ ...deadline_exceeded, params: { deadlineMs } }))
  } catch {
    // It ended in time.
  }
}
