import { describe, expect, test } from "vitest"
import { createTimerClock } from "../../../src/host/timer-clock.ts"
import type { Timers } from "../../../src/host/timers.ts"

/** Timers that run when told to. */
function handTimers(): Timers & { set: number[]; live: Map<number, () => void>; fire(): void } {
  const live = new Map<number, () => void>()
  const set: number[] = []
  return {
    now: () => 7,
    monotonic: () => 3,
    set,
    live,
    setTimer: (wake, ms) => {
      live.set(set.push(ms), wake)
      return set.length
    },
    clearTimer: (timer) => void live.delete(timer as number),
    fire: () => {
      for (const [id, wake] of [...live]) {
        live.delete(id)
        wake()
      }
    },
  }
}

describe("a clock over timers", () => {
  test("frees the timer at once when a sleep is aborted, and rejects with the very reason", async () => {
    const timers = handTimers()
    const controller = new AbortController()
    const slept = createTimerClock(timers).sleep(1_000, controller.signal)
    expect(timers.live.size).toBe(1)
    const reason = { why: "enough" }
    controller.abort(reason)
    expect(timers.live.size).toBe(0)
    await expect(slept).rejects.toBe(reason)
  })

  test("calls what is to be done afterwards once, however long it takes, and never when it was freed before", () => {
    const timers = handTimers()
    const clock = createTimerClock(timers)
    const done: string[] = []
    const free = clock.after?.(5, () => done.push("freed"))
    free?.()
    expect([timers.set, timers.live.size]).toEqual([[5], 0])
    const late = clock.after?.(2 ** 31, () => done.push("long"))
    const inThePieces = clock.after?.(2 ** 31, () => done.push("freed in its second piece"))
    timers.fire()
    expect([timers.set.slice(1), done]).toEqual([[2 ** 31 - 1, 2 ** 31 - 1, 1, 1], []])
    inThePieces?.()
    timers.fire()
    late?.()
    timers.fire()
    expect([done, timers.live.size]).toEqual([["long"], 0])
  })

  test("sets no timer when the signal was aborted before", async () => {
    const timers = handTimers()
    await expect(createTimerClock(timers).sleep(5, AbortSignal.abort("no"))).rejects.toBe("no")
    expect(timers.set).toEqual([])
  })

  test("waits longer than a timer can hold, in pieces", async () => {
    const timers = handTimers()
    let over = false
    const slept = createTimerClock(timers)
      .sleep(2 ** 32)
      .then(() => {
        over = true
      })
    for (let i = 0; i < 2; i++) {
      timers.fire()
      await Promise.resolve()
      expect(over).toBe(false)
    }
    timers.fire()
    await slept
    expect(timers.set).toEqual([2 ** 31 - 1, 2 ** 31 - 1, 2])
  })

  test.each([-1, Number.NaN, 0])("takes %s ms as the next turn", async (ms) => {
    const timers = handTimers()
    const slept = createTimerClock(timers).sleep(ms)
    expect(timers.set).toEqual([0])
    timers.fire()
    await slept
  })
})
