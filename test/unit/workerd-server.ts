import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Readable } from "node:stream"
import { build } from "esbuild"

const root = new URL("../../", import.meta.url).pathname

function configOf(flags: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "2026-10-01",
    compatibilityFlags = ${JSON.stringify(flags)},
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`
}

/** A `workerd serve` of its own, as production runs it: requests come over HTTP and may be gone at any moment. */
export interface WorkerdServer {
  readonly origin: string
  stop(): void
}

/**
 * Bundles a Worker (TypeScript text that imports cubular by its doors) and serves it on a free port.
 *
 * @param flags - compatibility flags.
 */
export async function serveWorker(worker: string, flags: readonly string[] = []): Promise<WorkerdServer> {
  const folder = mkdtempSync(join(tmpdir(), "cubular-workerd-"))
  writeFileSync(join(folder, "worker.js"), await bundleWorker(worker))
  writeFileSync(join(folder, "config.capnp"), configOf(flags))
  const { server, port } = await listen(folder)
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.kill()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A Worker (TypeScript text that imports cubular by its doors) as one module. */
export async function bundleWorker(worker: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: worker, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2023",
    conditions: ["cubular:source", "workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    logLevel: "error",
  })
  return outputFiles[0]?.text as string
}

async function listen(folder: string): Promise<{ readonly server: ChildProcess; readonly port: number }> {
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
