import { CubeError, type Value } from "cubular/contract"
import { stream_taken } from "cubular/messages/en"

type Result = IteratorResult<Value, undefined>

/** Who a channel belongs to. */
export interface ChannelOwner {
  /** An item that was asked for and came; what it throws is the source's failure. */
  came(item: unknown): Value
  /** The same item on its way to the reader; what this throws is told to the reader, and the source is closed. */
  goes(item: Value): Value
  /** The source failed; @returns what its reader is told. */
  failed(thrown: unknown): unknown
  /** It is over: drained, left by its reader (then the source has been closed), or failed. Never called in the same turn. */
  over(failure: { readonly error: unknown } | undefined): void
  /** Before an item is asked for: a moment for what else there is to do. */
  breath(): Promise<void> | undefined
}

const DONE: Result = /* @__PURE__ */ Object.freeze({ done: true, value: undefined })

/**
 * One stream on its way from a source to its one reader. Nothing is asked of the source before the reader asks: one item
 * is on the way at most.
 */
export class Channel {
  /** What the reader gets. */
  readonly reader: AsyncIterable<Value>
  private readonly owner: ChannelOwner
  private readonly iterable: AsyncIterable<unknown>
  private source: AsyncIterator<unknown> | undefined
  private state: "open" | "left" | "over" = "open"
  private reason: { readonly thrown: unknown } | undefined
  private asking = false
  private last: Promise<Result> | undefined
  private resolve: ((result: Result) => void) | undefined
  private reject: ((reason: unknown) => void) | undefined

  constructor(iterable: AsyncIterable<unknown>, owner: ChannelOwner, port: string) {
    this.iterable = iterable
    this.owner = owner
    let taken = false
    const iterator: AsyncIterableIterator<Value, undefined> = Object.freeze({
      next: () => this.next(),
      return: async () => {
        await this.leave()
        return DONE
      },
      [Symbol.asyncIterator]: () => iterator,
    })
    this.reader = Object.freeze({
      [Symbol.asyncIterator]: () => {
        if (taken) throw new CubeError({ ...stream_taken, params: { port } })
        taken = true
        return iterator
      },
    })
  }

  /** One item after the other, however many are asked for at once. */
  next(): Promise<Result> {
    const again = (): Promise<Result> => this.pull()
    this.last = this.asking ? (this.last as Promise<Result>).then(again, again) : this.pull()
    return this.last
  }

  /** The reader wants no more: the source is closed, and what it does then is waited for. */
  async leave(): Promise<void> {
    if (this.state !== "open") return
    this.state = "left"
    this.resolve?.(DONE)
    let failure: { readonly error: unknown } | undefined
    try {
      await this.start().return?.()
    } catch (thrown) {
      failure = { error: thrown }
    }
    this.end(failure)
  }

  /** The run is over: the reader hears why at once, and the source is closed without being waited for. */
  cut(thrown: unknown): void {
    if (this.state === "over") return
    const { state } = this
    this.state = "over"
    this.reason = { thrown }
    // Whoever asked may have stopped waiting: a rejection nobody handles must not bring the process down.
    this.last?.catch(() => undefined)
    this.reject?.(thrown)
    if (state === "left") return
    try {
      Promise.resolve(this.start().return?.()).catch(() => undefined)
    } catch {
      // It is closed or will never be; nobody is left to be told.
    }
  }

  private start(): AsyncIterator<unknown> {
    this.source ??= this.iterable[Symbol.asyncIterator]()
    return this.source
  }

  private pull(): Promise<Result> {
    if (this.reason) return Promise.reject(this.reason.thrown)
    if (this.state !== "open") return Promise.resolve(DONE)
    this.asking = true
    return new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
      const breath = this.owner.breath()
      if (breath) breath.then(this.ask, this.fail)
      else this.ask()
    })
  }

  private readonly ask = (): void => {
    // The run may have ended meanwhile, or the reader left.
    if (this.state !== "open") return
    try {
      const asked = this.start().next()
      if (asked instanceof Promise) asked.then(this.take, this.fail)
      else Promise.resolve(asked).then(this.take, this.fail)
    } catch (thrown) {
      this.fail(thrown)
    }
  }

  private readonly take = (result: IteratorResult<unknown>): void => {
    if (this.state !== "open") return
    let item: Value
    try {
      if (result.done) return this.drained()
      item = this.owner.came(result.value)
    } catch (thrown) {
      return this.refuse(thrown)
    }
    // Counting it may have been too much for the run's budgets.
    if (this.state !== "open") return
    this.asking = false
    try {
      this.resolve?.({ done: false, value: this.owner.goes(item) })
    } catch (thrown) {
      this.reject?.(thrown)
      void this.leave()
    }
  }

  private drained(): void {
    this.state = "over"
    this.asking = false
    this.end(undefined)
    this.resolve?.(DONE)
  }

  /** The source gave what no stream may carry: it is closed, and has failed. */
  private refuse(thrown: unknown): void {
    const source = this.source
    this.fail(thrown)
    try {
      Promise.resolve(source?.return?.()).catch(() => undefined)
    } catch {
      // It has failed already.
    }
  }

  private readonly fail = (thrown: unknown): void => {
    if (this.state !== "open") return
    this.state = "over"
    this.asking = false
    this.reject?.(this.owner.failed(thrown))
    this.end({ error: thrown })
  }

  private end(failure: { readonly error: unknown } | undefined): void {
    const wasCut = this.reason !== undefined
    this.state = "over"
    if (!wasCut) void Promise.resolve().then(() => this.owner.over(failure))
  }
}
