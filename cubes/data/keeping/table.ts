import { defineTable, type Json, type Migration, type Records, type Step, type Table } from "cubular/contract"
import * as z from "zod"
import { storeName } from "./operation.ts"

const fieldName = /* @__PURE__ */ z.string().min(1).max(64)
const scalar = {
  type: /* @__PURE__ */ z.enum(["string", "number", "integer", "boolean", "array", "object"]).optional(),
  enum: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .min(1)
    .optional(),
  minLength: /* @__PURE__ */ z.int().min(0).optional(),
  maxLength: /* @__PURE__ */ z.int().min(0).optional(),
  minimum: /* @__PURE__ */ z.number().optional(),
  maximum: /* @__PURE__ */ z.number().optional(),
}
const field = /* @__PURE__ */ z.strictObject({ ...scalar, items: /* @__PURE__ */ z.strictObject(scalar).optional() })
const change = /* @__PURE__ */ z.strictObject({
  rename: /* @__PURE__ */ z.record(fieldName, fieldName).optional(),
  remove: /* @__PURE__ */ z.array(fieldName).optional(),
  set: /* @__PURE__ */ z.record(fieldName, /* @__PURE__ */ z.json()).optional(),
})

/**
 * A table as data. `properties` are fields in the words of JSON Schema: `type`, `enum`, `minLength`, `maxLength` (also of
 * arrays), `minimum`, `maximum`, `items`; a field without a type holds any JSON. `required` fields are always there, as are
 * the key and the fields of indexes; other fields than these are refused. `migrations` say by the version they lead to how
 * an older record becomes one: fields renamed, then removed, then set.
 */
export const tableSpec = /* @__PURE__ */ z.strictObject({
  name: storeName,
  version: /* @__PURE__ */ z.int().min(1).max(1_000_000),
  key: fieldName,
  properties: /* @__PURE__ */ z.record(fieldName, field),
  required: /* @__PURE__ */ z.array(fieldName).optional(),
  indexes: /* @__PURE__ */ z.record(/* @__PURE__ */ z.string(), /* @__PURE__ */ z.array(fieldName).min(1)).optional(),
  migrations: /* @__PURE__ */ z.record(/* @__PURE__ */ z.string().regex(/^[1-9]\d{0,5}$/), change).optional(),
})

export type TableSpecData = z.output<typeof tableSpec>
export type Row = { readonly [field: string]: Json }
export type RowTable = Table<Row, string, { readonly [index: string]: readonly string[] }>
export type RowStore = Records<Row, string, { readonly [index: string]: readonly string[] }>

/** The table a config describes. @throws {CubeError} `table_malformed`. */
export function toTable({
  required = [],
  indexes = {},
  migrations = {},
  properties,
  ...spec
}: TableSpecData): RowTable {
  const always = new Set([...required, spec.key, ...Object.values(indexes).flat()])
  const shape = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, always.has(name) ? toZod(each) : toZod(each).optional()]),
  )
  const moves = Object.entries(migrations).map(([version, each]) => [version, toMigration(each)])
  const whole = { ...spec, indexes, schema: z.strictObject(shape), migrations: Object.fromEntries(moves) }
  return (defineTable as (spec: unknown) => unknown)(whole) as RowTable
}

/** The records behind it, for one step. */
export function rowsOf(step: Step, table: RowTable): RowStore {
  return step.stores.records(table)
}

type Field = z.output<typeof field>

function toZod({ enum: values, type, items, minLength = 0, maxLength, minimum, maximum }: Field): z.ZodType {
  if (values) return z.literal(values as [string, ...string[]])
  const most = maxLength ?? Number.MAX_SAFE_INTEGER
  const [low, high] = [minimum ?? -Number.MAX_VALUE, maximum ?? Number.MAX_VALUE]
  if (type === "string") return z.string().min(minLength).max(most)
  if (type === "number") return z.number().min(low).max(high)
  if (type === "integer") return z.int().min(low).max(high)
  if (type === "boolean") return z.boolean()
  if (type === "object") return z.record(z.string(), z.json())
  if (type === "array")
    return z
      .array(items ? toZod(items) : z.json())
      .min(minLength)
      .max(most)
  return z.json()
}

function toMigration({ rename = {}, remove = [], set = {} }: z.output<typeof change>): Migration {
  return (old) => {
    const renamed = Object.entries(old as Row).map(([name, value]) => [rename[name] ?? name, value] as const)
    return { ...Object.fromEntries(renamed.filter(([name]) => !remove.includes(name))), ...set }
  }
}
