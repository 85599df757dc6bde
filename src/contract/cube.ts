import type * as z from "zod"
import type { Text } from "./composition.ts"
import type { Log } from "./host.ts"
import type { Step, Values } from "./run.ts"
import type { StoreUse } from "./stores/stores.ts"
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

/**
 * A JSON Schema 2020-12 with our annotations: see `PortManifest`. Each is a document of its own: "#" in a `$ref` is its
 * root. Lengths of texts count UTF-16 code units. A `default` has the JSON form of values (`$bytes`, `$$`).
 */
export type JsonSchema = { readonly [key: string]: Json }

/**
 * One port in a manifest. Annotations inside the schema, on whatever part they belong to:
 * - `x-bytes`: a typed array; "u8", "i8", "u16", "i16", "u32", "i32", "f32" or "f64"
 * - `x-same`: the name of a type variable; the same type on every port that names it
 * - `x-secret`: true where config takes `{ "secret": "NAME" }`
 * - `x-stream`: true for a stream, whose `items` each have the schema under `items`; only on a whole port
 * - `x-personal`: true for what is about a person
 * - `x-unit`: unit of a number
 * - `x-title`: `{ en, ko }`, where `title` has the English
 * - `x-opaque`: true where the zod schema checks more than the JSON Schema can say (`refine`, flags of a pattern …)
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
  readonly opens: ((config: never) => readonly StoreUse[]) | undefined
  readonly effect: Effect
  create(setup: Setup, config: never): Awaitable<CubeInstance>
}
