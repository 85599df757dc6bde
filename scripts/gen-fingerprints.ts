/**
 * Writes test/golden/fingerprints.ts, fingerprint and plan digest of every golden run, and test/golden/record.ts, one
 * record, as this machine's Node gives them.
 */
import { writeFileSync } from "node:fs"
import { createRunner } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { cellRuns, compositionRuns } from "../test/conformance/golden-runs.ts"
import { answer, taking, takingCubes } from "../test/conformance/recorded.ts"
import { notebookRuns, storeRuns } from "../test/conformance/stored.ts"

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
  for (const { name, run } of [
    ...cellRuns,
    ...storeRuns,
    ...compositionRuns(catalog.documents(), cubes),
    ...notebookRuns(catalog.documents(), cubes),
  ]) {
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

const recordHeader = `/**
 * Snapshot: a record of a run that took something of everything a host gives, made by this project's own code in Node. It
 * must replay to the same fingerprint on every host. Renew with
 *
 *   node --conditions=cubular:source scripts/gen-fingerprints.ts
 *
 * in a commit of its own that says which behaviour changed.
 */`

export async function recordText(): Promise<string> {
  const host = createHost({ http: answer, autoAdvance: true, now: 1_700_000_000_000 })
  const runner = await createRunner(taking, takingCubes, host, { seed: "golden" })
  const { record } = await runner.run({ path: "/first", more: true }, { record: true }).result
  return `import type { RunRecord } from "cubular"

${recordHeader}
export const takenRecord = ${JSON.stringify(record, null, 2)} as unknown as RunRecord
`
}

if (import.meta.main) {
  const golden = new URL("../test/golden/", import.meta.url)
  writeFileSync(new URL("fingerprints.ts", golden), await fingerprintsText())
  writeFileSync(new URL("record.ts", golden), await recordText())
}
