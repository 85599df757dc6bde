/**
 * The engine as it was at a commit beside the engine as it is, in one process: `node … earlier.ts <commit> <now|then>`
 * prints slices by case; the second argument says whose code is loaded first.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { interleave, type Slices } from "../interleave.ts"
import { cases } from "./cases.ts"
import type { Engine } from "./engine.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const engine = fileURLToPath(new URL("engines/cubular.ts", import.meta.url))

/** Bundles the engine of this bench over the product's sources in a folder, the same way for both. */
async function engineOf(name: string, folder: string): Promise<Engine> {
  const outfile = join(root, ".cache/bench", `${name}.mjs`)
  mkdirSync(join(root, ".cache/bench"), { recursive: true })
  await build({
    entryPoints: [engine],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    conditions: ["cubular:source"],
    external: ["zod"],
    nodePaths: [join(root, "node_modules")],
    plugins: [
      {
        name: "sources",
        setup: ({ onResolve, resolve }) =>
          onResolve({ filter: /^cubular(\/|$)/ }, ({ path, kind, pluginData }) =>
            pluginData ? undefined : resolve(path, { kind, resolveDir: folder, pluginData: true }),
          ),
      },
    ],
  })
  const { cubular } = (await import(outfile)) as { readonly cubular: Engine }
  return cubular
}

/** The sources as they were. */
function checkOut(commit: string): string {
  const folder = mkdtempSync(join(tmpdir(), "cubular-earlier-"))
  const archive = execFileSync("git", ["archive", commit, "package.json", "tsconfig.base.json", "src", "cubes"], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  })
  execFileSync("tar", ["-x", "-C", folder], { input: archive })
  return folder
}

const [commit, first] = process.argv.slice(2) as [string, "now" | "then"]
const earlier = checkOut(commit)
const engines: { [name: string]: Engine } = {}
for (const name of first === "now" ? ["now", "then"] : ["then", "now"])
  engines[name] = await engineOf(name, name === "now" ? root : earlier)
rmSync(earlier, { recursive: true })

const found: { [id: string]: Slices } = {}
for (const [id, { shape, bodies, atOnce }] of Object.entries(cases)) {
  if (atOnce > 1) continue
  const contenders = []
  for (const [name, { build }] of Object.entries(engines)) contenders.push({ name, run: await build(shape, bodies) })
  const answers = await Promise.all(contenders.map(({ run }) => run(77)))
  if (new Set(answers).size !== 1) throw new Error(`${id}: ${answers}`)
  found[id] = await interleave(contenders, { rounds: 40, sliceMs: 2 })
}
console.log(JSON.stringify(found))
