import { createHost } from "cubular/host/memory"
import { createTelemetry } from "cubular/telemetry"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readExposition, samplesOf } from "./exposition.ts"
import { documentOf, failing, shout, slow, stage } from "./stage.ts"

describe("what is counted", () => {
  test("runs by composition and outcome", async () => {
    const { run, runner, telemetry } = stage()
    await run(shout)
    await run(shout)
    await run(shout, { text: 7 })
    await run(failing)
    const waiting = telemetry.observe((await runner(slow)).run({ text: "hi" }), { composition: "slow" })
    waiting.run.cancel()
    await waiting.done
    await run(slow, { text: "hi" }, { deadlineMs: 10 })
    expect(samplesOf(telemetry.metrics(), "cubular_runs_total")).toEqual({
      "composition=shout,outcome=ok": 2,
      "composition=shout,outcome=refused": 1,
      "composition=failing,outcome=failed": 1,
      "composition=slow,outcome=cancelled": 1,
      "composition=slow,outcome=failed": 1,
    })
  })

  test("steps by cube and outcome, those that never began among them", async () => {
    const { run, telemetry } = stage()
    await run(slow)
    await run(failing)
    expect(samplesOf(telemetry.metrics(), "cubular_steps_total")).toEqual({
      "composition=slow,cube=text/upper,outcome=ok": 1,
      "composition=slow,cube=flow/delay,outcome=ok": 1,
      "composition=failing,cube=probe/gossip,outcome=failed": 1,
      "composition=failing,cube=text/upper,outcome=skipped": 1,
    })
  })

  test("cubes are unknown without a plan", async () => {
    const { runner, telemetry } = stage()
    await telemetry.observe((await runner(shout)).run({ text: "a" }), { composition: "shout" }).done
    expect(samplesOf(telemetry.metrics(), "cubular_steps_total")).toEqual({
      "composition=shout,cube=unknown,outcome=ok": 1,
    })
  })

  test("durations fall into their buckets and add up", async () => {
    const { run, telemetry } = stage({ buckets: [0.01, 0.03, 0.1] })
    await run(slow)
    await run(slow)
    const text = telemetry.metrics()
    expect(samplesOf(text, "cubular_run_duration_seconds", "_bucket")).toEqual({
      "composition=slow,le=0.01": 0,
      "composition=slow,le=0.03": 2,
      "composition=slow,le=0.1": 2,
      "composition=slow,le=+Inf": 2,
    })
    expect(samplesOf(text, "cubular_run_duration_seconds", "_sum")).toEqual({ "composition=slow": 0.06 })
    expect(samplesOf(text, "cubular_step_duration_seconds", "_sum")["composition=slow,cube=flow/delay"]).toBe(0.06)
  })

  test("a duration above every bucket is in the last one only", async () => {
    const { run, telemetry } = stage({ buckets: [0.01] })
    await run(slow)
    expect(samplesOf(telemetry.metrics(), "cubular_run_duration_seconds", "_bucket")).toEqual({
      "composition=slow,le=0.01": 0,
      "composition=slow,le=+Inf": 1,
    })
  })

  test("a step that is over before anybody listens took as long as the run, unless there are several", async () => {
    const [single, double] = [stage(), stage()]
    const both = documentOf("both", {
      loud: { use: "text/upper@^1", in: { text: "@text" } },
      louder: { use: "text/upper@^1", in: { text: "loud.text" } },
    })
    await single.run(shout)
    await double.run(both)
    const of = ({ telemetry }: typeof single) =>
      samplesOf(telemetry.metrics(), "cubular_step_duration_seconds", "_count")
    expect(of(single)).toEqual({ "composition=shout,cube=text/upper": 1 })
    expect(of(double)).toEqual({})
    expect(samplesOf(double.telemetry.metrics(), "cubular_steps_total")).toEqual({
      "composition=both,cube=text/upper,outcome=ok": 2,
    })
  })

  test("runs in flight go up and down", async () => {
    const { runner, telemetry } = stage()
    const observed = telemetry.observe((await runner(slow)).run({ text: "a" }), { composition: "slow" })
    expect(samplesOf(telemetry.metrics(), "cubular_runs_in_flight")).toEqual({ "composition=slow": 1 })
    await observed.done
    expect(samplesOf(telemetry.metrics(), "cubular_runs_in_flight")).toEqual({ "composition=slow": 0 })
  })

  test("what policies decided, and what they are up to now", async () => {
    const { run, runner, telemetry } = stage()
    const guarded = documentOf("guarded", {
      tell: {
        use: "probe/gossip@^1",
        in: { text: "@text" },
        policy: {
          retry: { attempts: 3, baseMs: 10, jitter: "none" },
          breaker: { errorRate: 0.5, windowMs: 10_000, minimumCalls: 3, openMs: 10_000 },
          bulkhead: { concurrent: 2, queue: 3 },
          cache: { ttlMs: 60_000 },
          fallback: { value: { text: "never mind" } },
        },
      },
    })
    const made = await runner(guarded)
    const forget = telemetry.watch(() => [{ composition: "guarded", runner: made }])
    const states = () => samplesOf(telemetry.metrics(), "cubular_breaker_state")
    expect(states()["composition=guarded,step=tell,state=closed"]).toBe(1)
    await run(guarded)
    const text = telemetry.metrics()
    expect(samplesOf(text, "cubular_policy_decisions_total")).toEqual({
      "composition=guarded,step=tell,policy=retry,did=retried": 2,
      "composition=guarded,step=tell,policy=breaker,did=opened": 1,
      "composition=guarded,step=tell,policy=fallback,did=value": 1,
    })
    expect(states()).toEqual({
      "composition=guarded,step=tell,state=closed": 0,
      "composition=guarded,step=tell,state=open": 1,
      "composition=guarded,step=tell,state=halfOpen": 0,
      "composition=guarded,step=tell,state=isolated": 0,
    })
    expect(samplesOf(text, "cubular_bulkhead_working")).toEqual({ "composition=guarded,step=tell": 0 })
    expect(samplesOf(text, "cubular_bulkhead_waiting")).toEqual({ "composition=guarded,step=tell": 0 })
    expect(samplesOf(text, "cubular_cache_entries")).toEqual({ "composition=guarded,step=tell": 0 })
    forget()
    expect(states()).toEqual({})
  })
})

describe("the text", () => {
  const bare = () => createHost().entropy

  test("is read by a strict parser, with nothing counted too", () => {
    const { telemetry } = stage()
    expect([...readExposition(telemetry.metrics()).keys()]).toEqual([
      "cubular_spans_dropped_total",
      "cubular_exports_failed_total",
    ])
  })

  test("the parser notices what is wrong", () => {
    const wrong = ["a 1", "# HELP a x\n# TYPE a counter\na 1", '# HELP a x\n# TYPE a counter\na{b="\n"} 1\n']
    for (const text of wrong) expect(() => readExposition(text)).toThrow()
    const falling = '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n'
    expect(() => readExposition(falling)).toThrow(/no histogram/)
  })

  test.each(['quote " inside', "back\\slash", "line\nfeed", '\\"\n\\n', "사주"])("keeps %j in a label", async (id) => {
    const { runner, telemetry } = stage()
    await telemetry.observe((await runner(shout)).run({ text: "a" }), { composition: id }).done
    const [sample] = readExposition(telemetry.metrics()).get("cubular_runs_total")?.samples ?? []
    expect(sample?.labels).toEqual({ composition: id, outcome: "ok" })
  })

  test("whatever a label says, the text is read back as it was", async () => {
    const { runner, telemetry } = stage({ limits: { labelSets: 1_000_000 } })
    const made = await runner(shout)
    const check = async (id: string) => {
      await telemetry.observe(made.run({ text: "a" }), { composition: id }).done
      const { samples } = readExposition(telemetry.metrics()).get("cubular_runs_total")!
      expect(samples.some(({ labels }) => labels.composition === id)).toBe(true)
    }
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary", maxLength: 12 }), check), { numRuns: 150 })
  })

  test("no more sets of labels than allowed: what comes after is other, and nothing is lost", async () => {
    const { runner, telemetry } = stage({ limits: { labelSets: 3 } })
    const made = await runner(shout)
    for (let i = 0; i < 50; i++) await telemetry.observe(made.run({ text: "a" }), { composition: `c${i}` }).done
    expect(samplesOf(telemetry.metrics(), "cubular_runs_total")).toEqual({
      "composition=c0,outcome=ok": 1,
      "composition=c1,outcome=ok": 1,
      "composition=c2,outcome=ok": 1,
      "composition=other,outcome=ok": 47,
    })
    expect(Object.keys(samplesOf(telemetry.metrics(), "cubular_runs_in_flight"))).toHaveLength(4)
  })

  test.each([
    [{ limits: { labelSets: 0 } }, "limits.labelSets"],
    [{ limits: { spans: -1 } }, "limits.spans"],
    [{ limits: { spans: 1.5 } }, "limits.spans"],
    [{ buckets: [] }, "buckets"],
    [{ buckets: [0.1, 0.1] }, "buckets"],
    [{ buckets: [0, 1] }, "buckets"],
    [{ buckets: [Number.NaN] }, "buckets"],
  ])("the options %j are refused", (options, option) => {
    const make = () => createTelemetry({ clock: createHost().clock, entropy: bare(), ...options })
    expect(make).toThrow(
      expect.objectContaining({ code: "telemetry_option_refused", params: expect.objectContaining({ option }) }),
    )
  })
})
