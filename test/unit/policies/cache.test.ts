import { defineCube, encodeJson, float64, replay } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { cache, MOST_ENTRIES } from "../../../src/policies/cache.ts"
import { decisionsOf, fails, failure, gives, givesLater, loneCall, outcomeOf, service, staged, takes } from "./stage.ts"

describe("cache", () => {
  test("answers equal inputs for its time, and then asks again", async () => {
    const counted = service([gives])
    const { runner, host } = await staged({ cache: { ttlMs: 1000 } }, counted)
    const of = async (n: number): Promise<unknown> => (await runner.run({ n }).result).outputs.n
    expect([await of(1), await of(1), await of(2), await of(1)]).toEqual([1, 1, 2, 1])
    expect(counted.calls).toHaveLength(2)
    await host.advance(999)
    await of(1)
    expect(counted.calls).toHaveLength(2)
    await host.advance(1)
    await of(1)
    expect(counted.calls).toHaveLength(3)
  })

  test("does not keep failures", async () => {
    const shaky = service([fails("down"), gives])
    const { runner } = await staged({ cache: { ttlMs: 1000 } }, shaky)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("down")
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("ok")
  })

  test("with staleOnError, a failure is answered with what was known", async () => {
    const shaky = service([gives, fails("down")])
    const { runner, host } = await staged({ cache: { ttlMs: 10, staleOnError: true } }, shaky)
    await runner.run({ n: 1 }).result
    await host.advance(10)
    const run = runner.run({ n: 1 }, { record: true })
    expect((await run.result).outputs).toEqual({ n: 1 })
    expect(await decisionsOf(run)).toEqual(["cache stale"])
    expect(await outcomeOf(runner.run({ n: 2 }))).toBe("down")
  })

  test("without it, the failure stands", async () => {
    const { runner, host } = await staged({ cache: { ttlMs: 10 } }, service([gives, fails("down")]))
    await runner.run({ n: 1 }).result
    await host.advance(10)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("down")
  })

  test("equal inputs at once make one call", async () => {
    const slow = service([takes(100)])
    const { runner, host } = await staged({ cache: { ttlMs: 1000 } }, slow)
    const runs = [1, 1, 1, 2].map((n) => runner.run({ n }, { record: true }))
    await host.advance(100)
    expect(await Promise.all(runs.map(outcomeOf))).toEqual(["ok", "ok", "ok", "ok"])
    expect(slow.calls).toHaveLength(2)
    expect(await decisionsOf(runs[1]!)).toEqual(["cache joined"])
    expect(host.pendingTimers).toBe(0)
  })

  test("those who wait share a failure, too", async () => {
    const down = service([
      async (_, step) => {
        await step.clock.sleep(100)
        throw failure("down")
      },
    ])
    const { runner, host } = await staged({ cache: { ttlMs: 1000 } }, down)
    const runs = [1, 1].map((n) => runner.run({ n }))
    await host.advance(100)
    expect(await Promise.all(runs.map(outcomeOf))).toEqual(["down", "down"])
    expect(down.calls).toHaveLength(1)
  })

  test("when the one they wait for is cancelled, the next of them calls", async () => {
    const slow = service([takes(100)])
    const { runner, host } = await staged({ cache: { ttlMs: 1000 } }, slow)
    const [first, second, third] = [1, 1, 1].map((n) => runner.run({ n })) as [never, never, never]
    await host.advance(50)
    ;(first as ReturnType<typeof runner.run>).cancel()
    await host.advance(100)
    expect(await Promise.all([first, second, third].map(outcomeOf))).toEqual(["cancelled", "ok", "ok"])
    expect(slow.calls).toHaveLength(2)
    expect(host.pendingTimers).toBe(0)
  })

  test("and when that one is cancelled in the same moment, the one after", async () => {
    const slow = service([takes(100)])
    const { runner, host } = await staged({ cache: { ttlMs: 1000 } }, slow)
    const runs = [1, 1, 1].map((n) => runner.run({ n }))
    await host.advance(50)
    runs[0]?.cancel()
    runs[1]?.cancel()
    await host.advance(100)
    expect(await Promise.all(runs.map(outcomeOf))).toEqual(["cancelled", "cancelled", "ok"])
    const later = runner.run({ n: 1 })
    expect(await outcomeOf(later)).toBe("ok")
    expect(slow.calls).toHaveLength(2)
  })

  test("nobody waits longer than 30 s for another run", async () => {
    const lost = service([() => new Promise(() => undefined), givesLater])
    const { runner, host } = await staged({ cache: { ttlMs: 1000 } }, lost)
    runner.run({ n: 1 })
    const waiting = runner.run({ n: 1 })
    await host.advance(29_999)
    expect(lost.calls).toHaveLength(1)
    await host.advance(1)
    expect(await outcomeOf(waiting)).toBe("ok")
    expect(lost.calls).toHaveLength(2)
  })

  test("what is kept cannot be changed from outside", async () => {
    const cube = defineCube({
      id: "t/service",
      version: "1.0.0",
      color: "data",
      effect: "pure",
      title: { en: "Lists", ko: "목록" },
      inputs: { n: z.number() },
      outputs: { n: z.strictObject({ list: z.array(z.number()), array: float64() }) },
      create: () => ({ process: ({ n }) => ({ n: { list: [n], array: Float64Array.of(n) } }) }),
    })
    const { runner } = await staged({ cache: { ttlMs: 1000 } }, { cube, calls: [] } as never)
    for (let i = 0; i < 3; i++) {
      const { n } = (await runner.run({ n: 1 }).result).outputs as { n: { list: number[]; array: Float64Array } }
      expect(encodeJson(n as never)).toEqual(encodeJson({ list: [1], array: Float64Array.of(1) }))
      n.list.push(9)
      n.array[0] = 9
    }
  })

  test("refuses to keep what cannot travel on a wire", async () => {
    const odd = service([(() => ({ n: { toJSON: () => 1 } })) as never])
    const loose = { ...odd.cube, outputs: { n: z.any() } }
    const { runner } = await staged({ cache: { ttlMs: 1000 } }, { ...odd, cube: loose } as never)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("outputs_refused")
  })

  test("an operator empties it", async () => {
    const counted = service([gives])
    const { runner } = await staged({ cache: { ttlMs: 1000 } }, counted)
    await runner.run({ n: 1 }).result
    expect(runner.policies("s").cache?.state()).toMatchObject({ entries: 1 })
    runner.policies("s").cache?.reset()
    await runner.run({ n: 1 }).result
    expect(counted.calls).toHaveLength(2)
  })

  test("keeps the 1,000 used last", async () => {
    const counted = service([gives])
    const { runner } = await staged({ cache: { ttlMs: 1000 } }, counted)
    for (let n = 0; n <= 1000; n++) await runner.run({ n }).result
    expect(runner.policies("s").cache?.state()).toMatchObject({ entries: 1000 })
    await runner.run({ n: 1000 }).result
    expect(counted.calls).toHaveLength(1001)
    await runner.run({ n: 0 }).result
    expect(counted.calls).toHaveLength(1002)
  })

  test("counts a hit, and an answer that was asked for anew, as a use", async () => {
    const { clock, advance } = createHost()
    const layer = cache.create({ data: { cache: { ttlMs: 1000, staleOnError: false } }, clock } as never)
    const ask = (digest: string): number => {
      let called = 0
      layer.answer(loneCall(digest), () => ({ n: ++called }))
      return called
    }
    for (let n = 0; n < MOST_ENTRIES; n++) expect(ask(`${n}`)).toBe(1)
    expect(ask("0")).toBe(0)
    expect(ask("new")).toBe(1)
    expect([ask("0"), ask("1")]).toEqual([0, 1])
    await advance(1000)
    expect([ask("3"), ask("newer"), ask("3"), ask("newer")]).toEqual([1, 1, 0, 0])
  })

  test("a hit is replayed as one, with the same fingerprint as the call", async () => {
    const counted = service([gives])
    const { runner } = await staged({ cache: { ttlMs: 1000 } }, counted)
    const first = await runner.run({ n: 1 }, { record: true, fingerprint: true }).result
    const second = await runner.run({ n: 1 }, { record: true, fingerprint: true }).result
    expect(second.fingerprint).toBe(first.fingerprint)
    expect(second.record?.steps[0]?.policy).toEqual({
      attempts: 0,
      answer: "cache",
      decisions: [{ policy: "cache", did: "hit" }],
    })
    const again = await replay(second.record as never, [counted.cube], createHost())
    expect(again).toMatchObject({ same: true, fingerprint: first.fingerprint })
    expect(counted.calls).toHaveLength(1)
  })
})
