/**
 * The saju engine as few files: Node reads and compiles modules one after the other, and the engine's hundred take longer than
 * its first chart. The doors keep their places in dist; what they share is one file, so it exists once in a process.
 */
import { readFileSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { rolldown } from "rolldown"

const root = new URL("..", import.meta.url).pathname
const engine = "cubes/saju/engine"
/** What a pool starts: files of their own, found by their address. */
const workers = [`${engine}/pool/worker-node`, `${engine}/pool/worker-browser`]
/** What only batches and the pool need: who asks for a chart shall not read it. */
const BATCHES =
  /engine\/(pool\/|batch\/(compatibility|hour-runs|intervals|luck|match|pillar-columns|reverse|score|slices|strength))/

/** Place in dist, as "cubes/saju/engine/years" → source: every door the package has into the engine. */
function doors(): { readonly [place: string]: string } {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    exports: { readonly [door: string]: { readonly "cubular:source"?: unknown } | string | null }
  }
  const sources = Object.values(exports).map(
    (door) => (door as { "cubular:source"?: unknown } | null)?.["cubular:source"],
  )
  const places = sources
    .filter((path) => typeof path === "string")
    .map((path) => path.slice(2, -".ts".length))
    .filter((place) => place.startsWith(`${engine}/`))
  return Object.fromEntries([...places, ...workers].map((place) => [place, join(root, `${place}.ts`)]))
}

/** Writes the bundles over what tsc has written, and takes away the modules that are in them now. */
export async function bundleEngine(): Promise<void> {
  const input = doors()
  const bundle = await rolldown({
    input,
    external: /^#/,
    preserveEntrySignatures: "allow-extension",
    platform: "neutral",
    resolve: { conditionNames: ["cubular:source", "import"] },
    logLevel: "warn",
  })
  const { output } = await bundle.write({
    dir: join(root, "dist"),
    sourcemap: true,
    chunkFileNames: `${engine}/[name].js`,
    minify: { compress: true, mangle: { toplevel: true }, codegen: true },
    minifyInternalExports: false,
    comments: { annotation: true, jsdoc: false, legal: false },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: "batches", priority: 1, minShareCount: 2, test: BATCHES },
        { name: "shared", minShareCount: 2 },
      ],
    },
  })
  await bundle.close()
  const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []))
  const inside = modules.map((id) => relative(root, id).replace(/\.ts$/, "")).filter((place) => !(place in input))
  for (const place of inside.filter((path) => path.startsWith(engine)))
    for (const ending of [".js", ".js.map"]) rmSync(join(root, "dist", place + ending), { force: true })
}
