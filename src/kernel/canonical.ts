import { type ArrayKind, arrayKind, type NumericArray, type Value } from "cubular/contract"
import { sha256Hex } from "./digest.ts"

/**
 * RFC 8785 canonical JSON of a value on a wire: keys in code-unit order, no spaces, −0 as 0, undefined properties
 * absent. A typed array becomes `{"$bytes":["f64", length, sha256 of its little-endian bytes]}`, and keys that begin
 * with "$" get one more, so that no object can pass for an array.
 *
 * @param value - Checked already: NaN, ±∞ and lone surrogates have no canonical form and must not arrive here.
 */
export function canonical(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value)
  if (typeof value !== "object" || value === null) return value === 0 ? "0" : String(value)
  if (Array.isArray(value)) return canonicalList(value)
  const kind = arrayKind(value)
  if (kind) return canonicalArray(kind, value as NumericArray)
  return canonicalObject(value as { readonly [key: string]: Value | undefined })
}

function canonicalList(list: readonly Value[]): string {
  let text = "["
  for (let i = 0; i < list.length; i++) text += (i === 0 ? "" : ",") + canonical(list[i] as Value)
  return `${text}]`
}

function canonicalObject(object: { readonly [key: string]: Value | undefined }): string {
  // Escaping keeps the order: it prepends one character to every key of one contiguous block.
  const keys = Object.keys(object).sort()
  let text = "{"
  for (const key of keys) {
    const value = object[key]
    if (value === undefined) continue
    const name = key.startsWith("$") ? `$${key}` : key
    text += `${text === "{" ? "" : ","}${JSON.stringify(name)}:${canonical(value)}`
  }
  return `${text}}`
}

function canonicalArray(kind: ArrayKind, array: NumericArray): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return `{"$bytes":["${kind}",${array.length},"${sha256Hex(bytes)}"]}`
}
