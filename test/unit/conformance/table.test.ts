import { type CubeInstance, createRunner } from "cubular"
import { type Cell, cells, type Observed, outcomes, probes, problemsOf, runCell } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { describe, expect, test } from "vitest"

const cellOf = (name: string): Cell => cells.find((cell) => cell.name === name) as Cell

describe("problemsOf", () => {
  test.each(outcomes)("finds nothing in what is as expected (%s)", async (outcome) => {
    const cell = cellOf(`sync chain / ${outcome}`)
    expect(problemsOf(cell, await runCell(cell, createHost))).toEqual([])
  })

  const spoiled: readonly (readonly [string, (seen: Observed) => Partial<Observed>, RegExp])[] = [
    ["another code", () => ({ code: "run_failed", ok: false }), /^The code should be absent; found "run_failed"\.$/],
    ["ok that is not", () => ({ ok: false }), /^The ok should be true; found false\.$/],
    ["another outcome", ({ steps }) => ({ steps: { ...steps, a: "skipped" } }), /^The steps should be .*"a":"ok"/],
    ["a step too many", ({ steps }) => ({ steps: { ...steps, x: "ok" } }), /^The steps should be/],
    ["another output", ({ outputs }) => ({ outputs: { ...outputs, out: 8 } }), /^The outputs should be .*"out":7/],
    ["an output too few", () => ({ outputs: {} }), /^The outputs should be/],
    ["a rejection", () => ({ rejected: "run_failed" }), /^The rejection should be ""; found "run_failed"\.$/],
    ["a timer", () => ({ pendingTimers: 1 }), /^The pending timers should be 0; found 1\.$/],
    [
      "an event missing",
      ({ events }) => ({ events: events.slice(0, -1) }),
      /^The last event should be "run_done true"/,
    ],
    [
      "a first event missing",
      ({ events }) => ({ events: events.slice(1) }),
      /^The first event should be "run_started"/,
    ],
    [
      "an end told twice",
      ({ events }) => ({ events: twice(events, "step_done a ok") }),
      /^The ends of steps should be/,
    ],
    ["a start told twice", ({ events }) => ({ events: twice(events, "step_started a") }), /started 2 times/],
    [
      "a step ok without a start",
      ({ events }) => ({ events: events.filter((e) => e !== "step_started a") }),
      /never started/,
    ],
    ["an end before its start", ({ events }) => ({ events: swapped(events) }), /done before it started/],
    ["no fingerprint", () => ({ fingerprint: "" }), /^The fingerprint is \.$/],
    [
      "a replay that differs",
      () => ({ replayed: { same: false, planChanged: false } }),
      /^The replay should be .*"same":true/,
    ],
  ]

  test.each(spoiled)("finds %s", async (_, spoil, sentence) => {
    const cell = cellOf("sync chain / ok")
    const seen = await runCell(cell, createHost)
    const problems = problemsOf(cell, { ...seen, ...spoil(seen) })
    expect(
      problems.some((problem) => sentence.test(problem)),
      problems.join("\n"),
    ).toBe(true)
  })

  test("finds a fingerprint where a run was ended", async () => {
    const cell = cellOf("one step / deadline")
    const seen = await runCell(cell, createHost)
    expect(problemsOf(cell, { ...seen, fingerprint: "f" })).toEqual(['The fingerprint should be absent; found "f".'])
  })

  const twice = (events: readonly string[], event: string): string[] =>
    events.flatMap((e) => (e === event ? [e, e] : [e]))
  const swapped = (events: readonly string[]): string[] => {
    const rest = events.filter((event) => event !== "step_started a")
    return [...rest.slice(0, -1), "step_started a", ...rest.slice(-1)]
  }
})

describe("the table would notice", () => {
  /** The probes with what one of them gives changed. */
  const withProbe = (id: string, wrap: (process: CubeInstance["process"]) => CubeInstance["process"]) => {
    const probe = probes.find((each) => each.id === id)
    if (!probe) throw new Error(id)
    return {
      ...probe,
      // Registries refuse two cubes of one name: the newest version is taken.
      version: "1.0.1",
      create: async (setup: never, config: never): Promise<CubeInstance> => ({
        process: wrap((await probe.create(setup, config)).process),
      }),
    }
  }

  test("a step that gives another value", async () => {
    const cell = cellOf("fan-out and join by list / ok")
    const sum = withProbe("probe/sum", (process) => async (inputs, step) => {
      const { sum } = await process(inputs, step)
      return { sum: (sum as number) + 1 }
    })
    expect(problemsOf(cell, await runCell(cell, createHost, { registry: [sum] }))).toHaveLength(1)
  })

  test("a host whose clock leaves its sleepers behind", async () => {
    const cell = cellOf("one step / cancel")
    const seen = await runCell(cell, (wish) => {
      const host = createHost(wish)
      // A sleep that no signal can end.
      const clock = Object.create(host.clock, { sleep: { value: (ms: number) => host.clock.sleep(ms) } })
      return Object.create(host, { clock: { value: clock } })
    })
    expect(problemsOf(cell, seen)).toEqual(["The pending timers should be 0; found 1."])
  })

  test("every cell is planned without a warning", async () => {
    for (const { document, compositions, name } of cells) {
      const { plan } = await createRunner(document, [...probes, ...compositions], createHost(), { policies })
      expect(plan.steps.length, name).toBeGreaterThan(0)
    }
  })
})
