import { parseTraceparent, type Traces } from "cubular/telemetry"
import { describe, expect, test } from "vitest"
import { documentOf, failing, shout, slow, stage } from "./stage.ts"

const header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

const listOf = ({ resourceSpans }: Traces) =>
  resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))

type Span = ReturnType<typeof listOf>[number]

const attributesOf = ({ attributes }: Pick<Span, "attributes">) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

describe("spans", () => {
  test("one for the run and one for each step, its children", async () => {
    const { run, telemetry } = stage()
    const { traceparent } = await run(slow)
    const [whole, loud, wait, ...more] = listOf(telemetry.spans()) as [Span, Span, Span]
    expect(more).toEqual([])
    expect(parseTraceparent(traceparent)).toEqual({ traceId: whole.traceId, spanId: whole.spanId, sampled: true })
    expect(whole).not.toHaveProperty("parentSpanId")
    expect([loud.parentSpanId, wait.parentSpanId]).toEqual([whole.spanId, whole.spanId])
    expect(new Set([whole, loud, wait].map(({ spanId }) => spanId)).size).toBe(3)
    expect(new Set([whole, loud, wait].map(({ traceId }) => traceId)).size).toBe(1)
    expect([whole, loud, wait].map(({ name }) => name)).toEqual(["run slow", "loud", "wait"])
    expect(attributesOf(whole)).toEqual({ "cubular.composition": "slow", "cubular.outcome": "ok" })
    expect(attributesOf(wait)).toEqual({
      "cubular.composition": "slow",
      "cubular.step": "wait",
      "cubular.cube": "flow/delay",
      "cubular.outcome": "ok",
    })
  })

  test("times are nanoseconds as strings, the host's", async () => {
    const { run, telemetry } = stage()
    await run(slow)
    const [whole, , wait] = listOf(telemetry.spans())
    for (const span of [whole, wait]) {
      expect(span?.startTimeUnixNano).toBe("1700000000000000000")
      expect(span?.endTimeUnixNano).toBe("1700000000030000000")
    }
  })

  test("a run belongs to the caller's trace when there is one", async () => {
    const { run, telemetry } = stage()
    const { traceparent } = await run(shout, { text: "a" }, {}, header)
    const [whole] = listOf(telemetry.spans())
    expect([whole?.traceId, whole?.parentSpanId]).toEqual(["4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"])
    expect(traceparent).toBe(`00-4bf92f3577b34da6a3ce929d0e0e4736-${whole?.spanId}-01`)
  })

  test("a header that is not valid begins a new trace", async () => {
    const { run, telemetry } = stage()
    const { traceparent } = await run(shout, { text: "a" }, {}, `${header}-more`)
    const [whole] = listOf(telemetry.spans())
    expect(whole?.traceId).not.toBe("4bf92f3577b34da6a3ce929d0e0e4736")
    expect(whole).not.toHaveProperty("parentSpanId")
    expect(parseTraceparent(traceparent)?.traceId).toBe(whole?.traceId)
  })

  test("a caller who keeps no spans is given none, and counted all the same", async () => {
    const { run, telemetry } = stage()
    const { traceparent } = await run(shout, { text: "a" }, {}, header.replace(/1$/, "0"))
    expect(telemetry.spans()).toEqual({ resourceSpans: [] })
    expect(traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/)
    expect(telemetry.metrics()).toContain('cubular_runs_total{composition="shout",outcome="ok"} 1')
  })

  test("a failure is told by its code; steps that never began have no span", async () => {
    const { run, telemetry } = stage()
    await run(failing)
    const [whole, tell, ...more] = listOf(telemetry.spans()) as [Span, Span]
    expect(more).toEqual([])
    expect([whole.status, tell.status]).toEqual([{ code: 2 }, { code: 2 }])
    expect(attributesOf(whole)["error.type"]).toBe("told_all")
    expect(attributesOf(tell)).toMatchObject({ "cubular.outcome": "failed", "error.type": "told_all" })
  })

  test("refused and cancelled runs are neither ok nor errors", async () => {
    const { run, runner, telemetry } = stage()
    await run(shout, { text: 7 })
    const made = await runner(slow)
    const observed = telemetry.observe(() => made.run({ text: "a" }), { composition: "slow", plan: made.plan })
    observed.run.cancel("no reason")
    await observed.done
    const spans = listOf(telemetry.spans())
    expect(spans.map((span) => [span.name, attributesOf(span)["cubular.outcome"], span.status.code])).toEqual([
      ["run shout", "refused", 0],
      ["run slow", "cancelled", 0],
      ["loud", "ok", 1],
      ["wait", "cancelled", 0],
    ])
  })

  test("what policies decided is told within the step", async () => {
    const { run, telemetry } = stage()
    await run(
      documentOf("patient", {
        tell: {
          use: "probe/gossip@^1",
          in: { text: "@text" },
          policy: { retry: { attempts: 3, baseMs: 10, jitter: "none" }, fallback: { value: { text: "" } } },
        },
      }),
    )
    const [, tell] = listOf(telemetry.spans())
    expect(tell?.events.map((event) => [event.timeUnixNano, event.name, attributesOf(event)])).toEqual([
      ["1700000000000000000", "retry retried", retried(1, 10)],
      ["1700000000010000000", "retry retried", retried(2, 20)],
      [
        "1700000000030000000",
        "fallback value",
        { "cubular.policy": "fallback", "cubular.did": "value", "error.type": "told_all" },
      ],
    ])
  })

  test("steps nobody could time lie within the run and say so", async () => {
    const { run, telemetry } = stage()
    await run(
      documentOf("both", {
        loud: { use: "text/upper@^1", in: { text: "@text" } },
        louder: { use: "text/upper@^1", in: { text: "loud.text" } },
      }),
    )
    const [, loud, louder] = listOf(telemetry.spans()) as [Span, Span, Span]
    expect([loud, louder].map((span) => attributesOf(span)["cubular.untimed"])).toEqual([true, true])
  })

  test("what is fetched is gone from the buffer", async () => {
    const { run, telemetry } = stage()
    await run(shout)
    expect(listOf(telemetry.spans())).toHaveLength(2)
    expect(telemetry.spans()).toEqual({ resourceSpans: [] })
  })

  test("a full buffer drops what comes, and counts it", async () => {
    const { run, telemetry } = stage({ limits: { spans: 3 } })
    await run(shout)
    await run(slow)
    expect(telemetry.metrics()).toContain("cubular_spans_dropped_total 2\n")
    expect(listOf(telemetry.spans()).map(({ name }) => name)).toEqual(["run shout", "loud", "run slow"])
    await run(shout)
    expect(listOf(telemetry.spans())).toHaveLength(2)
  })

  test("without room no span is made, nor missed", async () => {
    const { run, telemetry } = stage({ limits: { spans: 0 } })
    const { traceparent } = await run(shout)
    expect(traceparent).toMatch(/-00$/)
    expect(telemetry.spans()).toEqual({ resourceSpans: [] })
    expect(telemetry.metrics()).toContain("cubular_spans_dropped_total 0\n")
  })

  test("an exporter is given each run's spans; one that fails is counted and hurts nobody", async () => {
    const given: Traces[] = []
    const good = stage({ exporter: (traces) => void given.push(traces), service: "mine" })
    await good.run(shout)
    await good.run(slow)
    expect(given.map((traces) => listOf(traces).length)).toEqual([2, 3])
    expect(given[0]?.resourceSpans[0]?.resource).toEqual({
      attributes: [{ key: "service.name", value: { stringValue: "mine" } }],
    })
    expect(good.telemetry.spans()).toEqual({ resourceSpans: [] })
    const throwing = stage({
      exporter: () => {
        throw new Error("away")
      },
    })
    const rejecting = stage({ exporter: () => Promise.reject(new Error("away")) })
    for (const { run, telemetry } of [throwing, rejecting]) {
      await (await run(shout)).run.result
      await undefined
      expect(telemetry.metrics()).toContain("cubular_exports_failed_total 1\n")
    }
  })

  test("ids are never all zeros, whatever the host draws", async () => {
    const { run, telemetry } = stage({ entropy: () => "0".repeat(32) })
    const { traceparent } = await run(shout)
    expect(parseTraceparent(traceparent)).toBeDefined()
    for (const { spanId } of listOf(telemetry.spans())) expect(spanId).toMatch(/^(?!0*$)[0-9a-f]{16}$/)
  })
})

describe("log lines", () => {
  test("one for each run, with its trace", async () => {
    const { run, host, telemetry } = stage()
    await run(slow, { text: "a" }, {}, header)
    await run(failing)
    const [whole] = listOf(telemetry.spans())
    expect(host.logs.map(({ level, message, fields }) => [level, message, fields])).toEqual([
      [
        "info",
        "run ended",
        {
          run: whole?.spanId,
          composition: "slow",
          outcome: "ok",
          ms: 30,
          trace: "4bf92f3577b34da6a3ce929d0e0e4736",
        },
      ],
      ["warn", "run ended", expect.objectContaining({ composition: "failing", outcome: "failed", code: "told_all" })],
    ])
  })
})

function retried(attempt: number, ms: number) {
  return {
    "cubular.policy": "retry",
    "cubular.did": "retried",
    "error.type": "told_all",
    "cubular.attempt": String(attempt),
    "cubular.wait_ms": String(ms),
  }
}
