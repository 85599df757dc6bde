import type { SagaPart } from "cubular"
import { timeout } from "cubular/policies"
import { checkGround, checkPlan } from "./check.ts"
import { Keeper } from "./keeper.ts"
import { STEP_MS } from "./workshop.ts"

/**
 * Runs documents of `"mode": "saga"`: every step is written down before and after; after a crash the saga goes on where it stopped;
 * when a step fails, what was done is undone. Needs a host with a clock and stores.
 *
 * @example createRunner(document, cubes, host, { policies, saga })
 */
export const saga: SagaPart = /* @__PURE__ */ Object.freeze({
  timeoutMs: STEP_MS,
  policies: [timeout],
  check: checkPlan,
  create(ground) {
    checkGround(ground)
    return new Keeper(ground, true)
  },
} satisfies SagaPart)

/**
 * The same for places where nothing outlives the request it was begun in, such as Workers: no request waits for the work of
 * another. Who asks for a saga that is at work is told `journal_taken`, as by another process.
 */
export const sagaPerRequest: SagaPart = /* @__PURE__ */ Object.freeze({
  ...saga,
  create(ground) {
    checkGround(ground)
    return new Keeper(ground, false)
  },
} satisfies SagaPart)
