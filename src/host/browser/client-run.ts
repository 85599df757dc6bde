import { CubeError, type Run, type RunEvent, type RunResult, type Settled } from "cubular/contract"
import { run_cancelled } from "cubular/messages/en"
import { ClientStreams } from "./client-streams.ts"
import { fromWire, type Offered, toCubeError, type WireSettled } from "./protocol.ts"
import { RunEvents } from "./run-events.ts"

/** How a run reaches what executes it. */
export interface Dispatch {
  /** Starts it; rejects when what should execute it never answered. */
  start(run: ClientRun): Promise<WireSettled>
  /** Asks for the events of a run that is on its way. */
  watch(run: ClientRun): void
  cancel(run: ClientRun): void
}

/** A run in another thread, with the face of a local one. */
export class ClientRun implements Run {
  readonly settled: Promise<Settled>
  readonly #dispatch: Dispatch
  readonly #signal: AbortSignal | undefined
  readonly #streams: ClientStreams = new ClientStreams()
  #end: Settled | undefined
  /** Whether it ended because it was cancelled. */
  #obeyed = false
  #events: RunEvents | undefined
  #cancelled: { readonly reason: unknown } | undefined
  #result: Promise<RunResult> | undefined

  constructor(dispatch: Dispatch, signal: AbortSignal | undefined) {
    this.#dispatch = dispatch
    this.#signal = signal
    if (signal?.aborted) this.#cancelled = { reason: signal.reason }
    signal?.addEventListener("abort", this.#onAbort)
    this.settled = this.#settle()
  }

  get result(): Promise<RunResult> {
    this.#result ??= this.settled.then((settled) => {
      if (!settled.ok) throw this.#thrown(settled)
      const { ok: _, ...result } = settled
      return result
    })
    return this.#result
  }

  get streams(): Run["streams"] {
    return this.#streams.outputs
  }

  /** Where streams are opened when the run has begun. */
  readonly opening = (offered: Offered): void => this.#streams.open(offered)

  get events(): AsyncIterable<RunEvent> {
    if (this.#events) return this.#events
    this.#events = new RunEvents()
    if (this.#end) this.#events.finish(this.#end)
    else this.#dispatch.watch(this)
    return this.#events
  }

  cancel(reason: unknown = new CubeError(run_cancelled)): void {
    if (this.#cancelled || this.#end) return
    this.#cancelled = { reason }
    this.#streams.cancel(reason)
    this.#dispatch.cancel(this)
  }

  /** Why it was cancelled, the very value; undefined while it was not. */
  get cancelled(): { readonly reason: unknown } | undefined {
    return this.#cancelled
  }

  /** Where events go, if anybody asked for them. */
  get watched(): RunEvents | undefined {
    return this.#events
  }

  #thrown(settled: Settled): unknown {
    if (settled.ok) return undefined
    return this.#obeyed ? this.#cancelled?.reason : settled.error
  }

  readonly #onAbort = (): void => this.cancel(this.#signal?.reason)

  async #settle(): Promise<Settled> {
    try {
      const wire = await this.#dispatch.start(this)
      this.#obeyed = wire.cancelled === true
      this.#end = fromWire(wire)
    } catch (thrown) {
      // Who cancelled a run does not want to hear what else became of its worker.
      this.#obeyed = this.#cancelled !== undefined
      this.#end = { ok: false, error: toCubeError(thrown), outputs: {}, steps: {}, plan: "" }
    }
    this.#signal?.removeEventListener("abort", this.#onAbort)
    this.#events?.finish(this.#end)
    this.#streams.finish(this.#end, this.#thrown(this.#end))
    return this.#end
  }
}
