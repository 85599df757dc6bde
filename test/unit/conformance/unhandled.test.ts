/** Node only: no other runtime tells a test about rejections that nobody handled. */
import { setImmediate as turn } from "node:timers/promises"
import { type AnyCube, createRunner, defineCube, type Runner, type Step } from "cubular"
import { createHost } from "cubular/host/memory"
import { afterEach, beforeEach, expect, test } from "vitest"
import * as z from "zod"

const title = { en: "T", ko: "티" }
const cubeOf = (process: (step: Step) => unknown): AnyCube =>
  defineCube({
    id: "test/bad",
    version: "1.0.0",
    color: "feature",
    effect: "write",
    needs: ["clock"],
    dependencies: { "test/called": "*" },
    title,
    inputs: { n: z.number() },
    outputs: { n: z.number() },
    create: () => ({ process: ((_: unknown, step: Step) => process(step)) as never }),
  })
const called = defineCube({
  id: "test/called",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  needs: ["clock"],
  title,
  inputs: { n: z.number() },
  outputs: { n: z.number() },
  create: () => ({
    process: async ({ n }, step) => {
      await step.clock.sleep(n)
      throw new Error("called")
    },
  }),
})
const document = {
  format: 1,
  id: "d",
  version: "1.0.0",
  cubes: { bad: { use: "test/bad", in: { n: "@n" } }, more: { use: "test/bad", in: { n: "bad.n" } } },
  outputs: { n: "more.n" },
}

const unhandled: unknown[] = []
const listen = (reason: unknown): void => void unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on("unhandledRejection", listen)
})
afterEach(() => {
  process.off("unhandledRejection", listen)
})

const behaviours: { readonly [name: string]: (step: Step) => unknown } = {
  "throws at once": () => {
    throw new Error("now")
  },
  rejects: () => Promise.reject(new Error("later")),
  "returns a promise of garbage": async () => undefined,
  "never settles": () => new Promise(() => undefined),
  sleeps: (step) => step.clock.sleep(1000).then(() => ({ n: 1 })),
  "throws after a sleep": (step) =>
    step.clock.sleep(5).then(() => {
      throw new Error("after")
    }),
  "leaves a sleep behind": (step) => {
    void step.clock.sleep(10_000)
    return { n: 1 }
  },
  "leaves a call behind": (step) => {
    void step.call("test/called", { n: 3 })
    return { n: 1 }
  },
  "leaves a race behind": async (step) => {
    await Promise.race([step.clock.sleep(1), step.clock.sleep(50), step.call("test/called", { n: 30 })])
    return { n: 1 }
  },
}

type End = (runner: Runner) => unknown
const ends: { readonly [name: string]: End } = {
  "nobody looks": (runner) => runner.run({ n: 1 }),
  "only settled is looked at": (runner) => runner.run({ n: 1 }).settled,
  "only events are looked at": async (runner) => {
    for await (const _ of runner.run({ n: 1 }, { deadlineMs: 100 }).events);
  },
  "it is cancelled": (runner) => runner.run({ n: 1 }).cancel(new Error("cancelled")),
  "it is aborted later": (runner) => {
    const abort = new AbortController()
    runner.run({ n: 1 }, { signal: abort.signal })
    queueMicrotask(() => abort.abort(new Error("aborted")))
  },
  "its deadline passes": (runner) => runner.run({ n: 1 }, { deadlineMs: 2 }),
  "its inputs are refused": (runner) => runner.run({ m: 1 }),
  "its runner stops": (runner) => {
    runner.run({ n: 1 })
    return runner.stop({ cancel: true })
  },
}

for (const [behaviour, process] of Object.entries(behaviours))
  test.each(Object.keys(ends))(`a cube that ${behaviour}: nothing is unhandled when %s`, async (end) => {
    const host = createHost({ autoAdvance: true })
    const runner = await createRunner(document, [cubeOf(process), called], host)
    const ended = (ends[end] as End)(runner)
    for (let turns = 0; turns < 20; turns++) await turn()
    // A step that never settles keeps its run, and who waits for it, for ever.
    if (!(behaviour === "never settles" && end === "only settled is looked at")) await ended
    await turn()
    expect(unhandled).toEqual([])
  })
