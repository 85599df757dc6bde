/** What a page downloads: bundles minified by esbuild, then gzip -9. Prints bytes as JSON. */
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"

const root = fileURLToPath(new URL("..", import.meta.url))
const here = fileURLToPath(new URL(".", import.meta.url))

interface Entry {
  readonly name: string
  /** Source of the entry. */
  readonly code: string
  /** Packages that are not counted. */
  readonly without?: readonly string[]
}

const ours: readonly Entry[] = [
  { name: "cubular (kernel and contract), without zod", code: 'export * from "cubular"', without: ["zod"] },
  { name: "cubular (kernel and contract), with zod", code: 'export * from "cubular"' },
  { name: "cubular/contract, without zod", code: 'export * from "cubular/contract"', without: ["zod"] },
  { name: "defineCube alone, without zod", code: 'export { defineCube } from "cubular/contract"', without: ["zod"] },
  { name: "cubular/host/memory", code: 'export * from "cubular/host/memory"', without: ["zod"] },
  { name: "cubular/saju: everything", code: 'export * from "cubular/saju"' },
  { name: "cubular/saju: chart", code: 'export { chart } from "cubular/saju"' },
  { name: "cubular/saju: pillars", code: 'export { pillars } from "cubular/saju"' },
  { name: "cubular/saju: pillarsBatch", code: 'export { pillarsBatch } from "cubular/saju"' },
  { name: "cubular/saju: solarTerms", code: 'export { solarTerms } from "cubular/saju"' },
  {
    name: "cubular/saju: chart, every time zone",
    code: 'import "cubular/saju/zones"\nexport { chart } from "cubular/saju"',
  },
]

const rivals: readonly Entry[] = [
  { name: "rxjs (what the comparison uses)", code: 'export { concatMap, map, Subject, share, zip } from "rxjs"' },
  { name: "effect (Effect)", code: 'export { Effect } from "effect"' },
  { name: "@preact/signals-core", code: 'export * from "@preact/signals-core"' },
  {
    name: "@comfyorg/litegraph (LGraph, LGraphNode, LiteGraph)",
    code: 'export { LGraph, LGraphNode, LiteGraph } from "@comfyorg/litegraph"',
  },
  { name: "graphai", code: 'export { GraphAI } from "graphai"' },
  { name: "@google-labs/breadboard (invokeGraph)", code: 'export { invokeGraph } from "@google-labs/breadboard"' },
  { name: "manseryeok (calculateFourPillars)", code: 'export { calculateFourPillars } from "manseryeok"' },
  { name: "ssaju (calculateSaju)", code: 'export { calculateSaju } from "ssaju"' },
  { name: "tyme4ts (SolarTime)", code: 'export { SolarTime } from "tyme4ts"' },
  { name: "lunar-javascript", code: 'export { default } from "lunar-javascript"' },
]

export interface Size {
  readonly name: string
  /** null when it cannot be bundled; `reason` says why. */
  readonly minified: number | null
  readonly gzip: number | null
  readonly reason?: string
}

const weigh = (name: string, bytes: Uint8Array): Size => ({
  name,
  minified: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
})

/** Bundle of an entry as a browser would load it. */
async function sizeOf({ name, code, without = [] }: Entry, resolveDir: string, conditions: string[]): Promise<Size> {
  try {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir, loader: "ts" },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      target: "es2023",
      logLevel: "silent",
      conditions,
      external: [...without.flatMap((one) => [one, `${one}/*`]), "node:*", "*.wasm"],
      legalComments: "none",
    })
    return weigh(name, outputFiles[0]?.contents as Uint8Array)
  } catch (error) {
    const [first] = String((error as Error).message)
      .split("\n")
      .filter((line) => /error:/i.test(line))
    return { name, minified: null, gzip: null, reason: first ?? String(error) }
  }
}

function files(): Size[] {
  return ["dist/saju.wasm", "dist/saju-scalar.wasm"]
    .filter((path) => existsSync(root + path))
    .map((path) => weigh(path, readFileSync(root + path)))
}

const all = (entries: readonly Entry[], resolveDir: string, conditions: string[]): Promise<Size[]> =>
  Promise.all(entries.map((entry) => sizeOf(entry, resolveDir, conditions)))

console.log(
  JSON.stringify({
    ours: await all(ours, root, ["cubular:source"]),
    wasm: files(),
    rivals: await all(rivals, here, []),
  }),
)
