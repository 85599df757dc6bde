import type { Parts } from "cubular/conformance"
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
