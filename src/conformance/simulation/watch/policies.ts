import type { Policy, PolicyName } from "cubular"
import type { Trace } from "../trace.ts"
import { watchBreaker } from "./breaker.ts"
import { watchBulkhead } from "./bulkhead.ts"
import { watchCache } from "./cache.ts"
import { watchFallback } from "./fallback.ts"
import { watchRateLimit } from "./rate-limit.ts"
import { watchRetry } from "./retry.ts"
import { watchTiming } from "./timing.ts"
import { type Post, type Watch, watched } from "./watch.ts"

const watches: { readonly [name in PolicyName]: (post: Post) => Watch } = {
  fallback: watchFallback,
  cache: watchCache,
  rateLimit: watchRateLimit,
  deadline: watchTiming("deadlineMs"),
  retry: watchRetry,
  breaker: watchBreaker,
  bulkhead: watchBulkhead,
  timeout: watchTiming("timeoutMs"),
}

/** The real policies, each with somebody who looks on. */
export function watchPolicies(policies: readonly Policy[], trace: Trace): Policy[] {
  return policies.map((policy) => watched(policy, trace, watches[policy.name]))
}
