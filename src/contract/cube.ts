import type * as z from "zod"
import type { Text } from "./composition.ts"
import type { Log } from "./host.ts"
import type { Step, Values } from "./run.ts"
import type { Json } from "./value.ts"

export type Awaitable<T> = T | Promise<T>
export type Ports = { readonly [port: string]: z.ZodType }

export type Color = "feature" | "network" | "data" | "security" | "monitoring" | "ui" | "integration"
export type Effect = "pure" | "read" | "write"

export interface Service {
  readonly origin: string
  readonly summary?: Text
  /** Names of the mock scenarios shipped beside the cube. */
  readonly scenarios?: readonly string[]
}

/** What a cube is given once, when it is placed: only immutable things. */
export interface Setup {
  /** Compiled modules named in `needs` as "wasm:<name>". */
  readonly wasm: { readonly [name: string]: WebAssembly.Module }
  readonly log: Log
}

export interface Health {
  readonly status: "healthy" | "degraded" | "unhealthy"
  readonly checks: readonly {
    readonly name: string
    readonly status: "healthy" | "degraded" | "unhealthy"
    readonly note?: string
  }[]
}

/** A created cube. Serves many runs at once and keeps no per-run state. */
export interface CubeInstance {
  process(inputs: Values, step: Step): Awaitable<Values>
  start?(): Awaitable<void>
  stop?(): Awaitable<void>
  destroy?(): Awaitable<void>
  health?(): Awaitable<Health>
  compensate?(inputs: Values, outputs: Values, step: Step): Awaitable<void>
}

/** A JSON Schema 2020-12 with our annotations: see `PortManifest`. */
export type JsonSchema = { readonly [key: string]: Json }

/**
 * One port in a manifest. Annotations inside the schema: `x-bytes` ("u8" … "f64": a typed array), `x-same` (a type
 * variable), `x-secret`, `x-stream`, `x-personal`, `x-unit`, and `x-opaque` where the zod schema checks more than the
 * JSON Schema can say (`refine`).
 */
export interface PortManifest {
  readonly schema: JsonSchema
  /** Inputs: must be wired. Outputs: always there when the step is ok. */
  readonly required: boolean
  readonly title?: Text
  readonly unit?: string
  readonly personal?: true
}

/** Everything of a cube but its code, as JSON. */
export interface CubeManifest {
  readonly id: string
  readonly version: string
  readonly color: Color
  readonly title: Text
  readonly summary?: Text
  readonly config?: JsonSchema
  /** Whether a placed cube must give `config`. */
  readonly configRequired: boolean
  readonly inputs: { readonly [port: string]: PortManifest }
  readonly outputs: { readonly [port: string]: PortManifest }
  readonly needs: readonly string[]
  readonly services: { readonly [name: string]: Service }
  /** Cube id → version range; `"config"` when it depends on the placed config. */
  readonly dependencies: { readonly [id: string]: string } | "config"
  readonly provides: readonly string[]
  readonly publishes: { readonly [topic: string]: JsonSchema }
  readonly effect: Effect
}

/** A cube with its types erased: what kernels and registries hold. */
export interface AnyCube {
  readonly id: string
  readonly version: string
  readonly color: Color
  readonly title: Text
  readonly summary: Text | undefined
  readonly config: z.ZodType | undefined
  readonly inputs: Ports
  readonly outputs: Ports
  readonly needs: readonly string[]
  readonly services: { readonly [name: string]: Service }
  readonly dependencies: { readonly [id: string]: string } | ((config: never) => { readonly [id: string]: string })
  readonly provides: readonly string[]
  readonly publishes: Ports
  readonly effect: Effect
  create(setup: Setup, config: never): Awaitable<CubeInstance>
}
