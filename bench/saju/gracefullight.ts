import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"

interface Gracefullight {
  readonly adapter: unknown
  readonly DateTime: {
    fromObject(time: { readonly [part: string]: number }, options: { readonly zone: string }): unknown
  }
  readonly getFourPillars: (
    time: unknown,
    options: { readonly [name: string]: unknown },
  ) => { readonly year: string; readonly month: string; readonly day: string; readonly hour: string }
}

const ENTRY = `
export { getFourPillars } from "@gracefullight/saju"
export { DateTime } from "luxon"
import { createLuxonAdapter } from "@gracefullight/saju/adapters/luxon"
export const adapter = await createLuxonAdapter()
`

/** Its files lack the endings plain Node asks for, so that it has to be bundled first. */
export async function loadGracefullight(): Promise<Gracefullight> {
  const resolveDir = dirname(fileURLToPath(new URL(".", import.meta.url)))
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  })
  const folder = await mkdtemp(join(tmpdir(), "cubular-bench-"))
  const file = join(folder, "gracefullight.mjs")
  await writeFile(file, outputFiles[0]?.text ?? "")
  try {
    return (await import(pathToFileURL(file).href)) as Gracefullight
  } finally {
    await rm(folder, { recursive: true })
  }
}
