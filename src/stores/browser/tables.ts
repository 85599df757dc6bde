import { CubeError, type TableShape } from "cubular/contract"
import { store_newer } from "cubular/messages/en"
import type { TableState } from "../records-driver.ts"
import { ask } from "./ask.ts"
import { corrupt } from "./faults.ts"

/** What is stored of a table. */
export interface StoredTable extends TableState {
  /** The last version that was given or put aside. */
  counter: number
}

/** As it is stored; read once in a transaction. */
export function tableIn(
  transaction: IDBTransaction,
  memo: Map<string, unknown>,
  name: string,
): StoredTable | undefined | Promise<StoredTable | undefined> {
  const known = `table ${name}`
  if (memo.has(known)) return memo.get(known) as StoredTable | undefined
  return ask<unknown>(transaction.objectStore("tables").get(name)).then((found) => {
    if (memo.has(known)) return memo.get(known) as StoredTable | undefined
    const { version, shape, counter, older } = (found ?? {}) as StoredTable
    const isWhole = Number.isInteger(version) && typeof shape === "string" && Number.isInteger(counter)
    if (found !== undefined && !(isWhole && Array.isArray(older))) throw corrupt("a table that is none")
    memo.set(known, found)
    return found as StoredTable | undefined
  })
}

/** @throws {CubeError} `store_newer` for a program with an earlier version than the one that is stored. */
export function refuseOlder(stored: StoredTable | undefined, { version: known }: TableShape): void {
  const found = stored?.version ?? 0
  if (found > known) throw new CubeError({ ...store_newer, params: { found, known } })
}

/** Makes the table, or gives it an empty place for the rows of this version, or leaves it as it is. */
export function raiseTable(
  transaction: IDBTransaction,
  memo: Map<string, unknown>,
  stored: StoredTable | undefined,
  shape: TableShape,
): StoredTable {
  const { name, version } = shape
  if (stored && stored.version >= version) return stored
  const older = stored ? [...stored.older, stored.version] : []
  return putTable(transaction, memo, name, {
    version,
    shape: JSON.stringify(shape),
    counter: stored?.counter ?? 0,
    older,
  })
}

export function putTable(
  transaction: IDBTransaction,
  memo: Map<string, unknown>,
  name: string,
  table: StoredTable,
): StoredTable {
  memo.set(`table ${name}`, table)
  transaction.objectStore("tables").put(table, name)
  return table
}
