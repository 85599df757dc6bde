import {
  type AnyCube,
  CubeError,
  type CubeInstance,
  type Host,
  isCubeError,
  type PolicyDecision,
  type Run,
  type RunEvent,
  type RunOptions,
  type RunResult,
  type RunTracer,
  type Settled,
  type StepRecord,
  type Value,
  type Values,
} from "cubular/contract"
import { replayed_failure, run_cancelled, run_over } from "cubular/messages/en"
import { accept, type Depth, takePlain } from "./accept.ts"
import { callCube } from "./call.ts"
import { fillLists, type Task } from "./compile.ts"
import { EventLog } from "./events.ts"
import { failureOf } from "./failure.ts"
import type { Flowing, Flows } from "./flows.ts"
import { gather } from "./gather.ts"
import {
  CANCELLED,
  type Course,
  CUT_OFF,
  FAILED,
  type Feed,
  type Fixed,
  type Ground,
  OK,
  RUNNING,
  SKIPPED,
  STOPPED,
  UNREADY,
  type Waiting,
} from "./ground.ts"
import { takeInputs } from "./inputs.ts"
import { inputsOf, type Slots } from "./invoke.ts"
import { outcomeOf } from "./outcome.ts"
import { type Kept, Passage, type Patron } from "./passage.ts"
import { addPersonal, collect, discreet, Personal } from "./personal.ts"
import { encodeOutputs } from "./record.ts"
import type { Role } from "./role.ts"
import { type Ending, settle, toSettled } from "./settle.ts"
import { StepView } from "./step.ts"
import { Tap } from "./tap.ts"
import { Ties } from "./ties.ts"
import { readOptions, Watch } from "./watch.ts"
import { freeze, namedMutation, type Sealed, seal, unseal } from "./wires.ts"

/**
 * One execution. A plain loop runs steps in plan order; the first that returns a promise moves this run, and only this
 * run, to counting what each step still waits for. Everything but the loop is made when it is first asked for.
 */
export class Execution implements Run, Course, Patron, Kept, Flowing {
  readonly ground: Ground
  options: RunOptions | undefined
  readonly slots: Slots
  states: number[] | undefined
  errors: Map<number, CubeError> | undefined
  broken: Course["broken"]
  taps: Map<string, Tap> | undefined
  calls: Map<string, StepRecord> | undefined
  passages: Map<number, Passage> | undefined
  /** Among the runs that wait. */
  place = -1
  private readonly feed: Feed | undefined
  /** Nothing was asked for that concerns single steps. */
  plain = true
  depth: Depth = "cheap"
  private watch: Watch | undefined
  /** Every step so far was ok. */
  private clean = true
  private over = false
  /** Some step waits: whether others can start is counted down in `states`. */
  private counting = false
  /** Steps to start next; undefined while the first loop finds them itself. */
  private ready: number[] | undefined
  private open = 0
  private running = 0
  private sealed: Map<number, Sealed> | undefined
  private ties: Ties | undefined
  private log: EventLog | undefined
  private wake: (() => void) | undefined
  private ending: Ending | undefined
  private ownSeed: string | undefined
  private readonly flows: Flows | undefined

  constructor(ground: Ground, inputs: unknown, options: RunOptions | undefined, feed: Feed | undefined) {
    this.ground = ground
    this.slots = ground.program.template.slice()
    this.feed = feed
    this.flows = ground.streams?.begin(this)
    const given = this.flows ? this.flows.take(inputs) : inputs
    const refusal =
      options || ground.wires || feed
        ? this.prepare(given, options)
        : takeInputs(ground.program.inputs, given, this.slots, false)
    if (refusal) this.cancel(refusal)
    else if (!this.over) this.begin()
  }

  get result(): Promise<RunResult> {
    if (!this.over) return new Promise((resolve, reject) => this.whenOver(() => this.tellResult(resolve, reject)))
    const { result, error } = this.end()
    return error === undefined ? Promise.resolve(result) : Promise.reject(this.reasonFor(error))
  }

  get settled(): Promise<Settled> {
    if (!this.over) return new Promise((resolve) => this.whenOver(() => resolve(toSettled(this.end()))))
    return Promise.resolve(toSettled(this.end()))
  }

  get streams(): Run["streams"] {
    return this.flows?.outputs ?? NO_STREAMS
  }

  private whenOver(tell: () => void): void {
    const { wake } = this
    this.wake = tell
    if (wake)
      this.wake = () => {
        wake()
        tell()
      }
  }

  private tellResult(resolve: (result: RunResult) => void, reject: (reason: unknown) => void): void {
    const { result, error } = this.end()
    if (error === undefined) resolve(result)
    else reject(this.reasonFor(error))
  }

  /** A run that was ended rejects with the reason it was given. */
  private reasonFor(error: CubeError): unknown {
    return this.broken ? this.broken.reason : error
  }

  /** Whoever comes late is told what happened so far in plan order and without times. */
  get events(): AsyncIterable<RunEvent> {
    this.log ??= this.tellPast(new EventLog(this.host))
    return this.log
  }

  /** Ends the run now: what has not ended is cancelled, and what it still gives is dropped. */
  cancel(reason: unknown = new CubeError(run_cancelled)): void {
    if (this.over) return
    const error = isCubeError(reason) ? reason : new CubeError({ ...run_cancelled, cause: reason })
    this.broken = { error, reason }
    this.states ??= newStates(this.ground.program.tasks.length)
    for (let i = 0; i < this.states.length; i++) {
      if (!isPending(this.states[i])) continue
      this.states[i] = this.states[i] === RUNNING ? STOPPED : CANCELLED
      this.tellDone(i)
    }
    this.finish()
  }

  /** Sets up what was asked for. */
  private prepare(inputs: unknown, given: RunOptions | undefined): CubeError | undefined {
    const { ground } = this
    try {
      const options = given && readOptions(given)
      // What is fed comes from a store and goes back to one.
      const deep = ground.wires || this.feed !== undefined || options?.fingerprint === true || options?.record === true
      this.options = options
      this.depth = ground.wires ? "schema" : deep ? "deep" : "cheap"
      if (options && (options.signal ?? options.deadlineMs ?? options.budget) !== undefined)
        this.watch = new Watch(options, this.host, (reason) => this.cancel(reason))
      if (options?.tracer) this.log = this.tellAll()
      this.plain = !deep && !this.watch && !this.feed && !this.log
      const refusal = takeInputs(ground.program.inputs, inputs, this.slots, deep)
      if (ground.wires && !refusal) for (const value of this.slots) freeze(value)
      if (!refusal) this.watch?.look()
      return refusal
    } catch (error) {
      return error as CubeError
    }
  }

  private begin(): void {
    const { tasks, waits } = this.ground.program
    if (this.flows) {
      this.states = waits.slice()
      this.open = tasks.length + this.flows.place()
      this.counting = true
    }
    for (let i = 0; i < tasks.length && !this.over; ) i = this.canSprint() ? this.sprint(i) : this.walk(i)
    if (this.over) return
    if (!this.counting) return this.finish()
    this.ready = []
    this.place = this.ground.waiting.push(this) - 1
    this.watch?.look()
    if (this.over) return
    this.watch?.wait()
    this.goOn()
  }

  private canSprint(): boolean {
    return this.plain && this.clean && !this.counting
  }

  /** The hot path. Runs steps from `from` on until one needs a closer look, gives it that, returns where to go on. */
  private sprint(from: number): number {
    const { slots } = this
    const { tasks } = this.ground.program
    let i = from
    let returned: unknown
    try {
      for (; i < tasks.length; i++) {
        const task = tasks[i] as Task
        if (!task.simple) break
        if (task.lists !== undefined) fillLists(task.lists, slots)
        returned = task.invoke(slots, task, new StepView(this, task.role))
        if (!takePlain(task, returned, slots)) break
      }
    } catch (thrown) {
      this.openAt(i)
      this.begun(i)
      this.fail(i, thrown)
      return i + 1
    }
    if (i === tasks.length) this.states?.fill(OK, from)
    if (i === tasks.length) return i
    this.openAt(i)
    if (!this.task(i).simple) return this.walk(i)
    this.begun(i)
    this.receive(i, returned)
    return i + 1
  }

  /** Writes down what the hot path left out: all before `i` are ok. */
  private openAt(i: number): void {
    this.states ??= newStates(this.ground.program.tasks.length)
    if (i > 0) this.states.fill(OK, 0, i)
  }

  /** One step of the first loop, with everything that may be asked for. */
  private walk(i: number): number {
    this.states ??= newStates(this.ground.program.tasks.length)
    if (this.states[i] === 0) this.start(i)
    return i + 1
  }

  private start(i: number): void {
    const task = this.task(i)
    this.watch?.look()
    if (this.over) return
    if (this.isCutOff(task)) return this.done(i, CUT_OFF)
    const fixed = this.feed?.fixed.get(task.role.path)
    if (fixed) return this.adopt(i, task, fixed)
    let returned: unknown
    try {
      if (task.sure && this.clean) {
        if (task.lists !== undefined) fillLists(task.lists, this.slots)
      } else if (gather(task, this.slots) === "skip") return this.done(i, SKIPPED)
      this.begun(i)
      if (this.over) return
      if (this.ground.wires) this.seal(i, task)
      if (task.layers) return this.pass(i, task)
      returned = task.invoke(this.slots, task, new StepView(this, task.role))
    } catch (thrown) {
      return this.fail(i, thrown)
    }
    this.receive(i, returned)
  }

  /** The way of a step with policies. */
  private pass(i: number, task: Task): void {
    const passage = new Passage(this, task)
    if (this.recording) this.keep(passage)
    const answered = passage.begin()
    if (answered instanceof Promise && !this.counting) this.count(i)
  }

  arrived({ task, waited }: Passage, isOk: boolean, end: unknown): void {
    const { index } = task.planned
    if (isOk) this.take(index, end)
    else this.fail(index, end)
    if (waited) this.goOn()
  }

  /** Of the others there is nothing to tell. */
  private keep(passage: Passage): void {
    this.passages ??= new Map()
    this.passages.set(passage.task.planned.index, passage)
  }

  private begun(i: number): void {
    this.setState(i, RUNNING)
    this.running++
    this.log?.started(this.task(i).role.path)
    this.watch?.started(this.running)
  }

  private isCutOff({ planned }: Task): boolean {
    if (this.clean || !(this.errors || this.feed)) return false
    return planned.waitsFor.some((before) => isFailure(this.states?.[before]))
  }

  /** A step of a replay that is not executed again. */
  private adopt(i: number, task: Task, { outcome, code, outputs }: Fixed): void {
    if (outcome === "failed")
      return this.fail(
        i,
        new CubeError({ ...replayed_failure, code: code ?? replayed_failure.code, params: { code: code ?? "" } }),
      )
    if (outcome !== "ok") return this.done(i, outcome === "skipped" ? SKIPPED : CANCELLED)
    task.outputs.forEach((port, at) => {
      this.slots[task.firstSlot + at] = outputs[port]
    })
    this.done(i, OK)
  }

  private receive(i: number, returned: unknown): void {
    let promise: Promise<unknown>
    try {
      if (returned instanceof Promise) promise = returned
      else if (isThenable(returned)) promise = Promise.resolve(returned) as Promise<unknown>
      else return this.take(i, returned)
    } catch (thrown) {
      return this.fail(i, thrown)
    }
    if (!this.counting) this.count(i)
    promise.then(
      (value) => {
        this.take(i, value)
        this.goOn()
      },
      (thrown) => {
        this.fail(i, thrown)
        this.goOn()
      },
    )
  }

  /** From now on steps are counted down. All before `i` are over; `i` is running. */
  private count(i: number): void {
    const { tasks, waits } = this.ground.program
    const states = waits.slice()
    for (let j = 0; j <= i; j++) states[j] = (this.states as number[])[j] as number
    for (let j = 0; j < i; j++)
      for (const next of (tasks[j] as Task).next) if (next > i) states[next] = (states[next] as number) - 1
    this.states = states
    this.open = tasks.length - i
    this.counting = true
  }

  private take(i: number, returned: unknown): void {
    if (this.over) return
    const task = this.task(i)
    if (task.flows) return this.flow(i, returned)
    if (this.plain && task.plain) {
      try {
        if (takePlain(task, returned, this.slots)) return this.done(i, OK)
      } catch (thrown) {
        return this.fail(i, thrown)
      }
    }
    this.takeClosely(i, task, returned)
  }

  private takeClosely(i: number, task: Task, returned: unknown): void {
    try {
      accept(task, returned, this.slots, this.depth)
      if (this.ground.wires) this.unseal(i, task)
      if (this.options?.budget) this.watch?.gave(outputsOf(task, this.slots) as Value)
    } catch (thrown) {
      return this.fail(i, thrown)
    }
    if (!this.over) this.done(i, OK)
    else this.drop(task)
  }

  /** A step that gives streams goes on until they are over; those that read them begin. */
  private flow(i: number, returned: unknown): void {
    try {
      this.flows?.open(i, returned)
    } catch (thrown) {
      this.fail(i, thrown)
    }
  }

  landed(i: number, values: Values | undefined, error?: unknown): void {
    if (this.over) return
    if (values) this.takeClosely(i, this.task(i), values)
    else this.fail(i, error)
    this.goOn()
  }

  inputOver(): void {
    this.open--
    this.goOn()
  }

  look(): void {
    this.watch?.look()
  }

  passed(item: Value): void {
    if (this.options?.budget) this.watch?.passed(item)
  }

  private fail(i: number, thrown: unknown): void {
    if (this.over) return
    const task = this.task(i)
    const { cube, path } = task.role
    const named = this.ground.wires ? namedMutation(thrown, cube.id) : thrown
    this.errors ??= new Map()
    this.errors.set(i, discreet(failureOf(named, cube.id, ["cubes", path]), this.personal()))
    this.drop(task)
    this.done(i, this.states?.[i] === RUNNING ? FAILED : UNREADY)
  }

  /** Nothing of a step that fails or is cut short is left, not even the outputs in front of the bad one. */
  private drop(task: Task): void {
    this.slots.fill(undefined, task.firstSlot, task.firstSlot + task.outputs.length)
  }

  private done(i: number, state: number): void {
    if (this.states?.[i] === RUNNING) this.running--
    this.setState(i, state)
    if (state !== OK) this.clean = false
    if (this.log) this.tellDone(i)
    if (!this.counting) return
    this.open--
    this.release(this.task(i).next)
    this.flows?.over(i)
  }

  release(steps: readonly number[]): void {
    const { ready } = this
    const states = this.states as number[]
    for (const next of steps) {
      states[next] = (states[next] as number) - 1
      if (states[next] === 0) ready?.push(next)
    }
  }

  /** Starts what has become ready, until everything that is left waits for something. */
  private goOn(): void {
    const { ready } = this
    while (ready !== undefined && ready.length > 0 && !this.over) this.start(ready.pop() as number)
    if (this.open === 0 && !this.over) this.finish()
  }

  private finish(): void {
    this.over = true
    this.watch?.stop()
    const { broken, ties, wake, options } = this
    if (broken) ties?.cancel(broken.reason)
    else ties?.close()
    this.flows?.close(broken)
    if (options?.record || options?.fingerprint) this.end()
    if (this.log) this.tellEnd(this.log)
    if (this.place >= 0) this.leave()
    wake?.()
  }

  /** No longer among those that wait: the last one takes its place. */
  private leave(): void {
    const { waiting, ended } = this.ground
    const last = waiting.pop() as Waiting
    if (last !== this) {
      waiting[this.place] = last
      last.place = this.place
    }
    if (waiting.length === 0) ended()
  }

  private end(): Ending {
    this.ending ??= settle(this)
    return this.ending
  }

  private task(i: number): Task {
    return this.ground.program.tasks[i] as Task
  }

  private setState(i: number, state: number): void {
    ;(this.states as number[])[i] = state
  }

  private seal(i: number, task: Task): void {
    this.sealed ??= new Map()
    this.sealed.set(i, seal(inputsOf(this.slots, task), task.role))
  }

  private unseal(i: number, task: Task): void {
    unseal(this.sealed?.get(i) ?? [], task.role.cube.id)
    for (let at = 0; at < task.outputs.length; at++) freeze(this.slots[task.firstSlot + at])
  }

  // What steps see of the run.

  get host(): Host {
    return this.ground.host
  }

  /** Its own, the runner's, or drawn from the host when first needed. */
  get seed(): string {
    this.ownSeed ??= this.options?.seed ?? this.ground.seed ?? this.host.entropy?.() ?? "0".repeat(32)
    return this.ownSeed
  }

  get deadline(): number | undefined {
    return this.watch?.deadline
  }

  get signal(): AbortSignal {
    return this.tied().signal
  }

  guard<T>(work: Promise<T>): Promise<T> {
    return this.tied().guard(work)
  }

  get calledOff(): boolean {
    return this.ties ? this.ties.over : this.over || this.broken !== undefined
  }

  tied(): Ties {
    if (this.ties) return this.ties
    this.ties = new Ties()
    // A cube that was left behind and only now looks.
    if (this.broken) this.ties.cancel(this.broken.reason)
    else if (this.over) this.ties.close()
    return this.ties
  }

  tap(path: string): Tap | undefined {
    return this.tapIn(this, path)
  }

  tapIn(kept: Kept, path: string): Tap | undefined {
    const fed = this.feed?.host.get(path)
    if (!fed && !this.options?.record) return undefined
    kept.taps ??= new Map()
    const tap = kept.taps.get(path) ?? new Tap(fed)
    kept.taps.set(path, tap)
    return tap
  }

  get recording(): boolean {
    return this.options?.record === true
  }

  get tracer(): RunTracer | undefined {
    return this.options?.tracer
  }

  originOf(service: string, cube: AnyCube): string {
    const { services } = this.ground.program.plan
    return (Object.hasOwn(services, service) ? services[service] : cube.services[service]?.origin) ?? ""
  }

  call(caller: Role, count: number, id: string, inputs: Values, signal: AbortSignal | undefined): Promise<Values> {
    return callCube(this, caller, count, id, inputs, signal)
  }

  childTies(): Ties {
    return this.tied().child()
  }

  personal(): Personal {
    const { plan, tasks } = this.ground.program
    const found = new Personal()
    plan.inputs.forEach(({ checks }, slot) => {
      for (const check of checks) collect(check, this.slots[slot], found)
    })
    for (const task of tasks) {
      const handled = { inputs: inputsOf(this.slots, task), outputs: outputsOf(task, this.slots) }
      addPersonal(found, task.role.cube, { ...handled, config: task.planned.config })
    }
    return found
  }

  wasCalledOff(path: string): boolean {
    return this.feed?.calledOff.has(path) ?? false
  }

  instanceOf(cube: AnyCube): CubeInstance {
    return this.ground.callees.get(cube) as CubeInstance
  }

  callStarted(path: string): void {
    this.running++
    if (!this.over) this.watch?.started(this.running)
    if (this.over) throw this.broken ? this.broken.reason : new CubeError(run_over)
    this.tracer?.callStarted(path)
  }

  attemptStarted(): void {
    if (!this.over) this.watch?.started(this.running)
    if (this.over) throw this.broken ? this.broken.reason : new CubeError(run_over)
  }

  decided(passage: Passage, decision: PolicyDecision): void {
    this.keep(passage)
    if (!this.over) this.log?.add({ type: "policy_decided", step: passage.task.role.path, ...decision })
  }

  callEnded(path: string, outputs: Values | undefined, error: CubeError | undefined): void {
    this.callEndedIn(this, path, outputs, error)
  }

  callEndedIn(kept: Kept, path: string, outputs: Values | undefined, error: CubeError | undefined): void {
    this.running--
    if (this.over) return
    this.tracer?.callEnded(path, outputs ? undefined : (error?.code ?? ""))
    if (outputs && this.options?.budget) this.watch?.gave(outputs as Value)
    if (!this.options?.record) return
    kept.calls ??= new Map()
    if (outputs) kept.calls.set(path, { path, outcome: "ok", outputs: encodeOutputs(outputs) })
    else if (error) kept.calls.set(path, { path, outcome: "failed", code: error.code })
    else kept.calls.set(path, { path, outcome: "cancelled" })
  }

  // What is told to those who listen.

  private tellAll(): EventLog {
    const log = new EventLog(this.host)
    log.begin()
    log.add({ type: "run_started", plan: this.ground.program.plan.digest })
    return log
  }

  private tellPast(log: EventLog): EventLog {
    const { tasks, plan } = this.ground.program
    log.add({ type: "run_started", plan: plan.digest })
    tasks.forEach((task, i) => {
      const state = this.states ? this.states[i] : OK
      if (state === OK || state === FAILED || state === RUNNING || state === STOPPED) log.started(task.role.path)
      const step = task.role.path
      for (const decision of this.passages?.get(i)?.record.decisions ?? [])
        log.add({ type: "policy_decided", step, ...decision })
      if (!isPending(state)) this.tellDone(i, log)
    })
    if (this.over) this.tellEnd(log)
    log.begin()
    return log
  }

  private tellDone(i: number, log: EventLog | undefined = this.log): void {
    log?.done(this.task(i).role.path, outcomeOf(this, i), this.errors?.get(i)?.toJSON())
  }

  private tellEnd(log: EventLog): void {
    const { error } = this.end()
    log.add({ type: "run_done", ok: !error, ...(error ? { error: error.toJSON() } : {}) })
  }
}

const NO_STREAMS: Run["streams"] = /* @__PURE__ */ Object.freeze({})

function newStates(length: number): number[] {
  const states: number[] = []
  for (let i = 0; i < length; i++) states.push(0)
  return states
}

function isPending(state: number | undefined): boolean {
  return state === undefined || state >= 0 || state === RUNNING
}

function isFailure(state: number | undefined): boolean {
  return state !== OK && state !== SKIPPED && !isPending(state)
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
}

function outputsOf({ outputs, firstSlot }: Task, slots: Slots): Values {
  return Object.fromEntries(outputs.map((port, at) => [port, slots[firstSlot + at]]))
}
