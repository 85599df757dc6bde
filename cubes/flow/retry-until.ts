import {
  CubeError,
  defineCube,
  isCubeError,
  type Same,
  type Step,
  same,
  type Value,
  type Values,
} from "cubular/contract"
import { retry_exhausted } from "cubular/messages/en"
import * as z from "zod"
import { called, dependenciesOn, outputOf, portName } from "./calls/called.ts"
import { condition, holds } from "./calls/condition.ts"

const DAY_MS = 86_400_000

/**
 * Calls another cube with the same inputs until `config.until` holds for what it gives, at most `config.attempts` times
 * (1 to 1,000, default 5). Between two calls it waits: `config.delayMs` (default 100) the first time, each time
 * `config.factor` (1 to 10, default 2) times as long as before, at most `config.maxDelayMs` (default 30 s). A call that
 * fails with a retryable error counts as one that did not hold; any other failure fails the step at once. `value`, where
 * it is wired, goes into the port `config.input`; `config.output` names what is given on, `attempts` says how many calls
 * it took.
 */
export default defineCube({
  id: "flow/retry-until",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Retry until", ko: "될 때까지 다시" },
  summary: { en: "Calls a cube until a condition holds", ko: "조건이 맞을 때까지 큐브를 다시 부릅니다" },
  config: z.strictObject({
    ...called,
    input: portName.optional(),
    output: portName,
    until: condition,
    attempts: z.int().min(1).max(1000).optional(),
    delayMs: z.int().min(0).max(DAY_MS).optional(),
    factor: z.number().min(1).max(10).optional(),
    maxDelayMs: z.int().min(0).max(DAY_MS).optional(),
  }),
  dependencies: (config) => dependenciesOn(config),
  needs: ["clock"],
  inputs: { value: same("T").optional() },
  outputs: { value: same("R"), attempts: z.int() },
  create: (_, config) => ({
    async process({ value }, step) {
      const { cube, input, output, until, attempts = 5, delayMs = 100, factor = 2, maxDelayMs = 30_000 } = config
      const given = input !== undefined && value !== undefined ? { [input]: value as unknown as Value } : {}
      let wait = delayMs
      let failure: CubeError | undefined
      for (let attempt = 1; attempt <= attempts; attempt++) {
        if (attempt > 1) {
          await step.clock.sleep(Math.min(wait, maxDelayMs))
          wait = Math.min(wait * factor, maxDelayMs)
        }
        const outputs = await attemptCall(step, cube, { ...config.with, ...given })
        failure = isCubeError(outputs) ? outputs : undefined
        if (isCubeError(outputs) || !holds(until, outputs, cube, "until")) continue
        const found = outputOf(outputs, cube, output, ["output"])
        return { value: found as unknown as Same<"R">, attempts: attempt }
      }
      const params = { cube, attempts }
      throw new CubeError({ ...retry_exhausted, path: ["config", "until"], params, retryable: true, cause: failure })
    },
  }),
})

/** What a call gives, or the retryable error it failed with. */
async function attemptCall(step: Step, cube: string, inputs: { [port: string]: Value }): Promise<Values | CubeError> {
  try {
    return await step.call(cube, inputs)
  } catch (error) {
    if (isCubeError(error) && error.retryable && !step.signal.aborted) return error
    throw error
  }
}
