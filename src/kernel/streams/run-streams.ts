import { CubeError, isCubeError, itemOf, type Value, type Values } from "cubular/contract"
import { outputs_refused, stream_read_by_run, stream_threw } from "cubular/messages/en"
import type { Task } from "../compile.ts"
import { failureOf } from "../failure.ts"
import type { Flowing, Flows } from "../flows.ts"
import { parse } from "../gather.ts"
import type { PlannedRunInput } from "../planned.ts"
import { Channel, type ChannelOwner } from "./channel.ts"
import { createInspection } from "./inspection.ts"
import { type Layout, layoutOf } from "./layout.ts"
import { type Opening, OutputReader } from "./output-reader.ts"
import { Tally } from "./tally.ts"

/** Items after which signal, deadline and budgets are looked at, and after which the host's timers get a turn. */
const LOOK = 64
const BREATH = 32_768

/** A step whose streams are not all over. */
interface OpenStep {
  readonly given: Values
  readonly summaries: { [port: string]: Value }
  left: number
  failure: { readonly error: unknown } | undefined
}

/** The streams of one run. */
export class RunStreams implements Flows {
  readonly outputs: { readonly [name: string]: AsyncIterable<Value> }
  private readonly run: Flowing
  private readonly layout: Layout
  private readonly given = new Map<number, AsyncIterable<unknown>>()
  private readonly channels = new Map<number, Channel>()
  private readonly tallies = new Map<number, Tally>()
  private readonly opened = new Set<number>()
  private readonly asked = new Map<string, OutputReader>()
  /** Whoever wants an output has asked for it. */
  private settled = false
  /** What whoever asks for an output after the end is told. */
  private end: Opening | undefined
  private passed = 0

  constructor(run: Flowing) {
    this.run = run
    this.layout = layoutOf(run.ground.program.plan)
    const outputs = {}
    for (const name of this.layout.outputs.keys())
      Object.defineProperty(outputs, name, { enumerable: true, get: () => this.askFor(name) })
    this.outputs = Object.freeze(outputs)
    void Promise.resolve().then(() => {
      this.settled = true
      for (const [name, slot] of this.layout.outputs) this.drainUnasked(name, slot)
    })
  }

  take(given: unknown): unknown {
    const { inputs } = this.run.ground.program.plan
    if (this.layout.inputs.length === 0 || typeof given !== "object" || given === null) return given
    try {
      const taken: { [name: string]: unknown } = { ...given }
      for (const slot of this.layout.inputs) {
        const { name } = inputs[slot] as PlannedRunInput
        const value = taken[name]
        if (value === undefined) continue
        const iterable = toIterable(value)
        if (iterable) this.given.set(slot, iterable)
        taken[name] = iterable ? null : false
      }
      return taken
    } catch {
      // It is read again where it is told what is wrong.
      return given
    }
  }

  place(): number {
    const { inputs } = this.run.ground.program.plan
    for (const [slot, iterable] of this.given) this.openInput(slot, inputs[slot] as PlannedRunInput, iterable)
    return this.given.size
  }

  private openInput(slot: number, { name, checks }: PlannedRunInput, iterable: AsyncIterable<unknown>): void {
    const inspect = createInspection({ depth: this.run.depth, outside: true, checks, port: name })
    const failure = (thrown: unknown): CubeError =>
      isCubeError(thrown)
        ? failureOf(thrown, "", ["inputs", name])
        : new CubeError({ ...stream_threw, path: ["inputs", name], params: { port: name }, cause: thrown })
    this.begin(slot, iterable, name, inspect, failure, () => {
      this.run.slots[slot] = this.tallies.get(slot)?.summary as Value
      this.run.inputOver()
    })
  }

  open(step: number, returned: unknown): void {
    const task = this.run.ground.program.tasks[step] as Task
    const { cube, path } = task.role
    const ports = task.planned.streams ?? []
    if (typeof returned !== "object" || returned === null) refuse(cube.id, [], "{ … }")
    const given = returned as Values
    const iterables: readonly unknown[] = ports.map((port) => (Object.hasOwn(given, port) ? given[port] : undefined))
    const bad = ports.find((_, at) => !isAsyncIterable(iterables[at]))
    if (bad !== undefined) {
      for (const each of iterables) if (isAsyncIterable(each)) close(each)
      refuse(cube.id, [bad], "AsyncIterable")
    }
    const open: OpenStep = { given, summaries: {}, left: ports.length, failure: undefined }
    this.opened.add(step)
    ports.forEach((port, at) => {
      const slot = task.firstSlot + task.outputs.indexOf(port)
      const schema = cube.outputs[port]
      const checks = schema && this.run.depth === "schema" ? [itemOf(schema)] : []
      const inspect = createInspection({ depth: this.run.depth, outside: false, checks, port })
      const failure = (thrown: unknown): CubeError => failureOf(thrown, cube.id, ["cubes", path, "outputs", port])
      this.begin(slot, iterables[at] as AsyncIterable<unknown>, port, inspect, failure, (failed) => {
        open.summaries[port] = this.tallies.get(slot)?.summary as Value
        open.failure ??= failed && { error: failureOf(failed.error, cube.id, ["outputs", port]) }
        if (--open.left === 0) void this.land(step, open)
      })
    })
    this.run.release(task.early)
  }

  /** Everything a step gave, with what its streams came to; some values are known only now. */
  private async land(step: number, { given, summaries, failure }: OpenStep): Promise<void> {
    if (failure) return this.run.landed(step, undefined, failure.error)
    const values: { [port: string]: Value | undefined } = { ...summaries }
    try {
      for (const port of Object.keys(given)) {
        const value: unknown = given[port]
        if (!Object.hasOwn(summaries, port)) values[port] = typeof value === "function" ? await value() : value
      }
    } catch (thrown) {
      return this.run.landed(step, undefined, thrown)
    }
    this.run.landed(step, values)
  }

  private begin(
    slot: number,
    iterable: AsyncIterable<unknown>,
    port: string,
    inspect: (item: unknown, index: number) => Value,
    failure: (thrown: unknown) => CubeError,
    over: (failed: { readonly error: unknown } | undefined) => void,
  ): void {
    const { run } = this
    const { options } = run
    const tally = new Tally((options?.fingerprint ?? false) || (options?.record ?? false))
    const reader = this.layout.readers.get(slot)
    const owner: ChannelOwner = {
      breath: () => this.breath(),
      came: (item) => {
        const value = inspect(item, tally.count)
        run.passed(value)
        tally.add(value)
        return value
      },
      goes: (item) => {
        const { input, step } = reader ?? {}
        const check = input?.stream?.check
        if (check) parse(check, item, run.ground.program.tasks[step as number]?.role.path ?? "", input.port)
        return item
      },
      failed: (thrown) => {
        const error = failure(thrown)
        return reader?.input ? failureOf(error, "", ["in", reader.input.port]) : error
      },
      over,
    }
    const channel = new Channel(iterable, owner, port)
    this.channels.set(slot, channel)
    this.tallies.set(slot, tally)
    run.slots[slot] = channel.reader as unknown as Value
    if (!reader) void channel.leave()
    else if (reader.output !== undefined) this.serve(reader.output, channel)
  }

  /** Whoever asked for the output gets it; when nobody has, the run reads it. */
  private serve(name: string, channel: Channel): void {
    const reader = this.asked.get(name)
    if (reader) reader.open({ channel })
    else if (this.settled) void drain(channel)
  }

  private drainUnasked(name: string, slot: number): void {
    const channel = this.channels.get(slot)
    if (channel && !this.asked.has(name)) void drain(channel)
  }

  private askFor(name: string): AsyncIterable<Value> {
    const known = this.asked.get(name)
    if (known) return known
    const reader = new OutputReader(name)
    this.asked.set(name, reader)
    const channel = this.channels.get(this.layout.outputs.get(name) as number)
    if (typeof this.end === "object") reader.open(this.end)
    else if (this.settled) reader.open({ thrown: new CubeError({ ...stream_read_by_run, params: { port: name } }) })
    else if (channel) reader.open({ channel })
    else if (this.end) reader.open(this.end)
    return reader
  }

  /** Streams that never wait for anything would keep everything else from happening. */
  private breath(): Promise<void> | undefined {
    if (++this.passed % LOOK !== 0) return undefined
    this.run.look()
    if (this.passed % BREATH !== 0) return undefined
    return this.run.host.clock?.sleep(0, this.run.signal)
  }

  over(step: number): void {
    if (!this.opened.has(step)) this.missing(step)
    for (const slot of this.layout.fed[step] ?? []) void this.channels.get(slot)?.leave()
  }

  /** A step is over that gave no streams: skipped, failed or cancelled. */
  private missing(step: number): void {
    const { run } = this
    const { early, firstSlot, outputs } = run.ground.program.tasks[step] as Task
    const error = run.errors?.get(step)
    for (const [name, slot] of this.layout.outputs)
      if (slot >= firstSlot && slot < firstSlot + outputs.length)
        this.asked.get(name)?.open(error ? { thrown: error } : "nothing")
    run.release(early)
  }

  close(ended: { readonly error: CubeError; readonly reason: unknown } | undefined): void {
    for (const [slot, iterable] of this.given) if (!this.channels.has(slot)) close(iterable)
    for (const channel of this.channels.values()) channel.cut(ended?.reason)
    this.end = ended ? { thrown: ended.reason } : "nothing"
    for (const reader of this.asked.values()) reader.open(this.end)
    if (!ended) return
    // Nothing of the run may look like a value that is none.
    const { slots } = this.run
    for (const slot of this.channels.keys())
      if (isAsyncIterable(slots[slot]))
        slots[slot] = this.given.has(slot) ? (this.tallies.get(slot)?.summary as Value) : undefined
  }
}

async function drain(channel: Channel): Promise<void> {
  try {
    while (!(await channel.next()).done);
  } catch {
    // The step that gave it fails, and says so.
  }
}

function toIterable(value: unknown): AsyncIterable<unknown> | undefined {
  if (isAsyncIterable(value)) return value
  return Array.isArray(value) ? each(value) : undefined
}

async function* each(list: readonly unknown[]): AsyncGenerator<unknown, void, undefined> {
  yield* list
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator] === "function"
  )
}

/** Closes a stream nobody will read. */
function close(iterable: AsyncIterable<unknown>): void {
  try {
    Promise.resolve(iterable[Symbol.asyncIterator]().return?.()).catch(() => undefined)
  } catch {
    // It never was one.
  }
}

function refuse(cube: string, path: readonly string[], expected: string): never {
  throw new CubeError({ ...outputs_refused, path: ["outputs", ...path], params: { cube, expected } })
}
