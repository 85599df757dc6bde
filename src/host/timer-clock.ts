import type { Clock } from "cubular/contract"

/** What a runtime tells time and waits with. */
export interface Timers {
  /** Epoch ms. */
  now(): number
  /** Ms from an arbitrary start, never going back. */
  monotonic(): number
  setTimer(wake: () => void, ms: number): unknown
  clearTimer(timer: unknown): void
}

/** Timers hold their delay in 31 bits; a longer one would fire at once. */
const LONGEST_TIMER_MS = 0x7fffffff

/**
 * A clock over a runtime's timers. Waits of any length work, `Infinity` included; a wait that is negative or NaN ends in
 * the next turn. Waiting keeps a Node process alive, as something is awaited; aborting frees the timer.
 */
export function createTimerClock(timers: Timers): Clock {
  const after = (ms: number, act: () => void): (() => void) => wait(timers, ms, act)
  return {
    now: () => timers.now(),
    monotonic: () => timers.monotonic(),
    after,
    sleep: (ms, signal) => sleep(after, ms, signal),
  }
}

/** @returns what frees the timer. */
function wait(timers: Timers, ms: number, act: () => void): () => void {
  let left = ms > 0 ? ms : 0
  let timer: unknown
  const set = (): void => {
    const part = Math.min(left, LONGEST_TIMER_MS)
    left -= part
    timer = timers.setTimer(left > 0 ? set : act, part)
  }
  set()
  return () => timers.clearTimer(timer)
}

function sleep(after: NonNullable<Clock["after"]>, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
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
}
