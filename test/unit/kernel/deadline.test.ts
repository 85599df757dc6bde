import { createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { expect, test } from "vitest"
import { all, cube, document, thrownBy } from "./stage.ts"

test("a cube that never ends meets the deadline on the host's clock", async () => {
  const host = createHost({ autoAdvance: true })
  const cubes = {
    a: { use: "t/inc", in: { n: "@n" } },
    b: { use: "t/never", in: { n: "a.n" } },
    c: { use: "t/inc", in: { n: "b.n" } },
  }
  const runner = await createRunner(document(cubes, { a: "a.n", c: "c.n" }), all, host)
  const run = runner.run({ n: 1 }, { deadlineMs: 5000, fingerprint: true })
  expect(await thrownBy(run.result)).toMatchObject({ code: "deadline_exceeded", params: { deadlineMs: 5000 } })
  const settled = await run.settled
  expect(settled).toMatchObject({
    ok: false,
    outputs: { a: 2 },
    steps: { b: { outcome: "cancelled" }, c: { outcome: "cancelled" } },
  })
  expect(settled.fingerprint).toBeUndefined()
  expect(host.clock.monotonic()).toBe(5000)
  expect(host.pendingTimers).toBe(0)
})

test("a run that is done in time leaves no timer", async () => {
  const host = createHost({ autoAdvance: true })
  const runner = await createRunner(document({ a: { use: "t/nap", in: { n: "@n" } } }, { out: "a.n" }), all, host)
  expect((await runner.run({ n: 99 }, { deadlineMs: 100 }).result).outputs).toEqual({ out: 99 })
  expect(host.pendingTimers).toBe(0)
})

test("between steps that do not wait, the time is looked at as well", async () => {
  const host = createHost()
  let now = 0
  const clock = { now: () => now, monotonic: () => now, sleep: host.clock.sleep }
  const busy = cube("busy", (n) => {
    now += 60
    return { n }
  })
  const cubes = {
    a: { use: "t/busy", in: { n: "@n" } },
    b: { use: "t/busy", in: { n: "a.n" } },
    c: { use: "t/busy", in: { n: "b.n" } },
  }
  const runner = await createRunner(document(cubes), [busy], { name: "busy", clock })
  const settled = await runner.run({ n: 1 }, { deadlineMs: 100 }).settled
  expect(Object.values(settled.steps).map((step) => step.outcome)).toEqual(["ok", "ok", "cancelled"])
})

test("a deadline of 0 starts nothing", async () => {
  const runner = await createRunner(document({ a: { use: "t/inc", in: { n: "@n" } } }), all, createHost())
  expect((await runner.run({ n: 1 }, { deadlineMs: 0 }).settled).steps).toEqual({ a: { outcome: "cancelled" } })
})

test("steps are told the deadline in epoch ms, and nothing without one", async () => {
  const tells = cube("tells", (_, step) => ({ n: step.deadline ?? -1 }))
  const runner = await createRunner(
    document({ a: { use: "t/tells", in: { n: "@n" } } }, { out: "a.n" }),
    [tells],
    createHost({ now: 1000 }),
  )
  expect((await runner.run({ n: 1 }, { deadlineMs: 50 }).result).outputs).toEqual({ out: 1050 })
  expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: -1 })
})

test("without a deadline the clock is not asked", async () => {
  const untouchable = new Proxy(
    {},
    {
      get: () => {
        throw new Error("asked")
      },
    },
  )
  const runner = await createRunner(document({ a: { use: "t/later", in: { n: "@n" } } }, { out: "a.n" }), all, {
    name: "still",
    clock: untouchable as never,
  })
  expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 2 })
})
