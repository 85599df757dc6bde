import { CubeError } from "cubular/contract"
import { describe, expect, it } from "vitest"
import { createApp, fieldOf } from "../../playground/state/app.ts"
import { presentHour } from "../../playground/state/present.ts"
import { type Answer, type Engine, resultOf, type Side, toFailure, verdictOf } from "../../playground/state/sides.ts"

const result = (fingerprint: string, plan = "p"): Answer => ({
  result: { outputs: {}, steps: {}, plan, fingerprint },
  where: "worker",
})
const done = (fingerprint: string, plan?: string): Side => ({ state: "done", ...result(fingerprint, plan) })
const failed = (code: string): Side => ({
  state: "failed",
  error: toFailure(new CubeError({ code, message: "", hint: "" })),
})
const running: Side = { state: "running" }

describe("the verdict over two sides", () => {
  it.each([
    ["same", done("a"), done("a")],
    ["different", done("a"), done("b")],
    ["differentPlan", done("a", "p"), done("b", "q")],
    ["running", done("a"), running],
    ["running", failed("x"), running],
    ["edgeMissing", done("a"), failed("gateway_unreachable")],
    ["browserMissing", failed("worker_died"), done("a")],
    ["refused", failed("x"), failed("x")],
    ["bothMissing", failed("x"), failed("y")],
    ["idle", { state: "idle" }, { state: "idle" }],
  ] as const)("is %s", (verdict, browser, edge) => {
    expect(verdictOf({ browser, edge })).toBe(verdict)
  })

  it("is never same without a fingerprint", () => {
    const bare: Side = { state: "done", result: { outputs: {}, steps: {}, plan: "p" }, where: "edge" }
    expect(verdictOf({ browser: bare, edge: bare })).toBe("different")
  })
})

/** An engine whose calls are answered by hand. */
function byHand() {
  const calls: { answer: (result: Answer) => void; refuse: (error: unknown) => void; signal: AbortSignal }[] = []
  const engine: Engine = (_, signal) =>
    new Promise((answer, refuse) => {
      calls.push({ answer, refuse, signal })
    })
  return { calls, engine }
}

function app() {
  const [browser, edge] = [byHand(), byHand()]
  const made = createApp({ engines: { browser: browser.engine, edge: edge.engine }, language: "en", theme: "auto" })
  return { browser, edge, ...made }
}

/** Lets promises already settled be heard. */
const heard = () => new Promise((resolve) => setTimeout(resolve, 0))

describe("sending the form", () => {
  it("starts both sides, and each is done on its own", async () => {
    const { store, fillExample, submit, browser, edge } = app()
    fillExample()
    submit()
    expect([browser.calls.length, edge.calls.length]).toEqual([1, 1])
    browser.calls[0]?.answer(result("a"))
    await heard()
    expect(store.get().sides).toMatchObject({ browser: { state: "done" }, edge: { state: "running" } })
  })

  it("cancels what the last one started, and what that still says is not shown", async () => {
    const { store, fillExample, submit, browser } = app()
    fillExample()
    submit()
    submit()
    expect(browser.calls[0]?.signal.aborted).toBe(true)
    browser.calls[0]?.answer(result("old"))
    await heard()
    expect(store.get().sides.browser).toEqual({ state: "running" })
    browser.calls[1]?.answer(result("new"))
    await heard()
    expect(store.get().sides.browser).toMatchObject({ state: "done", result: { fingerprint: "new" } })
  })

  it("runs nothing while something cannot be read", () => {
    const { store, submit, browser, edge } = app()
    submit()
    expect(store.get().slips.map(({ field }) => field)).toEqual(["date", "time"])
    expect([browser.calls.length, edge.calls.length, store.get().refusals]).toEqual([0, 0, 1])
  })

  it("can try one side again", async () => {
    const { store, fillExample, submit, retry, edge } = app()
    fillExample()
    submit()
    edge.calls[0]?.refuse(new TypeError("no network"))
    await heard()
    expect(store.get().sides.edge).toMatchObject({ state: "failed", error: { code: "page_engine_failed" } })
    retry("edge")
    edge.calls[1]?.answer(result("a"))
    await heard()
    expect(store.get().sides.edge.state).toBe("done")
  })
})

it("the present is told by the hour, so that a birth asked for twice has one fingerprint", () => {
  expect(presentHour(new Date("2026-11-21T03:59:59.999Z"))).toBe("2026-11-21T03:00:00Z")
})

describe("a change of language", () => {
  it("before anything was asked for runs nothing", () => {
    const { setLanguage, browser, edge } = app()
    setLanguage("ko")
    expect([browser.calls.length, edge.calls.length]).toEqual([0, 0])
  })

  it("has the reading written anew, and shows the old result until then", async () => {
    const { store, fillExample, submit, setLanguage, browser, edge } = app()
    fillExample()
    submit()
    browser.calls[0]?.answer(result("english"))
    edge.calls[0]?.answer(result("english"))
    await heard()
    setLanguage("ko")
    expect([browser.calls.length, edge.calls.length]).toEqual([2, 2])
    expect(resultOf(store.get().sides)?.fingerprint).toBe("english")
    browser.calls[1]?.answer(result("korean"))
    await heard()
    expect(resultOf(store.get().sides)?.fingerprint).toBe("korean")
  })

  it("keeps the instant the birth was asked for at", async () => {
    const asked: unknown[] = []
    const engine: Engine = (inputs) => {
      asked.push((inputs.options as { now?: string } | undefined)?.now)
      return Promise.resolve(result("a"))
    }
    let hour = 3
    const { fillExample, submit, setLanguage } = createApp({
      engines: { browser: engine, edge: engine },
      language: "en",
      theme: "auto",
      now: () => `2026-11-21T0${hour++}:00:00Z`,
    })
    fillExample()
    submit()
    await heard()
    setLanguage("ko")
    expect(new Set(asked)).toEqual(new Set(["2026-11-21T03:00:00Z"]))
    expect(asked).toHaveLength(4)
  })
})

describe("the field an error is about", () => {
  const at = (...path: (string | number)[]) => toFailure(new CubeError({ code: "x", message: "", hint: "", path }))

  it("is the last part of its path that is one", () => {
    expect([at("inputs", "birth", "date"), at("birth", "longitudeDeg"), at("birth"), at()].map(fieldOf)).toEqual([
      "date",
      "longitudeDeg",
      undefined,
      undefined,
    ])
  })

  it("is the calendar for a leap month, and the edge of the year by its own name", () => {
    expect([at("birth", "leapMonth"), at("options", "yearBoundary")].map(fieldOf)).toEqual(["calendar", "yearBoundary"])
  })

  it("is that of the step a run failed with", () => {
    const error = new CubeError({ code: "x", message: "", hint: "", path: ["birth", "timeZone"] }).toJSON()
    const steps = { pillars: { outcome: "failed", error } }
    expect(fieldOf(toFailure(new CubeError({ code: "run_failed", message: "", hint: "", result: { steps } })))).toBe(
      "timeZone",
    )
  })
})
