import type { KvDriver, KvListed, KvRow } from "../kv.ts"
import { compareText, endOf } from "../text.ts"
import { lowerBound } from "./sorted.ts"

/** A `kv` driver that keeps its rows in a Map. */
export function createKvDriver(): KvDriver {
  const rows = new Map<string, KvRow>()
  /** Keys in order; undefined after a key came or went. */
  let sorted: readonly string[] | undefined = []

  function alive(key: string, nowMs: number): KvRow | undefined {
    const row = rows.get(key)
    if (row?.expiresAtMs === undefined || row.expiresAtMs > nowMs) return row
    rows.delete(key)
    sorted = undefined
    return undefined
  }

  return {
    get: (keys, nowMs) => keys.map((key) => alive(key, nowMs)),
    put(given) {
      for (const row of given) {
        if (!rows.has(row.key)) sorted = undefined
        rows.set(row.key, row)
      }
    },
    delete(keys) {
      for (const key of keys) if (rows.delete(key)) sorted = undefined
    },
    list({ prefix, limit, after }, nowMs) {
      sorted ??= [...rows.keys()].sort(compareText)
      const keys = sorted
      const end = endOf(prefix)
      const found: KvListed[] = []
      const start = after ?? prefix
      let at = lowerBound(keys, (key) => compareText(key, start) < 0)
      if (keys[at] === after) at++
      for (; at < keys.length && found.length < limit; at++) {
        const key = keys[at] as string
        if (end !== undefined && compareText(key, end) >= 0) return { rows: found }
        const row = alive(key, nowMs)
        if (row) found.push({ key, metadata: row.metadata, expiresAtMs: row.expiresAtMs })
      }
      const last = found.at(-1)
      return found.length < limit || last === undefined ? { rows: found } : { rows: found, next: last.key }
    },
  }
}
