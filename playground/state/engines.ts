import type { Run, RunOptions, Values } from "cubular/contract"
import type { Client } from "cubular/gateway"
import type { Engine } from "./sides.ts"

/** The composition this page is about. */
const composition = "saju-fortune"

interface Cubular {
  readonly mode: "worker" | "main"
  run(source: string, inputs: Values, options?: RunOptions): Run
}

export function browserEngine(cubular: Cubular): Engine {
  return async (inputs, signal) => {
    const result = await cubular.run(composition, inputs, { fingerprint: true, signal }).result
    return { result, where: cubular.mode }
  }
}

export function edgeEngine(client: Client): Engine {
  return async (inputs, signal) => {
    const result = await client.run(composition, inputs, { fingerprint: true, signal })
    return { result, where: "edge" }
  }
}
