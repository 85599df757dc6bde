import { type AnyCube, CubeError, createRunner } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { all, cube, document, thrownBy } from "./stage.ts"

/** An AbortController that knows how many listen to it. */
class Counting extends AbortController {
  listeners = 0
  constructor() {
    super()
    const { signal } = this
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      this.listeners++
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      this.listeners--
      remove(...args)
    }
  }
}

const napping = document(
  {
    a: { use: "t/inc", in: { n: "@n" } },
    b: { use: "t/nap", in: { n: { value: 100 } } },
    c: { use: "t/inc", in: { n: "b.n" } },
  },
  { a: "a.n", c: "c.n" },
)

describe("cancelling", () => {
  test("settles at once: what is done stays, the rest is cancelled", async () => {
    const runner = await createRunner(napping, all, createHost())
    const run = runner.run({ n: 1 })
    run.cancel()
    expect(await run.settled).toMatchObject({
      ok: false,
      error: { code: "run_cancelled" },
      outputs: { a: 2 },
      steps: { a: { outcome: "ok" }, b: { outcome: "cancelled" }, c: { outcome: "cancelled" } },
    })
  })

  test("rejects with the reason itself, whatever it is", async () => {
    const runner = await createRunner(napping, all, createHost())
    for (const reason of [new Error("mine"), "text", 0, null, { some: "object" }]) {
      const run = runner.run({ n: 1 })
      const result = thrownBy(run.result)
      run.cancel(reason)
      expect(await result).toBe(reason)
      expect(await thrownBy(run.result)).toBe(reason)
      expect(await run.settled).toMatchObject({ error: { code: "run_cancelled" } })
    }
  })

  test("without a reason rejects with run_cancelled", async () => {
    const runner = await createRunner(napping, all, createHost())
    const run = runner.run({ n: 1 })
    run.cancel()
    expect(await thrownBy(run.result)).toMatchObject({ code: "run_cancelled" })
  })

  test("by a signal keeps the signal's reason", async () => {
    const controller = new AbortController()
    const runner = await createRunner(napping, all, createHost())
    const run = runner.run({ n: 1 }, { signal: controller.signal })
    const reason = new CubeError({ code: "client_left", message: "m", hint: "h" })
    controller.abort(reason)
    expect(await thrownBy(run.result)).toBe(reason)
    expect(await run.settled).toMatchObject({ error: { code: "client_left" } })
  })

  test("by a signal that was aborted before starts nothing", async () => {
    const seen: number[] = []
    const spy = cube("spy", (n) => ({ n: seen.push(n) }))
    const runner = await createRunner(document({ a: { use: "t/spy", in: { n: "@n" } } }), [spy], createHost())
    const run = runner.run({ n: 1 }, { signal: AbortSignal.abort("gone") })
    expect(await thrownBy(run.result)).toBe("gone")
    expect(seen).toEqual([])
  })

  test("by a signal aborted within a step that does not wait stops before the next one", async () => {
    const controller = new AbortController()
    const aborts = cube("aborts", (n) => {
      controller.abort("now")
      return { n }
    })
    const cubes = { a: { use: "t/aborts", in: { n: "@n" } }, b: { use: "t/inc", in: { n: "a.n" } } }
    const runner = await createRunner(document(cubes), [...all, aborts], createHost())
    const settled = await runner.run({ n: 1 }, { signal: controller.signal }).settled
    expect(settled.steps).toMatchObject({ a: { outcome: "ok" }, b: { outcome: "cancelled" } })
  })

  test("by a signal aborted within the last step that begins to wait is not missed", async () => {
    const controller = new AbortController()
    const aborts = cube("aborts", () => {
      controller.abort("now")
      return new Promise(() => {})
    })
    const runner = await createRunner(document({ a: { use: "t/aborts", in: { n: "@n" } } }), [aborts], createHost())
    expect(await thrownBy(runner.run({ n: 1 }, { signal: controller.signal }).result)).toBe("now")
  })

  test("a run that is over changes nothing", async () => {
    const runner = await createRunner(
      document({ a: { use: "t/inc", in: { n: "@n" } } }, { out: "a.n" }),
      all,
      createHost(),
    )
    const run = runner.run({ n: 1 })
    run.cancel("too late")
    expect((await run.result).outputs).toEqual({ out: 2 })
  })
})

describe("a cancelled run", () => {
  test("aborts step.signal with the reason, and sleeps with it", async () => {
    const seen: unknown[] = []
    const listens = cube(
      "listens",
      async (n, step) => {
        step.signal.addEventListener("abort", () => seen.push(step.signal.reason))
        await step.clock.sleep(100).catch((error) => seen.push(error))
        return { n }
      },
      { needs: ["clock"] },
    )
    const runner = await createRunner(document({ a: { use: "t/listens", in: { n: "@n" } } }), [listens], createHost())
    const run = runner.run({ n: 1 })
    run.cancel("why")
    await run.settled
    expect(seen).toEqual(["why", "why"])
  })

  test("drops what a cube that does not heed its signal gives later", async () => {
    let give: (value: unknown) => void = () => {}
    const stubborn = cube(
      "stubborn",
      () =>
        new Promise((resolve) => {
          give = resolve
        }),
    )
    const seen: number[] = []
    const spy = cube("spy", (n) => ({ n: seen.push(n) }))
    const cubes = { a: { use: "t/stubborn", in: { n: "@n" } }, b: { use: "t/spy", in: { n: "a.n" } } }
    const runner = await createRunner(document(cubes, { out: "a.n" }), [stubborn, spy], createHost())
    const run = runner.run({ n: 1 })
    run.cancel("enough")
    const before = await run.settled
    give({ n: 7 })
    await Promise.resolve()
    expect(await run.settled).toEqual(before)
    expect(before.outputs).toEqual({})
    expect(seen).toEqual([])
  })

  test("drops it also when nobody has looked at the run before", async () => {
    let give: (value: unknown) => void = () => {}
    const stubborn = cube(
      "stubborn",
      () =>
        new Promise((resolve) => {
          give = resolve
        }),
    )
    const runner = await createRunner(
      document({ a: { use: "t/stubborn", in: { n: "@n" } } }, { out: "a.n" }),
      [stubborn],
      createHost(),
    )
    const run = runner.run({ n: 1 })
    run.cancel("enough")
    give({ n: 7 })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await run.settled).toMatchObject({ outputs: {}, steps: { a: { outcome: "cancelled" } } })
  })

  test("drops what a cube that does not heed its signal throws later, without an unhandled rejection", async () => {
    const heard: unknown[] = []
    const hear = (reason: unknown): unknown => heard.push(reason)
    process.on("unhandledRejection", hear)
    let fail: (error: unknown) => void = () => {}
    const stubborn = cube(
      "stubborn",
      () =>
        new Promise((_, reject) => {
          fail = reject
        }),
    )
    const runner = await createRunner(document({ a: { use: "t/stubborn", in: { n: "@n" } } }), [stubborn], createHost())
    const run = runner.run({ n: 1 })
    run.cancel("enough")
    fail(new Error("late"))
    await new Promise((resolve) => setImmediate(resolve))
    process.off("unhandledRejection", hear)
    expect(heard).toEqual([])
    expect((await run.settled).steps.a).toEqual({ outcome: "cancelled" })
  })

  test("leaves no listener on the signal and no timer behind, however it ends", async () => {
    const host = createHost()
    const runner = await createRunner(napping, all, host)
    for (const end of ["cancel", "abort", "finish"] as const) {
      const controller = new Counting()
      const run = runner.run({ n: 1 }, { signal: controller.signal, deadlineMs: 1000 })
      expect(controller.listeners).toBe(1)
      expect(host.pendingTimers).toBe(2)
      if (end === "cancel") run.cancel()
      if (end === "abort") controller.abort()
      if (end === "finish") await host.advance(100)
      await run.settled
      expect(end === "abort" ? 0 : controller.listeners).toBe(0)
      expect(host.pendingTimers).toBe(0)
    }
  })

  test("that never waited listens to nothing", async () => {
    const controller = new Counting()
    const host = createHost()
    const runner = await createRunner(document({ a: { use: "t/inc", in: { n: "@n" } } }), all, host)
    await runner.run({ n: 1 }, { signal: controller.signal, deadlineMs: 5 }).result
    expect([controller.listeners, host.pendingTimers]).toEqual([0, 0])
  })
})

describe("a run that has ended by itself", () => {
  const leaves = (does: (step: Parameters<Parameters<typeof cube>[1]>[1]) => void): AnyCube =>
    cube(
      "leaves",
      async (n, step) => {
        does(step)
        return { n }
      },
      { needs: ["clock"] },
    )

  test("frees the sleep that lost a race", async () => {
    const host = createHost()
    const runner = await createRunner(
      document({ a: { use: "t/leaves", in: { n: "@n" } } }),
      [leaves((step) => void step.clock.sleep(1000))],
      host,
    )
    await runner.run({ n: 1 }).result
    expect(host.pendingTimers).toBe(0)
  })

  test("continues nothing a step left behind", async () => {
    const seen: string[] = []
    const host = createHost()
    const cubeThatLeaves = leaves((step) => {
      void step.clock.sleep(10).then(
        () => seen.push("woke"),
        () => seen.push("rejected"),
      )
    })
    const runner = await createRunner(document({ a: { use: "t/leaves", in: { n: "@n" } } }), [cubeThatLeaves], host)
    await runner.run({ n: 1 }).result
    await host.advance(100)
    expect(seen).toEqual([])
  })
})
