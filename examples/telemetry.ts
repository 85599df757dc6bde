/**
 * Metrics, spans and log lines of one run, and nothing of what was entered in any of them.
 * Run with `node --conditions=cubular:source examples/telemetry.ts`.
 */
import { createRunner } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { createTelemetry } from "cubular/telemetry"

const document = catalog.documents().find(({ id }) => id === "saju-chart")
if (document === undefined) throw new Error("saju-chart is shipped")
const host = createHost({ autoAdvance: true })
const telemetry = createTelemetry({ clock: host.clock, entropy: host.entropy, log: host.log })
const runner = await createRunner(document, catalog, host)

const birth = { date: "1990-05-01", time: "14:30", sex: "female" }
const about = { composition: document.id, plan: runner.plan }
const { run, done } = telemetry.observe(() => runner.run({ birth }), about)
await run.result
await done

const metrics = telemetry.metrics()
for (const line of metrics.split("\n")) if (line.startsWith("cubular_runs_total")) console.log(line)
const everything = JSON.stringify([metrics, telemetry.spans(), host.logs])
console.log("the birth is in them:", everything.includes(birth.date))
await runner.stop()
