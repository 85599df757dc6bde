/** Reading what a caller hands in: each field once, whatever its getters do, and none that is not known. */
import { CubeError } from "cubular/contract/error"
import { isPlain, readError, unknownField } from "../options.ts"

type Path = readonly (string | number)[]
type Text = { readonly code: string; readonly message: string; readonly hint: string }

/**
 * The known fields of an object, absent ones undefined.
 *
 * @param room - where the object stands in the caller's input.
 * @param malformed - what to say when it is not a plain object.
 * @throws {CubeError} `malformed`, `field_unknown`, `input_unreadable`.
 */
export function readFields<const Name extends string>(
  given: unknown,
  names: readonly Name[],
  room: Path,
  malformed: Text,
): { [field in Name]?: unknown } {
  const fields: { [field in Name]?: unknown } = {}
  let key: string | undefined
  try {
    if (!isPlain(given)) throw new CubeError({ ...malformed, path: room })
    for (key of Object.keys(given)) {
      const name = names.find((known) => known === key)
      if (name === undefined) throw unknownField(room, key, names)
      fields[name] = (given as { [field in Name]?: unknown })[name]
    }
  } catch (error) {
    throw readError(error, room, key)
  }
  return fields
}
