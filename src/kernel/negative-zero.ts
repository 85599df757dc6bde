import { decodeJson, encodeJson, type Path, type Value } from "cubular/contract"

/**
 * The value as wires have it, where −0 is 0: itself where none stands in its JSON, else a copy. Typed arrays keep their
 * bytes.
 *
 * @param value - Checked already.
 * @param path - Where it stands.
 * @throws {CubeError} `value_too_large`
 */
export function withoutNegativeZero<T extends Value>(value: T, path: Path): T {
  return holdsNegativeZero(value) ? (decodeJson(encodeJson(value, path), path) as T) : value
}

/** Whether −0 stands in the JSON of a checked value. */
export function holdsNegativeZero(value: Value | undefined, seen: Set<object> = new Set()): boolean {
  if (typeof value !== "object" || value === null) return Object.is(value, -0)
  if (ArrayBuffer.isView(value) || seen.has(value)) return false
  seen.add(value)
  for (const part of Object.values(value)) if (holdsNegativeZero(part as Value | undefined, seen)) return true
  return false
}
