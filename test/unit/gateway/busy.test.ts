import { createRegistry, defineCube, type PolicyData } from "cubular"
import { createHost } from "cubular/host/memory"
import { expect, it } from "vitest"
import * as z from "zod"
import { jsonOf, type Served, serve } from "./served.ts"

/** Fails, and takes a moment of the host's clock for it. */
const fails = defineCube({
  id: "probe/fails",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Fails", ko: "실패" },
  needs: ["clock"],
  inputs: {},
  outputs: { n: z.number() },
  create: () => ({
    async process(_, step): Promise<{ n: number }> {
      await step.clock.sleep(1000)
      throw new Error("no")
    },
  }),
})

const behind = (policy: PolicyData): Served => {
  const document = {
    format: 1,
    id: "fails",
    version: "1.0.0",
    cubes: { a: { use: "probe/fails", policy } },
    outputs: { n: "a.n" },
  } as const
  return serve({ registry: createRegistry([fails, document as never]) }, createHost({ autoAdvance: true }))
}

it("a run over its rate limit is 429, with the seconds to wait rounded up", async () => {
  const { post } = behind({ rateLimit: { limit: 1, windowMs: 90_500 } })
  expect((await post("fails", { inputs: {} })).status).toBe(422)
  const response = await post("fails", { inputs: {} }, { "accept-language": "ko" })
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "90"])
  expect(await jsonOf(response)).toMatchObject({
    status: 429,
    title: "너무 많은 요청",
    code: "run_failed",
    retryable: true,
    params: { code: "rate_limited" },
  })
})

it("a run in front of an open breaker is 503 until it lets a call through", async () => {
  const { post } = behind({ breaker: { errorRate: 0.5, windowMs: 60_000, minimumCalls: 2, openMs: 30_000 } })
  for (const _ of [1, 2]) expect((await post("fails", { inputs: {} })).status).toBe(422)
  const response = await post("fails", { inputs: {} })
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "30"])
  expect(await jsonOf(response)).toMatchObject({ code: "run_failed", params: { code: "breaker_open" } })
})

it("a run that finds its bulkhead full is 503, worth another try in a second", async () => {
  const { post } = behind({ bulkhead: { concurrent: 1 } })
  const [first, second] = await Promise.all([post("fails", { inputs: {} }), post("fails", { inputs: {} })])
  expect([first.status, second.status, second.headers.get("retry-after")]).toEqual([422, 503, "1"])
  expect(await jsonOf(second)).toMatchObject({ code: "run_failed", params: { code: "bulkhead_full" } })
})
