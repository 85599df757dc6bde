import { createRegistry, createRunner, validate } from "cubular"
import {
  type AnyCube,
  type CompositionDocument,
  CubeError,
  type Host,
  type Registry,
  type Run,
  type RunInputs,
  type RunOptions,
  type Value,
} from "cubular/contract"
import { composition_unlisted } from "cubular/messages/en"
import { policies } from "cubular/policies"
import { streams } from "cubular/streams"
import {
  fromWireReason,
  type Listing,
  NO_RESULT,
  type Report,
  type Service,
  type ServiceRunExtras,
  toCubeError,
  toWire,
  type WireReason,
  type WireRunOptions,
  type WireSettled,
} from "./protocol.ts"
import { type Runner, SessionRunners } from "./session-runners.ts"
import { type StepStarts, tracedRegistry } from "./session-tracing.ts"

type RunnerOptions = NonNullable<Parameters<typeof createRunner>[3]>

export interface SessionOptions {
  /** Given to every runner: policies (all of ours by default), limits, check, seed. */
  readonly runner?: RunnerOptions
  /** How many planned compositions are kept. Default 16. */
  readonly runners?: number
}

/** Cubes and compositions, or a registry of them. */
export type Entries = Registry | Iterable<AnyCube | CompositionDocument>

/** What to serve; a function is called when the first page connects. */
export type Served = Entries | (() => Entries | Promise<Entries>)

/** A run that was asked for and is not over. */
interface Running {
  readonly reports: Report[]
  /** One per report: over when the report has had the last event. */
  readonly told: Promise<void>[]
  /** Absent while its composition is being planned. */
  run?: Run
  cancelled?: { readonly reason: unknown }
}

/** Opens a session over what is to be served. @throws {CubeError} what `createRegistry` refuses. */
export async function openSession(
  served: Served,
  host: Host,
  options: SessionOptions = {},
  starts?: StepStarts,
): Promise<Session> {
  const given = typeof served === "function" ? await served() : served
  return new Session("manifests" in given ? given : createRegistry(given), host, options, starts)
}

/** Serves runs of what a registry holds: the same in the worker and, where there is none, in the page's own thread. */
export class Session implements Service {
  readonly #registry: Registry
  readonly #host: Host
  readonly #runnerOptions: RunnerOptions
  readonly #starts: StepStarts | undefined
  readonly #runners: SessionRunners
  readonly #running: Map<number, Running> = new Map()

  constructor(registry: Registry, host: Host, options: SessionOptions, starts: StepStarts | undefined) {
    this.#registry = registry
    this.#host = host
    this.#runnerOptions = { policies, streams, ...options.runner }
    this.#starts = starts
    this.#runners = new SessionRunners(options.runners ?? 16)
  }

  async run(
    id: number,
    target: string | CompositionDocument,
    inputs: RunInputs,
    { cancelled, trace, ...options }: WireRunOptions,
    { offer }: ServiceRunExtras = {},
  ): Promise<WireSettled> {
    const running: Running = { reports: [], told: [] }
    this.#running.set(id, running)
    if (cancelled) running.cancelled = { reason: fromWireReason(cancelled) }
    try {
      const { key, source } = this.#resolve(target)
      const traced = trace === true && this.#starts !== undefined
      const kept = key && `${traced ? "traced " : ""}${key}`
      return await this.#runners.use(
        kept,
        () => this.#make(source, traced),
        (runner) => this.#follow(runner, running, inputs, options, offer),
      )
    } catch (thrown) {
      return { error: toCubeError(thrown).toJSON(), result: NO_RESULT }
    } finally {
      this.#running.delete(id)
    }
  }

  async #follow(
    runner: Runner,
    running: Running,
    inputs: RunInputs,
    options: RunOptions,
    offer: ServiceRunExtras["offer"],
  ): Promise<WireSettled> {
    const stopped = running.cancelled && { signal: AbortSignal.abort(running.cancelled.reason) }
    const run = runner.run(inputs, { ...options, ...stopped })
    running.run = run
    const names = offer ? Object.keys(run.streams) : []
    if (names.length > 0) offer?.({ names, take: (name) => run.streams[name] as AsyncIterable<Value> })
    for (const report of running.reports) running.told.push(tell(run, report))
    const settled = toWire(await run.settled)
    await Promise.all(running.told)
    const { cancelled } = running
    return cancelled && (await isReason(run, cancelled.reason)) ? { ...settled, cancelled: true } : settled
  }

  watch(id: number, report: Report): void {
    const running = this.#running.get(id)
    if (running?.run) running.told.push(tell(running.run, report))
    else running?.reports.push(report)
  }

  cancel(id: number, wire: WireReason): void {
    const running = this.#running.get(id)
    if (running) cancel(running, fromWireReason(wire))
  }

  validate(source: unknown): ReturnType<typeof validate> {
    const { limits } = this.#runnerOptions
    return validate(source, this.#registry, limits ? { limits } : {})
  }

  async list(): Promise<Listing> {
    return { cubes: this.#registry.manifests(), compositions: this.#registry.documents() }
  }

  stop(): Promise<void> {
    for (const running of this.#running.values()) cancel(running, AbortSignal.abort().reason)
    return this.#runners.stop()
  }

  async #make(source: unknown, traced: boolean): Promise<Runner> {
    const registry = traced && this.#starts ? tracedRegistry(this.#registry, this.#starts) : this.#registry
    const runner = await createRunner(source, registry, this.#host, this.#runnerOptions)
    // What a page that was closed left behind. Stores that cannot be read are told by the run itself.
    runner.saga?.resumeAll().catch(() => undefined)
    return runner
  }

  /** The document meant, and the key its runner is kept under; a document that is no JSON has none. */
  #resolve(target: string | CompositionDocument): { key: string | undefined; source: unknown } {
    if (typeof target !== "string") return { key: keyOf(target), source: target }
    if (target.trimStart().startsWith("{")) return { key: target, source: target }
    const source = find(this.#registry.documents(), target)
    return { key: `${source.id}@${source.version}`, source }
  }
}

function cancel(running: Running, reason: unknown): void {
  running.cancelled = { reason }
  running.run?.cancel(reason)
}

async function tell(run: Run, report: Report): Promise<void> {
  for await (const event of run.events) report(event)
}

/** Whether a run that was told to stop did so, rather than ending by itself just before. */
function isReason(run: Run, reason: unknown): Promise<boolean> {
  return run.result.then(
    () => false,
    (thrown) => thrown === reason,
  )
}

function keyOf(document: CompositionDocument): string | undefined {
  try {
    return JSON.stringify(document)
  } catch {
    return undefined
  }
}

/** "id" gives the newest version held, "id@1.2.3" exactly that one. */
function find(documents: readonly CompositionDocument[], name: string): CompositionDocument {
  const [id, version] = name.split("@")
  const held = documents.filter((document) => document.id === id && (!version || document.version === version))
  const newest = held.sort((a, b) => compare(b.version, a.version))[0]
  if (!newest) throw new CubeError({ ...composition_unlisted, params: { id: name } })
  return newest
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}
