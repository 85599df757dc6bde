import { createRegistry, createRunner } from "cubular"
import { CubeError, isCubeError, type RunEvent } from "cubular/contract"
import { type Cubular, type CubularOptions, createCubular } from "cubular/host/browser"
import { createHost } from "cubular/host/memory"
import { format } from "cubular/messages/ko"
import { afterEach, describe, expect, test } from "vitest"
import { compositions, cubes } from "./workers/cubes.ts"

const clients: Cubular[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop()
})

/** A client of the test worker, and how many workers it has started. */
function clientOf(options: CubularOptions = {}): Cubular & { readonly workers: Worker[] } {
  const workers: Worker[] = []
  const worker = (): Worker => {
    const made = new Worker(new URL("./workers/serving.ts", import.meta.url), { type: "module" })
    workers.push(made)
    return made
  }
  const client = createCubular({ worker, ...options })
  clients.push(client)
  return Object.assign(client, { workers })
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => {
      throw new Error(`expected a failure, got ${JSON.stringify(value)}`)
    },
    (thrown) => thrown,
  )

const eventsOf = async (events: AsyncIterable<RunEvent>): Promise<RunEvent[]> => {
  const seen: RunEvent[] = []
  for await (const event of events) seen.push(event)
  return seen
}

const loudly = {
  format: 1,
  id: "loudly",
  version: "1.0.0",
  cubes: {
    first: { use: "test/shout", in: { text: "@text" } },
    second: { use: "test/shout", in: { text: "first.text" } },
  },
  outputs: { text: "second.text" },
} as const

describe("a run in the worker", () => {
  test("gives what a local runner gives, to the fingerprint", async () => {
    const client = clientOf()
    const options = { fingerprint: true, record: true, seed: "7" }
    const remote = await client.run(loudly, { text: "안녕 a" }, options).result
    const runner = await createRunner(loudly, createRegistry([...cubes, ...compositions]), createHost())
    const local = await runner.run({ text: "안녕 a" }, options).result
    expect(remote.outputs).toEqual({ text: "안녕 A" })
    expect(remote.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    const { outputs, steps, plan, fingerprint, record } = local
    expect(remote).toEqual({ outputs, steps, plan, fingerprint, record })
    expect(client.mode).toBe("worker")
  })

  test("takes the id of a composition, an exact version, a document, its text or a typed literal", async () => {
    const client = clientOf()
    const outputs = async (target: Parameters<Cubular["run"]>[0]): Promise<unknown> =>
      (await client.run(target, { text: "a" }).result).outputs
    expect(await outputs("shout")).toEqual({ loud: "A" })
    expect(await outputs("shout@1.9.0")).toEqual({ older: "A" })
    expect(await outputs(loudly)).toEqual({ text: "A" })
    expect(await outputs(JSON.stringify(loudly))).toEqual({ text: "A" })
    expect(await outputs({ toJSON: () => loudly })).toEqual({ text: "A" })
    expect(await thrownBy(outputs("whisper"))).toMatchObject({
      code: "composition_unlisted",
      params: { id: "whisper" },
    })
    expect(client.workers).toHaveLength(1)
  })

  test("keeps many runs apart that are in flight at once", async () => {
    const client = clientOf()
    const texts = Array.from({ length: 200 }, (_, i) => `text ${i}`)
    const results = await Promise.all(texts.map((text) => client.run("shout", { text }).result))
    expect(results.map(({ outputs }) => outputs.loud)).toEqual(texts.map((text) => text.toUpperCase()))
  })

  test("lists what is served and validates documents", async () => {
    const client = clientOf()
    const listing = await client.list()
    expect(listing.cubes.map(({ id }) => id)).toContain("test/shout")
    expect(listing.compositions.map(({ id }) => id)).toContain("wait")
    expect(await client.validate(loudly)).toEqual([])
    const [issue] = await client.validate({ ...loudly, cubes: { first: { use: "test/unheard-of" } }, outputs: {} })
    expect(issue).toMatchObject({ severity: "error", path: expect.arrayContaining(["cubes", "first"]) })
  })

  test("reports its events in order, to who asks at once and to who asks again", async () => {
    const run = clientOf().run(loudly, { text: "a" })
    const events = await eventsOf(run.events)
    expect(events.map((event) => [event.type, "step" in event ? event.step : ""])).toEqual([
      ["run_started", ""],
      ["step_started", "first"],
      ["step_done", "first"],
      ["step_started", "second"],
      ["step_done", "second"],
      ["run_done", ""],
    ])
    expect(await eventsOf(run.events)).toEqual(events)
    expect((await run.settled).ok).toBe(true)
  })

  test("ends the events of who asks late", async () => {
    const client = clientOf()
    const waiting = client.run("wait", { ms: 200 })
    await client.list()
    const seen = await eventsOf(waiting.events)
    expect(seen.at(-1)).toMatchObject({ type: "run_done", ok: true })
    const over = client.run("shout", { text: "a" })
    await over.settled
    expect((await eventsOf(over.events)).map(({ type }) => type)).toEqual([
      "run_started",
      "step_started",
      "step_done",
      "run_done",
    ])
  })

  test("copies inputs, or hands them over when told to", async () => {
    const client = clientOf()
    await client.list()
    const items = Float64Array.of(1, 2.5)
    const copied = await client.run("sum", { items }).result
    expect(copied.outputs).toEqual({ total: 3.5, doubled: Float64Array.of(2, 5) })
    expect(items.length).toBe(2)
    const moved = await client.run("sum", { items }, { transfer: true }).result
    expect(moved.outputs).toEqual(copied.outputs)
    expect(items.length).toBe(0)
  })

  test("runs on what it was given, even when that changes while the worker starts", async () => {
    const client = clientOf()
    const items = Float64Array.of(1, 2)
    const run = client.run("sum", { items })
    await Promise.resolve()
    await Promise.resolve()
    items[0] = 100
    expect((await run.result).outputs.total).toBe(3)
    const early = Float64Array.of(4, 5)
    const moved = clientOf().run("sum", { items: early }, { transfer: true })
    expect((await moved.result).outputs.total).toBe(9)
    expect(early.length).toBe(0)
  })
})

describe("a run that fails in the worker", () => {
  test("rejects with the whole error of ours, fit for translation", async () => {
    const run = clientOf().run("fail", { limit: 3 })
    const thrown = (await thrownBy(run.result)) as CubeError
    expect(isCubeError(thrown)).toBe(true)
    expect(thrown).toBeInstanceOf(CubeError)
    expect(thrown.code).toBe("run_failed")
    expect(format(thrown).message).toMatch(/[가-힣]/)
    expect(thrown.result).toMatchObject({ outputs: {}, plan: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const settled = await run.settled
    expect(settled.ok).toBe(false)
    expect(settled.steps.only).toMatchObject({
      outcome: "failed",
      error: {
        code: "test_refused",
        params: { limit: 3 },
        message: "More than 3 is too much.",
        hint: "Take less than 3.",
        retryable: true,
      },
    })
  })

  test("rejects with the findings when the document is refused", async () => {
    const run = clientOf().run({ ...loudly, outputs: { text: "third.text" } }, { text: "a" })
    const thrown = (await thrownBy(run.result)) as CubeError
    expect(isCubeError(thrown)).toBe(true)
    const errors = thrown.issues?.filter(({ severity }) => severity === "error")
    expect(errors?.map(({ path }) => path)).toEqual([["outputs", "text"]])
    expect(await run.settled).toMatchObject({ ok: false, error: thrown, outputs: {}, steps: {}, plan: "" })
  })

  test("passes deadlines and budgets on", async () => {
    const client = clientOf()
    const late = (await client.run("wait", { ms: 60_000 }, { deadlineMs: 30 }).settled) as { error: CubeError }
    expect(late.error.code).toBe("deadline_exceeded")
    const costly = (await client.run(loudly, { text: "a" }, { budget: { steps: 1 } }).settled) as { error: CubeError }
    expect(costly.error.code).toBe("budget_exceeded")
  })

  test("refuses inputs that cannot be copied, while the worker starts and after", async () => {
    const client = clientOf()
    const inputs = { text: (() => "a") as unknown as string }
    for (const _ of ["starting", "started"]) {
      expect(await thrownBy(client.run("shout", inputs).result)).toMatchObject({
        code: "value_not_cloneable",
        params: { what: "inputs" },
      })
      await client.list()
    }
  })

  test("costs an unobserved run no unhandled rejection", async () => {
    const rejections: unknown[] = []
    const note = (event: PromiseRejectionEvent): void => void rejections.push(event.reason)
    addEventListener("unhandledrejection", note)
    const client = clientOf()
    client.run("fail", { limit: 1 })
    client.run("unheard-of")
    await client.list()
    await new Promise((resolve) => setTimeout(resolve, 20))
    removeEventListener("unhandledrejection", note)
    expect(rejections).toEqual([])
  })

  test("finds the ambient powers gone", async () => {
    const client = clientOf()
    for (const power of [
      "fetch",
      "Date.now",
      "new Date()",
      "Math.random",
      "setTimeout",
      "indexedDB",
      "navigator",
      "postMessage",
    ]) {
      const { steps } = await client.run("reach", { power }).settled
      expect(steps.only?.error?.code, power).toBe("ambient_power")
    }
  })

  test("says so when the worker's cubes cannot be served", async () => {
    const worker = (): Worker => new Worker(new URL("./workers/broken.ts", import.meta.url), { type: "module" })
    const client = clientOf({ worker })
    expect(await thrownBy(client.run("shout", { text: "a" }).result)).toMatchObject({
      code: "registry_entry_duplicate",
    })
    expect(await thrownBy(client.list())).toMatchObject({ code: "registry_entry_duplicate" })
  })
})

describe("cancelling a run in the worker", () => {
  test("rejects with the very reason of the signal", async () => {
    const client = clientOf()
    const controller = new AbortController()
    const run = client.run("never", {}, { signal: controller.signal })
    await client.list()
    const reason = { why: "a newer question", ask: () => undefined }
    controller.abort(reason)
    expect(await thrownBy(run.result)).toBe(reason)
    const settled = await run.settled
    expect(settled).toMatchObject({
      ok: false,
      error: { code: "run_cancelled" },
      steps: { only: { outcome: "cancelled" } },
    })
  })

  test("starts nothing when the signal was aborted before", async () => {
    const client = clientOf()
    for (const _ of ["starting", "started"]) {
      const reason = new Error("changed my mind")
      const run = client.run("loop", {}, { signal: AbortSignal.abort(reason) })
      expect(await thrownBy(run.result)).toBe(reason)
    }
    expect(client.workers).toHaveLength(1)
  })

  test("works at every moment: before the start, on the way, in the run", async () => {
    const client = clientOf()
    for (let turns = 0; turns < 12; turns++) {
      const run = client.run("never")
      for (let turn = 0; turn < turns; turn++) await (turn > 5 ? client.list() : undefined)
      const reason = new CubeError({ code: "test_enough", message: "Enough.", hint: "Stop." })
      run.cancel(reason)
      expect(await thrownBy(run.result)).toBe(reason)
    }
  })

  test("leaves other runs alone", async () => {
    const client = clientOf()
    const [cancelled, kept] = [client.run("wait", { ms: 100 }), client.run("wait", { ms: 100 })]
    await client.list()
    cancelled.cancel()
    expect(await thrownBy(cancelled.result)).toMatchObject({ code: "run_cancelled" })
    expect((await kept.result).outputs).toEqual({ done: true })
  })
})

describe("a worker that goes wrong", () => {
  test("fails what is in flight with worker_died when it crashes, and is replaced by the next call", async () => {
    const client = clientOf()
    const bystander = client.run("never")
    const crashing = client.run("crash")
    const bystanderEvents = eventsOf(bystander.events)
    for (const run of [bystander, crashing])
      expect(await thrownBy(run.result)).toMatchObject({ code: "worker_died", retryable: true })
    expect((await bystanderEvents).at(-1)).toMatchObject({
      type: "run_done",
      ok: false,
      error: { code: "worker_died" },
    })
    expect((await client.run("shout", { text: "b" }).result).outputs).toEqual({ loud: "B" })
    expect(client.workers).toHaveLength(2)
    expect(client.mode).toBe("worker")
  })

  test("fails what is in flight when it closes itself", async () => {
    const client = clientOf()
    const run = client.run("quit")
    expect(((await thrownBy(run.result)) as CubeError).code).toBe("worker_died")
    expect((await client.run("shout", { text: "b" }).result).outputs).toEqual({ loud: "B" })
  })

  test("fails what is in flight when somebody else terminates it", async () => {
    const client = clientOf()
    const run = client.run("never")
    await client.list()
    client.workers[0]?.terminate()
    expect(((await thrownBy(run.result)) as CubeError).code).toBe("worker_died")
    expect((await client.run("shout", { text: "b" }).result).outputs).toEqual({ loud: "B" })
  })

  test("is ended when a step loops, naming the step if it was traced, and replaced", async () => {
    const client = clientOf({ stuckMs: 1_000 })
    const bystander = client.run("never")
    await client.list()
    const looping = client.run("loop", {}, { trace: true })
    const events = eventsOf(looping.events)
    const stuck = { code: "step_stuck", path: ["cubes", "only"], params: { stuckMs: 1_000, step: "only" } }
    for (const run of [looping, bystander]) expect(await thrownBy(run.result)).toMatchObject(stuck)
    expect((await events).at(-1)).toMatchObject({ type: "run_done", ok: false })
    expect((await client.run("shout", { text: "b" }).result).outputs).toEqual({ loud: "B" })
    expect(client.workers).toHaveLength(2)
  })

  test("names no step that it was not told of", async () => {
    const thrown = await thrownBy(clientOf({ stuckMs: 200 }).run("loop").result)
    expect(thrown).toMatchObject({ code: "step_stuck", path: [], params: { stuckMs: 200, step: "?" } })
  })

  test("is not taken for stuck while it waits", async () => {
    const client = clientOf({ stuckMs: 1_000 })
    expect((await client.run("wait", { ms: 1_600 }).result).outputs).toEqual({ done: true })
    expect(client.workers).toHaveLength(1)
  })

  test("is not taken for dead when it rests and works again", async () => {
    const client = clientOf()
    const workFor = async (ms: number): Promise<unknown> => (await client.run("wait", { ms }).result).outputs.done
    expect(await workFor(50)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    expect(await workFor(1_300)).toBe(true)
    expect(client.workers).toHaveLength(1)
  })

  test("gives a run back with worker_timeout when its time is over, and goes on with the others", async () => {
    const client = clientOf()
    await client.list()
    const [short, long] = [client.run("never", {}, { timeoutMs: 50 }), client.run("wait", { ms: 200 })]
    expect(await thrownBy(short.result)).toMatchObject({ code: "worker_timeout", params: { timeoutMs: 50 } })
    expect((await long.result).outputs).toEqual({ done: true })
    expect(client.workers).toHaveLength(1)
  })

  test("is given up when it never starts to serve", async () => {
    const worker = (): Worker => new Worker(new URL("./workers/silent.ts", import.meta.url), { type: "module" })
    const client = clientOf({ worker, timeoutMs: 300 })
    expect(await thrownBy(client.run("shout", { text: "a" }).result)).toMatchObject({ code: "worker_timeout" })
  })

  test("can be terminated in mid-run and replaced, or stopped for good", async () => {
    const client = clientOf()
    const run = client.run("never")
    await client.list()
    client.terminate()
    expect(await thrownBy(run.result)).toMatchObject({ code: "worker_died" })
    const next = client.run("never")
    await client.list()
    await client.stop()
    expect(await thrownBy(next.result)).toMatchObject({ code: "worker_stopped" })
    expect(await thrownBy(client.run("shout", { text: "a" }).result)).toMatchObject({ code: "worker_stopped" })
    expect(client.workers).toHaveLength(2)
  })
})

describe("a page that can start no worker", () => {
  const blocked: Record<string, () => Worker> = {
    "a script of another origin": () => new Worker("https://a.example/worker.js", { type: "module" }),
    "a script that is not there": () => new Worker("data:text/html,nothing", { type: "module" }),
    "a script that fails at once": () => new Worker(new URL("./workers/dying.ts", import.meta.url), { type: "module" }),
  }

  test.each(Object.entries(blocked))("runs in its own thread and says so: %s", async (_, worker) => {
    const reasons: CubeError[] = []
    const client = clientOf({
      worker,
      fallback: [...cubes, ...compositions],
      onFallback: (reason) => reasons.push(reason),
    })
    expect(client.mode).toBe("worker")
    const [a, b] = [client.run("shout", { text: "a" }), client.run("shout", { text: "b" })]
    expect((await a.result).outputs).toEqual({ loud: "A" })
    expect((await b.result).outputs).toEqual({ loud: "B" })
    expect(client.mode).toBe("main")
    expect(reasons.map(({ code }) => code)).toEqual(["worker_blocked"])
    const events = await eventsOf(client.run("shout", { text: "c" }).events)
    expect(events.at(-1)).toMatchObject({ type: "run_done", ok: true })
    expect((await client.list()).compositions).toHaveLength(compositions.length)
  })

  test("cancels and fails there as in the worker", async () => {
    const client = clientOf({
      worker: () => new Worker("https://a.example/worker.js"),
      fallback: async () => [...cubes, ...compositions],
      onFallback: () => undefined,
    })
    const controller = new AbortController()
    const run = client.run("never", {}, { signal: controller.signal })
    await client.list()
    const reason = new Error("enough")
    controller.abort(reason)
    expect(await thrownBy(run.result)).toBe(reason)
    expect(await thrownBy(client.run("fail", { limit: 1 }).result)).toMatchObject({ code: "run_failed" })
  })

  test("fails with worker_blocked when there is nothing to fall back to", async () => {
    const client = clientOf({ worker: () => new Worker("https://a.example/worker.js") })
    expect(await thrownBy(client.run("shout", { text: "a" }).result)).toMatchObject({ code: "worker_blocked" })
    expect(client.mode).toBe("worker")
  })
})
