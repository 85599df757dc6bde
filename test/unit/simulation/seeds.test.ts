import { expect, test } from "vitest"
import { simulateAll } from "../../../scripts/simulation/pool.ts"
import { faultsOf, replayLine } from "../../../scripts/simulation/tally.ts"

const SEEDS = 2000
const FAULTS = 80_000

test("2,000 seeds with 80,000 faults violate nothing", { timeout: 600_000 }, async () => {
  const tally = await simulateAll({ from: 1, to: SEEDS })
  const told = tally.failures.map(({ seed, violations }) => `${violations.join("; ")} (${replayLine(seed)})`)
  expect(told).toEqual([])
  expect(tally.seeds).toBe(SEEDS)
  expect(faultsOf(tally)).toBeGreaterThanOrEqual(FAULTS)
})
