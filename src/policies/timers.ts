import type { Clock } from "cubular/contract"

/** Stops a timer. With a reason of its own: making the usual one, a DOMException, takes longer than all the rest. */
export function stop(timer: AbortController): void {
  timer.abort("stopped")
}

/** Calls `act` after `ms`, unless the function it returns is called before. */
export function after(clock: Clock, ms: number, act: () => void): () => void {
  if (clock.after) return clock.after(ms, act)
  const timer = new AbortController()
  clock.sleep(ms, timer.signal).then(act, () => undefined)
  return () => stop(timer)
}
