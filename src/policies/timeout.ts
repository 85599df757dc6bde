import { CubeError, type Policy, type PolicyCall } from "cubular/contract"
import { step_timed_out } from "cubular/messages/en"
import { within } from "./within.ts"

/**
 * `timeoutMs`: how long one attempt may take. One that takes longer fails with `step_timed_out` (retryable); its
 * `step.signal` aborts, its `step.clock`, `step.http` and `step.call` reject, and what it still gives is dropped. A cube that
 * computes without a pause cannot be interrupted and is not.
 */
export const timeout: Policy = {
  name: "timeout",
  needs: ["clock"],
  create({ data, clock }) {
    const timeoutMs = data.timeoutMs as number
    const late = (call: PolicyCall): CubeError => {
      call.decide({ policy: "timeout", did: "ended", ms: timeoutMs })
      return new CubeError({ ...step_timed_out, params: { timeoutMs }, retryable: true })
    }
    return { answer: (call, next) => within(timeoutMs, clock, call, next, late) }
  },
}
