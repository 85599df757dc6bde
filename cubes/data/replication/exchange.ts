import { CubeError, type Json } from "cubular/contract"
import { record_refused, replica_change_refused } from "cubular/messages/en"
import * as z from "zod"
import type { Row, RowTable } from "../keeping/table.ts"
import type { Entry } from "./entry.ts"
import { LATEST_MS, REPLICA_PATTERN, readingOf, replicaOf, STAMP_PATTERN } from "./stamp.ts"
import { STATE_KEY, type StoredRow } from "./table.ts"

const stamp = /* @__PURE__ */ z.string().regex(STAMP_PATTERN)
const replica = /* @__PURE__ */ z.string().regex(REPLICA_PATTERN)
const record = /* @__PURE__ */ z.record(z.string(), /* @__PURE__ */ z.json())
const place = /* @__PURE__ */ z.int().min(0)
const change = /* @__PURE__ */ z.strictObject({
  key: /* @__PURE__ */ z.string().min(1).max(448),
  heads: /* @__PURE__ */ z
    .array(/* @__PURE__ */ z.strictObject({ stamp, record: record.optional() }))
    .min(1)
    .max(100),
  seen: /* @__PURE__ */ z.record(replica, stamp),
})
/** Whose changes they are, of what. */
const head = {
  format: /* @__PURE__ */ z.literal(1),
  replica,
  table: /* @__PURE__ */ z.string(),
  version: /* @__PURE__ */ z.int(),
  rule: /* @__PURE__ */ z.string(),
  changes: /* @__PURE__ */ z.array(change).max(99),
}

/** Changes for a hub, and from where on its own are wanted. */
export const askSchema = /* @__PURE__ */ z.strictObject({ ...head, after: place })
/** Changes of the hub up to `cursor` of its log, which ends at `end`. */
export const answerSchema = /* @__PURE__ */ z.strictObject({ ...head, cursor: place, end: place })

export type Change = z.output<typeof change>
export type Ask = z.output<typeof askSchema>
export type Answer = z.output<typeof answerSchema>

/**
 * The entry of a change, if it can be one of this table.
 *
 * @throws {CubeError} `replica_change_refused`, `record_refused`; neither tells what stands in it.
 */
export function toEntry(change: Change, index: number, table: RowTable): Entry {
  const { key, heads, seen } = change
  const refuse = (reason: string): never => {
    throw new CubeError({ ...replica_change_refused, params: { index, reason } })
  }
  if (key === STATE_KEY) refuse("its key is reserved")
  for (const [replica, stamp] of Object.entries(seen))
    if (replicaOf(stamp) !== replica || readingOf(stamp).ms > LATEST_MS) refuse("a stamp is malformed")
  heads.forEach(({ stamp, record }, at) => {
    if (stamp > (seen[replicaOf(stamp)] ?? "")) refuse("a head that was not seen")
    if (stamp <= (heads[at - 1]?.stamp ?? "")) refuse("heads out of order")
    if (record && record[table.key] !== key) refuse("a record with another key")
    if (record) checkRecord(record, table)
  })
  return { heads, seen } as Entry
}

/** @throws {CubeError} `record_refused`, as the store says it. */
export function checkRecord(record: { readonly [field: string]: Json }, { schema }: RowTable): Row {
  const parsed = schema.safeParse(record)
  if (parsed.success) return record
  const [issue] = parsed.error.issues
  const path = ["record", ...((issue?.path ?? []) as string[])]
  throw new CubeError({ ...record_refused, path, params: { problem: issue?.code ?? "unknown" } })
}

/** A change as it travels. */
export function toChange({ id, entry }: StoredRow): Change {
  return { key: id, heads: [...(entry as Entry).heads], seen: (entry as Entry).seen } as unknown as Change
}
