import {
  type DeadPage,
  type Delivery,
  type Path,
  type PeekPage,
  type Queue,
  type QueueOptions,
  type Send,
  type SendOptions,
  storeLimits,
  type Value,
} from "cubular/contract"
import { receipt_stale } from "cubular/messages/en"
import type { Awaitable } from "./awaitable.ts"
import { fromCursor, toCursor } from "./cursor.ts"
import type { Powers } from "./powers.ts"
import { forItem, refuse, wholeOf } from "./refuse.ts"
import { checkBatch, checkKey } from "./text.ts"
import { fromText, toText } from "./value.ts"

export interface QueueText {
  /** The message as JSON. */
  readonly text: string
  readonly partition?: string | undefined
}

export interface QueueRow extends QueueText {
  /** Epoch ms from which on it may be delivered. */
  readonly dueMs: number
}

/** A message by its number in the queue, and which of its deliveries is meant. */
export interface Receipt {
  readonly number: number
  readonly attempt: number
}

export interface DeliveredRow extends QueueText, Receipt {}

/** What becomes of deliveries. A last `retry` makes a message dead. */
export type Settle =
  | { readonly do: "ack" }
  | { readonly do: "retry"; readonly dueMs: number; readonly reason: string | undefined }
  | { readonly do: "reject"; readonly reason: string }
  | { readonly do: "extend"; readonly dueMs: number }

export interface DeadRow extends QueueText {
  readonly number: number
  readonly attempts: number
  readonly reason: string
}

/** Of a message nothing was said of when it was delivered for the last time. */
export const ATTEMPTS_EXHAUSTED = "attempts_exhausted"

/**
 * What one queue on one platform must do. Messages are numbered upwards in the order they come. The head of a partition is
 * its lowest number; only heads, and messages without partition, may be delivered, and of these only what is due. Every
 * method is one transaction, durable when it answers.
 */
export interface QueueDriver {
  /** @returns their numbers. */
  send(rows: readonly QueueRow[]): Awaitable<readonly number[]>
  /**
   * Deliverable messages by `dueMs`, then number; each is given its next attempt and is due again at `untilMs`. One that has
   * had all its attempts is made dead instead (reason: the last one said, else `ATTEMPTS_EXHAUSTED`), and the search goes on.
   */
  receive(limit: number, attempts: number, nowMs: number, untilMs: number): Awaitable<readonly DeliveredRow[]>
  /** Settles all, or where one is not in that attempt any more none: then the answer is false. */
  settle(receipts: readonly Receipt[], how: Settle, attempts: number): Awaitable<boolean>
  /** By number. */
  dead(limit: number, after: number | undefined): Awaitable<readonly DeadRow[]>
  /** Gives dead messages new numbers, without attempts, due now; or forgets them. @returns how many there were. */
  raise(numbers: readonly number[], nowMs: number | undefined): Awaitable<number>
  /** What is to be delivered, by number. */
  peek(limit: number, after: number | undefined): Awaitable<readonly DeliveredRow[]>
  /** All that are in the queue, those that may be delivered now, those that are delivered and not due again; the dead. */
  counts(
    nowMs: number,
  ): Awaitable<{ readonly all: number; readonly ready: number; readonly delivered: number; readonly dead: number }>
}

/** A queue over a driver: the one place that decides what is taken, for all of them. */
export function createQueue(driver: QueueDriver, { now }: Powers, options: QueueOptions = {}): Queue {
  const attempts = wholeOf("attempts", options.attempts, 5, 1, storeLimits.attempts)
  const visibleMs = 1000 * wholeOf("visibilitySec", options.visibilitySec, 30, 1, storeLimits.queueSec)

  async function settle(receipts: readonly string[], how: Settle): Promise<void> {
    const read = receipts.map(readReceipt)
    if (read.includes(undefined) || !(await driver.settle(read as Receipt[], how, attempts))) refuse(receipt_stale, [])
  }

  return {
    async send(message, given = {}) {
      return String((await driver.send([toRow(message, given, now())]))[0])
    },
    async sendMany(messages) {
      checkBatch(messages, ["messages"])
      const at = now()
      const rows = messages.map((each: Send, index) => forItem("messages", index, () => toRow(each.message, each, at)))
      return (await driver.send(rows)).map(String)
    },
    async receive(given = {}) {
      const limit = wholeOf("limit", given.limit, 1, 1, storeLimits.batch)
      const untilMs = now() + visibleMs
      return (await driver.receive(limit, attempts, now(), untilMs)).map((row) => toDelivery(row, untilMs))
    },
    ack: (receipt) => settle([receipt], { do: "ack" }),
    async ackMany(receipts) {
      checkBatch(receipts, ["receipts"])
      await settle([...new Set(receipts)], { do: "ack" })
    },
    async retry(receipt, { delaySec, reason } = {}) {
      const delay = wholeOf("delaySec", delaySec, 0, 0, storeLimits.queueSec)
      if (reason !== undefined) checkKey(reason, ["reason"])
      await settle([receipt], { do: "retry", dueMs: now() + delay * 1000, reason })
    },
    async reject(receipt, reason) {
      checkKey(reason, ["reason"])
      await settle([receipt], { do: "reject", reason })
    },
    async extend(receipt) {
      const dueMs = now() + visibleMs
      await settle([receipt], { do: "extend", dueMs })
      return dueMs
    },
    dead: (given = {}) => dead(driver, given),
    revive: async (ids) => driver.raise(readIds(ids), now()),
    bury: async (ids) => driver.raise(readIds(ids), undefined),
    peek: (given = {}) => peek(driver, given),
    async counts() {
      const { all, ready, delivered, dead } = await driver.counts(now())
      return { ready, delivered, waiting: all - ready - delivered, dead }
    },
  }
}

const MESSAGE: Path = ["message"]

function toRow(message: Value, { partition, delaySec }: SendOptions, nowMs: number): QueueRow {
  const text = toText(message, MESSAGE, storeLimits.messageBytes)
  if (partition !== undefined) checkKey(partition, ["partition"])
  return { text, partition, dueMs: nowMs + 1000 * wholeOf("delaySec", delaySec, 0, 0, storeLimits.queueSec) }
}

function toDelivery({ number, attempt, text, partition }: DeliveredRow, untilMs: number): Delivery {
  return {
    id: String(number),
    message: fromText(text),
    ...(partition === undefined ? {} : { partition }),
    attempt,
    receipt: `${number}.${attempt}`,
    untilMs,
  }
}

function readReceipt(receipt: unknown): Receipt | undefined {
  const found = typeof receipt === "string" ? /^(\d{1,15})\.(\d{1,3})$/.exec(receipt) : null
  return found ? { number: Number(found[1]), attempt: Number(found[2]) } : undefined
}

/** Ids that cannot be any of ours are left out, as those that are not there. */
function readIds(ids: readonly string[]): number[] {
  checkBatch(ids, ["ids"])
  return [...new Set(ids)].filter((id) => /^\d{1,15}$/.test(id)).map(Number)
}

interface Paging {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** A page of rows by number, and the cursor behind it where there may be more. */
async function pageOf<Row extends { readonly number: number }>(
  list: string,
  { limit: asked, cursor: given }: Paging,
  read: (limit: number, after: number | undefined) => Awaitable<readonly Row[]>,
): Promise<{ readonly rows: readonly Row[]; readonly cursor?: string }> {
  const limit = wholeOf("limit", asked, 100, 1, storeLimits.page)
  const rows = await read(limit, given === undefined ? undefined : (fromCursor(list, given) as number))
  const last = rows.at(-1)
  return last === undefined || rows.length < limit ? { rows } : { rows, cursor: toCursor(list, last.number) }
}

const partOf = ({ number, text, partition }: QueueText & { readonly number: number }) => ({
  id: String(number),
  message: fromText(text),
  ...(partition === undefined ? {} : { partition }),
})

async function peek(driver: QueueDriver, given: Paging): Promise<PeekPage> {
  const { rows, ...more } = await pageOf("peek", given, driver.peek)
  return { messages: rows.map((row) => ({ ...partOf(row), attempts: row.attempt })), ...more }
}

async function dead(driver: QueueDriver, given: Paging): Promise<DeadPage> {
  const { rows, ...more } = await pageOf("dead", given, driver.dead)
  return { letters: rows.map((row) => ({ ...partOf(row), attempts: row.attempts, reason: row.reason })), ...more }
}
