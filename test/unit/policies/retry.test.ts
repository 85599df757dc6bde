import { CubeError, type PolicyData, replay } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { pauseMs, retry } from "../../../src/policies/retry.ts"
import {
  type Deed,
  decisionsOf,
  fails,
  failsLater,
  failure,
  gives,
  loneCall,
  outcomeOf,
  service,
  staged,
  takes,
} from "./stage.ts"

const plain: PolicyData = { retry: { attempts: 3, backoff: "constant", baseMs: 10, jitter: "none" } }

describe("retry", () => {
  test("calls again after a failure that is retryable, until one call is ok", async () => {
    const shaky = service([fails("down"), failsLater("down"), gives])
    const { runner, host } = await staged(plain, shaky)
    const run = runner.run({ n: 4 }, { record: true })
    await host.advance(20)
    expect((await run.result).outputs).toEqual({ n: 4 })
    expect(shaky.calls).toHaveLength(3)
    expect(await decisionsOf(run)).toEqual(["retry retried", "retry retried"])
  })

  test("gives up with the error of the last attempt", async () => {
    const down = service([fails("first"), fails("second"), fails("third")])
    const { runner, host } = await staged(plain, down)
    const run = runner.run({ n: 4 })
    await host.advance(1000)
    expect(await outcomeOf(run)).toBe("third")
    expect(down.calls).toHaveLength(3)
  })

  test.each([
    ["is not retryable", fails("final", false)],
    ["is no CubeError", () => Promise.reject(new Error("x"))],
    ["gives what its ports do not take", (() => ({ n: Number.NaN })) as never],
  ])("leaves a failure alone that %s", async (_, deed) => {
    const down = service([deed, gives])
    const { runner } = await staged(plain, down)
    expect(await outcomeOf(runner.run({ n: 4 }))).not.toBe("ok")
    expect(down.calls).toHaveLength(1)
  })

  test("every attempt has the same key, draws and ids", async () => {
    const seen: unknown[] = []
    const look = (step: (typeof shaky.calls)[number]): void => {
      seen.push([step.idempotencyKey, step.random.next(), step.ids.next()])
    }
    const shaky = service([
      (_, step) => {
        look(step)
        return fails("down")({ n: 0 }, step)
      },
      (inputs, step) => {
        look(step)
        return inputs
      },
    ])
    const { runner, host } = await staged(plain, shaky)
    const run = runner.run({ n: 4 })
    await host.advance(10)
    await run.result
    expect(seen[0]).toEqual(seen[1])
  })

  test("pauses grow by the seed and the path, whatever else runs", async () => {
    const policy: PolicyData = { retry: { attempts: 5, baseMs: 100, maxMs: 400 } }
    const pauses = async (seed: string): Promise<(number | undefined)[]> => {
      const { runner } = await staged(policy, service([fails("down")]), { host: { autoAdvance: true } })
      const run = runner.run({ n: 1 }, { record: true, seed })
      const { record } = await run.settled
      return record?.steps[0]?.policy?.decisions.map(({ ms }) => ms) ?? []
    }
    const first = await pauses("a")
    expect(first).toHaveLength(4)
    expect(await pauses("a")).toEqual(first)
    expect(await pauses("b")).not.toEqual(first)
  })

  test("full jitter draws evenly from 0 to the pause, which doubles up to its limit", () => {
    const settings = { attempts: 9, backoff: "exponential", baseMs: 100, maxMs: 1000, jitter: "full" } as const
    const most = [1, 2, 3, 4, 5, 60].map((failed) => pauseMs(failed, settings, () => 0.9999999999))
    expect(most).toEqual([100, 200, 400, 800, 1000, 1000])
    expect(pauseMs(3, settings, () => 0)).toBe(0)
    expect(pauseMs(3, { ...settings, jitter: "none" }, () => 0)).toBe(400)
    expect(pauseMs(3, { ...settings, backoff: "constant", jitter: "none" }, () => 0)).toBe(100)
  })

  test("a service that says when to come again is given that time, and no other attempt when it is too long", async () => {
    const busy = (retryAfterMs: unknown): Deed => {
      return () => {
        throw new CubeError({ ...failure("busy"), message: "", retryable: true, params: { retryAfterMs } as never })
      }
    }
    const asking = service([busy(700), busy(5), busy("soon"), busy("700"), busy(-700), busy(1000), gives])
    const policy: PolicyData = { retry: { attempts: 9, backoff: "constant", baseMs: 10, maxMs: 1000, jitter: "none" } }
    const { runner, host } = await staged(policy, asking)
    const run = runner.run({ n: 1 }, { record: true })
    await host.advance(5000)
    const { record } = await run.result
    expect(record?.steps[0]?.policy?.decisions.map(({ ms }) => ms)).toEqual([700, 10, 10, 10, 10, 1000])
    const closed = await staged(policy, service([busy(1001), gives]))
    expect(await outcomeOf(closed.runner.run({ n: 1 }))).toBe("busy")
  })

  test("a pause of no length is none: nobody has to wake it", async () => {
    const shaky = service([fails("down"), gives])
    const { runner, host } = await staged({ retry: { attempts: 2, baseMs: 0 } }, shaky)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("ok")
    expect(host.pendingTimers).toBe(0)
  })

  test("takes an error of another copy of the package, which may lack its params", async () => {
    const foreign = (): never => {
      throw Object.assign(new Error("x"), { code: "down", retryable: true, [Symbol.for("cubular.CubeError")]: true })
    }
    const call = { ...loneCall(), over: false, random: () => 0, sleep: async () => undefined }
    const layer = retry.create({ data: plain } as never)
    const deeds = [foreign, () => ({ n: 4 })]
    expect(await layer.answer(call as never, () => deeds.shift()?.() as never)).toEqual({ n: 4 })
  })

  test("waits for an open breaker, and is its probe", async () => {
    const shaky = service([fails("down"), gives])
    const breaker = { errorRate: 1, windowMs: 1000, minimumCalls: 1, openMs: 400 }
    const { runner, host } = await staged({ retry: { attempts: 3, baseMs: 0 }, breaker }, shaky)
    const run = runner.run({ n: 1 }, { record: true })
    await host.advance(400)
    expect(await outcomeOf(run)).toBe("ok")
    expect(await decisionsOf(run)).toEqual([
      "breaker opened",
      "retry retried",
      "breaker refused",
      "retry retried",
      "breaker probed",
      "breaker closed",
    ])
  })

  test("what a failed attempt left behind is let go of before the next one", async () => {
    const seen: string[] = []
    const careless = service([
      (_, step) => {
        step.signal.addEventListener("abort", () => seen.push("aborted"))
        void step.clock.sleep(10_000).then(
          () => seen.push("slept"),
          () => seen.push("woken"),
        )
        throw failure("down")
      },
      takes(50),
    ])
    const { runner, host } = await staged({ retry: { attempts: 2, baseMs: 0 } }, careless)
    const run = runner.run({ n: 1 })
    await host.advance(1)
    expect(seen).toEqual(["aborted"])
    expect(host.pendingTimers).toBe(1)
    await host.advance(49)
    expect(await outcomeOf(run)).toBe("ok")
    expect(host.pendingTimers).toBe(0)
  })

  test("a run cancelled in a pause ends at once and tries no more", async () => {
    const down = service([fails("down")])
    const { runner, host } = await staged(plain, down)
    const run = runner.run({ n: 1 })
    await host.advance(5)
    run.cancel()
    expect(await outcomeOf(run)).toBe("cancelled")
    await host.advance(1000)
    expect(down.calls).toHaveLength(1)
    expect(host.pendingTimers).toBe(0)
  })

  test("attempts count as steps of the budget", async () => {
    const down = service([fails("down")])
    const { runner, host } = await staged(plain, down)
    const run = runner.run({ n: 1 }, { budget: { steps: 2 } })
    await host.advance(1000)
    expect(await run.settled).toMatchObject({ ok: false, error: { code: "budget_exceeded" } })
    expect(down.calls).toHaveLength(2)
  })

  test("tells events what was tried", async () => {
    const { runner, host } = await staged(plain, service([fails("down"), gives]))
    const run = runner.run({ n: 1 })
    const events: string[] = []
    const reading = (async () => {
      for await (const event of run.events) events.push(event.type)
    })()
    await host.advance(10)
    await reading
    expect(events).toEqual(["run_started", "step_started", "policy_decided", "step_done", "run_done"])
  })
})

describe("replay", () => {
  test("takes the attempt that counted, with what it took from the host, and meets the fingerprint", async () => {
    const shaky = service([
      async (_, step) => {
        await step.clock.sleep(3)
        throw failure("down")
      },
      async ({ n }, step) => {
        await step.clock.sleep(5)
        return { n: n + (step.clock.now() % 1000) }
      },
    ])
    const { runner, host } = await staged(plain, shaky)
    const run = runner.run({ n: 4 }, { record: true, fingerprint: true })
    await host.advance(100)
    const { record, fingerprint, outputs } = await run.result
    expect(record?.steps[0]).toMatchObject({ host: [{ power: "clock.sleep", value: 5 }, { power: "clock.now" }] })
    // One attempt is replayed, and does the last deed.
    const again = await replay(record as never, [shaky.cube], createHost())
    expect(again).toMatchObject({ same: true, planChanged: false, fingerprint, outputs })
  })

  test("takes the answer of a policy as it stands", async () => {
    const slow = service([takes(1000)])
    const { runner, host } = await staged({ timeoutMs: 10 }, slow)
    const run = runner.run({ n: 4 }, { record: true, fingerprint: true })
    await host.advance(100)
    const { record, fingerprint } = await run.settled
    expect(record?.steps[0]).toMatchObject({ code: "step_timed_out", policy: { attempts: 1, answer: "timeout" } })
    expect(await replay(record as never, [slow.cube], createHost())).toMatchObject({ same: true, fingerprint })
  })

  test("attempts do not touch the fingerprint", async () => {
    const of = async (deeds: Parameters<typeof service>[0]): Promise<string | undefined> => {
      const { runner } = await staged(plain, service(deeds), { host: { autoAdvance: true } })
      return (await runner.run({ n: 4 }, { fingerprint: true }).result).fingerprint
    }
    expect(await of([fails("down"), gives])).toBe(await of([gives]))
  })
})
