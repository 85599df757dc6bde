export { type ArrayKind, arrayKind } from "./array-kind.ts"
export { type Case, type CaseStep, type CubeCases, defineCases } from "./case.ts"
export { checkValue } from "./check-value.ts"
export * from "./composition.ts"
export * from "./cube.ts"
export {
  type Cube,
  type CubeSpec,
  type DeepReadonly,
  defineCube,
  type Instance,
  type Life,
  type Need,
  type NoTopics,
  type PortValues,
  type TopicValues,
} from "./define-cube.ts"
export * from "./error.ts"
export * from "./handle.ts"
export * from "./host.ts"
export { decodeJson, encodeJson } from "./json-value.ts"
export {
  type AnyComposition,
  type CompositionHead,
  composition,
  type PlacedLiteral,
  type TypedComposition,
} from "./literal.ts"
export { portManifest, toJsonSchema, toManifest } from "./manifest.ts"
export * from "./message.ts"
export * from "./policy.ts"
export * from "./policy-layer.ts"
export * from "./port.ts"
export { readBytes } from "./read-bytes.ts"
export * from "./registry.ts"
export * from "./run.ts"
export * from "./saga.ts"
export * from "./stores/blobs.ts"
export { defineTable } from "./stores/define-table.ts"
export * from "./stores/journal.ts"
export * from "./stores/kv.ts"
export * from "./stores/limits.ts"
export * from "./stores/queue.ts"
export * from "./stores/records.ts"
export * from "./stores/stores.ts"
export * from "./stores/table.ts"
export * from "./supervisor.ts"
export * from "./value.ts"
export type { Finding, ValueLimits } from "./value-walk.ts"
