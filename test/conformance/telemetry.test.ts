import { type CompositionDocument, createRunner } from "cubular"
import delay from "cubular/cubes/flow/delay"
import upper from "cubular/cubes/text/upper"
import { createHost } from "cubular/host/memory"
import { policies } from "cubular/policies"
import { createTelemetry } from "cubular/telemetry"
import { expect, test } from "vitest"

/** Steps at once and steps that wait, two of them at the same time, one that is given up and mended. */
const document: CompositionDocument = {
  format: 1,
  id: "watched",
  version: "1.0.0",
  cubes: {
    loud: { use: "text/upper@^1", in: { text: "@text" } },
    short: { use: "flow/delay@^1", config: { ms: 250 }, in: { value: "loud.text" } },
    long: {
      use: "flow/delay@^1",
      config: { ms: 5000 },
      in: { value: "loud.text" },
      policy: { timeoutMs: 1000, fallback: { value: { value: "late" } } },
    },
    last: { use: "text/upper@^1", in: { text: "@text" }, after: ["short", "long"] },
  },
  outputs: { text: "last.text", long: "long.value" },
}

const header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

async function watched() {
  const host = createHost({ autoAdvance: true })
  const telemetry = createTelemetry({ clock: host.clock, entropy: createHost({ seed: "ids" }).entropy, log: host.log })
  const runner = await createRunner(document, [upper, delay], host, { policies, seed: "one" })
  for (const traceparent of [header, undefined]) {
    const about = { composition: "watched", plan: runner.plan, ...(traceparent ? { traceparent } : {}) }
    await telemetry.observe(() => runner.run({ text: "hi" }), about).done
  }
  return { metrics: telemetry.metrics(), spans: telemetry.spans(), logs: host.logs }
}

/** FNV-1a of the UTF-16 units, which every engine has. */
function hash(text: string): string {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return (state >>> 0).toString(16).padStart(8, "0")
}

// Written down from Node: that the other hosts give the same bytes is what is tested. What the bytes say is the unit tests' work.
test("spans, metrics and log lines of a run have the same bytes on every host", async () => {
  const { metrics, spans, logs } = await watched()
  expect([metrics, JSON.stringify(spans), JSON.stringify(logs)].map(hash)).toEqual(["8358ec4a", "e19663f0", "2690c9b7"])
})

test("and the same bytes again", async () => {
  expect(await watched()).toEqual(await watched())
})

test("steps that wait at the same time have times of their own", async () => {
  const { spans } = await watched()
  const [run, loud, ...rest] = spans.resourceSpans[0]?.scopeSpans[0]?.spans ?? []
  const times = (of: typeof run) => [of?.name, of?.startTimeUnixNano.slice(6), of?.endTimeUnixNano.slice(6)]
  expect(run?.parentSpanId).toBe("00f067aa0ba902b7")
  expect([run, loud, ...rest.slice(0, 3)].map(times)).toEqual([
    ["run watched", "800000000000", "801000000000"],
    ["loud", "800000000000", "800000000000"],
    ["long", "800000000000", "801000000000"],
    ["short", "800000000000", "800250000000"],
    ["last", "801000000000", "801000000000"],
  ])
})
