import { ATTEMPTS_EXHAUSTED, type DeadRow, type DeliveredRow, type QueueDriver, type QueueRow } from "../queue.ts"
import { createDueList } from "./due-list.ts"

interface Waiting extends QueueRow {
  readonly number: number
  dueMs: number
  attempt: number
  /** Delivered and not settled, whether it is due again or not. */
  isHeld: boolean
  reason: string | undefined
}

/** A `queue` driver that keeps its messages in Maps, by number. */
export function createQueueDriver(): QueueDriver {
  let last = 0
  const waiting = new Map<number, Waiting>()
  const dead = new Map<number, DeadRow>()
  /** Numbers of each partition, ascending: only the first may be delivered, so only the first is ever taken out. */
  const partitions = new Map<string, Set<number>>()
  /** Those without partition. */
  const free = new Set<number>()
  const isHead = ({ number, partition }: Waiting): boolean => partition === undefined || headOf(partition) === number
  /** What may be delivered: every message without partition, and the first of each partition. */
  const due = createDueList((number, dueMs) => {
    const row = waiting.get(number)
    return row !== undefined && row.dueMs === dueMs && isHead(row)
  })

  function headOf(partition: string): number | undefined {
    for (const number of partitions.get(partition) ?? []) return number
    return undefined
  }

  function add({ text, partition, dueMs }: QueueRow): number {
    const row: Waiting = { number: ++last, text, partition, dueMs, attempt: 0, isHeld: false, reason: undefined }
    waiting.set(last, row)
    if (partition !== undefined) {
      const numbers = partitions.get(partition) ?? new Set()
      partitions.set(partition, numbers.add(last))
    } else free.add(last)
    if (isHead(row)) due.add(last, dueMs)
    return last
  }

  /** Takes a message out; the next one of its partition may be delivered then. */
  function remove({ number, partition }: Waiting): void {
    waiting.delete(number)
    if (partition === undefined) {
      free.delete(number)
      return
    }
    const numbers = partitions.get(partition) as Set<number>
    numbers.delete(number)
    const next = waiting.get(headOf(partition) ?? 0)
    if (next) due.add(next.number, next.dueMs)
    else partitions.delete(partition)
  }

  function putOff(row: Waiting, dueMs: number): void {
    row.dueMs = dueMs
    due.add(row.number, dueMs)
  }

  /** All at once: what becomes the first of its partition meanwhile has its turn with the next ones. */
  function takeDue(most: number, nowMs: number): Waiting[] {
    const numbers = new Set<number>()
    while (numbers.size < most) {
      const number = due.take(nowMs)
      if (number === undefined) break
      numbers.add(number)
    }
    return Array.from(numbers, (number) => waiting.get(number) as Waiting)
  }

  function bury(row: Waiting, said = row.reason): void {
    remove(row)
    const { number, text, partition, attempt } = row
    dead.set(number, { number, text, partition, attempts: attempt, reason: said ?? ATTEMPTS_EXHAUSTED })
  }

  return {
    send: (rows) => rows.map(add),
    receive(limit, attempts, nowMs, untilMs) {
      const found: DeliveredRow[] = []
      let buried = true
      while (buried && found.length < limit) {
        buried = false
        for (const row of takeDue(limit - found.length, nowMs)) {
          if (row.attempt >= attempts) {
            bury(row)
            buried = true
            continue
          }
          row.attempt++
          row.isHeld = true
          putOff(row, untilMs)
          found.push({ number: row.number, attempt: row.attempt, text: row.text, partition: row.partition })
        }
      }
      return found
    },
    settle(receipts, how, attempts) {
      const rows = receipts.map(({ number }) => waiting.get(number))
      const isGood = (row: Waiting | undefined, attempt: number): boolean =>
        row?.isHeld === true && row.attempt === attempt
      if (!receipts.every(({ attempt }, index) => isGood(rows[index], attempt))) return false
      for (const row of rows as Waiting[]) {
        if (how.do === "ack") remove(row)
        else if (how.do === "reject") bury(row, how.reason)
        else if (how.do === "extend") putOff(row, how.dueMs)
        else if (row.attempt >= attempts) bury(row, how.reason ?? row.reason)
        else {
          Object.assign(row, { isHeld: false, reason: how.reason ?? row.reason })
          putOff(row, how.dueMs)
        }
      }
      return true
    },
    dead(limit, after = 0) {
      const rows = [...dead.values()].filter(({ number }) => number > after)
      return rows.sort((a, b) => a.number - b.number).slice(0, limit)
    },
    raise(numbers, nowMs) {
      const rows = numbers.flatMap((number) => dead.get(number) ?? [])
      for (const { number, text, partition } of rows) {
        dead.delete(number)
        if (nowMs !== undefined) add({ text, partition, dueMs: nowMs })
      }
      return rows.length
    },
    peek(limit, after = 0) {
      const rows = [...waiting.values()].filter(({ number }) => number > after)
      return rows.sort((a, b) => a.number - b.number).slice(0, limit)
    },
    counts(nowMs) {
      const heads = Array.from(partitions.keys(), (partition) => headOf(partition) as number)
      const rows = [...free, ...heads].map((number) => waiting.get(number) as Waiting)
      return {
        all: waiting.size,
        ready: rows.filter(({ dueMs }) => dueMs <= nowMs).length,
        delivered: rows.filter(({ isHeld, dueMs }) => isHeld && dueMs > nowMs).length,
        dead: dead.size,
      }
    },
  }
}
