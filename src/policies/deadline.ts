import { CubeError, type Policy, type PolicyCall } from "cubular/contract"
import { step_deadline_exceeded } from "cubular/messages/en"
import { within } from "./within.ts"

/**
 * `deadlineMs`: how long all attempts may take together, pauses and waiting for a place among them. Ends like a timeout, with
 * `step_deadline_exceeded` (retryable).
 */
export const deadline: Policy = {
  name: "deadline",
  needs: ["clock"],
  create({ data, clock }) {
    const deadlineMs = data.deadlineMs as number
    const late = (call: PolicyCall): CubeError => {
      call.decide({ policy: "deadline", did: "ended", ms: deadlineMs })
      return new CubeError({ ...step_deadline_exceeded, params: { deadlineMs }, retryable: true })
    }
    return { answer: (call, next) => within(deadlineMs, clock, call, next, late) }
  },
}
