/** Writes test/golden/traces.ts: the hash of the trace of every one of the first seeds, as this machine's Node gives it. */
import { writeFileSync } from "node:fs"
import { simulate } from "cubular/conformance"
import { parts } from "./simulation/parts.ts"

const SEEDS = 200

const header = `/**
 * Snapshot: SHA-256 of the event traces of the first simulated seeds, seed 1 first, made by this project's own code. It
 * shows that hosts agree event for event and that nothing changes unnoticed. Renew with
 *
 *   node --conditions=cubular:source scripts/gen-traces.ts
 *
 * in a commit that says which behaviour changed.
 */`

const lines: string[] = []
for (let seed = 1; seed <= SEEDS; seed++) {
  const { hash, violations } = await simulate(seed, parts)
  // What is wrong must never become the snapshot.
  if (violations.length > 0) throw new Error(`seed ${seed}: ${violations.join("; ")}`)
  lines.push(`  "${hash}",`)
}
const text = `${header}\nexport const traces: readonly string[] = [\n${lines.join("\n")}\n]\n`
writeFileSync(new URL("../test/golden/traces.ts", import.meta.url), text)
