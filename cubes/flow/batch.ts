import { defineCube, type Same, same, type Value } from "cubular/contract"
import * as z from "zod"
import { called, dependenciesOn, portName } from "./calls/called.ts"
import { SharedCall } from "./calls/shared-call.ts"

/**
 * Lets many runs share one call of a cube that takes a list. Every run brings one item; the items that come within
 * `config.windowMs` of the first (0 to 10,000, default 10), or the first `config.size` of them (1 to 1,024, default 128),
 * go into the port `config.input` as one list, and each run gets the item of its own place from the list at
 * `config.output`. Runs share a call when they come from one runner and bring the same `group` (a kind of item; default
 * ""). A call that takes longer than `config.timeoutMs` (1 to 600,000, default 30,000) is given up.
 *
 * The called cube must treat every item by itself: then a run gets the same whoever shared its call. When a shared call
 * fails, each of its runs makes one of its own. A run that is recorded shares none.
 */
export default defineCube({
  id: "flow/batch",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Batch", ko: "묶어 처리" },
  summary: { en: "Many runs share one call of a cube", ko: "여러 실행이 큐브를 한 번에 함께 부릅니다" },
  config: z.strictObject({
    ...called,
    input: portName,
    output: portName,
    size: z.int().min(1).max(1024).optional(),
    windowMs: z.int().min(0).max(10_000).optional(),
    timeoutMs: z.int().min(1).max(600_000).optional(),
  }),
  dependencies: (config) => dependenciesOn(config),
  needs: ["clock"],
  inputs: { item: same("T"), group: z.string().max(256).default("") },
  outputs: { value: same("R") },
  create(_, { cube, input, output, with: constants, size = 128, windowMs = 10, timeoutMs = 30_000 }) {
    const shared = new SharedCall({ cube, input, output, with: constants, size, windowMs, timeoutMs })
    return {
      async process({ item, group }, step) {
        const value = await shared.resultOf(item as unknown as Value, group, step)
        return { value: value as unknown as Same<"R"> }
      },
    }
  },
})
