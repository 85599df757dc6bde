import {
  type CompositionDocument,
  CubeError,
  type Issue,
  type Run,
  type RunInputs,
  type Values,
} from "cubular/contract"
import { value_not_cloneable } from "cubular/messages/en"
import type { ClientRunOptions, CubularOptions } from "./client-options.ts"
import { ClientRun, type Dispatch } from "./client-run.ts"
import { ClientWays } from "./client-ways.ts"
import { type Listing, type Service, type Target, toWireReason, type WireSettled } from "./protocol.ts"
import { buffersOf, separate } from "./sendable.ts"

export type { ClientRunOptions, CubularOptions } from "./client-options.ts"

/** Runs compositions in a Web Worker. */
export interface Cubular {
  /** Where runs happen: "main" after no worker could be started. */
  readonly mode: "worker" | "main"
  /**
   * Starts a run of a composition served (by id) or of a document. Inputs are copied before this returns; streams among
   * them are read as they are needed, and closed when the run is over. Of the outputs that are streams, at most 16 items
   * are ahead of their reader.
   * A run that did not get as far as being planned rejects with why; the rest is as with a local runner.
   */
  run(target: Target, inputs?: RunInputs, options?: ClientRunOptions): Run
  validate(source: unknown): Promise<readonly Issue[]>
  list(): Promise<Listing>
  /** Ends the worker at once; what is in flight fails with `worker_died`, and the next call starts a new one. */
  terminate(): void
  /** Ends the worker for good; what is in flight and every later call fails with `worker_stopped`. */
  stop(): Promise<void>
}

/** Creates a client. The worker is started by the first call. */
export function createCubular(options: CubularOptions = {}): Cubular {
  return new Client(options)
}

class Client implements Cubular {
  readonly #ways: ClientWays
  readonly #trace: boolean
  #lastRun = 0

  constructor(options: CubularOptions) {
    this.#ways = new ClientWays(options)
    this.#trace = options.trace ?? false
  }

  get mode(): "worker" | "main" {
    return this.#ways.mode
  }

  run(target: Target, inputs: RunInputs = {}, options: ClientRunOptions = {}): Run {
    const order = new Order(this.#ways, ++this.#lastRun, target, inputs, { trace: this.#trace, ...options })
    return new ClientRun(order, options.signal)
  }

  async validate(source: unknown): Promise<readonly Issue[]> {
    return (await this.#ways.reach()).validate(plain(source))
  }

  async list(): Promise<Listing> {
    return (await this.#ways.reach()).list()
  }

  terminate(): void {
    this.#ways.terminate()
  }

  stop(): Promise<void> {
    return this.#ways.stop()
  }
}

/** What was asked of a run, and who took it. */
class Order implements Dispatch {
  readonly #ways: ClientWays
  readonly #id: number
  readonly #target: Target
  readonly #inputs: RunInputs
  readonly #options: ClientRunOptions
  #service: Service | undefined

  constructor(ways: ClientWays, id: number, target: Target, inputs: RunInputs, options: ClientRunOptions) {
    this.#ways = ways
    this.#id = id
    this.#target = target
    this.#inputs = inputs
    this.#options = options
  }

  async start(run: ClientRun): Promise<WireSettled> {
    const { signal: _, transfer = false, timeoutMs, ...options } = this.#options
    const live = this.#ways.live
    const { values, streams } = separate(this.#inputs)
    const asked = { target: plain(this.#target) as string | CompositionDocument, inputs: values }
    // While a worker starts, the caller may go on and change what it handed in: keep a copy from now.
    const { target, inputs } = live ? asked : copy(asked, transfer)
    const service = live ?? (await this.#ways.reach())
    this.#service = service
    const cancelled = run.cancelled && { cancelled: toWireReason(run.cancelled.reason) }
    const extras = { transfer: transfer || !live, timeoutMs, offer: run.opening }
    const settled = service.run(this.#id, target, { ...inputs, ...streams }, { ...options, ...cancelled }, extras)
    this.watch(run)
    return settled
  }

  watch(run: ClientRun): void {
    if (run.watched) this.#service?.watch(this.#id, run.watched.add)
  }

  cancel(run: ClientRun): void {
    if (run.cancelled) this.#service?.cancel(this.#id, toWireReason(run.cancelled.reason))
  }
}

/** A typed literal as its document; anything else as it is. */
function plain(source: unknown): unknown {
  const literal = source as { toJSON?: unknown } | null | undefined
  return typeof literal === "object" && typeof literal?.toJSON === "function" ? literal.toJSON() : source
}

function copy<T extends { readonly inputs: Values }>(value: T, move: boolean): T {
  try {
    return structuredClone(value, { transfer: move ? buffersOf(value.inputs) : [] })
  } catch (cause) {
    throw new CubeError({ ...value_not_cloneable, params: { what: "inputs" }, cause })
  }
}
