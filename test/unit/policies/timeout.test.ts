import { describe, expect, test } from "vitest"
import { decisionsOf, fails, gives, givesLater, outcomeOf, service, staged, takes } from "./stage.ts"

describe("timeout", () => {
  test("an attempt that takes longer fails with step_timed_out, and nothing keeps waiting", async () => {
    const slow = service([takes(1000)])
    const { runner, host } = await staged({ timeoutMs: 100 }, slow)
    const run = runner.run({ n: 1 })
    await host.advance(99)
    expect(host.pendingTimers).toBe(2)
    await host.advance(1)
    expect(await outcomeOf(run)).toBe("step_timed_out")
    expect(host.pendingTimers).toBe(0)
  })

  test("holds on a host that can only sleep, and leaves no timer there either", async () => {
    const { runner, host } = await staged({ timeoutMs: 100 }, service([takes(1000), takes(99)]), {
      host: { fault: () => undefined },
    })
    expect(host.clock.after).toBeUndefined()
    const run = runner.run({ n: 1 })
    await host.advance(100)
    expect(await outcomeOf(run)).toBe("step_timed_out")
    const other = runner.run({ n: 2 })
    await host.advance(99)
    expect((await other.result).outputs).toEqual({ n: 2 })
    expect(host.pendingTimers).toBe(0)
  })

  test("says how long it waited, in both places an error stands", async () => {
    const { runner, host } = await staged({ timeoutMs: 100 }, service([takes(1000)]))
    const run = runner.run({ n: 1 })
    await host.advance(100)
    const settled = await run.settled
    expect(settled.steps.s?.error).toMatchObject({ params: { timeoutMs: 100 }, path: ["cubes", "s"], retryable: true })
    expect(settled).toMatchObject({ ok: false, error: { code: "run_failed", retryable: true } })
  })

  test("one that answers in time gives its outputs and leaves no timer", async () => {
    const { runner, host } = await staged({ timeoutMs: 100 }, service([takes(99)]))
    const run = runner.run({ n: 7 })
    await host.advance(99)
    expect((await run.result).outputs).toEqual({ n: 7 })
    expect(host.pendingTimers).toBe(0)
  })

  test("a cube that answers at once costs no timer and no promise", async () => {
    const { runner, host } = await staged({ timeoutMs: 100 }, service([gives]))
    const run = runner.run({ n: 7 })
    expect(host.pendingTimers).toBe(0)
    expect((await run.result).outputs).toEqual({ n: 7 })
  })

  test("aborts the signal of the attempt, and what it asks for rejects from then on", async () => {
    const seen: unknown[] = []
    const stubborn = service([
      async ({ n }, step) => {
        step.signal.addEventListener("abort", () => seen.push(step.signal.reason.code))
        await step.clock.sleep(1000).catch((error) => seen.push(error.code))
        await step.clock.sleep(1000).catch((error) => seen.push(error.code))
        return { n }
      },
    ])
    const { runner, host } = await staged({ timeoutMs: 100 }, stubborn)
    const run = runner.run({ n: 1 })
    await host.advance(100)
    expect(await outcomeOf(run)).toBe("step_timed_out")
    await host.advance(5000)
    expect(seen).toEqual(["step_timed_out", "step_timed_out", "step_timed_out"])
  })

  test("what an attempt gives too late is dropped", async () => {
    const answers: ((value: { n: number }) => void)[] = []
    const late = service([() => new Promise((resolve) => answers.push(resolve)), givesLater])
    const { runner, host } = await staged({ timeoutMs: 100, retry: { attempts: 2, baseMs: 0 } }, late)
    const run = runner.run({ n: 1 })
    await host.advance(100)
    answers[0]?.({ n: 99 })
    expect((await run.result).outputs).toEqual({ n: 1 })
  })

  test("tells the cube when it has to be done", async () => {
    const { runner, host } = await staged({ timeoutMs: 100 }, service([givesLater]))
    const slow = service([givesLater])
    const other = await staged({ timeoutMs: 5000, deadlineMs: 7000 }, slow)
    await other.runner.run({ n: 1 }, { deadlineMs: 50 }).result
    expect(slow.calls[0]?.deadline).toBe(other.host.clock.now() + 50)
    await runner.run({ n: 1 }).result
    expect(host.pendingTimers).toBe(0)
  })

  test("leaves a failure that is in time as it is", async () => {
    const { runner } = await staged({ timeoutMs: 100 }, service([fails("own")]))
    const run = runner.run({ n: 1 }, { record: true })
    expect(await outcomeOf(run)).toBe("own")
    expect(await decisionsOf(run)).toEqual([])
  })

  test("a cancelled run ends at once and releases the timer", async () => {
    const { runner, host } = await staged({ timeoutMs: 100, deadlineMs: 1000 }, service([takes(1000)]))
    const run = runner.run({ n: 1 })
    run.cancel()
    expect(await outcomeOf(run)).toBe("cancelled")
    expect(host.pendingTimers).toBe(0)
  })
})

describe("deadline", () => {
  test("is for all attempts and the pauses between them", async () => {
    const down = service([fails("down")])
    const policy = {
      deadlineMs: 250,
      retry: { attempts: 10, backoff: "constant", baseMs: 100, jitter: "none" },
    } as const
    const { runner, host } = await staged(policy, down)
    const run = runner.run({ n: 1 }, { record: true })
    await host.advance(250)
    expect(await outcomeOf(run)).toBe("step_deadline_exceeded")
    expect(await decisionsOf(run)).toEqual(["retry retried", "retry retried", "retry retried", "deadline ended"])
    expect(down.calls).toHaveLength(3)
    expect(host.pendingTimers).toBe(0)
  })
})
