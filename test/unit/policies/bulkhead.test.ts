import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { bulkhead } from "../../../src/policies/bulkhead.ts"
import { Places } from "../../../src/policies/places.ts"
import { type Deed, loneCall, outcomeOf, service, staged } from "./stage.ts"

const works: Deed = async ({ n }, step) => {
  await step.clock.sleep(n)
  return { n }
}

describe("bulkhead", () => {
  test("so many work, so many wait in order, and the rest is refused", async () => {
    const busy = service([works])
    const { runner, host } = await staged({ bulkhead: { concurrent: 2, queue: 1 } }, busy)
    const ended: number[] = []
    const runs = [100, 200, 50, 1].map((n) => {
      const run = runner.run({ n })
      void run.settled.then(() => ended.push(n))
      return run
    })
    expect(busy.calls).toHaveLength(2)
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 2, waiting: 1 })
    expect(await outcomeOf(runs[3]!)).toBe("bulkhead_full")
    await host.advance(1000)
    expect(await Promise.all(runs.slice(0, 3).map(outcomeOf))).toEqual(["ok", "ok", "ok"])
    expect(ended).toEqual([1, 100, 50, 200])
    expect(host.pendingTimers).toBe(0)
  })

  test("a cancelled run that waits leaves the queue at once", async () => {
    const busy = service([works])
    const { runner, host } = await staged({ bulkhead: { concurrent: 1, queue: 1 } }, busy)
    runner.run({ n: 100 })
    const waiting = runner.run({ n: 1 })
    waiting.cancel()
    expect(await outcomeOf(waiting)).toBe("cancelled")
    await host.advance(0)
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 1, waiting: 0 })
    expect(host.pendingTimers).toBe(1)
    const next = runner.run({ n: 1 })
    await host.advance(200)
    expect(await outcomeOf(next)).toBe("ok")
    expect(busy.calls).toHaveLength(2)
  })

  test("a cancelled run that works gives its place to the next, even when the cube does not heed its signal", async () => {
    const deaf = service([() => new Promise(() => undefined), works])
    const { runner, host } = await staged({ bulkhead: { concurrent: 1, queue: 1 } }, deaf)
    const stuck = runner.run({ n: 1 })
    const next = runner.run({ n: 5 })
    stuck.cancel()
    await host.advance(5)
    expect(await outcomeOf(next)).toBe("ok")
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 0, waiting: 0 })
  })

  test("a place given to a run that is cancelled in the same moment goes on to the next", async () => {
    const busy = service([works])
    const { runner, host } = await staged({ bulkhead: { concurrent: 1, queue: 2 } }, busy)
    const first = runner.run({ n: 100 })
    const [second, third] = [runner.run({ n: 1 }), runner.run({ n: 1 })]
    first.cancel()
    second.cancel()
    await host.advance(1)
    expect(await outcomeOf(third)).toBe("ok")
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 0, waiting: 0 })
  })

  test("nobody waits longer than 30 s", async () => {
    const { runner, host } = await staged({ bulkhead: { concurrent: 1, queue: 1 } }, service([works]))
    const long = runner.run({ n: 60_000 })
    const waiting = runner.run({ n: 1 })
    await host.advance(30_000)
    expect(await outcomeOf(waiting)).toBe("bulkhead_waited")
    await host.advance(30_000)
    expect(await outcomeOf(long)).toBe("ok")
  })

  test("a place held beyond its timeout by a run that was lost is given away", async () => {
    const lost = service([() => new Promise(() => undefined), works])
    const { runner, host } = await staged({ bulkhead: { concurrent: 1 } }, lost)
    runner.run({ n: 1 })
    await host.advance(299_999)
    expect(await outcomeOf(runner.run({ n: 1 }))).toBe("bulkhead_full")
    await host.advance(1)
    const next = runner.run({ n: 1 })
    await host.advance(1)
    expect(await outcomeOf(next)).toBe("ok")
  })

  test("one who waits when a place turns out to be lost is given it", async () => {
    const lost = service([() => new Promise(() => undefined), works])
    const { runner, host } = await staged({ bulkhead: { concurrent: 1, queue: 1 } }, lost)
    runner.run({ n: 1 })
    await host.advance(299_000)
    const waiting = runner.run({ n: 1 })
    await host.advance(999)
    expect(lost.calls).toHaveLength(1)
    await host.advance(2)
    expect(await outcomeOf(waiting)).toBe("ok")
  })

  test("a place behind a timeout is lost a second after that", async () => {
    const host = createHost()
    const data = { bulkhead: { concurrent: 1, queue: 0 }, timeoutMs: 5000 }
    const layer = bulkhead.create({ data, clock: host.clock } as never)
    const answer = (next: () => unknown): unknown => layer.answer(loneCall(), next as never)
    void answer(() => new Promise(() => undefined))
    await host.advance(5999)
    expect(() => answer(() => "here")).toThrow(expect.objectContaining({ code: "bulkhead_full" }))
    await host.advance(1)
    expect(answer(() => "here")).toBe("here")
  })

  test("who is called off while he waits has decided nothing more, and leaves with the reason", async () => {
    const layer = bulkhead.create({
      data: { bulkhead: { concurrent: 1, queue: 1 } },
      clock: createHost().clock,
    } as never)
    const [working, waiting] = [loneCall(), loneCall()]
    void layer.answer(working, () => new Promise(() => undefined))
    const answered = layer.answer(waiting, () => ({}))
    waiting.off()
    await expect(answered).rejects.toBe("called off")
    expect(waiting.decided).toEqual(["queued"])
    expect(layer.control?.state()).toEqual({ working: 1, waiting: 0 })
  })

  test("who has waited in vain leaves his seat, whatever his run does without him", async () => {
    const host = createHost()
    const layer = bulkhead.create({ data: { bulkhead: { concurrent: 1, queue: 1 } }, clock: host.clock } as never)
    void layer.answer(loneCall(), () => new Promise(() => undefined))
    const refused = expect(layer.answer(loneCall(), () => ({}))).rejects.toMatchObject({ code: "bulkhead_waited" })
    await host.advance(30_000)
    await refused
    expect(layer.control?.state()).toEqual({ working: 1, waiting: 0 })
  })

  test("a place that was given to one who is called off before he takes it goes to the next", async () => {
    const host = createHost()
    const layer = bulkhead.create({ data: { bulkhead: { concurrent: 1, queue: 2 } }, clock: host.clock } as never)
    void layer.answer(loneCall(), () => new Promise(() => undefined))
    const [gone, next] = [loneCall(), loneCall()]
    const leaving = expect(layer.answer(gone, () => ({}))).rejects.toBe("called off")
    const answered = layer.answer(next, () => ({ n: 1 }))
    layer.control?.reset()
    gone.off()
    await leaving
    expect(await answered).toEqual({ n: 1 })
    expect(layer.control?.state()).toEqual({ working: 0, waiting: 0 })
  })

  test("who comes in the very moment a waiting one is called off finds his seat free", async () => {
    const { runner, host } = await staged({ bulkhead: { concurrent: 1, queue: 1 } }, service([works]))
    runner.run({ n: 100 })
    const waiting = runner.run({ n: 1 })
    waiting.cancel()
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 1, waiting: 0 })
    const [next, tooMany] = [runner.run({ n: 1 }), runner.run({ n: 1 })]
    await host.advance(101)
    expect(await outcomeOf(waiting)).toBe("cancelled")
    expect(await outcomeOf(next)).toBe("ok")
    expect(await outcomeOf(tooMany)).toBe("bulkhead_full")
    expect(runner.policies("s").bulkhead?.state()).toEqual({ working: 0, waiting: 0 })
  })

  test("no place is given to one who was called off before it was free", () => {
    const places = new Places(1, 1000)
    const place = places.take(0)!
    const [gone, stays] = [{ over: false }, { over: false }].map((guest) => ({ guest, seat: places.queue(guest) }))
    gone!.guest.over = true
    places.leave(place, 1)
    expect(gone!.seat.place).toBeUndefined()
    expect(stays!.seat.place).toEqual({ since: 1 })
  })

  test("its refusals do not open the breaker", async () => {
    const policy = {
      bulkhead: { concurrent: 1 },
      breaker: { errorRate: 0.1, windowMs: 1000, minimumCalls: 2, openMs: 500 },
    }
    const { runner, host } = await staged(policy, service([works]))
    const first = runner.run({ n: 100 })
    for (let i = 0; i < 5; i++) expect(await outcomeOf(runner.run({ n: 1 }))).toBe("bulkhead_full")
    await host.advance(100)
    expect(await outcomeOf(first)).toBe("ok")
    expect(runner.policies("s").breaker?.state()).toEqual({ state: "closed", calls: 1, failures: 0 })
  })
})
