import { defineCube, replay } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { fallback } from "../../../src/policies/fallback.ts"
import { decisionsOf, fails, failsLater, gives, loneCall, outcomeOf, service, staged, takes } from "./stage.ts"

const spare = defineCube({
  id: "t/spare",
  version: "1.2.0",
  color: "feature",
  effect: "pure",
  title: { en: "Spare", ko: "예비" },
  inputs: { n: z.number() },
  outputs: { n: z.number(), how: z.string() },
  create: () => ({ process: ({ n }) => ({ n: n + 1000, how: "spare" }) }),
})
const broken = defineCube({
  ...spare,
  id: "t/broken",
  create: () => ({
    process: () => {
      throw new RangeError("no")
    },
  }),
} as never)

describe("a fallback value", () => {
  test.each([
    ["at once", fails("down", false)],
    ["later", failsLater("down", false)],
  ])("stands in for a step that fails %s", async (_, deed) => {
    const { runner } = await staged({ fallback: { value: { n: -1 } } }, service([deed]))
    const run = runner.run({ n: 5 }, { record: true })
    expect((await run.result).outputs).toEqual({ n: -1 })
    expect(await outcomeOf(run)).toBe("ok")
    expect(await decisionsOf(run)).toEqual(["fallback value"])
  })

  test("stays out of a step that is ok", async () => {
    const { runner } = await staged({ fallback: { value: { n: -1 } } }, service([gives]))
    expect((await runner.run({ n: 5 }).result).outputs).toEqual({ n: 5 })
  })

  test("comes after all other policies", async () => {
    const slow = service([takes(1000)])
    const policy = { timeoutMs: 10, retry: { attempts: 2, baseMs: 0 }, fallback: { value: { n: -1 } } } as const
    const { runner, host } = await staged(policy, slow)
    const run = runner.run({ n: 5 }, { record: true })
    await host.advance(20)
    expect((await run.result).outputs).toEqual({ n: -1 })
    expect(await decisionsOf(run)).toEqual(["timeout ended", "retry retried", "timeout ended", "fallback value"])
  })

  test("is no answer to a cancelled run", async () => {
    const { runner, host } = await staged({ fallback: { value: { n: -1 } } }, service([takes(10)]))
    const run = runner.run({ n: 5 })
    run.cancel()
    expect(await outcomeOf(run)).toBe("cancelled")
    expect(host.pendingTimers).toBe(0)
    const call = loneCall()
    call.off()
    const layer = fallback.create({ value: { n: -1 } } as never)
    await expect(layer.answer(call, () => Promise.reject("called off"))).rejects.toBe("called off")
    expect(call.decided).toEqual([])
  })

  test("is replayed from the record, with the fingerprint of a step that gave as much by itself", async () => {
    const down = service([fails("down")])
    const { runner } = await staged({ fallback: { value: { n: 5 } } }, down)
    const { record, fingerprint } = await runner.run({ n: 5 }, { record: true, fingerprint: true }).result
    const fine = await staged({ fallback: { value: { n: 5 } } }, service([gives]))
    expect((await fine.runner.run({ n: 5 }, { fingerprint: true }).result).fingerprint).toBe(fingerprint)
    expect(await replay(record as never, [down.cube], createHost())).toMatchObject({ same: true, fingerprint })
    expect(down.calls).toHaveLength(1)
  })
})

describe("a fallback cube", () => {
  test("gets the step's inputs and gives its outputs; others are left out", async () => {
    const policy = { fallback: { use: "t/spare@^1" } }
    const { runner } = await staged(policy, service([fails("down")]), { cubes: [spare] })
    const run = runner.run({ n: 5 }, { record: true })
    const { outputs, record } = await run.result
    expect(outputs).toEqual({ n: 1005 })
    expect(record?.steps.map(({ path, outputs }) => [path, outputs])).toEqual([["s", { n: 1005 }]])
    expect(await decisionsOf(run)).toEqual(["fallback cube"])
  })

  test("fails the step when it fails itself", async () => {
    const { runner } = await staged({ fallback: { use: "t/broken" } }, service([fails("down")]), {
      cubes: [broken as never],
    })
    expect(await outcomeOf(runner.run({ n: 5 }))).toBe("cube_threw")
  })

  test("is part of the digest with its exact version", async () => {
    const of = async (use: string): Promise<string> => {
      const newer = { ...spare, version: "1.3.0" }
      const { runner } = await staged({ fallback: { use } }, service([gives]), { cubes: [spare, newer] })
      return runner.plan.digest
    }
    expect(await of("t/spare@^1")).toBe(await of("t/spare@1.3.0"))
    expect(await of("t/spare@^1")).not.toBe(await of("t/spare@1.2.0"))
  })
})
