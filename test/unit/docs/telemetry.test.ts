import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import type { Run, RunEvent } from "cubular"
import { expect, test } from "vitest"
import { readExposition } from "../telemetry/exposition.ts"
import { documentOf, stage } from "../telemetry/stage.ts"
import { blocks, read } from "./examples.ts"

const page = read("docs/telemetry.md")
const root = fileURLToPath(new URL("../../..", import.meta.url))

const [code = ""] = blocks(page, "ts")
const ending = `
const [span] = telemetry.spans().resourceSpans[0].scopeSpans[0].spans
process.stdout.write(JSON.stringify({ metrics: telemetry.metrics(), span, line: host.logs[0].fields, traceparent }))`

/** What the page's example gives when it is run as a module of its own. */
async function given() {
  const flags = ["--conditions=cubular:source", "--input-type=module-typescript", "-e", code + ending]
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: root })
  return JSON.parse(stdout) as { metrics: string; span: object; line: object; traceparent: string }
}

test("docs/telemetry.md: its run gives the metrics, the span and the log line it shows", async () => {
  const { metrics, span, line, traceparent } = await given()
  const [shownMetrics] = blocks(page, "text")
  const [shownSpan, shownLine] = blocks(page, "json").map((block) => JSON.parse(block) as { [name: string]: unknown })
  expect(metrics).toBe(shownMetrics)
  expect({ ...span, spanId: "<16 hex digits>" }).toEqual(shownSpan)
  expect({ ...line, run: "<16 hex digits>" }).toEqual(shownLine)
  expect(traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/)
})

test("docs/telemetry.md: its table has every metric there is, with its labels", async () => {
  const { run, runner, telemetry } = stage()
  const policy = {
    retry: { attempts: 2, baseMs: 1 },
    breaker: { errorRate: 0.5, windowMs: 1000, minimumCalls: 10, openMs: 1000 },
    bulkhead: { concurrent: 1 },
    cache: { ttlMs: 1000 },
  }
  const document = documentOf("all", { tell: { use: "probe/gossip@^1", in: { text: "@text" }, policy } })
  const made = await runner(document)
  telemetry.watch(() => [{ composition: "all", runner: made }])
  const cube = { cube: "probe/gossip", status: "healthy", since: 0, failures: 0, restarts: 0, doing: [] } as const
  const compositions = [{ composition: "all", status: "healthy", steps: { tell: cube } }] as const
  telemetry.watchHealth(() => ({ status: "healthy", compositions }))
  telemetry.answered("/metrics", 200)
  telemetry.message("a.b", "delivered")
  await run(document)
  async function* ended(): AsyncGenerator<RunEvent> {
    yield { type: "run_done", ok: true, saga: "done" }
  }
  await telemetry.observe({ events: ended() } as Partial<Run> as Run, { composition: "all" }).done
  const there = [...readExposition(telemetry.metrics())].map(([name, { samples }]) => {
    const labels = Object.keys(samples[0]?.labels ?? {}).filter((label) => label !== "le")
    return `${name}: ${labels.join(", ")}`
  })
  const rows = [...page.matchAll(/^\| (`cubular_[^|]*)\|([^|]*)\|/gm)]
  const told = rows.flatMap(([, names = "", labels = ""]) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => `${name}: ${labels.trim()}`),
  )
  expect(told.toSorted()).toEqual(there.toSorted())
})

test("docs/telemetry.md: the Worker knows the bindings it names", () => {
  const names = [...page.matchAll(/^\| `(CUBULAR_\w+)` \|/gm)].map(([, name = ""]) => name)
  expect(names).toHaveLength(3)
  const worker = read("worker/index.ts") + read("worker/host.ts")
  for (const name of names) expect(worker).toContain(name)
})
