import type { KvDriver, KvText } from "./kv.ts"

/** A read as it was last answered, and until when it goes on being answered so. */
interface Seen<T> {
  readonly untilMs: number
  readonly answer: T
}

/**
 * The driver as an edge far away shows it: whatever was read, also that there was nothing, is answered again for
 * `staleMs`, whatever has been written since. For tests: code that passes on it does not count on fresh reads.
 */
export function withStaleReads(driver: KvDriver, staleMs: number): KvDriver {
  const entries = new Map<string, Seen<KvText | undefined>>()
  const pages = new Map<string, Seen<Awaited<ReturnType<KvDriver["list"]>>>>()
  return {
    ...driver,
    async get(keys, nowMs) {
      const missing = keys.filter((key) => (entries.get(key)?.untilMs ?? 0) <= nowMs)
      const fresh = missing.length > 0 ? await driver.get(missing, nowMs) : []
      missing.forEach((key, index) => void entries.set(key, { untilMs: nowMs + staleMs, answer: fresh[index] }))
      return keys.map((key) => entries.get(key)?.answer)
    },
    async list(range, nowMs) {
      const query = JSON.stringify(range)
      const seen = pages.get(query)
      if (seen && seen.untilMs > nowMs) return seen.answer
      const answer = await driver.list(range, nowMs)
      pages.set(query, { untilMs: nowMs + staleMs, answer })
      return answer
    },
  }
}
