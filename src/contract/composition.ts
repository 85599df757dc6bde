import * as z from "zod"
import { TOPIC_PATTERN } from "./message.ts"
import type { PolicyData } from "./policy.ts"
import type { Json } from "./value.ts"

/** A text in the languages every reader of ours knows. */
export interface Text {
  readonly en: string
  readonly ko: string
}

/** `("@" input | id "." port) ["#" JSON-Pointer]`, as "pillars.pillars#/day" or "@birth". */
export type Ref = string

/** What an input port is fed with: one ref, several refs into a list port, or a constant. */
export type WireSource = Ref | readonly Ref[] | { readonly value: Json }

/** What an input of a run that a message starts is fed with: `"#/pointer"` into the message's data, or a constant. */
export type DataSource = string | { readonly value: Json }

export interface PlacedCube {
  /** "family/name@range", or "composition:id@range"; without a range the newest version held. */
  readonly use: string
  readonly config?: Json | undefined
  readonly in?: { readonly [port: string]: WireSource } | undefined
  readonly when?: Ref | undefined
  readonly after?: readonly string[] | undefined
  readonly policy?: PolicyData | undefined
  /** In a saga: a step that cannot be undone. Once it has begun there is no way back. */
  readonly final?: boolean | undefined
}

/** The saved document, format 1. */
export interface CompositionDocument {
  readonly $schema?: string | undefined
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly title?: Text | undefined
  readonly mode?: "run" | "saga" | undefined
  /** JSON Schema 2020-12 per input, or `{ "$ref": "cube:family/name#/inputs/port" }`. Inferred from the ports when absent. */
  readonly inputs?: { readonly [name: string]: Json } | undefined
  readonly services?: { readonly [name: string]: { readonly origin: string } } | undefined
  readonly cubes: { readonly [id: string]: PlacedCube }
  readonly outputs: { readonly [name: string]: Ref }
  readonly on?: { readonly [topic: string]: { readonly in: { readonly [name: string]: DataSource } } } | undefined
  readonly emit?: { readonly [topic: string]: Ref } | undefined
  readonly layout?: Json | undefined
}

/** Pattern of instance ids, port names and input names. */
export const NAME_PATTERN: RegExp = /^[a-z][A-Za-z0-9-]{0,63}$/
/** Pattern of cube ids: family/name, each lower-case words joined by "-". */
export const CUBE_ID_PATTERN: RegExp = /^[a-z][a-z0-9-]{0,63}\/[a-z][a-z0-9-]{0,63}$/
/** Pattern of exact versions: semver without build metadata. */
export const VERSION_PATTERN: RegExp = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/

/**
 * Composition format 1 as a strict zod schema; `dist/composition-1.schema.json` is generated from it. It checks the
 * shape only: what refs mean, whether cubes exist and wires fit is `validate`'s work.
 */
export function compositionSchema(): z.ZodType<CompositionDocument> {
  const name = z.string().regex(NAME_PATTERN)
  const ref = z.string().min(2).max(1024)
  const json = z.json() as unknown as z.ZodType<Json>
  const text = z.strictObject({ en: z.string(), ko: z.string() })
  const ms = z
    .number()
    .min(0)
    .max(86_400_000 * 30)
  const count = z.int().min(1).max(1_000_000)
  const policy = z.strictObject({
    deadlineMs: ms.optional(),
    timeoutMs: ms.optional(),
    retry: z
      .strictObject({
        attempts: z.int().min(1).max(100),
        backoff: z.enum(["constant", "exponential"]).optional(),
        baseMs: ms.optional(),
        maxMs: ms.optional(),
        jitter: z.enum(["none", "full"]).optional(),
      })
      .optional(),
    breaker: z
      .strictObject({ errorRate: z.number().gt(0).max(1), windowMs: ms, minimumCalls: count, openMs: ms })
      .optional(),
    cache: z.strictObject({ ttlMs: ms, staleOnError: z.boolean().optional() }).optional(),
    bulkhead: z.strictObject({ concurrent: count, queue: z.int().min(0).optional() }).optional(),
    rateLimit: z.strictObject({ limit: count, windowMs: ms, key: ref.optional() }).optional(),
    fallback: z.union([z.strictObject({ value: json }), z.strictObject({ use: z.string().max(256) })]).optional(),
  })
  const constant = z.strictObject({ value: json })
  const source = z.union([ref, z.array(ref).max(8192), constant])
  const topic = z.string().regex(TOPIC_PATTERN)
  const dataSource = z.string().max(1024)
  const placed = z.strictObject({
    use: z.string().min(1).max(256),
    config: json.optional(),
    in: z.record(name, source).optional(),
    when: ref.optional(),
    after: z.array(name).max(2048).optional(),
    policy: policy.optional(),
    final: z.boolean().optional(),
  })
  return z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(1),
    id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
    version: z.string().regex(VERSION_PATTERN),
    title: text.optional(),
    mode: z.enum(["run", "saga"]).optional(),
    inputs: z.record(name, json).optional(),
    services: z.record(name, z.strictObject({ origin: z.url({ protocol: /^https?$/ }) })).optional(),
    cubes: z.record(name, placed),
    outputs: z.record(name, ref),
    on: z.record(topic, z.strictObject({ in: z.record(name, z.union([dataSource, constant])) })).optional(),
    emit: z.record(topic, ref).optional(),
    layout: json.optional(),
  }) as unknown as z.ZodType<CompositionDocument>
}

/** Composition format 1 as JSON Schema 2020-12: what editors check documents with while they are written. */
export function compositionJsonSchema(): { readonly [key: string]: Json } {
  const { $schema, ...schema } = z.toJSONSchema(compositionSchema(), { io: "input" })
  return {
    $schema,
    $id: "urn:cubular:composition:1",
    title: "cubular composition, format 1",
    description:
      'Places cubes and says where each of their inputs comes from. Refs: "@input" or "cube.port", then optionally "#/json/pointer".',
    ...schema,
  } as unknown as { readonly [key: string]: Json }
}
