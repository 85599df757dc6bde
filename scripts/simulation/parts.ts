import type { AnyCube } from "cubular"
import { type Parts, type Simulated, simulate, simulateFlow } from "cubular/conformance"
import kv from "cubular/cubes/data/kv"
import records from "cubular/cubes/data/records"
import batch from "cubular/cubes/flow/batch"
import map from "cubular/cubes/flow/map"
import race from "cubular/cubes/flow/race"
import retryUntil from "cubular/cubes/flow/retry-until"
import { createHost } from "cubular/host/memory"
import { createBroker } from "cubular/messaging"
import { policies } from "cubular/policies"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"

/** After all microtasks, like a turn of the event loop, which would ask the system each time for news nobody waits for. */
const idle = (): Promise<void> => new Promise((resolve) => void process.nextTick(resolve))

/** The real parts on the deterministic host, as every script simulates with them. */
export const parts: Parts = {
  createHost: (options) => createHost({ ...options, idle }),
  createStores,
  policies,
  saga,
  createBroker,
}

const cubes: readonly AnyCube[] = [map, retryUntil, race, batch, kv, records]

/** A seed of everything, or one of runs through the cubes of flow. */
export function simulated(seed: number, flow: boolean): Promise<Simulated> {
  return flow ? simulateFlow(seed, parts, cubes) : simulate(seed, parts)
}
