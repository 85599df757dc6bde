/**
 * How long `workerd serve`, as production runs it, takes from a SIGKILL to the first right answer from a journal in a Durable
 * Object: prints ms of every kill as JSON.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Readable } from "node:stream"
import { bundleWorker } from "./bundle-worker.ts"

const KILLS = 25
const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))
mkdirSync(join(folder, "disk"))
writeFileSync(join(folder, "worker.js"), await bundleWorker("restart-worker.ts"))
writeFileSync(
  join(folder, "config.capnp"),
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-10-01",
      bindings = [(name = "CUBULAR_JOURNAL", durableObjectNamespace = "JournalObject")],
      durableObjectNamespaces = [(className = "JournalObject", uniqueKey = "journals", enableSql = true)],
      durableObjectStorage = (localDisk = "disk"),
    )),
    (name = "disk", disk = (path = "${join(folder, "disk")}", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
)

const binary = createRequire(new URL("../../package.json", import.meta.url))("workerd").default as string

async function start(): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const options = ["serve", "--control-fd=3", join(folder, "config.capnp")]
  const server = spawn(binary, options, { stdio: ["ignore", "ignore", "inherit", "pipe"] })
  for await (const chunk of server.stdio[3] as Readable)
    for (const line of String(chunk).split("\n").filter(Boolean)) {
      const { event, port } = JSON.parse(line) as { event: string; port: number }
      if (event === "listen") return { server, url: `http://127.0.0.1:${port}/` }
    }
  throw new Error("workerd did not start")
}

async function ask(url: string, body: object): Promise<{ readonly end: number; readonly last: unknown }> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) })
  if (!response.ok) throw new Error(await response.text())
  return response.json() as Promise<{ end: number; last: unknown }>
}

const readyMs: number[] = []
let { server, url } = await start()
for (let kill = 0; kill < KILLS; kill++) {
  const told = await ask(url, { append: Array.from({ length: 100 }, (_, at) => `entry ${kill} ${at}`) })
  const gone = new Promise((ended) => server.once("exit", ended))
  server.kill("SIGKILL")
  const from = performance.now()
  await gone
  ;({ server, url } = await start())
  const found = await ask(url, {})
  readyMs.push(performance.now() - from)
  if (JSON.stringify(found) !== JSON.stringify(told)) throw new Error("what was acknowledged is not there")
}
server.kill()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(readyMs))
