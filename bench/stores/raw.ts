/** The same work written straight on `node:sqlite` and the file system, with the same durability: WAL, synchronous=FULL. */
import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readFile, rename, unlink } from "node:fs/promises"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { type Row, schema } from "./rows.ts"

export function openRaw(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
  return database
}

/** Runs the work in one transaction. */
function inTransaction(database: DatabaseSync): <T>(work: () => T) => T {
  const [begin, commit, rollback] = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].map((sql) => database.prepare(sql))
  return (work) => {
    begin?.run()
    try {
      const result = work()
      commit?.run()
      return result
    } catch (error) {
      rollback?.run()
      throw error
    }
  }
}

export function rawKv(database: DatabaseSync) {
  database.exec(
    "CREATE TABLE kv (key TEXT PRIMARY KEY, value TEXT NOT NULL, metadata TEXT, expires REAL) STRICT, WITHOUT ROWID",
  )
  const put = database.prepare("INSERT OR REPLACE INTO kv (key, value) VALUES (?, ?)")
  const get = database.prepare("SELECT value, metadata FROM kv WHERE key = ? AND (expires IS NULL OR expires > ?)")
  const transaction = inTransaction(database)
  const read = (key: string): unknown => JSON.parse((get.get(key, Date.now()) as { value: string }).value)
  return {
    put: async (key: string, value: unknown) => void put.run(key, JSON.stringify(value)),
    putMany: async (rows: readonly Row[]) =>
      transaction(() => {
        for (const row of rows) put.run(row.id, JSON.stringify(row))
      }),
    get: async (key: string) => read(key),
    getMany: async (keys: readonly string[]) => keys.map(read),
  }
}

export function rawRecords(database: DatabaseSync) {
  database.exec(`CREATE TABLE rows (id TEXT PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL,
    owner TEXT NOT NULL, at REAL NOT NULL) STRICT, WITHOUT ROWID; CREATE INDEX by_owner ON rows (owner, at)`)
  const put =
    database.prepare(`INSERT INTO rows (id, version, text, owner, at) VALUES (?, 1, ?, ?, ?) ON CONFLICT (id) DO
    UPDATE SET version = version + 1, text = excluded.text, owner = excluded.owner, at = excluded.at`)
  const get = database.prepare("SELECT text, version FROM rows WHERE id = ?")
  const find = database.prepare("SELECT text, version FROM rows WHERE owner = ? ORDER BY at, id LIMIT ?")
  const transaction = inTransaction(database)
  const write = (row: Row): void => {
    schema.parse(row)
    put.run(row.id, JSON.stringify(row), row.owner, row.at)
  }
  const readRow = ({ text, version }: { text: string; version: number }) => ({
    record: JSON.parse(text) as Row,
    version,
  })
  return {
    put: async (row: Row) => write(row),
    batch: async (rows: readonly Row[]) =>
      transaction(() => {
        for (const row of rows) write(row)
      }),
    get: async (key: string) => readRow(get.get(key) as never),
    getMany: async (keys: readonly string[]) => keys.map((key) => readRow(get.get(key) as never)),
    find: async (owner: string, limit: number) => find.all(owner, limit).map((row) => readRow(row as never)),
  }
}

export function rawQueue(database: DatabaseSync) {
  database.exec(`CREATE TABLE messages (number INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, due REAL NOT NULL,
    attempt INTEGER NOT NULL) STRICT; CREATE INDEX due ON messages (due, number)`)
  const send = database.prepare("INSERT INTO messages (text, due, attempt) VALUES (?, ?, 0)")
  const due = database.prepare("SELECT number, text, attempt FROM messages WHERE due <= ? ORDER BY due, number LIMIT ?")
  const deliver = database.prepare("UPDATE messages SET attempt = attempt + 1, due = ? WHERE number = ?")
  const ack = database.prepare("DELETE FROM messages WHERE number = ? AND attempt = ?")
  const transaction = inTransaction(database)
  return {
    send: async (rows: readonly Row[]) =>
      transaction(() => {
        for (const row of rows) send.run(JSON.stringify(row), Date.now())
      }),
    receive: async (limit: number) =>
      transaction(() =>
        due.all(Date.now(), limit).map((row) => {
          deliver.run(Date.now() + 30_000, row.number as number)
          return {
            number: row.number as number,
            message: JSON.parse(row.text as string),
            attempt: Number(row.attempt) + 1,
          }
        }),
      ),
    ack: async (found: readonly { number: number; attempt: number }[]) =>
      transaction(() => {
        for (const { number, attempt } of found) ack.run(number, attempt)
      }),
  }
}

export function rawJournal(database: DatabaseSync) {
  database.exec(`CREATE TABLE entries (position INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE writer (token INTEGER NOT NULL, length INTEGER NOT NULL); INSERT INTO writer VALUES (1, 0)`)
  const state = database.prepare("SELECT token, length FROM writer")
  const grow = database.prepare("UPDATE writer SET length = ?")
  const append = database.prepare("INSERT INTO entries (position, text) VALUES (?, ?)")
  const read = database.prepare("SELECT text FROM entries WHERE position >= ? ORDER BY position LIMIT ?")
  const transaction = inTransaction(database)
  return {
    append: async (rows: readonly Row[]) =>
      transaction(() => {
        const { token, length } = state.get() as { token: number; length: number }
        if (token !== 1) throw new Error("fenced")
        rows.forEach((row, index) => void append.run(length + index, JSON.stringify(row)))
        grow.run(length + rows.length)
      }),
    /** Entries, and where the journal ends. */
    read: async (from: number, limit: number) => ({
      end: state.get()?.length,
      entries: read.all(from, limit).map(({ text }) => JSON.parse(text as string)),
    }),
  }
}

export function rawBlobs(database: DatabaseSync, folder: string) {
  database.exec(
    "CREATE TABLE blobs (key TEXT PRIMARY KEY, file TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL)",
  )
  const before = database.prepare("SELECT file FROM blobs WHERE key = ?")
  const insert = database.prepare("INSERT OR REPLACE INTO blobs VALUES (?, ?, ?, ?)")
  const head = database.prepare("SELECT file, size, sha256 FROM blobs WHERE key = ?")
  const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")
  return {
    async put(key: string, bytes: Uint8Array) {
      await mkdir(folder, { recursive: true })
      const name = randomUUID()
      const file = await open(join(folder, `${name}.part`), "wx")
      await file.write(bytes)
      await file.sync()
      await file.close()
      await rename(join(folder, `${name}.part`), join(folder, name))
      const handle = await open(folder, "r")
      await handle.sync()
      await handle.close()
      const old = before.get(key)?.file as string | undefined
      insert.run(key, name, bytes.length, sha256(bytes))
      if (old !== undefined) await unlink(join(folder, old))
    },
    async get(key: string) {
      const row = head.get(key) as { file: string; sha256: string }
      const bytes = await readFile(join(folder, row.file))
      if (sha256(bytes) !== row.sha256) throw new Error("corrupt")
      return bytes
    },
  }
}
