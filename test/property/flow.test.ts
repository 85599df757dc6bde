import { type RunRecord, replay, type Value } from "cubular"
import fc from "fast-check"
import { expect, test } from "vitest"
import { around, type Job, stage } from "../unit/cubes/flow-stage.ts"

const numRuns = 100
const delays = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 })
const jobsOf = (ms: readonly number[]): Job[] => ms.map((each, n) => ({ n, ms: each }))
const asValue = (given: unknown): Value => given as Value
const saved = (record: RunRecord | undefined): RunRecord => JSON.parse(JSON.stringify(record)) as RunRecord

test("map keeps the order, works on as many at once as it may and never on more", async () => {
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 64 }), async (ms, concurrent) => {
      const config = { cube: "t/work", input: "job", output: "n", concurrent }
      const { runner, trace, host } = await stage(around({ use: "flow/map", config }, ["items"], ["items"]))
      const { outputs } = await runner.run({ items: asValue(jobsOf(ms)) }).result
      expect(outputs.items).toEqual(ms.map((_, n) => n * 2))
      expect(trace.begun).toEqual(ms.map((_, n) => n))
      expect(trace.most).toBe(Math.min(concurrent, ms.length))
      expect(host.pendingTimers).toBe(0)
    }),
    { numRuns },
  )
})

test("filter is Array.filter, with as many at once as it may and never more", async () => {
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 64 }), async (ms, concurrent) => {
      const config = { cube: "t/work", input: "job", keep: { output: "odd" }, concurrent }
      const { runner, trace } = await stage(around({ use: "flow/filter", config }, ["items"], ["items"]))
      const { outputs } = await runner.run({ items: asValue(jobsOf(ms)) }).result
      expect(outputs.items).toEqual(jobsOf(ms).filter(({ n }) => n % 2 !== 0))
      expect(trace.most).toBe(Math.min(concurrent, ms.length))
    }),
    { numRuns },
  )
})

test("reduce is Array.reduce", async () => {
  const config = { cube: "t/fold", takes: { value: "value", item: "item" }, output: "value" }
  const { runner } = await stage(around({ use: "flow/reduce", config }, ["items", "initial"], ["value"]))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 25 }),
      fc.integer(),
      async (items, initial) => {
        const { outputs } = await runner.run({ items, initial }).result
        expect(outputs.value).toBe(items.reduce((value, item) => value * 3 + item, initial))
      },
    ),
    { numRuns },
  )
})

test("of several failures of a map the first item's counts, whoever is faster, and a replay has the same", async () => {
  const item = fc.record({ ms: fc.integer({ min: 0, max: 50 }), fails: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      async (items, concurrent) => {
        const config = { cube: "t/work", input: "job", output: "n", concurrent }
        const { runner, registry } = await stage(around({ use: "flow/map", config }, ["items"], ["items"]))
        const jobs = items.map(({ ms, fails }, n) => ({ n, ms, ...(fails ? { fails: `item_${n}` } : {}) }))
        const settled = await runner.run({ items: asValue(jobs) }, { record: true, fingerprint: true }).settled
        const first = items.findIndex(({ fails }) => fails)
        expect(settled.steps.f?.error?.code).toBe(first < 0 ? undefined : `item_${first}`)
        const again = await replay(saved(settled.record), registry, { name: "bare" })
        expect(again.fingerprint).toBe(settled.fingerprint)
        expect(again.steps.f?.error?.code).toBe(settled.steps.f?.error?.code && `item_${first}`)
      },
    ),
    { numRuns },
  )
})

test("a race is won by the first to succeed, and a replay on a host with no clock has the same winner", async () => {
  const runner = fc.record({ ms: fc.integer({ min: 0, max: 40 }), fails: fc.boolean() })
  const letters = ["a", "b", "c", "d", "e"]
  await fc.assert(
    fc.asyncProperty(fc.array(runner, { minLength: 2, maxLength: 5 }), async (runners) => {
      const jobs = Object.fromEntries(
        runners.map(({ ms, fails }, n) => [letters[n] as string, { n, ms, ...(fails ? { fails: "lost" } : {}) }]),
      )
      const cubes = runners.map((_, n) => ({ cube: `t/after-${letters[n]}` }))
      const document = around(
        { use: "flow/race", config: { cubes, input: "jobs", output: "n" } },
        ["value"],
        ["value", "winner"],
      )
      const { runner, registry, host } = await stage(document)
      const settled = await runner.run({ value: asValue(jobs) }, { record: true, fingerprint: true }).settled
      const able = runners.map((each, n) => ({ ...each, n })).filter(({ fails }) => !fails)
      const best = able.sort((a, b) => a.ms - b.ms || a.n - b.n)[0]
      expect(settled.outputs.winner).toBe(best?.n)
      expect(settled.steps.f?.error?.code).toBe(best ? undefined : "race_all_failed")
      expect(host.pendingTimers).toBe(0)
      const again = await replay(saved(settled.record), registry, { name: "bare" })
      expect(again.outputs).toEqual(settled.outputs)
      expect(again).toMatchObject({ same: true, fingerprint: settled.fingerprint })
    }),
    { numRuns },
  )
})

const comer = fc.record({
  /** When the run begins. */
  at: fc.integer({ min: 0, max: 60 }),
  group: fc.constantFrom("", "x"),
  ms: fc.integer({ min: 0, max: 30 }),
  end: fc.constantFrom("ok", "ok", "ok", "fails", "cancelled"),
})

test("whoever shares its batch, each run gets what it would get alone; lots are never larger than they may be", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(comer, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 20 }),
      async (comers, size, windowMs) => {
        const config = { cube: "t/works", input: "jobs", output: "ns", size, windowMs }
        const document = around({ use: "flow/batch", config }, ["item", "group"], ["value"])
        const { runner, trace, host } = await stage(document, { autoAdvance: false })
        const ends = comers.map(async ({ at, group, ms, end }, n) => {
          await host.clock.sleep(at)
          const job = { n, ms, ...(end === "fails" ? { fails: `item_${n}` } : {}) }
          const run = runner.run({ item: asValue(job), group }, { fingerprint: true })
          if (end === "cancelled") void host.clock.sleep(5).then(() => run.cancel())
          const { outputs, steps, fingerprint } = await run.settled
          return { value: outputs.value, code: steps.f?.error?.code, outcome: steps.f?.outcome, fingerprint }
        })
        await host.advance(5000)
        const found = await Promise.all(ends)
        for (const [n, { ms, end, group }] of comers.entries()) {
          if (end === "cancelled" && found[n]?.outcome === "cancelled") continue
          const alone = await stage(document)
          const job = { n, ms, ...(end === "fails" ? { fails: `item_${n}` } : {}) }
          const { fingerprint } = await alone.runner.run({ item: asValue(job), group }, { fingerprint: true }).settled
          expect(found[n]).toMatchObject(end === "fails" ? { code: `item_${n}` } : { value: n * 2 })
          expect(found[n]?.fingerprint).toBe(fingerprint)
        }
        expect(Math.max(...trace.sizes)).toBeLessThanOrEqual(size)
        expect(host.pendingTimers).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

test("a run that is cancelled at any time releases everything its flow cubes have begun", async () => {
  const runners = ["a", "b", "c"].map((letter) => ({ cube: `t/after-${letter}` }))
  const places = [
    ["flow/map", { cube: "t/work", input: "job", output: "n", concurrent: 2 }, "items"],
    ["flow/filter", { cube: "t/work", input: "job", keep: { output: "odd" }, concurrent: 2 }, "items"],
    ["flow/race", { cubes: runners, input: "jobs", output: "n" }, "value"],
    ["flow/batch", { cube: "t/works", input: "jobs", output: "ns" }, "item"],
    [
      "flow/retry-until",
      { cube: "t/poll", input: "readyAt", output: "status", until: { output: "status", pointer: "/ready" } },
      "value",
    ],
  ] as const
  const inputs: { readonly [port: string]: unknown } = {
    items: jobsOf([5, 7, 11, 13, 17]),
    value: { a: { n: 0, ms: 20 }, b: { n: 1, ms: -1 }, c: { n: 2, ms: 9, fails: "lost" } },
    item: { n: 1, ms: 15 },
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.integer({ min: 0, max: 40 }), async ([use, config, port], at) => {
      const { runner, trace, host } = await stage(around({ use, config } as never, [port], []), { autoAdvance: false })
      const given = use === "flow/retry-until" ? 30_000 : inputs[port]
      const run = runner.run({ [port]: asValue(given) }, { record: true })
      await host.advance(at)
      run.cancel()
      expect(host.pendingTimers).toBe(0)
      const begun = trace.begun.length + trace.polled.length
      await host.advance(60_000)
      expect(host.pendingTimers).toBe(0)
      expect(trace.begun.length + trace.polled.length).toBe(begun)
      await runner.stop()
    }),
    { numRuns },
  )
})
