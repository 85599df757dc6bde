/** The same work written straight on the platform's bindings, with the same durability. */
import { DurableObject } from "cloudflare:workers"
import type { KvNamespace, R2Binding } from "cubular/stores/workers"
import { type Row, schema } from "./rows.ts"

interface Statement {
  bind(...values: unknown[]): Statement
  all(): Promise<{ readonly results: readonly { readonly [column: string]: unknown }[] }>
}

interface Database {
  prepare(sql: string): Statement
  batch(statements: readonly Statement[]): Promise<unknown>
}

interface Objects {
  getByName(name: string): { readonly [method in keyof RawObject]: (...args: unknown[]) => Promise<never> }
}

/** Bindings of the same kinds as ours, for data of their own. */
export interface RawBindings {
  readonly RAW_KV: KvNamespace
  readonly RAW_RECORDS: { withSession(constraint: string): Database }
  readonly RAW_BLOBS: R2Binding
  readonly RAW_OBJECTS: Objects
}

export function rawKv({ RAW_KV: kv }: RawBindings) {
  const parsed = (found: { readonly value: string | null } | null | undefined): unknown =>
    JSON.parse(found?.value as string)
  const put = (row: Row): Promise<void> => kv.put(row.id, JSON.stringify(row))
  return {
    put,
    putMany: (rows: readonly Row[]) => Promise.all(rows.map(put)),
    get: async (key: string) => parsed(await kv.getWithMetadata(key, "text")),
    async getMany(keys: string[]) {
      const found = await kv.getWithMetadata(keys, "text")
      return keys.map((key) => parsed(found.get(key)))
    },
  }
}

export async function rawRecords({ RAW_RECORDS }: RawBindings) {
  // As ours: what was written is read also where a replica answers.
  const database = RAW_RECORDS.withSession("first-primary")
  await database.batch([
    database.prepare(`CREATE TABLE rows (id TEXT PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL,
      owner TEXT NOT NULL, at REAL NOT NULL) STRICT, WITHOUT ROWID`),
    database.prepare("CREATE INDEX by_owner ON rows (owner, at)"),
  ])
  const put = `INSERT INTO rows (id, version, text, owner, at) VALUES (?, 1, ?, ?, ?) ON CONFLICT (id) DO
    UPDATE SET version = version + 1, text = excluded.text, owner = excluded.owner, at = excluded.at`
  const toRow = ({ text, version }: { readonly [column: string]: unknown }) => ({
    record: JSON.parse(text as string) as Row,
    version,
  })
  return {
    batch: (rows: readonly Row[]) =>
      database.batch(
        rows.map((row) => {
          schema.parse(row)
          return database.prepare(put).bind(row.id, JSON.stringify(row), row.owner, row.at)
        }),
      ),
    async get(keys: readonly string[]) {
      const places = keys.map(() => "?").join(", ")
      const sql = `SELECT id, text, version FROM rows WHERE id IN (${places})`
      const { results } = await database
        .prepare(sql)
        .bind(...keys)
        .all()
      const found = new Map(results.map((row) => [row.id, toRow(row)]))
      return keys.map((key) => found.get(key))
    },
    async find(owner: string, limit: number) {
      const sql = "SELECT text, version FROM rows WHERE owner = ? ORDER BY at, id LIMIT ?"
      return (await database.prepare(sql).bind(owner, limit).all()).results.map(toRow)
    },
  }
}

interface Found {
  readonly number: number
  readonly text: string
  readonly attempt: number
}

interface Sql {
  exec(sql: string, ...values: unknown[]): { toArray(): unknown[] }
}

/** A queue and a journal on SQLite. */
export class RawObject extends DurableObject {
  get #storage(): { readonly sql: Sql; transactionSync<T>(work: () => T): T } {
    return this.ctx.storage as never
  }

  make(): void {
    this.#storage.sql.exec(`
      CREATE TABLE messages (number INTEGER PRIMARY KEY, text TEXT NOT NULL, due REAL NOT NULL, attempt INTEGER NOT NULL) STRICT;
      CREATE INDEX due ON messages (due, number);
      CREATE TABLE entries (position INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
      CREATE TABLE writer (token INTEGER NOT NULL, length INTEGER NOT NULL);
      INSERT INTO writer VALUES (1, 0);`)
  }

  send(texts: readonly string[], nowMs: number): void {
    const { sql } = this.#storage
    this.#storage.transactionSync(() => {
      for (const text of texts) sql.exec("INSERT INTO messages (text, due, attempt) VALUES (?, ?, 0)", text, nowMs)
    })
  }

  receive(limit: number, nowMs: number): Found[] {
    const { sql } = this.#storage
    return this.#storage.transactionSync(() => {
      const due = "SELECT number, text, attempt FROM messages WHERE due <= ? ORDER BY due, number LIMIT ?"
      const found = sql.exec(due, nowMs, limit).toArray() as Found[]
      for (const { number } of found)
        sql.exec("UPDATE messages SET attempt = attempt + 1, due = ? WHERE number = ?", nowMs + 30_000, number)
      return found.map((each) => ({ ...each, attempt: each.attempt + 1 }))
    })
  }

  ack(found: readonly Pick<Found, "number" | "attempt">[]): void {
    this.#storage.transactionSync(() => {
      for (const { number, attempt } of found)
        this.#storage.sql.exec("DELETE FROM messages WHERE number = ? AND attempt = ?", number, attempt)
    })
  }

  append(texts: readonly string[]): void {
    const { sql } = this.#storage
    this.#storage.transactionSync(() => {
      const [{ token, length } = { token: 0, length: 0 }] = sql.exec("SELECT token, length FROM writer").toArray() as {
        token: number
        length: number
      }[]
      if (token !== 1) throw new Error("fenced")
      texts.forEach(
        (text, at) => void sql.exec("INSERT INTO entries (position, text) VALUES (?, ?)", length + at, text),
      )
      sql.exec("UPDATE writer SET length = ?", length + texts.length)
    })
  }

  read(from: number, limit: number): { texts: string[]; end: number } {
    const { sql } = this.#storage
    const [{ length } = { length: 0 }] = sql.exec("SELECT length FROM writer").toArray() as { length: number }[]
    const read = "SELECT text FROM entries WHERE position >= ? ORDER BY position LIMIT ?"
    return { texts: (sql.exec(read, from, limit).toArray() as { text: string }[]).map(({ text }) => text), end: length }
  }
}

export function rawObject({ RAW_OBJECTS: objects }: RawBindings) {
  const stub = () => objects.getByName("raw")
  const made = stub().make()
  const texts = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row))
  return {
    async append(rows: readonly Row[]) {
      await made
      await stub().append(texts(rows))
    },
    async read(from: number, limit: number) {
      const { texts, end } = (await stub().read(from, limit)) as { texts: string[]; end: number }
      return { entries: texts.map((text, at) => ({ position: from + at, value: JSON.parse(text) as Row })), end }
    },
    async through(rows: readonly Row[], limit: number) {
      await stub().send(texts(rows), Date.now())
      const found = (await stub().receive(limit, Date.now())) as Found[]
      for (const { text } of found) JSON.parse(text)
      await stub().ack(found.map(({ number, attempt }) => ({ number, attempt })))
    },
  }
}

export function rawBlobs({ RAW_BLOBS: bucket }: RawBindings) {
  const hex = (digest: ArrayBuffer): string =>
    Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
  const sha256Of = async (bytes: Uint8Array): Promise<string> =>
    hex(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>))
  return {
    async put(key: string, bytes: Uint8Array) {
      const sha256 = await sha256Of(bytes)
      await bucket.put(key, bytes, { customMetadata: { sha256 }, sha256 })
    },
    async get(key: string) {
      const found = await bucket.get(key)
      if (found === null) throw new Error("missing")
      const bytes = new Uint8Array(await found.arrayBuffer())
      if ((await sha256Of(bytes)) !== found.customMetadata?.sha256) throw new Error("corrupt")
      return bytes
    },
    async putParts(key: string, bytes: Uint8Array) {
      const sha256 = await sha256Of(bytes)
      const upload = await bucket.createMultipartUpload(key, { customMetadata: { sha256 } })
      const parts = []
      for (let at = 0; at < bytes.length; at += 8_388_608)
        parts.push(await upload.uploadPart(parts.length + 1, bytes.subarray(at, at + 8_388_608)))
      await upload.complete(parts)
    },
  }
}
