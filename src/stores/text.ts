import { type Path, storeLimits } from "cubular/contract"
import { store_batch_refused, store_key_malformed, store_key_repeated, store_key_too_long } from "cubular/messages/en"
import { refuse } from "./refuse.ts"

/** Bytes a well-formed text has in UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    // Each half of a pair counts two: a pair has four bytes.
    bytes += unit < 0x800 || (unit & 0xf800) === 0xd800 ? 1 : 2
  }
  return bytes
}

/** Whether a text has more bytes than that; most are so short that nothing need be counted. */
export function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && byteLength(text) > bytes
}

/** Texts platforms store and compare alike. A pair's half has no UTF-8; U+0000 ends a text in some of them. */
function isPortable(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0) return false
    if ((unit & 0xf800) !== 0xd800) continue
    const next = text.charCodeAt(++index)
    if (unit >= 0xdc00 || (next & 0xfc00) !== 0xdc00) return false
  }
  return true
}

/** @throws {CubeError} `store_key_malformed`, `store_key_too_long`. */
export function checkKey(key: unknown, path: Path): asserts key is string {
  checkPrefix(key, path)
  checkWhole(key, path)
}

/** What `checkPrefix` has passed, as a whole key. @throws {CubeError} `store_key_malformed`. */
export function checkWhole(key: string, path: Path): void {
  if (key === "" || key === "." || key === "..") refuse(store_key_malformed, path)
}

/** A key, or the beginning of one. @param place - A path, or its only part. */
export function checkPrefix(text: unknown, place: Path | string): asserts text is string {
  const isGood = typeof text === "string" && isPortable(text)
  if (isGood && !isLonger(text, storeLimits.keyBytes)) return
  const path = typeof place === "string" ? [place] : place
  if (!isGood) refuse(store_key_malformed, path)
  refuse(store_key_too_long, path, { max: storeLimits.keyBytes })
}

/** A list for one call. @throws {CubeError} `store_batch_refused`. */
export function checkBatch(list: unknown, path: Path): asserts list is readonly unknown[] {
  const count = Array.isArray(list) ? list.length : 0
  if (count < 1 || count > storeLimits.batch)
    refuse(store_batch_refused, path, { count, min: 1, max: storeLimits.batch })
}

/** Keys for one call. */
export function checkKeys(keys: unknown): asserts keys is readonly string[] {
  checkBatch(keys, ["keys"])
  for (let index = 0; index < keys.length; index++) checkKey(keys[index], ["keys", index])
}

/** @throws {CubeError} `store_key_repeated` where one call names a key twice: what stays would depend on the platform. */
export function checkUnlike(keys: readonly (string | number)[], list: string): void {
  if (isRising(keys) || new Set(keys).size === keys.length) return
  const index = keys.findIndex((key, at) => keys.indexOf(key) < at)
  refuse(store_key_repeated, [list, index])
}

/** Many lists are in order, which is told sooner than that nothing in them is twice. */
function isRising(keys: readonly (string | number)[]): boolean {
  for (let index = 1; index < keys.length; index++)
    if (!((keys[index - 1] as string | number) < (keys[index] as string | number))) return false
  return true
}

/** Order of code points: as UTF-8 bytes, not as JavaScript compares. */
export function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  for (let index = 0; index < end; index++) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (left !== right) return rankOf(left) - rankOf(right)
  }
  return a.length - b.length
}

/** Halves of pairs stand for code points behind all others. */
function rankOf(unit: number): number {
  return (unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit
}

/** The least text behind all that begin with the prefix; undefined where there is none. */
export function endOf(prefix: string): string | undefined {
  const points = Array.from(prefix, (point) => point.codePointAt(0) as number)
  while (points.length > 0) {
    const last = points.pop() as number
    if (last < 0x10ffff) return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
  }
  return undefined
}
