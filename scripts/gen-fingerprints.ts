/** Writes test/golden/fingerprints.ts: fingerprint and plan digest of every golden run, as this machine's Node gives them. */
import { writeFileSync } from "node:fs"
import { catalog } from "cubular/cubes"
import { cellRuns, compositionRuns } from "../test/conformance/golden-runs.ts"

const header = `/**
 * Snapshot: fingerprints and plan digests of runs that must be the same on every host, made by this project's own code.
 * It shows that hosts agree and that nothing changes unnoticed; that the values are right is shown elsewhere (golden
 * charts, cases, the table's own expectations). Renew with
 *
 *   node --conditions=cubular:source scripts/gen-fingerprints.ts
 *
 * in a commit of its own that says which behaviour changed.
 */`

export async function fingerprintsText(): Promise<string> {
  const cubes = await Promise.all(catalog.manifests().map(({ id, version }) => catalog.load(id, version)))
  const lines: string[] = []
  const plans = new Map<string, number>()
  for (const { name, run } of [...cellRuns, ...compositionRuns(catalog.documents(), cubes)]) {
    const [fingerprint, plan] = await run()
    if (!plans.has(plan)) plans.set(plan, plans.size)
    lines.push(`  ${JSON.stringify(name)}: ["${fingerprint}", plans[${plans.get(plan)}]],`)
  }
  return `${header}
const plans: readonly string[] = [
${[...plans.keys()].map((plan) => `  "${plan}",`).join("\n")}
]

/** Name of the run → fingerprint, plan digest. */
export const fingerprints: { readonly [name: string]: readonly [fingerprint: string, plan: string | undefined] } = {
${lines.join("\n")}
}
`
}

if (import.meta.main)
  writeFileSync(new URL("../test/golden/fingerprints.ts", import.meta.url), await fingerprintsText())
