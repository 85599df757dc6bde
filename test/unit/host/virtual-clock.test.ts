import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { createIdle } from "../../../src/host/memory/idle.ts"
import { createVirtualClock, type VirtualClock } from "../../../src/host/memory/virtual-clock.ts"

const still = (autoAdvance = false): VirtualClock =>
  createVirtualClock({ start: 1_000, autoAdvance, idle: createIdle() })

const waits = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 30 })

describe("the virtual clock", () => {
  test("wakes sleepers in the order of their times, ties in the order they slept, each at its own time", async () => {
    await fc.assert(
      fc.asyncProperty(waits, async (delays) => {
        const clock = still()
        const woken: { at: number; index: number }[] = []
        for (const [index, ms] of delays.entries())
          void clock.sleep(ms).then(() => woken.push({ at: clock.now(), index }))
        await clock.advance(50)
        const expected = delays
          .map((ms, index) => ({ at: 1_000 + ms, index }))
          .sort((a, b) => a.at - b.at || a.index - b.index)
        expect(woken).toEqual(expected)
        expect(clock.pendingTimers).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  test("gives the same however a span is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(
        waits,
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }),
        async (delays, cuts) => {
          const total = cuts.reduce((sum, ms) => sum + ms, 0)
          const wokenBy = async (steps: readonly number[]): Promise<unknown> => {
            const clock = still()
            const woken: number[][] = []
            for (const [index, ms] of delays.entries())
              void clock.sleep(ms).then(() => woken.push([index, clock.monotonic()]))
            for (const ms of steps) await clock.advance(ms)
            return { woken, now: clock.now(), pending: clock.pendingTimers }
          }
          expect(await wokenBy(cuts)).toEqual(await wokenBy([total]))
        },
      ),
      { numRuns: 40 },
    )
  })

  test("frees the timer and rejects with the very reason when a sleep is aborted", async () => {
    await fc.assert(
      fc.asyncProperty(waits, fc.func(fc.boolean()), async (delays, isAborted) => {
        const clock = still()
        const outcomes = delays.map((ms, index) => {
          const controller = new AbortController()
          const reason = { index }
          const slept = clock.sleep(ms, controller.signal).then(
            () => "woken",
            (thrown) => thrown === reason,
          )
          return { slept, abort: () => controller.abort(reason), aborted: isAborted(index) }
        })
        for (const { abort, aborted } of outcomes) if (aborted) abort()
        expect(clock.pendingTimers).toBe(outcomes.filter(({ aborted }) => !aborted).length)
        await clock.advance(50)
        for (const { slept, aborted } of outcomes) expect(await slept).toBe(aborted ? true : "woken")
      }),
      { numRuns: 60 },
    )
  })

  test("calls what is to be done afterwards at its time, among the sleepers, and never when it was freed", async () => {
    const clock = still()
    const done: [string, number][] = []
    const free = clock.after?.(5, () => done.push(["freed", clock.monotonic()]))
    const late = clock.after?.(7, () => done.push(["after", clock.monotonic()]))
    void clock.sleep(6).then(() => done.push(["slept", clock.monotonic()]))
    free?.()
    expect(clock.pendingTimers).toBe(2)
    await clock.advance(10)
    late?.()
    expect(done).toEqual([
      ["slept", 6],
      ["after", 7],
    ])
    expect(clock.pendingTimers).toBe(0)
  })

  test("rejects at once when the signal was aborted before", async () => {
    const reason = new Error("no longer wanted")
    await expect(still().sleep(5, AbortSignal.abort(reason))).rejects.toBe(reason)
  })

  test("lets go of the signal when a sleep ends by itself", async () => {
    const controller = new AbortController()
    const clock = still()
    const slept = clock.sleep(5, controller.signal)
    await clock.advance(5)
    controller.abort()
    await expect(slept).resolves.toBeUndefined()
  })

  test("wakes what a woken sleeper waits for within the same span", async () => {
    const clock = still()
    const seen: number[] = []
    const tick = async (): Promise<void> => {
      for (let i = 0; i < 5; i++) {
        await clock.sleep(10)
        seen.push(clock.monotonic())
      }
    }
    void tick()
    await clock.advance(35)
    expect(seen).toEqual([10, 20, 30])
    expect(clock.monotonic()).toBe(35)
  })

  test("takes a negative, missing or endless wait for what it means", async () => {
    const clock = still(true)
    await clock.sleep(-5)
    await clock.sleep(Number.NaN)
    expect(clock.monotonic()).toBe(0)
    void clock.sleep(Number.POSITIVE_INFINITY)
    await clock.sleep(5)
    expect(clock.pendingTimers).toBe(1)
  })

  test("advances by itself only when nothing else is left to do", async () => {
    const clock = still(true)
    let at = -1
    const work = (async () => {
      for (let turn = 0; turn < 10_000; turn++) await undefined
      at = clock.monotonic()
    })()
    const slept = clock.sleep(86_400_000)
    await work
    expect(at).toBe(0)
    await slept
    expect(clock.monotonic()).toBe(86_400_000)
  })

  test("goes on advancing by itself after it had come to rest", async () => {
    const clock = still(true)
    for (let i = 1; i <= 20; i++) {
      await clock.sleep(10)
      expect(clock.monotonic()).toBe(i * 10)
    }
  })
})

describe("waiting for idleness", () => {
  const runtimes = {
    "the runtime's own immediate": { setImmediate },
    "a message to oneself": { MessageChannel },
    "a timer": { setTimeout },
    "microtask turns in a bare engine": {},
  }
  test.each(Object.entries(runtimes))("sees microtasks through with %s", async (_, runtime) => {
    const idle = createIdle(runtime as Parameters<typeof createIdle>[0])
    let turns = 0
    void (async () => {
      for (; turns < 1_000; turns++) await undefined
    })()
    await idle()
    expect(turns).toBe(1_000)
  })
})
