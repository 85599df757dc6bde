import { createRunner, defineCube, type RunTracer } from "cubular"
import upper from "cubular/cubes/text/upper"
import { createHost } from "cubular/host/memory"
import { createTelemetry, type Traces } from "cubular/telemetry"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { gossip } from "./stage.ts"

const header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
const listOf = ({ resourceSpans }: Traces) =>
  resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
type Span = ReturnType<typeof listOf>[number]
const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

/** Asks a service for a text, with the text in the path. */
const ask = defineCube({
  id: "probe/ask",
  version: "1.0.0",
  color: "network",
  effect: "read",
  title: { en: "ask", ko: "묻기" },
  inputs: { text: z.string().meta({ personal: true }) },
  outputs: { text: z.string() },
  services: { all: { origin: "https://all.example" } },
  create: () => ({
    async process({ text }, step) {
      const response = await step.http.fetch("all", `/find/${text}?q=${text}`)
      return { text: String(response.status) }
    },
  }),
})

/** Calls a cube as often as it says. */
const caller = defineCube({
  id: "probe/caller",
  version: "1.0.0",
  color: "feature",
  effect: "read",
  title: { en: "caller", ko: "부르기" },
  config: z.strictObject({ calls: z.string(), times: z.int().default(1) }),
  dependencies: { "text/upper": "^1", "probe/ask": "^1", "probe/gossip": "^1" },
  inputs: { text: z.string() },
  outputs: { text: z.string() },
  create: (_, { calls, times }) => ({
    async process({ text }, step) {
      for (let n = 0; n < times; n++) await step.call(calls, { text })
      return { text }
    },
  }),
})

/** Takes its time without waiting: the host's clock goes on meanwhile. */
const busyOf = (advance: () => void) =>
  defineCube({
    id: "probe/busy",
    version: "1.0.0",
    color: "feature",
    effect: "pure",
    title: { en: "busy", ko: "바쁨" },
    inputs: { text: z.string() },
    outputs: { text: z.string() },
    create: () => ({
      process: ({ text }) => {
        advance()
        return { text }
      },
    }),
  })

async function observe(cubes: object, options: { status?: number; traceparent?: string; spans?: number } = {}) {
  const { status = 200, traceparent, spans = 2048 } = options
  const asked: Request[] = []
  const http = (request: Request): Response => {
    asked.push(request)
    if (status === 0) throw new TypeError("no")
    return new Response("x", { status })
  }
  const host = createHost({ autoAdvance: true, http })
  let now = 1_700_000_000_000
  const clock = { ...host.clock, now: () => now, monotonic: () => now, sleep: host.clock.sleep.bind(host.clock) }
  const busy = busyOf(() => {
    now += 7
  })
  const own = Object.create(host, { clock: { value: clock, enumerable: true } }) as typeof host
  const telemetry = createTelemetry({ clock, entropy: () => "0123456789abcdef0123456789abcdef", limits: { spans } })
  const document = { format: 1, id: "all", version: "1.0.0", cubes, outputs: {} } as const
  const runner = await createRunner(document, [ask, caller, busy, upper, gossip], own)
  const about = { composition: "all", plan: runner.plan, ...(traceparent ? { traceparent } : {}) }
  const begin = (tracer: RunTracer) => runner.run({ text: "영희" }, { tracer })
  const { run, done } = telemetry.observe(begin, about)
  const settled = await run.settled
  await done
  return { settled, spans: listOf(telemetry.spans()), asked, metrics: telemetry.metrics() }
}

const placed = (use: string, config?: object) => ({ use, ...(config ? { config } : {}), in: { text: "@text" } })

describe("below the steps of a run", () => {
  test("called cubes are spans under the step, and calls under calls", async () => {
    const { spans } = await observe({ a: placed("probe/caller", { calls: "probe/ask" }) })
    const [run, a, call, request, ...more] = spans as [Span, Span, Span, Span]
    expect(more).toEqual([])
    expect([a.parentSpanId, call.parentSpanId, request.parentSpanId]).toEqual([run.spanId, a.spanId, call.spanId])
    expect(attributesOf(call)).toEqual({
      "cubular.composition": "all",
      "cubular.step": "a",
      "cubular.cube": "probe/ask",
      "cubular.outcome": "ok",
    })
  })

  test("a call that fails has its code and nothing else of its error", async () => {
    const { spans } = await observe({ a: placed("probe/caller", { calls: "probe/gossip" }) })
    const call = spans[2] as Span
    expect([call.name, call.status.code, attributesOf(call)["error.type"]]).toEqual(["probe/gossip", 2, "told_all"])
    expect(JSON.stringify(spans)).not.toContain("영희")
  })

  test("a request has method, host and class of status, never its path, and carries the trace on", async () => {
    const { spans, asked } = await observe({ a: placed("probe/ask") }, { status: 503, traceparent: header })
    const request = spans[2] as Span
    expect([request.name, request.kind, request.status.code]).toEqual(["GET all.example", 3, 2])
    expect(attributesOf(request)).toEqual({
      "cubular.composition": "all",
      "cubular.step": "a",
      "http.request.method": "GET",
      "server.address": "all.example",
      "cubular.status_class": "5xx",
      "error.type": "5xx",
    })
    expect(request.parentSpanId).toBe(spans[1]?.spanId)
    expect(asked[0]?.headers.get("traceparent")).toBe(`00-4bf92f3577b34da6a3ce929d0e0e4736-${request.spanId}-01`)
    expect(asked[0]?.url).toContain("find")
    expect(JSON.stringify(spans)).not.toMatch(/find|영희|%EC/)
  })

  test("a request without an answer says so", async () => {
    const { spans } = await observe({ a: placed("probe/ask") }, { status: 0 })
    expect(attributesOf(spans[2] as Span)).toMatchObject({ "error.type": "no_answer" })
    expect(attributesOf(spans[2] as Span)).not.toHaveProperty("cubular.status_class")
  })

  test("where no spans are kept, a caller's trace goes on as his own, and without one services are told nothing", async () => {
    const unkept = await observe({ a: placed("probe/ask") }, { spans: 0, traceparent: header })
    expect(unkept.spans).toEqual([])
    expect(unkept.asked[0]?.headers.get("traceparent")).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/)
    const alone = await observe({ a: placed("probe/ask") }, { spans: 0 })
    expect(alone.asked[0]?.headers.has("traceparent")).toBe(false)
  })

  test("no more than 256 of one run: the rest is counted", async () => {
    const { spans, metrics } = await observe({ a: placed("probe/caller", { calls: "text/upper", times: 300 }) })
    expect(spans).toHaveLength(2 + 256)
    expect(metrics).toContain("cubular_spans_dropped_total 44")
  })

  test("steps that never wait are timed, each by itself", async () => {
    const { spans, metrics } = await observe({
      a: placed("probe/busy"),
      b: { use: "probe/busy", in: { text: "a.text" } },
    })
    const msOf = ({ startTimeUnixNano, endTimeUnixNano }: Span): number =>
      Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6
    expect(spans.map(msOf)).toEqual([14, 7, 7])
    expect(JSON.stringify(spans)).not.toContain("untimed")
    expect(metrics).toContain('cubular_step_duration_seconds_sum{composition="all",cube="probe/busy"} 0.014')
  })

  test("what is no tracer is refused", async () => {
    const runner = await createRunner(
      {
        format: 1,
        id: "a",
        version: "1.0.0",
        cubes: { a: { use: "text/upper", in: { text: { value: "a" } } } },
        outputs: {},
      },
      [upper],
      createHost(),
    )
    const settled = await runner.run({}, { tracer: {} as RunTracer }).settled
    expect(settled).toMatchObject({ ok: false, error: { code: "run_option_refused", params: { option: "tracer" } } })
  })
})
