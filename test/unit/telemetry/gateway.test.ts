import { createHost } from "cubular/host/memory"
import { createTelemetry, parseTraceparent } from "cubular/telemetry"
import { expect, test } from "vitest"
import { serve } from "../gateway/served.ts"
import { readExposition, samplesOf } from "./exposition.ts"

const header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

test("GET /metrics is text in the exposition format, and tells of the runs before it", async () => {
  const { get, post } = serve()
  await post("shout", { inputs: { text: "hi" } })
  await post("shout", { inputs: { text: 7 } })
  await post("careless", { inputs: { text: "hi" } })
  await post("endless", { inputs: { text: "hi" } })
  const response = await get("/metrics")
  expect(response.status).toBe(200)
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8")
  expect(response.headers.get("cache-control")).toBe("no-store")
  const text = await response.text()
  expect(readExposition(text).get("cubular_runs_total")?.type).toBe("counter")
  expect(samplesOf(text, "cubular_runs_total")).toEqual({
    "composition=shout,outcome=ok": 1,
    "composition=shout,outcome=refused": 1,
    "composition=careless,outcome=failed": 1,
    "composition=endless,outcome=failed": 1,
  })
  expect(samplesOf(text, "cubular_steps_total")["composition=shout,cube=probe/shout,outcome=ok"]).toBe(1)
  expect(samplesOf(text, "cubular_run_duration_seconds", "_sum")["composition=endless"]).toBe(5)
})

test("what is asked for and not served cannot make the metrics grow", async () => {
  const { get, post } = serve()
  for (let i = 0; i < 20; i++) await post(`nothing-${i}`, { inputs: {} })
  expect(await (await get("/metrics")).text()).not.toContain("nothing")
})

test("answers are counted by route and status, refusals before any run among them", async () => {
  const { app, get, post } = serve()
  await get("/healthz")
  await get("/v1/compositions/shout")
  await get("/v1/compositions/nobody")
  await post("shout", { inputs: { text: "hi" } })
  await post("shout", "{")
  await post("careless", { inputs: { text: "hi" } })
  for (let i = 0; i < 5; i++) await get(`/made-up/${i}`)
  await app.fetch(new Request("http://localhost/healthz", { method: "DELETE" }))
  expect(samplesOf(await (await get("/metrics")).text(), "cubular_http_requests_total")).toEqual({
    "route=/healthz,status=200": 1,
    "route=/v1/compositions/:id,status=200": 1,
    "route=/v1/compositions/:id,status=404": 1,
    "route=/v1/compositions/:id/run,status=200": 1,
    "route=/v1/compositions/:id/run,status=400": 1,
    "route=/v1/compositions/:id/run,status=422": 1,
    "route=other,status=404": 5,
    "route=/healthz,status=405": 1,
  })
})

test("HEAD gives the headers alone, other methods are refused", async () => {
  const { app } = serve()
  const ask = async (method: string) => app.fetch(new Request("http://localhost/metrics", { method }))
  expect([(await ask("HEAD")).status, await (await ask("HEAD")).text()]).toEqual([200, ""])
  const refused = await ask("POST")
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"])
})

test("metrics are read under any name, as health and readiness are", async () => {
  const { get } = serve({ allowedHosts: ["localhost"] })
  for (const path of ["/healthz", "/readyz", "/metrics"])
    expect((await get(path, { host: "10.0.0.7:8787" })).status, path).toBe(200)
})

test("a run joins the caller's trace and says where it stands", async () => {
  const host = createHost({ autoAdvance: true })
  const telemetry = createTelemetry(host)
  const { post } = serve({ telemetry }, host)
  const response = await post("shout", { inputs: { text: "hi" } }, { traceparent: header })
  const answered = parseTraceparent(response.headers.get("traceparent"))
  const [run, step] = telemetry.spans().resourceSpans[0]?.scopeSpans[0]?.spans ?? []
  expect(run).toMatchObject({ traceId: answered?.traceId, spanId: answered?.spanId, parentSpanId: "00f067aa0ba902b7" })
  expect(step).toMatchObject({ traceId: "4bf92f3577b34da6a3ce929d0e0e4736", parentSpanId: answered?.spanId })
})

test.each(["", "00-zz", `${header}-x`, `${header}, ${header}`, "00".repeat(4000)])(
  "the header %j is ignored, not refused",
  async (traceparent) => {
    const response = await serve().post("shout", { inputs: { text: "hi" } }, { traceparent })
    expect(response.status).toBe(200)
    const answered = parseTraceparent(response.headers.get("traceparent"))
    expect(answered?.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(answered?.traceId).not.toBe("4bf92f3577b34da6a3ce929d0e0e4736")
  },
)

test("a failed run answers with its trace too, a request that is no run with none", async () => {
  const { get, post } = serve()
  expect((await post("careless", { inputs: { text: "a" } })).headers.get("traceparent")).not.toBeNull()
  expect((await post("shout", "{")).headers.get("traceparent")).toBeNull()
  expect((await get("/v1/cubes")).headers.get("traceparent")).toBeNull()
})

test("a gateway without telemetry of its own makes no spans, and says so to the caller", async () => {
  const response = await serve().post("shout", { inputs: { text: "hi" } }, { traceparent: header })
  expect(parseTraceparent(response.headers.get("traceparent"))?.sampled).toBe(false)
})

test("over a host without clock there is nothing to tell, and runs go on", async () => {
  const { clock: _, ...rest } = createHost()
  const { get, post } = serve({}, rest as ReturnType<typeof createHost>)
  expect((await get("/metrics")).status).toBe(404)
  const response = await post("shout", { inputs: { text: "hi" } }, { traceparent: header })
  expect([response.status, response.headers.get("traceparent")]).toEqual([200, null])
})
