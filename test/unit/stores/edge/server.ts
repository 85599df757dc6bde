import { chmodSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { bundleWorker } from "../../workerd-server.ts"

/** What is used of Wrangler's local platform: workerd with KV, D1 and R2 in it, all of them on the disk. */
interface Platform {
  readonly ready: Promise<URL>
  dispose(): Promise<void>
}

interface LocalPlatform {
  readonly Miniflare: new (options: unknown) => Platform
  convertV4MiniflareOptions(options: object): unknown
}

/** A Worker with all stores, on the platform as it runs locally, in a workerd that can be killed. */
export interface EdgeServer {
  post(body: object): Promise<unknown>
  /** SIGKILL: nothing is flushed, nothing is closed. It is started again over the same folder by itself. */
  kill(): void
  stop(): Promise<void>
}

/**
 * @param folder - Where everything is kept.
 * @param worker - A module whose default export is the Worker's; TypeScript.
 */
export async function serveEdge(folder: string, worker: URL): Promise<EdgeServer> {
  const wrangler = createRequire(createRequire(import.meta.url).resolve("wrangler"))
  const { Miniflare, convertV4MiniflareOptions } = wrangler("miniflare") as LocalPlatform
  const pidFile = join(folder, "workerd.pid")
  const before = process.env.MINIFLARE_WORKERD_PATH
  process.env.MINIFLARE_WORKERD_PATH = traced(
    join(folder, "workerd.sh"),
    pidFile,
    wrangler("workerd").default as string,
  )
  const platform = new Miniflare(convertV4MiniflareOptions(optionsOf(folder, await moduleOf(worker))))
  await platform.ready
  return {
    async post(body) {
      const response = await fetch(await platform.ready, { method: "POST", body: JSON.stringify(body) })
      if (!response.ok) throw new Error(await response.text())
      return response.json()
    },
    kill: () => void process.kill(Number(readFileSync(pidFile, "utf8")), "SIGKILL"),
    async stop() {
      await platform.dispose()
      if (before === undefined) delete process.env.MINIFLARE_WORKERD_PATH
      else process.env.MINIFLARE_WORKERD_PATH = before
    },
  }
}

const moduleOf = (worker: URL): Promise<string> =>
  bundleWorker(`export { JournalObject, QueueObject } from "cubular/gateway/objects"
    export { default } from ${JSON.stringify(fileURLToPath(worker))}`)

/** A program that becomes workerd and tells under which id. */
function traced(file: string, pidFile: string, binary: string): string {
  writeFileSync(file, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${binary}' "$@"\n`)
  chmodSync(file, 0o755)
  return file
}

const optionsOf = (folder: string, script: string): object => ({
  resourcePersistencePath: join(folder, "data"),
  logRequests: false,
  handleStructuredLogs: () => undefined,
  workers: [
    {
      name: "writer",
      modules: true,
      script,
      compatibilityDate: "2026-10-01",
      kvNamespaces: { CUBULAR_KV: "cubular" },
      d1Databases: { CUBULAR_RECORDS: "cubular" },
      r2Buckets: { CUBULAR_BLOBS: "cubular" },
      durableObjects: {
        CUBULAR_QUEUE: { className: "QueueObject", useSQLite: true },
        CUBULAR_JOURNAL: { className: "JournalObject", useSQLite: true },
      },
    },
  ],
})
