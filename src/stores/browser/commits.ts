import { isCubeError } from "cubular/contract"
import type { Connection } from "./connection.ts"
import { isLost, toStoreError, unavailable } from "./faults.ts"
import type { Place } from "./schema.ts"

/**
 * Something done in a transaction. It reads and decides first and writes last, so what throws a `CubeError` has written
 * nothing; between its requests it awaits nothing else. What it notes in `memo`, under kind and name, is seen by what comes
 * behind it in the same transaction.
 */
export type Work<T> = (transaction: IDBTransaction, memo: Map<string, unknown>) => T | Promise<T>

/** Works of one transaction at most. */
const GROUP = 256

interface Waiting {
  readonly places: readonly Place[]
  readonly work: Work<unknown>
  /** Whether it may be done twice. */
  readonly isRepeatable: boolean
  /** What the database must have, `Connection.mark`. */
  readonly mark: string | undefined
  readonly resolve: (value: never) => void
  readonly reject: (reason: unknown) => void
}

type Outcome = { readonly value: unknown } | { readonly refusal: unknown }

/** Tells that a transaction was lost, and whether it may have been committed. */
class Lost extends Error {
  readonly isOpen: boolean

  constructor(cause: unknown, isOpen: boolean) {
    super("lost", { cause })
    this.isOpen = isOpen
  }
}

/**
 * Writes of all lanes. What is asked for in one tick, or while a commit is under way, goes into one transaction: committing is
 * what costs. A lost connection is opened anew once, and what is known not to have been done is done again.
 */
export class Commits {
  readonly #connection: Connection
  #waiting: Waiting[] = []
  #isWriting = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

  write<T>(places: readonly Place[], work: Work<T>, isRepeatable: boolean, mark?: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ places, work, isRepeatable, mark, resolve, reject })
      if (this.#isWriting) return
      this.#isWriting = true
      queueMicrotask(() => void this.#writeAll())
    })
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeGroup(this.#waiting.splice(0, GROUP))
    this.#isWriting = false
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    const database = await this.#database(group)
    if (database === undefined) return
    try {
      await this.#attempt(database, group)
    } catch (error) {
      if (error instanceof Lost) return this.#writeAgain(group, error)
      // What one of them has too much must not be refused to the others.
      if (group.length > 1) for (const each of group) await this.#writeGroup([each])
      else group[0]?.reject(toStoreError(error))
    }
  }

  /**
   * The database, with all marks they need; those behind them wait too, so nothing is overtaken. Undefined where it cannot be
   * opened, which all of them then hear.
   */
  async #database(group: readonly Waiting[]): Promise<IDBDatabase | undefined> {
    try {
      for (;;) {
        const database = this.#connection.opened ?? (await this.#connection.open())
        const isMissing = ({ mark }: Waiting): boolean =>
          mark !== undefined && !this.#connection.isMarked(database, mark)
        const missing = group.find(isMissing)?.mark
        if (missing === undefined) return database
        await this.#connection.mark(missing)
      }
    } catch (error) {
      for (const each of group) each.reject(error)
      return undefined
    }
  }

  /** Of a transaction that may have been committed, only what may be done twice is done again. */
  async #writeAgain(group: readonly Waiting[], { isOpen, cause }: Lost): Promise<void> {
    const again = isOpen ? group.filter((each) => each.isRepeatable) : group
    for (const each of group) if (!again.includes(each)) each.reject(unavailable("connection lost", cause))
    const database = again.length > 0 ? await this.#database(again) : undefined
    if (database === undefined) return
    await this.#attempt(database, again).catch((error: unknown) => {
      for (const each of again) each.reject(toStoreError(error instanceof Lost ? error.cause : error))
    })
  }

  /** Does the works in one transaction and answers for all of them when it is committed. */
  async #attempt(database: IDBDatabase, group: readonly Waiting[]): Promise<void> {
    let isCommitting = false
    try {
      const transaction = database.transaction(placesOf(group), "readwrite", { durability: "strict" })
      const done = ended(transaction)
      const outcomes = await outcomesOf(group, transaction, done)
      isCommitting = true
      commit(transaction)
      await done
      outcomes.forEach((outcome, index) => void settle(group[index] as Waiting, outcome))
    } catch (error) {
      if (!isLost(error)) throw error
      this.#connection.lose(database)
      throw new Lost(error, isCommitting)
    }
  }
}

/**
 * "about" is in all of them, so that one transaction writes at a time, whatever it is of and in whichever tab. Chromium restores
 * what a transaction has changed that was under way when it was killed; where it finds two of one database it takes the
 * data for damaged, and clears all that the origin has in IndexedDB (Chromium 156).
 */
function placesOf(group: readonly Waiting[]): Place[] {
  return [...new Set(["about" as const, ...group.flatMap(({ places }) => places)])]
}

/** One after the other: each finds what those before it have written. */
async function outcomesOf(
  group: readonly Waiting[],
  transaction: IDBTransaction,
  done: Promise<void>,
): Promise<Outcome[]> {
  const memo = new Map<string, unknown>()
  const outcomes: Outcome[] = []
  for (const { work } of group)
    try {
      const value = work(transaction, memo)
      outcomes.push({ value: value instanceof Promise ? await value : value })
    } catch (error) {
      // What is damaged may show after something was written.
      if (isCubeError(error) && error.code !== "store_corrupt") outcomes.push({ refusal: error })
      else await failed(transaction, done, error)
    }
  return outcomes
}

/** Ends a transaction; it says why, unless it was a fault of ours. */
async function failed(transaction: IDBTransaction, done: Promise<void>, error: unknown): Promise<never> {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
  await done.catch((reason: unknown) => {
    throw transaction.error ?? (isLost(error) ? reason : error)
  })
  throw error
}

function ended(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"))
  })
  // Somebody always awaits it, perhaps later than it rejects.
  done.catch(() => undefined)
  return done
}

/** Saves waiting until the browser finds out that nothing more is asked. */
function commit(transaction: IDBTransaction): void {
  try {
    transaction.commit?.()
  } catch {
    // It was aborted meanwhile, which its end tells.
  }
}

function settle({ resolve, reject }: Waiting, outcome: Outcome): void {
  if ("value" in outcome) resolve(outcome.value as never)
  else reject(outcome.refusal)
}
