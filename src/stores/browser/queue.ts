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
import { ask, askAll } from "./ask.ts"
import { corrupt } from "./faults.ts"
import { fromKey, toKey, under } from "./keys.ts"
import type { Lane } from "./lane.ts"
import { createReadMany, type KeyForm, type ReadMany } from "./many.ts"
import type { StoresPlatform } from "./platform.ts"

/**
 * A message, under its queue and number. The fields of indexes hold the name of the queue, or are absent: only the first of
 * each partition, and messages without one, are searched, those that wait by `head` and those that were delivered by `held`.
 */
interface StoredMessage {
  readonly number: number
  readonly text: string
  /** As a key. */
  readonly partition?: string
  readonly due: number
  readonly attempt: number
  readonly reason?: string | undefined
  /** May be delivered when it is due, and is not delivered now. */
  readonly head?: string
  /** Has a partition. */
  readonly line?: string
  /** Delivered and not settled: may be delivered anew when it is due. */
  readonly held?: string
}

/** A `queue` driver over IndexedDB, whose transactions exclude each other: it needs no lock. */
export function createQueueDriver(lane: Lane, platform: StoresPlatform, queue: string): QueueDriver {
  const at = new QueuePlace(platform, queue)
  return {
    send: (rows) => lane.write((transaction, memo) => at.send(transaction, memo, rows)),
    receive: (limit, attempts, nowMs, untilMs) =>
      lane.write((transaction) => at.receive(transaction, limit, attempts, nowMs, untilMs)),
    settle: (receipts, how, attempts) => lane.write((transaction) => at.settle(transaction, receipts, how, attempts)),
    dead: (limit, after = 0) =>
      lane.read((transaction) => {
        const range = platform.ranges.bound([queue, after], [queue, Infinity], true)
        return ask<DeadRow[]>(transaction.objectStore("dead").getAll(range, limit))
      }),
    raise: (numbers, nowMs) => lane.write((transaction, memo) => at.raise(transaction, memo, numbers, nowMs)),
    peek: (limit, after = 0) =>
      lane.read(async (transaction) => {
        const range = platform.ranges.bound([queue, after], [queue, Infinity], true)
        const rows = (await ask<unknown[]>(transaction.objectStore("messages").getAll(range, limit))).map(checked)
        return rows.map((row) => ({ ...textOf(row), number: row.number, attempt: row.attempt }))
      }),
    counts: (nowMs) => lane.read((transaction) => at.counts(transaction, nowMs)),
  }
}

/** The messages of one queue, in transactions. */
class QueuePlace {
  readonly #platform: StoresPlatform
  readonly #queue: string
  readonly #form: KeyForm<number>
  readonly #readMany: ReadMany

  constructor(platform: StoresPlatform, queue: string) {
    this.#platform = platform
    this.#queue = queue
    this.#form = { wholeOf: (number) => [queue, number], keyOf: (whole) => (whole as [string, number])[1] }
    this.#readMany = createReadMany(platform)
  }

  async send(transaction: IDBTransaction, memo: Map<string, unknown>, rows: readonly QueueRow[]): Promise<number[]> {
    const messages = transaction.objectStore("messages")
    const [last, filled] = await Promise.all([this.#last(transaction, memo), this.#filled(messages, rows)])
    this.#setLast(transaction, memo, last + rows.length)
    return rows.map(({ text, partition, dueMs: due }, index) => {
      const row = { number: last + 1 + index, text, due, attempt: 0 }
      const line = partition === undefined ? undefined : toKey(partition)
      const isHead = line === undefined || !filled.has(line)
      if (line !== undefined) filled.add(line)
      this.#put(messages, {
        ...row,
        ...(isHead ? { head: this.#queue } : {}),
        ...(line === undefined ? {} : { line: this.#queue, partition: line }),
      })
      return row.number
    })
  }

  #put(messages: IDBObjectStore, row: StoredMessage): void {
    messages.put(row, [this.#queue, row.number])
  }

  /** Number of the message sent last; read once in a transaction. */
  async #last(transaction: IDBTransaction, memo: Map<string, unknown>): Promise<number> {
    const known =
      memo.get(`queue ${this.#queue}`) ?? (await ask<unknown>(transaction.objectStore("queues").get(this.#queue))) ?? 0
    return Number.isSafeInteger(known) ? (known as number) : Promise.reject(corrupt("a queue that is none"))
  }

  #setLast(transaction: IDBTransaction, memo: Map<string, unknown>, last: number): void {
    memo.set(`queue ${this.#queue}`, last)
    transaction.objectStore("queues").put(last, this.#queue)
  }

  /** Of the partitions of these rows, those that have messages. */
  async #filled(messages: IDBObjectStore, rows: readonly QueueRow[]): Promise<Set<string>> {
    const asked = [...new Set(rows.flatMap(({ partition }) => partition ?? []))].map(toKey)
    const first = asked.map((partition) => messages.index("line").getKey(this.#line(partition)))
    const isFilled = await askAll(first, (key) => key !== undefined)
    return new Set(asked.filter((_, index) => isFilled[index]))
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
        const { head: _, ...rest } = row
        this.#put(messages, { ...rest, attempt, held: this.#queue, due: untilMs })
        found.push({ ...textOf(row), number: row.number, attempt })
      }
    }
    return found
  }

  async #due(messages: IDBObjectStore, nowMs: number, limit: number): Promise<StoredMessage[]> {
    const range = this.#dueBy(nowMs)
    const asked = ["due", "held"].map((index) => messages.index(index).getAll(range, limit))
    const rows = (await askAll(asked, (found: unknown[]) => found.map(checked))).flat()
    return rows.sort((a, b) => a.due - b.due || a.number - b.number).slice(0, limit)
  }

  /** All of them, or none where one is not in that attempt any more. */
  async settle(
    transaction: IDBTransaction,
    receipts: readonly Receipt[],
    how: Settle,
    attempts: number,
  ): Promise<boolean> {
    const messages = transaction.objectStore("messages")
    const numbers = receipts.map(({ number }) => number)
    const { rows, stretch } = await this.#readMany(messages, numbers, this.#form, (row) =>
      row === undefined ? undefined : checked(row),
    )
    const held = rows.flatMap((message, index) =>
      message?.attempt === receipts[index]?.attempt && message?.held !== undefined ? [message] : [],
    )
    if (held.length < receipts.length) return false
    const isPlain = how.do === "ack" && held.every(({ partition }) => partition === undefined)
    if (stretch && isPlain) messages.delete(stretch)
    else for (const row of held) await this.#settleOne(transaction, row, how, attempts)
    return true
  }

  #settleOne(transaction: IDBTransaction, row: StoredMessage, how: Settle, attempts: number): void | Promise<void> {
    const messages = transaction.objectStore("messages")
    if (how.do === "ack") return this.#remove(messages, row)
    if (how.do === "reject") return this.#bury(transaction, row, how.reason)
    if (how.do === "extend") return this.#put(messages, { ...row, due: how.dueMs })
    if (row.attempt >= attempts) return this.#bury(transaction, row, how.reason)
    const { held: _, ...free } = row
    this.#put(messages, { ...free, head: this.#queue, due: how.dueMs, reason: how.reason ?? row.reason })
  }

  /** Takes a message out; the next one of its partition may be delivered then. */
  #remove(messages: IDBObjectStore, { number, partition }: StoredMessage): void | Promise<void> {
    messages.delete([this.#queue, number])
    return partition === undefined ? undefined : this.#promote(messages, partition)
  }

  async #promote(messages: IDBObjectStore, partition: string): Promise<void> {
    const next = await ask<unknown>(messages.index("line").get(this.#line(partition)))
    if (next !== undefined) this.#put(messages, { ...checked(next), head: this.#queue })
  }

  async #bury(transaction: IDBTransaction, row: StoredMessage, said: string | undefined): Promise<void> {
    const { number, attempt: attempts } = row
    const letter: DeadRow = { ...textOf(row), number, attempts, reason: said ?? row.reason ?? ATTEMPTS_EXHAUSTED }
    transaction.objectStore("dead").put(letter, [this.#queue, number])
    await this.#remove(transaction.objectStore("messages"), row)
  }

  async raise(
    transaction: IDBTransaction,
    memo: Map<string, unknown>,
    numbers: readonly number[],
    nowMs: number | undefined,
  ): Promise<number> {
    const dead = transaction.objectStore("dead")
    const found = await this.#readMany(dead, numbers, this.#form, (row) => (row ?? []) as DeadRow | [])
    const rows = found.rows.flat()
    for (const { number } of rows) dead.delete([this.#queue, number])
    const anew = rows.map(({ text, partition }) => ({ text, partition, dueMs: nowMs ?? 0 }))
    if (nowMs !== undefined && anew.length > 0) await this.send(transaction, memo, anew)
    return rows.length
  }

  async counts(
    transaction: IDBTransaction,
    nowMs: number,
  ): Promise<{ readonly all: number; readonly ready: number; readonly delivered: number; readonly dead: number }> {
    const messages = transaction.objectStore("messages")
    const { ranges } = this.#platform
    const whole = under(this.#platform, this.#queue)
    const count = (index: string, range: IDBKeyRange): Promise<number> => ask(messages.index(index).count(range))
    const due = this.#dueBy(nowMs)
    const [all, free, silent, delivered, dead] = await Promise.all([
      ask(messages.count(whole)),
      count("due", due),
      count("held", due),
      count("held", ranges.bound([this.#queue, nowMs, Infinity], [this.#queue, Infinity])),
      ask(transaction.objectStore("dead").count(whole)),
    ])
    return { all, ready: free + silent, delivered, dead }
  }

  #dueBy(nowMs: number): IDBKeyRange {
    return this.#platform.ranges.bound([this.#queue], [this.#queue, nowMs, Infinity])
  }

  #line(partition: string): IDBKeyRange {
    return under(this.#platform, this.#queue, partition)
  }
}

function textOf({ text, partition }: StoredMessage): QueueText {
  return partition === undefined ? { text } : { text, partition: fromKey(partition) }
}

function checked(row: unknown): StoredMessage {
  const { text, attempt, number } = (row ?? {}) as StoredMessage
  if (typeof text !== "string" || !Number.isInteger(number) || !Number.isInteger(attempt))
    throw corrupt("a message that is none")
  return row as StoredMessage
}
