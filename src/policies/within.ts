import type { Awaitable, Clock, CubeError, PolicyCall, PolicyNext, Values } from "cubular/contract"
import { after } from "./timers.ts"

/** Gives a call so much time, and ends it when that is over. No timer is set for what answers at once. */
export function within(
  ms: number,
  clock: Clock,
  call: PolicyCall,
  next: PolicyNext,
  late: (call: PolicyCall) => CubeError,
): Awaitable<Values> {
  const inner = call.inner(ms)
  let free: (() => void) | undefined
  const answered = inner.attend(
    next,
    (values) => {
      free?.()
      return values
    },
    (error) => {
      free?.()
      throw error
    },
  )
  if (answered instanceof Promise) free = after(clock, ms, () => inner.end(late(call)))
  return answered
}
