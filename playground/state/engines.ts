import type { Run, RunOptions, Values } from "cubular/contract"
import type { Client } from "cubular/gateway"
import type { Engine } from "./sides.ts"

/** The composition this page is about. */
const composition = "saju-chart"

interface Cubular {
  run(source: string, inputs: Values, options?: RunOptions): Run
}

export function browserEngine(cubular: Cubular): Engine {
  return (inputs, signal) => cubular.run(composition, inputs, { fingerprint: true, signal }).result
}

export function edgeEngine(client: Client): Engine {
  return (inputs, signal) => client.run(composition, inputs, { fingerprint: true, signal })
}
