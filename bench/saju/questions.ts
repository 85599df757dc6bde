import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { measureIn } from "../child.ts"
import { standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const OURS = "cubular/saju"
const MANSERYEOK = "manseryeok"

export async function sajuSingle(): Promise<Results["saju-single"]> {
  type Part = Omit<Results["saju-single"], "standings"> & { slices: Slices }
  const parts = [await measureIn<Part>("saju/single.ts"), await measureIn<Part>("saju/single.ts")]
  const { agree, absent } = parts[0] as Part
  return { agree, absent, standings: standings(joinSlices(parts.map(({ slices }) => slices)), MANSERYEOK) }
}

export async function sajuReadings(): Promise<Results["saju-readings"]> {
  const { slices } = await measureIn<{ slices: Slices }>("saju/readings.ts")
  return standings(slices, "ssaju")
}

export async function sajuBatch(): Promise<Results["saju-batch"]> {
  type Part = { rows: number; loop: Slices; batches: { [zoneAndClock: string]: Slices } }
  const { rows, loop, batches } = await measureIn<Part>("saju/batch.ts")
  const against = Object.entries(batches).map(([name, slices]) => [name, standings(slices, "bare loop")])
  return { rows, loop: standings(loop, "bare loop"), batches: Object.fromEntries(against) }
}

export async function sajuBatches(): Promise<Results["saju-batches"]> {
  type Part = {
    rows: number
    batches: { [name: string]: { bytesIn: number; bytesOut: number; slices: Slices } }
    pool: { size: number; slices: { [name: string]: Slices } }
  }
  const { rows, batches, pool } = await measureIn<Part>("saju/batches.ts")
  const measured = Object.entries(batches).map(([name, { slices, ...bytes }]) => [
    name,
    { ...bytes, overScalar: standings(slices, "WASM scalar"), overPlain: standings(slices, "plain pass") },
  ])
  const pooled = Object.entries(pool.slices).map(([name, slices]) => [name, standings(slices, "one thread")])
  return {
    rows,
    batches: Object.fromEntries(measured),
    pool: { size: pool.size, batches: Object.fromEntries(pooled) },
  }
}

/** The built package as a bundler leaves it in an application: one file in a folder of its own. */
async function bundled(): Promise<string> {
  const outfile = join(await mkdtemp(join(tmpdir(), "cubular-bench-")), "saju.mjs")
  const entry = fileURLToPath(new URL("../../dist/cubes/saju/engine/index.js", import.meta.url))
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  })
  return outfile
}

/** Fresh processes in turn. */
export async function sajuCold(): Promise<Results["saju-cold"]> {
  const bundle = await bundled()
  const starts: readonly { readonly name: string; readonly args: readonly string[] }[] = [
    { name: OURS, args: [OURS] },
    { name: `${OURS}, bundled`, args: [OURS, bundle] },
    ...[MANSERYEOK, "ssaju", "tyme4ts", "lunar-javascript"].map((name) => ({ name, args: [name] })),
  ]
  const slices: Slices = Object.fromEntries(starts.map(({ name }) => [name, []]))
  for (let round = 0; round < 15; round++)
    for (let turn = 0; turn < starts.length; turn++) {
      const { name, args } = starts[(round + turn) % starts.length] as (typeof starts)[number]
      const { ms } = await measureIn<{ ms: number }>("saju/cold.ts", args, "stranger")
      slices[name]?.push(ms * 1e6)
    }
  await rm(dirname(bundle), { recursive: true })
  return standings(slices, OURS)
}
