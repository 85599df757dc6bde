import type { Commits, Work } from "./commits.ts"
import type { Connection } from "./connection.ts"
import { isLost, isOver, toStoreError } from "./faults.ts"
import type { Place } from "./schema.ts"

/** How long a transaction takes further reads: whoever wants to write waits for it to end. */
const SHARED_MS = 10

interface Reading {
  readonly transaction: IDBTransaction
  readonly memo: Map<string, unknown>
  readonly untilMs: number
}

/** Reads and writes of some places. A lost connection is opened anew once. */
export class Lane {
  readonly #connection: Connection
  readonly #commits: Commits
  readonly #places: readonly Place[]
  /** Until it has ended, or somebody wants to write. */
  #reading: Reading | undefined

  constructor(connection: Connection, commits: Commits, places: readonly Place[]) {
    this.#connection = connection
    this.#commits = commits
    this.#places = places
  }

  async read<T>(work: Work<T>): Promise<T> {
    let database = this.#connection.opened ?? (await this.#connection.open())
    for (let reading = this.#sharedIn(database); reading; reading = this.#sharedIn(database))
      try {
        return await work(reading.transaction, reading.memo)
      } catch (error) {
        // It is about to end, or everything was lost: the next one tells.
        if (!isOver(error) && !isLost(error)) throw toStoreError(error)
        if (this.#reading === reading) this.#reading = undefined
      }
    try {
      return await this.#readIn(database, work)
    } catch (error) {
      if (!isLost(error)) throw toStoreError(error)
      this.#connection.lose(database)
    }
    try {
      database = await this.#connection.open()
      return await this.#readIn(database, work)
    } catch (error) {
      throw toStoreError(error)
    }
  }

  /**
   * @param isRepeatable - Whether doing it twice comes to the same as doing it once.
   * @param mark - What the database must have for it, `Connection.mark`.
   */
  write<T>(work: Work<T>, isRepeatable = false, mark?: string): Promise<T> {
    this.#reading = undefined
    return this.#commits.write(this.#places, work, isRepeatable, mark)
  }

  /** `Connection.isMarked`. */
  isMarked({ db }: IDBTransaction, mark: string): boolean {
    return this.#connection.isMarked(db, mark)
  }

  /** Does something while nobody has the database open: `Connection.alone`. */
  alone(work: (transaction: IDBTransaction) => Promise<void>): Promise<void> {
    return this.#connection.alone(work)
  }

  /**
   * Who asks in the same tick, or as soon as an answer has come, finds the transaction of before still active. Beginning
   * another takes a sixth of the time of a single read.
   */
  #sharedIn(database: IDBDatabase): Reading | undefined {
    const reading = this.#reading
    if (reading === undefined || reading.transaction.db !== database) return undefined
    return this.#connection.platform.elapsedMs() < reading.untilMs ? reading : undefined
  }

  #readIn<T>(database: IDBDatabase, work: Work<T>): T | Promise<T> {
    const transaction = database.transaction(this.#places)
    const untilMs = this.#connection.platform.elapsedMs() + SHARED_MS
    const reading: Reading = { transaction, memo: new Map(), untilMs }
    this.#reading = reading
    transaction.oncomplete = () => {
      if (this.#reading === reading) this.#reading = undefined
    }
    return work(transaction, reading.memo)
  }
}
