import type { Policy } from "cubular/contract"
import { breaker } from "./breaker.ts"
import { bulkhead } from "./bulkhead.ts"
import { cache } from "./cache.ts"
import { deadline } from "./deadline.ts"
import { fallback } from "./fallback.ts"
import { rateLimit } from "./rate-limit.ts"
import { retry } from "./retry.ts"
import { timeout } from "./timeout.ts"

/** All of them, outermost first. */
export const policies: readonly Policy[] = /* @__PURE__ */ Object.freeze([
  fallback,
  cache,
  rateLimit,
  deadline,
  retry,
  breaker,
  bulkhead,
  timeout,
])
