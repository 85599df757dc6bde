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

/** Names of the policies, outermost first: whatever order a document writes them in, this is how they are applied. */
export const POLICY_NAMES = [
  "fallback",
  "cache",
  "rateLimit",
  "deadline",
  "retry",
  "breaker",
  "bulkhead",
  "timeout",
] as const
export type PolicyName = (typeof POLICY_NAMES)[number]

/** The key of a policy's settings in a document. */
export function policyKey(name: PolicyName): keyof PolicyData {
  return name === "deadline" ? "deadlineMs" : name === "timeout" ? "timeoutMs" : name
}

type Filled<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> }

/** Settings with nothing left open. */
export type FilledPolicy = Omit<PolicyData, "retry" | "cache" | "bulkhead"> & {
  readonly retry?: Filled<NonNullable<PolicyData["retry"]>>
  readonly cache?: Filled<NonNullable<PolicyData["cache"]>>
  readonly bulkhead?: Filled<NonNullable<PolicyData["bulkhead"]>>
}

/** Settings with every default written out: two documents that say the same have the same digest. */
export function fillPolicy(data: PolicyData): FilledPolicy {
  const { retry, cache, bulkhead, ...rest } = data
  const { backoff = "exponential", baseMs = 100, maxMs = 30_000, jitter = "full" } = retry ?? {}
  return {
    ...rest,
    ...(retry && { retry: { attempts: retry.attempts, backoff, baseMs, maxMs, jitter } }),
    ...(cache && { cache: { ttlMs: cache.ttlMs, staleOnError: cache.staleOnError ?? false } }),
    ...(bulkhead && { bulkhead: { concurrent: bulkhead.concurrent, queue: bulkhead.queue ?? 0 } }),
  }
}

/** One thing a policy around a step decided. */
export interface PolicyDecision {
  readonly policy: PolicyName
  /**
   * What it did. fallback: `value`, `cube`. cache: `hit`, `stale`, `joined`. rateLimit and bulkhead: `refused`; bulkhead
   * also `queued`. deadline and timeout: `ended`. retry: `retried`. breaker: `opened`, `refused`, `probed`, `closed`.
   */
  readonly did: string
  /** Code of the error it answered or was about. */
  readonly code?: string
  /** How long it waits or waited. */
  readonly ms?: number
  /** Which attempt failed, from 1 on. */
  readonly attempt?: number
}

/** The way of one step through its policies. */
export interface PolicyRecord {
  /** How often the cube was called. */
  readonly attempts: number
  /** Whose answer stands where it is not what the last attempt came to: a replay takes it as it is. */
  readonly answer?: PolicyName
  readonly decisions: readonly PolicyDecision[]
}
