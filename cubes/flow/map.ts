import { defineCube, list, type Same, same, type Value } from "cubular/contract"
import * as z from "zod"
import { called, dependenciesOn, outputOf, portName } from "./calls/called.ts"
import { inLanes } from "./calls/lanes.ts"

/**
 * Runs another cube once for every item, at most `config.concurrent` at a time (1 to 64, default 8), and keeps the order.
 * `config.input` names the port that takes the item, `config.output` the port whose values are gathered, `config.with`
 * holds constants for further ports. A failure fails the step: of several, that of the first item in the list.
 */
export default defineCube({
  id: "flow/map",
  version: "1.1.0",
  color: "feature",
  effect: "pure",
  title: { en: "Map", ko: "하나씩 처리" },
  summary: { en: "Runs a cube for every item", ko: "항목마다 큐브를 실행합니다" },
  config: z.strictObject({
    ...called,
    input: portName,
    output: portName,
    concurrent: z.int().min(1).max(64).optional(),
  }),
  dependencies: (config) => dependenciesOn(config),
  inputs: { items: list(same("T")) },
  outputs: { items: list(same("R")) },
  create: (_, { cube, input, output, with: constants, concurrent = 8 }) => ({
    async process({ items }, step) {
      const results: Value[] = new Array(items.length)
      await inLanes(items.length, concurrent, async (index) => {
        const outputs = await step.call(cube, { ...constants, [input]: items[index] as unknown as Value })
        results[index] = outputOf(outputs, cube, output, ["output"])
      })
      return { items: results as unknown as Same<"R">[] }
    },
  }),
})
