import type * as z from "zod"
import type { Value } from "../value.ts"

/** What keys and indexed fields hold: texts up to 448 bytes of UTF-8, or finite numbers. */
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
