import { CubeError } from "cubular/contract"
import { lane_full } from "cubular/messages/en"

export interface LanesOptions<T> {
  readonly names: readonly string[]
  /** Items a lane may have waiting for its reader. */
  readonly ahead: number
  /** When a lane is full: wait for its reader, or fail. */
  readonly full: "wait" | "fail"
  /** Lanes an item goes to, by their places. */
  readonly route: (item: T) => readonly number[]
}

interface Lane<T> {
  readonly waiting: T[]
  open: boolean
}

/**
 * One stream split into several. Each is read at its own pace; who is ahead may run so far in front of the others as they
 * may keep waiting. What goes to a lane that was left is dropped, and the source is closed with the last lane.
 */
export class Lanes<T> {
  private readonly options: LanesOptions<T>
  private readonly source: AsyncIterator<T>
  private readonly lanes: readonly Lane<T>[]
  private asking = false
  private end: { readonly error?: unknown; readonly failed: boolean } | undefined
  private changed: (() => void)[] = []

  constructor(source: AsyncIterable<T>, options: LanesOptions<T>) {
    this.source = source[Symbol.asyncIterator]()
    this.options = options
    this.lanes = options.names.map(() => ({ waiting: [], open: true }))
  }

  /** The stream of a lane, to be read once. */
  read(at: number): AsyncIterableIterator<T, undefined> {
    const iterator: AsyncIterableIterator<T, undefined> = {
      next: () => this.next(at),
      return: async () => {
        await this.leave(at)
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]: () => iterator,
    }
    return iterator
  }

  private async next(at: number): Promise<IteratorResult<T, undefined>> {
    const lane = this.lanes[at] as Lane<T>
    while (lane.open) {
      if (lane.waiting.length > 0) {
        const value = lane.waiting.shift() as T
        this.wake()
        return { done: false, value }
      }
      if (this.end?.failed) throw this.end.error
      if (this.end) break
      if (this.asking || this.isFull()) await new Promise<void>((resolve) => this.changed.push(resolve))
      else await this.ask()
    }
    return { done: true, value: undefined }
  }

  /** Whether some lane has no room for one more. */
  private isFull(): boolean {
    const { ahead, full, names } = this.options
    const at = this.lanes.findIndex(({ open, waiting }) => open && waiting.length >= ahead)
    if (at < 0) return false
    if (full === "fail")
      this.end = { failed: true, error: new CubeError({ ...lane_full, params: { lane: names[at] as string, ahead } }) }
    if (full === "fail") throw this.end?.error
    return true
  }

  private async ask(): Promise<void> {
    this.asking = true
    try {
      const { done, value } = await this.source.next()
      if (done) this.end ??= { failed: false }
      else for (const to of this.options.route(value)) this.put(to, value)
    } catch (error) {
      this.end ??= { failed: true, error }
    } finally {
      this.asking = false
      this.wake()
    }
  }

  private put(to: number, item: T): void {
    const lane = this.lanes[to]
    if (lane?.open) lane.waiting.push(item)
  }

  private async leave(at: number): Promise<void> {
    const lane = this.lanes[at] as Lane<T>
    if (!lane.open) return
    lane.open = false
    lane.waiting.length = 0
    this.wake()
    if (this.lanes.some(({ open }) => open) || this.end) return
    this.end = { failed: false }
    await this.source.return?.()
  }

  private wake(): void {
    const { changed } = this
    this.changed = []
    for (const each of changed) each()
  }
}
