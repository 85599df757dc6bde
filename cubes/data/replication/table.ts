import { CubeError, defineTable, type Json, type Migration, type Records } from "cubular/contract"
import { table_malformed } from "cubular/messages/en"
import * as z from "zod"
import { type Row, type RowTable, type TableSpecData, toTable } from "../keeping/table.ts"
import type { Entry } from "./entry.ts"
import type { Reading } from "./stamp.ts"

/** The other side of the last exchange, and how far each has got. */
export interface Hub {
  /** Its replica id. */
  readonly id: string
  /** Place in the own log up to which it has everything. */
  readonly pushed: number
  /** Place in its log up to which everything is here. */
  readonly pulled: number
}

/** What a replica knows of itself. It changes with every batch, so that no two batches take the same place in the log. */
export interface ReplicaState extends Reading {
  readonly replica: string
  /** Place of the latest change in the log. */
  readonly end: number
  readonly hub?: Hub | undefined
}

/** A record as it is kept: its state for replicas, its place in the log, and columns to find it by. */
export interface StoredRow {
  readonly id: string
  /** Place in the log: every change of the table takes the next one. 0: no record of the table. */
  readonly place: number
  /** 1: a record, 0: deleted. */
  readonly live: 0 | 1
  /** The replica that sent exactly this; "" when something was done to it here. */
  readonly via: string
  readonly entry?: Entry
  /** What a cube made of several heads. */
  readonly merged?: Row
  readonly state?: ReplicaState
}

export type StoredRows = Records<StoredRow, "id", { readonly [index: string]: readonly string[] }>

/** Key of the row that holds the replica's state; no record may have it. */
export const STATE_KEY = "(replica)"

/** Names of a table's own indexes are prefixed, so that they may be anything. */
export const storedIndex = (index: string): string => `x${index}`
export const storedColumn = (field: string): string => `f-${field}`

/** The table a replicated one is kept in, with its log. @throws {CubeError} `table_malformed`. */
export function storedTable(spec: TableSpecData): RowTable {
  const plain = toTable(spec)
  const { fields, key } = plain.shape
  if (key.kind !== "string")
    throw new CubeError({
      ...table_malformed,
      path: ["key"],
      params: { field: "key", takes: "a text, where it is replicated" },
    })
  const columns = fields.map(({ field, kind }) => [storedColumn(field), kind === "string" ? z.string() : z.number()])
  const own = { place: ["place"], live: ["live", "id"] }
  const found = Object.entries(plain.indexes).map(([name, list]) => [
    storedIndex(name),
    ["live", ...list.map(storedColumn)],
  ])
  const whole = {
    name: `${spec.name}-replica`,
    version: spec.version,
    key: "id",
    schema: z.strictObject({
      id: z.string(),
      place: z.int(),
      live: z.int(),
      via: z.string(),
      entry: z.json().optional(),
      merged: z.json().optional(),
      state: z.json().optional(),
      ...Object.fromEntries(columns),
    }),
    indexes: { ...own, ...Object.fromEntries(found) },
    migrations: migrationsOf(plain),
  }
  return (defineTable as (spec: unknown) => unknown)(whole) as RowTable
}

/** The record of a row, for whoever looks at the table. */
export function shownIn({ entry, merged }: Pick<StoredRow, "entry" | "merged">): Row | undefined {
  return merged ?? entry?.heads.at(-1)?.record
}

/** Values of the columns of a row. */
export function columnsOf({ shape }: RowTable, record: Row | undefined): Row {
  return Object.fromEntries(
    shape.fields.map(({ field, kind }) => [
      storedColumn(field),
      (record?.[field] as Json | undefined) ?? (kind === "string" ? "" : 0),
    ]),
  )
}

function migrationsOf(plain: RowTable): { readonly [version: string]: Migration } {
  return Object.fromEntries(
    Object.entries(plain.migrations).map(([version, migrate]) => [
      version,
      (old) => migrated(old as unknown as StoredRow, migrate as Migration, plain) as never,
    ]),
  )
}

function migrated(old: StoredRow, migrate: Migration, plain: RowTable): object {
  const { id, place, live, via, entry, merged, state } = old
  const heads = entry?.heads.map(({ stamp, record }) =>
    record ? { stamp, record: migrate(record) as Row } : { stamp },
  )
  const next = {
    ...(entry && heads ? { entry: { ...entry, heads } } : {}),
    ...(merged ? { merged: migrate(merged) as Row } : {}),
  }
  return { id, place, live, via, ...(state ? { state } : {}), ...next, ...columnsOf(plain, shownIn(next)) }
}
