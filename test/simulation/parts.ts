import type { AnyCube } from "cubular"
import type { Parts } from "cubular/conformance"
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

const isWorkerd = globalThis.navigator?.userAgent === "Cloudflare-Workers"

/** More turns of the microtask queue than anything in a simulation takes at one time. */
const TURNS = 300

/** A turn of workerd's event loop takes a millisecond, and a message to oneself arrives before all promises are settled. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await undefined
}

/** The real parts on the deterministic host. */
export const parts: Parts = {
  createHost: (options) => createHost({ ...options, ...(isWorkerd ? { idle: settle } : {}) }),
  createStores,
  policies,
  saga,
  createBroker,
}

/** What a simulation of flow places. */
export const flowCubes: readonly AnyCube[] = [map, retryUntil, race, batch, kv, records]
