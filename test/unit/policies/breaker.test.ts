import { describe, expect, test } from "vitest"
import { Circuit, type Passer } from "../../../src/policies/circuit.ts"
import { type Deed, decisionsOf, failure, outcomeOf, service, staged } from "./stage.ts"

const settings = { errorRate: 0.5, windowMs: 1000, minimumCalls: 4, openMs: 500 }
/** Fails for odd numbers; 100 takes 100 ms. */
const odd: Deed = async ({ n }, step) => {
  if (n >= 100) await step.clock.sleep(n)
  if (n % 2 === 1) throw failure("odd", false)
  return { n }
}

describe("breaker", () => {
  test("opens when enough of enough calls failed, lets one probe through, and closes when that is ok", async () => {
    const shaky = service([odd])
    const { runner, host } = await staged({ breaker: settings }, shaky)
    const outcomes: string[] = []
    for (const n of [2, 4, 1, 3, 2, 2]) outcomes.push(await outcomeOf(runner.run({ n })))
    expect(outcomes).toEqual(["ok", "ok", "odd", "odd", "breaker_open", "breaker_open"])
    await host.advance(500)
    const probe = runner.run({ n: 100 }, { record: true })
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("breaker_open")
    await host.advance(100)
    expect(await outcomeOf(probe)).toBe("ok")
    expect(await decisionsOf(probe)).toEqual(["breaker probed", "breaker closed"])
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("ok")
    expect(shaky.calls).toHaveLength(6)
  })

  test("a probe that fails opens it for as long again", async () => {
    const { runner, host } = await staged({ breaker: settings }, service([odd]))
    for (const n of [1, 1, 1, 1]) await runner.run({ n }).settled
    await host.advance(500)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("odd")
    await host.advance(499)
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("breaker_open")
    await host.advance(1)
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("ok")
  })

  test("a cancelled probe is none: the next call probes", async () => {
    const { runner, host } = await staged({ breaker: settings }, service([odd]))
    for (const n of [1, 1, 1, 1]) await runner.run({ n }).settled
    await host.advance(500)
    const probe = runner.run({ n: 100 })
    probe.cancel()
    await probe.settled
    await host.advance(0)
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("ok")
    expect(host.pendingTimers).toBe(0)
  })

  test("a probe that was lost makes room for another one, and is not heard when it comes back after all", () => {
    const circuit = new Circuit({ ...settings, minimumCalls: 1 }, 1000)
    circuit.leave(circuit.enter(0) as Passer, false, 0)
    const lost = circuit.enter(500) as Passer
    expect(circuit.enter(1499)).toBe(1)
    const second = circuit.enter(1500) as Passer
    expect(second.probe).toBe(true)
    circuit.leave(lost, true, 1600)
    expect(circuit.state).toBe("halfOpen")
    expect(circuit.enter(1600)).toBe(900)
    circuit.leave(second, true, 1700)
    expect(circuit.state).toBe("closed")
  })

  test("says when it lets a call through again, and is retryable", async () => {
    const { runner, host } = await staged({ breaker: settings }, service([odd]))
    for (const n of [1, 1, 1, 1]) await runner.run({ n }).settled
    await host.advance(100)
    const { steps } = await runner.run({ n: 2 }).settled
    expect(steps.s?.error).toMatchObject({ params: { retryAfterMs: 400 }, retryable: true })
  })

  test("forgets what left the window", async () => {
    const { runner, host } = await staged({ breaker: settings }, service([odd]))
    for (const n of [1, 1, 1]) await runner.run({ n }).settled
    await host.advance(1000)
    for (const n of [1, 2, 2, 2]) await runner.run({ n }).settled
    expect(runner.policies("s").breaker?.state()).toEqual({ state: "closed", calls: 4, failures: 1 })
  })

  test("a call begun before it opened does not count afterwards", async () => {
    const { runner, host } = await staged({ breaker: settings }, service([odd]))
    const slow = runner.run({ n: 900 })
    for (const n of [1, 1, 1, 1]) await runner.run({ n }).settled
    await host.advance(400)
    expect(runner.policies("s").breaker?.state()).toMatchObject({ state: "open" })
    await host.advance(600)
    expect(await outcomeOf(slow)).toBe("ok")
    expect(runner.policies("s").breaker?.state()).toMatchObject({ state: "open" })
  })

  test("counts each attempt, and refuses the rest of a retry", async () => {
    const down = service([odd, () => Promise.reject(failure("down"))])
    const policy = { breaker: { ...settings, minimumCalls: 2 }, retry: { attempts: 5, baseMs: 0, maxMs: 100 } }
    const { runner } = await staged(policy, down, { host: { autoAdvance: true } })
    await runner.run({ n: 2 }).result
    const run = runner.run({ n: 2 }, { record: true })
    expect(await outcomeOf(run)).toBe("breaker_open")
    expect(down.calls).toHaveLength(2)
  })

  test("an operator isolates a cube and lets it back", async () => {
    const calm = service([odd])
    const { runner } = await staged({ breaker: settings }, calm)
    const { breaker } = runner.policies("s")
    breaker?.isolate?.()
    const { steps } = await runner.run({ n: 2 }).settled
    expect(steps.s?.error).toMatchObject({ code: "breaker_isolated" })
    expect(steps.s?.error?.retryable).toBeUndefined()
    breaker?.reset()
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("ok")
    expect(calm.calls).toHaveLength(1)
  })

  test("each runner has its own", async () => {
    const shaky = service([odd])
    const [first, second] = [await staged({ breaker: settings }, shaky), await staged({ breaker: settings }, shaky)]
    for (const n of [1, 1, 1, 1]) await first.runner.run({ n }).settled
    expect(await outcomeOf(second.runner.run({ n: 2 }))).toBe("ok")
  })

  test("asks for a step that exists", async () => {
    const { runner } = await staged({ breaker: settings }, service([odd]))
    expect(() => runner.policies("nobody")).toThrow(expect.objectContaining({ code: "no_such_step" }))
    expect(Object.keys(runner.policies("s"))).toEqual(["breaker"])
  })
})
