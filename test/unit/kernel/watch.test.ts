import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { readOptions, Watch } from "../../../src/kernel/watch.ts"

const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** A watch, with what it called the run off for. */
function watched(options: object, host = createHost()) {
  const reasons: unknown[] = []
  return { watch: new Watch(options as never, host, (reason) => reasons.push(reason)), reasons, host }
}

const spent = (budget: string, limit: number): unknown =>
  expect.objectContaining({ code: "budget_exceeded", params: { budget, limit } })
const late = expect.objectContaining({ code: "deadline_exceeded", params: { deadlineMs: 100 } })

/** Notes what a watch sleeps. */
function sleeping(watch: Watch, { clock }: ReturnType<typeof createHost>) {
  const slept: { readonly ms: number; readonly signal: AbortSignal }[] = []
  const sleep = (ms: number, signal: AbortSignal): Promise<void> => {
    slept.push({ ms, signal })
    return clock.sleep(ms, signal)
  }
  Object.assign(watch, { clock: { ...clock, sleep } })
  return slept
}

describe("a deadline", () => {
  test("calls in while the run waits, at its time and not before", async () => {
    const { watch, reasons, host } = watched({ deadlineMs: 100 })
    expect(watch.deadline).toBe(host.clock.now() + 100)
    await host.advance(40)
    watch.wait()
    await host.advance(59)
    expect(reasons).toEqual([])
    await host.advance(1)
    expect(reasons).toEqual([late])
  })

  test("is noticed between steps when it is reached", async () => {
    const { watch, reasons, host } = watched({ deadlineMs: 100 })
    await host.advance(99)
    watch.look()
    expect(reasons).toEqual([])
    await host.advance(1)
    watch.look()
    expect(reasons).toEqual([late])
  })

  test("that is over before the run waits calls in at once", async () => {
    const { watch, reasons, host } = watched({ deadlineMs: 100 })
    await host.advance(500)
    const slept = sleeping(watch, host)
    watch.wait()
    await host.advance(0)
    expect(slept.map(({ ms }) => ms)).toEqual([0])
    expect(reasons).toEqual([late])
  })

  test("leaves no timer when the run is over, and says nothing then", async () => {
    const { watch, reasons, host } = watched({ deadlineMs: 100 })
    watch.wait()
    expect(host.pendingTimers).toBe(1)
    watch.stop()
    await host.advance(200)
    expect([host.pendingTimers, reasons]).toEqual([0, []])
  })

  test("stops its timer with a word, not with an error that takes time to make", () => {
    const { watch, host } = watched({ deadlineMs: 100 })
    const slept = sleeping(watch, host)
    watch.wait()
    watch.stop()
    expect(slept[0]?.signal.reason).toBe("over")
  })

  test("needs a clock; without one there is none to ask", () => {
    expect(caught(() => watched({ deadlineMs: 1 }, { name: "still" } as never))).toMatchObject({
      code: "host_lacks",
      params: { power: "clock" },
    })
    const { watch, reasons } = watched({}, { name: "still" } as never)
    watch.look()
    watch.wait()
    watch.stop()
    expect([watch.deadline, reasons]).toEqual([undefined, []])
  })
})

describe("a signal", () => {
  /** A signal that counts who listens. */
  function counted() {
    const controller = new AbortController()
    const { signal } = controller
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners++
      add(...given)
    }
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners--
      remove(...given)
    }
    return { controller, signal, listeners: () => listeners }
  }

  test("is heard while the run waits, with its reason, once", () => {
    const { controller, signal } = counted()
    const { watch, reasons } = watched({ signal })
    watch.look()
    watch.wait()
    controller.abort("enough")
    signal.dispatchEvent(new Event("abort"))
    expect(reasons).toEqual(["enough"])
  })

  test("that aborted meanwhile is noticed between steps", () => {
    const { controller, signal } = counted()
    const { watch, reasons } = watched({ signal, deadlineMs: 0 })
    controller.abort("enough")
    watch.look()
    expect(reasons).toEqual(["enough"])
  })

  test("is listened to no longer than the run, and not at all by one that never waits", () => {
    const { controller, signal, listeners } = counted()
    const { watch, reasons } = watched({ signal })
    watch.stop()
    expect(listeners()).toBe(0)
    watch.wait()
    expect(listeners()).toBe(1)
    watch.stop()
    expect(listeners()).toBe(0)
    controller.abort("enough")
    expect(reasons).toEqual([])
  })
})

describe("a budget", () => {
  test("of steps lets as many start, and ends the run with the next", () => {
    const { watch, reasons } = watched({ budget: { steps: 2, fanOut: 9 } })
    watch.started(1)
    watch.started(1)
    expect(reasons).toEqual([])
    watch.started(10)
    expect(reasons).toEqual([spent("steps", 2)])
  })

  test("of work at once ends the run with one more", () => {
    const { watch, reasons } = watched({ budget: { fanOut: 2 } })
    for (const running of [1, 2]) watch.started(running)
    expect(reasons).toEqual([])
    watch.started(3)
    expect(reasons).toEqual([spent("fanOut", 2)])
  })

  test("of bytes adds up outputs and items", () => {
    const { watch, reasons } = watched({ budget: { bytes: 10 } })
    watch.gave("가")
    watch.passed(123)
    watch.gave(12)
    expect(reasons).toEqual([])
    watch.passed(1)
    expect(reasons).toEqual([spent("bytes", 10)])
  })

  test("of items counts them, and not their bytes when they are too many", () => {
    const { watch, reasons } = watched({ budget: { items: 1, bytes: 1 } })
    watch.passed(1)
    expect(reasons).toEqual([])
    watch.passed(1)
    expect(reasons).toEqual([spent("items", 1)])
  })

  test("that is not there is not looked at: values are not even read", () => {
    const { watch, reasons } = watched({ budget: {} })
    for (let n = 0; n < 3; n++) watch.started(1000)
    watch.gave({
      get trap(): never {
        throw new Error("read")
      },
    } as never)
    watch.passed(1)
    const none = watched({})
    none.watch.started(1000)
    none.watch.gave(1)
    none.watch.passed(1)
    expect([reasons, none.reasons]).toEqual([[], []])
  })
})

describe("options of a run", () => {
  test("are read once, as plain data", () => {
    const { signal } = new AbortController()
    const budget = { steps: 0, bytes: 1, fanOut: 2, items: 3, more: 4 }
    const tracer = { requested: () => undefined } as never
    expect(readOptions({ signal, deadlineMs: 0, budget, fingerprint: true, record: true, seed: "s", tracer })).toEqual({
      signal,
      deadlineMs: 0,
      budget: { steps: 0, bytes: 1, fanOut: 2, items: 3 },
      fingerprint: true,
      record: true,
      seed: "s",
      tracer,
    })
    expect(readOptions({ fingerprint: "yes", record: 1 } as never)).toEqual({ fingerprint: false, record: false })
  })

  test.each([
    ["signal", { signal: {} }, "AbortSignal"],
    ["signal", { signal: null }, undefined],
    ["deadlineMs", { deadlineMs: -1 }, ">= 0"],
    ["deadlineMs", { deadlineMs: "5" }, ">= 0"],
    ["deadlineMs", { deadlineMs: Number.NaN }, ">= 0"],
    ["seed", { seed: 7 }, "string"],
    ["tracer", { tracer: {} }, "RunTracer"],
    ["tracer", { tracer: null }, undefined],
    ["budget.steps", { budget: { steps: -1 } }, ">= 0"],
    ["budget.bytes", { budget: { bytes: "1" } }, ">= 0"],
    ["budget.fanOut", { budget: { fanOut: null } }, ">= 0"],
    ["budget.items", { budget: { items: Number.NaN } }, ">= 0"],
  ])("%s of %j is refused", (option, given, takes) => {
    const params = takes ? { option, takes } : { option: "*", takes: "{ … }" }
    expect(caught(() => readOptions(given as never))).toMatchObject({
      code: "run_option_refused",
      path: ["options"],
      params,
    })
  })

  test("that throw when they are read are refused as a whole", () => {
    const trap = {
      get seed(): never {
        throw new Error("read")
      },
    }
    expect(caught(() => readOptions(trap))).toMatchObject({
      code: "run_option_refused",
      path: ["options"],
      params: { option: "*", takes: "{ … }" },
    })
  })
})
