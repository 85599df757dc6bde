import type { Values } from "cubular"
import { describe, expect, test } from "vitest"
import { cache } from "../../../src/policies/cache.ts"
import { type LoneCall, loneCall, vanishingClock } from "./stage.ts"

/** A cube whose answers are given by hand, in the order of its calls. */
function byHand(): { readonly next: () => Promise<Values>; readonly calls: ((values: Values | Error) => void)[] } {
  const calls: ((values: Values | Error) => void)[] = []
  const next = (): Promise<Values> =>
    new Promise((resolve, reject) =>
      calls.push((values) => (values instanceof Error ? reject(values) : resolve(values))),
    )
  return { next, calls }
}

function cacheByItself() {
  const world = vanishingClock()
  const { next, calls } = byHand()
  const data = { cache: { ttlMs: 60_000, staleOnError: false } }
  const layer = cache.create({ data, clock: world.clock } as never)
  const ask = (call: LoneCall = loneCall()) => {
    const answered = Promise.resolve(layer.answer(call, next))
    answered.catch(() => undefined)
    return { call, answered, off: call.off }
  }
  /** Somebody asks and vanishes. */
  const vanish = (): void => {
    world.gone = true
    ask()
    world.gone = false
  }
  return { ask, vanish, calls, advance: world.advance, waiting: () => layer.control?.state().waiting }
}

describe("a cache whose caller vanished", () => {
  test("is asked anew by one of those who wait, once three signs of life are missing", async () => {
    const { ask, vanish, calls, advance } = cacheByItself()
    vanish()
    const waiting = [ask(), ask(), ask()]
    await advance(2999)
    expect(calls).toHaveLength(1)
    await advance(1)
    expect(calls).toHaveLength(2)
    calls[1]?.({ n: 2 })
    expect(await Promise.all(waiting.map(({ answered }) => answered))).toEqual([{ n: 2 }, { n: 2 }, { n: 2 }])
    expect(waiting.map(({ call }) => call.decided)).toEqual([[], ["joined"], ["joined"]])
    expect(calls).toHaveLength(2)
  })

  test("is asked anew at once by who comes later than that", async () => {
    const { ask, vanish, calls, advance } = cacheByItself()
    vanish()
    await advance(3000)
    ask()
    expect(calls).toHaveLength(2)
  })

  test("takes an answer that comes after all, before anybody missed it", async () => {
    const { ask, vanish, calls, advance } = cacheByItself()
    vanish()
    await advance(500)
    const waiting = ask()
    await advance(2700)
    calls[0]?.({ n: 1 })
    expect(await waiting.answered).toEqual({ n: 1 })
    expect(waiting.call.decided).toEqual(["joined"])
  })

  test("keeps to the new call when the lost one fails after all", async () => {
    const { ask, vanish, calls, advance } = cacheByItself()
    vanish()
    const second = ask()
    await advance(3000)
    calls[0]?.(new Error("late"))
    await advance(0)
    const third = ask()
    calls[1]?.({ n: 2 })
    expect(await Promise.all([second.answered, third.answered])).toEqual([{ n: 2 }, { n: 2 }])
    expect(calls).toHaveLength(2)
  })
})

describe("a cache whose caller lives", () => {
  test("hears of him every second, so that nobody calls beside him for 30 s", async () => {
    const { ask, calls, advance } = cacheByItself()
    ask()
    const waiting = ask()
    await advance(29_000)
    calls[0]?.({ n: 1 })
    expect(await waiting.answered).toEqual({ n: 1 })
    expect(calls).toHaveLength(1)
  })

  test("has nothing under way once he is cancelled and nobody waits", async () => {
    const { ask, calls, advance, waiting } = cacheByItself()
    const first = ask()
    first.off()
    calls[0]?.(new Error("called off"))
    await advance(0)
    expect(waiting()).toBe(0)
    ask()
    expect(calls).toHaveLength(2)
  })

  test("has nothing under way once he and the last who waited are cancelled together", async () => {
    const { ask, calls, advance, waiting } = cacheByItself()
    const [first, second] = [ask(), ask()]
    first.off()
    calls[0]?.(new Error("called off"))
    await Promise.resolve()
    second.off()
    await advance(0)
    expect(waiting()).toBe(0)
    ask()
    expect(calls).toHaveLength(2)
  })

  test("hands over to somebody who is still there", async () => {
    const { ask, calls, advance } = cacheByItself()
    const [first, second, third] = [ask(), ask(), ask()]
    second.off()
    await advance(0)
    first.off()
    calls[0]?.(new Error("called off"))
    await advance(0)
    expect(calls).toHaveLength(2)
    calls[1]?.({ n: 3 })
    expect(await third.answered).toEqual({ n: 3 })
    await expect(second.answered).rejects.toBe("called off")
  })
})
