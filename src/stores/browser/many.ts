import { ask, askAll } from "./ask.ts"
import type { StoresPlatform } from "./platform.ts"

/** Fewer are asked for one by one, without asking before what lies between them. */
const MANY = 16

/** After so many disappointments in a row nobody asks for the next 31 times. */
const MISSES = 5

/** How keys stand in the database, in the order of what they are made of. */
export interface KeyForm<K> {
  wholeOf(key: K): IDBValidKey
  keyOf(whole: IDBValidKey): K
}

export const plainForm: KeyForm<string> = { wholeOf: (key) => key, keyOf: (whole) => whole as string }

/** Rows in the order of their keys; `stretch` holds exactly those that are there, where that was found out. */
export interface Found<R> {
  readonly rows: readonly R[]
  readonly stretch?: IDBKeyRange
}

/** Reads the rows of many keys, each made into something. */
export type ReadMany = <K extends string | number, R>(
  source: IDBObjectStore,
  keys: readonly K[],
  form: KeyForm<K>,
  to: (row: unknown) => R,
) => Promise<Found<R>>

/**
 * Many keys are mostly neighbours, as a page that was listed or messages that were received together: where nothing else lies
 * between them one request reads all, in a third of the time. Keys are asked for first, since what else lies there may
 * be large; who reads here and there is soon asked no more, and then only now and again.
 */
export function createReadMany({ ranges }: StoresPlatform): ReadMany {
  let [misses, passes] = [0, 0]

  /** The stretch of the keys and those that are there; undefined where others lie between them, or nobody asked. */
  async function neighbours<K extends string | number>(
    source: IDBObjectStore,
    keys: readonly K[],
    { wholeOf, keyOf }: KeyForm<K>,
  ): Promise<{ readonly stretch: IDBKeyRange; readonly found: readonly K[] } | undefined> {
    if (keys.length < MANY || --passes >= 0) return undefined
    const asked = new Set(keys)
    const [first, last] = endsOf(keys)
    const stretch = ranges.bound(wholeOf(first), wholeOf(last))
    const found = (await ask(source.getAllKeys(stretch, asked.size + 1))).map(keyOf)
    const isAlone = found.every((key) => asked.has(key))
    misses = isAlone ? 0 : Math.min(misses + 1, MISSES)
    passes = 2 ** misses - 1
    return isAlone ? { stretch, found } : undefined
  }

  return async (source, keys, form, to) => {
    const near = await neighbours(source, keys, form)
    if (near === undefined) {
      const asked = keys.map((key) => source.get(form.wholeOf(key)))
      return { rows: await askAll(asked, to) }
    }
    const { stretch, found } = near
    const rows = await ask<unknown[]>(source.getAll(stretch))
    const byKey = new Map(found.map((key, at) => [key, rows[at]]))
    return { stretch, rows: keys.map((key) => to(byKey.get(key))) }
  }
}

/** The first and the last of them: JavaScript compares texts and numbers as IndexedDB does. */
function endsOf<K extends string | number>(keys: readonly K[]): [K, K] {
  let [first, last] = [keys[0] as K, keys[0] as K]
  for (const key of keys) {
    if (key < first) first = key
    else if (key > last) last = key
  }
  return [first, last]
}
