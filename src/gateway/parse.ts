import { CubeError, type Json, type Path } from "cubular"
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
  checkShape(text, depth)
  return parsed
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    // The engine's own message quotes the body, and differs between engines.
    throw new CubeError(body_not_json)
  }
}

/** An object or array that is open; `keys` only for objects. */
interface Open {
  readonly keys: Set<string> | undefined
  key: string | number
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},]/g

/** Walks over the tokens of text that is known to be JSON, without recursion. */
function checkShape(text: string, depth: number): void {
  const open: Open[] = []
  let previous = ""
  for (const [token] of text.matchAll(TOKEN)) {
    const at = open.at(-1)
    if (token === "{" || token === "[") {
      if (open.length === depth) throw new CubeError({ ...body_too_deep, params: { limit: depth } })
      open.push(token === "{" ? { keys: new Set(), key: "" } : { keys: undefined, key: 0 })
    } else if (token === "}" || token === "]") open.pop()
    else if (token === ",") {
      if (typeof at?.key === "number") at.key++
    } else if (at?.keys !== undefined && (previous === "{" || previous === ",")) enter(at, at.keys, token, open)
    previous = token
  }
}

function enter(at: Open, keys: Set<string>, token: string, open: readonly Open[]): void {
  // Two spellings of one key are the same key: "a" and "\u0061".
  const key = token.includes("\\") ? (JSON.parse(token) as string) : token.slice(1, -1)
  at.key = key
  if (keys.has(key)) throw new CubeError({ ...body_key_doubled, path: pathOf(open) })
  keys.add(key)
}

const pathOf = (open: readonly Open[]): Path =>
  open.map(({ key }) => (typeof key === "string" ? key.slice(0, 64) : key))
