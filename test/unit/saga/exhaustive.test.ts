import { describe, expect, test } from "vitest"
import { everyFault, type Fault, type Play, playsOf, shapesOf } from "../../conformance/saga-world.ts"

async function all(plays: readonly Play[], faults: readonly Fault[]): Promise<{ problems: string[]; count: number }> {
  const problems: string[] = []
  let count = 0
  for (const play of plays) {
    const found = await everyFault(play, faults)
    problems.push(...found.problems)
    count += found.count
  }
  return { problems, count }
}

// The times are for machines with a lot else to do: all of it takes some 15 s of one processor.
describe("every fault at every moment leaves a saga done, undone or parked with an alert, and nothing half-done", () => {
  test("three steps in 5 shapes: a crash, a failure or 40 s of silence, forward, back and behind the point of no return", async () => {
    const { problems, count } = await all(shapesOf(3).flatMap(playsOf), ["crash", "fail", "slow"])
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(1000)
  }, 300_000)

  test("four steps in 16 shapes: a crash or a failure", async () => {
    const { problems, count } = await all(
      shapesOf(4).flatMap((shape) => playsOf(shape).slice(1)),
      ["crash", "fail"],
    )
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(2000)
  }, 300_000)

  test("five steps in 63 shapes, the last of which cannot be done: a crash on the way there and back", async () => {
    const { problems, count } = await all(
      shapesOf(5).map((shape) => ({ shape, refuses: 4 })),
      ["crash"],
    )
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(2000)
  }, 300_000)

  test("five steps, every third shape: a failure instead", async () => {
    const shapes = shapesOf(5).filter((_, at) => at % 3 === 0)
    const { problems, count } = await all(
      shapes.map((shape) => ({ shape, refuses: 4 })),
      ["fail"],
    )
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(700)
  }, 300_000)
})
