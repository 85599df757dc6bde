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

describe("every fault at every moment leaves a saga done, undone or parked with an alert, and nothing half-done", () => {
  test("three steps in 5 shapes: a crash, a failure or 40 s of silence, forward, back and behind the point of no return", async () => {
    const { problems, count } = await all(shapesOf(3).flatMap(playsOf), ["crash", "fail", "slow"])
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(1500)
  }, 60_000)

  test("four steps in 16 shapes: a crash or a failure", async () => {
    const { problems, count } = await all(
      shapesOf(4).flatMap((shape) => playsOf(shape).slice(1)),
      ["crash", "fail"],
    )
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(2000)
  }, 90_000)

  test("five steps in 63 shapes, the last of which cannot be done: a crash or a failure, on the way there and back", async () => {
    const { problems, count } = await all(
      shapesOf(5).map((shape) => ({ shape, refuses: 4 })),
      ["crash", "fail"],
    )
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(6000)
  }, 120_000)
})
