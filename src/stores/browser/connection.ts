import { CubeError } from "cubular/contract"
import { store_busy, store_closed, store_newer } from "cubular/messages/en"
import { ask } from "./ask.ts"
import { corrupt, nameOf, toStoreError, unavailable } from "./faults.ts"
import { beginLog } from "./log.ts"
import type { StoresPlatform } from "./platform.ts"
import { FORMAT, FORMATS, hasPlaces, makePlaces } from "./schema.ts"

/** How long opening waits while another tab wants a newer version, or no data at all, and a third one does not let go. */
const BLOCKED_MS = 10_000

/** Which data this is. */
export interface Identity {
  /** Drawn when the database was made: another id is other data. */
  readonly id: string
  /** Epoch ms of the host's clock. */
  readonly madeAtMs: number
}

export interface ConnectionOptions {
  readonly name: string
  readonly platform: StoresPlatform
  readonly now: () => number
  /** Told after each opening; `isNew`: this one has made the database. */
  readonly onOpened?: (identity: Identity, isNew: boolean) => void
}

/**
 * The way to the database: opened with the first use, let go when another tab wants a newer version or deletes it, and
 * opened anew when it was lost.
 */
export class Connection {
  readonly platform: StoresPlatform
  readonly name: string
  /** The open database, if it is open now. */
  opened: IDBDatabase | undefined
  readonly #options: ConnectionOptions
  /** Keys in `about`, where what comes later is put `alone`. */
  readonly #marks = new WeakMap<IDBDatabase, ReadonlySet<IDBValidKey>>()
  #opening: Promise<IDBDatabase> | undefined
  #logBegun: Promise<void> | undefined
  #isClosed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.platform = options.platform
    this.name = options.name
  }

  /** @throws {CubeError} `store_closed`, `store_newer`, `store_corrupt`, `store_busy`, `store_unavailable`, `store_full`. */
  async open(): Promise<IDBDatabase> {
    if (this.#isClosed) throw new CubeError(store_closed)
    if (this.opened) return this.opened
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  /** Forgets a database that does not answer any more; the next use opens it anew. */
  lose(database: IDBDatabase): void {
    if (this.opened === database) this.opened = undefined
    database.close()
  }

  /** What is under way is finished; what comes later is refused. */
  close(): void {
    this.#isClosed = true
    if (this.opened) this.lose(this.opened)
  }

  /**
   * Does something with the database to itself: every connection is let go before, so what was found on one holds for as long
   * as it is open. Does nothing when somebody else was first.
   *
   * @throws {CubeError} as `open`.
   */
  async alone(work: Upgrade): Promise<void> {
    const { version } = await this.open()
    try {
      const database = await opening(this.#factory(), this.name, this.platform, work, version + FORMATS)
      database.close()
    } catch (error) {
      if (nameOf(error) !== "VersionError") throw toStoreError(error)
    }
  }

  /** Whether the database has a mark, which nobody gives it as long as this connection to it is open. */
  isMarked(database: IDBDatabase, mark: string): boolean {
    return this.#marks.get(database)?.has(mark) === true
  }

  /** Gives the database a mark. It may be another one afterwards. @throws {CubeError} as `open`. */
  mark(mark: string): Promise<void> {
    return this.alone(async (transaction) => void transaction.objectStore("about").put(true, mark))
  }

  #factory(): IDBFactory {
    if (this.platform.factory === undefined) throw unavailable("no IndexedDB")
    return this.platform.factory
  }

  async #open(): Promise<IDBDatabase> {
    let isNew = false
    try {
      this.#logBegun ??= beginLog(this.#factory(), `${this.name} log`, this.platform)
      await this.#logBegun
      const database = await opening(this.#factory(), this.name, this.platform, async (transaction) => {
        isNew = true
        makePlaces(transaction.db, transaction)
        const identity: Identity = { id: this.platform.drawId(), madeAtMs: this.#options.now() }
        transaction.objectStore("about").put(identity, "identity")
      })
      return await this.#welcome(database, isNew)
    } catch (error) {
      throw toStoreError(error)
    }
  }

  async #welcome(database: IDBDatabase, isNew: boolean): Promise<IDBDatabase> {
    database.onversionchange = () => this.lose(database)
    database.onclose = () => this.lose(database)
    try {
      const found = database.version % FORMATS
      if (found > FORMAT) throw new CubeError({ ...store_newer, params: { found, known: FORMAT } })
      if (!hasPlaces(database)) throw corrupt("a database of another program")
      const about = database.transaction("about").objectStore("about")
      const [identity, keys] = await Promise.all([ask<unknown>(about.get("identity")), ask(about.getAllKeys())])
      if (typeof (identity as Identity | undefined)?.id !== "string") throw corrupt("no identity")
      this.#marks.set(database, new Set(keys))
      // Closed while it was opened.
      if (this.#isClosed) throw new CubeError(store_closed)
      this.opened = database
      this.#options.onOpened?.(identity as Identity, isNew)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  }
}

type Upgrade = (transaction: IDBTransaction) => Promise<void>

/** @param version - Absent: the one it has; 1 for a database that is new. */
function opening(
  factory: IDBFactory,
  name: string,
  { setTimer }: StoresPlatform,
  upgrade: Upgrade,
  version?: number,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version)
    let isLate = false
    request.onupgradeneeded = () => {
      const transaction = request.transaction as IDBTransaction
      upgrade(transaction).catch(() => transaction.abort())
    }
    setTimer(() => {
      isLate = true
      reject(new CubeError({ ...store_busy, retryable: true }))
    }, BLOCKED_MS)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      if (isLate) request.result.close()
      else resolve(request.result)
    }
  })
}
