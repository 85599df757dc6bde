import type { RecordKey } from "cubular/contract"
import { fromKey, toKey } from "./keys.ts"

/** Rows of every version stand under a name of their own: those of an earlier one wait there until they have been moved. */
export const rowsName = (name: string, version: number): string => `${name} ${version}`

/**
 * A list as one text, in the order of the lists: texts are compared, sent and stored sooner than lists. U+0000 ends every
 * part, which no text of ours holds.
 */
export function listKey(name: string, values: readonly RecordKey[]): string {
  let key = `${name}\u0000`
  for (const value of values) key += `${typeof value === "string" ? toKey(value) : numberKey(value)}\u0000`
  return key
}

/** A key behind all lists that begin with these parts, and before the next part. */
export const behindList = (key: string): string => `${key.slice(0, -1)}\u0001`

export const rowKey = (rows: string, key: RecordKey): string => listKey(rows, [key])

export function keyOfRow(whole: IDBValidKey): RecordKey {
  const text = whole as string
  const part = text.slice(text.indexOf("\u0000") + 1, -1)
  return part.startsWith("\u0000") ? numberOf(part) : fromKey(part)
}

/** The stretch of all rows of a version. */
export function rowsRange(ranges: typeof IDBKeyRange, rows: string): IDBKeyRange {
  const first = listKey(rows, [])
  return ranges.bound(first, behindList(first))
}

const view = new DataView(new ArrayBuffer(8))
const SIGN = 0x80000000

/** 64 bits as 16 digits, in the order of numbers: a negative one with all bits turned, another with its sign. U+0000 tells it from a text. */
function numberKey(value: number): string {
  view.setFloat64(0, value)
  const [high, low] = [view.getUint32(0), view.getUint32(4)]
  return high < SIGN ? `\u0000${hex(high ^ SIGN)}${hex(low)}` : `\u0000${hex(~high)}${hex(~low)}`
}

function numberOf(part: string): number {
  const [high, low] = [1, 9].map((at) => Number.parseInt(part.slice(at, at + 8), 16)) as [number, number]
  const isNegative = high < SIGN
  view.setUint32(0, isNegative ? ~high : high ^ SIGN)
  view.setUint32(4, isNegative ? ~low : low)
  return view.getFloat64(0)
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0")
