import { endOf } from "../text.ts"
import type { StoresPlatform } from "./platform.ts"

const FIRST = 0xe000

/**
 * A text as a key. IndexedDB compares UTF-16 code units, by which pairs stand before U+E000 to U+FFFF; the order of code
 * points puts them behind. So those units, which are rare, are written as U+D7FF and another one, and U+D7FF itself too:
 * all of it well-formed, in the right order, and most texts as they are.
 */
export function toKey(text: string): string {
  return /[\ud7ff\ue000-\uffff]/.test(text) ? text.replace(/[\ud7ff\ue000-\uffff]/g, escaped) : text
}

function escaped(unit: string): string {
  return `\ud7ff${unit === "\ud7ff" ? "\u0001" : String.fromCharCode(unit.charCodeAt(0) - FIRST + 2)}`
}

/** The text behind a key. */
export function fromKey(key: string): string {
  return key.includes("\ud7ff") ? key.replace(/\ud7ff([\s\S])/g, (_, unit: string) => unescaped(unit)) : key
}

function unescaped(unit: string): string {
  return unit === "\u0001" ? "\ud7ff" : String.fromCharCode(unit.charCodeAt(0) - 2 + FIRST)
}

/** Names hold no U+0000, and neither do keys: this is unlike for every store and key. */
export function keyIn(store: string, key: string): string {
  return `${store}\u0000${toKey(key)}`
}

export function keyFrom(store: string, whole: IDBValidKey): string {
  return fromKey((whole as string).slice(store.length + 1))
}

/** Keys of a store that begin with a prefix, behind one of them. */
export function prefixRange(
  { ranges }: StoresPlatform,
  store: string,
  { prefix, after }: { readonly prefix: string; readonly after?: string | undefined },
): IDBKeyRange {
  const end = endOf(prefix)
  const upper = end === undefined ? `${store}\u0001` : keyIn(store, end)
  return ranges.bound(keyIn(store, after ?? prefix), upper, after !== undefined, true)
}

/** A list behind all that begin with the same parts: lists stand behind texts and numbers. */
export const behind = (...parts: readonly IDBValidKey[]): IDBValidKey => [...parts, []]

/** Lists that begin with the same parts, and have more. */
export function under({ ranges }: StoresPlatform, ...parts: readonly IDBValidKey[]): IDBKeyRange {
  return ranges.bound([...parts], behind(...parts), true, true)
}
