import type { RecordKey, TableShape } from "cubular/contract"
import type { Awaitable } from "./awaitable.ts"

/** A record as a driver keeps it. */
export interface RecordRow {
  readonly key: RecordKey
  readonly version: number
  /** The record as JSON. */
  readonly text: string
  /** Values of the shape's `fields`, in their order. */
  readonly fields: readonly RecordKey[]
}

export type RecordText = Pick<RecordRow, "version" | "text">

/** One change; keys of a batch are unlike. `expected` is the version the row must have, 0 for none, absent for any. */
export type RowChange =
  | { readonly put: Omit<RecordRow, "version">; readonly expected?: number | undefined }
  | { readonly delete: RecordKey; readonly expected?: number | undefined }

/** What came of a batch: the version of its last change, or which change did not meet the version it expected. */
export type Applied =
  | { readonly last: number }
  | { readonly conflict: { readonly index: number; readonly found: number } }

export interface Bound {
  readonly value: RecordKey
  /** Whether the value itself is left out. */
  readonly open: boolean
}

/** A stretch of an index, or of the keys. */
export interface RowRange {
  /** Place of the index in the shape; absent: by key. */
  readonly index?: number | undefined
  /** Values of the first fields of the index. */
  readonly equals: readonly RecordKey[]
  /** Bounds of the field behind those. */
  readonly lower?: Bound | undefined
  readonly upper?: Bound | undefined
  readonly descending: boolean
  readonly limit: number
  /** Where the page before ended: the fields of the index behind `equals`, then the key. */
  readonly after?: readonly RecordKey[] | undefined
}

export interface OldRow extends RecordText {
  readonly key: RecordKey
}

/** A row on its way to the present version: as it is there, or why it cannot be. */
export type Move = { readonly row: RecordRow } | { readonly old: OldRow; readonly reason: string }

export interface QuarantineRow {
  /** Version of the table it was written with. */
  readonly from: number
  readonly key: RecordKey
  readonly text: string
  readonly reason: string
}

/** Where a page of the quarantine ended: version, and key as JSON. */
export type QuarantinePlace = readonly [from: number, key: string]

/** What is stored of a table. */
export interface TableState {
  readonly version: number
  /** The shape of that version, as JSON. */
  readonly shape: string
  /** Earlier versions whose rows have not all been moved, ascending. */
  readonly older: readonly number[]
}

/**
 * What `records` on one platform must do for all tables. The gate, `createRecords`, has checked all it gives, and opens a
 * table before it uses it. Every method is one transaction: all of it is done, and durable, or nothing.
 */
export interface RecordsDriver {
  /**
   * The table as it is stored. One that is new is made; one of an earlier version gets an empty place for the rows of
   * this one, and from then on every call with an earlier shape fails with `store_newer`, also one under way elsewhere.
   */
  open(shape: TableShape): Awaitable<TableState>
  get(shape: TableShape, keys: readonly RecordKey[]): Awaitable<readonly (RecordText | undefined)[]>
  /** Every change gets a version nobody had, one after the other, deletions too; a batch in conflict changes nothing. */
  apply(shape: TableShape, changes: readonly RowChange[]): Awaitable<Applied>
  /** In the order of the index, then of the key. */
  find(shape: TableShape, range: RowRange): Awaitable<readonly RecordText[]>
  /** Rows of an earlier version that have not been moved, in the order of keys. */
  older(shape: TableShape, from: number, limit: number): Awaitable<readonly OldRow[]>
  /** Moves each row that is still there; what somebody else has moved meanwhile is left alone. */
  move(shape: TableShape, from: number, moves: readonly Move[]): Awaitable<void>
  /** Forgets an earlier version whose rows have all been moved. */
  drop(shape: TableShape, from: number): Awaitable<void>
  /** By version, then by key as JSON in the order of code points. */
  quarantined(shape: TableShape, limit: number, after?: QuarantinePlace): Awaitable<readonly QuarantineRow[]>
}
