import { expect, test } from "vitest"
import { simulateAll } from "../../../scripts/simulation/pool.ts"
import { faultsOf, replayLine } from "../../../scripts/simulation/tally.ts"

const SEEDS = 2000
const FAULTS = 80_000

const FLOW_SEEDS = 200
const FLOW_FAULTS = 6000

test("2,000 seeds with 80,000 faults violate nothing", { timeout: 600_000 }, async () => {
  const tally = await simulateAll({ from: 1, to: SEEDS })
  const told = tally.failures.map(({ seed, violations }) => `${violations.join("; ")} (${replayLine(seed)})`)
  expect(told).toEqual([])
  expect(tally.seeds).toBe(SEEDS)
  expect(faultsOf(tally)).toBeGreaterThanOrEqual(FAULTS)
})

test("200 seeds of runs through the cubes of flow violate nothing", { timeout: 600_000 }, async () => {
  const tally = await simulateAll({ from: 1, to: FLOW_SEEDS, flow: true })
  expect(tally.failures).toEqual([])
  expect(faultsOf(tally)).toBeGreaterThanOrEqual(FLOW_FAULTS)
})
