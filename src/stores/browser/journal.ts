import type { Appended, JournalDriver } from "../journal.ts"
import { ask } from "./ask.ts"
import { putEntries, readEntries } from "./entries.ts"
import { corrupt } from "./faults.ts"
import type { Lane } from "./lane.ts"
import type { StoresPlatform } from "./platform.ts"
import type { WriterLock } from "./writer-lock.ts"

interface StoredJournal {
  readonly token: number
  readonly length: number
  /** Epoch ms until which the newest token holds where there are no locks. */
  readonly until: number
}

/**
 * A `journal` driver over IndexedDB.
 *
 * @param lock - Who has it is the writer, however long it is silent. Without one the lease decides.
 */
export function createJournalDriver(
  lane: Lane,
  platform: StoresPlatform,
  journal: string,
  lock: WriterLock | undefined,
): JournalDriver {
  async function state(transaction: IDBTransaction): Promise<StoredJournal> {
    const found = await ask<unknown>(transaction.objectStore("journals").get(journal))
    if (found === undefined) return { token: 0, length: 0, until: -Infinity }
    const { token, length } = (found ?? {}) as StoredJournal
    if (!Number.isInteger(token) || !Number.isInteger(length)) throw corrupt("a journal that is none")
    return found as StoredJournal
  }

  /** The token for which the lock is held. */
  let holding: number | undefined

  /** A right that is lost, as when the browser has cleared everything, is not kept from others. */
  function free(token: number): void {
    if (token !== holding) return
    holding = undefined
    lock?.free()
  }

  function put(transaction: IDBTransaction, next: StoredJournal): void {
    transaction.objectStore("journals").put(next, journal)
  }

  function acquire(nowMs: number, until: number): Promise<{ token: number; end: number } | undefined> {
    return lane.write(async (transaction) => {
      const { token, length, until: heldUntil } = await state(transaction)
      if (lock === undefined && heldUntil > nowMs) return undefined
      put(transaction, { token: token + 1, length, until })
      return { token: token + 1, end: length }
    })
  }

  return {
    async acquire(nowMs, untilMs) {
      if (lock === undefined) return acquire(nowMs, untilMs)
      if (!(await lock.take())) return undefined
      try {
        const acquired = await acquire(nowMs, untilMs)
        holding = acquired?.token
        return acquired
      } catch (error) {
        lock.free()
        throw error
      }
    },
    async append(token, expected, texts, until) {
      const appended = await lane.write(async (transaction): Promise<Appended> => {
        const { token: newest, length } = await state(transaction)
        if (token !== newest) return { isFenced: true }
        if (expected !== length) return { found: length }
        putEntries(transaction.objectStore("entries"), journal, length, texts)
        const end = length + texts.length
        put(transaction, { token, length: end, until })
        return { end }
      })
      if ("isFenced" in appended) free(token)
      return appended
    },
    async renew(token, until) {
      const isMine = await lane.write(async (transaction) => {
        const { token: newest, length } = await state(transaction)
        if (token === newest) put(transaction, { token, length, until })
        return token === newest
      })
      if (!isMine) free(token)
      return isMine
    },
    async release(token) {
      await lane.write(async (transaction) => {
        const { token: newest, length } = await state(transaction)
        if (token === newest) put(transaction, { token: token + 1, length, until: -Infinity })
      })
      free(token)
    },
    read: (from, limit) =>
      lane.read(async (transaction) => {
        const [{ length }, texts] = await Promise.all([
          state(transaction),
          readEntries(transaction.objectStore("entries"), platform, journal, from, limit),
        ])
        return { texts, end: length }
      }),
  }
}
