import { CubeError, type CubeErrorJson, type Value } from "cubular/contract"
import { saga_corrupt } from "cubular/messages/en"
import * as z from "zod"

/** A value as a journal keeps it: its JSON text, or where that is too long the key of a blob that holds it. */
export type Kept = { readonly text: string } | { readonly blob: string; readonly sha256: string }

export interface StartedEntry {
  readonly type: "started"
  readonly format: 1
  readonly document: string
  readonly version: string
  readonly plan: string
  readonly seed: string
  readonly fingerprint: boolean
  readonly inputs: Kept
  /** The document and those it uses. */
  readonly source: Kept
  /** Cubes at work, as "id@version". */
  readonly cubes: readonly string[]
}

/** What a journal says, without place and time. */
export type Entry =
  | StartedEntry
  | { readonly type: "step_started"; readonly step: string; readonly final?: true }
  | { readonly type: "step_done"; readonly step: string; readonly outputs: Kept }
  /** `refused`: it says itself that it did nothing. */
  | { readonly type: "step_failed"; readonly step: string; readonly error: CubeErrorJson; readonly refused?: true }
  | { readonly type: "undoing"; readonly error: CubeErrorJson }
  | { readonly type: "undo_started" | "undo_done"; readonly step: string }
  | { readonly type: "undo_failed"; readonly step: string; readonly error: CubeErrorJson }
  | { readonly type: "parked"; readonly error: CubeErrorJson }
  | { readonly type: "resumed" }
  | { readonly type: "ended"; readonly state: "done"; readonly outputs: Kept; readonly fingerprint?: string }
  | { readonly type: "ended"; readonly state: "undone" }

/** `n` is its position: a hole in the middle shows. */
export type Placed = Entry & { readonly n: number; readonly at: number }

/** @throws {CubeError} `saga_corrupt` for what no saga writes at this position. */
export function readEntry(id: string, value: Value, position: number): Placed {
  schema ??= makeSchema()
  const { data } = schema.safeParse(value)
  if (data === undefined || (data as Placed).n !== position)
    throw new CubeError({ ...saga_corrupt, params: { id, position } })
  return data as Placed
}

let schema: z.ZodType | undefined

function makeSchema(): z.ZodType {
  const place = { n: z.int().min(0), at: z.number() }
  const step = z.string().min(1)
  const kept = z.union([z.strictObject({ text: z.string() }), z.strictObject({ blob: z.string(), sha256: z.string() })])
  const error = z.looseObject({
    code: z.string(),
    path: z.array(z.union([z.string(), z.number()])),
    params: z.record(z.string(), z.json()),
    message: z.string(),
    hint: z.string(),
  })
  const of = <T extends string, M extends Record<string, z.ZodType>>(type: T, members: M) =>
    z.strictObject({ ...place, type: z.literal(type), ...members })
  return z.union([
    of("started", {
      format: z.literal(1),
      document: z.string(),
      version: z.string(),
      plan: z.string(),
      seed: z.string(),
      fingerprint: z.boolean(),
      inputs: kept,
      source: kept,
      cubes: z.array(z.string()),
    }),
    of("step_started", { step, final: z.literal(true).optional() }),
    of("step_done", { step, outputs: kept }),
    of("step_failed", { step, error, refused: z.literal(true).optional() }),
    of("undoing", { error }),
    of("undo_started", { step }),
    of("undo_done", { step }),
    of("undo_failed", { step, error }),
    of("parked", { error }),
    of("resumed", {}),
    of("ended", { state: z.literal("done"), outputs: kept, fingerprint: z.string().optional() }),
    of("ended", { state: z.literal("undone") }),
  ])
}
