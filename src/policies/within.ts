import type { Awaitable, Clock, CubeError, PolicyCall, PolicyNext, Values } from "cubular/contract"
import { stop } from "./stop.ts"

/**
 * Turns of the microtask queue before a timer is set. An async cube that has nothing to wait for answers within a few; a timer
 * and its signal take longer than all the rest of such a step.
 */
const TURNS = 8

/** Gives a call so much time, and ends it when that is over. No timer is set for what answers at once. */
export function within(
  ms: number,
  clock: Clock,
  call: PolicyCall,
  next: PolicyNext,
  late: () => CubeError,
): Awaitable<Values> {
  const inner = call.inner(ms)
  const answered = next(inner)
  if (!(answered instanceof Promise)) return answered
  let timer: AbortController | undefined
  let settled = false
  const settle = (): void => {
    settled = true
    if (timer) stop(timer)
  }
  const watch = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS && !settled; turn++) await undefined
    if (settled) return
    timer = new AbortController()
    try {
      await clock.sleep(ms, timer.signal)
    } catch {
      return
    }
    inner.end(late())
  }
  void watch()
  const guarded = inner.guard(answered)
  guarded.then(settle, settle)
  return guarded
}
