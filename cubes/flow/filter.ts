import { defineCube, list, same, type Value } from "cubular/contract"
import * as z from "zod"
import { called, dependenciesOn, portName } from "./calls/called.ts"
import { condition, holds } from "./calls/condition.ts"
import { inLanes } from "./calls/lanes.ts"

/**
 * Keeps the items for which another cube says yes, in their order. The cube is called once for every item, at most
 * `config.concurrent` at a time (1 to 64, default 8); `config.input` names the port that takes the item, `config.keep` is
 * the condition on what it gives, `config.with` holds constants for further ports. A failure fails the step: of several,
 * that of the first item in the list.
 */
export default defineCube({
  id: "flow/filter",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Filter", ko: "골라내기" },
  summary: { en: "Keeps the items a cube says yes to", ko: "큐브가 그렇다고 한 항목만 남깁니다" },
  config: z.strictObject({
    ...called,
    input: portName,
    keep: condition,
    concurrent: z.int().min(1).max(64).optional(),
  }),
  dependencies: (config) => dependenciesOn(config),
  inputs: { items: list(same("T")) },
  outputs: { items: list(same("T")) },
  create: (_, { cube, input, keep, with: constants, concurrent = 8 }) => ({
    async process({ items }, step) {
      const kept: boolean[] = new Array(items.length)
      await inLanes(items.length, concurrent, async (index) => {
        const outputs = await step.call(cube, { ...constants, [input]: items[index] as unknown as Value })
        kept[index] = holds(keep, outputs, cube, "keep")
      })
      return { items: items.filter((_, index) => kept[index]) }
    },
  }),
})
