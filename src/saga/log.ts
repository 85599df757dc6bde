import type { Clock, JournalWriter, Value } from "cubular/contract"
import type { Entry, Placed } from "./entry.ts"
import type { Progress } from "./progress.ts"

/** Entries of one append: with the longest values they stay far below what any driver takes at once. */
const MOST = 20

/** Turns of the microtask queue an append waits: steps that begin because another is done tell of it within them. */
const TURNS = 16

interface Waiting {
  readonly entry: Placed
  resolve(): void
  reject(error: unknown): void
}

/**
 * Writes down what a saga does. What is told while an append is under way goes out with the next one, all of it or nothing: so
 * the end of one step and the beginning of those behind it are one write, and side by side steps share them.
 */
export class SagaLog {
  private readonly writer: JournalWriter
  private readonly clock: Clock
  private readonly progress: Progress
  private readonly broken: (error: unknown) => void
  private waiting: Waiting[] = []
  private next: number
  private busy = false
  private trouble: { readonly error: unknown } | undefined

  /** @param broken - Told once when nothing more can be written. */
  constructor(writer: JournalWriter, clock: Clock, progress: Progress, broken: (error: unknown) => void) {
    this.writer = writer
    this.clock = clock
    this.progress = progress
    this.broken = broken
    this.next = writer.end
  }

  /** Resolves when it is durable, and everything told before it. Nobody has to wait. */
  add(entry: Entry): Promise<void> {
    if (this.trouble) return quiet(Promise.reject(this.trouble.error))
    const placed: Placed = { ...entry, n: this.next++, at: this.clock.now() }
    this.progress.add(placed)
    const written = new Promise<void>((resolve, reject) => this.waiting.push({ entry: placed, resolve, reject }))
    if (!this.busy) void this.write()
    return quiet(written)
  }

  private async write(): Promise<void> {
    this.busy = true
    for (let turn = 0; turn < TURNS; turn++) await undefined
    while (this.waiting.length > 0 && !this.trouble) {
      const batch = this.waiting.splice(0, MOST)
      try {
        const values = batch.map(({ entry }) => entry as unknown as Value)
        await this.writer.append(values, { expected: (batch[0] as Waiting).entry.n })
        for (const { resolve } of batch) resolve()
      } catch (error) {
        this.fail(error, batch)
      }
    }
    this.busy = false
  }

  /** Also ends it from outside: nothing more is written. */
  fail(error: unknown, batch: readonly Waiting[] = []): void {
    const { waiting, trouble } = this
    this.trouble ??= { error }
    this.waiting = []
    for (const { reject } of [...batch, ...waiting]) reject(error)
    if (!trouble) this.broken(error)
  }
}

/** A rejection nobody waits for is told by `broken`. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
