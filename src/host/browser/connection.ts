import { type Remote, releaseProxy, wrap } from "comlink"
import { CubeError, isCubeError, type RunEvent } from "cubular/contract"
import { step_stuck, value_not_cloneable, worker_blocked, worker_died, worker_timeout } from "cubular/messages/en"
import { whenReleased } from "./alive.ts"
import { Deadlines } from "./deadlines.ts"
import type { Grants } from "./grants.ts"
import { type Connect, type Notice, READY, type RemoteService, type StreamPorts } from "./protocol.ts"
import { Watchdog } from "./watchdog.ts"

export interface ConnectionOptions {
  readonly grants: Grants
  /** How long the worker's script may take to load and start, ms. */
  readonly startMs: number
  /** How long the worker may leave a ping unanswered while something is asked of it, ms. */
  readonly stuckMs: number
  readonly onEnd: () => void
}

type Fail = (error: CubeError) => void

export interface RequestOptions {
  readonly timeoutMs: number
  /** Called when the time is over, before the request fails. */
  readonly onTimeout?: () => void
}

/** How long the word of a worker that rests, sent before it gave its lock back, may be on its way, ms. */
const WORD_MS = 200

/** One worker from its start to its end. What was asked of it when it ends fails with the reason; it is not used again. */
export class Connection {
  /** Resolves when the worker's script listens; rejects with why it never did. */
  readonly ready: Promise<void>
  /** Told the events of the runs that are watched. */
  onEvent: (run: number, event: RunEvent) => void = () => undefined
  /** Told the ports of the streams a run gives. */
  onStreams: (run: number, ports: StreamPorts) => void = () => undefined
  readonly #worker: Worker
  readonly #port: MessagePort
  /** Held as long as the connection: a collected comlink proxy closes the port, and calls would hang. */
  readonly #remote: Remote<RemoteService>
  readonly #calls: Set<Fail> = new Set()
  readonly #deadlines: Deadlines = new Deadlines()
  readonly #watchdog: Watchdog
  readonly #stuckMs: number
  readonly #onEnd: () => void
  #settleReady: { resolve: () => void; reject: (error: CubeError) => void } = { resolve() {}, reject() {} }
  #isReady = false
  #ended: CubeError | undefined
  #started: () => void
  #lastStep: string | undefined
  #hold: { readonly stop: () => void } | undefined

  /** @throws {CubeError} `worker_blocked` when the browser refuses to make the worker. */
  constructor(start: () => Worker, options: ConnectionOptions) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    this.#remote = wrap<RemoteService>(port1)
    this.#stuckMs = options.stuckMs
    this.#onEnd = options.onEnd
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject }
    })
    this.ready.catch(() => undefined)
    this.#worker = startOrRefuse(start)
    this.#listen(port2, options.grants)
    this.#started = this.#deadlines.set(options.startMs, () => this.end(timedOut(options.startMs)))
    this.#watchdog = new Watchdog({
      stuckMs: options.stuckMs,
      isBusy: () => this.#isReady && this.#calls.size > 0,
      ping: () => this.#remote.ping(),
      stuck: () => this.#endStuck(),
    })
  }

  get isReady(): boolean {
    return this.#isReady && !this.#ended
  }

  get ended(): CubeError | undefined {
    return this.#ended
  }

  /** Sends one message and waits for its answer, the end of the worker or the end of the time. */
  request<T>(send: (remote: Remote<RemoteService>) => Promise<T>, options: RequestOptions): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended)
      const answered = this.#deadlines.set(options.timeoutMs, () => {
        options.onTimeout?.()
        fail(timedOut(options.timeoutMs))
      })
      const fail: Fail = (error) => {
        answered()
        this.#calls.delete(fail)
        reject(error)
      }
      this.#calls.add(fail)
      this.#watchdog.watch()
      send(this.#remote).then(
        (value) => {
          answered()
          this.#calls.delete(fail)
          resolve(value)
        },
        (thrown) => fail(unsendable(thrown)),
      )
    })
  }

  /** Ends the worker at once; everything asked of it fails with the error. */
  end(error: CubeError): void {
    if (this.#ended) return
    this.#ended = error
    this.#deadlines.clear()
    this.#watchdog.stop()
    this.#stopAwaiting()
    this.#worker.terminate()
    this.#remote[releaseProxy]()
    this.#port.close()
    this.#onEnd()
    this.#settleReady.reject(error)
    for (const fail of [...this.#calls]) fail(error)
  }

  #listen(port: MessagePort, grants: Grants): void {
    const lock = `cubular-worker-${Math.random()}-${Date.now()}`
    const died = (event: Event): void => {
      event.preventDefault()
      const { message, filename, lineno } = event as Partial<ErrorEvent>
      if (message) console.error(`cubular worker: ${message} (${filename}:${lineno})`)
      const text = this.#isReady ? worker_died : worker_blocked
      this.end(new CubeError({ ...text, retryable: this.#isReady, cause: message }))
    }
    this.#worker.addEventListener("error", died)
    this.#worker.addEventListener("messageerror", died)
    this.#port.addEventListener("messageerror", died)
    this.#port.addEventListener("message", ({ data }: MessageEvent<Notice>) => {
      if (data.cubular === "event") this.onEvent(data.run, data.event)
      else if (data.cubular === "streams") this.onStreams(data.run, data.ports)
      else if (data.cubular === "starts") this.#lastStep = data.step
      else if (data.cubular === "holds") this.#awaitRelease(lock)
      else if (data.cubular === "rests") this.#stopAwaiting()
    })
    this.#worker.addEventListener("message", ({ data }) => {
      if (data !== READY || this.#isReady) return
      this.#isReady = true
      this.#started()
      const connect: Connect = { cubular: "connect", port, grants, lock }
      this.#worker.postMessage(connect, [port])
      this.#settleReady.resolve()
    })
  }

  /** A lock given back without a word is that of a worker that is gone. */
  #awaitRelease(lock: string): void {
    const hold = { stop: whenReleased(lock, () => setTimeout(isGone, WORD_MS)) }
    const isGone = (): void => {
      if (this.#hold === hold) this.end(new CubeError({ ...worker_died, retryable: true }))
    }
    this.#hold = hold
  }

  #stopAwaiting(): void {
    this.#hold?.stop()
    this.#hold = undefined
  }

  #endStuck(): void {
    const params = { stuckMs: this.#stuckMs, step: this.#lastStep ?? "?" }
    this.end(new CubeError({ ...step_stuck, path: stepPath(this.#lastStep), params }))
  }
}

/** "fortune/reading" is placed in the document as `cubes.fortune`. */
function stepPath(step: string | undefined): string[] {
  return step === undefined ? [] : ["cubes", step.split("/")[0] as string]
}

function startOrRefuse(start: () => Worker): Worker {
  try {
    return start()
  } catch (cause) {
    throw new CubeError({ ...worker_blocked, cause })
  }
}

function timedOut(timeoutMs: number): CubeError {
  return new CubeError({ ...worker_timeout, params: { timeoutMs }, retryable: true })
}

/** comlink fails only where a message could not be copied: ours on the way out, the worker's on the way back. */
function unsendable(thrown: unknown): CubeError {
  if (isCubeError(thrown)) return thrown
  const what = thrown instanceof DOMException ? "inputs" : "outputs"
  return new CubeError({ ...value_not_cloneable, params: { what }, cause: thrown })
}
