import type { Color, Health } from "./cube.ts"
import type { CloudEvent, PublishOptions } from "./message.ts"
import type { Values } from "./run.ts"
import type { Json, Value } from "./value.ts"

/** Where a handled cube stands in its life; the only ways on are created → initialized → started ⇄ stopped → destroyed. */
export type LifecycleState = "created" | "initialized" | "started" | "stopped" | "destroyed"

/** What a cube says about itself. */
export interface CubeMetadata {
  /** The cube's id, family/name. */
  readonly name: string
  readonly version: string
  readonly color: Color
  /** The family: the first half of the id. */
  readonly category: string
  /** Ids of the cubes it may call. */
  readonly dependencies: readonly string[]
  /** The names it provides. */
  readonly capabilities: readonly string[]
}

/** The outcome of a health check. */
export interface HealthReport extends Health {
  /** Host-clock ms at which the status became what it is; absent on a host without a clock. */
  readonly since?: number
}

export interface CubeLifecycle {
  readonly state: LifecycleState
  /** Makes the instance from `config`; created → initialized. Refuses a config its schema refuses. */
  initialize(config?: Json): Promise<void>
  /** initialized or stopped → started. */
  start(): Promise<void>
  /** started → stopped; waits for what is being processed. */
  stop(): Promise<void>
  /** Any state but destroyed → destroyed. A started cube is stopped first. */
  destroy(): Promise<void>
  /** A cube without `health` of its own is healthy while started, degraded otherwise. Never rejects. */
  healthCheck(): Promise<HealthReport>
}

export interface CubeCommunication {
  /** Runs the cube once; needs a started cube. */
  process(inputs: Values, options?: { readonly signal?: AbortSignal }): Promise<Values>
  /** Calls `listener` with what this instance publishes on the topic, once the host has taken it. Returns the way to stop. */
  subscribe(topic: string, listener: (message: CloudEvent) => void): () => void
  /** Publishes on one of the cube's topics; refuses others, and data their schema refuses. Resolves when the host has it. */
  publish(topic: string, data: Value, options?: PublishOptions): Promise<void>
}

export interface CubeMetrics {
  /** Calls of `process` that have ended, and how. */
  readonly processed: number
  readonly failed: number
  readonly cancelled: number
  /** Calls going on. */
  readonly active: number
  /** Total and longest duration of ended calls in host-clock ms; absent on a host without a clock. */
  readonly totalMs?: number
  readonly longestMs?: number
}

export interface CubeLogLine {
  readonly level: "debug" | "info" | "warn" | "error"
  readonly message: string
  readonly fields?: { readonly [name: string]: unknown }
  /** Host-clock ms; absent on a host without a clock. */
  readonly at?: number
}

export interface CubeSpan {
  readonly name: string
  /** Host-clock ms; absent on a host without a clock. */
  readonly startedAt?: number
  readonly endedAt?: number
  readonly outcome: "ok" | "failed" | "cancelled"
  /** Error code when it failed. */
  readonly code?: string
}

export interface CubeMonitoring {
  metrics(): CubeMetrics
  /** The latest lines, oldest first; how many are kept is the handle's choice. */
  logs(): readonly CubeLogLine[]
  /** The latest calls, oldest first. */
  traces(): readonly CubeSpan[]
}

/** The complete standard interface around one cube; made on demand by `runner.handle(id)`, off the hot path. */
export interface CubeHandle {
  readonly metadata: CubeMetadata
  readonly lifecycle: CubeLifecycle
  readonly communication: CubeCommunication
  readonly monitoring: CubeMonitoring
}
