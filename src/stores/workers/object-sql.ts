import { CubeError } from "cubular/contract"
import { store_newer } from "cubular/messages/en"
import type { SqlDatabase, SqlRow, SqlValue } from "../sql/database.ts"
import { toStoreError } from "./platform-error.ts"

/** What is used of a Durable Object's storage. */
export interface ObjectStorage {
  readonly sql: {
    exec(sql: string, ...values: SqlValue[]): { toArray(): unknown[]; readonly rowsWritten: number }
  }
  transactionSync<T>(work: () => T): T
}

/**
 * SQLite of a Durable Object. What it has written is on the disk before anybody hears of it: the object's answers are held
 * back until then.
 *
 * @param tables - Makes the tables in an empty object.
 * @param format - Version of the tables; a later one that is stored is left as it is.
 * @throws {CubeError} `store_newer`.
 */
export function createObjectDatabase(storage: ObjectStorage, tables: string, format: number): SqlDatabase {
  const { sql } = storage
  const all = (text: string, values: readonly SqlValue[]): readonly SqlRow[] =>
    telling(() => sql.exec(text, ...values).toArray() as SqlRow[])
  const transaction = <T>(work: () => T): T => telling(() => storage.transactionSync(work))

  transaction(() => {
    const isNew = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'format'").toArray().length === 0
    if (isNew) {
      sql.exec(`${tables} CREATE TABLE format (version INTEGER NOT NULL) STRICT;`)
      sql.exec("INSERT INTO format (version) VALUES (?)", format)
    }
    const [{ version: found }] = sql.exec("SELECT version FROM format").toArray() as [{ version: number }]
    if (found > format) throw new CubeError({ ...store_newer, params: { found, known: format } })
  })
  return {
    one: (text, values) => all(text, values)[0],
    all,
    run: (text, values) => telling(() => sql.exec(text, ...values).rowsWritten),
    transaction,
  }
}

function telling<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStoreError(error)
  }
}
