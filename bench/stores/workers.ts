/**
 * The stores of Cloudflare Workers against the platform's bindings doing the same work, both in one Worker, in the workerd that
 * Wrangler runs with its local KV, D1 and R2 on the disk; and how long that takes to answer again after a SIGKILL.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Slices } from "../interleave.ts"
import { bundleWorker } from "./bundle-worker.ts"

interface Local {
  readonly Miniflare: new (options: unknown) => { readonly ready: Promise<URL>; dispose(): Promise<void> }
  convertV4MiniflareOptions(options: object): unknown
}

const RESTARTS = 9
const root = fileURLToPath(new URL("../../", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))
const wrangler = createRequire(createRequire(join(root, "package.json")).resolve("wrangler"))
const { Miniflare, convertV4MiniflareOptions } = wrangler("miniflare") as Local

const pidFile = join(folder, "pid")
const program = join(folder, "workerd.sh")
writeFileSync(program, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${wrangler("workerd").default as string}' "$@"\n`)
chmodSync(program, 0o755)
process.env.MINIFLARE_WORKERD_PATH = program

const platform = new Miniflare(
  convertV4MiniflareOptions({
    resourcePersistencePath: join(folder, "data"),
    logRequests: false,
    handleStructuredLogs: () => undefined,
    workers: [
      {
        name: "bench",
        modules: true,
        script: await bundleWorker("edge-worker.ts"),
        compatibilityDate: "2026-10-01",
        kvNamespaces: { CUBULAR_KV: "ours", RAW_KV: "raw" },
        d1Databases: { CUBULAR_RECORDS: "ours", RAW_RECORDS: "raw" },
        r2Buckets: { CUBULAR_BLOBS: "ours", RAW_BLOBS: "raw" },
        durableObjects: {
          CUBULAR_QUEUE: { className: "QueueObject", useSQLite: true },
          CUBULAR_JOURNAL: { className: "JournalObject", useSQLite: true },
          RAW_OBJECTS: { className: "RawObject", useSQLite: true },
        },
      },
    ],
  }),
)

async function ask(body: object): Promise<unknown> {
  const response = await fetch(await platform.ready, { method: "POST", body: JSON.stringify(body) })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** Ms from a kill to the first answer. */
async function restart(): Promise<number> {
  process.kill(Number(readFileSync(pidFile, "utf8")), "SIGKILL")
  const start = performance.now()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    const isThere = await ask({ look: true }).then(
      () => true,
      () => false,
    )
    if (isThere) return performance.now() - start
  }
}

/** The beginning of the titles of what is measured, or "restart". */
const asked = process.argv[2] ?? ""
const slices: { [title: string]: Slices } = {}
for (const title of (await ask({})) as string[])
  if (title.startsWith(asked)) slices[title] = (await ask({ title })) as Slices
const readyMs: number[] = []
for (let n = 0; asked === "restart" && n < RESTARTS; n++) readyMs.push(await restart())
await platform.dispose()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ slices, readyMs }))
