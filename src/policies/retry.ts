import {
  type Awaitable,
  type CubeError,
  type FilledPolicy,
  isCubeError,
  type Policy,
  type PolicyCall,
  type PolicyNext,
  type Values,
} from "cubular/contract"

type Settings = NonNullable<FilledPolicy["retry"]>

/**
 * `retry`: calls again after a failure that is `retryable`, up to `attempts` calls in all. The pause before the nth retry is
 * `baseMs` (constant) or `baseMs` × 2ⁿ⁻¹ (exponential), at most `maxMs`; with full jitter a whole number of ms drawn evenly
 * from 0 to that, as in Marc Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015). The draws follow from
 * the run's seed and the step's path. A failure that says `retryAfterMs` is given that time; where it asks for more than
 * `maxMs`, there is no other attempt. Every attempt sees the same `step.idempotencyKey`, `step.random` and `step.ids`.
 */
export const retry: Policy = {
  name: "retry",
  needs: ["clock"],
  create({ data }) {
    const settings = data.retry as Settings
    const attempt = (nth: number, call: PolicyCall, next: PolicyNext): Awaitable<Values> =>
      call.attend(next, undefined, (error) => again(nth, call, next, error))
    const again = async (nth: number, call: PolicyCall, next: PolicyNext, error: unknown): Promise<Values> => {
      if (call.over || nth >= settings.attempts || !isCubeError(error) || error.retryable !== true) throw error
      const asked = askedMs(error)
      if (asked > settings.maxMs) throw error
      const ms = Math.max(
        asked,
        pauseMs(nth, settings, () => call.random()),
      )
      call.decide({ policy: "retry", did: "retried", attempt: nth, code: error.code, ms })
      if (ms > 0) await call.sleep(ms)
      return attempt(nth + 1, call, next)
    }
    return { answer: (call, next) => attempt(1, call, next) }
  },
}

/** How long whoever failed asks to be left alone: `retryAfterMs` among the params. */
function askedMs(error: CubeError): number {
  // It may only look like one.
  const asked = (error as Partial<CubeError>).params?.retryAfterMs
  return typeof asked === "number" && asked > 0 ? asked : 0
}

/** The pause after so many failed attempts, in ms. */
export function pauseMs(failed: number, { backoff, baseMs, maxMs, jitter }: Settings, random: () => number): number {
  let ms = Math.min(baseMs, maxMs)
  if (backoff === "exponential") for (let n = 1; n < failed && ms < maxMs; n++) ms = Math.min(ms * 2, maxMs)
  return jitter === "full" ? Math.floor(random() * (ms + 1)) : ms
}
