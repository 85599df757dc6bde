import { storeLimits } from "cubular/contract"
import { ask } from "./ask.ts"
import { corrupt } from "./faults.ts"
import type { StoresPlatform } from "./platform.ts"
import { listKey } from "./row-keys.ts"

/** Entries that were appended together, under the position of the last one. */
interface Run {
  /** Position of the first one. */
  readonly at: number
  readonly texts: readonly string[]
}

/** Units of text in a run, unless one entry has more: Chromium keeps a row of 64 KiB or more in a file of its own. */
const RUN_UNITS = 24_000

/** Puts entries from a position on: as few rows as they need, since a row costs the same whatever it holds. */
export function putEntries(entries: IDBObjectStore, journal: string, from: number, texts: readonly string[]): void {
  for (let first = 0; first < texts.length; ) {
    let units = (texts[first] as string).length
    let end = first + 1
    while (end < texts.length) {
      units += (texts[end] as string).length
      if (units > RUN_UNITS) break
      end++
    }
    const run: Run = { at: from + first, texts: texts.slice(first, end) }
    entries.put(run, listKey(journal, [from + end - 1]))
    first = end
  }
}

/** Entries from a position on. The run it lies in is the first that ends there or behind. */
export async function readEntries(
  entries: IDBObjectStore,
  { ranges }: StoresPlatform,
  journal: string,
  from: number,
  limit: number,
): Promise<string[]> {
  const last = from + limit + storeLimits.batch - 2
  const range = ranges.bound(listKey(journal, [from]), listKey(journal, [last]))
  const runs = (await ask<unknown[]>(entries.getAll(range, limit))).map(checked)
  const first = runs[0]?.at ?? from
  let end = first
  for (const { at, texts } of runs) {
    if (at !== end) throw corrupt("entries that are not there")
    end += texts.length
  }
  if (first > from) throw corrupt("entries that are not there")
  return runs.flatMap(({ texts }) => texts).slice(from - first, from - first + limit)
}

function checked(run: unknown): Run {
  const { at, texts } = (run ?? {}) as Run
  const isRun = Number.isInteger(at) && Array.isArray(texts) && texts.every((text) => typeof text === "string")
  if (!isRun) throw corrupt("entries that are none")
  return run as Run
}
