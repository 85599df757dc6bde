/**
 * Mutation testing: `npm run mutate` changes policies, limits and redaction in small ways, one at a time, and wants a test to fail
 * each time. `npm run mutate -- policies` takes one group, `npm run mutate -- --mutate src/policies/retry.ts` some files (commas
 * between them). What came of each file is kept in tools/mutation/results.json and told in docs/reliability.md; survivors are
 * explained in tools/mutation/explained.json. Exit code 1 when a group kills too few, or an explanation explains nothing.
 */
import { spawnSync } from "node:child_process"
import { globSync, readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import explained from "../tools/mutation/explained.json" with { type: "json" }
import groups from "../tools/mutation/groups.json" with { type: "json" }
import { type Report, type Result, resultsOf, staleOf, survivorsOf } from "./mutation/report.ts"
import { tableOf } from "./mutation/table.ts"
import { writeBlock } from "./simulation/blocks.ts"

type Group = keyof typeof groups

/** What a group must kill, in percent. */
const LEAST = 85
const results = new URL("../tools/mutation/results.json", import.meta.url)

const filesOf = (group: Group): readonly string[] => groups[group].mutate.flatMap((pattern) => globSync(pattern)).sort()

/** Mutates these files of a group, at a low priority: it takes long, and others want to work. */
function mutate(group: Group, files: readonly string[]): Report {
  const report = `.cache/mutation/${group}.json`
  const env = { ...process.env, MUTATE_GROUP: group, MUTATE_REPORT: report }
  const stryker = "tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js"
  const run = [process.execPath, stryker, "run", "tools/mutation/stryker.config.mjs", "--mutate", files.join()]
  const { status } = spawnSync("nice", ["-n", "5", ...run], { env, stdio: "inherit" })
  if (status !== 0) throw new Error(`The mutation tester gave up (exit code ${status}).`)
  return JSON.parse(readFileSync(report, "utf8")) as Report
}

function keep(fresh: { readonly [file: string]: Result }): { readonly [file: string]: Result } {
  const known = JSON.parse(readFileSync(results, "utf8")) as { [file: string]: Result }
  const files = Object.keys(groups).flatMap((group) => filesOf(group as Group))
  const all = Object.fromEntries(
    files.flatMap((file) => {
      const result = fresh[file] ?? known[file]
      return result ? [[file, result] as const] : []
    }),
  )
  writeFileSync(results, `${JSON.stringify(all, null, 2)}\n`)
  return all
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { mutate: { type: "string" } } })
const only = values.mutate?.split(",")
let failed = false
for (const group of (positionals.length > 0 ? positionals : Object.keys(groups)) as Group[]) {
  const files = filesOf(group).filter((file) => only?.includes(file) ?? true)
  if (files.length === 0) continue
  const report = mutate(group, files)
  for (const line of survivorsOf(report, explained)) console.log(line)
  for (const line of staleOf(report, explained)) {
    console.error(line)
    failed = true
  }
  keep(resultsOf(report))
}
const table = tableOf(
  Object.fromEntries(Object.keys(groups).map((group) => [group, filesOf(group as Group)])),
  keep({}),
  explained,
)
for (const { group, score } of table.scores)
  if (score < LEAST) {
    console.error(`${group}: ${score.toFixed(1)} % killed, ${LEAST} % wanted`)
    failed = true
  }
writeBlock("mutation", table.text)
process.exitCode = failed ? 1 : 0
