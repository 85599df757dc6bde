import type { JournalDriver } from "../journal.ts"

/** A `journal` driver that keeps its entries in a list. A writer's right ends with its lease, as on a far platform. */
export function createJournalDriver(): JournalDriver {
  const entries: string[] = []
  let newest = 0
  /** Epoch ms until which the newest token holds. */
  let heldUntilMs = -Infinity

  return {
    acquire(nowMs, untilMs) {
      if (heldUntilMs > nowMs) return undefined
      heldUntilMs = untilMs
      return { token: ++newest, end: entries.length }
    },
    append(token, expected, texts, untilMs) {
      if (token !== newest) return { isFenced: true }
      if (expected !== entries.length) return { found: entries.length }
      heldUntilMs = untilMs
      entries.push(...texts)
      return { end: entries.length }
    },
    renew(token, untilMs) {
      if (token !== newest) return false
      heldUntilMs = untilMs
      return true
    },
    release(token) {
      if (token !== newest) return
      heldUntilMs = -Infinity
      newest++
    },
    read: (from, limit) => ({ texts: entries.slice(from, from + limit), end: entries.length }),
  }
}
