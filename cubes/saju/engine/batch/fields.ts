/** What callers of batches hand in: every field read once, every column of the right kind and length. */
import { arrayKind } from "cubular/contract/array-kind"
import { CubeError } from "cubular/contract/error"
import { batch_column_malformed, batch_length_differs } from "cubular/messages/en"
import { readError, unknownField } from "../options.ts"

/**
 * The fields of a caller's object by name.
 *
 * @param malformed - code and texts where it is no object.
 * @throws {CubeError} that one, `field_unknown`, `input_unreadable`.
 */
export function readFields<const Name extends string>(
  object: unknown,
  names: readonly Name[],
  malformed: { readonly code: string; readonly message: string; readonly hint: string },
): { [name in Name]?: unknown } {
  const given: { [name in Name]?: unknown } = {}
  let key: string | undefined
  try {
    if (typeof object !== "object" || object === null || Array.isArray(object)) {
      throw new CubeError({ ...malformed, path: [] })
    }
    for (key of Object.keys(object)) {
      const name = names.find((known) => known === key)
      if (name === undefined) throw unknownField([], key, names)
      given[name] = (object as { [name in Name]?: unknown })[name]
    }
  } catch (error) {
    throw readError(error, [], key)
  }
  return given
}

/** Whether a field that may be one value for all rows or a column was given as a column. */
export const isColumn = (value: unknown): boolean => typeof value === "object" && value !== null

/** A column of a kind; `form` says in words what it should be. */
export function requireColumn<Column>(value: unknown, kind: "f64" | "u8", name: string, form: string): Column {
  if (arrayKind(value) === kind) return value as Column
  throw malformedColumn(name, form)
}

/** A column of bytes that is as long as there are rows. */
export function requireBytes(value: unknown, rows: number, name: string, form: string): Uint8Array {
  return requireLength(requireColumn<Uint8Array>(value, "u8", name, form), rows, name)
}

export function requireLength<Column extends Float64Array | Uint8Array>(
  column: Column,
  rows: number,
  name: string,
): Column {
  if (column.length === rows) return column
  throw new CubeError({ ...batch_length_differs, path: [name], params: { length: column.length, rows } })
}

export function malformedColumn(name: string, form: string): CubeError {
  return new CubeError({ ...batch_column_malformed, path: [name], params: { form } })
}
