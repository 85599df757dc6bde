import { type AnyCube, type CloudEvent, type CubeHandle, createRunner, defineCube, type Host } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { all, document, errorOf, inc } from "./stage.ts"

const seen: string[] = []
const busy = defineCube({
  id: "test/busy",
  version: "2.3.4",
  color: "data",
  effect: "write",
  title: { en: "Busy", ko: "바쁨" },
  config: z.strictObject({ by: z.number().default(1) }),
  inputs: { n: z.number(), ms: z.number().default(0) },
  outputs: { n: z.number() },
  needs: ["clock"],
  dependencies: { "t/inc": "^1" },
  provides: ["test.busy"],
  publishes: { "test.done": z.strictObject({ n: z.number() }) },
  create: (setup, { by }) => {
    setup.log("info", "created")
    return {
      async process({ n, ms }, step) {
        step.log("debug", "at work", { ms })
        await step.clock.sleep(ms)
        if (n < 0) throw new RangeError("below zero")
        if (n > 100) step.publish("test.done", { n })
        return { n: n + by }
      },
      start: () => void seen.push("start"),
      stop: () => void seen.push("stop"),
      destroy: () => void seen.push("destroy"),
      health: () => ({ status: "degraded", checks: [{ name: "queue", status: "degraded", note: "long" }] }),
    }
  },
})
const doc = document({ a: { use: "test/busy", in: { n: "@n" }, config: { by: 10 } } }, { out: "a.n" })
const taken: CloudEvent[] = []
const withMessages = <T extends Host>(on: T) =>
  Object.assign(on, { messages: { publish: async (given: readonly CloudEvent[]) => void taken.push(...given) } })
const host = () => withMessages(createHost({ autoAdvance: true, now: 946_684_800_000 }))

async function handleOf(cube: AnyCube = busy, source: object = doc, on = host()): Promise<CubeHandle> {
  return (await createRunner(source, [cube, ...all.filter((other) => other.id !== cube.id)], on)).handle("a")
}

async function started(on = host()): Promise<CubeHandle> {
  const handle = await handleOf(busy, doc, on)
  await handle.lifecycle.initialize()
  await handle.lifecycle.start()
  return handle
}

test("a path the plan does not have is refused", async () => {
  const runner = await createRunner(doc, [busy, inc], host())
  expect(() => runner.handle("b")).toThrow(expect.objectContaining({ code: "no_such_step" }))
})

test("metadata is what the cube says about itself", async () => {
  expect((await handleOf()).metadata).toEqual({
    name: "test/busy",
    version: "2.3.4",
    color: "data",
    category: "test",
    dependencies: ["t/inc"],
    capabilities: ["test.busy"],
  })
})

describe("lifecycle", () => {
  test("leads from created to destroyed, through started and stopped and back", async () => {
    const { lifecycle } = await handleOf()
    seen.length = 0
    const states: string[] = [lifecycle.state]
    for (const call of ["initialize", "start", "stop", "start", "destroy"] as const) {
      await lifecycle[call]()
      states.push(lifecycle.state)
    }
    expect(states).toEqual(["created", "initialized", "started", "stopped", "started", "destroyed"])
    expect(seen).toEqual(["start", "stop", "start", "stop", "destroy"])
  })

  const ways = {
    created: [],
    initialized: ["initialize"],
    started: ["initialize", "start"],
    stopped: ["initialize", "start", "stop"],
    destroyed: ["destroy"],
  } as const
  const legal: { readonly [state: string]: readonly string[] } = {
    created: ["initialize", "destroy"],
    initialized: ["start", "destroy"],
    started: ["stop", "destroy"],
    stopped: ["start", "destroy"],
    destroyed: [],
  }
  for (const [state, way] of Object.entries(ways))
    for (const call of ["initialize", "start", "stop", "destroy"] as const)
      test(`${call} while ${state} is ${legal[state]?.includes(call) ? "legal" : "refused"}`, async () => {
        const { lifecycle } = await handleOf()
        for (const step of way) await lifecycle[step]()
        const outcome = await lifecycle[call]().then(
          () => "legal",
          (error) => error,
        )
        if (legal[state]?.includes(call)) expect(outcome).toBe("legal")
        else expect(outcome).toMatchObject({ code: "lifecycle_illegal", params: { call, state } })
      })

  test("has an instance of its own: the runner's runs go on", async () => {
    const runner = await createRunner(doc, [busy, inc], host())
    const { lifecycle } = runner.handle("a")
    await lifecycle.initialize()
    await lifecycle.destroy()
    expect((await runner.run({ n: 1 }).result).outputs).toEqual({ out: 11 })
  })

  test("takes the placed config, or one that is handed in and fits", async () => {
    const placed = await started()
    expect(await placed.communication.process({ n: 1 })).toEqual({ n: 11 })
    const other = await handleOf()
    expect(await errorOf(other.lifecycle.initialize({ by: "x" }))).toMatchObject({
      code: "handle_config_refused",
      path: ["config", "by"],
    })
    expect(other.lifecycle.state).toBe("created")
    await other.lifecycle.initialize({ by: 100 })
    await other.lifecycle.start()
    expect(await other.communication.process({ n: 1 })).toEqual({ n: 101 })
  })

  test("stop waits for what is being processed", async () => {
    const handle = await started()
    const work = handle.communication.process({ n: 1, ms: 50 })
    let over = false
    void work.then(() => {
      over = true
    })
    await handle.lifecycle.stop()
    expect(over).toBe(true)
  })

  test("a cube that cannot be made leaves the handle as it was", async () => {
    let tries = 0
    const once: AnyCube = {
      ...inc,
      create: () => {
        if (++tries === 2) throw new Error("no")
        return { process: ({ n }) => ({ n: n as number }) }
      },
    }
    const { lifecycle } = await handleOf(once, document({ a: { use: "t/inc", in: { n: "@n" } } }))
    expect(await errorOf(lifecycle.initialize())).toMatchObject({ code: "cube_not_created" })
    expect(lifecycle.state).toBe("created")
    await lifecycle.initialize()
  })
})

describe("health", () => {
  test("is the cube's own while started, degraded otherwise, with the time it became so", async () => {
    const on = host()
    const { lifecycle } = await started(on)
    const first = await lifecycle.healthCheck()
    expect(first).toEqual({
      status: "degraded",
      checks: [{ name: "queue", status: "degraded", note: "long" }],
      since: 946_684_800_000,
    })
    await on.advance(1000)
    expect((await lifecycle.healthCheck()).since).toBe(946_684_800_000)
  })

  test("of a cube without one is healthy while started", async () => {
    const { lifecycle } = await handleOf(inc, document({ a: { use: "t/inc", in: { n: "@n" } } }))
    expect((await lifecycle.healthCheck()).status).toBe("degraded")
    await lifecycle.initialize()
    await lifecycle.start()
    expect((await lifecycle.healthCheck()).status).toBe("healthy")
  })

  test("of a cube that cannot tell is unhealthy", async () => {
    const mute: AnyCube = {
      ...inc,
      create: () => ({ process: () => ({ n: 1 }), health: () => Promise.reject(new Error("no")) }),
    }
    const { lifecycle } = await handleOf(mute, document({ a: { use: "t/inc", in: { n: "@n" } } }))
    await lifecycle.initialize()
    await lifecycle.start()
    expect((await lifecycle.healthCheck()).status).toBe("unhealthy")
  })
})

describe("process", () => {
  test("fills in defaults and refuses what does not fit", async () => {
    const { communication } = await started()
    expect(await communication.process({ n: 5 })).toEqual({ n: 15 })
    expect(await errorOf(communication.process({ n: "x" }))).toMatchObject({
      code: "inputs_refused",
      path: ["inputs", "n"],
    })
    expect(await errorOf(communication.process({ n: 1, more: 1 }))).toMatchObject({ code: "inputs_refused" })
  })

  test("rejects with what the cube failed with", async () => {
    const { communication } = await started()
    expect(await errorOf(communication.process({ n: -1 }))).toMatchObject({ code: "cube_threw", path: ["cubes", "a"] })
  })

  test("needs a started cube", async () => {
    expect(await errorOf((await handleOf()).communication.process({ n: 1 }))).toMatchObject({
      code: "lifecycle_illegal",
      params: { call: "process" },
    })
  })

  test("rejects with the signal's reason", async () => {
    const handle = await started(withMessages(createHost()))
    const controller = new AbortController()
    const work = handle.communication.process({ n: 1, ms: 50 }, { signal: controller.signal })
    controller.abort("gone")
    await expect(work).rejects.toBe("gone")
    expect(handle.monitoring.metrics()).toMatchObject({ processed: 1, cancelled: 1, failed: 0, active: 0 })
  })
})

describe("messages", () => {
  test("reach those who subscribed to the topic, as CloudEvents", async () => {
    const { communication } = await started()
    const got: CloudEvent[] = []
    const leave = communication.subscribe("test.done", (message) => got.push(message))
    await communication.publish("test.done", { n: 1 })
    leave()
    await communication.publish("test.done", { n: 2 })
    expect(got).toEqual([
      {
        specversion: "1.0",
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        source: "/compositions/stage/cubes/a",
        type: "test.done",
        time: "2000-01-01T00:00:00.000Z",
        data: { n: 1 },
      },
    ])
  })

  test("leave by the host, and so do those the cube publishes while it works", async () => {
    const { communication } = await started()
    taken.length = 0
    const got: CloudEvent[] = []
    communication.subscribe("test.done", (message) => got.push(message))
    await communication.process({ n: 101 })
    await communication.publish("test.done", { n: 1 }, { partitionKey: "a", subject: "b" })
    expect(taken).toMatchObject([{ data: { n: 101 } }, { data: { n: 1 }, partitionkey: "a", subject: "b" }])
    expect(got).toEqual(taken)
  })

  test("the host does not take are told to nobody", async () => {
    const on = Object.assign(host(), { messages: { publish: () => Promise.reject(new Error("full")) } })
    const { communication } = await started(on)
    const got: CloudEvent[] = []
    communication.subscribe("test.done", (message) => got.push(message))
    expect(await errorOf(communication.publish("test.done", { n: 1 }))).toMatchObject({ code: "messages_unavailable" })
    expect(got).toEqual([])
  })

  test("of other topics, and data that does not fit, are refused", async () => {
    const { communication } = await started()
    expect(() => communication.subscribe("other", () => {})).toThrow(
      expect.objectContaining({ code: "topic_not_declared" }),
    )
    expect(await errorOf(communication.publish("other", {}))).toMatchObject({ code: "topic_not_declared" })
    expect(await errorOf(communication.publish("test.done", { n: "x" }))).toMatchObject({
      code: "publish_refused",
      path: ["n"],
    })
  })

  test("reach the others when one listener throws", async () => {
    const { communication } = await started()
    const got: unknown[] = []
    communication.subscribe("test.done", () => {
      throw new Error("no")
    })
    communication.subscribe("test.done", (message) => got.push(message.data))
    await communication.publish("test.done", { n: 1 })
    expect(got).toEqual([{ n: 1 }])
  })
})

describe("monitoring", () => {
  test("counts and times calls on the host's clock", async () => {
    const { communication, monitoring } = await started()
    await communication.process({ n: 1, ms: 30 })
    await errorOf(communication.process({ n: -1, ms: 10 }))
    expect(monitoring.metrics()).toEqual({
      processed: 2,
      failed: 1,
      cancelled: 0,
      active: 0,
      totalMs: 40,
      longestMs: 30,
    })
    expect(monitoring.traces()).toMatchObject([
      { name: "a", outcome: "ok", startedAt: 946_684_800_000, endedAt: 946_684_800_030 },
      { name: "a", outcome: "failed", code: "cube_threw" },
    ])
  })

  test("keeps the cube's latest log lines, and the host gets them too", async () => {
    const on = host()
    const { communication, monitoring } = await started(on)
    await communication.process({ n: 1 })
    expect(monitoring.logs().map(({ level, message }) => `${level} ${message}`)).toEqual([
      "info created",
      "debug at work",
    ])
    expect(on.logs.map((line) => line.message)).toContain("at work")
  })

  test("keeps a bounded number of spans", async () => {
    const { communication, monitoring } = await started()
    for (let i = 0; i < 150; i++) await communication.process({ n: i })
    expect(monitoring.traces().length).toBe(100)
    expect(monitoring.metrics().processed).toBe(150)
  })
})
