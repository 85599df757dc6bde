import type { BlobDriver, BlobRow } from "../blobs.ts"
import { endOf } from "../text.ts"
import type { SqlDatabase, SqlRow, SqlValue } from "./database.ts"

/** What is known of blobs whose bytes are kept elsewhere, by content. */
export const blobTables = `
  CREATE TABLE blobs (
    store TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
    type TEXT, metadata TEXT,
    PRIMARY KEY (store, key)
  ) STRICT, WITHOUT ROWID;
`

/** The rows of a `blobs` driver over SQLite, without its bytes. */
export interface BlobRows extends Pick<BlobDriver, "list"> {
  head(key: string): BlobRow | undefined
  /** @returns the content that was there before, which nobody needs any more. */
  put(row: BlobRow): string | undefined
  delete(key: string): string | undefined
}

const COLUMNS = "key, content, size, sha256, type, metadata"
const HEAD = `SELECT ${COLUMNS} FROM blobs WHERE store = ? AND key = ?`
const DELETE = "DELETE FROM blobs WHERE store = ? AND key = ? RETURNING content"
const PUT = `INSERT INTO blobs (store, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`

export function createBlobRows(database: SqlDatabase, store: string): BlobRows {
  function remove(key: string): string | undefined {
    return database.one(DELETE, [store, key])?.content as string | undefined
  }

  return {
    head(key) {
      const row = database.one(HEAD, [store, key])
      return row && toRow(row)
    },
    put: ({ key, content, size, sha256, type, metadata }) =>
      database.transaction(() => {
        const before = remove(key)
        database.run(PUT, [store, key, content, size, sha256, type ?? null, metadata ?? null])
        return before
      }),
    delete: (key) => database.transaction(() => remove(key)),
    list({ prefix, limit, after }) {
      const end = endOf(prefix)
      const values: SqlValue[] = [store, after ?? prefix, ...(end === undefined ? [] : [end]), limit]
      const behind = `key ${after === undefined ? ">=" : ">"} ?${end === undefined ? "" : " AND key < ?"}`
      const sql = `SELECT ${COLUMNS} FROM blobs WHERE store = ? AND ${behind} ORDER BY key LIMIT ?`
      const rows = database.all(sql, values).map(toRow)
      const last = rows.at(-1)
      return rows.length < limit || last === undefined ? { rows } : { rows, next: last.key }
    },
  }
}

function toRow({ key, content, size, sha256, type, metadata }: SqlRow): BlobRow {
  return {
    key: key as string,
    content: content as string,
    size: size as number,
    sha256: sha256 as string,
    ...(type === null ? {} : { type: type as string }),
    ...(metadata === null ? {} : { metadata: metadata as string }),
  }
}
