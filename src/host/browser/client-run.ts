import type { CubeError, Run, RunEvent, RunResult, Settled } from "cubular/contract"
import { toCubeError } from "./protocol.ts"
import { RunEvents } from "./run-events.ts"

/** How a run reaches what executes it. */
export interface Dispatch {
  /** Starts it; called once, after the caller had the chance to ask for events. */
  start(run: ClientRun): Promise<Settled>
  /** Asks for the events of a run that is on its way. */
  watch(run: ClientRun): void
  cancel(run: ClientRun): void
}

/** Ends of a run that a caller who cancelled it does not want to hear about. */
const OVERTAKEN: readonly string[] = ["run_cancelled", "step_stuck", "worker_died", "worker_stopped", "worker_timeout"]

/** A run in another thread, with the face of a local one. */
export class ClientRun implements Run {
  readonly settled: Promise<Settled>
  readonly #dispatch: Dispatch
  readonly #signal: AbortSignal | undefined
  #started = false
  #over = false
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
      if (settled.ok) {
        const { ok: _, ...result } = settled
        return result
      }
      throw this.#cancelled && OVERTAKEN.includes(settled.error.code) ? this.#cancelled.reason : settled.error
    })
    return this.#result
  }

  get events(): AsyncIterable<RunEvent> {
    if (this.#events) return this.#events
    this.#events = new RunEvents()
    if (this.#over) this.#events.report(undefined)
    else if (this.#started) this.#dispatch.watch(this)
    return this.#events
  }

  cancel(reason?: unknown): void {
    if (this.#cancelled || this.#over) return
    this.#cancelled = { reason: AbortSignal.abort(reason).reason }
    if (this.#started) this.#dispatch.cancel(this)
  }

  /** Why it was cancelled, the very value; undefined while it was not. */
  get cancelled(): { readonly reason: unknown } | undefined {
    return this.#cancelled
  }

  /** Where events go, if anybody asked for them. */
  get watched(): RunEvents | undefined {
    return this.#events
  }

  readonly #onAbort = (): void => this.cancel(this.#signal?.reason)

  async #settle(): Promise<Settled> {
    await undefined
    this.#started = true
    try {
      return await this.#dispatch.start(this)
    } catch (thrown) {
      return this.#fail(toCubeError(thrown))
    } finally {
      this.#over = true
      this.#signal?.removeEventListener("abort", this.#onAbort)
    }
  }

  /** The end of a run whose executor never answered. */
  #fail(error: CubeError): Settled {
    this.#events?.report({ type: "run_done", ok: false, error: error.toJSON() })
    this.#events?.report(undefined)
    return { ok: false, error, outputs: {}, steps: {}, plan: "" }
  }
}
