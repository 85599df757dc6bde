import { bytes, defineCube, encodeJson, type Json, type Step, storeLimits } from "cubular/contract"
import * as z from "zod"
import { type ExportHead, type ExportRow, toExport } from "./keeping/export-text.ts"
import { admit, gzip } from "./keeping/gzip.ts"
import { placed, storeName, withInputs } from "./keeping/operation.ts"
import { type RowTable, rowsOf, tableSpec, toTable } from "./keeping/table.ts"

const config = z.strictObject({
  from: z.union([
    z.strictObject({ table: tableSpec }),
    z.strictObject({ kv: storeName, prefix: z.string().optional() }),
  ]),
  /** Keep it as a blob of this store, under the input `key`, instead of giving it. */
  to: z.strictObject({ store: storeName, gzip: z.boolean().optional() }).optional(),
})

/**
 * All records of a table, or all values of a kv store, as NDJSON with the number of rows and a SHA-256 at its end, up to 64
 * MiB. It is given at `ndjson`; with `config.to` it is kept as a blob under `key` instead, compressed when `gzip` is set.
 * `rows`, `size` and `sha256` (of all lines but the last) are of what is exported and not of how it is compressed, which
 * differs between runtimes: so results are the same everywhere.
 *
 * What is written while it goes on may or may not be in it. Ends of values in kv are kept; a kv store may show late what
 * was put into it.
 */
export default defineCube({
  id: "data/export",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Export", ko: "내보내기" },
  summary: { en: "A table or store as NDJSON with a checksum", ko: "표나 저장소를 체크섬 있는 NDJSON으로" },
  config,
  needs: ["stores"],
  opens: ({ from, to }) => [
    "table" in from ? { store: "records", table: toTable(from.table) } : { store: "kv", name: from.kv },
    ...(to ? [{ store: "blobs", name: to.store } as const] : []),
  ],
  provides: ["idempotent"],
  inputs: { key: z.string().optional() },
  outputs: { ndjson: bytes().optional(), rows: z.int(), size: z.int(), sha256: z.string() },
  create(_, config) {
    const { from, to } = config
    const table = "table" in from ? toTable(from.table) : undefined
    return {
      async process(inputs, step) {
        return placed(inputs, config, async () => {
          const [head, rows] = table ? await fromTable(step, table) : await fromKv(step, from as KvSource)
          const { bytes, end } = toExport(head, rows)
          const told = { ...end, size: bytes.length }
          if (!to) return { ...told, ndjson: bytes }
          const { key } = withInputs(inputs, "to", "key")
          const type = to.gzip ? "application/gzip" : "application/x-ndjson"
          await step.stores.blobs(to.store).put(key, to.gzip ? await gzip(bytes) : bytes, { type, metadata: told })
          return told
        })
      },
    }
  },
})

interface KvSource {
  readonly kv: string
  readonly prefix?: string | undefined
}

/** Adds rows, as long as there is room for them. */
class Rows {
  readonly all: ExportRow[] = []
  private size = 0

  add(row: Json): void {
    this.size += JSON.stringify(row).length
    admit(this.size)
    this.all.push(row as ExportRow)
  }
}

async function fromTable(step: Step, table: RowTable): Promise<[ExportHead, readonly ExportRow[]]> {
  const { name, version, key } = table.shape
  const rows = new Rows()
  let cursor: string | undefined
  do {
    const page = await rowsOf(step, table).find({ cursor, limit: storeLimits.page })
    for (const { record } of page.records) rows.add(encodeJson(record))
    cursor = page.cursor
  } while (cursor !== undefined)
  return [{ kind: "records", name, version, key: key.field }, rows.all]
}

async function fromKv(step: Step, { kv: name, prefix = "" }: KvSource): Promise<[ExportHead, readonly ExportRow[]]> {
  const kv = step.stores.kv(name)
  const rows = new Rows()
  let cursor: string | undefined
  do {
    const page = await kv.list({ prefix, cursor, limit: storeLimits.batch })
    const entries = page.keys.length === 0 ? [] : await kv.getMany(page.keys.map(({ key }) => key))
    page.keys.forEach((listed, at) => {
      const entry = entries[at]
      if (entry) rows.add({ ...listed, value: encodeJson(entry.value) })
    })
    cursor = page.cursor
  } while (cursor !== undefined)
  return [{ kind: "kv", name, prefix }, rows.all]
}
