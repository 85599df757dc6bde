import type { Commits, Work } from "./commits.ts"
import type { Connection } from "./connection.ts"
import { isLost, toStoreError } from "./faults.ts"
import type { Place } from "./schema.ts"

/** Reads and writes of some places. A lost connection is opened anew once. */
export class Lane {
  readonly #connection: Connection
  readonly #commits: Commits
  readonly #places: readonly Place[]
  #reading: { readonly transaction: IDBTransaction; readonly memo: Map<string, unknown> } | undefined

  constructor(connection: Connection, commits: Commits, places: readonly Place[]) {
    this.#connection = connection
    this.#commits = commits
    this.#places = places
  }

  async read<T>(work: Work<T>): Promise<T> {
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
    return this.#commits.write(this.#places, work, isRepeatable)
  }

  /** Does something while nobody has the database open: `Connection.alone`. */
  alone(work: (transaction: IDBTransaction) => Promise<void>): Promise<void> {
    return this.#connection.alone(work)
  }

  #readIn<T>(database: IDBDatabase, work: Work<T>): T | Promise<T> {
    if (this.#reading === undefined) {
      this.#reading = { transaction: database.transaction(this.#places), memo: new Map() }
      queueMicrotask(() => {
        this.#reading = undefined
      })
    }
    const { transaction, memo } = this.#reading
    return work(transaction, memo)
  }
}
