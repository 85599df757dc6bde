import { globSync } from "node:fs"
import { build } from "esbuild"

const root = new URL("../../../", import.meta.url).pathname

/** Runs everything that is pure and keeps what came of it as JSON text: the engine has no other way out. */
function entry(): string {
  const cases = globSync("cubes/*/*.cases.ts", { cwd: root }).sort()
  const cubes = cases.map((file) => file.replace(".cases.ts", ".ts"))
  const documents = globSync("examples/compositions/*.json", { cwd: root }).sort()
  const load = (files: readonly string[], name: string): string =>
    `${files.map((file, at) => `import ${name}${at} from "./${file}"`).join("\n")}
const ${name} = [${files.map((_, at) => `${name}${at}`).join(", ")}]`
  return `
import { runCases } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { cellRuns, compositionRuns } from "./test/conformance/golden-runs.ts"
${load(cubes, "cubes")}
${load(cases, "cases")}
${load(documents, "documents")}

async function tracesOf(run) {
  try {
    return await run()
  } catch (error) {
    return { failed: String(error && error.message) }
  }
}

async function everything() {
  const runs = {}
  for (const { name, run } of [...cellRuns, ...compositionRuns(documents, cubes)]) runs[name] = await tracesOf(run)
  const problems = {}
  for (const [at, cube] of cubes.entries())
    // Requests, replies and compression are of the web platform, which is not here, and neither are checksums of stores.
    if (Object.keys(cube.services).length === 0 && !cube.needs.includes("stores") && cube.id !== "data/gunzip")
      problems[cube.id] = await runCases(cube, cases[at], cubes, createHost)
  return { runs, problems }
}

globalThis.report = ""
everything().then(
  (all) => { globalThis.report = JSON.stringify(all) },
  (error) => { globalThis.report = JSON.stringify({ broken: String(error) + error.stack }) },
)
`
}

/** One classic script that needs nothing but the language. */
export async function pureBundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry(), resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    target: "es2023",
    mainFields: ["module", "main"],
    conditions: ["cubular:source", "import", "default"],
    define: { "import.meta.url": '"file:///"' },
    logLevel: "error",
  })
  return (outputFiles[0] as { text: string }).text
}
