import { CubeError, checkValue, decodeJson, encodeJson, type Json, type Path, type Value } from "cubular/contract"
import { store_value_too_large } from "cubular/messages/en"
import { refuse } from "./refuse.ts"
import { byteLength, isLonger } from "./text.ts"

/** Containers after which the quick way gives up: shared parts may make a small value a long text. */
const PATIENCE = 100_000

/**
 * The JSON text of a value, as every driver keeps it.
 *
 * @throws {CubeError} a code of `checkValue`, or `store_value_too_large`.
 */
export function toText(value: Value, path: Path, maxBytes: number): string {
  const found = checkValue(value)
  if (found) throw new CubeError({ ...found.text, path: [...path, ...found.path], params: found.params })
  const quick = isJson(value) ? JSON.stringify(value) : undefined
  const text = quick === undefined || quick.includes('"$') ? JSON.stringify(encodeJson(value, path)) : quick
  if (isLonger(text, maxBytes)) refuse(store_value_too_large, path, { bytes: byteLength(text), max: maxBytes })
  return text
}

/** The value behind a text of `toText`. Without a name that begins with $ it has no other form in JSON. */
export function fromText(text: string): Value {
  const json = JSON.parse(text) as Json
  return text.includes('"$') ? decodeJson(json) : (json as Value)
}

/** Whether a value that passed the deep check holds no arrays of numbers, as far as patience goes. */
function isJson(root: Value): boolean {
  let patience = PATIENCE
  function part(value: unknown): boolean {
    if (typeof value !== "object" || value === null) return true
    if (ArrayBuffer.isView(value) || --patience < 0) return false
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) if (!part(value[index])) return false
      return true
    }
    for (const key in value) if (!part((value as { readonly [key: string]: unknown })[key])) return false
    return true
  }
  return part(root)
}
