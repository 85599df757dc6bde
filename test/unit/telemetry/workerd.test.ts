import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Readable } from "node:stream"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"
import { samplesOf } from "./exposition.ts"

const root = new URL("../../../", import.meta.url).pathname

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

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "2026-10-01",
    compatibilityFlags = ["enable_request_signal"],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`

/** Starts a server on a free port, and tells the port. */
async function serve(folder: string): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  const binary = createRequire(import.meta.url)("workerd").default as string
  const options = ["serve", "--control-fd=3", join(folder, "config.capnp")]
  const server = spawn(binary, options, { stdio: ["ignore", "ignore", "inherit", "pipe"] })
  for await (const chunk of server.stdio[3] as Readable)
    for (const line of String(chunk).split("\n").filter(Boolean)) {
      const { event, port } = JSON.parse(line) as { event: string; port: number }
      if (event === "listen") return { server, port }
    }
  throw new Error("workerd did not start")
}

const folder = mkdtempSync(join(tmpdir(), "cubular-telemetry-"))
let server: ChildProcess | undefined
let origin = ""

beforeAll(async () => {
  await build({
    stdin: { contents: worker, resolveDir: root, loader: "ts" },
    bundle: true,
    outfile: join(folder, "worker.js"),
    format: "esm",
    target: "es2023",
    conditions: ["cubular:source", "workerd", "worker", "browser"],
    logLevel: "error",
  })
  writeFileSync(join(folder, "config.capnp"), config)
  const served = await serve(folder)
  server = served.server
  origin = `http://127.0.0.1:${served.port}`
}, 60_000)

afterAll(() => {
  server?.kill()
  rmSync(folder, { recursive: true })
})

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
