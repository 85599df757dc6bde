import { defineCube, same } from "cubular/contract"
import * as z from "zod"

/** Passes a value on after `config.ms` milliseconds (0 to 1 day) of the host's clock. */
export default defineCube({
  id: "flow/delay",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Delay", ko: "늦추기" },
  summary: { en: "Passes a value on later", ko: "값을 나중에 내보냅니다" },
  config: z.strictObject({ ms: z.int().min(0).max(86_400_000) }),
  needs: ["clock"],
  inputs: { value: same("T") },
  outputs: { value: same("T") },
  create: (_, { ms }) => ({
    async process({ value }, step) {
      await step.clock.sleep(ms)
      return { value }
    },
  }),
})
