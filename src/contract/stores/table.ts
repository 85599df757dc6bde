import { table_malformed } from "cubular/messages/en"
import type * as z from "zod"
import { toJsonSchema } from "../manifest.ts"
import { defOf, refuse, refuseUnportable } from "../schema.ts"
import type { Value } from "../value.ts"
import { storeLimits } from "./limits.ts"

/** What keys and indexed fields hold: texts up to 512 bytes of UTF-8, or finite numbers. */
export type RecordKey = string | number

/** Fields a table can be looked through by: there in every record, and texts or numbers. */
export type KeyField<R> = { [F in keyof R]-?: R[F] extends RecordKey ? F : never }[keyof R] & string

export type Indexes<R> = { readonly [index: string]: readonly KeyField<R>[] }

/** A record as an older version of the table wrote it, in; one of the next version, out. It may throw. */
export type Migration = (old: Value) => Value

export interface TableSpec<S extends z.ZodObject, K extends string, I> {
  /** As the names of stores. */
  readonly name: string
  /** 1, 2, 3 …: raised whenever key, indexes or schema change in a way that records written before do not fit. */
  readonly version: number
  /** A `z.strictObject`: it describes records and never changes them, as the schemas of ports do. */
  readonly schema: S
  /** The field that tells records apart. It never changes. */
  readonly key: K
  /** Lists of fields by which records can be found, in the order given; up to 16 indexes over 32 fields. */
  readonly indexes?: I
  /** By the version they lead to: all from 2 to `version`. */
  readonly migrations?: { readonly [version: number]: Migration }
}

/** What a driver must know of a table. JSON. */
export interface TableShape {
  readonly name: string
  readonly version: number
  readonly key: ShapeField
  /** Every field that is in an index, once. */
  readonly fields: readonly ShapeField[]
  /** By name; each names its fields by their place among `fields`. */
  readonly indexes: readonly { readonly name: string; readonly at: readonly number[] }[]
}

export interface ShapeField {
  readonly field: string
  readonly kind: "string" | "number"
}

/** The definition of a table of `records`; made by `defineTable`. */
export interface Table<R, K extends string = string, I = unknown> {
  readonly schema: z.ZodType<R>
  readonly key: K
  readonly indexes: I
  readonly migrations: { readonly [version: number]: Migration }
  readonly shape: TableShape
}

/**
 * Declares a table of `records`: nothing is opened or written.
 *
 * @example
 * const charts = defineTable({
 *   name: "charts", version: 1, key: "id", indexes: { byBirth: ["owner", "bornAtMs"] },
 *   schema: z.strictObject({ id: z.string(), owner: z.string(), bornAtMs: z.number(), note: z.string().optional() }),
 * })
 *
 * @throws {CubeError} `table_malformed`, or what `defineCube` says of a schema that cannot describe stored values.
 */
export function defineTable<
  const S extends z.ZodObject,
  const K extends KeyField<z.output<S>>,
  const I extends Indexes<z.output<S>> = Record<never, never>,
>(spec: TableSpec<S, K, I>): Table<z.output<S>, K, I> {
  const { name, version, schema, key, indexes = {} as I, migrations = {} } = spec
  if (typeof name !== "string" || !/^[a-z][a-z0-9-]{0,47}$/.test(name))
    malformed("name", "a lower-case letter, then up to 47 lower-case letters, digits and -")
  if (!Number.isInteger(version) || version < 1 || version > 1_000_000) malformed("version", "1, 2, 3 …")
  if (defOf(schema)?.type !== "object") malformed("schema", "a z.strictObject")
  refuseUnportable(schema, "output", ["schema"])
  for (let to = 2; to <= version; to++)
    if (typeof migrations[to] !== "function")
      malformed("migrations", `a function for every version from 2 to ${version}`)
  const shape = shapeOf(name, version, schema, key, indexes)
  return Object.freeze({ schema: schema as unknown as z.ZodType<z.output<S>>, key, indexes, migrations, shape })
}

function shapeOf(name: string, version: number, schema: z.ZodObject, key: string, indexes: object): TableShape {
  const fields: ShapeField[] = []
  const place = (field: string, path: string): number => {
    const known = fields.findIndex((each) => each.field === field)
    return known >= 0 ? known : fields.push(fieldOf(schema, field, path)) - 1
  }
  const shaped = Object.entries(indexes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([index, list]: [string, unknown]) => {
      if (!/^[a-z][A-Za-z0-9]{0,47}$/.test(index))
        malformed("indexes", "named by a lower-case letter, then letters and digits")
      if (!Array.isArray(list) || list.length === 0 || new Set(list).size < list.length)
        malformed(`indexes.${index}`, "a list of fields, each once")
      return { name: index, at: (list as string[]).map((field) => place(field, `indexes.${index}`)) }
    })
  if (shaped.length > storeLimits.indexes || fields.length > storeLimits.indexFields)
    malformed("indexes", `at most ${storeLimits.indexes} over ${storeLimits.indexFields} fields`)
  return { name, version, key: fieldOf(schema, key, "key"), fields, indexes: shaped }
}

/** A field of the schema that is always there and always a text or always a number. */
function fieldOf(schema: z.ZodObject, field: string, place: string): ShapeField {
  const part = Object.hasOwn(schema.shape, field) ? (schema.shape[field] as unknown as z.ZodType) : undefined
  if (part === undefined || part._zod.optout !== undefined) return malformed(place, "fields that every record has")
  const { type } = toJsonSchema(part, "output") as { readonly type?: unknown }
  if (type === "string") return { field, kind: "string" }
  return type === "number" || type === "integer" ? { field, kind: "number" } : malformed(place, "texts or numbers")
}

function malformed(field: string, takes: string): never {
  return refuse(table_malformed, [field], { field, takes })
}
