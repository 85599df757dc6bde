import { pillarsBatch } from "cubular/saju/batch"
import { createPool } from "cubular/saju/pool"
import { afterEach, expect, test, vi } from "vitest"
import type { HandListener, Request } from "../../../../cubes/saju/engine/pool/hand.ts"
import { work } from "../../../../cubes/saju/engine/pool/work.ts"

/** What becomes of the workers to be started, one after the other; then they work. */
let fates: ("dies" | "does not start" | "fails")[] = []
let started = 0

vi.mock("#saju-pool", () => ({
  coreCount: () => 2,
  startHand: ({ onReply, onEnd }: HandListener) => {
    started++
    const fate = fates.shift()
    if (fate === "does not start") throw new Error("a policy forbids workers")
    return {
      post: async (request: Request) => {
        await Promise.resolve()
        if (fate === "dies") onEnd("out of memory")
        else if (fate === "fails") onReply({ id: request.id, failed: "RangeError: no memory" })
        else onReply((await work(request)).reply)
      },
      hold: () => undefined,
      stop: async () => undefined,
    }
  },
}))

afterEach(() => {
  fates = []
  started = 0
})

const civilMs = Float64Array.from({ length: 30_000 }, (_, row) => row * 86_400_000)
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "nothing",
    (thrown) => thrown,
  )

test.each([
  ["dies", "out of memory"],
  ["does not start", "a policy forbids workers"],
  ["fails", "no memory"],
] as const)("a worker that %s rejects with a code, and the next call gets another", async (fate, words) => {
  fates = [fate, fate]
  const pool = createPool()
  const thrown = await failure(pool.pillarsBatch({ civilMs }))
  expect(thrown).toMatchObject({ code: "pool_worker_failed" })
  expect((thrown as Error).message).toContain(words)
  fates = []
  if (fate === "fails") return
  expect(await pool.pillarsBatch({ civilMs })).toEqual(await pillarsBatch({ civilMs }))
})

test("one worker that cannot be started is done without", async () => {
  fates = []
  const pool = createPool()
  await pool.pillarsBatch({ civilMs: civilMs.subarray(0, 10) })
  fates = ["does not start"]
  expect(await pool.pillarsBatch({ civilMs })).toEqual(await pillarsBatch({ civilMs }))
})

test("no more workers are started than there are parts", async () => {
  const pool = createPool({ size: 8 })
  await pool.pillarsBatch({ civilMs: civilMs.subarray(0, 100) })
  expect(started).toBe(1)
})

test("where a Worker has one thread, a pool is refused", async () => {
  const { coreCount } = await import("../../../../cubes/saju/engine/pool/hands-workerd.ts")
  expect(coreCount).toThrow(expect.objectContaining({ code: "pool_unavailable" }))
})
