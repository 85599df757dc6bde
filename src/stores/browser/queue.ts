import {
  ATTEMPTS_EXHAUSTED,
  type DeadRow,
  type DeliveredRow,
  type QueueDriver,
  type QueueRow,
  type QueueText,
  type Receipt,
  type Settle,
} from "../queue.ts"
import { ask } from "./ask.ts"
import { corrupt } from "./faults.ts"
import { fromKey, toKey, under } from "./keys.ts"
import type { Lane } from "./lane.ts"
import type { StoresPlatform } from "./platform.ts"

/**
 * A message, as its row begins. The fields of indexes hold the name of the queue, or are absent: only the first of each
 * partition, and messages without one, are searched.
 */
interface NewMessage {
  readonly queue: string
  readonly text: string
  /** As a key. */
  readonly partition?: string
  readonly due: number
  readonly attempt: number
  readonly reason?: string | undefined
  /** May be delivered, if it is due. */
  readonly head?: string
  /** Has a partition. */
  readonly line?: string
  /** The first of its partition. */
  readonly lead?: string
  /** Delivered and not settled. */
  readonly held?: string
}

/** Numbers are the database's own, and rise over all queues. */
interface StoredMessage extends NewMessage {
  readonly number: number
}

/** A `queue` driver over IndexedDB, whose transactions exclude each other: it needs no lock. */
export function createQueueDriver(lane: Lane, platform: StoresPlatform, queue: string): QueueDriver {
  const at = new QueuePlace(platform, queue)
  return {
    send: (rows) => lane.write((transaction) => at.send(transaction, rows)),
    receive: (limit, attempts, nowMs, untilMs) =>
      lane.write((transaction) => at.receive(transaction, limit, attempts, nowMs, untilMs)),
    settle: (receipts, how, attempts) => lane.write((transaction) => at.settle(transaction, receipts, how, attempts)),
    dead: (limit, after = 0) =>
      lane.read((transaction) => {
        const range = platform.ranges.bound([queue, after], [queue, Infinity], true)
        return ask<DeadRow[]>(transaction.objectStore("dead").getAll(range, limit))
      }),
    peek: (limit, after = 0) => lane.read((transaction) => at.peek(transaction, limit, after)),
    raise: (numbers, nowMs) => lane.write((transaction) => at.raise(transaction, numbers, nowMs)),
    counts: (nowMs) => lane.read((transaction) => at.counts(transaction, nowMs)),
  }
}

/** The messages of one queue, in transactions. */
class QueuePlace {
  readonly #platform: StoresPlatform
  readonly #queue: string

  constructor(platform: StoresPlatform, queue: string) {
    this.#platform = platform
    this.#queue = queue
  }

  async send(transaction: IDBTransaction, rows: readonly QueueRow[]): Promise<number[]> {
    const messages = transaction.objectStore("messages")
    const filled = await this.#filled(messages, rows)
    const numbers = rows.map(({ text, partition, dueMs: due }) => {
      const row = { queue: this.#queue, text, due, attempt: 0 }
      if (partition === undefined) return ask(messages.put({ ...row, head: this.#queue } satisfies NewMessage))
      const line = toKey(partition)
      const first = filled.has(line) ? {} : { head: this.#queue, lead: this.#queue }
      filled.add(line)
      return ask(messages.put({ ...row, ...first, line: this.#queue, partition: line } satisfies NewMessage))
    })
    return Promise.all(numbers) as Promise<number[]>
  }

  /** Of the partitions of these rows, those that have messages. */
  async #filled(messages: IDBObjectStore, rows: readonly QueueRow[]): Promise<Set<string>> {
    const asked = [...new Set(rows.flatMap(({ partition }) => partition ?? []))].map(toKey)
    const first = await Promise.all(asked.map((partition) => ask(messages.index("line").getKey(this.#line(partition)))))
    return new Set(asked.filter((_, index) => first[index] !== undefined))
  }

  async receive(
    transaction: IDBTransaction,
    limit: number,
    attempts: number,
    nowMs: number,
    untilMs: number,
  ): Promise<DeliveredRow[]> {
    const messages = transaction.objectStore("messages")
    const found: DeliveredRow[] = []
    for (let buried = true; buried && found.length < limit; ) {
      buried = false
      for (const row of await this.#due(messages, nowMs, limit - found.length)) {
        if (row.attempt >= attempts) {
          await this.#bury(transaction, row, undefined)
          buried = true
          continue
        }
        const attempt = row.attempt + 1
        messages.put({ ...row, attempt, held: this.#queue, due: untilMs } satisfies StoredMessage)
        found.push({ ...textOf(row), number: row.number, attempt })
      }
    }
    return found
  }

  async #due(messages: IDBObjectStore, nowMs: number, limit: number): Promise<StoredMessage[]> {
    const range = this.#platform.ranges.bound([this.#queue], [this.#queue, nowMs, Infinity])
    const rows = await ask<unknown[]>(messages.index("due").getAll(range, limit))
    return rows.map(checked)
  }

  /** All of them, or none where one is not in that attempt any more. */
  async settle(
    transaction: IDBTransaction,
    receipts: readonly Receipt[],
    how: Settle,
    attempts: number,
  ): Promise<boolean> {
    const messages = transaction.objectStore("messages")
    const rows = await Promise.all(receipts.map(({ number }) => ask<unknown>(messages.get(number))))
    const held = rows.flatMap((row, index) => {
      if (row === undefined) return []
      const message = checked(row)
      const isMeant = message.queue === this.#queue && message.attempt === receipts[index]?.attempt
      return isMeant && message.held !== undefined ? [message] : []
    })
    if (held.length < receipts.length) return false
    for (const row of held) await this.#settleOne(transaction, row, how, attempts)
    return true
  }

  #settleOne(transaction: IDBTransaction, row: StoredMessage, how: Settle, attempts: number): void | Promise<void> {
    const messages = transaction.objectStore("messages")
    if (how.do === "ack") return this.#remove(messages, row)
    if (how.do === "reject") return this.#bury(transaction, row, how.reason)
    if (how.do === "extend") return void messages.put({ ...row, due: how.dueMs } satisfies StoredMessage)
    if (row.attempt >= attempts) return this.#bury(transaction, row, how.reason)
    const { held: _, ...free } = row
    messages.put({ ...free, due: how.dueMs, reason: how.reason ?? row.reason } satisfies StoredMessage)
  }

  /** Takes a message out; the next one of its partition may be delivered then. */
  #remove(messages: IDBObjectStore, { number, partition }: StoredMessage): void | Promise<void> {
    messages.delete(number)
    return partition === undefined ? undefined : this.#promote(messages, partition)
  }

  async #promote(messages: IDBObjectStore, partition: string): Promise<void> {
    const next = await ask<unknown>(messages.index("line").get(this.#line(partition)))
    if (next !== undefined) messages.put({ ...checked(next), head: this.#queue, lead: this.#queue })
  }

  async #bury(transaction: IDBTransaction, row: StoredMessage, said: string | undefined): Promise<void> {
    const { number, attempt: attempts } = row
    const letter: DeadRow = { ...textOf(row), number, attempts, reason: said ?? row.reason ?? ATTEMPTS_EXHAUSTED }
    transaction.objectStore("dead").put(letter, [this.#queue, number])
    await this.#remove(transaction.objectStore("messages"), row)
  }

  async raise(transaction: IDBTransaction, numbers: readonly number[], nowMs: number | undefined): Promise<number> {
    const dead = transaction.objectStore("dead")
    const asked = numbers.map((number) => ask<DeadRow | undefined>(dead.get([this.#queue, number])))
    const rows = (await Promise.all(asked)).flatMap((row) => row ?? [])
    for (const { number } of rows) dead.delete([this.#queue, number])
    const anew = ({ text, partition }: DeadRow, dueMs: number): QueueRow => ({ text, partition, dueMs })
    if (nowMs !== undefined)
      await this.send(
        transaction,
        rows.map((row) => anew(row, nowMs)),
      )
    return rows.length
  }

  /** Messages are the first ones, and those with a partition that are not. */
  /** Messages of all queues lie in the order of their numbers: those of others are passed over. */
  async peek(transaction: IDBTransaction, limit: number, after: number): Promise<DeliveredRow[]> {
    const messages = transaction.objectStore("messages")
    const found: DeliveredRow[] = []
    for (let from = after, full = true; full && found.length < limit; ) {
      const rows = await ask<unknown[]>(messages.getAll(this.#platform.ranges.lowerBound(from, true), limit))
      full = rows.length === limit
      for (const row of rows.map(checked)) {
        from = row.number
        if (row.queue === this.#queue) found.push({ ...textOf(row), number: row.number, attempt: row.attempt })
      }
    }
    return found.slice(0, limit)
  }

  async counts(
    transaction: IDBTransaction,
    nowMs: number,
  ): Promise<{ readonly all: number; readonly ready: number; readonly delivered: number; readonly dead: number }> {
    const messages = transaction.objectStore("messages")
    const { ranges } = this.#platform
    const all = under(this.#platform, this.#queue)
    const count = (index: string, range: IDBKeyRange): Promise<number> => ask(messages.index(index).count(range))
    const [heads, lines, leads, ready, delivered, dead] = await Promise.all([
      count("due", all),
      count("line", all),
      count("lead", ranges.only(this.#queue)),
      count("due", ranges.bound([this.#queue], [this.#queue, nowMs, Infinity])),
      count("held", ranges.bound([this.#queue, nowMs], [this.#queue, Infinity], true)),
      ask(transaction.objectStore("dead").count(all)),
    ])
    return { all: heads + lines - leads, ready, delivered, dead }
  }

  #line(partition: string): IDBKeyRange {
    return under(this.#platform, this.#queue, partition)
  }
}

function textOf({ text, partition }: StoredMessage): QueueText {
  return partition === undefined ? { text } : { text, partition: fromKey(partition) }
}

function checked(row: unknown): StoredMessage {
  const { text, attempt, queue } = (row ?? {}) as StoredMessage
  if (typeof text !== "string" || typeof queue !== "string" || !Number.isInteger(attempt))
    throw corrupt("a message that is none")
  return row as StoredMessage
}
