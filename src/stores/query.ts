import { type Json, type Path, type RecordKey, type ShapeField, storeLimits, type TableShape } from "cubular/contract"
import { index_unknown, query_refused, record_key_kind, store_option_refused } from "cubular/messages/en"
import { fromCursor, toCursor } from "./cursor.ts"
import type { Bound, RowRange } from "./records-driver.ts"
import { refuse, wholeOf } from "./refuse.ts"
import { checkPrefix, compareText, endOf } from "./text.ts"

/** A query before anything is known of it. */
export interface GivenQuery {
  readonly index?: unknown
  readonly where?: unknown
  readonly order?: unknown
  readonly limit?: unknown
  readonly cursor?: unknown
}

/** A query a driver can answer, and what its cursors are bound to: `last` is the last record of a page. */
export interface Checked {
  readonly range: RowRange
  /** Nothing can be found: its bounds exclude each other, or the one key there is was given. */
  readonly isEmpty: boolean
  cursorBehind(last: object): string
}

const BOUNDS = new Set(["gt", "gte", "lt", "lte", "prefix"])

/** @throws {CubeError} `index_unknown`, `query_refused`, `record_key_kind`, `store_option_refused`, `store_cursor_refused`. */
export function checkQuery(shape: TableShape, query: GivenQuery): Checked {
  const index = indexOf(shape, query.index)
  const fields = index === undefined ? [shape.key] : placesOf(shape, index).map((at) => shape.fields[at] as ShapeField)
  const { order = "asc" } = query
  if (order !== "asc" && order !== "desc")
    refuse(store_option_refused, ["order"], { option: "order", takes: "asc, desc" })
  const { equals, lower, upper } = readWhere(fields, query.where)
  const limit = wholeOf("limit", query.limit, 100, 1, storeLimits.page)
  const bound = (each: Bound | undefined): Json => (each ? [each.value, each.open] : null)
  const mark: Json = [
    "records",
    shape.name,
    shape.version,
    index ?? null,
    [...equals],
    bound(lower),
    bound(upper),
    order,
  ]
  const after = query.cursor === undefined ? undefined : (fromCursor(mark, query.cursor) as RecordKey[])
  return {
    range: { index, equals, lower, upper, descending: order === "desc", limit, after },
    isEmpty: excludes(lower, upper) || (after !== undefined && index === undefined && equals.length > 0),
    cursorBehind: (last) => toCursor(mark, behind(shape, index, equals.length, last)),
  }
}

function indexOf(shape: TableShape, name: unknown): number | undefined {
  if (name === undefined) return undefined
  const found = shape.indexes.findIndex((each) => each.name === name)
  if (found >= 0) return found
  const known = shape.indexes.map((each) => each.name)
  return refuse(index_unknown, ["index"], { index: String(name), known: known.length > 0 ? known : "-" })
}

/** Places of an index's fields among those of the shape. */
export function placesOf(shape: TableShape, index: number): readonly number[] {
  return (shape.indexes[index] as TableShape["indexes"][number]).at
}

/** What a record holds in the fields of an index, from a place in it on, and its key. */
function behind(shape: TableShape, index: number | undefined, from: number, record: object): RecordKey[] {
  const places = index === undefined ? [] : placesOf(shape, index).slice(from)
  const fields = [...places.map((at) => shape.fields[at] as ShapeField), shape.key]
  return fields.map(({ field }) => (record as { readonly [name: string]: RecordKey })[field] as RecordKey)
}

function readWhere(fields: readonly ShapeField[], where: unknown = {}): Pick<RowRange, "equals" | "lower" | "upper"> {
  const given = Object.entries(where as object).filter(([, value]) => value !== undefined)
  const stranger = given.find(([name]) => !fields.some(({ field }) => field === name))
  if (stranger) refused(stranger[0], "is not in the index")
  const equals: RecordKey[] = []
  for (const field of fields.slice(0, given.length)) {
    const value = Object.hasOwn(where as object, field.field)
      ? (where as { [name: string]: unknown })[field.field]
      : undefined
    if (value === undefined) refused(field.field, "comes first and has no value")
    if (typeof value !== "object" || value === null) equals.push(checkField(field, value, ["where", field.field]))
    else if (equals.length < given.length - 1) refused(field.field, "has a range, and another field behind it")
    else return { equals, ...rangeOf(field, value as { readonly [bound: string]: unknown }) }
  }
  return { equals }
}

function rangeOf(field: ShapeField, given: { readonly [bound: string]: unknown }): Pick<RowRange, "lower" | "upper"> {
  const path: Path = ["where", field.field]
  let [lower, upper]: [Bound | undefined, Bound | undefined] = [undefined, undefined]
  for (const [name, value] of Object.entries(given)) {
    if (!BOUNDS.has(name)) refused(field.field, `has no bound ${name}`)
    if (value === undefined) continue
    const checked = checkField(field, value, [...path, name])
    if (name === "prefix") {
      if (field.kind !== "string") refused(field.field, "is no text and has no prefix")
      const end = endOf(checked as string)
      lower = tighter(lower, { value: checked, open: false }, 1)
      if (end !== undefined) upper = tighter(upper, { value: end, open: true }, -1)
    } else if (name === "gt" || name === "gte") lower = tighter(lower, { value: checked, open: name === "gt" }, 1)
    else upper = tighter(upper, { value: checked, open: name === "lt" }, -1)
  }
  return { lower, upper }
}

function tighter(one: Bound | undefined, other: Bound, side: 1 | -1): Bound {
  if (one === undefined) return other
  const order = compareKeys(one.value, other.value) * side
  return order > 0 || (order === 0 && one.open) ? one : other
}

function excludes(lower: Bound | undefined, upper: Bound | undefined): boolean {
  if (lower === undefined || upper === undefined) return false
  const order = compareKeys(lower.value, upper.value)
  return order > 0 || (order === 0 && (lower.open || upper.open))
}

/** Order of two values of one field. */
export function compareKeys(a: RecordKey, b: RecordKey): number {
  return typeof a === "string" ? compareText(a, b as string) : a - (b as number)
}

/** @param path - Default: the field alone. @throws {CubeError} `record_key_kind`, `store_key_malformed`, `store_key_too_long`. */
export function checkField({ field, kind }: ShapeField, value: unknown, path?: Path): RecordKey {
  if (typeof value !== kind || (kind === "number" && !Number.isFinite(value)))
    refuse(record_key_kind, path ?? [field], { field, kind: kind === "number" ? "finite number" : "text" })
  if (kind === "number") return (value as number) + 0 // −0 + 0 is 0
  checkPrefix(value, path ?? field)
  return value
}

function refused(field: string, problem: string): never {
  return refuse(query_refused, ["where", field], { field, problem })
}
