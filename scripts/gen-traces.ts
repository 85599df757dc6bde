/** Writes test/golden/traces.ts: the hash of the trace of every one of the first seeds of both kinds, as this machine's Node gives it. */
import { writeFileSync } from "node:fs"
import { simulated } from "./simulation/parts.ts"

const SEEDS = 200
const FLOW_SEEDS = 40

const header = `/**
 * Snapshot: SHA-256 of the event traces of the first simulated seeds, seed 1 first, made by this project's own code. It
 * shows that hosts agree event for event and that nothing changes unnoticed. Renew with
 *
 *   node --conditions=cubular:source scripts/gen-traces.ts
 *
 * in a commit that says which behaviour changed.
 */`

async function hashesOf(seeds: number, flow: boolean): Promise<string> {
  const lines: string[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const { hash, violations } = await simulated(seed, flow)
    // What is wrong must never become the snapshot.
    if (violations.length > 0) throw new Error(`seed ${seed}: ${violations.join("; ")}`)
    lines.push(`  "${hash}",`)
  }
  return lines.join("\n")
}

const list = (name: string, hashes: string): string => `export const ${name}: readonly string[] = [\n${hashes}\n]\n`
const text = `${header}
${list("traces", await hashesOf(SEEDS, false))}
/** The same of runs through the cubes of flow. */
${list("flowTraces", await hashesOf(FLOW_SEEDS, true))}`
writeFileSync(new URL("../test/golden/traces.ts", import.meta.url), text)
