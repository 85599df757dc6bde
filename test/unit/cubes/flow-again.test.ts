import type { CompositionDocument, Value } from "cubular"
import { describe, expect, test } from "vitest"
import { around, refusals, stage } from "./flow-stage.ts"

const poll = (rest: object = {}): CompositionDocument =>
  around(
    {
      use: "flow/retry-until",
      config: {
        cube: "t/poll",
        input: "readyAt",
        output: "status",
        until: { output: "status", pointer: "/ready" },
        ...rest,
      },
    },
    ["value"],
    ["value", "attempts"],
  )

describe("retry until", () => {
  test("waits twice as long each time, from 100 ms on", async () => {
    const { runner, trace } = await stage(poll())
    const { outputs } = await runner.run({ value: 1500 }).result
    expect(trace.polled).toEqual([0, 100, 300, 700, 1500])
    expect(outputs).toEqual({ value: { ready: true, at: 1500 }, attempts: 5 })
  })

  test("waits as its config says, and never longer than the longest wait", async () => {
    const { runner, trace } = await stage(poll({ attempts: 6, delayMs: 10, factor: 3, maxDelayMs: 50 }))
    await runner.run({ value: 9999 }).settled
    expect(trace.polled).toEqual([0, 10, 40, 90, 140, 190])
  })

  test("with no delay asks again at once", async () => {
    const { runner, trace } = await stage(poll({ attempts: 3, delayMs: 0 }))
    await runner.run({ value: 1 }).settled
    expect(trace.polled).toEqual([0, 0, 0])
  })

  test("fails when the condition never held, and says how often it asked", async () => {
    const { runner, host } = await stage(poll({ attempts: 2 }))
    const { steps } = await runner.run({ value: 1e9 }).settled
    expect(steps.f?.error).toMatchObject({
      code: "retry_exhausted",
      path: ["cubes", "f", "config", "until"],
      params: { cube: "t/poll", attempts: 2 },
      retryable: true,
    })
    expect(host.pendingTimers).toBe(0)
  })

  test("takes a failure that may pass for a no", async () => {
    const { runner, trace } = await stage(poll({ with: { fails: "busy" } }))
    expect((await runner.run({ value: 300 }).result).outputs.attempts).toBe(3)
    expect(trace.polled).toEqual([0, 100, 300])
  })

  test("fails at once with a failure that would come again", async () => {
    const { runner, trace } = await stage(poll({ with: { fails: "broken" } }))
    const { steps } = await runner.run({ value: 300 }).settled
    expect(steps.f?.error?.code).toBe("broken")
    expect(trace.polled).toEqual([0])
  })

  test("is ended by the deadline of its run while it waits", async () => {
    const { runner, host, trace } = await stage(poll())
    const { ok, steps } = await runner.run({ value: 1e9 }, { deadlineMs: 250 }).settled
    expect(ok).toBe(false)
    expect(steps.f?.outcome).toBe("cancelled")
    expect(trace.polled).toEqual([0, 100])
    expect(host.pendingTimers).toBe(0)
  })

  test.each<readonly [string, object, string]>([
    ["no attempts", { attempts: 0 }, "config_refused"],
    ["a wait below 0", { delayMs: -1 }, "config_refused"],
    ["waits that grow shorter", { factor: 0.5 }, "config_refused"],
    ["a pointer that is none", { until: { output: "status", pointer: "ready" } }, "config_refused"],
    ["a cube nobody has", { cube: "t/nobody" }, "missing_dependency"],
  ])("with %s is refused before it runs", async (_, rest, code) => {
    expect(await refusals(poll(rest))).toEqual([code])
  })
})

const countDown = (rest: object = {}): CompositionDocument =>
  around(
    {
      use: "flow/loop",
      config: { cube: "t/count-down", input: "n", output: "n", until: { output: "done" }, ...rest } as Value as never,
    },
    ["state"],
    ["state", "turns"],
  )

describe("a loop", () => {
  test("hands each state on until it is done", async () => {
    const { runner } = await stage(countDown())
    expect((await runner.run({ state: 7 }).result).outputs).toEqual({ state: 0, turns: 7 })
  })

  test("may use its whole budget, and not one turn more", async () => {
    const { runner } = await stage(countDown({ turns: 7 }))
    expect((await runner.run({ state: 7 }).settled).ok).toBe(true)
    const { steps } = await runner.run({ state: 8 }).settled
    expect(steps.f?.error).toMatchObject({
      code: "loop_budget_exceeded",
      path: ["cubes", "f", "config", "turns"],
      params: { cube: "t/count-down", turns: 7 },
    })
  })

  test("of 10,000 turns ends, and a longer one is refused", async () => {
    const { runner } = await stage(countDown({ turns: 10_000 }))
    expect((await runner.run({ state: 10_000 }).result).outputs.turns).toBe(10_000)
    expect(await refusals(countDown({ turns: 10_001 }))).toEqual(["config_refused"])
  })

  test("counts its turns in the run's budget of steps", async () => {
    const { runner } = await stage(countDown())
    const settled = await runner.run({ state: 50 }, { budget: { steps: 20 } }).settled
    expect(settled.ok ? "" : settled.error.code).toBe("budget_exceeded")
  })

  test.each<readonly [string, object, string]>([
    ["a done that is not there", { until: { output: "finished" } }, "call_output_missing"],
    ["a done that is a number", { until: { output: "n" } }, "condition_not_boolean"],
    ["an input the cube does not have", { input: "m" }, "inputs_refused"],
    ["an output the cube does not have", { output: "m" }, "call_output_missing"],
  ])("with %s fails and says so", async (_, rest, code) => {
    const { runner } = await stage(countDown(rest))
    expect((await runner.run({ state: 3 }).settled).steps.f?.error?.code).toBe(code)
  })
})
