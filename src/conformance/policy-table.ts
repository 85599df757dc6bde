import type { PlacedCube, PolicyData } from "cubular"
import { type Feature, follow } from "./cell.ts"

const pass: PlacedCube = { use: "probe/pass", in: { value: "s.value" } }
const HOUR_MS = 3_600_000

/** What the subject gives for 0. */
const nothing = { value: 0, parts: { twice: [0, 0], "a/b": { "m~n": 1 } }, big: false, odd: false }

const wide: PolicyData = {
  deadlineMs: 2 * HOUR_MS,
  timeoutMs: HOUR_MS,
  retry: { attempts: 2 },
  breaker: { errorRate: 0.5, windowMs: 1000, minimumCalls: 10, openMs: 1000 },
  cache: { ttlMs: 1000, staleOnError: true },
  bulkhead: { concurrent: 1, queue: 1 },
  rateLimit: { limit: 1, windowMs: 1000, key: "@value" },
}

/** A cube behind the subject that fails until its host has run for `afterMs`. */
const late = (afterMs: number, policy: PolicyData): PlacedCube => ({
  use: "probe/late",
  config: { afterMs },
  in: { value: "s.value" },
  policy,
})
const NEVER = Number.MAX_SAFE_INTEGER

/** Policies around the subject, or around what depends on it. */
export const policyFeatures: readonly Feature[] = [
  {
    name: "policies that let pass",
    build: ({ placed }) => ({ cubes: { s: { ...placed, policy: wide }, a: pass }, outputs: { out: "a.value" } }),
    rows: follow("s", "a", { out: 7 }),
  },
  {
    name: "policies that let pass what comes later",
    pace: "later",
    build: ({ placed }) => ({ cubes: { s: { ...placed, policy: wide }, a: pass }, outputs: { out: "a.value" } }),
    rows: follow("s", "a", { out: 7 }),
  },
  {
    name: "fallback to a value",
    build: ({ placed }) => ({
      cubes: { s: { ...placed, policy: { fallback: { value: nothing } } }, a: pass },
      outputs: { out: "a.value" },
    }),
    rows: { ...follow("s", "a", { out: 7 }), fail: ["s=ok a=ok", { out: 0 }, ""] },
  },
  {
    name: "fallback to a cube",
    pace: "later",
    build: ({ placed }) => ({
      cubes: { s: { ...placed, policy: { fallback: { use: "probe/spare@^1" } } }, a: pass },
      outputs: { out: "a.value" },
    }),
    rows: { ...follow("s", "a", { out: 7 }), fail: ["s=ok a=ok", { out: 107 }, ""] },
  },
  {
    name: "timeout",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        n: { use: "probe/nap", config: { ms: 500 }, in: { value: "s.value" }, policy: { timeoutMs: 10 } },
        m: { use: "probe/nap", config: { ms: 5 }, in: { value: "s.value" }, policy: { timeoutMs: 10 } },
      },
      outputs: { late: "n.value", out: "m.value" },
    }),
    rows: { ...follow("s", "n m", {}), ok: ["s=ok n=step_timed_out m=ok", { out: 7 }, "run_failed"] },
  },
  {
    name: "retry until it is ok",
    build: ({ placed: s }) => ({
      cubes: { s, l: late(100, { retry: { attempts: 3, backoff: "constant", baseMs: 60, jitter: "none" } }) },
      outputs: { out: "l.value" },
    }),
    rows: follow("s", "l", { out: 7 }),
  },
  {
    name: "retry until the breaker opens",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        l: late(NEVER, {
          retry: { attempts: 5, baseMs: 0 },
          breaker: { errorRate: 1, windowMs: 1000, minimumCalls: 2, openMs: HOUR_MS },
        }),
      },
      outputs: { out: "l.value" },
    }),
    rows: { ...follow("s", "l", {}), ok: ["s=ok l=breaker_open", {}, "run_failed"] },
  },
  {
    name: "retry until the deadline",
    build: ({ placed: s }) => ({
      cubes: {
        s,
        l: late(NEVER, {
          retry: { attempts: 100, backoff: "constant", baseMs: 10, jitter: "none" },
          deadlineMs: 15,
        }),
        f: late(NEVER, {
          retry: { attempts: 100, baseMs: 10, maxMs: 10 },
          deadlineMs: 15,
          fallback: { value: { value: -1 } },
        }),
      },
      outputs: { out: "l.value", fallback: "f.value" },
    }),
    rows: {
      ...follow("s", "l f", {}),
      ok: ["s=ok l=step_deadline_exceeded f=ok", { fallback: -1 }, "run_failed"],
    },
  },
]
