import { exports } from "cloudflare:workers"
import { parseTraceparent } from "cubular/telemetry"
import { describe, expect, it } from "vitest"

const worker = exports.default
const header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  worker.fetch("http://localhost/v1/compositions/saju-chart/run", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  })

const metrics = async (): Promise<string> => (await worker.fetch("http://localhost/metrics")).text()

const counted = (text: string, outcome: string): number =>
  Number(
    new RegExp(`^cubular_runs_total\\{composition="saju-chart",outcome="${outcome}"\\} (\\d+)$`, "m").exec(text)?.[1],
  )

describe("the Worker's telemetry", () => {
  it("counts runs in its isolate, and nothing of who was born when", async () => {
    const ok = await post('{"inputs":{"birth":{"date":"1987-03-29","time":"17:43","sex":"female"}}}')
    const refused = await post('{"inputs":{"birth":{"date":"1987-02-30","time":"17:43","sex":"female"}}}')
    expect([ok.status, refused.status]).toEqual([200, 422])
    await Promise.all([ok.arrayBuffer(), refused.arrayBuffer()])
    const response = await worker.fetch("http://localhost/metrics")
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8")
    const text = await response.text()
    expect(counted(text, "ok")).toBeGreaterThanOrEqual(1)
    expect(text).toContain('cubular_steps_total{composition="saju-chart",cube="saju/pillars",outcome="ok"}')
    for (const canary of ["1987", "17:43", "female"]) expect(text).not.toContain(canary)
  })

  it("counts runs of many requests at once, each once", async () => {
    const before = counted(await metrics(), "ok") || 0
    const births = Array.from({ length: 20 }, (_, i) => `{"inputs":{"birth":{"date":"1990-05-${i + 10}","time":null}}}`)
    const answers = await Promise.all(births.map((body) => post(body)))
    for (const answer of answers) await answer.arrayBuffer()
    const text = await metrics()
    expect(counted(text, "ok")).toBe(before + 20)
    expect(text).toContain('cubular_runs_in_flight{composition="saju-chart"} 0\n')
  })

  it("joins the caller's trace, and without a collector keeps no spans", async () => {
    const body = '{"inputs":{"birth":{"date":"1990-05-01","time":null}}}'
    const joined = await post(body, { traceparent: header })
    const alone = await post(body, { traceparent: "nonsense" })
    for (const answer of [joined, alone]) await answer.arrayBuffer()
    expect(parseTraceparent(joined.headers.get("traceparent"))).toMatchObject({
      traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
      sampled: false,
    })
    expect(parseTraceparent(alone.headers.get("traceparent"))?.traceId).not.toBe("4bf92f3577b34da6a3ce929d0e0e4736")
  })
})
