import { type AnyCube, createRunner, defineCube, type PolicyData, type Runner } from "cubular"
import { createHost } from "cubular/host/node"
import { policies } from "cubular/policies"
import * as z from "zod"

/** A call everybody surrounds: it answers in the next turn, so that what is around it is what is measured. */
export async function work(n: number): Promise<number> {
  return n + 1
}

/** The same, but it waits for the event loop as a request would. */
export async function wait(n: number): Promise<number> {
  await new Promise((resolve) => void setImmediate(resolve))
  return n + 1
}

const head = { version: "1.0.0", color: "feature", effect: "pure", title: { en: "Call", ko: "호출" } } as const
const ports = { inputs: { n: z.number() }, outputs: { n: z.number() } }
const later = defineCube({
  ...head,
  ...ports,
  id: "bench/later",
  create: () => ({ process: async ({ n }) => ({ n: await work(n) }) }),
})
const waiting = defineCube({
  ...head,
  ...ports,
  id: "bench/waiting",
  create: () => ({ process: async ({ n }) => ({ n: await wait(n) }) }),
})
const now = defineCube({ ...head, ...ports, id: "bench/now", create: () => ({ process: ({ n }) => ({ n: n + 1 }) }) })

/** A composition of one step with policies around it, on a host with the real clock. */
export function runnerOf(policy: PolicyData, pace: "now" | "later" | "waiting"): Promise<Runner> {
  const document = {
    format: 1,
    id: "bench",
    version: "1.0.0",
    cubes: { s: { use: `bench/${pace}`, in: { n: "@n" }, policy } },
    outputs: { n: "s.n" },
  }
  return createRunner(document, [later, waiting, now] as readonly AnyCube[], createHost(), { policies })
}

/** The settings of the comparison; the breaker stays closed and nothing is ever late. */
export const common: PolicyData = {
  timeoutMs: 5000,
  retry: { attempts: 3, baseMs: 100 },
  breaker: { errorRate: 0.5, windowMs: 10_000, minimumCalls: 100, openMs: 10_000 },
}
