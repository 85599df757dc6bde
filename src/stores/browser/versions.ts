import type { TableShape } from "cubular/contract"
import { rowsName } from "./row-keys.ts"
import { putTable, type StoredTable } from "./tables.ts"

/** So many are put aside at once: changes to come then need neither read nor write the table's row. */
const ASIDE = 1000

/** Versions that nobody else gives: those behind `given`, up to `last`. */
export interface Versions {
  given: number
  readonly last: number
}

/**
 * Tables found to be of a version, and the versions of records that may be given in them. All of it holds as long as the
 * connection is open, since no table is raised meanwhile.
 */
export class KnownTables {
  readonly #versions = new WeakMap<IDBDatabase, Map<string, Versions>>()

  /** @param memo - Of the transaction, which may have put some aside itself. */
  versionsOf({ db }: IDBTransaction, memo: Map<string, unknown>, shape: TableShape): Versions | undefined {
    return (memo.get(aside(shape)) as Versions | undefined) ?? this.#versions.get(db)?.get(rowsOf(shape))
  }

  /** To be called when a table was read, and when versions that were put aside are committed. */
  keep(database: IDBDatabase, shape: TableShape, versions?: Versions): void {
    const known = this.#versions.get(database) ?? new Map<string, Versions>()
    const rows = rowsOf(shape)
    this.#versions.set(database, known.set(rows, versions ?? known.get(rows) ?? { given: 0, last: 0 }))
  }
}

/** Puts versions aside for so many changes, and for others. */
export function putAside(
  transaction: IDBTransaction,
  memo: Map<string, unknown>,
  shape: TableShape,
  table: StoredTable,
  changes: number,
): Versions {
  const versions: Versions = { given: table.counter, last: table.counter + changes + ASIDE }
  putTable(transaction, memo, shape.name, { ...table, counter: versions.last })
  memo.set(aside(shape), versions)
  return versions
}

const rowsOf = ({ name, version }: TableShape): string => rowsName(name, version)
const aside = (shape: TableShape): string => `versions ${rowsOf(shape)}`
