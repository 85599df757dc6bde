import { CubeError, type Run, type Settled, type Value } from "cubular/contract"
import { stream_read_by_run, stream_taken, stream_unknown } from "cubular/messages/en"
import type { Offered } from "./protocol.ts"

type Result = IteratorResult<Value>
type Source = AsyncIterator<Value>

const DONE: Result = Object.freeze({ done: true, value: undefined })

/** The outputs of a run elsewhere that are streams. Which there are is known only there, so any name can be asked for. */
export class ClientStreams {
  readonly outputs: Run["streams"]
  readonly #asked: Map<string, ClientStream> = new Map()
  #turnIsOver = false

  constructor() {
    this.outputs = new Proxy(Object.freeze({}), {
      get: (_, name) => (typeof name === "string" && name !== "then" ? this.#askFor(name) : undefined),
    })
    queueMicrotask(() => {
      this.#turnIsOver = true
    })
  }

  /** The run has begun: what was asked for is taken. */
  open({ names, take }: Offered): void {
    for (const name of names) {
      const stream = this.#asked.get(name)
      if (stream?.isWaiting) stream.open(take(name)[Symbol.asyncIterator]())
    }
  }

  /** The run was cancelled: whoever reads hears so at once. */
  cancel(reason: unknown): void {
    for (const stream of this.#asked.values()) stream.cut(reason)
  }

  /** The run is over; a stream that has begun tells its end itself. @param thrown - Why the run has no result. */
  finish(settled: Settled, thrown: unknown): void {
    for (const [port, stream] of this.#asked)
      if (stream.isWaiting) stream.cut(settled.ok ? new CubeError({ ...stream_unknown, params: { port } }) : thrown)
  }

  #askFor(name: string): ClientStream {
    const known = this.#asked.get(name)
    if (known) return known
    const stream = new ClientStream(name)
    if (this.#turnIsOver) stream.cut(new CubeError({ ...stream_read_by_run, params: { port: name } }))
    else this.#asked.set(name, stream)
    return stream
  }
}

/** One of them, in the hands of whoever started the run: there before the run has begun. */
class ClientStream implements AsyncIterableIterator<Value> {
  readonly #name: string
  readonly #pending: Set<(thrown: unknown) => void> = new Set()
  #source: Source | undefined
  #opened: (() => void)[] = []
  #end: { readonly thrown: unknown } | undefined
  #taken = false
  #left = false

  constructor(name: string) {
    this.#name = name
  }

  get isWaiting(): boolean {
    return this.#source === undefined && !this.#end
  }

  [Symbol.asyncIterator](): this {
    if (this.#taken) throw new CubeError({ ...stream_taken, params: { port: this.#name } })
    this.#taken = true
    return this
  }

  open(source: Source): void {
    this.#source = source
    if (this.#left) source.return?.().catch(() => undefined)
    for (const each of this.#opened.splice(0)) each()
  }

  cut(thrown: unknown): void {
    if (this.#left || this.#end) return
    this.#end = { thrown }
    for (const reject of this.#pending) reject(thrown)
  }

  next(): Promise<Result> {
    if (this.#end) return Promise.reject(this.#end.thrown)
    if (this.#left) return Promise.resolve(DONE)
    return new Promise((resolve, reject) => {
      const ask = (): void => void (this.#source as Source).next().then(settle(resolve), settle(reject))
      const settle =
        <T>(done: (value: T) => void) =>
        (value: T): void => {
          this.#pending.delete(reject)
          done(value)
        }
      this.#pending.add(reject)
      if (this.#source) ask()
      else this.#opened.push(() => (this.#left ? settle(resolve)(DONE) : ask()))
    })
  }

  async return(): Promise<Result> {
    if (!this.#left && !this.#end) {
      this.#left = true
      await this.#source?.return?.()
    }
    return DONE
  }
}
