import type { Json } from "./value.ts"

/** Policies of one placed cube, as plain data. Durations in ms, rates from 0 to 1. */
export interface PolicyData {
  readonly deadlineMs?: number | undefined
  readonly timeoutMs?: number | undefined
  readonly retry?:
    | {
        readonly attempts: number
        readonly backoff?: "constant" | "exponential" | undefined
        readonly baseMs?: number | undefined
        readonly maxMs?: number | undefined
        readonly jitter?: "none" | "full" | undefined
      }
    | undefined
  readonly breaker?:
    | { readonly errorRate: number; readonly windowMs: number; readonly minimumCalls: number; readonly openMs: number }
    | undefined
  readonly cache?: { readonly ttlMs: number; readonly staleOnError?: boolean | undefined } | undefined
  readonly bulkhead?: { readonly concurrent: number; readonly queue?: number | undefined } | undefined
  readonly rateLimit?:
    | { readonly limit: number; readonly windowMs: number; readonly key?: string | undefined }
    | undefined
  readonly fallback?: { readonly value: Json } | { readonly use: string } | undefined
}
