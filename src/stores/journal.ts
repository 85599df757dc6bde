import {
  CubeError,
  type Journal,
  type JournalPage,
  type JournalWriter,
  storeLimits,
  type Value,
} from "cubular/contract"
import { journal_fenced, journal_position, journal_taken } from "cubular/messages/en"
import type { Awaitable } from "./awaitable.ts"
import type { Powers } from "./powers.ts"
import { forItem, refuse, wholeOf } from "./refuse.ts"
import { checkBatch } from "./text.ts"
import { fromText, toText } from "./value.ts"

/** What came of an append: the new end, the end it did not expect, or that its token is not the newest. */
export type Appended = { readonly end: number } | { readonly found: number } | { readonly isFenced: true }

/**
 * What one journal on one platform must do. Whoever holds the newest token may append; every method is one transaction,
 * durable when it answers.
 */
export interface JournalDriver {
  /**
   * A new token, larger than all before, when nobody holds the right: it was given back, its holder is known to be dead, or
   * its time is up. Undefined when somebody does.
   */
  acquire(nowMs: number, untilMs: number): Awaitable<{ readonly token: number; readonly end: number } | undefined>
  append(token: number, expected: number, texts: readonly string[], untilMs: number): Awaitable<Appended>
  /** False when the token is not the newest. */
  renew(token: number, untilMs: number): Awaitable<boolean>
  /** Does nothing when the token is not the newest. */
  release(token: number): Awaitable<void>
  /** By position, from one on; and where the journal ends. */
  read(from: number, limit: number): Awaitable<{ readonly texts: readonly string[]; readonly end: number }>
}

/** A journal over a driver: the one place that decides what is taken, for all of them. */
export function createJournal(name: string, driver: JournalDriver, powers: Powers): Journal {
  return {
    async writer(options = {}) {
      const leaseMs = 1000 * wholeOf("leaseSec", options.leaseSec, 30, 1, 3600)
      const nowMs = powers.now()
      const held = await driver.acquire(nowMs, nowMs + leaseMs)
      if (held === undefined) throw new CubeError({ ...journal_taken, params: { name }, retryable: true })
      return createWriter(name, driver, powers, leaseMs, held)
    },
    async read(options = {}): Promise<JournalPage> {
      const from = wholeOf("from", options.from, 0, 0, Number.MAX_SAFE_INTEGER)
      const limit = wholeOf("limit", options.limit, 100, 1, storeLimits.page)
      const { texts, end } = await driver.read(from, limit)
      return { entries: texts.map((text, index) => ({ position: from + index, value: fromText(text) })), end }
    },
  }
}

function createWriter(
  name: string,
  driver: JournalDriver,
  { now }: Powers,
  leaseMs: number,
  held: { readonly token: number; readonly end: number },
): JournalWriter {
  const { token } = held
  let { end } = held
  /** Appends of one writer go one after the other, each at the end the one before gave. */
  let last: Promise<unknown> = Promise.resolve()

  async function append(texts: readonly string[], expected: number | undefined): Promise<number> {
    const at = expected ?? end
    const done = await driver.append(token, at, texts, now() + leaseMs)
    if ("isFenced" in done) return refuse(journal_fenced, [], { name })
    if ("found" in done) return refuse(journal_position, [], { name, expected: at, found: done.found })
    end = done.end
    return end
  }

  return {
    token,
    get end() {
      return end
    },
    async append(values: readonly Value[], options = {}) {
      checkBatch(values, ["values"])
      const texts = values.map((value, index) =>
        forItem("values", index, () => toText(value, [], storeLimits.entryBytes)),
      )
      const { expected } = options
      if (expected !== undefined) wholeOf("expected", expected, 0, 0, Number.MAX_SAFE_INTEGER)
      const mine = last.then(() => append(texts, expected))
      last = mine.catch(() => undefined)
      return mine
    },
    async renew() {
      if (!(await driver.renew(token, now() + leaseMs))) refuse(journal_fenced, [], { name })
    },
    async close() {
      await last
      await driver.release(token)
    },
  }
}
