import { CubeError, createRunner, defineCube, type Runner, replay } from "cubular"
import cache from "cubular/cubes/data/cache"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { createStores } from "cubular/stores/memory"
import { expect, test } from "vitest"
import * as z from "zod"

/** Counts how often it is asked; fails while told to. */
function origin(): { readonly cube: ReturnType<typeof make>; calls: number; fails: boolean } {
  const state = { cube: undefined as never as ReturnType<typeof make>, calls: 0, fails: false }
  state.cube = make(state)
  return state
}

const make = (state: { calls: number; fails: boolean }) =>
  defineCube({
    id: "test/origin",
    version: "1.0.0",
    color: "network",
    effect: "read",
    title: { en: "Origin", ko: "원천" },
    needs: ["clock"],
    inputs: { q: z.string() },
    outputs: { a: z.string() },
    create: () => ({
      async process({ q }, step) {
        const number = ++state.calls
        await step.clock.sleep(10)
        if (state.fails) throw new CubeError({ code: "origin_down", message: "m", hint: "h" })
        return { a: `${q} ${number}` }
      },
    }),
  })

const config = {
  store: "cache",
  cube: "test/origin",
  input: "q",
  output: "a",
  ttlSec: 120,
  memorySec: 60,
  staleSec: 600,
}
const document = {
  format: 1,
  id: "cached",
  version: "1.0.0",
  cubes: { c: { use: "data/cache", config, in: { item: "@q" } } },
  outputs: { a: "c.value" },
} as const

const hostFor = (fault?: Parameters<typeof createHost>[0]): MemoryHost =>
  createHost({ stores: (clock) => createStores({ clock }), autoAdvance: true, ...fault })

const ask = async (runner: Runner, q = "x"): Promise<unknown> => (await runner.run({ q }).result).outputs.a

test("memory answers, then the store, then the origin", async () => {
  const from = origin()
  const host = hostFor()
  const runner = await createRunner(document, [cache, from.cube], host)
  expect(await ask(runner)).toBe("x 1")
  expect(await ask(runner)).toBe("x 1")
  expect(await ask(await createRunner(document, [cache, from.cube], host))).toBe("x 1")
  await host.clock.sleep(121_000)
  expect(await ask(runner)).toBe("x 2")
})

test("runs that want the same at once let one of them ask", async () => {
  const from = origin()
  const runner = await createRunner(document, [cache, from.cube], hostFor())
  expect(await Promise.all(["x", "x", "y", "x"].map((q) => ask(runner, q)))).toEqual(["x 1", "x 1", "y 2", "x 1"])
})

test("a failure is answered with what was kept, until that is too old", async () => {
  const from = origin()
  const host = hostFor()
  const runner = await createRunner(document, [cache, from.cube], host)
  await ask(runner)
  from.fails = true
  await host.clock.sleep(300_000)
  expect(await ask(runner)).toBe("x 1")
  await host.clock.sleep(600_000)
  await expect(ask(runner)).rejects.toMatchObject({ code: "run_failed" })
})

test("a store that fails for now is passed over", async () => {
  const from = origin()
  const host = hostFor({
    fault: (power) =>
      power === "store" ? new CubeError({ code: "store_busy", message: "m", hint: "h", retryable: true }) : undefined,
  })
  expect(await ask(await createRunner(document, [cache, from.cube], host))).toBe("x 1")
})

test("keys show nothing of the value, and a record replays without store or origin", async () => {
  const from = origin()
  const host = hostFor()
  const runner = await createRunner(document, [cache, from.cube], host)
  const { record } = await runner.run({ q: "1990-05-01" }, { record: true }).result
  const [listed] = (await host.stores?.kv("cache").list())?.keys ?? []
  expect(listed?.key).toMatch(/^[0-9a-f]{64}$/)
  from.calls = 0
  expect(await replay(JSON.parse(JSON.stringify(record)), [cache, from.cube], { name: "bare" })).toMatchObject({
    same: true,
  })
})
