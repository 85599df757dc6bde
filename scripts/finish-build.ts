/**
 * After tsc: the JSON Schema of the document format, the bundles `cubular run --host workerd|chromium` drives, the
 * command's executable bit, and the link by which `npx cubular` finds it here.
 */
import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { compositionJsonSchema } from "cubular/contract"
import { build } from "esbuild"
import { bundleEngine } from "./bundle-engine.ts"

const root = new URL("..", import.meta.url).pathname
const dist = (path: string): string => join(root, "dist", path)

/** The browser bundle: a bare page, its client, and the worker that serves the catalog. */
async function bundleBrowser(): Promise<void> {
  rmSync(dist("browser"), { recursive: true, force: true })
  await build({
    entryPoints: { page: dist("src/cli/hosts/chromium-page.js"), worker: dist("src/host/browser/catalog-worker.js") },
    outdir: dist("browser"),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2023",
    platform: "browser",
    logLevel: "warning",
    loader: { ".wasm": "file" },
  })
  const page =
    '<!doctype html><meta charset="utf-8"><title>cubular</title><script type="module" src="/page.js"></script>'
  writeFileSync(dist("browser/index.html"), `${page}\n`)
}

/** The Worker as it is deployed, and a configuration that opens its `Runner` on a free loopback port. */
function bundleWorker(): void {
  rmSync(dist("worker"), { recursive: true, force: true })
  mkdirSync(dist("playground"), { recursive: true })
  const env = { ...process.env, CUBULAR_BUILT: "1" }
  const args = ["deploy", "--dry-run", "--outdir", dist("worker")]
  execFileSync(join(root, "node_modules/.bin/wrangler"), args, {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  })
  const wasm = readdirSync(dist("worker")).filter((file) => file.endsWith(".wasm"))
  const modules = [
    '(name = "index.js", esModule = embed "index.js")',
    ...wasm.map((file) => `(name = "${file}", wasm = embed "${file}")`),
  ]
  writeFileSync(dist("worker/config.capnp"), capnp(modules))
}

const capnp = (modules: readonly string[]): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .main) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = (name = "main", entrypoint = "Runner")) ] );
const main :Workerd.Worker = ( compatibilityDate = "2026-10-01", modules = [ ${modules.join(", ")} ] );
`

function linkCommand(): void {
  const main = dist("src/cli/main.js")
  const link = join(root, "node_modules/.bin/cubular")
  chmodSync(main, 0o755)
  if (process.platform === "win32" || !existsSync(join(root, "node_modules"))) return
  rmSync(link, { force: true })
  symlinkSync("../../dist/src/cli/main.js", link)
}

writeFileSync(dist("composition-1.schema.json"), `${JSON.stringify(compositionJsonSchema(), null, 2)}\n`)
await bundleEngine()
linkCommand()
await bundleBrowser()
bundleWorker()
