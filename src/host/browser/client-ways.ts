import { CubeError, isCubeError } from "cubular/contract"
import { worker_died, worker_stopped } from "cubular/messages/en"
import type { CubularOptions } from "./client-options.ts"
import { Connection } from "./connection.ts"
import { withGrants } from "./grants.ts"
import { baseAddress, captureRuntime, createBrowserHost } from "./powers.ts"
import type { Service } from "./protocol.ts"
import { RemoteWorkerService } from "./remote-service.ts"
import type { Served, Session } from "./session.ts"

/** Finds what executes a client's calls: a worker, started when needed, or the page's own thread where none can be. */
export class ClientWays {
  readonly #options: CubularOptions
  readonly #timeoutMs: number
  #starting: Promise<RemoteWorkerService> | undefined
  #worker: RemoteWorkerService | undefined
  #opening: Promise<Session> | undefined
  #session: Session | undefined
  #stopped = false

  constructor(options: CubularOptions) {
    this.#options = options
    this.#timeoutMs = options.timeoutMs ?? 60_000
  }

  get mode(): "worker" | "main" {
    return this.#opening ? "main" : "worker"
  }

  /** What takes a call right now, without waiting. */
  get live(): Service | undefined {
    return this.#session ?? (this.#worker?.connection.isReady ? this.#worker : undefined)
  }

  /** @throws {CubeError} `worker_stopped`; `worker_blocked` when there is nothing to fall back to; `worker_timeout`, `worker_died`. */
  async reach(): Promise<Service> {
    if (this.#stopped) throw new CubeError(worker_stopped)
    if (this.#opening) return this.#opening
    try {
      this.#starting ??= this.#start()
      const worker = await this.#starting
      await worker.connection.ready
      return worker
    } catch (thrown) {
      if (isCubeError(thrown) && thrown.code === "worker_blocked") return this.#fallBack(thrown)
      throw thrown
    }
  }

  /** Ends what runs now; the next call starts anew. */
  terminate(error: CubeError = new CubeError({ ...worker_died, retryable: true })): void {
    this.#worker?.connection.end(error)
    void this.#session?.stop()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.terminate(new CubeError(worker_stopped))
    await this.#session?.stop()
  }

  async #start(): Promise<RemoteWorkerService> {
    try {
      const start = this.#options.worker ?? (await import("./catalog-default.ts")).startCatalogWorker
      if (this.#stopped) throw new CubeError(worker_stopped)
      const connection = new Connection(start, {
        grants: {
          wasm: absolute(this.#options.wasm ?? {}),
          privateOrigins: this.#options.privateOrigins ?? [],
          sealed: this.#options.sealed ?? {},
        },
        startMs: this.#timeoutMs,
        stuckMs: this.#options.stuckMs ?? 10_000,
        onEnd: () => this.#forget(connection),
      })
      this.#worker = new RemoteWorkerService(connection, this.#timeoutMs)
      return this.#worker
    } catch (thrown) {
      this.#starting = undefined
      throw thrown
    }
  }

  #forget(connection: Connection): void {
    if (this.#worker?.connection !== connection) return
    this.#worker = undefined
    this.#starting = undefined
  }

  async #fallBack(reason: CubeError): Promise<Session> {
    const served = this.#options.fallback ?? (this.#options.worker ? undefined : loadCatalog)
    if (served === undefined) throw reason
    if (!this.#opening) {
      this.#opening = this.#open(served)
      const tell = this.#options.onFallback ?? ((error) => console.warn(`${error.message} ${error.hint}`))
      tell(reason)
    }
    return this.#opening
  }

  async #open(served: Served): Promise<Session> {
    const { openSession } = await import("./session.ts")
    const shipped = served === loadCatalog ? await import("./catalog-default.ts") : undefined
    const stores = shipped ? { stores: shipped.catalogStores } : {}
    const { wasm = {}, privateOrigins = [], sealed = {}, powers } = this.#options
    const runtime = captureRuntime()
    const own = withGrants({ ...stores, ...powers }, { wasm, privateOrigins, sealed }, runtime)
    const host = createBrowserHost(own, runtime)
    this.#session = await openSession(served, host, shipped ? { runner: { saga: shipped.saga } } : {})
    return this.#session
  }
}

async function loadCatalog(): ReturnType<typeof import("./catalog-default.ts")["loadCatalog"]> {
  return (await import("./catalog-default.ts")).loadCatalog()
}

/** Addresses as seen from the page: the worker's script may lie elsewhere. */
function absolute(wasm: NonNullable<CubularOptions["wasm"]>): NonNullable<CubularOptions["wasm"]> {
  const found: { [name: string]: WebAssembly.Module | string } = {}
  for (const [name, source] of Object.entries(wasm))
    found[name] = source instanceof WebAssembly.Module ? source : new URL(source, baseAddress()).href
  return found
}
