import {
  schema_changes_values,
  schema_custom,
  schema_default_misplaced,
  schema_default_refused,
  schema_not_a_value,
  schema_not_portable,
  schema_not_zod,
  schema_strips_keys,
  secret_misplaced,
  stream_reserved,
} from "cubular/messages/en"
import type * as z from "zod"
import { checkValue, type Finding } from "./check-value.ts"
import type { ErrorText, Params, Path } from "./error.ts"

/** Where a schema stands: it decides whether defaults and secrets may occur in it. */
export type SchemaSide = "input" | "output" | "config"

/** The parts of zod's definitions we read: one loose shape instead of zod's forty. */
interface Def extends CheckDef {
  readonly type: string
  readonly coerce?: boolean
  readonly mode?: string
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[]
  readonly catchall?: z.ZodType
  readonly shape?: { readonly [key: string]: z.ZodType }
  readonly element?: z.ZodType
  readonly items?: readonly z.ZodType[]
  readonly rest?: z.ZodType | null
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly left?: z.ZodType
  readonly right?: z.ZodType
  readonly innerType?: z.ZodType
  readonly defaultValue?: unknown
  readonly values?: readonly unknown[]
  readonly getter?: () => z.ZodType
}

interface CheckDef {
  readonly check?: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly normalize?: boolean
  // What formats check beyond their names: z.url({ hostname, protocol }), z.jwt({ alg }).
  readonly hostname?: RegExp
  readonly protocol?: RegExp
  readonly alg?: string
}

/** The definition of a zod 4 schema; undefined for anything else. */
export function defOf(schema: unknown): Def | undefined {
  return (schema as { _zod?: { def?: Def } } | null | undefined)?._zod?.def
}

/** What `.meta()` says about a schema, inherited through the clones zod makes of it. */
export function metaOf(schema: z.ZodType): { readonly [key: string]: unknown } {
  return schema.meta() ?? {}
}

const changing = /* @__PURE__ */ new Set(["transform", "pipe", "catch", "prefault", "success"])
const valueless = /* @__PURE__ */ new Set(
  "bigint date nan undefined void symbol map set function promise file".split(" "),
)

/**
 * The first part of a schema that does more than describe a value (transform, coerce, trim, catch, z.object …) or
 * describes what no wire carries (Date, Map …); undefined when there is none.
 *
 * @returns the text of the finding and the path of the part in JSON Schema's words ("properties", "items", "anyOf" …).
 */
export function findUnportable(schema: z.ZodType, side: SchemaSide): Finding | undefined {
  return visit(schema, { side, seen: new Set() }, [], true)
}

interface Walk {
  readonly side: SchemaSide
  readonly seen: Set<z.ZodType>
}

function visit(schema: z.ZodType, walk: Walk, path: Path, top: boolean): Finding | undefined {
  const def = defOf(schema)
  if (def === undefined) return found(schema_not_zod, path)
  if (walk.seen.has(schema)) return undefined
  walk.seen.add(schema)
  return refuseNode(schema, def, walk, path, top) ?? refuseChecks(def, path) ?? visitParts(def, walk, path)
}

function refuseNode(schema: z.ZodType, def: Def, walk: Walk, path: Path, top: boolean): Finding | undefined {
  const meta = metaOf(schema)
  if (meta["x-stream"]) return found(stream_reserved, path)
  if (meta["x-secret"] && walk.side !== "config") return found(secret_misplaced, path)
  if (changing.has(def.type)) return found(schema_changes_values, path, { kind: def.type })
  if (def.coerce) return found(schema_changes_values, path, { kind: "coerce" })
  if (valueless.has(def.type)) return found(schema_not_a_value, path, { kind: def.type })
  if (def.type === "object" && def.catchall === undefined) return found(schema_strips_keys, path)
  if (def.type === "custom" && !meta["x-bytes"]) return found(schema_custom, path)
  if (def.type === "literal") return refuseLiteral(def, path)
  // zod freezes what passes a readonly schema, and an array of bytes cannot be frozen.
  if (def.type === "readonly" && def.innerType && metaOf(def.innerType)["x-bytes"])
    return found(schema_changes_values, path, { kind: "readonly" })
  return def.type === "default" ? refuseDefault(def, walk, path, top) : undefined
}

function refuseLiteral(def: Def, path: Path): Finding | undefined {
  const odd = def.values?.find((value) => checkValue(value) !== undefined)
  return odd === undefined && !def.values?.includes(undefined)
    ? undefined
    : found(schema_not_a_value, path, { kind: typeof odd })
}

function refuseDefault(def: Def, walk: Walk, path: Path, top: boolean): Finding | undefined {
  if (walk.side === "output" || (walk.side === "input" && !top)) return found(schema_default_misplaced, path)
  const value = def.defaultValue
  return checkValue(value) === undefined && def.innerType?.safeParse(value).success
    ? undefined
    : found(schema_default_refused, path)
}

function refuseChecks(def: Def, path: Path): Finding | undefined {
  for (const check of checksOf(def)) {
    if (check.check === "overwrite")
      return found(schema_changes_values, path, { kind: "overwrite (trim, toLowerCase …)" })
    if (check.normalize) return found(schema_changes_values, path, { kind: "normalize" })
    if (check.pattern && /\\p\{/i.test(check.pattern.source)) return found(schema_not_portable, path)
  }
  return undefined
}

/** Checks stand on a schema (`.trim()`, `.regex()`), and a format such as z.url() is a check itself. */
function checksOf(def: Def): CheckDef[] {
  return [def, ...(def.checks ?? []).map((each) => each._zod.def)]
}

/** The patterns a schema itself checks, those of its parts left out. */
export function patternsOf(schema: z.ZodType): RegExp[] {
  const def = defOf(schema)
  return def ? checksOf(def).flatMap(({ pattern }) => pattern ?? []) : []
}

/** Whether a schema itself checks more than its JSON Schema can say: `refine`, patterns with flags, hosts of a URL …. */
export function isOpaque(schema: z.ZodType): boolean {
  const def = defOf(schema)
  if (def === undefined) return true
  const [self, ...checks] = checksOf(def)
  return (
    def.mode === "loose" ||
    checks.some(({ check }) => check === "custom" || check === "property" || check === "properties") ||
    [self, ...checks].some((check) => check?.hostname ?? check?.protocol ?? check?.alg) ||
    patternsOf(schema).some((pattern) => pattern.flags !== "")
  )
}

function visitParts(def: Def, walk: Walk, path: Path): Finding | undefined {
  for (const [part, ...keys] of partsOf(def)) {
    const finding = visit(part, walk, [...path, ...keys], false)
    if (finding) return finding
  }
  return undefined
}

type Part = readonly [schema: z.ZodType, ...keys: (string | number)[]]

function partsOf(def: Def): Part[] {
  const parts: Part[] = []
  const add = (schema: z.ZodType | null | undefined, ...keys: (string | number)[]): void => {
    if (schema) parts.push([schema, ...keys])
  }
  for (const key of Object.keys(def.shape ?? {})) add(def.shape?.[key], "properties", key)
  add(def.catchall?.def.type === "never" ? undefined : def.catchall, "additionalProperties")
  add(def.element, "items")
  def.items?.forEach((item, index) => {
    add(item, "prefixItems", index)
  })
  add(def.rest, "items")
  add(def.keyType, "propertyNames")
  add(def.valueType, "additionalProperties")
  def.options?.forEach((option, index) => {
    add(option, "anyOf", index)
  })
  add(def.left, "allOf", 0)
  add(def.right, "allOf", 1)
  add(def.innerType)
  add(def.getter?.())
  return parts
}

function found(text: ErrorText, path: Path, params: Params = {}): Finding {
  return { text, path, params }
}
