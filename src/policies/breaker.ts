import { CubeError, type Policy, type PolicyCall } from "cubular/contract"
import { breaker_isolated, breaker_open, bulkhead_full, bulkhead_waited } from "cubular/messages/en"
import { Circuit, type CircuitSettings, type Passer } from "./circuit.ts"
import { codeOf } from "./code.ts"
import { PATIENCE_MS } from "./patience.ts"

/** Failures that say nothing about the cube. */
const NOT_ITS_FAULT: ReadonlySet<string> = /* @__PURE__ */ new Set([bulkhead_full.code, bulkhead_waited.code])

/**
 * `breaker`: spares a cube that fails too often. Every failed attempt counts, whatever its code; attempts that were
 * cancelled, and those the bulkhead refused, do not. While it is open, calls fail with `breaker_open` (retryable) at once.
 * `runner.policies(path).breaker` tells its state, and `isolate()` lets nothing through (`breaker_isolated`) until `reset()`.
 */
export const breaker: Policy = {
  name: "breaker",
  needs: ["clock"],
  create({ data, clock }) {
    const settings = data.breaker as CircuitSettings
    const circuit = new Circuit(settings, Math.max(settings.openMs, data.timeoutMs ?? 0, PATIENCE_MS))
    const left = (call: PolicyCall, passer: Passer, ok: boolean | undefined): void => {
      const turned = circuit.leave(passer, ok, clock.monotonic())
      if (turned) call.decide({ policy: "breaker", did: circuit.state === "open" ? "opened" : "closed" })
    }
    return {
      answer(call, next) {
        const passer = circuit.enter(circuit.state === "closed" ? 0 : clock.monotonic())
        if (typeof passer === "number") throw refusal(call, passer)
        if (passer.probe) call.decide({ policy: "breaker", did: "probed" })
        return call.attend(
          next,
          (values) => {
            left(call, passer, true)
            return values
          },
          (error) => {
            left(call, passer, call.over || NOT_ITS_FAULT.has(codeOf(error)) ? undefined : false)
            throw error
          },
        )
      },
      control: {
        state: () => ({ state: circuit.state, ...circuit.tally(clock.monotonic()) }),
        isolate: () => circuit.isolate(),
        reset: () => circuit.reset(),
      },
    }
  },
}

function refusal(call: PolicyCall, ms: number): CubeError {
  const isolated = ms === Number.POSITIVE_INFINITY
  const text = isolated ? breaker_isolated : breaker_open
  call.decide({ policy: "breaker", did: "refused", code: text.code, ...(isolated ? {} : { ms }) })
  return new CubeError({ ...text, ...(isolated ? {} : { params: { retryAfterMs: ms }, retryable: true }) })
}
