import { measureIn } from "../child.ts"
import { figureOf, standings } from "../figures.ts"
import { joinSlices, type Slices } from "../interleave.ts"
import type { Results } from "../results.ts"
import type { Case } from "./cases.ts"

/** Fresh processes per case: what the optimiser makes of an engine differs from process to process. */
const PROCESSES = 3
const OURS = "cubular"
const LOWER = "plain calls"

/**
 * Processes of a case. Runs at once are compared two by two: a thousand graphs of one engine fill the heap that all others
 * in the process have to live with.
 */
async function processesOf(id: string, each: Case): Promise<string[][]> {
  if (each.atOnce === 1) return new Array(PROCESSES).fill([id])
  const { enginesFor } = await import("./engines.ts")
  const rivals = enginesFor(each).map(({ name }) => name)
  return rivals.filter((name) => name !== OURS && name !== LOWER).map((name) => [id, name])
}

/** Every case against ours, process by process. */
export async function kernelSpeed(): Promise<Results["kernel-speed"]> {
  const { cases } = await import("./cases.ts")
  const found: { [id: string]: Results["kernel-speed"][string] } = {}
  for (const [id, each] of Object.entries(cases)) {
    const parts: Slices[] = []
    for (const args of await processesOf(id, each)) parts.push(await measureIn<Slices>("kernel/speed.ts", args))
    found[id] = { title: each.title, standings: standings(joinSlices(parts), OURS) }
  }
  return found
}

/** Ways to get from a document of 1,000 steps to something that runs; the processes take turns. */
const builders = [
  "validate",
  "plan",
  "validate and plan",
  "validate and plan, from text",
  "rxjs",
  "@preact/signals-core",
  "@comfyorg/litegraph",
  "graphai",
]

export async function kernelBuild(): Promise<Results["kernel-build"]> {
  const taken = builders.map((name) => ({ name, cold: [] as number[], warm: [] as number[] }))
  for (let round = 0; round < PROCESSES; round++)
    for (const { name, cold, warm } of taken) {
      const ns = await measureIn<{ cold: number; warm: number }>("kernel/build.ts", [name])
      cold.push(ns.cold / 1e3)
      warm.push(ns.warm / 1e3)
    }
  return taken.map(({ name, cold, warm }) => ({ name, coldUs: figureOf(cold), warmUs: figureOf(warm) }))
}

export async function kernelOptions(): Promise<Results["kernel-options"]> {
  const { twelve, chain } = await measureIn<{ twelve: Slices; chain: Slices }>("kernel/options.ts")
  return { twelve: standings(twelve, "bare"), chain: standings(chain, "bare") }
}

/** Engines whose built graph is an object of its own. */
const keepers = [OURS, "rxjs", "@preact/signals-core", "@comfyorg/litegraph", "graphai", "@google-labs/breadboard"]

export async function kernelMemory(): Promise<Results["kernel-memory"]> {
  const found = []
  for (const name of keepers) found.push({ name, ...(await measureIn<{ bytes: number }>("kernel/memory.ts", [name])) })
  return found
}

/** Check time of typed literals; the measuring is `types.ts`. */
export async function kernelTypes(): Promise<Results["kernel-types"]> {
  return (await measureIn<{ rows: Results["kernel-types"] }>("kernel/types.ts")).rows
}

/** The last commit of an engine that could do no more than run steps: without policies, streams, stores, messages and sagas. */
const EARLIER = "a7341a3"

/** Every case of single runs in processes that differ in whose code they load first. */
export async function kernelEarlier(): Promise<Results["kernel-earlier"]> {
  const { cases } = await import("./cases.ts")
  const parts: { readonly [id: string]: Slices }[] = []
  for (let round = 0; round < PROCESSES; round++)
    for (const first of ["now", "then"]) parts.push(await measureIn("kernel/earlier.ts", [EARLIER, first]))
  return Object.keys(parts[0] as object).map((id) => ({
    title: (cases[id] as Case).title,
    standings: standings(joinSlices(parts.map((part) => part[id] as Slices)), "now"),
  }))
}
