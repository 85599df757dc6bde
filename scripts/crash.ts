/**
 * Kills real processes in the midst of their work: `npm run crash -- --rounds 20` does what `npm test` does twenty times as often,
 * and writes what came of it into docs/reliability.md. Exit code 1 when anything acknowledged was lost, or torn.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { CrashFigures } from "../test/unit/crash-rounds.ts"
import { writeBlock } from "./simulation/blocks.ts"

const files = ["stores/crash", "stores/edge/kills", "stores/browser/crash", "saga/kill"]

const { rounds = "1" } = parseArgs({ options: { rounds: { type: "string" } } }).values
if (!/^[1-9]\d{0,3}$/.test(rounds)) throw new Error("--rounds takes 1 … 9999")

const folder = mkdtempSync(join(tmpdir(), "cubular-crash-"))
const figures = join(folder, "figures.jsonl")
const start = performance.now()
const { status } = spawnSync(
  "vitest",
  ["run", "--project", "node", "--no-file-parallelism", ...files.map((file) => `test/unit/${file}.test.ts`)],
  { stdio: "inherit", env: { ...process.env, CUBULAR_CRASH_ROUNDS: rounds, CUBULAR_CRASH_FIGURES: figures } },
)
process.exitCode = status === 0 ? 0 : 1
if (status === 0) {
  const lines = readFileSync(figures, "utf8").trim().split("\n")
  const count = (n: number): string => n.toLocaleString("en-US")
  const rows = lines
    .map((line) => JSON.parse(line) as CrashFigures)
    .map(({ killed, kills, acknowledged }) => `| ${killed} | ${count(kills)} | ${count(acknowledged)} | 0 |`)
  const minutes = ((performance.now() - start) / 60_000).toFixed(1)
  const head = "| killed | times | acknowledged | lost or torn |\n|---|--:|--:|--:|"
  writeBlock("crash", `${head}\n${rows.join("\n")}\n\nTogether ${minutes} minutes.`)
}
rmSync(folder, { recursive: true })
