import { defineCube, type Json, type RecordChange } from "cubular/contract"
import * as z from "zod"
import { placed, withInputs } from "./keeping/operation.ts"
import { type Row, type RowStore, rowsOf, tableSpec, toTable } from "./keeping/table.ts"

const table = tableSpec
const record = z.record(z.string(), z.json())
const key = z.union([z.string(), z.number()])
const version = z.int().min(0).optional()

const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("get"), table }),
  z.strictObject({ op: z.literal("put"), table }),
  z.strictObject({ op: z.literal("delete"), table }),
  z.strictObject({ op: z.literal("batch"), table }),
  z.strictObject({
    op: z.literal("query"),
    table,
    index: z.string().optional(),
    order: z.enum(["asc", "desc"]).optional(),
    limit: z.int().min(1).max(1000).optional(),
  }),
])

/**
 * Records of a typed table, found by key and by declared indexes. The table is described in `config.table`; every
 * composition that names it must describe it alike. `config.op` says what is done, and which ports count:
 *
 * - `get`: `key` → `found`, `record`, `version`; where there is none, `found` is false and the others are absent.
 * - `put`: `record`, and `version` when it may only replace that one (0: only when there is none) → `version`.
 * - `delete`: `key`, and `version` as above → nothing; a record that is not there is no error.
 * - `query`: `where`, `cursor` → `records`, and `cursor` when there are more. In `where` all fields of `config.index` (or
 *   the key) but the last given have a value, the last a value or `{ gt, gte, lt, lte, prefix }`.
 * - `batch`: up to 100 `changes`, `{ put: record }` or `{ delete: key }` with or without `version`, all or none → `versions`.
 */
export default defineCube({
  id: "data/records",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Records", ko: "레코드" },
  summary: { en: "Keeps records of a typed table", ko: "표의 레코드를 보관하고 찾습니다" },
  config,
  needs: ["stores"],
  opens: ({ table }) => [{ store: "records", table: toTable(table) }],
  provides: ["idempotent"],
  inputs: {
    key: key.optional(),
    record: record.optional(),
    version,
    where: z.record(z.string(), z.json()).optional(),
    cursor: z.string().optional(),
    changes: z
      .array(z.union([z.strictObject({ put: record, version }), z.strictObject({ delete: key, version })]))
      .optional(),
  },
  outputs: {
    found: z.boolean().optional(),
    record: record.optional(),
    version: z.int().optional(),
    records: z.array(z.strictObject({ record, version: z.int() })).optional(),
    cursor: z.string().optional(),
    versions: z.array(z.int()).optional(),
  },
  create(_, config) {
    const table = toTable(config.table)
    return {
      async process(inputs, step) {
        return placed(inputs, config, async () => {
          const rows = rowsOf(step, table)
          const { version, where, cursor } = inputs
          if (config.op === "get") return get(rows, withInputs(inputs, "get", "key").key)
          if (config.op === "put")
            return { version: await rows.put(withInputs(inputs, "put", "record").record, { version }) }
          if (config.op === "delete") {
            await rows.delete(withInputs(inputs, "delete", "key").key, { version })
            return {}
          }
          if (config.op === "batch") {
            const { changes } = withInputs(inputs, "batch", "changes")
            return {
              versions: [...(await rows.batch(changes as readonly RecordChange<Row, Json & (string | number)>[]))],
            }
          }
          const { index, order, limit } = config
          return rows.find({ index, order, limit, where, cursor } as Parameters<RowStore["find"]>[0])
        })
      },
    }
  },
})

async function get(rows: RowStore, key: string | number) {
  const found = await rows.get(key)
  return found ? { found: true, ...found } : { found: false }
}
