import { type CompositionDocument, type RunRecord, replay, type Step, type Value } from "cubular"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import { SharedCall } from "../../../cubes/flow/calls/shared-call.ts"
import { around, type Job, refusals, stage } from "./flow-stage.ts"

const batch = (rest: object = {}): CompositionDocument =>
  around(
    { use: "flow/batch", config: { cube: "t/works", input: "jobs", output: "ns", ...rest } },
    ["item", "group"],
    ["value"],
  )
const job = (given: Job, group = ""): { readonly item: Value; readonly group: string } => ({
  item: given as unknown as Value,
  group,
})
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

describe("runs that come within a window", () => {
  test("share one call, made when the window of the first ends", async () => {
    const { runner, host, trace } = await stage(batch(), { autoAdvance: false })
    const runs = []
    for (const n of numbers(5)) {
      runs.push(runner.run(job({ n })).result)
      await host.advance(2)
    }
    expect(trace.sizes).toEqual([5])
    await host.advance(100)
    expect((await Promise.all(runs)).map(({ outputs }) => outputs.value)).toEqual([0, 2, 4, 6, 8])
    expect(host.pendingTimers).toBe(0)
  })

  test("of 128 by default do not wait for its end", async () => {
    const { runner, host, trace } = await stage(batch(), { autoAdvance: false })
    const runs = numbers(130).map((n) => runner.run(job({ n })).result)
    await host.advance(0)
    expect(trace.sizes).toEqual([128])
    await host.advance(100)
    expect(trace.sizes).toEqual([128, 2])
    expect((await Promise.all(runs)).map(({ outputs }) => outputs.value)).toEqual(numbers(130).map((n) => n * 2))
  })

  test("that is long do not wait for its end when it is full", async () => {
    const { runner, host, trace } = await stage(batch({ size: 3, windowMs: 10_000 }), { autoAdvance: false })
    const runs = [0, 1].map((n) => runner.run(job({ n })).result)
    await host.advance(1000)
    runs.push(runner.run(job({ n: 2 })).result)
    await host.advance(40)
    expect(trace.sizes).toEqual([3])
    expect((await Promise.all(runs)).map(({ outputs }) => outputs.value)).toEqual([0, 2, 4])
    expect(host.pendingTimers).toBe(0)
  })

  test("share none across groups", async () => {
    const { runner, trace } = await stage(batch())
    const groups = ["a", "b", "a", "b", "a"]
    await Promise.all(groups.map((group, n) => runner.run(job({ n }, group)).result))
    expect(trace.sizes).toEqual([3, 2])
  })

  test("fail alone: a bad item harms no other run", async () => {
    const { runner, trace } = await stage(batch())
    const given: readonly Job[] = [{ n: 1 }, { n: 2, fails: "bad" }, { n: 3 }]
    const runs = await Promise.all(given.map((each) => runner.run(job(each), { fingerprint: true }).settled))
    expect(runs.map(({ outputs }) => outputs.value)).toEqual([2, undefined, 6])
    expect(runs[1]?.steps.f?.error).toMatchObject({ code: "bad", path: ["cubes", "f", "calls", "t/works"] })
    expect(trace.sizes).toEqual([3, 1, 1, 1])
  })

  test("and are cancelled before it ends are left out of the call", async () => {
    const { runner, host, trace } = await stage(batch(), { autoAdvance: false })
    const [first, second] = numbers(2).map((n) => runner.run(job({ n })))
    await host.advance(3)
    first?.cancel()
    await host.advance(100)
    expect(trace.begun).toEqual([1])
    expect((await second?.result)?.outputs.value).toBe(2)
  })

  test("go on when the run that makes the call is cancelled", async () => {
    const { runner, host, trace } = await stage(batch(), { autoAdvance: false })
    const runs = numbers(3).map((n) => runner.run(job({ n, ms: 50 })))
    await host.advance(20)
    runs[0]?.cancel()
    await host.advance(200)
    expect(trace.sizes).toEqual([3, 2])
    expect((await runs[1]?.result)?.outputs.value).toBe(2)
    expect((await runs[2]?.result)?.outputs.value).toBe(4)
    expect(host.pendingTimers).toBe(0)
  })

  test("share no instance with those of another runner", async () => {
    const [one, two] = await Promise.all([stage(batch()), stage(batch())])
    await Promise.all([one.runner.run(job({ n: 1 })).result, two.runner.run(job({ n: 1 })).result])
    expect([one.trace.sizes, two.trace.sizes]).toEqual([[1], [1]])
  })
})

describe("a batch", () => {
  test("whose cube never answers is given up, and then each item alone", async () => {
    const { runner, host } = await stage(batch({ timeoutMs: 1000, windowMs: 0 }))
    const [stuck, other] = await Promise.all([{ n: 1, ms: -1 }, { n: 2 }].map((each) => runner.run(job(each)).settled))
    expect(stuck?.steps.f?.error).toMatchObject({
      code: "batch_timed_out",
      params: { cube: "t/works", timeoutMs: 1000 },
      retryable: true,
    })
    expect(other?.outputs.value).toBe(4)
    expect(host.clock.now()).toBeLessThan(2200)
    expect(host.pendingTimers).toBe(0)
  })

  test("counts as one step more in the budget of the run that makes the call", async () => {
    const { runner } = await stage(batch())
    const settled = await runner.run(job({ n: 1 }), { budget: { steps: 1 } }).settled
    expect(settled.ok ? "" : settled.error.code).toBe("budget_exceeded")
  })

  test.each<readonly [string, object, string]>([
    ["no items", { size: 0 }, "config_refused"],
    ["a window below 0", { windowMs: -1 }, "config_refused"],
    ["no time", { timeoutMs: 0 }, "config_refused"],
    ["a cube nobody has", { cube: "t/nobody" }, "missing_dependency"],
  ])("with %s is refused before it runs", async (_, rest, code) => {
    expect(await refusals(batch(rest))).toEqual([code])
  })
})

describe("a run that is recorded", () => {
  const saved = (record: RunRecord | undefined): RunRecord => JSON.parse(JSON.stringify(record)) as RunRecord

  test("shares no call, so its record holds nothing of other runs and replays by itself", async () => {
    const { runner, registry, trace } = await stage(batch())
    const given: readonly Job[] = [{ n: 1, ms: 5 }, { n: 2, fails: "bad" }, { n: 3 }]
    const shared = [runner.run(job({ n: 4 })).result, runner.run(job({ n: 5 })).result]
    const runs = await Promise.all(
      given.map((each) => runner.run(job(each), { record: true, fingerprint: true }).settled),
    )
    await Promise.all(shared)
    expect(trace.sizes).toEqual([1, 1, 1, 2])
    for (const { record, fingerprint } of runs)
      expect(await replay(saved(record), registry, { name: "bare" })).toMatchObject({ same: true, fingerprint })
  })
})

/** What one request has: timers and calls that nobody else can wake, and that end for ever when it is gone. */
interface Request {
  readonly step: Step
  gone: boolean
}

function request(host: MemoryHost, answer: (items: readonly number[]) => Promise<readonly number[]>): Request {
  const made: Request = {
    gone: false,
    step: {
      signal: new AbortController().signal,
      clock: {
        ...host.clock,
        monotonic: () => host.clock.monotonic(),
        sleep: (ms: number, signal?: AbortSignal) => own(host.clock.sleep(ms, signal)),
      },
      call: (_: string, { items }: { items: readonly number[] }) => own(answer(items).then((results) => ({ results }))),
    } as unknown as Step,
  }
  const own = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      work.then(
        (value) => void (made.gone || resolve(value)),
        (error) => void (made.gone || reject(error)),
      )
    })
  return made
}

describe("when the request that makes the call is gone without a word", () => {
  const settings = {
    cube: "t/x",
    input: "items",
    output: "results",
    with: undefined,
    size: 8,
    windowMs: 10,
    timeoutMs: 30_000,
  }

  test("another one notices its silence and makes the call", async () => {
    const host = createHost({ now: 0 })
    const shared = new SharedCall(settings)
    const calls: (readonly number[])[] = []
    const answer = async (items: readonly number[]): Promise<readonly number[]> => {
      calls.push(items)
      await host.clock.sleep(100)
      return items.map((n) => n * 2)
    }
    const requests = numbers(3).map(() => request(host, answer))
    const results = requests.map(({ step }, n) => shared.resultOf(n, "", step))
    await host.advance(50)
    expect(calls).toEqual([[0, 1, 2]])
    ;(requests[0] as Request).gone = true
    await host.advance(900)
    expect(calls).toHaveLength(1)
    await host.advance(2000)
    expect(calls).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ])
    expect(await Promise.all(results.slice(1))).toEqual([2, 4])
  })

  test("before its window ended, the next one calls in its place at once", async () => {
    const host = createHost({ now: 0 })
    const shared = new SharedCall(settings)
    const requests = numbers(2).map(() => request(host, async (items) => items.map((n) => n * 2)))
    void shared.resultOf(0, "", (requests[0] as Request).step)
    await host.advance(5)
    ;(requests[0] as Request).gone = true
    const result = shared.resultOf(1, "", (requests[1] as Request).step)
    await host.advance(10)
    expect(await result).toBe(2)
  })

  test("and nobody else was there, the next to come does not wait for it", async () => {
    const host = createHost({ now: 0 })
    const shared = new SharedCall(settings)
    const sizes: number[] = []
    const answer = async (items: readonly number[]): Promise<readonly number[]> => {
      sizes.push(items.length)
      return items.map((n) => n * 2)
    }
    const dead = request(host, answer)
    void shared.resultOf(0, "", dead.step)
    dead.gone = true
    await host.advance(20)
    const result = shared.resultOf(1, "", request(host, answer).step)
    await host.advance(0)
    expect(await result).toBe(2)
    // Long after, lots of the dead are no longer kept, whatever their group.
    void shared.resultOf(0, "other", dead.step)
    await host.advance(60_000)
    const late = shared.resultOf(2, "third", request(host, answer).step)
    await host.advance(50)
    expect(await late).toBe(4)
    const again = shared.resultOf(3, "other", request(host, answer).step)
    await host.advance(50)
    expect(await again).toBe(6)
    expect(sizes).toEqual([2, 1, 1])
  })

  test("but a slow call whose maker lives is waited for", async () => {
    const host = createHost({ now: 0 })
    const shared = new SharedCall(settings)
    let calls = 0
    const answer = async (items: readonly number[]): Promise<readonly number[]> => {
      calls++
      await host.clock.sleep(20_000)
      return items
    }
    const results = numbers(2).map((n) => shared.resultOf(n, "", request(host, answer).step))
    await host.advance(25_000)
    expect(await Promise.all(results)).toEqual([0, 1])
    expect(calls).toBe(1)
  })
})
