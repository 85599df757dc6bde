import { CubeError, type Json, scanJson } from "cubular"
import { body_key_doubled, body_not_json, body_too_deep } from "cubular/messages/en"
import { decodeText } from "./body.ts"

/**
 * Turns a body into plain data.
 *
 * @param depth - Objects and arrays inside each other; the body itself is 1.
 * @throws {CubeError} `body_not_json`, `body_too_deep`, `body_key_doubled` (JSON.parse would silently take the last).
 */
export function parseBody(bytes: Uint8Array, depth: number): Json {
  return parseJson(decodeText(bytes), depth)
}

/** The same for text from elsewhere. */
export function parseJson(text: string, depth: number): Json {
  const parsed = parse(text)
  const fault = scanJson(text, depth)
  if (fault === undefined) return parsed
  if (fault.code === "document_too_deep") throw new CubeError({ ...body_too_deep, params: { limit: depth } })
  const path = fault.path.map((key) => (typeof key === "string" ? key.slice(0, 64) : key))
  throw new CubeError({ ...(fault.code === "duplicate_key" ? body_key_doubled : body_not_json), path })
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    // The engine's own message quotes the body, and differs between engines.
    throw new CubeError(body_not_json)
  }
}
