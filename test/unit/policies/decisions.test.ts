import type { PolicyData, RunOptions } from "cubular"
import { describe, expect, test } from "vitest"
import {
  fails,
  failure,
  gives,
  givesLater,
  outcomeOf,
  type Service,
  type Stage,
  service,
  staged,
  takes,
} from "./stage.ts"

/** What the policies of the step decided in a run, in full. */
async function decided({ runner, host }: Stage, n: number, waitMs = 0, options: RunOptions = {}): Promise<unknown> {
  const run = runner.run({ n }, { record: true, ...options })
  await host.advance(waitMs)
  const { record } = await run.settled
  return record?.steps.find(({ path }) => path === "s")?.policy?.decisions
}

const stage = (policy: PolicyData, of: Service): Promise<Stage> => staged(policy, of)
const errorOf = async ({ runner }: Stage, n = 1): Promise<unknown> => (await runner.run({ n }).settled).steps.s?.error

describe("what a policy did is told with its reason and times", () => {
  test("rateLimit", async () => {
    const limited = await stage({ rateLimit: { limit: 1, windowMs: 1000 } }, service([gives]))
    expect(limited.runner.policies("s").rateLimit?.state()).toEqual({ keys: 0 })
    await decided(limited, 1)
    expect(limited.runner.policies("s").rateLimit?.state()).toEqual({ keys: 1 })
    expect(await decided(limited, 1)).toEqual([{ policy: "rateLimit", did: "refused", code: "rate_limited", ms: 1000 }])
    expect(await errorOf(limited)).toMatchObject({ params: { limit: 1, windowMs: 1000, retryAfterMs: 1000 } })
  })

  test("breaker", async () => {
    const breaker = { errorRate: 1, windowMs: 1000, minimumCalls: 1, openMs: 400 }
    const shaky = await stage({ breaker }, service([fails("down"), fails("down"), givesLater, fails("down"), gives]))
    const refused = { policy: "breaker", did: "refused" }
    expect(await decided(shaky, 1)).toEqual([{ policy: "breaker", did: "opened" }])
    expect(await decided(shaky, 1, 100)).toEqual([{ ...refused, code: "breaker_open", ms: 400 }])
    await shaky.host.advance(300)
    const [probed, opened] = [
      { policy: "breaker", did: "probed" },
      { policy: "breaker", did: "opened" },
    ]
    expect(await decided(shaky, 1)).toEqual([probed, opened])
    await shaky.host.advance(400)
    expect(await decided(shaky, 1)).toEqual([probed, { policy: "breaker", did: "closed" }])
    shaky.runner.policies("s").breaker?.isolate?.()
    expect(await decided(shaky, 1)).toEqual([{ ...refused, code: "breaker_isolated" }])
    expect(await errorOf(shaky)).toMatchObject({ code: "breaker_isolated", params: {} })
    expect(await decided(await stage({ breaker }, service([gives])), 1)).toEqual([])
  })

  test("bulkhead", async () => {
    const { runner, host } = await stage({ bulkhead: { concurrent: 1, queue: 1 } }, service([takes(40_000)]))
    const [first, second, third] = [1, 2, 3].map((n) => runner.run({ n }, { record: true }))
    const told = async (run: typeof first): Promise<unknown> => {
      const { record } = (await run?.settled) ?? {}
      return record?.steps[0]?.policy?.decisions
    }
    expect(await told(third)).toEqual([{ policy: "bulkhead", did: "refused", code: "bulkhead_full" }])
    expect((await third?.settled)?.steps.s?.error).toMatchObject({
      code: "bulkhead_full",
      params: { concurrent: 1, queue: 1 },
      retryable: true,
    })
    await host.advance(30_000)
    expect(await told(second)).toEqual([
      { policy: "bulkhead", did: "queued" },
      { policy: "bulkhead", did: "refused", code: "bulkhead_waited", ms: 30_000 },
    ])
    expect((await second?.settled)?.steps.s?.error).toMatchObject({ params: { waitMs: 30_000 }, retryable: true })
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 1, waiting: 0 })
    runner.policies("s").bulkhead?.reset()
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 0, waiting: 0 })
    await host.advance(10_000)
    expect(await outcomeOf(first as never)).toBe("ok")
  })

  test("cache", async () => {
    const policy = { cache: { ttlMs: 10, staleOnError: true } }
    const late = async (): Promise<never> => {
      throw failure("down")
    }
    const shaky = service([
      takes(5),
      async (_, step) => {
        await step.clock.sleep(5)
        return late()
      },
    ])
    const { runner, host } = await stage(policy, shaky)
    const both = async (): Promise<unknown[]> => {
      const runs = [1, 1].map((n) => runner.run({ n }, { record: true }))
      expect(runner.policies("s").cache?.state()).toMatchObject({ waiting: 1 })
      await host.advance(5)
      const settled = await Promise.all(runs.map((run) => run.settled))
      expect(runner.policies("s").cache?.state()).toEqual({ entries: 1, waiting: 0 })
      return settled.map(({ record }) => record?.steps[0]?.policy?.decisions ?? [])
    }
    expect(await both()).toEqual([[], [{ policy: "cache", did: "joined" }]])
    expect(await decided({ runner, host }, 1)).toEqual([{ policy: "cache", did: "hit" }])
    await host.advance(10)
    const stale = { policy: "cache", did: "stale", code: "down" }
    expect(await both()).toEqual([[stale], [{ policy: "cache", did: "joined", code: "down" }, stale]])
  })

  test("timeout, deadline and retry", async () => {
    const policy: PolicyData = {
      timeoutMs: 100,
      deadlineMs: 150,
      retry: { attempts: 3, backoff: "constant", baseMs: 20, jitter: "none" },
    }
    const slow = await stage(policy, service([takes(1000)]))
    expect(await decided(slow, 1, 150)).toEqual([
      { policy: "timeout", did: "ended", ms: 100 },
      { policy: "retry", did: "retried", attempt: 1, code: "step_timed_out", ms: 20 },
      { policy: "deadline", did: "ended", ms: 150 },
    ])
    const run = slow.runner.run({ n: 1 })
    await slow.host.advance(150)
    expect((await run.settled).steps.s?.error).toMatchObject({ params: { deadlineMs: 150 }, retryable: true })
  })

  test("fallback, also for what is no error of ours", async () => {
    const throws = (): never => {
      throw new RangeError("own")
    }
    for (const [deed, code] of [
      [fails("down"), "down"],
      [throws, "cube_threw"],
    ] as const)
      expect(await decided(await stage({ fallback: { value: { n: 1 } } }, service([deed])), 1)).toEqual([
        { policy: "fallback", did: "value", code },
      ])
  })
})

describe("timers of policies", () => {
  /** How often the clock was asked to wake somebody. */
  function counted({ host }: Stage): () => number {
    const { clock } = host as { clock: { sleep: (ms: number, signal?: AbortSignal) => Promise<void> } }
    const { sleep } = clock
    let sleeps = 0
    clock.sleep = (ms, signal) => {
      sleeps++
      return sleep(ms, signal)
    }
    return () => sleeps
  }

  test("a cube that answers within a few turns costs no timer", async () => {
    const quick = service([givesLater])
    const self = await stage({ timeoutMs: 100 }, quick)
    const sleeps = counted(self)
    await self.runner.run({ n: 1 }).result
    await self.host.advance(0)
    expect(sleeps()).toBe(0)
    expect(self.host.pendingTimers).toBe(0)
  })

  test.each<PolicyData>([{ timeoutMs: 100 }, { cache: { ttlMs: 1000 } }])(
    "nor does one at once: %j",
    async (policy) => {
      const self = await stage(policy, service([gives]))
      const sleeps = counted(self)
      await self.runner.run({ n: 1 }).result
      expect(sleeps()).toBe(0)
    },
  )

  test("and one that answers in time decides nothing", async () => {
    const self = await stage({ timeoutMs: 100 }, service([takes(50)]))
    const run = self.runner.run({ n: 1 }, { record: true })
    await self.host.advance(500)
    expect((await run.settled).record?.steps[0]?.policy?.decisions ?? []).toEqual([])
  })
})
