import { CubeError, type Json, type Path } from "cubular/contract"
import { body_flag_expected, body_key_unknown, body_object_expected } from "cubular/messages/en"

/** What `POST /v1/compositions/{id}/run` takes. */
export interface RunCall {
  readonly inputs: { readonly [name: string]: Json }
  readonly options: { readonly fingerprint: boolean; readonly record: boolean; readonly id?: string }
}

/**
 * Reads a parsed body strictly: nothing unknown, nothing of another kind.
 *
 * @throws {CubeError} `body_object_expected`, `body_key_unknown`, `body_flag_expected`, with the path in the body.
 */
export function toRunCall(body: Json): RunCall {
  const call = object(body, [])
  onlyKeys(call, ["inputs", "options"], [])
  const options = call.options === undefined ? {} : object(call.options, ["options"])
  onlyKeys(options, ["fingerprint", "record", "id"], ["options"])
  const { id } = options
  return {
    inputs: object(call.inputs, ["inputs"]),
    options: { fingerprint: flag(options, "fingerprint"), record: flag(options, "record"), ...idOf(id) },
  }
}

const spell = (path: Path): string => (path.length === 0 ? "$" : `$.${path.join(".")}`)

function object(value: Json | undefined, path: Path): { readonly [key: string]: Json } {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as { [key: string]: Json }
  throw new CubeError({ ...body_object_expected, path, params: { at: spell(path) } })
}

function onlyKeys(value: { readonly [key: string]: Json }, known: readonly string[], path: Path): void {
  const extra = Object.keys(value).find((key) => !known.includes(key))
  if (extra === undefined) return
  throw new CubeError({ ...body_key_unknown, path: [...path, extra.slice(0, 64)], params: { at: spell(path), known } })
}

/** Of a saga; what is no text is no id of one. */
function idOf(id: Json | undefined): { readonly id?: string } {
  return id === undefined ? {} : { id: typeof id === "string" ? id : "" }
}

function flag(options: { readonly [key: string]: Json }, name: string): boolean {
  const value = options[name]
  if (value === undefined || typeof value === "boolean") return value === true
  const path = ["options", name]
  throw new CubeError({ ...body_flag_expected, path, params: { at: spell(path) } })
}
