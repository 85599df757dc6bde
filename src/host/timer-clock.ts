import type { Clock } from "cubular/contract"
import { createLines } from "./timer-lines.ts"
import type { Timers } from "./timers.ts"

/** Timers hold their delay in 31 bits; a longer one would fire at once. */
const LONGEST_TIMER_MS = 0x7fffffff

/**
 * A clock over a runtime's timers. Waits of any length work, `Infinity` included; a wait that is negative or NaN ends in
 * the next turn. Waiting keeps a Node process alive, as something is awaited; aborting frees the timer.
 */
export function createTimerClock(timers: Timers): Clock {
  const alone = (ms: number, act: () => void): (() => void) => wait(timers, ms, act)
  const inLine = timers.shared ? createLines(timers) : alone
  return {
    now: () => timers.now(),
    monotonic: () => timers.monotonic(),
    after: (ms, act) => (ms > 0 && ms <= LONGEST_TIMER_MS ? inLine(ms, act) : alone(ms, act)),
    sleep: (ms, signal) => sleep(alone, ms, signal),
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
