import { CubeError, defineCube, type Same, same, type Value } from "cubular/contract"
import { loop_budget_exceeded } from "cubular/messages/en"
import * as z from "zod"
import { called, dependenciesOn, outputOf, portName } from "./calls/called.ts"
import { condition, holds } from "./calls/condition.ts"

/**
 * Calls another cube with `state`, then with the state it gave, and so on until `config.until` holds for what it gives;
 * then its last state goes on, and `turns` says how many calls it took. `config.input` and `config.output` name the ports
 * the state goes into and comes from. The budget is `config.turns` calls (1 to 10,000, default 100): a loop that is not
 * done by then fails the step.
 */
export default defineCube({
  id: "flow/loop",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Loop", ko: "되풀이" },
  summary: {
    en: "Calls a cube with its own result until it is done",
    ko: "끝날 때까지 결과를 다시 넣어 큐브를 부릅니다",
  },
  config: z.strictObject({
    ...called,
    input: portName,
    output: portName,
    until: condition,
    turns: z.int().min(1).max(10_000).optional(),
  }),
  dependencies: (config) => dependenciesOn(config),
  inputs: { state: same("T") },
  outputs: { state: same("R"), turns: z.int() },
  create: (_, { cube, input, output, until, with: constants, turns = 100 }) => ({
    async process({ state }, step) {
      let value = state as unknown as Value
      for (let turn = 1; turn <= turns; turn++) {
        const outputs = await step.call(cube, { ...constants, [input]: value })
        value = outputOf(outputs, cube, output, ["output"])
        if (holds(until, outputs, cube, "until")) return { state: value as unknown as Same<"R">, turns: turn }
      }
      throw new CubeError({ ...loop_budget_exceeded, path: ["config", "turns"], params: { cube, turns } })
    },
  }),
})
