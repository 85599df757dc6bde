import { CubeError } from "cubular/contract"
import { store_full } from "cubular/messages/en"
import type { JournalDriver } from "../journal.ts"
import type { SqlDatabase } from "./database.ts"

/** An entry's id is its journal's number and its position, so that appending is what SQLite does fastest. */
export const journalTables = `
  CREATE TABLE journals (
    number INTEGER PRIMARY KEY NOT NULL, journal TEXT NOT NULL UNIQUE, token INTEGER NOT NULL, length INTEGER NOT NULL,
    until REAL NOT NULL
  ) STRICT;
  CREATE TABLE journal_entries (id INTEGER PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT;
`

/** Entries a journal may have, and journals a database: together what a number holds exactly, 2^53. */
const ENTRIES = 2 ** 32
const JOURNALS = 2 ** 21

/** Tells whether a journal's writer lives, where the platform can: held by one at a time, free when its holder dies. */
export interface WriterLock {
  /** False when somebody holds it, this one included. */
  take(): boolean
  free(): void
}

const STATE = "SELECT number, token, length, until FROM journals WHERE journal = ?"
const ACQUIRE = `INSERT INTO journals (journal, token, length, until) VALUES (?, 1, 0, ?)
  ON CONFLICT (journal) DO UPDATE SET token = token + 1, until = excluded.until RETURNING number, token, length`
const APPEND = "INSERT INTO journal_entries (id, text) VALUES (?, ?)"
const GROW = "UPDATE journals SET length = ?, until = ? WHERE number = ?"
const RENEW = "UPDATE journals SET until = ? WHERE journal = ? AND token = ?"
const RELEASE = "UPDATE journals SET token = token + 1, until = 0 WHERE journal = ? AND token = ?"
const READ = "SELECT text FROM journal_entries WHERE id >= ? AND id < ? ORDER BY id"

interface State {
  readonly number: number
  readonly token: number
  readonly length: number
  readonly until: number
}

/**
 * A `journal` driver over SQLite.
 *
 * @param lock - Who has it is the writer, however long it is silent. Without one the lease decides.
 */
export function createJournalDriver(database: SqlDatabase, journal: string, lock?: WriterLock): JournalDriver {
  function state(): State {
    const row = database.one(STATE, [journal]) as unknown as State | undefined
    return row ?? { number: 0, token: 0, length: 0, until: 0 }
  }

  function acquire(nowMs: number, untilMs: number): { token: number; end: number } | undefined {
    if (lock === undefined && state().until > nowMs) return undefined
    const row = database.one(ACQUIRE, [journal, untilMs]) as unknown as State
    if (row.number >= JOURNALS) throw new CubeError(store_full)
    return { token: row.token, end: row.length }
  }

  return {
    acquire(nowMs, untilMs) {
      if (lock?.take() === false) return undefined
      try {
        return database.transaction(() => acquire(nowMs, untilMs))
      } catch (error) {
        lock?.free()
        throw error
      }
    },
    append: (token, expected, texts, untilMs) =>
      database.transaction(() => {
        const { number, token: newest, length } = state()
        if (token !== newest) return { isFenced: true } as const
        if (expected !== length) return { found: length }
        const end = length + texts.length
        if (end > ENTRIES) throw new CubeError(store_full)
        const first = number * ENTRIES + length
        for (let index = 0; index < texts.length; index++) database.run(APPEND, [first + index, texts[index] as string])
        database.run(GROW, [end, untilMs, number])
        return { end }
      }),
    renew: (token, untilMs) => database.run(RENEW, [untilMs, journal, token]) > 0,
    release(token) {
      if (database.run(RELEASE, [journal, token]) > 0) lock?.free()
    },
    read(from, limit) {
      const { number, length } = state()
      if (from >= length) return { texts: [], end: length }
      // Entries are never changed or removed: what is below the length that was read is there.
      const first = number * ENTRIES
      const rows = database.all(READ, [first + from, first + Math.min(from + limit, length)])
      return { texts: rows.map(({ text }) => text as string), end: length }
    },
  }
}
