import { createRunner, isCubeError, plan } from "cubular"
import { CubeError, composition, defineCube, type Step } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { openSagas, saga } from "cubular/saga"
import { createStores as memoryStores } from "cubular/stores/memory"
import { createTelemetry } from "cubular/telemetry"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { actor, chain, doubt, hostOf, play, refusal, runnerOf, sagaOf } from "./stage.ts"

const never = (): Promise<void> => new Promise(() => undefined)

async function issuesOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return isCubeError(error) ? (error.issues ?? [error]).map(({ code, path }) => `${code} ${path.join("/")}`) : []
}

describe("a saga that goes well", () => {
  test("gives its outputs, tells its id, and is done", async () => {
    const { deeds, settled } = await play(sagaOf(chain))
    expect(settled).toMatchObject({ ok: true, outputs: { a: 2, b: 3, c: 4 }, saga: { id: "one", state: "done" } })
    expect(deeds).toEqual(["do a", "do b", "do c"])
  })

  test("has a journal that tells everything, and can be found by its state", async () => {
    const { runner, host } = await play(sagaOf(chain))
    const moments = await runner.saga?.history("one")
    expect(moments?.map(({ type, step = "" }) => `${type} ${step}`.trim())).toEqual([
      "started",
      ...["a", "b", "c"].flatMap((step) => [`step_started ${step}`, `step_done ${step}`]),
      "ended",
    ])
    const sagas = openSagas(host.stores as NonNullable<typeof host.stores>)
    expect((await sagas.list({ state: "done", document: "trip" })).sagas).toMatchObject([{ id: "one", state: "done" }])
    expect((await sagas.list({ state: "parked" })).sagas).toEqual([])
    expect(await sagas.state("one")).toMatchObject({ direction: "forward", committed: false, steps: { c: "done" } })
  })

  test("is the same saga when it is started again: nothing is done twice", async () => {
    const { deeds, runner } = await play(sagaOf(chain))
    expect(await runner.run({ x: 1 }, { id: "one" }).result).toMatchObject({ outputs: { c: 4 } })
    expect(deeds).toHaveLength(3)
    const other = await runner.run({ x: 2 }, { id: "one" }).settled
    expect(other).toMatchObject({ ok: false, error: { code: "saga_id_taken" } })
  })

  test("is one saga when it is started twice at once", async () => {
    const deeds: string[] = []
    const cubes = Object.keys(chain).map((id) => actor(id, deeds))
    const runner = await runnerOf(sagaOf(chain), cubes, hostOf())
    const runs = [runner.run({ x: 1 }, { id: "one" }), runner.run({ x: 1 }, { id: "one" })]
    for (const run of runs) expect(await run.result).toMatchObject({ outputs: { c: 4 } })
    expect(deeds).toHaveLength(3)
  })

  test("draws its id from the host when it is given none", async () => {
    const { runner } = await play(sagaOf(chain))
    const { saga: told } = await runner.run({ x: 1 }).result
    expect(told?.id).toMatch(/^[0-9a-f]{32}$/)
  })

  test("tells its events, the last with its end", async () => {
    const { runner } = await play(sagaOf(chain))
    const types: string[] = []
    for await (const event of runner.run({ x: 5 }, { id: "two" }).events)
      types.push(event.type === "run_done" ? `${event.type} ${event.saga}` : event.type)
    expect(types.filter((type) => type === "step_done")).toHaveLength(3)
    expect(types.at(-1)).toBe("run_done done")
  })

  test("has the fingerprint of a saga that never stopped", async () => {
    const { runner } = await play(sagaOf(chain))
    const { fingerprint } = await runner.run({ x: 1 }, { id: "f", fingerprint: true }).result
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect((await runner.run({ x: 1 }, { id: "f" }).result).fingerprint).toBe(fingerprint)
  })
})

describe("a saga that fails", () => {
  test("undoes every step that began, the last of the plan first, with what went in and came out", async () => {
    const { deeds, settled, runner } = await play(sagaOf(chain), { c: { does: refusal } })
    expect(deeds.slice(3)).toEqual(['undo c {"x":3} {}', 'undo b {"x":2} {"x":3}', 'undo a {"x":1} {"x":2}'])
    expect(settled).toMatchObject({
      ok: false,
      error: { code: "saga_undone", params: { code: "sold_out" }, path: ["cubes", "c"] },
      outputs: {},
      steps: { a: { outcome: "ok" }, c: { outcome: "failed", error: { code: "sold_out" } } },
      saga: { state: "undone" },
    })
    expect(await runner.saga?.state("one")).toMatchObject({ state: "undone", code: "sold_out", direction: "back" })
  })

  test("calls off what is under way beside it, and waits for it before it undoes anything", async () => {
    const told: string[] = []
    const slow = (_: unknown, step: { signal?: AbortSignal }): Promise<void> =>
      new Promise((resolve) =>
        (step.signal as AbortSignal).addEventListener("abort", () => {
          void Promise.resolve().then(() => {
            told.push("slow ended")
            resolve()
          })
        }),
      )
    const undoes = (path: string): void => void told.push(`undo ${path}`)
    const document = sagaOf({ a: [], slow: [], bad: ["a"] })
    const { settled } = await play(document, { slow: { does: slow as never, undoes }, bad: { does: refusal, undoes } })
    expect(settled).toMatchObject({ saga: { state: "undone" }, steps: { slow: { outcome: "cancelled" } } })
    expect(told).toEqual(["slow ended", "undo slow", "undo bad"])
  })

  test("gives an attempt of a step 30 s, if it says nothing else", async () => {
    const { settled, host } = await play(sagaOf(chain), {
      b: { does: (_, step) => (step as never as { clock: { sleep(ms: number): Promise<void> } }).clock.sleep(40_000) },
    })
    expect(settled).toMatchObject({ error: { params: { code: "step_timed_out" } }, saga: { state: "undone" } })
    expect(host.clock.monotonic()).toBe(30_000)
    expect(host.pendingTimers).toBe(0)
  })

  test("is parked when a step goes on for 30 s after it was called off", async () => {
    const { settled, host } = await play(sagaOf(chain), { b: { does: never } })
    expect(settled).toMatchObject({ error: { code: "saga_parked", params: { code: "saga_step_stuck" } } })
    expect(host.logs).toMatchObject([{ level: "error", message: "saga parked", fields: { alert: true, saga: "one" } }])
  })

  test("tries five times to undo a step, then is parked; resumed, it goes on undoing", async () => {
    let broken = true
    const undoes = (): unknown => broken && doubt()
    const { deeds, settled, runner, host } = await play(sagaOf(chain), { a: { undoes }, c: { does: refusal } })
    expect(settled).toMatchObject({ error: { code: "saga_parked", params: { code: "line_cut" } } })
    expect(deeds.filter((deed) => deed.startsWith("undo a"))).toHaveLength(5)
    expect(host.clock.monotonic()).toBe(15_000)
    broken = false
    expect(await runner.saga?.resume("one").settled).toMatchObject({ saga: { state: "undone" } })
    expect(deeds.filter((deed) => deed.startsWith("undo b"))).toHaveLength(1)
  })

  test("is undone when its run is cancelled, its signal aborts or its deadline passes", async () => {
    const deeds: string[] = []
    const waits = (_: unknown, step: unknown): Promise<void> =>
      (step as { clock: { sleep(ms: number): Promise<void> } }).clock.sleep(10_000)
    const cubes = [actor("a", deeds), actor("b", deeds, { does: waits }), actor("c", deeds)]
    const host = createHost({ stores: (clock) => memoryStores({ clock }) })
    const runner = await runnerOf(sagaOf(chain), cubes, host)
    const signal = new AbortController()
    const runs = {
      run_cancelled: runner.run({ x: 1 }, { id: "c" }),
      bored: runner.run({ x: 1 }, { id: "s", signal: signal.signal }),
      deadline_exceeded: runner.run({ x: 1 }, { id: "d", deadlineMs: 5000 }),
    }
    await host.advance(1)
    runs.run_cancelled.cancel()
    signal.abort(new CubeError({ code: "bored", message: "", hint: "" }))
    await host.advance(6000)
    for (const [code, run] of Object.entries(runs))
      expect(await run.settled).toMatchObject({ error: { code: "saga_undone", params: { code } } })
    expect(deeds.filter((deed) => deed.startsWith("undo a"))).toHaveLength(3)
  })
})

describe("the point of no return", () => {
  const final = { b: { final: true } }

  test("is not passed by a final step that says it did nothing: the saga is undone", async () => {
    const { settled, deeds } = await play(sagaOf(chain, final), { b: { does: refusal, compensates: false } })
    expect(settled).toMatchObject({ saga: { state: "undone" } })
    expect(deeds).toEqual(["do a", "do b", 'undo a {"x":1} {"x":2}'])
  })

  test("is passed by a final step in doubt: it is tried again, then the saga is parked and cannot be undone", async () => {
    let broken = true
    const b = { does: () => broken && doubt(), compensates: false }
    const { settled, deeds, runner } = await play(sagaOf(chain, final), { b })
    expect(settled).toMatchObject({ error: { code: "saga_parked", params: { code: "line_cut" } } })
    expect(deeds).toEqual(["do a", ...Array(5).fill("do b")])
    expect(await runner.saga?.state("one")).toMatchObject({ committed: true, state: "parked" })
    expect(await runner.saga?.undo("one").settled).toMatchObject({
      error: { code: "saga_final", params: { step: "b" } },
    })
    broken = false
    expect(await runner.saga?.resume("one").settled).toMatchObject({ ok: true, outputs: { c: 4 } })
    expect(deeds.slice(6)).toEqual(["do b", "do c"])
  })

  test("behind it a step that fails is tried again instead of undone, and cancelling changes nothing", async () => {
    let left = 2
    const { settled, deeds, host } = await play(sagaOf(chain, final), {
      b: { compensates: false },
      c: { does: () => left-- > 0 && refusal() },
    })
    expect(settled).toMatchObject({ ok: true, saga: { state: "done" } })
    expect(deeds).toEqual(["do a", "do b", "do c", "do c", "do c"])
    expect(host.clock.monotonic()).toBe(3000)
  })
})

describe("undoing", () => {
  test("finds what was done by the key it was done under, and draws ids of its own", async () => {
    const told: { [what: string]: string[] } = {}
    const note = (what: string, step: Step): void => {
      told[what] = [step.idempotencyKey, step.ids.next(), step.path]
    }
    const cube = defineCube({
      id: "t/a",
      version: "1.0.0",
      color: "feature",
      title: { en: "a", ko: "a" },
      inputs: { x: z.number() },
      outputs: { x: z.number() },
      effect: "write",
      needs: ["ids"],
      provides: ["idempotent"],
      create: () => ({
        process(_, step) {
          note("done", step)
          return refusal()
        },
        compensate: (_, __, step) => note("undone", step),
      }),
    })
    const runner = await runnerOf(sagaOf({ a: [] }), [cube as never], hostOf())
    await runner.run({ x: 1 }, { id: "one" }).settled
    const [done = [], undone = []] = [told.done, told.undone]
    expect(undone[0]).toBe(done[0])
    expect(undone[1]).not.toBe(done[1])
    expect(undone[2]).toBe("a")
  })
})

describe("going on", () => {
  test("a runner that is stopped leaves its sagas to the next one, which goes on where they were", async () => {
    const deeds: string[] = []
    let stuck = true
    const waits = (_: unknown, step: unknown): unknown =>
      stuck && (step as { clock: { sleep(ms: number): Promise<void> } }).clock.sleep(10_000)
    const cubes = [actor("a", deeds), actor("b", deeds, { does: waits }), actor("c", deeds)]
    const host = createHost({ stores: (clock) => memoryStores({ clock }) })
    const first = await runnerOf(sagaOf(chain), cubes, host)
    const run = first.run({ x: 1 }, { id: "one" })
    await host.advance(1)
    await first.stop({ cancel: true })
    expect(await run.settled).toMatchObject({ error: { code: "saga_suspended", retryable: true } })
    stuck = false
    const second = await runnerOf(sagaOf(chain), cubes, host)
    const runs = await (second.saga as NonNullable<typeof second.saga>).resumeAll()
    expect([...runs.keys()]).toEqual(["one"])
    expect(await runs.get("one")?.result).toMatchObject({ outputs: { c: 4 } })
    expect(deeds).toEqual(["do a", "do b", "do b", "do c"])
    await second.stop()
    expect(host.pendingTimers).toBe(0)
  })

  test("a saga is not resumed under another plan, but undone under its own where the cubes are held", async () => {
    const { deeds, host, cubes, runner } = await play(sagaOf(chain), { b: { undoes: () => false }, c: { does: never } })
    await runner.stop()
    const changed = sagaOf({ ...chain, d: ["c"] }, {}, "2.0.0")
    const next = await runnerOf(changed, [...cubes, actor("d", deeds)], host)
    expect(await next.saga?.resume("one").settled).toMatchObject({ error: { code: "saga_plan_changed" } })
    const undone = await next.saga?.undo("one").settled
    expect(undone).toMatchObject({ error: { code: "saga_undone" }, saga: { state: "undone" } })
    expect(deeds.slice(-3)).toEqual(['undo c {"x":3} {}', 'undo b {"x":2} {"x":3}', 'undo a {"x":1} {"x":2}'])
  })

  test("only one process is at a saga: a second one is told to wait", async () => {
    const deeds: string[] = []
    const cubes = [actor("a", deeds), actor("b", deeds, { does: () => Promise.race([never()]) }), actor("c", deeds)]
    const host = createHost({ stores: (clock) => memoryStores({ clock }) })
    const [first, second] = [await runnerOf(sagaOf(chain), cubes, host), await runnerOf(sagaOf(chain), cubes, host)]
    const run = first.run({ x: 1 }, { id: "one" })
    await host.advance(1)
    expect(await second.saga?.resume("one").settled).toMatchObject({ error: { code: "journal_taken" } })
    await first.stop({ cancel: true })
    await run.settled
  })

  test("what never was, or has ended, is said", async () => {
    const { runner } = await play(sagaOf(chain))
    expect(await runner.saga?.resume("none").settled).toMatchObject({ error: { code: "saga_unknown" } })
    expect(await runner.saga?.resume("No").settled).toMatchObject({ error: { code: "saga_id_malformed" } })
    expect(await runner.saga?.undo("one").settled).toMatchObject({ error: { code: "saga_ended" } })
    expect(await runner.saga?.resume("one").result).toMatchObject({ outputs: { c: 4 } })
    await expect(runner.saga?.state("none")).rejects.toMatchObject({ code: "saga_unknown" })
  })
})

describe("refused", () => {
  const host = hostOf()

  test("a saga where the runner or the host has no part for it", async () => {
    const cubes = Object.keys(chain).map((id) => actor(id, []))
    expect(await issuesOf(createRunner(sagaOf(chain), cubes, host))).toEqual(["saga_not_supported mode"])
    expect(await issuesOf(plan(sagaOf(chain), cubes, host))).toEqual(["saga_not_supported mode"])
    expect(await issuesOf(createRunner(sagaOf(chain), cubes, createHost(), { saga }))).toEqual(["need_missing mode"])
  })

  test("steps that write and cannot be undone, or not be repeated, or whose doing nobody could tell", async () => {
    const cubes = [
      actor("a", [], { compensates: false }),
      actor("b", [], { provides: [] }),
      actor("c", [], { effect: "read", compensates: false, provides: [] }),
    ]
    expect(await issuesOf(runnerOf(sagaOf(chain), cubes, host))).toEqual(["saga_write_not_idempotent cubes/b/use"])
    expect(await issuesOf(runnerOf(sagaOf({ a: [], c: ["a"] }), cubes, host))).toEqual([
      "saga_write_not_undoable cubes/a",
    ])
    expect(await issuesOf(runnerOf(sagaOf({ a: [], c: ["a"] }, { a: { final: true } }), cubes, host))).toEqual([])
    const fallback = { a: { final: true, policy: { fallback: { value: { x: 1 } } } } }
    expect(await issuesOf(runnerOf(sagaOf({ a: [] }, fallback), cubes, host))).toEqual([
      "saga_policy_refused cubes/a/policy/fallback",
    ])
  })

  test("a saga inside a document that is none, and a composition as a final step", async () => {
    const inner = sagaOf(chain)
    const cubes = Object.keys(chain).map((id) => actor(id, []))
    const outer = {
      format: 1,
      id: "outer",
      version: "1.0.0",
      cubes: { t: { use: "composition:trip", in: { x: "@x" }, final: true } },
      outputs: { c: "t.c" },
    }
    expect(await issuesOf(createRunner(outer, [...cubes, inner], host))).toEqual(["saga_inside cubes/t/use"])
    const both = { ...outer, mode: "saga" }
    expect(await issuesOf(createRunner(both, [...cubes, inner], host, { saga }))).toEqual([
      "saga_final_on_composition cubes/t/final",
    ])
  })

  test("inputs and options, before there is a saga", async () => {
    const { runner } = await play(sagaOf(chain))
    const codes = async (...given: Parameters<typeof runner.run>): Promise<string | undefined> => {
      const settled = await runner.run(...given).settled
      return settled.ok ? undefined : settled.error.code
    }
    expect(await codes({ x: "no" }, { id: "i" })).toBe("inputs_refused")
    expect(await codes({ x: 1 }, { id: "Upper" })).toBe("saga_id_malformed")
    expect(await codes({ x: 1 }, { id: "i", record: true })).toBe("run_option_refused")
    expect(await codes({ x: 1 }, { id: "i", deadlineMs: -1 })).toBe("run_option_refused")
    await expect(runner.saga?.state("i")).rejects.toMatchObject({ code: "saga_unknown" })
  })
})

test("telemetry counts how sagas end, a parked one among them", async () => {
  const { runner, host } = await play(sagaOf(chain), { a: { undoes: doubt }, c: { does: refusal } })
  const telemetry = createTelemetry(host as never)
  await telemetry.observe(() => runner.run({ x: 2 }, { id: "two" }), { composition: "trip", plan: runner.plan }).done
  expect(telemetry.metrics()).toContain('cubular_sagas_total{composition="trip",state="parked"} 1')
})

test("a composition written in TypeScript says which of its steps is final", async () => {
  const cube = defineCube({
    id: "t/send",
    version: "1.0.0",
    color: "feature",
    title: { en: "Send", ko: "보내기" },
    inputs: { x: z.number() },
    outputs: { x: z.number() },
    effect: "write",
    provides: ["idempotent"],
    create: () => ({ process: ({ x }) => ({ x }) }),
  })
  const literal = composition({
    id: "sent",
    version: "1.0.0",
    mode: "saga",
    inputs: { x: z.number() },
    cubes: { send: { use: cube, in: { x: "@x" }, final: true } },
    outputs: { x: "send.x" },
  })
  expect(literal.toJSON().cubes.send).toMatchObject({ final: true })
  const runner = await createRunner(literal, [], hostOf(), { saga })
  expect(await runner.run({ x: 3 }, { id: "one" }).result).toMatchObject({ outputs: { x: 3 } })
  const plain = await plan(
    { ...literal.toJSON(), cubes: { send: { use: "t/send", in: { x: "@x" } } } },
    [cube],
    hostOf(),
    {
      saga,
    },
  )
  expect(plain.digest).not.toBe(runner.plan.digest)
})
