import { type CompositionDocument, type RunRecord, replay, type Value } from "cubular"
import { createHost as createNodeHost } from "cubular/host/node"
import { describe, expect, test } from "vitest"
import { around, type Job, refusals, stage } from "./flow-stage.ts"

const letters = ["a", "b", "c", "d", "e"]
const config = (runners: number, rest: object = {}) => ({
  cubes: letters.slice(0, runners).map((letter) => ({ cube: `t/after-${letter}` })),
  input: "jobs",
  output: "n",
  ...rest,
})
const race = (runners: number, rest?: object): CompositionDocument =>
  around({ use: "flow/race", config: config(runners, rest) }, ["value"], ["value", "winner"])
const jobs = (...given: readonly Omit<Job, "n">[]): { readonly value: Value } => ({
  value: Object.fromEntries(given.map((job, n) => [letters[n] as string, { n, ...job }])) as Value,
})

describe("a race", () => {
  test("is over when the first has succeeded, at its time", async () => {
    const { runner, host } = await stage(race(3))
    const { outputs } = await runner.run(jobs({ ms: 30 }, { ms: 10 }, { ms: 20 })).result
    expect(outputs).toEqual({ value: 1, winner: 1 })
    expect(host.clock.now()).toBe(10)
    expect(host.pendingTimers).toBe(0)
  })

  test("lets go of its timers while the run goes on", async () => {
    const document: CompositionDocument = {
      ...race(2, { timeoutMs: 500 }),
      cubes: {
        ...race(2, { timeoutMs: 500 }).cubes,
        later: { use: "t/after", config: { ms: 1000 }, in: { value: "f.value" } },
      },
    }
    const { runner, host } = await stage(document, { autoAdvance: false })
    const run = runner.run(jobs({ ms: 10 }, {}))
    await host.advance(1)
    // That of the step after the race.
    expect(host.pendingTimers).toBe(1)
    await host.advance(2000)
    expect((await run.settled).ok).toBe(true)
  })

  test("is not held up by one that never ends and heeds nothing", async () => {
    const { runner, host } = await stage(race(2))
    expect((await runner.run(jobs({ ms: -1 }, { ms: 5 })).result).outputs.winner).toBe(1)
    expect(host.clock.now()).toBe(5)
  })

  test("in which nobody ends fails when its time is up", async () => {
    const { runner, host } = await stage(race(2, { timeoutMs: 700 }))
    const { steps } = await runner.run(jobs({ ms: -1 }, { ms: 5, fails: "lost" })).settled
    expect(steps.f?.error).toMatchObject({ code: "race_timed_out", params: { timeoutMs: 700 }, retryable: true })
    expect(host.clock.now()).toBe(700)
    expect(host.pendingTimers).toBe(0)
  })

  test("that all lose tells each one's code in the order of the list", async () => {
    const { runner } = await stage(race(3))
    const { steps } = await runner.run(jobs({ ms: 9, fails: "slow" }, { fails: "quick" }, { ms: 5, fails: "middle" }))
      .settled
    expect(steps.f?.error).toMatchObject({
      code: "race_all_failed",
      params: { cubes: ["t/after-a", "t/after-b", "t/after-c"], codes: ["slow", "quick", "middle"] },
    })
    expect(steps.f?.error?.retryable).toBeUndefined()
  })

  test("that all lose may be tried again when one of the failures may", async () => {
    const { runner } = await stage(race(2))
    const { steps } = await runner.run(jobs({ fails: "busy", retryable: true }, { fails: "lost" })).settled
    expect(steps.f?.error?.retryable).toBe(true)
  })

  test("names ports and constants once for all, or for one cube alone", async () => {
    const cubes = [
      { cube: "t/poll", output: "status", input: "readyAt", with: { fails: "late" } },
      { cube: "t/fold", with: { item: 4 } },
    ]
    const document = around(
      { use: "flow/race", config: { cubes, input: "value", output: "value", with: {} } },
      ["value"],
      ["value", "winner"],
    )
    const { runner } = await stage(document)
    expect((await runner.run({ value: 0 }).result).outputs).toEqual({ value: { ready: true, at: 0 }, winner: 0 })
    expect((await runner.run({ value: 9 }).result).outputs).toEqual({ value: 31, winner: 1 })
  })

  test.each<readonly [string, Value, string]>([
    ["one cube", { cubes: [{ cube: "t/after-a" }] }, "config_refused"],
    ["one cube in two versions", { cubes: [{ cube: "t/fold", range: "^1" }, { cube: "t/fold" }] }, "config_refused"],
    ["a cube nobody has", { cubes: [{ cube: "t/fold" }, { cube: "t/nobody" }] }, "missing_dependency"],
    ["a version nobody has", { cubes: [{ cube: "t/fold", range: "^2" }, { cube: "t/after-a" }] }, "missing_dependency"],
    ["a cube that needs a config", { cubes: [{ cube: "t/fold" }, { cube: "t/after" }] }, "dependency_needs_config"],
    ["no time", { timeoutMs: 0 }, "config_refused"],
  ])("with %s is refused before it runs", async (_, rest, code) => {
    const placed = { use: "flow/race", config: { ...config(2), ...(rest as object) } as Value }
    expect(await refusals(around(placed as never, ["value"], []))).toEqual([code])
  })
})

describe("a replayed race", () => {
  const saved = (record: RunRecord | undefined): RunRecord => JSON.parse(JSON.stringify(record)) as RunRecord

  test("has the recorded winner, though all are done at once there", async () => {
    const { runner, registry } = await stage(race(3))
    const inputs = jobs({ ms: 30 }, { ms: 20, fails: "lost" }, { ms: 25 })
    const { record, fingerprint } = await runner.run(inputs, { record: true, fingerprint: true }).settled
    const again = await replay(saved(record), registry, { name: "bare" })
    expect(again.outputs).toEqual({ value: 2, winner: 2 })
    expect(again).toMatchObject({ same: true, fingerprint })
  })

  test("runs out of time as the recorded one did", async () => {
    const { runner, registry } = await stage(race(2, { timeoutMs: 50 }))
    const { record, fingerprint } = await runner.run(jobs({ ms: 60 }, { ms: -1 }), { record: true, fingerprint: true })
      .settled
    const again = await replay(saved(record), registry, { name: "bare" })
    expect(again.steps.f?.error?.code).toBe("race_timed_out")
    expect(again).toMatchObject({ same: true, fingerprint })
  })

  test("recorded with real timers has the same winner on a virtual clock", async () => {
    const { registry } = await stage(race(2))
    const { createRunner } = await import("cubular")
    const runner = await createRunner(race(2), registry, createNodeHost(), { seed: "s" })
    const { record, outputs, fingerprint } = await runner.run(jobs({ ms: 40 }, { ms: 1 }), {
      record: true,
      fingerprint: true,
    }).settled
    expect(outputs.winner).toBe(1)
    expect(await replay(saved(record), registry, { name: "bare" })).toMatchObject({ same: true, fingerprint })
    await runner.stop()
  })
})
