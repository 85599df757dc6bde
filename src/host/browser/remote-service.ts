import { transfer } from "comlink"
import { type CompositionDocument, CubeError, type Issue, type Values } from "cubular/contract"
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

/** The service of one worker, as if it were here. */
export class RemoteWorkerService implements Service {
  readonly connection: Connection
  readonly #timeoutMs: number
  readonly #reports: Map<number, Report> = new Map()

  constructor(connection: Connection, timeoutMs: number) {
    this.connection = connection
    this.#timeoutMs = timeoutMs
    connection.onEvent = (run, event) => this.#reports.get(run)?.(event)
  }

  run(
    id: number,
    target: string | CompositionDocument,
    inputs: Values,
    options: WireRunOptions,
    extras: ServiceRunExtras = {},
  ): Promise<WireSettled> {
    const handed = extras.transfer ? transfer(inputs, buffersOf(inputs)) : inputs
    const answer = this.connection.request((remote) => remote.run(id, target, handed, options), {
      timeoutMs: extras.timeoutMs ?? (options.deadlineMs ?? 0) + this.#timeoutMs,
      onTimeout: () => this.cancel(id, { value: new DOMException("The run took too long", "TimeoutError") }),
    })
    return answer.finally(() => this.#reports.delete(id))
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

/** The buffers under the typed arrays of a value, each once. */
export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer)
  } else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found)
  return [...found]
}
