import { describe, expect, test } from "vitest"
import { everyFault, playsOf, shapesOf } from "./saga-world.ts"

// Three steps and more: test/unit/saga/exhaustive.test.ts, in Node alone.
describe("every fault at every moment leaves a saga done, undone or parked with an alert", () => {
  for (const count of [1, 2])
    test(`with ${count} steps, in every shape`, async () => {
      for (const shape of shapesOf(count))
        for (const play of playsOf(shape))
          expect((await everyFault(play, ["crash", "fail", "slow"])).problems).toEqual([])
    })
})
