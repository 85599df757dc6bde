/**
 * Sagas, for `createRunner(source, registry, host, { saga })`: compositions whose steps are journaled, go on after a crash, and
 * are undone when one of them fails.
 *
 * @module
 */
import type { Sagas, Stores } from "cubular/contract"
import { View } from "./view.ts"

export { type SagasKept, sagasKept } from "./kept-of.ts"
export { resumeSagas } from "./resume.ts"
export { saga, sagaPerRequest } from "./saga.ts"
export { pinned as pinRegistry, readSource, type SagaSource } from "./source.ts"

/** What stores know of sagas: state, history, list. Nothing is changed, and no runner is needed. */
export function openSagas(stores: Stores): Sagas {
  return new View(stores)
}
