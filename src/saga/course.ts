import type { PlannedStep, SagaGround } from "cubular"
import {
  type Awaitable,
  CubeError,
  type CubeErrorJson,
  type CubeInstance,
  isCubeError,
  type JournalWriter,
  type PolicyCall,
  type Run,
  type RunOptions,
  type RunResult,
  type SagaState,
  type Settled,
  type StepResult,
  toParam,
  type Values,
} from "cubular/contract"
import {
  cube_threw,
  outputs_refused,
  saga_corrupt,
  saga_ended,
  saga_final,
  saga_id_taken,
  saga_parked,
  saga_plan_changed,
  saga_step_stuck,
  saga_suspended,
  saga_undo_asked,
  saga_undone,
  saga_unknown,
  saga_value_lost,
} from "cubular/messages/en"
import type { StartedEntry } from "./entry.ts"
import { KeptValues } from "./kept.ts"
import { journalOf } from "./ledger.ts"
import { SagaLog } from "./log.ts"
import { Progress } from "./progress.ts"
import { listingOf, readEntries } from "./view.ts"
import { type MadeCall, present, STEP_MS, underKey, type Workshop } from "./workshop.ts"

/** How often a step is tried that has to succeed: one that undoes, and any behind the point of no return. */
const ATTEMPTS = 5
const LEASE_SEC = 60
const RENEW_MS = 20_000

/** Why sleeps end that nobody needs any more. A reason of its own: the platform's takes longer to make than a step to run. */
const OVER = "over"

/** 1, 2, 4, 8 s. */
const pauseMs = (attempt: number): number => 1000 * 2 ** (attempt - 1)

/** What a saga is begun with. */
export interface Beginning {
  /** Canonical JSON. */
  readonly inputs: string
  readonly seed: string
  readonly options: Pick<RunOptions, "fingerprint" | "budget" | "tracer">
}

/** `start` lets a parked saga lie, and is enough to go on with one that is running. */
export type Errand = "start" | "resume" | "undo"

/** The end of one process's work on a saga. */
export type Ending = Settled

/** One saga at work in this process, from its journal's last word on. Never rejects. */
export class Course {
  readonly id: string
  readonly ended: Promise<Ending>
  /** The run of its steps, for those who listen. */
  readonly forwardRun: Promise<Run | undefined>
  private tellRun!: (run: Run | undefined) => void
  private readonly shop: Workshop
  private readonly ground: SagaGround
  private readonly begin: Beginning | undefined
  private errand: Errand
  private readonly kept: KeptValues
  private progress: Progress
  private log!: SagaLog
  private token = 0
  private execution: Run | undefined
  private readonly working = new Map<Promise<unknown>, string>()
  private readonly arounds = new Set<Promise<unknown>>()
  /** The step whose failure ended the way forward. */
  private failure: { readonly path: string; readonly error: CubeError } | undefined
  private asked: CubeError | undefined
  private stopped: { readonly error: unknown } | undefined
  private halted = false
  private wake: (() => void) | undefined
  private steps: RunResult["steps"] | undefined

  constructor(shop: Workshop, id: string, errand: Errand, begin: Beginning | undefined) {
    this.shop = shop
    this.ground = shop.ground
    this.id = id
    this.errand = errand
    this.begin = begin
    this.kept = new KeptValues(id, shop.stores)
    this.asked = errand === "undo" ? new CubeError(saga_undo_asked) : undefined
    this.progress = new Progress(id)
    this.forwardRun = new Promise((resolve) => {
      this.tellRun = resolve
    })
    this.ended = this.conduct().finally(() => this.tellRun(undefined))
  }

  /** Asks to undo it. Nothing happens where there is no way back, or the way back has begun. */
  cancel(reason: CubeError): void {
    if (this.asked || this.progress.committedBy !== undefined || this.progress.ended) return
    this.asked = reason
    if (!this.progress.undoing) this.execution?.cancel(reason)
  }

  /** Stops here and now; the journal stays as it is. */
  halt(reason: unknown): void {
    this.halted = true
    this.interrupt(reason)
    this.log?.fail(reason)
    this.wake?.()
  }

  private demand(): void {
    if (this.stopped) throw this.stopped.error
  }

  private interrupt(error: unknown): void {
    this.stopped ??= { error }
    this.execution?.cancel(error)
  }

  private async conduct(): Promise<Ending> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt()
      } catch (error) {
        const trouble = this.stopped?.error ?? error
        const again = isCubeError(trouble) && trouble.retryable && trouble.code.startsWith("store_")
        if (this.halted || !again || attempt === ATTEMPTS) return this.fail(trouble)
        this.stopped = undefined
        await this.pause(pauseMs(attempt)).catch(() => undefined)
        if (this.halted) return this.fail(trouble)
      }
    }
  }

  private async pause(ms: number): Promise<void> {
    const timer = new AbortController()
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve
    })
    await Promise.race([this.shop.clock.sleep(ms, timer.signal).catch(() => undefined), woken])
    timer.abort(OVER)
    this.wake = undefined
    this.demand()
  }

  /** Takes the right to write, and goes on from the journal's last word. */
  private async attempt(): Promise<Ending> {
    const { shop, id } = this
    const journal = shop.stores.journal(journalOf(id))
    const writer = await journal.writer({ leaseSec: LEASE_SEC })
    const renewing = new AbortController()
    this.token = writer.token
    this.execution = undefined
    this.failure = undefined
    try {
      this.demand()
      this.progress = new Progress(id, await readEntries(id, journal))
      this.log = new SagaLog(writer, shop.clock, this.progress, (error) => this.interrupt(error))
      void this.renew(writer, renewing.signal)
      return await this.goOn()
    } catch (error) {
      const code = isCubeError(error) ? error.code : ""
      if (code === saga_corrupt.code || code === saga_value_lost.code) return await this.setAside(error as CubeError)
      throw error
    } finally {
      renewing.abort(OVER)
      await writer.close().catch(() => undefined)
    }
  }

  private async renew(writer: JournalWriter, signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await this.shop.clock.sleep(RENEW_MS, signal)
        await writer.renew()
      }
    } catch (error) {
      if (!signal.aborted) this.log.fail(error)
    }
  }

  private async goOn(): Promise<Ending> {
    const { progress } = this
    if (!progress.started) await this.start()
    else await this.recognise(progress.started)
    const started = progress.started as StartedEntry
    if (progress.ended) return this.recall()
    if (progress.parked && this.errand === "start") return this.leave(CubeError.fromJSON(progress.parked))
    if (this.errand === "undo" && progress.committedBy !== undefined)
      throw new CubeError({ ...saga_final, params: { id: this.id, step: progress.committedBy } })
    if (progress.parked) void this.log.add({ type: "resumed" })
    // From here on a repeated attempt goes on, whatever it was asked for first.
    if (this.errand === "start") this.errand = "resume"
    const inputs = (await this.kept.read(started.inputs)) as Values
    if (progress.undoing) return this.back(inputs)
    if (this.asked && progress.committedBy === undefined) return this.turn(this.asked, inputs)
    return this.forward(started, inputs)
  }

  private async start(): Promise<void> {
    const { shop, id, begin, kept } = this
    if (!begin) {
      await shop.ledger.forget(id)
      throw new CubeError({ ...saga_unknown, params: { id } })
    }
    const { plan } = shop
    const started: StartedEntry = {
      type: "started",
      format: 1,
      document: plan.id,
      version: plan.version,
      plan: plan.digest,
      seed: begin.seed,
      fingerprint: begin.options.fingerprint === true,
      inputs: await kept.keepText(`${this.token}/inputs`, begin.inputs),
      source: await kept.keepText(`${this.token}/source`, shop.source),
      cubes: shop.cubes,
    }
    const { document, version, plan: digest } = started
    await shop.ledger.put({ id, document, version, state: "running", plan: digest, at: shop.clock.now() })
    void this.log.add(started)
  }

  /** Refuses to go on with another document than it was started with, or to take one saga for another. */
  private async recognise({ document, version, plan, inputs }: StartedEntry): Promise<void> {
    const { id, begin } = this
    if (begin && this.errand === "start") {
      const isSame = document === this.shop.plan.id && (await this.kept.readText(inputs)) === begin.inputs
      if (!isSame) throw new CubeError({ ...saga_id_taken, params: { id, document } })
    }
    if (this.progress.ended) return
    if (plan !== this.shop.plan.digest) throw new CubeError({ ...saga_plan_changed, params: { id, document, version } })
  }

  // Forward.

  private async forward(started: StartedEntry, inputs: Values): Promise<Ending> {
    const { shop, ground } = this
    const options = { seed: started.seed, fingerprint: started.fingerprint, ...this.begin?.options }
    const given = await this.outputs()
    const fixed = new Map(
      [...given].map(([path, outputs]) => [path, { outcome: "ok", code: undefined, outputs } as const]),
    )
    this.demand()
    const instanceOf = (step: PlannedStep): CubeInstance => this.watched(step)
    const layersOf = (step: PlannedStep) => ({
      enter: (call: PolicyCall) => this.around(step, call, shop.enter(step)),
      controls: {},
    })
    const execution = ground.execute({ plan: shop.plan, instanceOf, layersOf, inputs, options, fixed })
    this.execution = execution
    this.tellRun(execution)
    if (this.asked && this.progress.committedBy === undefined) execution.cancel(this.asked)
    if (this.failure && this.progress.committedBy === undefined) execution.cancel(this.failure.error)
    const settled = await execution.settled
    await Promise.allSettled(this.arounds)
    this.demand()
    this.steps = settled.steps
    if (settled.ok) return this.done(settled)
    const error = this.failure?.error ?? this.asked ?? causeOf(settled.error)
    const stuck = await this.stuckStep()
    this.demand()
    if (stuck !== undefined)
      return this.park(new CubeError({ ...saga_step_stuck, path: ["cubes", stuck], params: { step: stuck } }))
    if (this.progress.committedBy !== undefined) return this.park(error)
    return this.turn(error, inputs)
  }

  /** What steps gave that are done, by path. */
  private async outputs(): Promise<Map<string, Values>> {
    const outputs = new Map<string, Values>()
    for (const [path, step] of this.progress.steps)
      if (step.outputs) outputs.set(path, (await this.kept.read(step.outputs)) as Values)
    return outputs
  }

  /** A step's cube, whose work is known of until it ends: also when nobody waits for it any more. */
  private watched({ index, path }: PlannedStep): CubeInstance {
    const instance = this.ground.instances[index] as CubeInstance
    return {
      process: (inputs, step) => {
        const returned = instance.process(inputs, step)
        if (typeof (returned as Promise<Values> | undefined)?.then === "function") this.watch(path, returned)
        return returned
      },
    }
  }

  private watch(path: string, returned: Awaitable<unknown>): void {
    const work = Promise.resolve(returned)
    this.working.set(work, path)
    const forget = (): unknown => this.working.delete(work)
    work.then(forget, forget)
  }

  /** Waits for what was called off, though not for ever. @returns the path of one that goes on all the same. */
  private async stuckStep(): Promise<string | undefined> {
    if (this.working.size === 0) return undefined
    const timer = new AbortController()
    const late = this.shop.clock.sleep(STEP_MS, timer.signal).catch(() => undefined)
    await Promise.race([Promise.allSettled(this.working.keys()), late])
    timer.abort(OVER)
    return this.working.values().next().value
  }

  private around(step: PlannedStep, call: PolicyCall, enter: (call: PolicyCall) => Awaitable<Values>): Promise<Values> {
    const passing = this.pass(step, call, enter)
    this.arounds.add(passing)
    const forget = (): unknown => this.arounds.delete(passing)
    passing.then(forget, forget)
    return passing
  }

  private async pass(
    step: PlannedStep,
    call: PolicyCall,
    enter: (call: PolicyCall) => Awaitable<Values>,
  ): Promise<Values> {
    const { path, final } = step
    for (let attempt = 1; ; attempt++) {
      const noted = this.log.add({ type: "step_started", step: path, ...(final ? { final } : {}) })
      // What changes nothing may as well happen before it is known to have begun.
      if (step.cube.effect === "write") await call.guard(noted)
      let outputs: Values
      try {
        outputs = await enter(call)
      } catch (thrown) {
        if (call.over || this.stopped) throw thrown
        const error = errorOf(thrown, step)
        const refused = final && isRefusal(thrown)
        void this.log.add({ type: "step_failed", step: path, error: plain(error), ...(refused ? { refused } : {}) })
        if (this.progress.committedBy !== undefined && attempt < ATTEMPTS) {
          await call.sleep(pauseMs(attempt))
          continue
        }
        this.fell(path, error)
        throw thrown
      }
      await this.give(step, outputs)
      return outputs
    }
  }

  private async give({ path, index }: PlannedStep, values: Values): Promise<void> {
    try {
      const keeping = this.kept.keep(`${this.token}/${index}`, present(values))
      const outputs = keeping instanceof Promise ? await keeping : keeping
      void this.log.add({ type: "step_done", step: path, outputs })
    } catch (error) {
      this.log.fail(error)
      throw error
    }
  }

  /** A step has failed for good: where there is a way back, all others are called off. */
  private fell(path: string, error: CubeError): void {
    this.failure ??= { path, error }
    if (this.progress.committedBy === undefined) this.execution?.cancel(error)
  }

  // Back.

  private async turn(error: CubeError, inputs: Values): Promise<Ending> {
    void this.log.add({ type: "undoing", error: plain(error) })
    return this.back(inputs)
  }

  /** Undoes every step that began, the last of the plan first. */
  private async back(inputs: Values): Promise<Ending> {
    const outputs = await this.outputs()
    const seed = this.progress.started?.seed ?? ""
    const calls = await this.shop.callsOf(seed, inputs, outputs)
    for (const step of [...this.shop.plan.steps].reverse()) {
      const was = this.progress.steps.get(step.path)
      const instance = this.ground.instances[step.index] as CubeInstance
      if (!was || was.state === "undone" || was.final || !instance.compensate) continue
      const call = calls.get(step.path)
      if (!call) throw new CubeError({ ...saga_corrupt, params: { id: this.id, position: 0 } })
      const error = await this.undo(step, instance, call, outputs.get(step.path) ?? {})
      if (error) return this.park(error)
    }
    await this.log.add({ type: "ended", state: "undone" })
    await this.list()
    return this.outcome(saga_undone, CubeError.fromJSON(this.progress.undoing as CubeErrorJson))
  }

  /** @returns why it cannot be undone, however often it was tried. */
  private async undo(
    step: PlannedStep,
    instance: CubeInstance,
    { inputs, key }: MadeCall,
    outputs: Values,
  ): Promise<CubeError | undefined> {
    const { path } = step
    for (let attempt = 1; ; attempt++) {
      await this.log.add({ type: "undo_started", step: path })
      const undoer: CubeInstance = {
        process: async (_, view) => {
          const returned = instance.compensate?.(inputs, outputs, underKey(view, key))
          if (typeof (returned as Promise<void> | undefined)?.then === "function") this.watch(path, returned)
          await returned
          // What it published leaves when it is done, as of every step.
          await (view as { release?(): Promise<void> }).release?.()
          return {}
        },
      }
      const execution = this.ground.execute({
        plan: this.shop.undoPlan(step),
        instanceOf: () => undoer,
        layersOf: () => this.shop.patience(step),
        inputs: {},
        options: { seed: `${this.progress.started?.seed}/undo` },
        fixed: new Map(),
      })
      this.execution = execution
      const settled = await execution.settled
      this.demand()
      if (settled.ok) {
        void this.log.add({ type: "undo_done", step: path })
        return undefined
      }
      const error = causeOf(settled.error)
      void this.log.add({ type: "undo_failed", step: path, error: plain(error) })
      if (attempt === ATTEMPTS) return error
      await this.pause(pauseMs(attempt))
    }
  }

  // Ends.

  private async done({ outputs, fingerprint, emits }: RunResult): Promise<Ending> {
    const given = { outputs: present(outputs), ...(emits ? { emits } : {}) }
    const kept = await this.kept.keep(`${this.token}/outputs`, given)
    const extras = fingerprint === undefined ? {} : { fingerprint }
    await this.log.add({ type: "ended", state: "done", outputs: kept, ...extras })
    await this.list()
    return { ok: true, ...this.result("done", outputs), ...(emits ? { emits } : {}), ...extras }
  }

  private async park(error: CubeError): Promise<Ending> {
    await this.log.add({ type: "parked", error: plain(error) })
    return this.leave(error)
  }

  /** Whoever parked it may have died before anybody was told: the ledger is written last. */
  private async leave(error: CubeError): Promise<Ending> {
    const listed = await this.shop.ledger.get(this.id)
    const isTold = listed?.state === "parked" && listed.at === this.progress.at
    if (!isTold) this.alert(error)
    await this.list()
    return this.outcome(saga_parked, error)
  }

  /** Parks a saga whose journal must not be touched. */
  private async setAside(error: CubeError): Promise<Ending> {
    const { id, shop } = this
    const { document, version, plan } = this.progress.started ?? { document: shop.plan.id, version: "", plan: "" }
    this.alert(error)
    await shop.ledger.put({ id, document, version, state: "parked", plan, at: shop.clock.now(), code: error.code })
    return this.outcome(saga_parked, error)
  }

  private alert({ code }: CubeError): void {
    const fields = { alert: true, saga: this.id, composition: this.shop.plan.id, code }
    this.ground.host.log?.("error", "saga parked", fields)
  }

  /** What an earlier run of it came to. */
  private async recall(): Promise<Ending> {
    const { progress } = this
    const ended = progress.ended as NonNullable<Progress["ended"]>
    await this.list()
    if (this.errand === "undo" && ended.state === "done")
      throw new CubeError({ ...saga_ended, params: { id: this.id, state: "done" } })
    if (ended.state === "undone")
      return this.outcome(saga_undone, CubeError.fromJSON(progress.undoing as CubeErrorJson))
    const { outputs, ...emits } = (await this.kept.read(ended.outputs)) as unknown as Pick<
      RunResult,
      "outputs" | "emits"
    >
    const { fingerprint } = ended
    return {
      ok: true,
      ...this.result("done", outputs),
      ...emits,
      ...(fingerprint === undefined ? {} : { fingerprint }),
    }
  }

  /** The journal has the last word; a ledger that could not be told is put right when somebody looks at the saga again. */
  private async list(): Promise<void> {
    try {
      await this.shop.ledger.put(listingOf(this.progress))
    } catch (error) {
      const code = isCubeError(error) ? error.code : cube_threw.code
      this.ground.host.log?.("warn", "saga not listed", { saga: this.id, code })
    }
  }

  private outcome(text: typeof saga_undone | typeof saga_parked, cause: CubeError): Ending {
    const result = this.result(text === saga_undone ? "undone" : "parked", {})
    const params = { id: this.id, code: cause.code, problem: toParam(cause) }
    const error = new CubeError({ ...text, path: cause.path, params, cause, result })
    return { ok: false, error, ...result }
  }

  /** Nothing came of this process's work: either nothing was to be done, or it goes on another time. */
  private fail(trouble: unknown): Ending {
    const isTold = isCubeError(trouble) && !this.stopped && trouble.code.startsWith("saga_")
    const isOurs = this.progress.started && !(isCubeError(trouble) && trouble.code === saga_id_taken.code)
    const result = isOurs ? this.result(this.progress.state, {}) : this.nothing
    if (isTold || (isCubeError(trouble) && trouble.code === "journal_taken"))
      return { ok: false, error: trouble as CubeError, ...result }
    const cause = isCubeError(trouble)
      ? trouble
      : new CubeError({ ...cube_threw, params: { cube: "" }, cause: trouble })
    const params = { id: this.id, code: cause.code, problem: toParam(cause) }
    return { ok: false, error: new CubeError({ ...saga_suspended, params, retryable: true, cause, result }), ...result }
  }

  private get nothing(): RunResult {
    return { outputs: {}, steps: {}, plan: this.shop.plan.digest }
  }

  private result(state: SagaState, outputs: Values): RunResult {
    return { outputs, steps: this.stepResults(), plan: this.progress.started?.plan ?? "", saga: { id: this.id, state } }
  }

  private stepResults(): RunResult["steps"] {
    const { progress, shop, steps: seen } = this
    const results: { [path: string]: StepResult } = {}
    const without = progress.state === "done" ? "skipped" : "cancelled"
    for (const { path } of shop.plan.steps) {
      const step = progress.steps.get(path)
      const failed = this.failure?.path === path ? plain(this.failure.error) : step?.outputs ? undefined : step?.error
      if (failed) results[path] = { outcome: "failed", error: failed }
      else results[path] = step?.outputs ? { outcome: "ok" } : (seen?.[path] ?? { outcome: without })
    }
    return results
  }
}

/** What a failed run failed of. */
function causeOf(error: CubeError): CubeError {
  return error.code === "run_failed" && isCubeError(error.cause) ? error.cause : error
}

/** What a step failed with, at its place. */
function errorOf(thrown: unknown, { cube, path }: PlannedStep): CubeError {
  const place = ["cubes", path]
  try {
    if (isCubeError(thrown)) {
      const json = thrown.toJSON()
      return CubeError.fromJSON({ ...json, path: [...place, ...json.path] })
    }
  } catch {
    // It bears the brand and is none.
  }
  return new CubeError({ ...cube_threw, path: place, params: { cube: cube.id }, cause: thrown })
}

/** The cube itself says that it did nothing, and that trying again will not help. */
function isRefusal(thrown: unknown): boolean {
  return isCubeError(thrown) && !thrown.retryable && thrown.code !== outputs_refused.code
}

/** An error as a journal keeps it. */
function plain(error: CubeError): CubeErrorJson {
  const { issues, ...json } = error.toJSON()
  return JSON.parse(JSON.stringify(json)) as CubeErrorJson
}
