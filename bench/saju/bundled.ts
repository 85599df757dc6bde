import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"

/** Exports of packages whose files lack the endings plain Node asks for, so that they have to be bundled first. */
export async function bundled<T>(exports: string): Promise<T> {
  const resolveDir = dirname(fileURLToPath(new URL(".", import.meta.url)))
  const { outputFiles } = await build({
    stdin: { contents: exports, resolveDir },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "error",
  })
  const folder = await mkdtemp(join(tmpdir(), "cubular-bench-"))
  const file = join(folder, "bundled.mjs")
  await writeFile(file, outputFiles[0]?.text ?? "")
  try {
    return (await import(pathToFileURL(file).href)) as T
  } finally {
    await rm(folder, { recursive: true })
  }
}
