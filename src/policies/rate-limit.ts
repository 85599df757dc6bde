import { CubeError, type Policy, type PolicyData } from "cubular/contract"
import { rate_limited } from "cubular/messages/en"
import { Arrivals } from "./arrivals.ts"

type Settings = NonNullable<PolicyData["rateLimit"]>

/**
 * `rateLimit`: at most `limit` calls in any `windowMs`, for each value of `key` (or all together); more fail with
 * `rate_limited` (retryable), which says when there is room again. Exact within one runner; several runners, as on several
 * Workers, each count their own.
 */
export const rateLimit: Policy = {
  name: "rateLimit",
  needs: ["clock"],
  create({ data, clock }) {
    const { limit, windowMs } = data.rateLimit as Settings
    const arrivals = new Arrivals(limit, windowMs)
    return {
      answer(call, next) {
        const retryAfterMs = arrivals.admit(call.key, clock.monotonic())
        if (retryAfterMs === 0) return next(call)
        call.decide({ policy: "rateLimit", did: "refused", code: rate_limited.code, ms: retryAfterMs })
        throw new CubeError({ ...rate_limited, params: { limit, windowMs, retryAfterMs }, retryable: true })
      },
      control: { state: () => ({ keys: arrivals.keys }), reset: () => arrivals.clear() },
    }
  },
}
