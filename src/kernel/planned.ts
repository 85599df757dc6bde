import type { AnyCube, CompositionDocument, FilledPolicy, Json, Value, Values } from "cubular/contract"
import type * as z from "zod"

/**
 * Where a planned value comes from. Slots number the run's values: first the composition's inputs, then every step's
 * outputs in plan order (`PlannedStep.firstSlot` + position of the port in `outputs`).
 */
export type Source =
  | { readonly kind: "constant"; readonly value: Value }
  | { readonly kind: "slot"; readonly slot: number; readonly pointer: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly Source[] }

export interface PlannedInput {
  readonly port: string
  /** A skipped source skips the step; otherwise the input is absent (or `fallback`). */
  readonly required: boolean
  readonly source: Source
  /** The port's default, used when an optional input's source was skipped. */
  readonly fallback: Value | undefined
  /** Parsed on every run because the wire's verdict was "unknown"; undefined when proved. */
  readonly check: z.ZodType | undefined
  /** Of a stream: what each item is parsed by, where the verdict was "unknown". `check` is undefined. */
  readonly stream?: { readonly check: z.ZodType | undefined }
}

export interface PlannedStep {
  readonly index: number
  /** "reading", or "fortune/reading" inside a composition used as a cube. */
  readonly path: string
  readonly cube: AnyCube
  /** Parsed by the cube's config schema; undefined where it has none. */
  readonly config: Json | undefined
  /** In the order of the cube's declaration. Unwired optional ports without default do not appear. */
  readonly inputs: readonly PlannedInput[]
  /** Output port names in the order of the cube's declaration. */
  readonly outputs: readonly string[]
  readonly firstSlot: number
  /** Output ports that are streams; undefined where it takes none and gives none. */
  readonly streams: readonly string[] | undefined
  /** All must be true (own `when` and those of enclosing compositions), else the step is skipped. */
  readonly when: readonly Source[]
  /** Indexes of the steps that must be over first: data sources, `when`, `after`; ascending, no doubles. */
  readonly waitsFor: readonly number[]
  /** Those among them that need only have begun: it reads their streams. */
  readonly reads: readonly number[]
  /** Cubes it may call with step.call, loaded: declared id → cube. */
  readonly callable: { readonly [id: string]: AnyCube }
  /** The rules around it, if there are any. */
  readonly policy: PlannedPolicy | undefined
  /** In a saga: it cannot be undone. */
  readonly final: boolean
}

export interface PlannedPolicy {
  /** With every default filled in. */
  readonly data: FilledPolicy
  /** Where the value of `rateLimit.key` comes from. */
  readonly key: Source | undefined
  /** Outputs of `fallback.value`. */
  readonly value: Values | undefined
  /** The cube of `fallback.use`; what it may call is among the step's `callable`. */
  readonly substitute: AnyCube | undefined
}

export interface PlannedRunInput {
  readonly name: string
  readonly required: boolean
  /** What a value from outside must pass, each: the declared schema, or the schemas of the ports it feeds. */
  readonly checks: readonly z.ZodType[]
  /** The one `typeof` that says as much as all checks together, where there is such a one. */
  readonly bare: string | undefined
  /** The declared schema's own default: stands in the slot when a run gives no value. */
  readonly fallback: Value | undefined
  /** It is a stream, and `checks` are for each item. */
  readonly stream: boolean
}

/** Where one input of a run that a message starts comes from. */
export type DataInput =
  | { readonly name: string; readonly pointer: readonly string[] }
  | { readonly name: string; readonly value: Value }

/** A topic a composition listens to. */
export interface Listening {
  readonly topic: string
  readonly inputs: readonly DataInput[]
}

/** A composition that passed validation, resolved, ordered and frozen. Its run input i lives in slot i. */
export interface Plan {
  readonly id: string
  readonly version: string
  /** SHA-256, lower-case hex, of the canonical normalised document. */
  readonly digest: string
  /** The document as given (parsed), and those of compositions it uses by "id@version": what a record keeps. */
  readonly document: CompositionDocument
  readonly compositions: { readonly [key: string]: CompositionDocument }
  readonly inputs: readonly PlannedRunInput[]
  /** Topological, ties by path in code-unit order. */
  readonly steps: readonly PlannedStep[]
  readonly outputs: readonly { readonly name: string; readonly source: Source }[]
  /** Messages a run that was ok emits, as its document has them. */
  readonly emits: readonly { readonly topic: string; readonly source: Source }[]
  /** Topics a message of which starts a run. */
  readonly on: readonly Listening[]
  readonly slots: number
  /** Whether values come in streams anywhere: then it takes `streams` to run it. */
  readonly streamed: boolean
  /** Service name → origin, the document's overriding the cubes' declarations. */
  readonly services: { readonly [name: string]: string }
}
