import { decodeJson, type RunEvent, type Values } from "cubular/contract"
import { type ExecuteReply, type ExecuteRequest, toFailure, toReply } from "cubular/gateway"
import { createCubular } from "cubular/host/browser"

/** Script of the page `--host chromium` opens: it hands every request to the Web Worker of the shipped catalog. */
const client = createCubular({ worker: () => new Worker("/worker.js", { type: "module", name: "cubular" }) })

async function execute(request: ExecuteRequest, stuckMs: number | undefined): Promise<ExecuteReply> {
  const { source, inputs, options: { events: wanted = false, ...options } = {} } = request
  try {
    const target = "text" in source ? source.text : source.id
    const limit = stuckMs === undefined ? {} : { timeoutMs: stuckMs }
    const run = client.run(target, decodeJson(inputs, ["inputs"]) as Values, {
      ...options,
      ...limit,
      fingerprint: true,
    })
    const events: RunEvent[] = []
    if (wanted) for await (const event of run.events) events.push(event)
    return toReply(await run.settled, wanted ? events : undefined)
  } catch (error) {
    return toFailure(error)
  }
}

Object.assign(globalThis, { cubularExecute: execute })
