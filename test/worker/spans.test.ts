import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test"
import type { Traces } from "cubular/telemetry"
import { afterEach, expect, it, vi } from "vitest"
import worker from "../../worker/index.ts"

const url = "https://collector.example/v1/traces"
const env = { CUBULAR_OTLP_URL: url, CUBULAR_OTLP_TOKEN: "sk-canary", CUBULAR_LOG: "info", ASSETS: undefined as never }
const birth = { date: "1987-03-29", time: "17:43", sex: "female" }

interface Sent {
  readonly url: string
  readonly authorization: string | null
  readonly text: string
}

/** A collector that answers as told, and what it got. */
function collector(answer: () => Response): readonly Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    const request = new Request(input, init)
    const text = await request.text()
    sent.push({ url: request.url, authorization: request.headers.get("authorization"), text })
    return answer()
  })
  return sent
}

async function ask(inputs: object): Promise<number> {
  const context = createExecutionContext()
  const request = new Request("http://localhost/v1/compositions/saju-chart/run", {
    method: "POST",
    body: JSON.stringify({ inputs }),
    headers: { "content-type": "application/json" },
  })
  const response = await worker.fetch(request as never, env, context)
  await response.arrayBuffer()
  await waitOnExecutionContext(context)
  return response.status
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it("spans of a run go to the collector after the answer; nobody's birth and no token is in them or in the log", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined)
  const sent = collector(() => new Response("{}"))
  expect([await ask({ birth }), await ask({ birth: { ...birth, date: "1987-02-30" } })]).toEqual([200, 422])
  expect(sent.map(({ url, authorization }) => [url, authorization])).toEqual([
    [url, "Bearer sk-canary"],
    [url, "Bearer sk-canary"],
  ])
  const traces = sent.map(({ text }) => JSON.parse(text) as Traces)
  const names = traces.map(({ resourceSpans }) => resourceSpans[0]?.scopeSpans[0]?.spans.map(({ name }) => name))
  expect(names[0]).toEqual(["run saju-chart", "pillars"])
  const lines = log.mock.calls.flat().map(String)
  expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(["run ended", "run ended"])
  const told = [...lines, ...sent.map(({ text }) => text)].join("\n")
  for (const canary of ["1987", "17:43", "female", "sk-canary"]) expect(told).not.toContain(canary)
})

it("a collector that refuses or is away hurts no run, and is warned of", async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined)
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined)
  collector(() => new Response("no", { status: 503 }))
  expect(await ask({ birth })).toBe(200)
  collector(() => {
    throw new TypeError("connection to sk-canary refused")
  })
  expect(await ask({ birth })).toBe(200)
  expect(warn.mock.calls.flat()).toEqual([
    '{"message":"spans refused","status":503}',
    '{"message":"spans not sent","name":"TypeError"}',
  ])
})

it("nothing is sent where there was no run", async () => {
  const sent = collector(() => new Response("{}"))
  const context = createExecutionContext()
  await (await worker.fetch(new Request("http://localhost/healthz") as never, env, context)).text()
  await waitOnExecutionContext(context)
  expect(sent).toEqual([])
})
