import {
  ATTEMPTS_EXHAUSTED,
  type DeliveredRow,
  type QueueDriver,
  type QueueRow,
  type Receipt,
  type Settle,
} from "../queue.ts"
import type { SqlDatabase, SqlRow, SqlValue } from "./database.ts"

/**
 * Messages of all queues are numbered by one counter, so that adding one is what SQLite does fastest. `head` is 1 for
 * messages without partition and for the first of each partition: only those are searched.
 */
export const queueTables = `
  CREATE TABLE queue_counter (last INTEGER NOT NULL) STRICT;
  INSERT INTO queue_counter (last) VALUES (0);
  CREATE TABLE queue_messages (
    number INTEGER PRIMARY KEY NOT NULL, queue TEXT NOT NULL, partition TEXT, text TEXT NOT NULL, due REAL NOT NULL,
    attempt INTEGER NOT NULL, held INTEGER NOT NULL, head INTEGER NOT NULL, reason TEXT
  ) STRICT;
  CREATE INDEX queue_due ON queue_messages (queue, due) WHERE head = 1;
  CREATE INDEX queue_partition ON queue_messages (queue, partition) WHERE partition IS NOT NULL;
  CREATE TABLE queue_dead (
    number INTEGER PRIMARY KEY NOT NULL, queue TEXT NOT NULL, partition TEXT, text TEXT NOT NULL,
    attempts INTEGER NOT NULL, reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX queue_dead_of ON queue_dead (queue);
`

const NUMBERS = "UPDATE queue_counter SET last = last + ? RETURNING last"
const SEND = `INSERT INTO queue_messages (queue, number, text, due, attempt, held, head) VALUES (?, ?, ?, ?, 0, 0, 1)`
const SEND_TO = `INSERT INTO queue_messages (queue, number, partition, text, due, attempt, held, head)
  VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, NOT EXISTS (SELECT 1 FROM queue_messages WHERE queue = ?1 AND partition = ?3))`
const DUE = `SELECT number, partition, text, attempt FROM queue_messages
  WHERE queue = ? AND head = 1 AND due <= ? ORDER BY due, number LIMIT ?`
/** Of many at once: their numbers are a JSON list. */
const DELIVER = `UPDATE queue_messages SET attempt = attempt + 1, held = 1, due = ?
  WHERE number IN (SELECT value FROM json_each(?))`
const ACK_MANY = `DELETE FROM queue_messages WHERE queue = ? AND attempt = ? AND held = 1 AND partition IS NULL
  AND number IN (SELECT value FROM json_each(?)) RETURNING number`
const HELD = "SELECT number, partition FROM queue_messages WHERE queue = ? AND number = ? AND attempt = ? AND held = 1"
const ACK_FREE =
  "DELETE FROM queue_messages WHERE queue = ? AND number = ? AND attempt = ? AND held = 1 AND partition IS NULL"
const ACK = `DELETE FROM queue_messages WHERE queue = ? AND number = ? AND attempt = ? AND held = 1 RETURNING partition`
const REMOVE = "DELETE FROM queue_messages WHERE queue = ? AND number = ?"
const PROMOTE = `UPDATE queue_messages SET head = 1 WHERE queue = ?1 AND number =
  (SELECT min(number) FROM queue_messages WHERE queue = ?1 AND partition = ?2)`
const BURY = `INSERT INTO queue_dead (queue, number, partition, text, attempts, reason)
  SELECT queue, number, partition, text, attempt, coalesce(?, reason, '${ATTEMPTS_EXHAUSTED}')
  FROM queue_messages WHERE queue = ? AND number = ?`
const PUT_OFF =
  "UPDATE queue_messages SET due = ?, held = 0, reason = coalesce(?, reason) WHERE queue = ? AND number = ?"
const EXTEND = "UPDATE queue_messages SET due = ? WHERE queue = ? AND number = ?"
const DEAD = `SELECT number, partition, text, attempts, reason FROM queue_dead
  WHERE queue = ? AND number > ? ORDER BY number LIMIT ?`
const PEEK = `SELECT number, partition, text, attempt FROM queue_messages
  WHERE queue = ? AND number > ? ORDER BY number LIMIT ?`
const RAISE = "DELETE FROM queue_dead WHERE queue = ? AND number = ? RETURNING partition, text"
const COUNTS = `SELECT
  (SELECT count(*) FROM queue_messages WHERE queue = ?1) AS "all",
  (SELECT count(*) FROM queue_messages WHERE queue = ?1 AND head = 1 AND due <= ?2) AS ready,
  (SELECT count(*) FROM queue_messages WHERE queue = ?1 AND held = 1 AND due > ?2) AS delivered,
  (SELECT count(*) FROM queue_dead WHERE queue = ?1) AS dead`

/** Carries a receipt that is no longer good out of the transaction, which is rolled back. */
class Stale extends Error {}

/** A `queue` driver over SQLite. */
export function createQueueDriver(database: SqlDatabase, queue: string): QueueDriver {
  function send(rows: readonly QueueRow[]): number[] {
    const last = database.one(NUMBERS, [rows.length])?.last as number
    const first = last - rows.length + 1
    return rows.map(({ partition, text, dueMs }, index) => {
      const number = first + index
      if (partition === undefined) database.run(SEND, [queue, number, text, dueMs])
      else database.run(SEND_TO, [queue, number, partition, text, dueMs])
      return number
    })
  }

  /** Takes a message out; the next one of its partition may be delivered then. */
  function remove(number: number, partition: SqlValue | undefined): void {
    database.run(REMOVE, [queue, number])
    if (typeof partition === "string") database.run(PROMOTE, [queue, partition])
  }

  function bury({ number, partition }: SqlRow, reason: string | undefined): void {
    database.run(BURY, [reason ?? null, queue, number as number])
    remove(number as number, partition)
  }

  function ack(number: number, attempt: number): void {
    if (database.run(ACK_FREE, [queue, number, attempt]) > 0) return
    const row = database.one(ACK, [queue, number, attempt])
    if (row === undefined) throw new Stale()
    if (typeof row.partition === "string") database.run(PROMOTE, [queue, row.partition])
  }

  /** Acknowledges those without a partition at once. @returns the others, and those that are stale. */
  function ackMany(receipts: readonly Receipt[]): readonly Receipt[] {
    const gone = new Set<number>()
    for (const attempt of new Set(receipts.map((each) => each.attempt))) {
      const numbers = receipts.flatMap((each) => (each.attempt === attempt ? [each.number] : []))
      const rows = database.all(ACK_MANY, [queue, attempt, JSON.stringify(numbers)])
      for (const { number } of rows) gone.add(number as number)
    }
    return receipts.filter(({ number }) => !gone.has(number))
  }

  function settleOne({ number, attempt }: Receipt, how: Settle, attempts: number): void {
    if (how.do === "ack") return ack(number, attempt)
    const row = database.one(HELD, [queue, number, attempt])
    if (row === undefined) throw new Stale()
    if (how.do === "reject") bury(row, how.reason)
    else if (how.do === "extend") database.run(EXTEND, [how.dueMs, queue, number])
    else if (attempt >= attempts) bury(row, how.reason)
    else database.run(PUT_OFF, [how.dueMs, how.reason ?? null, queue, number])
  }

  function receive(limit: number, attempts: number, nowMs: number, untilMs: number): DeliveredRow[] {
    const found: DeliveredRow[] = []
    let buried = true
    while (buried && found.length < limit) {
      buried = false
      const numbers: number[] = []
      for (const row of database.all(DUE, [queue, nowMs, limit - found.length])) {
        if ((row.attempt as number) >= attempts) {
          bury(row, undefined)
          buried = true
          continue
        }
        const number = row.number as number
        numbers.push(number)
        found.push({ ...textOf(row), number, attempt: (row.attempt as number) + 1 })
      }
      if (numbers.length > 0) database.run(DELIVER, [untilMs, JSON.stringify(numbers)])
    }
    return found
  }

  return {
    send: (rows) => database.transaction(() => send(rows)),
    receive: (limit, attempts, nowMs, untilMs) => database.transaction(() => receive(limit, attempts, nowMs, untilMs)),
    settle(receipts, how, attempts) {
      try {
        database.transaction(() => {
          const left = how.do === "ack" && receipts.length > 1 ? ackMany(receipts) : receipts
          for (const receipt of left) settleOne(receipt, how, attempts)
        })
        return true
      } catch (error) {
        if (error instanceof Stale) return false
        throw error
      }
    },
    dead: (limit, after = 0) =>
      database.all(DEAD, [queue, after, limit]).map((row) => ({
        ...textOf(row),
        number: row.number as number,
        attempts: row.attempts as number,
        reason: row.reason as string,
      })),
    raise: (numbers, nowMs) =>
      database.transaction(() => {
        const rows = numbers.flatMap((number) => database.all(RAISE, [queue, number]))
        if (nowMs !== undefined && rows.length > 0) send(rows.map((row) => ({ ...textOf(row), dueMs: nowMs })))
        return rows.length
      }),
    peek: (limit, after = 0) =>
      database.all(PEEK, [queue, after, limit]).map((row) => ({
        ...textOf(row),
        number: row.number as number,
        attempt: row.attempt as number,
      })),
    counts: (nowMs) =>
      database.one(COUNTS, [queue, nowMs]) as unknown as ReturnType<QueueDriver["counts"]> & {
        readonly all: number
      },
  }
}

function textOf({ text, partition }: SqlRow): { readonly text: string; readonly partition?: string } {
  return { text: text as string, ...(typeof partition === "string" ? { partition } : {}) }
}
