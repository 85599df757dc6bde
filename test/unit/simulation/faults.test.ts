import { simulate } from "cubular/conformance"
import { describe, expect, test } from "vitest"
import { parts } from "../../simulation/parts.ts"

const FAULTS = 12

describe("a fault that is counted changed the trace", () => {
  test.each([1, 2, 3])("of seed %i", async (seed) => {
    const { hash, portFaults } = await simulate(seed, parts)
    for (const without of portFaults.slice(0, FAULTS))
      expect((await simulate(seed, parts, { without })).hash, `without fault ${without}`).not.toBe(hash)
  })
})

test("a seed that was simulated before leaves the same trace", async () => {
  const [one, two] = [await simulate(7, parts), await simulate(7, parts)]
  expect(two.lines).toEqual(one.lines)
  expect((await simulate(8, parts)).hash).not.toBe(one.hash)
})
