import {
  bytes,
  CubeError,
  decodeJson,
  defineCube,
  type Json,
  type KvPut,
  type Step,
  storeLimits,
} from "cubular/contract"
import { export_missing, export_other, record_refused } from "cubular/messages/en"
import * as z from "zod"
import { type ExportHead, type ExportRow, fromExport, unreadable } from "./keeping/export-text.ts"
import { gunzip } from "./keeping/gzip.ts"
import { placed, storeName, withInputs } from "./keeping/operation.ts"
import { type Row, type RowTable, rowsOf, tableSpec, toTable } from "./keeping/table.ts"

const config = z.strictObject({
  to: z.union([z.strictObject({ table: tableSpec }), z.strictObject({ kv: storeName })]),
  /** Read the blob of this store that the input `key` names, instead of `ndjson`. */
  from: z.strictObject({ store: storeName }).optional(),
})

/**
 * Brings back what `data/export` has made, compressed or not: records into the table of the same name and version, values
 * into a kv store. The whole export is looked at first, its checksum, its number of rows and every row; when anything is
 * wrong, nothing is written. Then rows are written in batches of 100, each over what has its key; what else is there stays.
 * An import that was cut short may be made again.
 *
 * Of a table of a search, `data/search` must rebuild its words afterwards.
 */
export default defineCube({
  id: "data/import",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Import", ko: "가져오기" },
  summary: {
    en: "Brings an export back, checked before anything is written",
    ko: "내보낸 것을 모두 확인한 뒤 되돌립니다",
  },
  config,
  needs: ["stores", "clock"],
  opens: ({ to, from }) => [
    "table" in to ? { store: "records", table: toTable(to.table) } : { store: "kv", name: to.kv },
    ...(from ? [{ store: "blobs", name: from.store } as const] : []),
  ],
  provides: ["idempotent"],
  inputs: { ndjson: bytes().optional(), key: z.string().optional() },
  outputs: { rows: z.int() },
  create(_, config) {
    const { to, from } = config
    const table = "table" in to ? toTable(to.table) : undefined
    return {
      async process(inputs, step) {
        return placed(inputs, config, async () => {
          const given = from
            ? await step.stores.blobs(from.store).get(withInputs(inputs, "from", "key").key)
            : inputs.ndjson
          if (!given) throw new CubeError({ ...export_missing, path: ["inputs", from ? "key" : "ndjson"] })
          const { head, rows } = fromExport(await gunzip(given as Uint8Array<ArrayBuffer>))
          if (table) await intoTable(step, table, head, rows)
          else await intoKv(step, (to as { readonly kv: string }).kv, head, rows)
          return { rows: rows.length }
        })
      },
    }
  },
})

async function intoTable(step: Step, table: RowTable, head: ExportHead, rows: readonly ExportRow[]): Promise<void> {
  const { name, version } = table.shape
  if (head.kind !== "records" || head.name !== name || head.version !== version)
    throw other(head, `records ${name} ${version}`)
  const records = rows.map((row, at) => decodeJson(row as Json, ["rows", at]) as Row)
  records.forEach((record, at) => {
    if (!table.schema.safeParse(record).success)
      throw new CubeError({
        ...record_refused,
        path: ["rows", at],
        params: { problem: `row ${at + 1}` },
      })
  })
  refuseTwins(records.map((record) => record[table.key]))
  const store = rowsOf(step, table)
  for (let at = 0; at < records.length; at += storeLimits.batch)
    await store.batch(records.slice(at, at + storeLimits.batch).map((put) => ({ put })))
}

const entry = /* @__PURE__ */ z.strictObject({
  key: z.string(),
  value: z.json(),
  metadata: z.json().optional(),
  expiresAtMs: z.number().optional(),
})

async function intoKv(step: Step, name: string, head: ExportHead, rows: readonly ExportRow[]): Promise<void> {
  if (head.kind !== "kv") throw other(head, "kv")
  const now = step.clock.now()
  const puts = rows.flatMap((row, at): KvPut[] => {
    const { data } = entry.safeParse(row)
    if (!data) throw unreadable(at + 2)
    const { key, metadata, expiresAtMs } = data
    const leftSec = expiresAtMs === undefined ? undefined : Math.ceil((expiresAtMs - now) / 1000)
    // What has ended meanwhile is gone; what ends within the shortest time there is lives for that.
    if (leftSec !== undefined && leftSec <= 0) return []
    const ttlSec = leftSec === undefined ? undefined : Math.max(leftSec, storeLimits.kvTtlSec.min)
    return [{ key, metadata, ttlSec, value: decodeJson(data.value as Json, ["rows", at]) }]
  })
  refuseTwins(puts.map(({ key }) => key))
  for (let at = 0; at < puts.length; at += storeLimits.batch)
    await step.stores.kv(name).putMany(puts.slice(at, at + storeLimits.batch))
}

/** An export has each key once: one made by hand is refused before its first half is written. */
function refuseTwins(keys: readonly unknown[]): void {
  const seen = new Set<unknown>()
  for (const [at, key] of keys.entries()) if (seen.size === seen.add(key).size) throw unreadable(at + 2)
}

function other(head: ExportHead, takes: string): CubeError {
  const holds = head.kind === "records" ? `records ${head.name} ${head.version}` : String(head.kind)
  return new CubeError({ ...export_other, params: { holds, takes } })
}
