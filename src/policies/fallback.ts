import type { Awaitable, Policy, PolicyCall, Values } from "cubular/contract"
import { codeOf } from "./code.ts"
import { copyOf } from "./copy.ts"

/**
 * `fallback`: what a failed step gives instead, after all other policies: a constant (`value`, checked when the document is
 * planned) or what another cube gives for the same inputs (`use`). When that cube fails too, its error is the step's. A
 * cancelled run has no fallback.
 */
export const fallback: Policy = {
  name: "fallback",
  create({ value }) {
    const stand = (call: PolicyCall, error: unknown): Awaitable<Values> => {
      if (call.over) throw error
      call.decide({ policy: "fallback", did: value ? "value" : "cube", code: codeOf(error) })
      return value ? copyOf(value) : call.substitute()
    }
    return {
      answer: (call, next) => call.attend(next, undefined, (error) => stand(call, error)),
    }
  },
}
