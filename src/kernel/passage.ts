import {
  type AnyCube,
  type Awaitable,
  type CubeError,
  type CubeInstance,
  type Host,
  POLICY_NAMES,
  type PolicyCall,
  type PolicyDecision,
  type PolicyName,
  type PolicyNext,
  type PolicyRecord,
  policyKey,
  type RunTracer,
  type StepRecord,
  type Value,
  type Values,
} from "cubular/contract"
import { accept, type Depth, isPlain } from "./accept.ts"
import { type Attendant, tell } from "./attend.ts"
import { callAs, callCube } from "./call.ts"
import type { Caller } from "./caller.ts"
import { canonical } from "./canonical.ts"
import type { Task } from "./compile.ts"
import { sha256Hex } from "./digest.ts"
import { valueAt } from "./gather.ts"
import { inputsOf, type Slots } from "./invoke.ts"
import type { Personal } from "./personal.ts"
import type { PlannedPolicy } from "./planned.ts"
import { createDraws, createRandom } from "./random.ts"
import { callsOf, opensOf, type Role } from "./role.ts"
import { StepView } from "./step.ts"
import type { Tap } from "./tap.ts"
import type { Tied, Ties } from "./ties.ts"

/** What records are made of, where somebody wants one. */
export interface Kept {
  taps: Map<string, Tap> | undefined
  calls: Map<string, StepRecord> | undefined
}

/** A run as the policies around its steps see it. */
export interface Patron extends Caller {
  readonly slots: Slots
  readonly depth: Depth
  readonly recording: boolean
  /** Nothing was asked for that concerns single steps. */
  readonly plain: boolean
  /** Made when first asked for. */
  tied(): Ties
  /** Nothing it asked for is wanted any more. */
  readonly calledOff: boolean
  /** One more attempt than a step has without policies; throws when the run may not go on. */
  attemptStarted(): void
  /** The same as `tap` and `callEnded`, kept elsewhere. */
  tapIn(kept: Kept, path: string): Tap | undefined
  callEndedIn(kept: Kept, path: string, outputs: Values | undefined, error: CubeError | undefined): void
  decided(passage: Passage, decision: PolicyDecision): void
  /** A step came through its policies, to its values or an error. */
  arrived(passage: Passage, isOk: boolean, end: unknown): void
}

/** One step of one run on its way through its policies. */
export class Passage implements Attendant {
  readonly run: Patron
  readonly task: Task
  private decisions: PolicyDecision[] | undefined
  private attempts = 0
  /** Every attempt of a recorded run that came to an end of its own, and to what; newest last. */
  private ends: { readonly attempt: Attempt; readonly end: unknown }[] | undefined
  /** The attempt whose end is the step's; undefined while it goes on, and when a policy answered. */
  decisive: Kept | undefined
  private ownInputs: Values | undefined
  private ownDigest: string | undefined
  private ownKey: string | undefined
  private draw: (() => number) | undefined
  /** Innermost of those who are calling right now. */
  attendant: Attendant | undefined
  readonly outer = undefined
  told: Promise<Values> | undefined
  /** Its end comes later than its begin. */
  waited = false

  constructor(run: Patron, task: Task) {
    this.run = run
    this.task = task
  }

  get policy(): PlannedPolicy {
    return this.task.planned.policy as PlannedPolicy
  }

  get inputs(): Values {
    this.ownInputs ??= inputsOf(this.run.slots, this.task)
    return this.ownInputs
  }

  get digest(): string {
    this.ownDigest ??= sha256Hex(canonical(this.inputs as Value))
    return this.ownDigest
  }

  get key(): string {
    const { key } = this.policy
    const value = key && valueAt(key, this.run.slots, false, [])
    this.ownKey ??= value === undefined ? "" : sha256Hex(canonical(value))
    return this.ownKey
  }

  /** The same draws whatever else the run does. */
  random(): number {
    const { run, task } = this
    this.draw ??= createRandom(createDraws("policy", run.seed, task.role.path)).next
    return this.draw()
  }

  /** Goes through the policies. @returns a promise where they wait: then the run is told when they have come to an end. */
  begin(): Awaitable<Values> {
    const { enter } = this.task.layers as NonNullable<Task["layers"]>
    const answered = this.attend(this, new Call(this, undefined, this.run.deadline), enter)
    this.waited = answered instanceof Promise
    return answered
  }

  /** Calls on, for somebody who is told how it ends. */
  attend(attendant: Attendant, call: Call, next: PolicyNext): Awaitable<Values> {
    this.attendant = attendant
    let answered: Awaitable<Values>
    try {
      answered = next(call)
    } catch (error) {
      this.attendant = attendant.outer
      return attendant.failed(error)
    }
    this.attendant = attendant.outer
    if (!(answered instanceof Promise)) return attendant.ok ? attendant.ok(answered) : answered
    const { told } = attendant
    if (answered === told) return answered
    // What becomes of the attempt is the business of whoever made another promise of it.
    told?.catch(nothing)
    attendant.told = undefined
    return answered.then(
      (values) => (attendant.ok ? attendant.ok(values) : values),
      (error) => attendant.failed(error),
    )
  }

  /** It came to an end. */
  ok(values: Values): Values {
    this.find(values)
    this.run.arrived(this, true, values)
    return values
  }

  failed(error: unknown): Values {
    this.find(error)
    this.run.arrived(this, false, error)
    return NOTHING
  }

  /** Finds out which attempt gave the step's answer. */
  private find(end: unknown): void {
    this.decisive = this.ends?.findLast((each) => each.end === end)?.attempt
  }

  decide(decision: PolicyDecision): void {
    this.decisions ??= []
    this.decisions.push(decision)
    this.run.decided(this, decision)
  }

  /** Calls the cube once. */
  attempt(call: Call): Awaitable<Values> {
    call.demand()
    if (this.attempts++ > 0) this.run.attemptStarted()
    const { task, run } = this
    const attempt = new Attempt(run, call)
    let returned: unknown
    try {
      returned = task.invoke(run.slots, task, new StepView(attempt, task.role))
      if (!isThenable(returned)) return this.take(attempt, returned)
    } catch (thrown) {
      return this.fail(attempt, thrown)
    }
    return new Answer(this, attempt, call.ties).to(Promise.resolve(returned))
  }

  /** What a policy keeps is looked at all the way down, like everything that is stored. */
  take(attempt: Attempt, returned: unknown): Values {
    const { task, run } = this
    if (task.flows) {
      // What it gives is looked at when its streams are over.
      this.note(attempt, returned)
      return returned as Values
    }
    if (task.plain && run.plain && !this.policy.data.cache && isPlain(task, returned)) return returned
    const depth = run.depth === "cheap" && this.policy.data.cache ? "deep" : run.depth
    const outputs: Slots = []
    try {
      accept(
        { outputs: task.outputs, optional: task.optional, firstSlot: 0, role: task.role },
        returned,
        outputs,
        depth,
      )
    } catch (thrown) {
      return this.fail(attempt, thrown)
    }
    const values: { [port: string]: Value } = {}
    for (let at = 0; at < outputs.length; at++) {
      const output = outputs[at]
      if (output !== undefined) values[task.outputs[at] as string] = output
    }
    this.note(attempt, values)
    return values
  }

  private fail(attempt: Attempt, thrown: unknown): never {
    this.leave(attempt, thrown)
    throw thrown
  }

  /** What a failed attempt left behind is let go of. */
  leave(attempt: Attempt, thrown: unknown): void {
    this.note(attempt, thrown)
    attempt.close()
  }

  /** What an attempt says that was ended from outside is not its own word. */
  private note(attempt: Attempt, end: unknown): void {
    if (!this.run.recording || attempt.over) return
    this.ends ??= []
    this.ends.push({ attempt, end })
  }

  /** Calls the cube of `fallback.use` with what of the inputs it takes. */
  async substitute(call: Call): Promise<Values> {
    call.demand()
    const { task, run, inputs } = this
    const cube = this.policy.substitute as AnyCube
    const given = Object.fromEntries(Object.entries(inputs).filter(([port]) => Object.hasOwn(cube.inputs, port)))
    const path = `${task.role.path}>${cube.id}#fallback`
    const role: Role = {
      ...task.role,
      path,
      cube,
      calls: callsOf(cube, undefined),
      opens: opensOf(cube, undefined),
      secrets: [],
      depth: 1,
    }
    const attempt = new Attempt(run, call)
    const outputs = await callAs(attempt, role, given, `${cube.id}#fallback`)
    const known = Object.entries(outputs).filter(([port]) => task.outputs.includes(port))
    const taken: Slots = []
    const taker = { outputs: task.outputs, optional: task.optional, firstSlot: 0, role: task.role }
    accept(taker, Object.fromEntries(known), taken, "schema")
    return Object.fromEntries(known)
  }

  get record(): PolicyRecord {
    const { attempts, decisions = [], decisive } = this
    const { data } = this.policy
    const silent = (): PolicyName | undefined => POLICY_NAMES.find((name) => data[policyKey(name)] !== undefined)
    const answer = decisive ? undefined : (decisions.at(-1)?.policy ?? silent())
    return { attempts, ...(answer ? { answer } : {}), decisions: [...decisions] }
  }
}

/** A call of the policies: the step's own, or one inside it that ends earlier. */
export class Call implements PolicyCall {
  readonly passage: Passage
  readonly deadline: number | undefined
  private readonly outer: Call | undefined
  /** Most calls answer before anybody needs them. */
  private own: Ties | undefined

  constructor(passage: Passage, outer: Call | undefined, deadline: number | undefined) {
    this.passage = passage
    this.outer = outer
    this.deadline = deadline
  }

  get ties(): Ties {
    this.own ??= this.outer ? this.outer.ties.child() : this.passage.run.tied()
    return this.own
  }

  get inputs(): Values {
    return this.passage.inputs
  }

  get digest(): string {
    return this.passage.digest
  }

  get key(): string {
    return this.passage.key
  }

  get over(): boolean {
    if (this.own) return this.own.over
    return this.outer ? this.outer.over : this.passage.run.calledOff
  }

  /** @throws the reason when it is over. */
  demand(): void {
    if (this.over) this.ties.demand()
  }

  random(): number {
    return this.passage.random()
  }

  attend(
    next: PolicyNext,
    ok: ((values: Values) => Values) | undefined,
    failed: (error: unknown) => Awaitable<Values>,
  ): Awaitable<Values> {
    return this.passage.attend({ ok, failed, outer: this.passage.attendant, told: undefined }, this, next)
  }

  guard<T>(work: Promise<T>): Promise<T> {
    return this.ties.guard(work)
  }

  sleep(ms: number): Promise<void> {
    const { clock } = this.passage.run.host
    return this.ties.guard((clock as NonNullable<Host["clock"]>).sleep(ms, this.ties.signal))
  }

  inner(endsInMs: number): Call {
    const clock = this.passage.run.host.clock as NonNullable<Host["clock"]>
    const ends = clock.now() + endsInMs
    const deadline = this.deadline === undefined ? ends : Math.min(this.deadline, ends)
    return new Call(this.passage, this, deadline)
  }

  end(reason: unknown): void {
    this.ties.cancel(reason)
  }

  attempt(): Awaitable<Values> {
    return this.passage.attempt(this)
  }

  substitute(): Awaitable<Values> {
    return this.passage.substitute(this)
  }

  decide(decision: PolicyDecision): void {
    this.passage.decide(decision)
  }
}

/** What an attempt that waits comes to. */
class Answer implements Tied {
  private readonly passage: Passage
  private readonly attempt: Attempt
  private readonly ties: Ties
  private readonly attendant: Attendant | undefined
  private readonly promise: Promise<Values>
  private resolve!: (values: Values) => void
  private reject!: (error: unknown) => void

  constructor(passage: Passage, attempt: Attempt, ties: Ties) {
    this.passage = passage
    this.attempt = attempt
    this.ties = ties
    this.attendant = passage.attendant
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
    let isTold = false
    for (let each = this.attendant; each !== undefined; each = each.outer) {
      each.told = this.promise
      isTold = each === passage
    }
    // A policy that called later may drop it.
    if (!isTold) this.promise.catch(nothing)
  }

  /** Whoever is cancelled is let go of at once, whether or not the cube heeds its signal. */
  to(returned: Promise<unknown>): Promise<Values> {
    this.ties.tie(this)
    returned.then(
      (outputs) => this.ok(outputs),
      (thrown) => this.failed(thrown),
    )
    return this.promise
  }

  cut(reason: unknown): void {
    Promise.resolve().then(() => this.tell(false, reason))
  }

  private ok(outputs: unknown): void {
    if (!this.ties.untie(this)) return
    let values: Values
    try {
      values = this.passage.take(this.attempt, outputs)
    } catch (error) {
      return this.tell(false, error)
    }
    this.tell(true, values)
  }

  private failed(thrown: unknown): void {
    if (!this.ties.untie(this)) return
    this.passage.leave(this.attempt, thrown)
    this.tell(false, thrown)
  }

  private tell(isOk: boolean, end: unknown): void {
    tell(this.attendant, this.promise, isOk, end, this.resolve, this.reject)
  }
}

/** The run as one attempt of a step sees it: what it takes and calls is its own until its end turns out to be the step's. */
class Attempt implements Caller, Kept {
  readonly deadline: number | undefined
  taps: Map<string, Tap> | undefined
  calls: Map<string, StepRecord> | undefined
  private readonly run: Patron
  private readonly around: Call
  /** Few cubes ask for anything that must be let go of. */
  private own: Ties | undefined
  private closed = false

  constructor(run: Patron, around: Call) {
    this.run = run
    this.around = around
    this.deadline = around.deadline
  }

  get ties(): Ties {
    if (this.own) return this.own
    this.own = this.around.ties.child()
    if (this.closed) this.own.close()
    return this.own
  }

  get over(): boolean {
    return this.own ? this.own.over : this.closed || this.around.over
  }

  close(): void {
    this.closed = true
    this.own?.close()
  }

  get host(): Host {
    return this.run.host
  }

  personal(): Personal {
    return this.run.personal()
  }

  get seed(): string {
    return this.run.seed
  }

  get signal(): AbortSignal {
    return this.ties.signal
  }

  guard<T>(work: Promise<T>): Promise<T> {
    return this.ties.guard(work)
  }

  tap(path: string): Tap | undefined {
    return this.run.tapIn(this, path)
  }

  originOf(service: string, cube: AnyCube): string {
    return this.run.originOf(service, cube)
  }

  call(caller: Role, count: number, id: string, inputs: Values, signal: AbortSignal | undefined): Promise<Values> {
    return callCube(this, caller, count, id, inputs, signal)
  }

  get recording(): boolean {
    return this.run.recording
  }

  get tracer(): RunTracer | undefined {
    return this.run.tracer
  }

  childTies(): Ties {
    return this.ties.child()
  }

  wasCalledOff(path: string): boolean {
    return this.run.wasCalledOff(path)
  }

  instanceOf(cube: AnyCube): CubeInstance {
    return this.run.instanceOf(cube)
  }

  callStarted(path: string): void {
    this.ties.demand()
    this.run.callStarted(path)
  }

  callEnded(path: string, outputs: Values | undefined, error: CubeError | undefined): void {
    this.run.callEndedIn(this, path, outputs, error)
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
}

const NOTHING: Values = /* @__PURE__ */ Object.freeze({})
const nothing = (): void => undefined
