import type { Stores, Value } from "cubular"
import { simulate } from "cubular/conformance"
import type { DeadLetter, Delivery, Queue } from "cubular/contract"
import { describe, expect, test } from "vitest"
import { HEEDS, LEAVES } from "../../../src/conformance/simulation/message-cubes.ts"
import { Trace } from "../../../src/conformance/simulation/trace.ts"
import { MessageWatch } from "../../../src/conformance/simulation/watch/messages.ts"
import { parts } from "../../simulation/parts.ts"

const TOPIC = "orders.placed"
const messageOf = (run: string): Value => ({ type: TOPIC, data: { run } })

/** A watch of messages m1 and m2 of one partition, each delivered; `heeds` and `leaves` are said by their runs. */
async function watching(dead: readonly string[], deliveries: readonly (readonly [id: string, run: string])[]) {
  const trace = new Trace(() => 0)
  const letters = dead.map((id): DeadLetter => ({ id, message: null, attempts: 1, reason: "attempts_exhausted" }))
  const watch = new MessageWatch(trace, 4, async () => letters)
  for (const number of [1, 2])
    watch.placed.set(`m${number}`, { run: `m${number}`, number, partition: "p", good: true, acked: false })
  const delivered = deliveries.map(([id, run]) => ({
    id,
    receipt: id,
    message: messageOf(run),
    attempt: 1,
    untilMs: 37_000,
  }))
  const queue = { receive: async (): Promise<readonly Delivery[]> => delivered } as unknown as Queue
  await watch
    .overhearing({ queue: () => queue } as unknown as Stores)
    .queue("on-orders")
    .receive()
  const log = watch.hearing(() => true)
  return {
    jump: () => trace.fault("clockJump", "ahead"),
    heeds: (run: string) => log("info", HEEDS, { topic: TOPIC, run }),
    leaves: (run: string) => log("info", LEAVES, { topic: TOPIC, run }),
    violations: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return trace.violations
    },
  }
}

const BESIDE = "one of a partition at a time: m2 beside m1"

describe("two messages of a partition at work at once", () => {
  test("are a violation while the queue has the first one for us", async () => {
    const { heeds, violations } = await watching(
      [],
      [
        ["1", "m1"],
        ["2", "m2"],
      ],
    )
    heeds("m1")
    heeds("m2")
    expect(await violations()).toEqual([BESIDE])
  })

  test("are none when the clock jumped, and the queue has buried the first one in its last delivery", async () => {
    const { heeds, jump, violations } = await watching(
      ["1"],
      [
        ["1", "m1"],
        ["2", "m2"],
      ],
    )
    heeds("m1")
    jump()
    heeds("m2")
    expect(await violations()).toEqual([])
  })

  test("are a violation when the queue has buried the first one and no clock jumped", async () => {
    const { heeds, violations } = await watching(
      ["1"],
      [
        ["1", "m1"],
        ["2", "m2"],
      ],
    )
    heeds("m1")
    heeds("m2")
    expect(await violations()).toEqual([BESIDE])
  })

  test("are a violation when it is another copy of the first one that is dead", async () => {
    const { heeds, jump, violations } = await watching(
      ["1"],
      [
        ["1", "m1"],
        ["3", "m1"],
        ["2", "m2"],
      ],
    )
    heeds("m1")
    jump()
    heeds("m2")
    expect(await violations()).toEqual([BESIDE])
  })

  test("are a violation when nobody delivered the first one", async () => {
    const { heeds, jump, violations } = await watching(["1"], [["2", "m2"]])
    heeds("m1")
    jump()
    heeds("m2")
    expect(await violations()).toEqual([BESIDE])
  })

  test("are none one after the other", async () => {
    const { heeds, leaves, violations } = await watching(
      [],
      [
        ["1", "m1"],
        ["2", "m2"],
      ],
    )
    heeds("m1")
    leaves("m1")
    heeds("m2")
    expect(await violations()).toEqual([])
  })
})

test("a clock that jumps past the time of a last delivery lets the next one of its partition begin", async () => {
  const { violations, faults } = await simulate(50_811, parts)
  expect(faults.clockJump).toBeGreaterThan(0)
  expect(violations).toEqual([])
})
