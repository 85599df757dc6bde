import { isCubeError, type Queue, storeLimits } from "cubular/contract"
import { receipt_stale } from "cubular/messages/en"
import type { Handled } from "./handled.ts"

/** A delivery that is done with. */
interface Done {
  readonly receipt: string
  /** To be remembered; absent of what is known already. */
  readonly key: string | undefined
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

/** Microtask turns in which nothing ends, after which what has ended is settled. */
const QUIET_TURNS = 16

/**
 * Remembers and acknowledges what has been worked on, as much at once as ends meanwhile. Remembered first: a crash in
 * between delivers the message again, and then it is known.
 */
export class Settlements {
  private readonly queue: Queue
  private readonly handled: Handled
  private readonly done: Done[] = []
  private busy = false

  constructor(queue: Queue, handled: Handled) {
    this.queue = queue
    this.handled = handled
  }

  /** Resolves when it is acknowledged, by whomever: another one may have got it meanwhile. */
  settle(receipt: string, key: string | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.done.push({ receipt, key, resolve, reject })
      if (!this.busy) void this.flush()
    })
  }

  private async flush(): Promise<void> {
    this.busy = true
    while (this.done.length > 0) {
      await this.gather()
      const batch = this.done.splice(0, storeLimits.batch)
      try {
        const keys = batch.flatMap(({ key }) => key ?? [])
        if (keys.length > 0) await this.handled.add(keys)
        await this.ack(batch.map(({ receipt }) => receipt))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.busy = false
  }

  /** Runs that began together end within a few turns of each other. */
  private async gather(): Promise<void> {
    for (let quiet = 0, had = 0; quiet < QUIET_TURNS && this.done.length < storeLimits.batch; quiet++) {
      await undefined
      if (this.done.length > had) quiet = 0
      had = this.done.length
    }
  }

  private async ack(receipts: readonly string[]): Promise<void> {
    try {
      await this.queue.ackMany(receipts)
    } catch (error) {
      if (!isStale(error)) throw error
      for (const receipt of receipts)
        await this.queue.ack(receipt).catch((cause) => (isStale(cause) ? undefined : Promise.reject(cause)))
    }
  }
}

/** The message has been given to another one. */
export function isStale(error: unknown): boolean {
  return isCubeError(error) && error.code === receipt_stale.code
}
