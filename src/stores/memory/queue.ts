import { ATTEMPTS_EXHAUSTED, type DeadRow, type DeliveredRow, type QueueDriver, type QueueRow } from "../queue.ts"

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

  function add({ text, partition, dueMs }: QueueRow): number {
    waiting.set(++last, { number: last, text, partition, dueMs, attempt: 0, isHeld: false, reason: undefined })
    return last
  }

  /** What may be delivered: every message without partition, and the first of each partition, if it is due. */
  function deliverable(nowMs: number): Waiting[] {
    const seen = new Set<string>()
    return [...waiting.values()].filter(({ partition, dueMs }) => {
      if (partition !== undefined && seen.has(partition)) return false
      if (partition !== undefined) seen.add(partition)
      return dueMs <= nowMs
    })
  }

  function bury({ number, text, partition, attempt, reason }: Waiting, said = reason): void {
    waiting.delete(number)
    dead.set(number, { number, text, partition, attempts: attempt, reason: said ?? ATTEMPTS_EXHAUSTED })
  }

  return {
    send: (rows) => rows.map(add),
    receive(limit, attempts, nowMs, untilMs) {
      const found: DeliveredRow[] = []
      let buried = true
      while (buried && found.length < limit) {
        buried = false
        const due = deliverable(nowMs).sort((a, b) => a.dueMs - b.dueMs || a.number - b.number)
        for (const row of due.slice(0, limit - found.length)) {
          if (row.attempt >= attempts) {
            bury(row)
            buried = true
            continue
          }
          Object.assign(row, { attempt: row.attempt + 1, isHeld: true, dueMs: untilMs })
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
        if (how.do === "ack") waiting.delete(row.number)
        else if (how.do === "reject") bury(row, how.reason)
        else if (how.do === "extend") row.dueMs = how.dueMs
        else if (row.attempt >= attempts) bury(row, how.reason ?? row.reason)
        else Object.assign(row, { dueMs: how.dueMs, isHeld: false, reason: how.reason ?? row.reason })
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
    counts: (nowMs) => ({
      all: waiting.size,
      ready: deliverable(nowMs).length,
      delivered: [...waiting.values()].filter(({ isHeld, dueMs }) => isHeld && dueMs > nowMs).length,
      dead: dead.size,
    }),
  }
}
