import { CubeError, type Run, type Value } from "cubular/contract"
import { type Cubular, type CubularOptions, createCubular } from "cubular/host/browser"
import { afterEach, describe, expect, test } from "vitest"
import { compositions, cubes } from "./workers/cubes.ts"

/** Items that may be ahead of their reader; none in the page's own thread. */
const AHEAD = 16

const clients: Cubular[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop()
})

const clientOf = (options: CubularOptions = {}): Cubular => {
  const worker = (): Worker => new Worker(new URL("./workers/serving.ts", import.meta.url), { type: "module" })
  const client = createCubular({ worker, ...options })
  clients.push(client)
  return client
}

const fallenBack = (): Cubular =>
  clientOf({
    worker: () => {
      throw new Error("no workers here")
    },
    fallback: [...cubes, ...compositions],
    onFallback: () => undefined,
  })

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => {
      throw new Error(`expected a failure, got ${JSON.stringify(value)}`)
    },
    (thrown) => thrown,
  )

const all = async (items: AsyncIterable<Value> | undefined): Promise<Value[]> => {
  const list: Value[] = []
  for await (const item of items as AsyncIterable<Value>) list.push(item)
  return list
}

const iteratorOf = (run: Run, name: string): AsyncIterator<Value> =>
  (run.streams[name] as AsyncIterable<Value>)[Symbol.asyncIterator]()

/** A source in the page that tells what was asked of it. */
function sourceOf(to: number, failWith?: unknown) {
  const told = { given: 0, closed: 0 }
  async function* numbers(): AsyncGenerator<number> {
    try {
      while (told.given < to) yield ++told.given
      if (failWith !== undefined) throw failWith
    } finally {
      told.closed++
    }
  }
  return { told, numbers: numbers() }
}

describe.each([
  { where: "the worker", create: clientOf, ahead: AHEAD },
  { where: "the page's own thread", create: fallenBack, ahead: 0 },
])("streams of a run in $where", ({ create, ahead }) => {
  const seen = async (client: Cubular) => (await client.run("seen").result).outputs as { given: number; closed: number }
  /** What streams did since `before`; the page's own thread is shared by all tests. */
  const since = async (client: Cubular, before: { given: number; closed: number }) => {
    const now = await seen(client)
    return { given: now.given - before.given, closed: now.closed - before.closed }
  }

  test("bring every item, in order, before the worker started and after", async () => {
    const client = create()
    for (const to of [100, 1_000]) {
      const run = client.run("count", { to, failAt: -1 }, { fingerprint: true })
      const [numbers, evens] = await Promise.all([all(run.streams.numbers), all(run.streams.evens)])
      expect(numbers).toEqual(Array.from({ length: to }, (_, n) => n))
      expect(evens).toEqual(numbers.filter((n) => (n as number) % 2 === 0))
      const { outputs } = await run.result
      expect(outputs).toMatchObject({ numbers: { items: to, sha256: expect.any(String) }, evens: { items: to / 2 } })
    }
  })

  test("that nobody asks for the run reads itself, also beside one that is read", async () => {
    const client = create()
    const { outputs } = await client.run("count", { to: 200, failAt: -1 }).result
    expect(outputs).toMatchObject({ numbers: { items: 200 }, evens: { items: 100 } })
    const run = client.run("count", { to: 200, failAt: -1 })
    expect(await all(run.streams.evens)).toHaveLength(100)
    expect((await run.result).outputs).toMatchObject({ numbers: { items: 200 } })
    expect(await thrownBy(all(run.streams.numbers))).toMatchObject({ code: "stream_read_by_run" })
  })

  test(`are at most ${ahead} items ahead of their reader`, async () => {
    const client = create()
    const before = await seen(client)
    const run = client.run("count", { to: 1e9, failAt: -1 })
    const numbers = iteratorOf(run, "numbers")
    const evens = iteratorOf(run, "evens")
    await client.list()
    expect(await since(client, before)).toEqual({ given: 0, closed: 0 })
    let most = 0
    for (let read = 1; read <= 100; read++) {
      expect((await numbers.next()).value).toBe(read - 1)
      if (read % 5 === 0) most = Math.max(most, (await since(client, before)).given - read)
    }
    expect(most).toBe(ahead)
    await numbers.return?.()
    await evens.return?.()
    expect((await run.settled).ok).toBe(true)
  })

  test("that are left close their generator before return() resolves, and the run is ok", async () => {
    const client = create()
    const before = await seen(client)
    const run = client.run("count", { to: 1e9, failAt: -1 })
    const evens = iteratorOf(run, "evens")
    for await (const n of run.streams.numbers as AsyncIterable<Value>) if (n === 20) break
    expect(await since(client, before)).toMatchObject({ closed: 1 })
    await evens.next()
    await evens.return?.()
    expect(await evens.next()).toEqual({ done: true, value: undefined })
    const settled = await run.settled
    expect(settled).toMatchObject({ ok: true, steps: { only: { outcome: "ok" } } })
    const { items } = settled.outputs.numbers as { items: number }
    expect(items).toBeGreaterThanOrEqual(21)
    expect(items).toBeLessThanOrEqual(21 + ahead)
    expect(await since(client, before)).toMatchObject({ closed: 2 })
  })

  test("reject with the run's reason when it is cancelled, and are closed there", async () => {
    const client = create()
    const before = await seen(client)
    const run = client.run("count", { to: 1e9, failAt: -1 })
    const numbers = iteratorOf(run, "numbers")
    const evens = iteratorOf(run, "evens")
    await numbers.next()
    await evens.next()
    run.cancel()
    expect(await thrownBy(numbers.next())).toMatchObject({ code: "run_cancelled" })
    expect(await thrownBy(run.result)).toMatchObject({ code: "run_cancelled" })
    expect(await thrownBy(evens.next())).toMatchObject({ code: "run_cancelled" })
    expect(await since(client, before)).toMatchObject({ closed: 2 })
  })

  test("reject with the very reason of a signal", async () => {
    const controller = new AbortController()
    const client = create()
    const run = client.run("count", { to: 1e9, failAt: -1 }, { signal: controller.signal })
    const numbers = iteratorOf(run, "numbers")
    iteratorOf(run, "evens")
    await numbers.next()
    const reason = { because: "enough" }
    controller.abort(reason)
    expect(await thrownBy(numbers.next())).toBe(reason)
    expect(await thrownBy(run.result)).toBe(reason)
  })

  test("reject when the deadline passes, though nobody reads", async () => {
    const run = create().run("count", { to: 1e9, failAt: -1 }, { deadlineMs: 300 })
    const numbers = iteratorOf(run, "numbers")
    iteratorOf(run, "evens")
    await numbers.next()
    const settled = await run.settled
    expect(settled).toMatchObject({ ok: false, error: { code: "deadline_exceeded" } })
    const rest = (async () => {
      while (!(await numbers.next()).done);
    })()
    expect(await thrownBy(rest)).toMatchObject({ code: "deadline_exceeded" })
  })

  test("bring what came before a failure, then the failure whole", async () => {
    const run = create().run("count", { to: 100, failAt: 37 })
    const numbers = iteratorOf(run, "numbers")
    for (let n = 0; n < 37; n++) expect((await numbers.next()).value).toBe(n)
    const thrown = await thrownBy(numbers.next())
    expect(thrown).toMatchObject({ code: "test_boom", params: { n: 37 }, path: expect.arrayContaining(["numbers"]) })
    expect(await thrownBy(run.result)).toMatchObject({ code: "run_failed" })
  })

  test("are refused with the run's error when it never began", async () => {
    const client = create()
    const unlisted = client.run("nowhere")
    expect(await thrownBy(all(unlisted.streams.numbers))).toMatchObject({ code: "composition_unlisted" })
    const refused = client.run("count", { to: "many", failAt: -1 })
    expect(await thrownBy(all(refused.streams.numbers))).toMatchObject({ code: "inputs_refused" })
  })

  test("have one reader, and only the names there are", async () => {
    const client = create()
    const run = client.run("count", { to: 3, failAt: -1 })
    const { numbers, last } = run.streams
    expect(run.streams.numbers).toBe(numbers)
    const read = all(numbers)
    expect(await thrownBy(all(numbers))).toMatchObject({ code: "stream_taken" })
    expect(await read).toEqual([0, 1, 2])
    expect(await thrownBy(all(last))).toMatchObject({ code: "stream_unknown", params: { port: "last" } })
  })

  test("go in as they come out, at most so many ahead", async () => {
    const { told, numbers } = sourceOf(1e9)
    const run = create().run("double", { numbers })
    const doubled = iteratorOf(run, "doubled")
    let most = 0
    for (let read = 1; read <= 100; read++) {
      expect((await doubled.next()).value).toBe(read * 2)
      most = Math.max(most, told.given - read)
    }
    expect(most).toBeLessThanOrEqual(2 * ahead)
    await doubled.return?.()
    expect(told.closed).toBe(1)
    expect((await run.settled).ok).toBe(true)
  })

  test("go in as lists and readable streams too", async () => {
    const client = create()
    expect((await client.run("upto", { numbers: [1, 2, 3], most: 9 }).result).outputs).toEqual({ total: 6 })
    const numbers = new ReadableStream<number>({
      start(controller) {
        for (const n of [4, 5]) controller.enqueue(n)
        controller.close()
      },
    }) as unknown as AsyncIterable<number>
    expect((await client.run("upto", { numbers, most: 99 }).result).outputs).toEqual({ total: 9 })
  })

  test("that go in are closed when they are left and when the run is cancelled", async () => {
    const client = create()
    const left = sourceOf(1e9)
    expect((await client.run("upto", { numbers: left.numbers, most: 10 }).result).outputs).toEqual({ total: 10 })
    expect(left.told.closed).toBe(1)
    const cancelled = sourceOf(1e9)
    const run = client.run("upto", { numbers: cancelled.numbers, most: Number.MAX_VALUE })
    while (cancelled.told.given === 0) await client.list()
    run.cancel()
    expect(await thrownBy(run.result)).toMatchObject({ code: "run_cancelled" })
    await expect.poll(() => cancelled.told.closed).toBe(1)
  })

  test("that go in and fail, fail the run with why", async () => {
    const client = create()
    const boom = { code: "test_boom", message: "Boom.", hint: "…" }
    const ours = client.run("upto", { numbers: sourceOf(5, new CubeError(boom)).numbers, most: 1e6 })
    expect(await thrownBy(ours.result)).toMatchObject({ params: { code: "test_boom" } })
    const other = client.run("upto", { numbers: sourceOf(5, new TypeError("other")).numbers, most: 1e6 })
    expect(await thrownBy(other.result)).toMatchObject({ params: { code: "stream_threw" } })
    const wrong = client.run("upto", { numbers: ["one"], most: 1e6 })
    expect(await thrownBy(wrong.result)).toMatchObject({ params: { code: "stream_item_refused" } })
  })
})

describe("a worker that ends", () => {
  test("rejects the streams that are read and closes those that are given", async () => {
    const client = clientOf()
    const { told, numbers } = sourceOf(1e9)
    const giving = client.run("count", { to: 1e9, failAt: -1 })
    const taking = client.run("double", { numbers })
    const given = iteratorOf(giving, "numbers")
    const doubled = iteratorOf(taking, "doubled")
    await given.next()
    await doubled.next()
    const crash = client.run("crash")
    const rest = async (items: AsyncIterator<Value>): Promise<void> => {
      while (!(await items.next()).done) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(await Promise.all([given, doubled].map((each) => thrownBy(rest(each))))).toMatchObject([
      { code: "worker_died" },
      { code: "worker_died" },
    ])
    expect(await thrownBy(crash.result)).toMatchObject({ code: "worker_died" })
    await expect.poll(() => told.closed).toBe(1)
  })

  test("is not one that cannot copy an item", async () => {
    const client = clientOf()
    const odd = (async function* (): AsyncGenerator<Value> {
      yield (() => 1) as unknown as Value
    })()
    expect(await thrownBy(client.run("upto", { numbers: odd, most: 1 }).result)).toMatchObject({
      params: { code: "value_not_cloneable", problem: { params: { what: "inputs" } } },
    })
    expect((await client.run("shout", { text: "a" }).result).outputs).toEqual({ loud: "A" })
  })
})
