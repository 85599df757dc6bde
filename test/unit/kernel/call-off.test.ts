import { type AnyCube, createRunner, type RunRecord, replay, type Step } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { cube, document, nap, never } from "./stage.ts"

const enough = new Error("enough")

/** Calls `called` with a signal, calls it off after `ms`, and gives −1. */
function impatient(called: string, ms: number): AnyCube {
  const does = async (n: number, step: Step): Promise<{ n: number }> => {
    const off = new AbortController()
    const call = step.call(called, { n }, { signal: off.signal })
    const outcome = call.catch((error: unknown) => error)
    await step.clock.sleep(ms)
    off.abort(enough)
    const ended = await outcome
    return ended === enough ? { n: -1 } : (ended as { n: number })
  }
  return cube("impatient", does, { needs: ["clock"], dependencies: { [called]: "*" } })
}

/** Calls `t/nap` in turn. */
const through: AnyCube = cube("through", async (n, step) => (await step.call("t/nap", { n })) as { n: number }, {
  dependencies: { "t/nap": "*" },
})
const whole = document(
  { a: { use: "t/impatient", in: { n: "@n" } }, b: { use: "t/nap", in: { n: { value: 500 } } } },
  {
    n: "a.n",
    b: "b.n",
  },
)

describe("a call with a signal", () => {
  test.each([
    ["a cube that waits", "t/nap", nap],
    ["a cube that heeds nothing and never ends", "t/never", never],
    ["a cube that waits for one it calls itself", "t/through", through],
  ] as const)("ends %s at once, with the signal's reason, and frees its timers", async (_, called, callee) => {
    const host = createHost({ now: 0 })
    const runner = await createRunner(whole, [impatient(called, 10), callee, nap, through], host)
    const run = runner.run({ n: 100 })
    await host.advance(10)
    // That of the other step.
    expect(host.pendingTimers).toBe(1)
    await host.advance(1000)
    expect((await run.result).outputs).toEqual({ n: -1, b: 500 })
  })

  test("that ended before it is told has given what it gave", async () => {
    const host = createHost({ autoAdvance: true })
    const runner = await createRunner(whole, [impatient("t/nap", 10), nap], host)
    expect((await runner.run({ n: 5 }).result).outputs.n).toBe(5)
    expect(host.pendingTimers).toBe(0)
  })

  test("leaves no listener behind", async () => {
    let listeners = 0
    const does = async (n: number, step: Step): Promise<{ n: number }> => {
      const { signal } = new AbortController()
      const add = signal.addEventListener.bind(signal)
      const remove = signal.removeEventListener.bind(signal)
      signal.addEventListener = (...args: Parameters<typeof add>): void => {
        listeners++
        add(...args)
      }
      signal.removeEventListener = (...args: Parameters<typeof remove>): void => {
        listeners--
        remove(...args)
      }
      return (await step.call("t/nap", { n }, { signal })) as { n: number }
    }
    const caller = cube("impatient", does, { dependencies: { "t/nap": "*" } })
    const runner = await createRunner(whole, [caller, nap], createHost({ autoAdvance: true }))
    await runner.run({ n: 5 }).result
    expect(listeners).toBe(0)
  })

  test("that was aborted before begins nothing", async () => {
    let begun = 0
    const does = async (n: number, step: Step): Promise<{ n: number }> => {
      const call = step.call("t/counted", { n }, { signal: AbortSignal.abort(enough) })
      return {
        n: await call.then(
          () => 0,
          (error) => (error === enough ? -1 : 1),
        ),
      }
    }
    const counted = cube("counted", (n) => {
      begun++
      return { n }
    })
    const caller = cube("impatient", does, { dependencies: { "t/counted": "*" } })
    const runner = await createRunner(whole, [caller, counted, nap], createHost({ autoAdvance: true }))
    expect((await runner.run({ n: 5 }).result).outputs.n).toBe(-1)
    expect(begun).toBe(0)
  })

  test.each([
    ["t/nap", nap],
    ["t/never", never],
    ["t/through", through],
  ] as const)("that called %s off is recorded as cancelled and not made again by a replay", async (called, callee) => {
    const host = createHost({ autoAdvance: true, now: 0 })
    const cubes = [impatient(called, 10), callee, nap, through]
    const runner = await createRunner(whole, cubes, host, { seed: "s" })
    const { record, fingerprint } = await runner.run({ n: 100 }, { record: true, fingerprint: true }).settled
    const saved = JSON.parse(JSON.stringify(record)) as RunRecord
    expect(saved.steps.find(({ path }) => path === `a>${called}#0`)?.outcome).toBe("cancelled")
    expect(await replay(saved, cubes, { name: "bare" })).toMatchObject({ same: true, fingerprint })
  })

  test("no longer counts among those at work", async () => {
    const host = createHost({ autoAdvance: true, now: 0 })
    const calls = cube(
      "impatient",
      async (n, step) => {
        for (let i = 0; i < 5; i++) {
          const off = new AbortController()
          const call = step.call("t/never", { n }, { signal: off.signal })
          off.abort(enough)
          await call.catch(() => undefined)
        }
        return { n }
      },
      { dependencies: { "t/never": "*" } },
    )
    const runner = await createRunner(whole, [calls, never, nap], host)
    expect((await runner.run({ n: 1 }, { budget: { fanOut: 3 } }).settled).ok).toBe(true)
  })
})

test("a step knows whether its run is recorded or replayed", async () => {
  const tells = cube("impatient", (_, step) => ({ n: step.recorded ? 1 : 0 }))
  const cubes = [tells, nap]
  const runner = await createRunner(whole, cubes, createHost({ autoAdvance: true }))
  expect((await runner.run({ n: 5 }).result).outputs.n).toBe(0)
  const { record, outputs } = await runner.run({ n: 5 }, { record: true }).result
  expect(outputs.n).toBe(1)
  expect((await replay(record as RunRecord, cubes, { name: "bare" })).outputs.n).toBe(1)
})
