import type { Awaitable, Clock, CubeError, PolicyCall, PolicyNext, Values } from "cubular/contract"
import { after } from "./timers.ts"

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
  const free = after(clock, ms, () => inner.end(late()))
  answered.then(free, free)
  return answered
}
