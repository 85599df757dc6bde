import { CubeError, type Value } from "cubular/contract"
import { stream_taken } from "cubular/messages/en"
import type { Channel } from "./channel.ts"

type Result = IteratorResult<Value, undefined>

/** What comes of an output that is a stream: it begins, or the run has nothing there, or fails before. */
export type Opening = { readonly channel: Channel } | { readonly thrown: unknown } | "nothing"

/** An output of a run that is a stream, in the hands of whoever started it: there before the stream has begun. */
export class OutputReader implements AsyncIterableIterator<Value, undefined> {
  private readonly name: string
  private opening: Opening | undefined
  private waiting: (() => void)[] = []
  private taken = false
  private left = false

  constructor(name: string) {
    this.name = name
  }

  [Symbol.asyncIterator](): this {
    if (this.taken) throw new CubeError({ ...stream_taken, params: { port: this.name } })
    this.taken = true
    return this
  }

  /** The first opening counts. */
  open(opening: Opening): void {
    if (this.opening) return
    this.opening = opening
    const { waiting } = this
    this.waiting = []
    if (this.left && typeof opening === "object" && "channel" in opening) void opening.channel.leave()
    for (const each of waiting) each()
  }

  next(): Promise<Result> {
    const { opening } = this
    if (!opening) return new Promise<void>((resolve) => this.waiting.push(resolve)).then(() => this.next())
    if (opening === "nothing" || this.left) return Promise.resolve({ done: true, value: undefined })
    return "channel" in opening ? opening.channel.next() : Promise.reject(opening.thrown)
  }

  async return(): Promise<Result> {
    this.left = true
    const { opening } = this
    if (typeof opening === "object" && "channel" in opening) await opening.channel.leave()
    return { done: true, value: undefined }
  }
}
