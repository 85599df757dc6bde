import {
  cube_field_malformed,
  schema_changes_values,
  schema_custom,
  schema_default_misplaced,
  schema_default_refused,
  schema_not_a_value,
  schema_not_portable,
  schema_strips_keys,
  secret_misplaced,
  stream_misplaced,
} from "cubular/messages/en"
import type * as z from "zod"
import { checkValue } from "./check-value.ts"
import { CubeError, type ErrorText, type Params, type Path } from "./error.ts"

/** Where a schema stands: it decides whether defaults and secrets may occur in it. */
export type SchemaSide = "input" | "output" | "config"

interface CheckDef {
  readonly check?: string
  readonly pattern?: RegExp
  readonly normalize?: boolean
  // What formats check beyond their names: z.url({ hostname, protocol }), z.jwt({ alg }).
  readonly hostname?: RegExp
  readonly protocol?: RegExp
  readonly alg?: string
}

/** The parts of zod's definitions we read: one loose shape instead of zod's forty. */
interface Def extends CheckDef {
  readonly type: string
  readonly coerce?: boolean
  readonly mode?: string
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[]
  readonly catchall?: unknown
  readonly shape?: { readonly [key: string]: unknown }
  readonly items?: readonly unknown[]
  readonly options?: readonly unknown[]
  readonly values?: readonly unknown[]
  readonly innerType?: z.ZodType
  readonly defaultValue?: unknown
  readonly getter?: () => unknown
  readonly [part: string]: unknown
}

type Meta = { readonly [key: string]: unknown }

/** The definition of a zod 4 schema; undefined for anything else. */
export function defOf(schema: unknown): Def | undefined {
  return (schema as { _zod?: { def?: Def } } | null | undefined)?._zod?.def
}

/** What `.meta()` says about a schema, inherited through the clones zod makes of it. */
export function metaOf(schema: z.ZodType): Meta {
  return schema.meta() ?? {}
}

export function refuse(text: ErrorText, path: Path, params: Params = {}): never {
  throw new CubeError({ ...text, path, params })
}

const changing = /^(transform|pipe|catch|prefault|success)$/
const valueless = /^(bigint|date|nan|undefined|void|symbol|map|set|function|promise|file)$/

/** Parts of a definition that are schemas, and what JSON Schema calls their place. */
const places: { readonly [part: string]: Path } = {
  catchall: ["additionalProperties"],
  element: ["items"],
  rest: ["items"],
  keyType: ["propertyNames"],
  valueType: ["additionalProperties"],
  innerType: [],
  left: ["allOf", 0],
  right: ["allOf", 1],
}

/**
 * Refuses schemas that do more than describe a value (transform, coerce, trim, catch, z.object …) or that describe what
 * no wire carries (Date, Map …).
 *
 * @param path - where the schema stands; the place of the part is added in JSON Schema's words.
 */
export function refuseUnportable(schema: unknown, side: SchemaSide, path: Path): void {
  const seen = new Set<unknown>()
  const ids = new Set<unknown>()
  const visit = (part: unknown, at: Path, top: boolean): void => {
    if (seen.has(part)) return
    seen.add(part)
    const def = defOf(part)
    if (def === undefined) refuse(cube_field_malformed, at, { field: at.join("."), takes: "zod 4 schema" })
    const { id, ...meta } = metaOf(part as z.ZodType)
    // What zod could not turn into JSON Schema would otherwise show when a manifest is asked for.
    if (ids.has(id) || checkValue(meta)) refuse(cube_field_malformed, at, { field: "meta", takes: "JSON, own id" })
    if (id !== undefined) ids.add(id)
    refuseNode(def, meta, side, at, top)
    refuseChecks(def, at)
    for (const [name, place] of Object.entries(places)) if (def[name]) visit(def[name], [...at, ...place], false)
    for (const key of Object.keys(def.shape ?? {})) visit(def.shape?.[key], [...at, "properties", key], false)
    def.items?.forEach((item, index) => void visit(item, [...at, "prefixItems", index], false))
    def.options?.forEach((option, index) => void visit(option, [...at, "anyOf", index], false))
    if (def.getter) visit(def.getter(), at, false)
  }
  visit(schema, path, true)
}

function refuseNode(def: Def, meta: Meta, side: SchemaSide, path: Path, top: boolean): void {
  const { type, innerType } = def
  if (meta["x-stream"] && (!top || side === "config")) refuse(stream_misplaced, path)
  if (meta["x-secret"] && side !== "config") refuse(secret_misplaced, path)
  // zod freezes what passes a readonly schema, and an array of bytes cannot be frozen.
  const frozen = type === "readonly" && innerType && metaOf(innerType)["x-bytes"]
  if (changing.test(type) || def.coerce || frozen)
    refuse(schema_changes_values, path, { kind: def.coerce ? "coerce" : type })
  if (valueless.test(type) || def.values?.some((value) => checkValue(value)))
    refuse(schema_not_a_value, path, { kind: type })
  if (type === "object" && !def.catchall) refuse(schema_strips_keys, path)
  if (type === "custom" && !meta["x-bytes"]) refuse(schema_custom, path)
  if (type !== "default") return
  if (side === "output" || (side === "input" && !top)) refuse(schema_default_misplaced, path)
  const value = def.defaultValue
  if (checkValue(value) || !innerType?.safeParse(value).success) refuse(schema_default_refused, path)
}

function refuseChecks(def: Def, path: Path): void {
  for (const { check, normalize, pattern } of checksOf(def)) {
    if (check === "overwrite" || normalize) refuse(schema_changes_values, path, { kind: "trim, normalize, overwrite" })
    if (/\\p\{/i.test(pattern?.source ?? "")) refuse(schema_not_portable, path)
  }
}

/** Checks stand on a schema (`.trim()`, `.regex()`), and a format such as z.url() is a check itself. */
function checksOf(def: Def): CheckDef[] {
  return [def, ...(def.checks ?? []).map((each) => each._zod.def)]
}

/** Whether a schema itself has a pattern with flags, which change what it means. */
export function hasFlags(schema: z.ZodType): boolean {
  const def = defOf(schema)
  return def !== undefined && checksOf(def).some(({ pattern }) => pattern?.flags)
}

/** Whether a schema itself checks more than its JSON Schema can say: `refine`, patterns with flags, hosts of a URL …. */
export function isOpaque(schema: z.ZodType): boolean {
  const def = defOf(schema)
  if (def === undefined || def.mode === "loose" || hasFlags(schema)) return true
  return checksOf(def).some(
    (each) =>
      each.hostname ??
      each.protocol ??
      each.alg ??
      (each !== def && /^(custom|property|properties)$/.test(each.check ?? "")),
  )
}
