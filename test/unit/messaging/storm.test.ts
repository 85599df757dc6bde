import { expect, test } from "vitest"
import { damage, runStorm } from "../../conformance/message-storm.ts"

test("100,000 messages in 100 partitions: none lost, none out of order, effects once, every dead letter accounted for", async () => {
  const storm = { seed: 20261121, events: 100_000, partitions: 100 }
  const aftermath = await runStorm(storm)
  expect(damage(aftermath, storm)).toEqual([])
  // The storm was one.
  const { faults, tally } = aftermath
  expect(faults.killed).toBeGreaterThan(5)
  expect(faults.lost).toBeGreaterThan(200)
  expect(faults.doubled).toBeGreaterThan(4000)
  expect(faults.failed).toBeGreaterThan(500)
  expect(faults.repeated).toBeGreaterThan(0)
  expect(tally.duplicate).toBeGreaterThan(4000)
  expect(aftermath.dead.size).toBeGreaterThan(300)
}, 120_000)
