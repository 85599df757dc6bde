import { table_malformed } from "cubular/messages/en"
import type * as z from "zod"
import { toJsonSchema } from "../manifest.ts"
import { defOf, refuse, refuseUnportable } from "../schema.ts"
import { storeLimits } from "./limits.ts"
import type { Indexes, KeyField, ShapeField, Table, TableShape, TableSpec } from "./table.ts"

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
