import { createRunner, type Run, type RunEvent } from "cubular"
import { createHost } from "cubular/host/memory"
import { expect, test } from "vitest"
import { all, document } from "./stage.ts"

async function gather(run: Run): Promise<RunEvent[]> {
  const events: RunEvent[] = []
  for await (const event of run.events) events.push(event)
  return events
}

/** "step_done b skipped". */
function told(events: readonly RunEvent[]): string[] {
  return events.map((event) => {
    if (event.type === "step_started") return `started ${event.step}`
    if (event.type === "step_done") return `done ${event.step} ${event.error?.code ?? event.outcome}`
    return event.type === "run_done" ? `run_done ${event.error?.code ?? event.ok}` : event.type
  })
}

const mixed = document({
  a: { use: "t/inc", in: { n: "@n" } },
  b: { use: "t/nap", in: { n: "a.n" } },
  c: { use: "t/fails", in: { n: "b.n" } },
  d: { use: "t/inc", in: { n: "c.n" } },
})

test("a run that waits tells everything from the start, when asked right after run()", async () => {
  const host = createHost({ autoAdvance: true })
  const runner = await createRunner(mixed, all, host)
  const events = await gather(runner.run({ n: 1 }))
  expect(told(events)).toEqual([
    "run_started",
    "started a",
    "done a ok",
    "started b",
    "done b ok",
    "started c",
    "done c told_to_fail",
    "done d skipped",
    "run_done run_failed",
  ])
  expect(events[0]).toEqual({ type: "run_started", plan: runner.plan.digest })
})

test("a run that is over tells what happened in plan order, without times", async () => {
  const runner = await createRunner(
    document({ b: { use: "t/inc", in: { n: "@n" } }, a: { use: "t/inc", in: { n: "b.n" } } }),
    all,
    createHost(),
  )
  const events = await gather(runner.run({ n: 1 }))
  expect(told(events)).toEqual(["run_started", "started b", "done b ok", "started a", "done a ok", "run_done true"])
  expect(events.every((event) => event.at === undefined)).toBe(true)
})

test("what happens from then on has the host's time", async () => {
  const host = createHost({ autoAdvance: true, now: 1000 })
  const runner = await createRunner(mixed, all, host)
  const events = await gather(runner.run({ n: 1 }))
  expect(events.filter((event) => event.at === 1002).length).toBe(5)
  expect(events.filter((event) => event.at === undefined).length).toBe(4)
})

test("everyone who iterates gets all events, and breaking off harms nobody", async () => {
  const runner = await createRunner(mixed, all, createHost({ autoAdvance: true }))
  const run = runner.run({ n: 1 })
  for await (const event of run.events) if (event.type === "step_started") break
  const [first, second] = await Promise.all([gather(run), gather(run)])
  expect(first).toEqual(second)
  expect(await gather(run)).toEqual(first)
})

test("a cancelled run tells what was cut off and ends", async () => {
  const runner = await createRunner(mixed, all, createHost())
  const run = runner.run({ n: 1 })
  const events = gather(run)
  run.cancel()
  expect(told(await events).slice(-4)).toEqual([
    "done b cancelled",
    "done c cancelled",
    "done d cancelled",
    "run_done run_cancelled",
  ])
})

test("who asks after a run was cancelled is told what had started, as who asked before", async () => {
  const runner = await createRunner(mixed, all, createHost())
  const early = runner.run({ n: 1 })
  const events = gather(early)
  early.cancel()
  const late = runner.run({ n: 1 })
  late.cancel()
  const seen = told(await gather(late))
  expect(seen).toContain("started b")
  expect(seen.toSorted()).toEqual(told(await events).toSorted())
})

test("a step that fails before it begins is not said to have started, early or late", async () => {
  const unready = document({
    a: { use: "t/inc", in: { n: "@n" }, when: "@flag" },
    b: { use: "t/inc", in: { n: "a.n" } },
  })
  const runner = await createRunner({ ...unready, inputs: { n: { type: "number" }, flag: {} } }, all, createHost())
  const late = runner.run({ n: 1, flag: "no" })
  await late.settled
  const seen = told(await gather(late))
  expect(seen).toEqual(["run_started", "done a when_not_boolean", "done b skipped", "run_done run_failed"])
})

test("refused inputs are told as a run that was not ok", async () => {
  const runner = await createRunner(mixed, all, createHost())
  expect(told(await gather(runner.run({})))).toEqual([
    "run_started",
    "done a cancelled",
    "done b cancelled",
    "done c cancelled",
    "done d cancelled",
    "run_done inputs_refused",
  ])
})

test("a waiting iterator does not end before the run does", async () => {
  const host = createHost()
  const runner = await createRunner(document({ a: { use: "t/nap", in: { n: { value: 10 } } } }), all, host)
  const run = runner.run()
  const iterator = run.events[Symbol.asyncIterator]()
  await iterator.next()
  await iterator.next()
  const third = iterator.next()
  await host.advance(10)
  expect((await third).value).toMatchObject({ type: "step_done", step: "a", at: host.clock.now() })
  expect((await iterator.next()).value).toMatchObject({ type: "run_done", ok: true })
  expect((await iterator.next()).done).toBe(true)
})
