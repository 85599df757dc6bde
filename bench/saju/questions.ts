import { measureIn } from "../child.ts"
import { standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const MANSERYEOK = "manseryeok"

export async function sajuSingle(): Promise<Results["saju-single"]> {
  type Part = Omit<Results["saju-single"], "standings"> & { slices: Slices }
  const parts = [await measureIn<Part>("saju/single.ts"), await measureIn<Part>("saju/single.ts")]
  const { agree, absent } = parts[0] as Part
  return { agree, absent, standings: standings(joinSlices(parts.map(({ slices }) => slices)), MANSERYEOK) }
}

export async function sajuBatch(): Promise<Results["saju-batch"]> {
  type Part = { rows: number; loop: Slices; batches: { [zoneAndClock: string]: Slices } }
  const { rows, loop, batches } = await measureIn<Part>("saju/batch.ts")
  const against = Object.entries(batches).map(([name, slices]) => [name, standings(slices, "bare loop")])
  return { rows, loop: standings(loop, "bare loop"), batches: Object.fromEntries(against) }
}

const packages = ["cubular/saju", MANSERYEOK, "ssaju", "tyme4ts", "lunar-javascript"]

/** Fresh processes in turn. */
export async function sajuCold(): Promise<Results["saju-cold"]> {
  const slices: Slices = Object.fromEntries(packages.map((name) => [name, []]))
  for (let round = 0; round < 15; round++)
    for (let turn = 0; turn < packages.length; turn++) {
      const name = packages[(round + turn) % packages.length] as string
      const { ms } = await measureIn<{ ms: number }>("saju/cold.ts", [name], "stranger")
      slices[name]?.push(ms * 1e6)
    }
  return standings(slices, "cubular/saju")
}
