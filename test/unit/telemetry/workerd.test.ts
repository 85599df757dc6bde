import { request } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import { serveWorker, type WorkerdServer } from "../workerd-server.ts"
import { samplesOf } from "./exposition.ts"

/** A gateway alone, and one whose context is kept until it has answered. */
const worker = `
import { createRegistry } from "cubular"
import delay from "cubular/cubes/flow/delay"
import { createGateway } from "cubular/gateway"
import { createHost } from "cubular/host/workerd"

const document = {
  format: 1, id: "slow", version: "1.0.0",
  cubes: { wait: { use: "flow/delay@^1", config: { ms: 300 }, in: { value: "@text" } } },
  outputs: { text: "wait.value" },
}
const gateways = {}
export default {
  fetch(request, env, context) {
    const name = request.headers.get("x-gateway")
    gateways[name] ??= createGateway({ registry: createRegistry([delay, document]), host: createHost() })
    const answer = Promise.resolve(gateways[name].fetch(request))
    if (name === "kept") context.waitUntil(answer)
    return answer
  },
}
`

let server: WorkerdServer | undefined
let origin = ""

beforeAll(async () => {
  server = await serveWorker(worker, ["enable_request_signal"])
  origin = server.origin
}, 60_000)

afterAll(() => server?.stop())

const metrics = async (gateway: string): Promise<string> =>
  (await fetch(`${origin}/metrics`, { headers: { "x-gateway": gateway } })).text()

/** Asks until the metrics are as wanted; what they are at last. */
async function until(gateway: string, wanted: (text: string) => boolean): Promise<string> {
  for (;;) {
    const text = await metrics(gateway)
    if (wanted(text)) return text
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test.each(["kept", "alone"])(
  "a caller who goes away leaves no run in flight (context %s)",
  async (gateway) => {
    const caller = request(`${origin}/v1/compositions/slow/run`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-gateway": gateway },
    })
    caller.on("error", () => undefined)
    caller.end('{"inputs":{"text":"a"}}')
    await until(gateway, (text) => text.includes('cubular_runs_in_flight{composition="slow"} 1'))
    caller.destroy()
    const text = await until(gateway, (text) => text.includes('cubular_runs_in_flight{composition="slow"} 0'))
    // Whether the closed connection is noticed before the run is done is the server's affair; it is counted once either way.
    const ended = Object.values(samplesOf(text, "cubular_runs_total"))
    expect(ended).toEqual([1])
  },
  20_000,
)
