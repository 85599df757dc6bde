import { type CompositionDocument, createRegistry, createRunner, type Run, type Values } from "cubular"
import { catalog } from "cubular/cubes"
import delay from "cubular/cubes/flow/delay"
import llm from "cubular/cubes/integration/llm"
import pillars from "cubular/cubes/saju/pillars"
import upper from "cubular/cubes/text/upper"
import { createGateway } from "cubular/gateway"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { createTelemetry, type Telemetry } from "cubular/telemetry"
import { describe, expect, test } from "vitest"
import { documentOf, failing, gossip } from "./stage.ts"

/** Planted where people and secrets are; nothing of it may be told, whole or in part. */
const date = "1987-03-29"
const time = "17:43:21"
const zone = "Asia/Pyongyang"
const name = "성춘향 Seong"
const longitude = 126.97431
const key = "sk-canary-5f3e"
const canaries = [
  date,
  "1987",
  "03-29",
  time,
  "17:43",
  zone,
  "Pyongyang",
  name,
  "춘향",
  "126.97",
  "female",
  key,
  "canary",
]
const birth = { date, time, timeZone: zone, longitudeDeg: longitude, sex: "female" }

const chart = catalog.documents().find(({ id }) => id === "saju-chart") as CompositionDocument
const waiting = documentOf("waiting", {
  wait: { use: "flow/delay@^1", config: { ms: 60_000 }, in: { value: "@text" } },
})
const nagging = documentOf("nagging", {
  tell: {
    use: "probe/gossip@^1",
    in: { text: "@text" },
    policy: {
      retry: { attempts: 2, baseMs: 1 },
      cache: { ttlMs: 1000 },
      rateLimit: { limit: 9, windowMs: 1000, key: "@text" },
      fallback: { value: { text: name } },
    },
  },
})
const asking: CompositionDocument = {
  format: 1,
  id: "asking",
  version: "1.0.0",
  services: { llm: { origin: "https://llm.example" } },
  cubes: {
    llm: { use: "integration/llm@^1", config: { model: "m", key: { secret: "KEY" } }, in: { prompt: "@prompt" } },
  },
  outputs: { text: "llm.text" },
}

interface Case {
  readonly says: string
  readonly document: CompositionDocument
  readonly inputs: Values
  readonly outcome: string
  readonly cancel?: unknown
}

const cases: readonly Case[] = [
  { says: "a chart", document: chart, inputs: { birth }, outcome: "ok" },
  {
    says: "a birth the cube fails on",
    document: chart,
    inputs: { birth: { ...birth, time: `${time}9` } },
    outcome: "",
  },
  { says: "a birth that cannot be", document: chart, inputs: { birth: { ...birth, date: "1987-02-30" } }, outcome: "" },
  { says: "an input of another kind", document: failing, inputs: { text: [name, date] }, outcome: "refused" },
  { says: "an input nobody knows", document: failing, inputs: { text: "a", [name]: date }, outcome: "refused" },
  { says: "a cube that tells everything", document: failing, inputs: { text: name }, outcome: "failed" },
  { says: "policies around it", document: nagging, inputs: { text: name }, outcome: "ok" },
  { says: "a run that is cancelled", document: waiting, inputs: { text: name }, outcome: "cancelled", cancel: name },
  { says: "a key a service refuses", document: asking, inputs: { prompt: name }, outcome: "failed" },
]

function stage(): { host: MemoryHost; telemetry: Telemetry } {
  const host = createHost({
    http: () => Response.json({ error: { message: `${key} is wrong for ${name}`, code: key } }, { status: 401 }),
    secrets: { KEY: { value: key, cubes: ["integration/llm"], origins: ["https://llm.example"] } },
  })
  return { host, telemetry: createTelemetry(host) }
}

const registry = createRegistry([gossip, delay, upper, llm, pillars, chart, failing, nagging, waiting, asking])

/** Everything that leaves. */
const told = ({ host, telemetry }: ReturnType<typeof stage>): string =>
  [telemetry.metrics(), JSON.stringify(telemetry.spans()), JSON.stringify(host.logs)].join("\n")

function expectSilence(text: string, composition: string, outcome: string): void {
  for (const canary of canaries) expect(text).not.toContain(canary)
  // It did tell of the run.
  expect(text).toContain(`cubular_runs_total{composition="${composition}",outcome="${outcome}`)
  expect(text).toContain(`"run ${composition}"`)
  expect(text).toContain('"run ended"')
}

describe("what people entered and secrets never leave", () => {
  test.each(cases)("through the kernel: $says", async ({ document, inputs, outcome, cancel }) => {
    const at = stage()
    const runner = await createRunner(document, registry, at.host, { policies })
    const about = { composition: document.id, plan: runner.plan }
    const observed = at.telemetry.observe(() => runner.run(inputs, { record: true }), about)
    if (cancel !== undefined) observed.run.cancel(cancel)
    await at.host.advance(10)
    await observed.done
    expectSilence(told(at), document.id, outcome)
  })

  test.each(cases)("through the gateway: $says", async ({ document, inputs, outcome, cancel }) => {
    const at = stage()
    const gateway = createGateway({ registry, host: at.host, telemetry: at.telemetry })
    const stop = new AbortController()
    const request = new Request(`http://localhost/v1/compositions/${document.id}/run`, {
      method: "POST",
      headers: { "content-type": "application/json", traceparent: `00-${name.length}-${date}` },
      body: JSON.stringify({ inputs }),
      signal: stop.signal,
    })
    const answer = Promise.resolve(gateway.fetch(request)).catch(() => undefined)
    for (let turn = 0; turn < 5; turn++) await at.host.advance(10)
    if (cancel !== undefined) stop.abort(cancel)
    await answer
    const metrics = await (await gateway.fetch(new Request("http://localhost/metrics"))).text()
    for (const canary of canaries) expect(metrics).not.toContain(canary)
    expectSilence(told(at), document.id, outcome)
  })

  test("nor do codes and decisions that are no words of ours", async () => {
    const { host, telemetry } = stage()
    const error = { code: name, path: [], params: {}, message: name, hint: name, retryable: false }
    const odd = { policy: name, did: name, code: name, attempt: name, ms: Number.NaN }
    const events: readonly unknown[] = [
      { type: "run_started", plan: "", at: 1 },
      { type: "step_started", step: "tell", at: 1 },
      { type: "policy_decided", step: "tell", at: 2, ...odd },
      { type: "step_done", step: "tell", outcome: "failed", error, at: 3 },
      { type: "run_done", ok: false, error, at: 3 },
    ]
    const tell = async function* () {
      yield* events
    }
    const run = { events: tell() } as unknown as Run
    await telemetry.observe(run, { composition: "failing" }).done
    expectSilence(told({ host, telemetry }), "failing", "failed")
    expect(telemetry.metrics()).toContain('policy="other",did="other"')
  })
})
