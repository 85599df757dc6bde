import type { RecordKey, TableShape } from "cubular/contract"
import type { RowRange } from "../records-driver.ts"
import { ask } from "./ask.ts"
import type { StoresPlatform } from "./platform.ts"
import { behindList, listKey, rowsName } from "./row-keys.ts"

type Source = IDBObjectStore | IDBIndex

/** Reads of Chromium 141 and later, which know a direction (https://w3c.github.io/IndexedDB/#dom-idbobjectstore-getallrecords). */
interface DirectedSource {
  getAllRecords?(options: {
    readonly query: IDBKeyRange
    readonly count: number
    readonly direction: IDBCursorDirection
  }): IDBRequest<readonly { readonly value: unknown }[]>
}

/** The rows of a stretch of an index of a table, or of its keys. */
export function findRows(
  records: IDBObjectStore,
  { ranges }: StoresPlatform,
  shape: TableShape,
  range: RowRange,
): Promise<readonly unknown[]> {
  const rows = rowsName(shape.name, shape.version)
  const index = range.index === undefined ? undefined : shape.indexes[range.index]
  const source = index ? records.index("by") : records
  const asked = rangeOf(ranges, index ? `${rows} ${index.name}` : rows, range)
  if (asked === undefined) return Promise.resolve([])
  return range.descending ? backwards(source, asked, range.limit) : ask<unknown[]>(source.getAll(asked, range.limit))
}

/** Bounds of the lists that begin with the name: shorter lists stand before, and `behindList` ends those that begin alike. */
function rangeOf(
  ranges: typeof IDBKeyRange,
  name: string,
  { equals, lower, upper, after, descending }: RowRange,
): IDBKeyRange | undefined {
  const place = (value: RecordKey, isBehind: boolean): string => {
    const key = listKey(name, [...equals, value])
    return isBehind ? behindList(key) : key
  }
  const head = listKey(name, equals)
  const last = after && listKey(name, [...equals, ...after])
  const from = lower ? place(lower.value, lower.open) : head
  const to = upper ? place(upper.value, !upper.open) : behindList(head)
  const [low, high] = [!descending && last ? last : from, descending && last ? last : to]
  try {
    // What stands right at the upper place is never meant, at the lower one only where no page has ended there.
    return ranges.bound(low, high, low === last, true)
  } catch (error) {
    // DataError: nothing lies between them.
    if ((error as { readonly name?: unknown }).name === "DataError") return undefined
    throw error
  }
}

async function backwards(source: Source, range: IDBKeyRange, limit: number): Promise<readonly unknown[]> {
  const directed = source as DirectedSource
  if (directed.getAllRecords)
    return (await ask(directed.getAllRecords({ query: range, count: limit, direction: "prev" }))).map(
      ({ value }) => value,
    )
  const request = source.openCursor(range, "prev")
  const rows: unknown[] = []
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor) rows.push(cursor.value)
      if (cursor && rows.length < limit) cursor.continue()
      else resolve(rows)
    }
  })
}
