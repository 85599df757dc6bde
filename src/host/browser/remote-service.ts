import { transfer } from "comlink"
import { type CompositionDocument, CubeError, type Issue, type RunInputs } from "cubular/contract"
import type { Connection } from "./connection.ts"
import type {
  Answer,
  Listing,
  Report,
  Service,
  ServiceRunExtras,
  WireReason,
  WireRunOptions,
  WireSettled,
} from "./protocol.ts"
import { RemoteStreams } from "./remote-streams.ts"
import { buffersOf, separate } from "./sendable.ts"

/** The service of one worker, as if it were here. */
export class RemoteWorkerService implements Service {
  readonly connection: Connection
  readonly #timeoutMs: number
  readonly #reports: Map<number, Report> = new Map()
  readonly #streams: Map<number, RemoteStreams> = new Map()

  constructor(connection: Connection, timeoutMs: number) {
    this.connection = connection
    this.#timeoutMs = timeoutMs
    connection.onEvent = (run, event) => this.#reports.get(run)?.(event)
    connection.onStreams = (run, ports) => this.#streams.get(run)?.open(ports)
  }

  run(
    id: number,
    target: string | CompositionDocument,
    inputs: RunInputs,
    options: WireRunOptions,
    extras: ServiceRunExtras = {},
  ): Promise<WireSettled> {
    const { values, streams } = separate(inputs)
    const handed = extras.transfer ? transfer(values, buffersOf(values)) : values
    const run = new RemoteStreams(streams, extras.offer)
    this.#streams.set(id, run)
    const answer = this.connection.request((remote) => remote.run(id, target, handed, options, ...run.feeds), {
      timeoutMs: extras.timeoutMs ?? (options.deadlineMs ?? 0) + this.#timeoutMs,
      onTimeout: () => this.cancel(id, { value: new DOMException("The run took too long", "TimeoutError") }),
    })
    answer.catch((thrown) => run.fail(thrown))
    return answer.finally(() => {
      run.close()
      this.#streams.delete(id)
      this.#reports.delete(id)
    })
  }

  watch(id: number, report: Report): void {
    this.#reports.set(id, report)
    // A worker that ends meanwhile has told the run so.
    this.#ask((remote) => remote.watch(id)).catch(() => undefined)
  }

  cancel(id: number, reason: WireReason): void {
    // A worker that ends meanwhile has no run left to cancel.
    this.#ask((remote) => remote.cancel(id, reason)).catch(() => undefined)
  }

  validate(source: unknown): Promise<readonly Issue[]> {
    return this.#ask((remote) => remote.validate(source))
  }

  list(): Promise<Listing> {
    return this.#ask((remote) => remote.list())
  }

  async #ask<T>(send: (remote: Parameters<Parameters<Connection["request"]>[0]>[0]) => Promise<Answer<T>>): Promise<T> {
    const answer = await this.connection.request(send, { timeoutMs: this.#timeoutMs })
    if ("error" in answer) throw CubeError.fromJSON(answer.error)
    return answer.value
  }
}
