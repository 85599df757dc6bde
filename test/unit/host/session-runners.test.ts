import { describe, expect, test } from "vitest"
import { type Runner, SessionRunners } from "../../../src/host/browser/session-runners.ts"

/** Runners that only know their name and whether they were stopped. */
function workshop(): { made: string[]; stopped: string[]; make: (name: string) => () => Promise<Runner> } {
  const made: string[] = []
  const stopped: string[] = []
  const make = (name: string) => async (): Promise<Runner> => {
    made.push(name)
    return { stop: async () => void stopped.push(name) } as unknown as Runner
  }
  return { made, stopped, make }
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await undefined
}

describe("the runners a session keeps", () => {
  test("are made once per key, also when asked for at once", async () => {
    const { made, make } = workshop()
    const runners = new SessionRunners(2)
    await Promise.all([1, 2, 3].map(() => runners.use("a", make("a"), async () => undefined)))
    await runners.use("a", make("a"), async () => undefined)
    expect(made).toEqual(["a"])
  })

  test("give way when there are too many, the one used longest ago first", async () => {
    const { made, stopped, make } = workshop()
    const runners = new SessionRunners(2)
    for (const key of ["a", "b", "a", "c", "a", "b"]) await runners.use(key, make(key), async () => undefined)
    await turns()
    expect(made).toEqual(["a", "b", "c", "b"])
    expect(stopped).toEqual(["b", "c"])
  })

  test("are stopped only when their last run is over", async () => {
    const { stopped, make } = workshop()
    const runners = new SessionRunners(1)
    let end: () => void = () => undefined
    const running = runners.use("a", make("a"), () => new Promise<void>((resolve) => (end = resolve)))
    await turns()
    await runners.use("b", make("b"), async () => undefined)
    await turns()
    expect(stopped).toEqual([])
    end()
    await running
    await turns()
    expect(stopped).toEqual(["a"])
  })

  test("without a key serve one use", async () => {
    const { made, stopped, make } = workshop()
    const runners = new SessionRunners(2)
    for (const name of ["x", "x"]) await runners.use(undefined, make(name), async () => undefined)
    await turns()
    expect([made, stopped]).toEqual([
      ["x", "x"],
      ["x", "x"],
    ])
  })

  test("are tried again after one could not be made", async () => {
    const { made, make } = workshop()
    const runners = new SessionRunners(2)
    const refusal = new Error("no such cube")
    await expect(
      runners.use(
        "a",
        () => Promise.reject(refusal),
        async () => 1,
      ),
    ).rejects.toBe(refusal)
    expect(await runners.use("a", make("a"), async () => 2)).toBe(2)
    expect(made).toEqual(["a"])
  })

  test("are all stopped with the session", async () => {
    const { stopped, make } = workshop()
    const runners = new SessionRunners(5)
    for (const key of ["a", "b"]) await runners.use(key, make(key), async () => undefined)
    await runners.stop()
    expect(stopped.sort()).toEqual(["a", "b"])
  })
})
