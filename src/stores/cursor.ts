import type { Json } from "cubular/contract"
import { store_cursor_refused } from "cubular/messages/en"
import { refuse } from "./refuse.ts"

/**
 * A cursor: where a page ended, and a mark of the query it belongs to. The mark finds mistakes, not attacks: a position
 * made up by hand shows nothing that the same query would not show.
 */
export function toCursor(query: Json, position: Json): string {
  const text = JSON.stringify(position)
  return `${markOf(query, text)}.${text}`
}

/** @throws {CubeError} `store_cursor_refused` for the cursor of another query, or what is none. */
export function fromCursor(query: Json, cursor: unknown): Json {
  const text = typeof cursor === "string" ? cursor.slice(MARK_LENGTH + 1) : ""
  if (text === "" || cursor !== `${markOf(query, text)}.${text}`) return refuse(store_cursor_refused, ["cursor"])
  return JSON.parse(text) as Json
}

const MARK_LENGTH = 16

/** 64 bits of FNV-1a in two lanes with different primes (http://www.isthe.com/chongo/tech/comp/fnv, public domain). */
function markOf(query: Json, position: string): string {
  const text = JSON.stringify(query) + position
  let [left, right] = [0x811c9dc5, 0x9dc5811c]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    left = Math.imul(left ^ unit, 0x01000193)
    right = Math.imul(right ^ unit, 0x01000197)
  }
  return hex(left) + hex(right ^ (left >>> 16))
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0")
}
