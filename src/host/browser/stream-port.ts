import { CubeError, type Value } from "cubular/contract"
import { value_not_cloneable } from "cubular/messages/en"
import { fromWireReason, toWireReason, type WireReason } from "./protocol.ts"

/** How many items may be on their way to a reader that has begun, or lie there unread. */
export const AHEAD = 16

/** What crosses the port of one stream, which is closed by both after `done` or `failed`. */
type ToSender = { readonly more: number } | "leave" | "drain"
type ToReader = { readonly item: Value } | { readonly failed: WireReason } | "done"
type Result = IteratorResult<Value, undefined>

const DONE: Result = Object.freeze({ done: true, value: undefined })

/** Sends a stream through a port: as many items as were asked for, none before. */
export class StreamSender {
  readonly #iterable: AsyncIterable<unknown>
  #source: AsyncIterator<unknown> | undefined
  readonly #port: MessagePort
  readonly #what: "inputs" | "outputs"
  #asked = 0
  #sending = false
  #over = false

  /** @param what - What is sent, for who is told that it cannot be copied. */
  constructor(iterable: AsyncIterable<unknown>, port: MessagePort, what: "inputs" | "outputs") {
    this.#iterable = iterable
    this.#port = port
    this.#what = what
    port.onmessage = ({ data }: MessageEvent<ToSender>) => {
      if (data === "leave") void this.#leave()
      else if (data === "drain") void this.#drain()
      else void this.#send(data.more)
    }
  }

  /** What the stream belongs to is over: the reader is told how it ended, though it did not ask. */
  finish(): void {
    if (!this.#over) void this.#send(1)
  }

  /** Nobody listens any more: the source is closed. */
  close(): void {
    if (this.#over) return
    this.#over = true
    this.#port.close()
    void this.#return().catch(() => undefined)
  }

  async #send(more: number): Promise<void> {
    this.#asked += more
    if (this.#sending) return
    this.#sending = true
    try {
      while (this.#asked > 0 && !this.#over) {
        this.#asked--
        const { done, value } = await this.#start().next()
        if (this.#over) return
        if (done) this.#end("done")
        else this.#post(value as Value)
      }
    } catch (thrown) {
      this.#end({ failed: toWireReason(thrown) })
    } finally {
      this.#sending = false
    }
  }

  #post(item: Value): void {
    try {
      this.#port.postMessage({ item } satisfies ToReader)
    } catch (cause) {
      void this.#return().catch(() => undefined)
      throw new CubeError({ ...value_not_cloneable, params: { what: this.#what }, cause })
    }
  }

  async #leave(): Promise<void> {
    if (this.#over) return
    this.#over = true
    const end: ToReader = await this.#return().then(
      () => "done",
      (thrown) => ({ failed: toWireReason(thrown) }),
    )
    this.#say(end)
  }

  async #drain(): Promise<void> {
    this.#over = true
    this.#port.close()
    try {
      while (!(await this.#start().next()).done);
    } catch {
      // Whoever gave the stream fails, and says so.
    }
  }

  async #return(): Promise<void> {
    await this.#start().return?.()
  }

  #start(): AsyncIterator<unknown> {
    this.#source ??= this.#iterable[Symbol.asyncIterator]()
    return this.#source
  }

  #end(end: ToReader): void {
    if (this.#over) return
    this.#over = true
    this.#say(end)
  }

  #say(end: ToReader): void {
    this.#port.postMessage(end)
    this.#port.close()
  }
}

/** Reads a stream from a port. Nothing is asked for before the first `next`, then at most `AHEAD` items ahead. */
export class StreamReader implements AsyncIterableIterator<Value, undefined> {
  readonly #port: MessagePort
  readonly #items: Value[] = []
  readonly #waiting: { readonly resolve: (result: Result) => void; readonly reject: (thrown: unknown) => void }[] = []
  /** Asked for and not here yet. */
  #coming = 0
  #end: { readonly thrown?: unknown } | undefined
  #left: Promise<Result> | undefined

  constructor(port: MessagePort) {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<ToReader>) => {
      if (data === "done") this.#over({})
      else if ("failed" in data) this.#over({ thrown: fromWireReason(data.failed) })
      else this.#take(data.item)
    }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<Result> {
    if (this.#left) return Promise.resolve(DONE)
    const item = this.#items.shift()
    if (item === undefined) {
      if (this.#end) return this.#ended()
      return new Promise((resolve, reject) => {
        this.#waiting.push({ resolve, reject })
        this.#ask()
      })
    }
    this.#ask()
    return Promise.resolve({ done: false, value: item })
  }

  /** Resolves when the source has been closed. @throws what the source threw meanwhile. */
  return(): Promise<Result> {
    this.#left ??= new Promise((resolve, reject) => {
      for (const { resolve } of this.#waiting.splice(0)) resolve(DONE)
      if (this.#end) return resolve(DONE)
      this.#waiting.push({ resolve, reject })
      this.#say("leave")
    })
    return this.#left
  }

  /** The other side is gone. */
  fail(thrown: unknown): void {
    if (!this.#end) this.#over({ thrown })
  }

  #take(item: Value): void {
    this.#coming--
    if (this.#left) return
    const first = this.#waiting.shift()
    if (first) first.resolve({ done: false, value: item })
    else this.#items.push(item)
  }

  /** Asks for what is missing, in halves of the window, so that a message asks for several items. */
  #ask(): void {
    if (this.#end) return
    const missing = this.#waiting.length + AHEAD - this.#items.length - this.#coming
    if (missing < AHEAD / 2) return
    this.#coming += missing
    this.#say({ more: missing })
  }

  #over(end: { readonly thrown?: unknown }): void {
    this.#end = end
    this.#port.close()
    const [first, ...others] = this.#waiting.splice(0)
    if (first) this.#ended().then(first.resolve, first.reject)
    for (const { resolve } of others) resolve(DONE)
  }

  /** The failure is told once. */
  #ended(): Promise<Result> {
    const end = this.#end ?? {}
    this.#end = {}
    return "thrown" in end ? Promise.reject(end.thrown) : Promise.resolve(DONE)
  }

  #say(word: ToSender): void {
    this.#port.postMessage(word)
  }
}
