import { type ArrayKind, arrayClasses, arrayKind } from "./array-kind.ts"
import { fromBase64, toBase64 } from "./base64.ts"
import { CubeError, type Path } from "./error.ts"
import type { Json, NumericArray, Value } from "./value.ts"
import { type Form, type Refusal, type ValueLimits, walkValue } from "./value-walk.ts"

/**
 * The form a value has in JSON: typed arrays as `{"$bytes":["u8","<base64>"]}` (little-endian elements), member names
 * that begin with `$` with one more, −0 as 0, undefined members left out. Checks all the way down.
 *
 * @param path - where the value stands, in front of the path of an error.
 * @throws {CubeError} a code of `checkValue`, or `value_too_large`; `path` leads to the part.
 */
export function encodeJson(value: Value, path: Path = [], limits?: ValueLimits): Json {
  return copy(value, path, limits, {
    array: (array) => ({ $bytes: [arrayKind(array), toBase64(littleEndian(bytesOf(array), array.BYTES_PER_ELEMENT))] }),
    rename: (key) => (key[0] === "$" ? `$${key}` : key),
  }) as Json
}

/**
 * The value a JSON form stands for; the opposite of `encodeJson`. Everything it returns is new.
 *
 * @throws {CubeError} `bytes_malformed`, `json_key_reserved`, or a code of `checkValue`; `path` leads to the part.
 */
export function decodeJson(json: unknown, path: Path = [], limits?: ValueLimits): Value {
  return copy(json, path, limits, {
    array: (array) => array.slice(),
    rename: (key) => (key[0] !== "$" ? key : key[1] === "$" ? key.slice(1) : undefined),
    bytes: (holder) => (Object.keys(holder).length === 1 ? arrayFrom(holder.$bytes) : undefined),
  }) as Value
}

function copy(value: unknown, path: Path, limits: ValueLimits | undefined, form: Form): unknown {
  try {
    return walkValue(value, path, limits, form)
  } catch (error) {
    const { text, ...where } = error as Refusal
    throw new CubeError({ ...text, ...where })
  }
}

function arrayFrom(form: unknown): NumericArray | undefined {
  if (!Array.isArray(form) || form.length !== 2 || typeof form[1] !== "string") return undefined
  const kind: unknown = form[0]
  const bytes = fromBase64(form[1])
  if (typeof kind !== "string" || !Object.hasOwn(arrayClasses, kind) || bytes === undefined) return undefined
  const made = arrayClasses[kind as ArrayKind]
  const size = made.BYTES_PER_ELEMENT
  return bytes.length % size === 0 ? new made(littleEndian(bytes, size).buffer) : undefined
}

function bytesOf(array: NumericArray): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength)
}

/** The same bytes on little-endian machines, a copy with every element turned round on others. */
function littleEndian(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (size === 1 || new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return bytes
  const turned = bytes.slice()
  for (let from = 0; from < turned.length; from += size) turned.subarray(from, from + size).reverse()
  return turned
}
