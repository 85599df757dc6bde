import {
  decodeJson,
  encodeJson,
  type Json,
  type Stores,
  type Table,
  type TableShape,
  type Value,
} from "cubular/contract"
import { backup_malformed, restore_differs } from "cubular/messages/en"
import { refuse } from "../refuse.ts"
import type { Frame } from "./frame.ts"

export type StoreKind = keyof Stores

/** Any table, whatever it holds. */
export type AnyTable = Table<Record<string, Value>, string, Record<string, readonly string[]>>

/** How a restore goes about it. */
export interface Restoring {
  /** "empty": only where nothing is; "merge": over what is there, so that one that was cut off can be gone on with. */
  readonly into: "empty" | "merge"
  readonly nowMs: number
  /** False: looks whether everything could be written, and writes nothing. */
  readonly writes: boolean
}

/** Which rows of a store: those of a query, those with one of these beginnings. */
export interface Part {
  readonly rows?: { readonly index: string; readonly where: { readonly [field: string]: unknown } } | undefined
  readonly prefixes?: readonly string[] | undefined
}

/** What one kind of store is in an archive. */
export interface Section<S> {
  /** All it holds, or a part of it, page by page. */
  rows(store: S, part?: Part): AsyncGenerator<Frame>
  isEmpty(store: S): Promise<boolean>
  /** Takes the frames of the section to their end. */
  restore(store: S, frames: AsyncIterable<Frame>, how: Restoring): Promise<void>
}

/** Bytes of JSON written in one call: well within what D1 and Durable Objects take. */
const BATCH_BYTES = 2_000_000
const BATCH = 100

export type Row = { readonly [field: string]: Json }

export function rowOf(frame: Frame): Row {
  const json = "json" in frame ? frame.json : undefined
  return typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as Row)
    : refuse(backup_malformed, [])
}

/** A text field of a row. */
export function textOf(row: Row, field: string): string {
  const text = row[field]
  return typeof text === "string" ? text : refuse(backup_malformed, [])
}

/** The member as it was given, or nothing. */
export const given = <T>(name: string, value: T | undefined): { readonly [name: string]: T } =>
  value === undefined ? {} : { [name]: value }

/** Pages until there are no more. */
export async function* pagesOf<P extends { readonly cursor?: string }>(
  read: (cursor: string | undefined) => Promise<P>,
): AsyncGenerator<P> {
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    yield page
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** Rows in lists that one call can take. */
export async function* batchesOf(frames: AsyncIterable<Frame>): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = []
  let bytes = 0
  for await (const frame of frames) {
    const row = rowOf(frame)
    const size = JSON.stringify(row).length
    if (rows.length === BATCH || (rows.length > 0 && bytes + size > BATCH_BYTES)) {
      yield rows
      rows = []
      bytes = 0
    }
    rows.push(row)
    bytes += size
  }
  if (rows.length > 0) yield rows
}

/**
 * The rows of a section behind those the store has already, which must be the first of them: what can only be added to can
 * be gone on with, and never changed.
 */
export async function* behind(frames: AsyncIterable<Frame>, existing: AsyncIterator<string>): AsyncGenerator<Row> {
  let known = await existing.next()
  for await (const frame of frames) {
    const row = rowOf(frame)
    if (known.done) yield row
    else if (known.value === JSON.stringify(row)) known = await existing.next()
    else refuse(restore_differs, [])
  }
  if (!known.done) refuse(restore_differs, [])
}

export const encoded = (value: Value): Json => encodeJson(value)
export const decoded = (json: Json | undefined): Value => decodeJson(json)

/** The table a shape was made of, as far as rows need it: their schema was checked when they were written. */
export function tableOf(shape: TableShape): AnyTable {
  const field = (at: number): string => shape.fields[at]?.field ?? refuse(backup_malformed, [])
  const indexes = shape.indexes.map(({ name, at }) => [name, at.map(field)] as const)
  return {
    schema: { safeParse: (data: unknown) => ({ success: true, data }) } as never,
    key: shape.key.field,
    indexes: Object.fromEntries(indexes),
    migrations: {},
    shape,
  }
}

/** @throws {CubeError} `backup_malformed`. */
export function readShape(json: Json | undefined): TableShape {
  const shape = json as unknown as Partial<TableShape> | null | undefined
  const isShape =
    typeof shape?.name === "string" &&
    Number.isInteger(shape.version) &&
    isField(shape.key) &&
    Array.isArray(shape.fields) &&
    shape.fields.every(isField) &&
    Array.isArray(shape.indexes) &&
    shape.indexes.every((index) => typeof index?.name === "string" && Array.isArray(index.at))
  return isShape ? (shape as TableShape) : refuse(backup_malformed, [])
}

const isField = (field: unknown): boolean => {
  const { field: name, kind } = (field ?? {}) as { readonly field?: unknown; readonly kind?: unknown }
  return typeof name === "string" && (kind === "string" || kind === "number")
}
