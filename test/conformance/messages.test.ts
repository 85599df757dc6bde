import { describe, expect, test } from "vitest"
import { damage, runStorm } from "./message-storm.ts"

describe("messages", () => {
  test.each([1, 2, 3])("come through storm %d as they should, and on every host alike", async (seed) => {
    const storm = { seed, events: 1500, partitions: 20 }
    const aftermath = await runStorm(storm)
    expect(damage(aftermath, storm)).toEqual([])
    expect(aftermath.faults.killed).toBeGreaterThan(0)
    expect(aftermath.faults.lost).toBeGreaterThan(0)
    expect(aftermath.tally.duplicate).toBeGreaterThan(0)
  })

  test("the damage of a storm would be seen", () => {
    const storm = { seed: 1, events: 4, partitions: 2 }
    const none = { lost: 0, doubled: 0, failed: 0, killed: 0, calls: 0, repeated: 0 }
    const after = {
      effects: [0, 1, 3, 2],
      dead: new Map<number, string>(),
      hopeless: new Set<number>(),
      left: 0,
      faults: none,
      tally: {},
    }
    expect(damage(after, storm)).toEqual([])
    expect(damage({ ...after, effects: [0, 1, 3] }, storm)).toEqual(["1 messages are lost"])
    expect(damage({ ...after, effects: [0, 1, 3, 3] }, storm)).toEqual(["an effect was there twice"])
    expect(damage({ ...after, effects: [0, 3, 1, 2] }, storm)).toEqual(["1 came too late in its partition"])
    expect(damage({ ...after, effects: [0, 1, 3], dead: new Map([[2, "busy"]]) }, storm)).toEqual(["2 died of busy"])
    expect(damage({ ...after, hopeless: new Set([2]) }, storm)).toEqual(["2 is not among the dead"])
    expect(damage({ ...after, left: 1 }, storm)).toEqual(["1 messages are left"])
  })
})
