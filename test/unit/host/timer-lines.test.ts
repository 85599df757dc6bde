import { describe, expect, test } from "vitest"
import { createHost } from "../../../src/host/node.ts"
import { createTimerClock } from "../../../src/host/timer-clock.ts"
import type { Timers } from "../../../src/host/timers.ts"

interface Timer {
  readonly wake: () => void
  readonly at: number
  held: boolean
}

/** Timers on a clock of their own that one may share. */
function shared() {
  const live = new Map<number, Timer>()
  let time = 0
  let set = 0
  const timers: Timers = {
    now: () => 0,
    monotonic: () => time,
    shared: true,
    setTimer: (wake, ms) => {
      live.set(++set, { wake, at: time + ms, held: true })
      return set
    },
    clearTimer: (timer) => void live.delete(timer as number),
    hold: (timer, isHeld) => {
      ;(live.get(timer as number) as Timer).held = isHeld
    },
  }
  const passTo = (end: number): void => {
    for (;;) {
      const [id, next] = [...live].toSorted(([, a], [, b]) => a.at - b.at)[0] ?? []
      if (!next || next.at > end) break
      live.delete(id as number)
      time = next.at
      next.wake()
    }
    time = end
  }
  const { after } = createTimerClock(timers)
  return {
    wait: after as NonNullable<typeof after>,
    passTo,
    timers: () => ({ set, live: live.size, held: [...live.values()].filter(({ held }) => held).length }),
  }
}

describe("waits of one length", () => {
  test("end each in its own time, on one timer", () => {
    const { wait, passTo, timers } = shared()
    const done: string[] = []
    wait(100, () => done.push("a"))
    passTo(30)
    wait(100, () => done.push("b"))
    const free = wait(100, () => done.push("freed"))
    passTo(60)
    wait(100, () => done.push("c"))
    free()
    expect(timers()).toEqual({ set: 1, live: 1, held: 1 })
    passTo(99)
    expect(done).toEqual([])
    passTo(100)
    expect(done).toEqual(["a"])
    passTo(130)
    expect(done).toEqual(["a", "b"])
    passTo(159)
    expect(done).toEqual(["a", "b"])
    passTo(160)
    expect(done).toEqual(["a", "b", "c"])
    expect(timers()).toEqual({ set: 3, live: 0, held: 0 })
  })

  test("may be freed in any order, and twice, and after they ended", () => {
    const { wait, passTo } = shared()
    const done: number[] = []
    const frees = [0, 1, 2, 3, 4].map((n) => wait(10, () => done.push(n)))
    for (const n of [2, 0, 4, 2]) frees[n]?.()
    passTo(10)
    expect(done).toEqual([1, 3])
    frees[1]?.()
    wait(10, () => done.push(5))
    frees[3]?.()
    passTo(20)
    expect(done).toEqual([1, 3, 5])
  })

  test("set no timer for each call of many, one after the other, and hold no process when nobody waits", () => {
    const { wait, passTo, timers } = shared()
    for (let n = 0; n < 1000; n++) {
      const free = wait(5000, () => undefined)
      expect(timers().held).toBe(1)
      passTo(n)
      free()
      expect(timers()).toEqual({ set: 1, live: 1, held: 0 })
    }
    passTo(5000)
    expect(timers()).toEqual({ set: 1, live: 0, held: 0 })
  })

  test("that come to a timer set for others long gone still take their whole time", () => {
    const { wait, passTo, timers } = shared()
    const done: string[] = []
    wait(100, () => undefined)()
    passTo(99)
    wait(100, () => done.push("late"))
    expect(timers()).toEqual({ set: 1, live: 1, held: 1 })
    passTo(198)
    expect(done).toEqual([])
    passTo(199)
    expect(done).toEqual(["late"])
  })

  test("may begin and be freed by one that ends", () => {
    const { wait, passTo, timers } = shared()
    const done: string[] = []
    let free = (): void => undefined
    wait(10, () => {
      done.push("first")
      free()
      wait(10, () => done.push("begun"))
    })
    free = wait(10, () => done.push("freed"))
    passTo(10)
    expect([done, timers().live]).toEqual([["first"], 1])
    passTo(19)
    expect(done).toEqual(["first"])
    passTo(20)
    expect(done).toEqual(["first", "begun"])
  })

  test("end although one of them fails", () => {
    const { wait, passTo } = shared()
    const done: string[] = []
    wait(10, () => {
      throw new Error("one of them")
    })
    wait(10, () => done.push("other"))
    expect(() => passTo(10)).toThrow("one of them")
    passTo(10)
    expect(done).toEqual(["other"])
  })
})

test("of many lengths nobody waits for, only some keep their timer", () => {
  const { wait, passTo, timers } = shared()
  const frees = Array.from({ length: 100 }, (_, n) => wait(n + 1, () => undefined))
  for (const free of frees) free()
  expect(timers()).toEqual({ set: 100, live: 16, held: 0 })
  const done: number[] = []
  for (let n = 0; n < 100; n++) wait(n + 1, () => done.push(n))
  passTo(100)
  expect(done).toEqual(Array.from({ length: 100 }, (_, n) => n))
  expect(timers().live).toBe(0)
})

test("a process of Node is kept alive by who waits, not by a timer that is left over", () => {
  const { clock } = createHost()
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length
  const before = timers()
  const free = clock.after?.(60_000, () => undefined)
  expect(timers()).toBe(before + 1)
  free?.()
  expect(timers()).toBe(before)
  const again = clock.after?.(60_000, () => undefined)
  expect(timers()).toBe(before + 1)
  again?.()
  expect(timers()).toBe(before)
})
