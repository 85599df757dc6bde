import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { compile } from "../../test/unit/contract/compile.ts"
import { placing } from "../../test/unit/contract/placing.ts"

/**
 * How long the compiler checks a typed literal, over a file that imports the same and places nothing. Medians of
 * interleaved rounds, in seconds of the compiler's own "check time". Goal: 1,000 placed cubes under 2 s over the empty one.
 *
 * Run: node --conditions=cubular:source bench/kernel/types.ts
 */
const sizes = [0, 100, 300, 1000]
const rounds = 5

const folder = await mkdtemp(join(tmpdir(), "cubular-bench-types-"))
try {
  const files = new Map<number, string>()
  for (const size of sizes) {
    const file = join(folder, `placed-${size}.ts`)
    await writeFile(file, placing(size))
    files.set(size, file)
  }
  const times = new Map<number, number[]>(sizes.map((size) => [size, []]))
  for (let round = 0; round < rounds; round++)
    for (const [size, file] of files) {
      const { errors, checkSec } = await compile([file])
      if (errors.length > 0) throw new Error(`${size}: ${errors[0]?.text}`)
      times.get(size)?.push(checkSec)
    }
  const medians = sizes.map((size) => [size, median(times.get(size) ?? [])] as const)
  const empty = medians[0]?.[1] ?? 0
  const rows = medians.map(([placed, checkSec]) => ({
    placed,
    checkSec,
    overEmptySec: Math.round((checkSec - empty) * 1000) / 1000,
  }))
  console.log(JSON.stringify({ question: "types", rounds, rows }, null, 2))
} finally {
  await rm(folder, { recursive: true })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
