import { CubeError, checkValue, decodeJson, encodeJson, type Json, type Path, type Value } from "cubular/contract"
import { store_value_too_large } from "cubular/messages/en"
import { refuse } from "./refuse.ts"
import { byteLength, isLonger } from "./text.ts"

/** Containers after which the quick way gives up: shared parts may make a small value a long text. */
const PATIENCE = 100_000

/** Levels of nesting a value may have, as wherever values are checked. */
const DEPTH = 64

/**
 * The JSON text of a value, as every driver keeps it.
 *
 * @throws {CubeError} a code of `checkValue`, or `store_value_too_large`.
 */
export function toText(value: Value, path: Path, maxBytes: number): string {
  const text = quickText(value) ?? carefulText(value, path)
  if (isLonger(text, maxBytes)) refuse(store_value_too_large, path, { bytes: byteLength(text), max: maxBytes })
  return text
}

/**
 * The text of a value that is plainly JSON; undefined for one that needs a closer look. Twice as fast: texts are not read
 * again, because JSON.stringify writes half a pair as an escape, which is looked for in what it wrote.
 */
function quickText(value: Value): string | undefined {
  if (!isJson(value)) return undefined
  const text = JSON.stringify(value)
  return hasDollarName(text) || (text.includes("\\") && text.includes("\\ud")) ? undefined : text
}

function carefulText(value: Value, path: Path): string {
  const found = checkValue(value)
  if (found) throw new CubeError({ ...found.text, path: [...path, ...found.path], params: found.params })
  return JSON.stringify(encodeJson(value, path))
}

/** The value behind a text of `toText`. Without a name that begins with $ it has no other form in JSON. */
export function fromText(text: string): Value {
  const json = JSON.parse(text) as Json
  return hasDollarName(text) ? decodeJson(json) : (json as Value)
}

/** Whether a name in a text may begin with $. One character, which most texts lack, is found at ten times the speed of two. */
function hasDollarName(text: string): boolean {
  return text.includes("$") && text.includes('"$')
}

/** Whether a value is made of nothing but finite numbers, texts, booleans, null, plain lists and plain objects. */
function isJson(root: Value): boolean {
  let patience = PATIENCE

  function part(value: unknown, level: number): boolean {
    if (typeof value === "object") return value === null || container(value, level)
    if (typeof value === "number") return value - value === 0
    return typeof value === "string" || typeof value === "boolean"
  }

  function container(value: object, level: number): boolean {
    if (level >= DEPTH || --patience < 0) return false
    const prototype: unknown = Object.getPrototypeOf(value)
    if (Array.isArray(value)) {
      if (prototype !== Array.prototype) return false
      for (let index = 0; index < value.length; index++) if (!part(value[index], level + 1)) return false
      return true
    }
    if (prototype !== Object.prototype && prototype !== null) return false
    for (const key in value) {
      const member = (value as { readonly [key: string]: unknown })[key]
      if (member !== undefined && !part(member, level + 1)) return false
    }
    return true
  }

  try {
    return part(root, 0)
  } catch {
    return false
  }
}
