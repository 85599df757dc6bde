import { isCubeError } from "cubular"
import { type End, foretell } from "./overhear.ts"
import type { Post, Watch } from "./watch.ts"

/** As many attempts as asked for, only after failures that allow it, after the pause there should be; and not fewer. */
export function watchRetry({ path, data, trace, now }: Post): Watch {
  const settings = data.retry as NonNullable<typeof data.retry>

  /** Whether there should be another attempt, and after how many ms at least and at most. */
  function pauseAfter(error: unknown, failed: number): { readonly least: number; readonly most: number } | undefined {
    if (!isCubeError(error) || error.retryable !== true || failed >= settings.attempts) return undefined
    const told = error.params?.retryAfterMs
    const asked = typeof told === "number" && told > 0 ? told : 0
    if (asked > settings.maxMs) return undefined
    const doubled = settings.backoff === "exponential" ? settings.baseMs * 2 ** (failed - 1) : settings.baseMs
    const most = Math.max(asked, Math.min(doubled, settings.maxMs))
    return { least: settings.jitter === "full" ? asked : most, most }
  }

  return (call, next, real) => {
    let attempts = 0
    let failedAt = 0
    let last: End | undefined
    let wasOver = false
    const answered = real(call, (inner) => {
      attempts++
      if (attempts > 1) {
        const pause = last && "error" in last ? pauseAfter(last.error, attempts - 1) : undefined
        const waited = now() - failedAt
        trace.expect(
          "retry only after what may be retried",
          pause !== undefined && !wasOver,
          () => `${path}: ${attempts}`,
        )
        const inTime = !pause || (waited >= pause.least && waited <= pause.most)
        trace.expect("retry waits as long as it should", inTime, () => `${path}: ${waited} ms`)
      }
      return foretell(
        () => next(inner),
        (end) => {
          last = end
          failedAt = now()
          wasOver = call.over
        },
      )
    })
    if (!(answered instanceof Promise)) return answered
    return answered.catch((error: unknown) => {
      const gaveUp = !call.over && !wasOver && pauseAfter(error, attempts) !== undefined
      trace.expect("retry does not give up early", !gaveUp, () => `${path} after ${attempts}`)
      throw error
    })
  }
}
