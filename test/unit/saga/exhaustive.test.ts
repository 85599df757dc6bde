import { describe, expect, test } from "vitest"
import { everyFault, type Fault, playsOf, shapesOf } from "../../conformance/saga-world.ts"

const SHAPES: { readonly [steps: number]: number } = { 1: 1, 2: 2, 3: 5, 4: 16, 5: 63 }
const faults: readonly Fault[] = ["crash", "fail", "slow"]

/** What is wrong after the fault at every moment of every play of so many steps. */
async function all(steps: number, fault: Fault): Promise<{ problems: string[]; count: number }> {
  const problems: string[] = []
  let count = 0
  for (const play of shapesOf(steps).flatMap(playsOf)) {
    const found = await everyFault(play, [fault])
    problems.push(...found.problems)
    count += found.count
  }
  return { problems, count }
}

// The time is for machines with a lot else to do: all of it takes some 45 s of one processor.
describe.each(Object.entries(SHAPES))("sagas of %s steps, of which there are %s shapes", (steps, shapes) => {
  test("are all there", () => {
    expect(shapesOf(Number(steps))).toHaveLength(shapes)
  })

  test.each(faults)(
    "%s at every moment, forward, back and behind the point of no return: done, undone or parked with an alert",
    async (fault) => {
      const { problems, count } = await all(Number(steps), fault)
      expect(problems).toEqual([])
      expect(count).toBeGreaterThan(8 * shapes * Number(steps))
    },
    300_000,
  )
})
