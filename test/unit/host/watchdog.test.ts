import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { Watchdog } from "../../../src/host/browser/watchdog.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A watchdog of 1,000 ms over a worker that answers `answer` ms after each ping. */
function watching(answer: (ping: number) => number): {
  busy: boolean
  pings: number
  stuckAt: number | undefined
  dog: Watchdog
} {
  const start = Date.now()
  const seen = { busy: true, pings: 0, stuckAt: undefined as number | undefined, dog: undefined as unknown as Watchdog }
  seen.dog = new Watchdog({
    stuckMs: 1_000,
    isBusy: () => seen.busy,
    ping: () => new Promise((resolve) => setTimeout(resolve, answer(seen.pings++))),
    stuck: () => {
      seen.stuckAt ??= Date.now() - start
      seen.dog.stop()
    },
  })
  seen.dog.watch()
  return seen
}

describe("the watchdog of a worker", () => {
  test("tells when a ping stays unanswered, after between one and one and a half times the time allowed", async () => {
    const seen = watching(() => 3_600_000)
    await vi.advanceTimersByTimeAsync(1_200)
    expect(seen.stuckAt).toBeUndefined()
    await vi.advanceTimersByTimeAsync(300)
    expect(seen.stuckAt).toBe(1_250)
  })

  test("lets a worker be that answers late, again and again", async () => {
    const seen = watching(() => 900)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen.stuckAt).toBeUndefined()
    expect(seen.pings).toBeGreaterThan(40)
  })

  test("tells of the first silence, however long it was answered before", async () => {
    const seen = watching((ping) => (ping < 100 ? 1 : 3_600_000))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(seen.stuckAt).toBe(100 * 250 + 1_250)
  })

  test("pings only while something is asked, and rests without a timer", async () => {
    const seen = watching(() => 1)
    await vi.advanceTimersByTimeAsync(500)
    seen.busy = false
    await vi.advanceTimersByTimeAsync(10_000)
    const { pings } = seen
    expect(vi.getTimerCount()).toBe(0)
    seen.busy = true
    seen.dog.watch()
    await vi.advanceTimersByTimeAsync(500)
    expect(seen.pings).toBe(pings + 2)
  })

  test("counts a page that slept for an hour as one missed ping", async () => {
    const seen = watching(() => 3_600_000)
    await vi.advanceTimersByTimeAsync(500)
    vi.setSystemTime(Date.now() + 3_600_000)
    await vi.advanceTimersByTimeAsync(250)
    expect(seen.stuckAt).toBeUndefined()
  })
})
