/**
 * Plants every bug of test/planted in a copy of the sources, one after the other, and looks for it: `npm run planted`, or
 * `npm run planted -- breaker-two-probes …` for some. All of them: what came of it is written into docs/reliability.md. Exit
 * code 1 when a patch does not apply any more, or a bug is not found within 1,000 seeds.
 */
import { globSync, readFileSync } from "node:fs"
import { availableParallelism } from "node:os"
import { basename } from "node:path"
import { Copy } from "./planted/copy.ts"
import { writeBlock } from "./simulation/blocks.ts"

const SEEDS = 1000

const asked = process.argv.slice(2)
const files = globSync(new URL("../test/planted/*.patch", import.meta.url).pathname).sort()
const chosen = files.filter((file) => asked.length === 0 || asked.includes(basename(file, ".patch")))
const rows: string[] = []
let next = 0
let missed = 0

/** Plants one bug after the other in a copy of its own, until none is left. */
async function plant(): Promise<void> {
  const copy = new Copy()
  try {
    for (let at = next++; at < chosen.length; at = next++) rows[at] = await rowOf(copy, chosen[at] as string)
  } finally {
    copy.remove()
  }
}

async function rowOf(copy: Copy, file: string): Promise<string> {
  const found = await copy.look(readFileSync(file, "utf8"), SEEDS)
  if (!found) missed++
  const end = found ? `${found.seed} | ${found.violation.split(":")[0]}` : "not found | "
  const row = `| ${basename(file, ".patch")} | ${end} |`
  console.error(row)
  return row
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), chosen.length) }, plant))
console.log(`${chosen.length - missed} of ${chosen.length} planted bugs found within ${SEEDS} seeds each`)
process.exitCode = missed > 0 ? 1 : 0
if (asked.length === 0)
  writeBlock(
    "planted",
    `${rows.length - missed} of ${rows.length} found.

| planted bug | found with seed | by |
|---|---|---|
${rows.join("\n")}`,
  )
