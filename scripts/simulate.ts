/**
 * Simulates seeds: `npm run simulate -- --seed 123` shows one in full, `npm run simulate -- --seeds 100000` simulates many on
 * all cores and, from 2,000 on, writes what came of them into docs/reliability.md. `--from` says which seed is the first, and
 * `--minutes` after how long no more are begun; `--flow` simulates runs through the cubes of flow instead. Exit code 1 when an invariant was violated.
 */
import { availableParallelism } from "node:os"
import { parseArgs } from "node:util"
import { writeBlock } from "./simulation/blocks.ts"
import { simulated } from "./simulation/parts.ts"
import { simulateAll } from "./simulation/pool.ts"
import { faultsOf, replayLine, type Tally } from "./simulation/tally.ts"

/** Fewer are for looking at, not for telling of. */
const LEAST_TO_TELL = 2000

async function one(seed: number, flow: boolean): Promise<void> {
  const { lines, violations, hash, faults, simulatedMs } = await simulated(seed, flow)
  console.log(lines.join("\n"))
  console.error(`${hash}\n${simulatedMs} ms simulated, faults ${JSON.stringify(faults)}`)
  for (const violation of violations) console.error(violation)
  process.exitCode = violations.length > 0 ? 1 : 0
}

async function many(from: number, seeds: number, minutes: number, flow: boolean): Promise<void> {
  const start = performance.now()
  const passed = (): number => (performance.now() - start) / 1000
  let told = 0
  const progress = (tally: Tally): void => {
    if (tally.seeds < told + 1000) return
    told = tally.seeds
    const left = ((seeds - told) / told) * passed()
    const failing = `${tally.failures.length} failing`
    console.error(`${told} of ${seeds} seeds, ${faultsOf(tally)} faults, ${failing}, ${Math.round(left / 60)} min left`)
  }
  const tally = await simulateAll({ from, to: from + seeds - 1, flow, progress, enough: () => passed() > minutes * 60 })
  const seconds = passed()
  console.log(summaryOf(tally, seconds))
  for (const { seed, violations } of tally.failures.slice(0, 20))
    console.log(`\nseed ${seed}\n  ${violations.join("\n  ")}\n  ${replayLine(seed)}`)
  process.exitCode = tally.failures.length > 0 ? 1 : 0
  if (tally.seeds >= LEAST_TO_TELL && !flow) writeBlock("simulation", summaryOf(tally, seconds))
}

function summaryOf(tally: Tally, seconds: number): string {
  const count = (n: number): string => Math.round(n).toLocaleString("en-US")
  const kinds = Object.entries(tally.faults).sort(([, a], [, b]) => b - a)
  return `| simulated | |
|---|---|
| seeds | ${count(tally.seeds)} |
| seeds with a violation | ${tally.failures.length} |
| faults that changed a trace | ${count(faultsOf(tally))} (${kinds.map(([kind, n]) => `${kind} ${count(n)}`).join(", ")}) |
| events | ${count(tally.events)} |
| time simulated | ${(tally.simulatedMs / 86_400_000).toFixed(1)} days |
| time taken | ${count(seconds)} s on ${availableParallelism()} cores, ${count(tally.seeds / seconds)} seeds/s |`
}

const text = { type: "string" } as const
const { values } = parseArgs({
  options: { seed: text, seeds: text, from: text, minutes: text, flow: { type: "boolean", default: false } },
})
const { seed, seeds = LEAST_TO_TELL, from = 1, minutes = Number.POSITIVE_INFINITY, flow } = values
if (seed !== undefined) await one(Number(seed), flow)
else await many(Number(from), Number(seeds), Number(minutes), flow)
