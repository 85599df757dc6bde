import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../../", import.meta.url))

export interface Diagnostic {
  readonly file: string
  readonly line: number
  readonly code: number
  readonly text: string
}

export interface Compiled {
  readonly errors: readonly Diagnostic[]
  /** As the compiler reports it, in seconds. */
  readonly checkSec: number
}

/** Type-checks files with the repository's own compiler and settings. */
export async function compile(files: readonly string[]): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), "cubular-types-"))
  try {
    const config = join(folder, "tsconfig.json")
    await writeFile(config, JSON.stringify(settings(files)))
    const out = await run([
      join(root, "node_modules/typescript/bin/tsc"),
      "-p",
      config,
      "--pretty",
      "false",
      "--extendedDiagnostics",
    ])
    return { errors: diagnosticsOf(out), checkSec: Number(/^Check time:\s+([\d.]+)s/m.exec(out)?.[1] ?? Number.NaN) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function settings(files: readonly string[]): object {
  return {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      module: "preserve",
      moduleResolution: "bundler",
      types: [],
      noEmit: true,
      // Programs written into a temporary folder find the packages where the repository does.
      paths: { "cubular/contract": [join(root, "src/contract/index.ts")], zod: [join(root, "node_modules/zod")] },
    },
    files,
  }
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // 1 and 2 say that there were errors in the program; everything else that the compiler did not run.
      if (error && error.code !== 1 && error.code !== 2) reject(new Error(`${error.message}\n${stderr}`))
      else resolve(stdout)
    })
  })
}

function diagnosticsOf(out: string): Diagnostic[] {
  const found: { file: string; line: number; code: number; text: string }[] = []
  for (const row of out.split("\n")) {
    const match = /^(.+?)\((\d+),\d+\): error TS(\d+): (.*)$/.exec(row)
    if (match)
      found.push({
        file: basename(match[1] ?? ""),
        line: Number(match[2]),
        code: Number(match[3]),
        text: match[4] ?? "",
      })
    else if (row.startsWith("  ")) found.at(-1)!.text += `\n${row}`
  }
  return found
}
