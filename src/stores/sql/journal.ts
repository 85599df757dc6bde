import type { JournalDriver } from "../journal.ts"
import type { SqlDatabase } from "./database.ts"

export const journalTables = `
  CREATE TABLE journals (
    journal TEXT PRIMARY KEY NOT NULL, token INTEGER NOT NULL, length INTEGER NOT NULL, until REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE journal_entries (
    journal TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (journal, position)
  ) STRICT, WITHOUT ROWID;
`

/** Tells whether a journal's writer lives, where the platform can: held by one at a time, free when its holder dies. */
export interface WriterLock {
  /** False when somebody holds it, this one included. */
  take(): boolean
  free(): void
}

const STATE = "SELECT token, length, until FROM journals WHERE journal = ?"
const ACQUIRE = `INSERT INTO journals (journal, token, length, until) VALUES (?, 1, 0, ?)
  ON CONFLICT (journal) DO UPDATE SET token = token + 1, until = excluded.until RETURNING token, length`
const APPEND = "INSERT INTO journal_entries (journal, position, text) VALUES (?, ?, ?)"
const GROW = "UPDATE journals SET length = ?, until = ? WHERE journal = ?"
const RENEW = "UPDATE journals SET until = ? WHERE journal = ? AND token = ?"
const RELEASE = "UPDATE journals SET token = token + 1, until = 0 WHERE journal = ? AND token = ?"
const READ = "SELECT text FROM journal_entries WHERE journal = ? AND position >= ? AND position < ? ORDER BY position"

/**
 * A `journal` driver over SQLite.
 *
 * @param lock - Who has it is the writer, however long it is silent. Without one the lease decides.
 */
export function createJournalDriver(database: SqlDatabase, journal: string, lock?: WriterLock): JournalDriver {
  function state(): { token: number; length: number; until: number } {
    const row = database.one(STATE, [journal]) as { token: number; length: number; until: number } | undefined
    return row ?? { token: 0, length: 0, until: 0 }
  }

  function acquire(nowMs: number, untilMs: number): { token: number; end: number } | undefined {
    if (lock === undefined && state().until > nowMs) return undefined
    const row = database.one(ACQUIRE, [journal, untilMs]) as { token: number; length: number }
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
        const { token: newest, length } = state()
        if (token !== newest) return { isFenced: true } as const
        if (expected !== length) return { found: length }
        texts.forEach((text, index) => void database.run(APPEND, [journal, length + index, text]))
        database.run(GROW, [length + texts.length, untilMs, journal])
        return { end: length + texts.length }
      }),
    renew: (token, untilMs) => database.run(RENEW, [untilMs, journal, token]) === 1,
    release(token) {
      if (database.run(RELEASE, [journal, token]) === 1) lock?.free()
    },
    read(from, limit) {
      const { length } = state()
      // Entries are never changed or removed: what is below the length that was read is there.
      const rows = database.all(READ, [journal, from, Math.min(from + limit, length)])
      return { texts: rows.map(({ text }) => text as string), end: length }
    },
  }
}
