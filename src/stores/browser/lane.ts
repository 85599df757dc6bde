import type { Commits, Work } from "./commits.ts"
import type { Connection } from "./connection.ts"
import { isLost, isOver, toStoreError } from "./faults.ts"
import type { Place } from "./schema.ts"

/** Reads of one transaction at most: whoever wants to write waits for it to end. */
const READS = 32

interface Reading {
  readonly transaction: IDBTransaction
  readonly memo: Map<string, unknown>
  left: number
}

/** Reads and writes of some places. A lost connection is opened anew once. */
export class Lane {
  readonly #connection: Connection
  readonly #commits: Commits
  readonly #places: readonly Place[]
  /** Until it has ended. */
  #reading: Reading | undefined

  constructor(connection: Connection, commits: Commits, places: readonly Place[]) {
    this.#connection = connection
    this.#commits = commits
    this.#places = places
  }

  async read<T>(work: Work<T>): Promise<T> {
    const reading = this.#reading
    if (reading && reading.transaction.db === this.#connection.opened && --reading.left > 0)
      try {
        return await work(reading.transaction, reading.memo)
      } catch (error) {
        // It is about to end, or everything was lost: the next one tells.
        if (!isOver(error) && !isLost(error)) throw toStoreError(error)
      }
    let database = this.#connection.opened ?? (await this.#connection.open())
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

  /** @param isRepeatable - Whether doing it twice comes to the same as doing it once. */
  write<T>(work: Work<T>, isRepeatable = false): Promise<T> {
    this.#reading = undefined
    return this.#commits.write(this.#places, work, isRepeatable)
  }

  /** Whether the database has a mark, which nobody gives it as long as this connection to it is open. */
  isMarked({ db }: IDBTransaction, mark: string): boolean {
    return this.#connection.isMarked(db, mark)
  }

  /** Gives the database a mark. Afterwards it may be another one, which has none: the transaction that needs it asks. */
  mark(mark: string): Promise<void> {
    return this.#connection.alone(async (transaction) => void transaction.objectStore("about").put(true, mark))
  }

  /** Does something while nobody has the database open: `Connection.alone`. */
  alone(work: (transaction: IDBTransaction) => Promise<void>): Promise<void> {
    return this.#connection.alone(work)
  }

  /**
   * What is asked for in the same tick, or as soon as an answer has come, is read in the transaction of before; beginning one
   * takes a third of the time of a single read.
   */
  #readIn<T>(database: IDBDatabase, work: Work<T>): T | Promise<T> {
    const transaction = database.transaction(this.#places)
    const reading: Reading = { transaction, memo: new Map(), left: READS }
    this.#reading = reading
    transaction.oncomplete = () => {
      if (this.#reading === reading) this.#reading = undefined
    }
    return work(transaction, reading.memo)
  }
}
