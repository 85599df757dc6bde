import { CubeError, defineCube, type Value } from "cubular/contract"
import { map_output_missing } from "cubular/messages/en"
import * as z from "zod"

/**
 * Runs another cube once for every item, at most `config.concurrent` at a time (1 to 64, default 8), and keeps the order.
 * `config.input` names the port that takes the item, `config.output` the port whose values are gathered, `config.with`
 * holds constants for further ports. The first failure fails the step.
 */
export default defineCube({
  id: "flow/map",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Map", ko: "하나씩 처리" },
  summary: { en: "Runs a cube for every item", ko: "항목마다 큐브를 실행합니다" },
  config: z.strictObject({
    cube: z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/),
    range: z.string().max(64).optional(),
    input: z.string(),
    output: z.string(),
    with: z.record(z.string(), z.json()).optional(),
    concurrent: z.int().min(1).max(64).optional(),
  }),
  dependencies: ({ cube, range }) => ({ [cube]: range ?? "*" }),
  inputs: { items: z.array(z.json()) },
  outputs: { items: z.array(z.json()) },
  create: (_, config) => ({
    async process({ items }, step) {
      const results: z.core.util.JSONType[] = new Array(items.length)
      let next = 0
      const lane = async (): Promise<void> => {
        while (next < items.length) {
          const index = next++
          const outputs = await step.call(config.cube, { ...config.with, [config.input]: items[index] as Value })
          const value = outputs[config.output]
          if (value === undefined)
            throw new CubeError({
              ...map_output_missing,
              path: ["config", "output"],
              params: { cube: config.cube, output: config.output },
            })
          results[index] = value as z.core.util.JSONType
        }
      }
      await Promise.all(Array.from({ length: Math.min(config.concurrent ?? 8, items.length) }, lane))
      return { items: results }
    },
  }),
})
