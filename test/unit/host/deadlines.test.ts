import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { Deadlines } from "../../../src/host/browser/deadlines.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe("deadlines that share a timer", () => {
  test("pass each at its time, unless they were taken back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), fc.boolean()), { maxLength: 20 }), (calls) => {
        const deadlines = new Deadlines()
        const start = performance.now()
        const passed: [number, number][] = []
        const takeBack = calls.map(([ms], index) =>
          deadlines.set(ms, () => passed.push([index, performance.now() - start])),
        )
        calls.forEach(([, answered], index) => {
          if (answered) takeBack[index]?.()
        })
        expect(vi.getTimerCount()).toBeLessThanOrEqual(1)
        vi.advanceTimersByTime(501)
        const expected = calls.flatMap(([ms, answered], index) => (answered ? [] : [[index, ms]]))
        expect(passed.toSorted(([a], [b]) => a - b)).toEqual(expected)
        expect(vi.getTimerCount()).toBe(0)
      }),
    )
  })

  test("take one that comes earlier than those before it", () => {
    const deadlines = new Deadlines()
    const passed: string[] = []
    deadlines.set(1_000, () => passed.push("late"))
    vi.advanceTimersByTime(100)
    deadlines.set(50, () => passed.push("early"))
    vi.advanceTimersByTime(50)
    expect(passed).toEqual(["early"])
    vi.advanceTimersByTime(850)
    expect(passed).toEqual(["early", "late"])
  })

  test("never come at Infinity, and not before their time when it is longer than a timer holds", () => {
    const deadlines = new Deadlines()
    const passed: string[] = []
    deadlines.set(Number.POSITIVE_INFINITY, () => passed.push("never"))
    expect(vi.getTimerCount()).toBe(0)
    deadlines.set(2 ** 31 + 1_000, () => passed.push("month"))
    vi.advanceTimersByTime(2 ** 31 + 999)
    expect(passed).toEqual([])
    vi.advanceTimersByTime(1)
    expect(passed).toEqual(["month"])
  })

  test("are forgotten all at once", () => {
    const deadlines = new Deadlines()
    const passed: string[] = []
    deadlines.set(10, () => passed.push("a"))
    deadlines.clear()
    vi.advanceTimersByTime(100)
    expect(passed).toEqual([])
  })
})
