import { createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { describe, expect, test } from "vitest"
import { Arrivals, MOST_KEYS } from "../../../src/policies/arrivals.ts"
import { documentOf, fails, gives, outcomeOf, service, staged, takes } from "./stage.ts"

describe("rateLimit", () => {
  test("lets so many through in a window, and says when there is room", async () => {
    const counted = service([gives])
    const { runner, host } = await staged({ rateLimit: { limit: 2, windowMs: 1000 } }, counted)
    await runner.run({ n: 1 }).result
    await host.advance(400)
    await runner.run({ n: 1 }).result
    await host.advance(100)
    const { steps } = await runner.run({ n: 1 }).settled
    expect(steps.s?.error).toMatchObject({ code: "rate_limited", params: { retryAfterMs: 500 }, retryable: true })
    await host.advance(500)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("ok")
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("rate_limited")
    expect(counted.calls).toHaveLength(3)
  })

  test("counts each value of the key by itself", async () => {
    const counted = service([gives])
    const policy = { rateLimit: { limit: 1, windowMs: 1000, key: "@client#/id" } }
    const document = documentOf(policy, { outputs: { n: "s.n", client: "@client" } })
    const runner = await createRunner(document, [counted.cube], createHost(), { policies })
    const of = (id: unknown): Promise<string> => outcomeOf(runner.run({ n: 1, client: { id } } as never))
    expect([await of("a"), await of("b"), await of("a"), await of(["a"]), await of("b")]).toEqual([
      "ok",
      "ok",
      "rate_limited",
      "ok",
      "rate_limited",
    ])
  })

  test("a step waits for the one its key comes from", async () => {
    const counted = service([takes(10)])
    const policy = { rateLimit: { limit: 1, windowMs: 1000, key: "who.n" } }
    const cubes = {
      who: { use: "t/service", in: { n: "@client" } },
      s: { use: "t/service", in: { n: "@n" }, policy },
    }
    const host = createHost({ autoAdvance: true })
    const runner = await createRunner(documentOf({}, { cubes }), [counted.cube], host, { policies })
    expect(runner.plan.steps.map(({ path }) => path)).toEqual(["who", "s"])
    const of = (client: number): Promise<string> => outcomeOf(runner.run({ n: 1, client }))
    expect([await of(1), await of(2), await of(1)]).toEqual(["ok", "ok", "rate_limited"])
  })

  test("counts calls of the step, not attempts", async () => {
    const down = service([fails("down"), fails("down"), gives])
    const policy = { rateLimit: { limit: 1, windowMs: 1000 }, retry: { attempts: 3, baseMs: 0 } }
    const { runner } = await staged(policy, down, { host: { autoAdvance: true } })
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("ok")
    expect(down.calls).toHaveLength(3)
  })

  test("an operator lets all in again", async () => {
    const { runner } = await staged({ rateLimit: { limit: 1, windowMs: 1000 } }, service([gives]))
    await runner.run({ n: 1 }).result
    runner.policies("s").rateLimit?.reset()
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("ok")
  })

  test("a flood of keys is refused before it forgets one, and room returns with time", () => {
    const arrivals = new Arrivals(1, 1000)
    let refused = 0
    for (let i = 0; i < MOST_KEYS; i++) refused += arrivals.admit(`k${i}`, 0)
    expect(refused).toBe(0)
    expect(arrivals.admit("one more", 1)).toBe(1000)
    expect(arrivals.admit("k0", 999)).toBe(1)
    expect(arrivals.admit("one more", 1000)).toBe(0)
    expect(arrivals.keys).toBe(1)
  })
})
