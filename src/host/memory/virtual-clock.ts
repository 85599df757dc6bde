import type { Clock } from "cubular/contract"

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Clock {
  /** Sleeps that neither ended nor were aborted. */
  readonly pendingTimers: number
  /**
   * Moves the time forward by `ms`, waking sleepers in the order of their times (ties: the one that slept first), each
   * with the clock at its own time and with everything it sets off done before the next one wakes. Calls queue up.
   */
  advance(ms: number): Promise<void>
}

export interface VirtualClockOptions {
  /** Epoch ms it starts at. */
  readonly start: number
  /** Jump to the next sleeper whenever nothing else is left to do. */
  readonly autoAdvance: boolean
  /** Resolves when nothing is left to do at the present time. */
  readonly idle: () => Promise<void>
}

interface Sleeper {
  /** Ms since the clock's start. */
  readonly due: number
  readonly wake: () => void
}

export function createVirtualClock({ start, autoAdvance, idle }: VirtualClockOptions): VirtualClock {
  let elapsed = 0
  let moving: Promise<void> = Promise.resolve()
  let driven = false
  /** Ascending by due time; equal times in the order of arrival. */
  const sleepers: Sleeper[] = []

  function insert(sleeper: Sleeper): void {
    let low = 0
    let high = sleepers.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sleepers[middle] as Sleeper).due <= sleeper.due) low = middle + 1
      else high = middle
    }
    sleepers.splice(low, 0, sleeper)
  }

  /** Wakes sleepers up to a time, waiting before each one until the last has done what it can. */
  async function wakeUntil(end: number): Promise<void> {
    await idle()
    while (sleepers.length > 0 && (sleepers[0] as Sleeper).due <= end) {
      const { due, wake } = sleepers.shift() as Sleeper
      elapsed = Math.max(elapsed, due)
      wake()
      await idle()
    }
  }

  async function drive(): Promise<void> {
    driven = true
    do await wakeUntil(Number.MAX_VALUE)
    while ((sleepers[0]?.due ?? Infinity) < Infinity)
    driven = false
  }

  function after(ms: number, wake: () => void): () => void {
    const sleeper: Sleeper = { due: elapsed + (ms > 0 ? ms : 0), wake }
    insert(sleeper)
    if (autoAdvance && !driven) void drive()
    return () => {
      const at = sleepers.indexOf(sleeper)
      if (at >= 0) sleepers.splice(at, 1)
    }
  }

  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    get pendingTimers() {
      return sleepers.length
    },
    after,
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason)
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          free()
          reject(signal?.reason)
        }
        const free = after(ms, () => {
          signal?.removeEventListener("abort", abort)
          resolve()
        })
        signal?.addEventListener("abort", abort, { once: true })
      })
    },
    advance(ms) {
      moving = moving.then(async () => {
        const end = elapsed + (ms > 0 ? ms : 0)
        await wakeUntil(end)
        elapsed = Math.max(elapsed, end)
      })
      return moving
    },
  }
}
