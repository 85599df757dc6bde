import { isCubeError } from "cubular"
import type { PolicyCall } from "cubular/contract"
import { overhear } from "./overhear.ts"
import type { Post, Watch } from "./watch.ts"

/** Never more at work than there are places, never more waiting than there are seats, nobody refused while there is room. */
export function watchBulkhead({ path, data, trace, now }: Post): Watch {
  const { concurrent, queue } = data.bulkhead as NonNullable<typeof data.bulkhead>
  const stayMs = data.timeoutMs === undefined ? 300_000 : data.timeoutMs + 1000
  const working = new Set<{ readonly since: number }>()
  const waiting = new Set<PolicyCall>()
  const atWork = (): number => [...working].filter(({ since }) => since + stayMs > now()).length
  const inLine = (): number => [...waiting].filter(({ over }) => !over).length
  /** Who was given a place that has become free is not at work yet, but waits no more. */
  const called = (): number => Math.min(inLine(), Math.max(0, concurrent - atWork()))

  return (call, next, real) => {
    const room = atWork() < concurrent && inLine() === 0
    const line = inLine() - called()
    let entered = false
    const enter = (inner: PolicyCall) => {
      entered = true
      waiting.delete(call)
      const place = { since: now() }
      const others = atWork()
      trace.expect("bulkhead bound", others < concurrent, () => `${path}: ${others + 1} of ${concurrent} at work`)
      working.add(place)
      return overhear(
        () => next(inner),
        () => void working.delete(place),
      )
    }
    try {
      const answered = real(call, enter)
      if (entered || !(answered instanceof Promise)) return answered
      trace.expect("bulkhead makes nobody wait while there is room", !room, () => path)
      trace.expect("bulkhead queue bound", line < queue, () => `${path}: ${line + 1} of ${queue} wait`)
      waiting.add(call)
      return answered.finally(() => void waiting.delete(call))
    } catch (error) {
      const full = isCubeError(error) && error.code === "bulkhead_full" && !entered
      trace.expect("bulkhead refuses only when full", !full || (!room && line >= queue), () => path)
      throw error
    }
  }
}
