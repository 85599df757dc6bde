import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { serveWorker, type WorkerdServer } from "../workerd-server.ts"

/** A Worker that keeps one runner for all its requests, as a gateway does; `/seen` tells what it has seen. */
const worker = `
import { createRunner, defineCube } from "cubular"
import batch from "cubular/cubes/flow/batch"
import { createHost } from "cubular/host/workerd"
import * as z from "zod"

const seen = { asked: 0, sizes: [], made: 0 }
const works = defineCube({
  id: "t/works", version: "1.0.0", color: "feature", effect: "pure", needs: ["clock"],
  title: { en: "Works", ko: "일" },
  inputs: { items: z.array(z.strictObject({ n: z.number(), ms: z.number() })) },
  outputs: { ns: z.array(z.number()) },
  create: () => ({
    async process({ items }, step) {
      seen.sizes.push(items.length)
      await step.clock.sleep(Math.max(...items.map(({ ms }) => ms)))
      seen.made++
      return { ns: items.map(({ n }) => n * 2) }
    },
  }),
})
const document = {
  format: 1, id: "batched", version: "1.0.0",
  cubes: { b: { use: "flow/batch", config: { cube: "t/works", input: "items", output: "ns", windowMs: 5000, size: 3 }, in: { item: "@item" } } },
  outputs: { n: "b.value" },
}
let runner
export default {
  async fetch(request) {
    const url = new URL(request.url)
    if (url.pathname === "/seen") return Response.json(seen)
    runner ??= await createRunner(document, [batch, works], createHost())
    const item = { n: Number(url.searchParams.get("n")), ms: Number(url.searchParams.get("ms")) }
    seen.asked++
    const begun = seen.sizes.length
    const run = runner.run({ item })
    if (url.searchParams.has("leave")) {
      // The request is over while its run is not: what it waits for never comes.
      while (seen.sizes.length === begun) await new Promise((resolve) => setTimeout(resolve, 1))
      return Response.json("left")
    }
    const { ok, outputs, error } = await run.settled
    return Response.json(ok ? outputs.n : error.toJSON())
  },
}
`

describe("on workerd, where one request cannot wake another and may be gone at any moment", () => {
  let server: WorkerdServer | undefined
  let origin = ""
  beforeAll(async () => {
    server = await serveWorker(worker)
    origin = server.origin
  }, 60_000)
  afterAll(() => server?.stop())

  const ask = async (n: number, ms: number, more = ""): Promise<unknown> =>
    (await fetch(`${origin}/?n=${n}&ms=${ms}${more}`)).json()
  /** Requests so far, sizes of the lists called for, and how many of these calls came to their end. */
  const seen = async (): Promise<{ asked: number; sizes: number[]; made: number }> =>
    (await fetch(`${origin}/seen`)).json() as never

  test("many requests share calls, and each gets its own result", async () => {
    const numbers = Array.from({ length: 30 }, (_, n) => n)
    expect(await Promise.all(numbers.map((n) => ask(n, 5)))).toEqual(numbers.map((n) => n * 2))
    expect((await seen()).sizes).toEqual(new Array(10).fill(3))
  })

  test("a request that is over before its call has ended takes no other request's result with it", async () => {
    const before = await seen()
    const others = [2, 3].map((n) => ask(n, 300))
    while ((await seen()).asked < before.asked + 2);
    // It makes the third, so it makes the call.
    expect(await ask(1, 300, "&leave")).toBe("left")
    expect(await Promise.all(others)).toEqual([4, 6])
    const { sizes, made } = await seen()
    expect(sizes.slice(before.sizes.length)).toEqual([3, 3])
    expect(made - before.made).toBe(1)
  })
})
