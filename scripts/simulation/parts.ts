import { type Parts, type Simulated, simulate, simulateFlow } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { flowCubes, parts as tested } from "../../test/simulation/parts.ts"

/** After all microtasks, like a turn of the event loop, which would ask the system each time for news nobody waits for. */
const idle = (): Promise<void> => new Promise((resolve) => void process.nextTick(resolve))

/** What the tests simulate with, on a host that waits less. */
export const parts: Parts = { ...tested, createHost: (options) => createHost({ ...options, idle }) }

/** A seed of everything, or one of runs through the cubes of flow. */
export function simulated(seed: number, flow: boolean): Promise<Simulated> {
  return flow ? simulateFlow(seed, parts, flowCubes) : simulate(seed, parts)
}
