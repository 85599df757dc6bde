import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { serveWorker, type WorkerdServer } from "../workerd-server.ts"

/** A Worker that keeps its runners for all its requests, as a gateway does; `/calls` tells how often the cube was called. */
const worker = `
import { createRunner, defineCube } from "cubular"
import { createHost } from "cubular/host/workerd"
import { policies } from "cubular/policies"
import * as z from "zod"

let calls = 0
const works = defineCube({
  id: "t/works", version: "1.0.0", color: "feature", effect: "read", needs: ["clock"],
  title: { en: "Works", ko: "일" },
  inputs: { n: z.number(), ms: z.number() },
  outputs: { n: z.number() },
  create: () => ({
    async process({ n, ms }, step) {
      calls++
      await step.clock.sleep(ms)
      return { n: n * 2 }
    },
  }),
})
const rules = {
  cache: { cache: { ttlMs: 60000 } },
  bulkhead: { bulkhead: { concurrent: 1, queue: 10 }, timeoutMs: 1000 },
  breaker: { breaker: { errorRate: 0.5, windowMs: 10000, minimumCalls: 2, openMs: 100 }, timeoutMs: 200 },
}
const document = (policy) => ({
  format: 1, id: "ruled", version: "1.0.0",
  cubes: { s: { use: "t/works", in: { n: "@n", ms: "@ms" }, policy } }, outputs: { n: "s.n" },
})
const runners = {}
export default {
  async fetch(request) {
    const url = new URL(request.url)
    if (url.pathname === "/calls") return Response.json(calls)
    const rule = url.pathname.slice(1)
    runners[rule] ??= await createRunner(document(rules[rule]), [works], createHost(), { policies })
    const [n, ms] = ["n", "ms"].map((name) => Number(url.searchParams.get(name)))
    const before = calls
    const run = runners[rule].run({ n, ms })
    if (url.searchParams.has("leave")) {
      // The request is over while its run is not: what it waits for never comes.
      while (calls === before) await new Promise((resolve) => setTimeout(resolve, 1))
      return Response.json("left")
    }
    const { ok, outputs, steps } = await run.settled
    return Response.json(ok ? outputs.n : steps.s.error.code)
  },
}
`

describe("on workerd, where a request may be gone at any moment", () => {
  let server: WorkerdServer | undefined
  let origin = ""
  beforeAll(async () => {
    server = await serveWorker(worker)
    origin = server.origin
  }, 60_000)
  afterAll(() => server?.stop())

  const ask = async (rule: string, n: number, ms: number, more = ""): Promise<unknown> =>
    (await fetch(`${origin}/${rule}?n=${n}&ms=${ms}${more}`)).json()
  const calls = async (): Promise<number> => (await fetch(`${origin}/calls`)).json() as never

  test("requests with equal inputs share one call, and each gets the answer", async () => {
    const before = await calls()
    const asked = Array.from({ length: 20 }, () => ask("cache", 1, 200))
    expect(await Promise.all(asked)).toEqual(new Array(20).fill(2))
    expect((await calls()) - before).toBe(1)
  })

  test("requests wait for a place in turn", async () => {
    const asked = [1, 2, 3, 4].map((n) => ask("bulkhead", n, 50))
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8])
  })

  test("a place that a vanished request held is given away once its timeout is long over", async () => {
    expect(await ask("bulkhead", 1, 500, "&leave")).toBe("left")
    expect(await ask("bulkhead", 2, 1)).toBe(4)
  })

  test("a call that vanished with its request is made again, by one of those who wait for it", async () => {
    const before = await calls()
    const waiting = async (): Promise<unknown> => {
      while ((await calls()) === before);
      return ask("cache", 7, 5000)
    }
    const asked = [ask("cache", 7, 5000, "&leave"), waiting(), waiting(), waiting()]
    expect(await Promise.all(asked)).toEqual(["left", 14, 14, 14])
    expect((await calls()) - before).toBe(2)
  })
})
