import fc from "fast-check"
import { expect, test } from "vitest"
import { type Fault, type Faults, type Play, playSaga } from "../conformance/saga-world.ts"

const plays: fc.Arbitrary<Play> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record(
    {
      shape: fc.tuple(
        ...Array.from({ length: count }, (_, at) => fc.subarray(Array.from({ length: at }, (__, before) => before))),
      ),
      refuses: fc.nat({ max: count - 1 }),
      final: fc.nat({ max: count - 1 }),
    },
    { requiredKeys: ["shape"] },
  ),
)

const faults: fc.Arbitrary<Faults> = fc
  .array(fc.tuple(fc.nat({ max: 90 }), fc.constantFrom<Fault>("crash", "fail", "slow")), { maxLength: 5 })
  .map((list) => new Map(list))

test("whatever waits for what, and whatever goes wrong how often, a saga ends done, undone or parked", async () => {
  await fc.assert(
    fc.asyncProperty(plays, faults, async (play, given) => {
      expect((await playSaga(play, given)).problem).toBeUndefined()
    }),
    { numRuns: 300 },
  )
}, 240_000)
