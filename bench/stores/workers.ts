/**
 * The stores of Cloudflare Workers against the platform's bindings doing the same work, both in one Worker, in the workerd that
 * Wrangler runs with its local KV, D1 and R2 on the disk; and how long that takes to answer again after a SIGKILL.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import type { Slices } from "../interleave.ts"

interface Local {
  readonly Miniflare: new (options: unknown) => { readonly ready: Promise<URL>; dispose(): Promise<void> }
  convertV4MiniflareOptions(options: object): unknown
}

const RESTARTS = 9
const root = fileURLToPath(new URL("../../", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))
const wrangler = createRequire(createRequire(join(root, "package.json")).resolve("wrangler"))
const { Miniflare, convertV4MiniflareOptions } = wrangler("miniflare") as Local

/** The file's own package is another one: names of the product are resolved as the product's. */
const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("edge-worker.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2023",
    conditions: ["cubular:source", "workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    absWorkingDir: root,
    plugins: [
      {
        name: "product",
        setup(each) {
          each.onResolve({ filter: /^(cubular|zod)(\/|$)/ }, ({ path, kind, pluginData }) =>
            pluginData === "product"
              ? undefined
              : each.resolve(path, { kind, resolveDir: root, pluginData: "product" }),
          )
        },
      },
    ],
  })
  return outputFiles[0]?.text as string
}

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
        script: await bundle(),
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

const slices: { [title: string]: Slices } = {}
const asked = process.argv[2] ?? ""
for (const title of (await ask({})) as string[])
  if (title.includes(asked)) slices[title] = (await ask({ title })) as Slices
const readyMs: number[] = []
for (let n = 0; n < RESTARTS; n++) readyMs.push(await restart())
await platform.dispose()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ slices, readyMs }))
