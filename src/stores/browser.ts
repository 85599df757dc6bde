/**
 * Stores of browsers: one IndexedDB database, and the origin's private file system for large blobs. For pages and workers.
 *
 * @example createHost({ stores: (clock) => createStores({ clock }) })
 *
 * @module
 */
import type { Clock, Stores } from "cubular/contract"
import { createBlobs } from "./blobs.ts"
import { createBlobDriver } from "./browser/blobs.ts"
import { Commits } from "./browser/commits.ts"
import { Connection } from "./browser/connection.ts"
import { createContents } from "./browser/contents.ts"
import { createJournalDriver } from "./browser/journal.ts"
import { createKvDriver } from "./browser/kv.ts"
import { Lane } from "./browser/lane.ts"
import { captureStoresPlatform, type StoresPlatform } from "./browser/platform.ts"
import { createQueueDriver } from "./browser/queue.ts"
import { createRecordsDriver } from "./browser/records.ts"
import { createStateOf, type StoresState } from "./browser/state.ts"
import { createWriterLock, type WriterLock } from "./browser/writer-lock.ts"
import { createHasher } from "./hasher.ts"
import { createJournal } from "./journal.ts"
import { createKv } from "./kv.ts"
import { byName, byTable, checkName } from "./name.ts"
import { powersOf } from "./powers.ts"
import { createQueue } from "./queue.ts"
import { createRecords } from "./records.ts"

export { captureStoresPlatform, type StoresPlatform } from "./browser/platform.ts"
export type { StoresState } from "./browser/state.ts"

export interface BrowserStoresOptions {
  readonly clock: Pick<Clock, "now">
  /** Which data, as the names of stores. Default "cubular". Tabs and workers of one origin share what has one name. */
  readonly name?: string
  /** That there should be data already: any, or that with this id. Only a caller can know it: see `state`. */
  readonly expects?: boolean | string
  /** Told when the data is not what was expected, or when it was cleared under the open stores. */
  readonly onEmpty?: (state: StoresState) => void
  /** Default: taken from the global now. */
  readonly platform?: StoresPlatform
}

export interface BrowserStores extends Stores {
  /**
   * Opens the data and tells which it is. Browsers may clear everything an origin has stored, all at once: when room gets
   * short, after a week without use (Safari), or because somebody asks for it.
   */
  state(): Promise<StoresState>
  /** Lets the database go; it can be opened again. Calls from then on reject with `store_closed`. */
  close(): void
}

/** Touches nothing before a store is used. @throws {CubeError} `store_name_malformed`. */
export function createStores(options: BrowserStoresOptions): BrowserStores {
  const { clock, name = "cubular", platform = captureStoresPlatform() } = options
  checkName(name)
  const powers = powersOf(clock)
  const state = createStateOf(options, platform)
  const connection = new Connection({ name, platform, now: powers.now, onOpened: state.opened })
  const commits = new Commits(connection)
  const blobLane = new Lane(connection, commits, ["blobs", "parts"])
  const contents = createContents(blobLane, platform, name, powers.now)
  const kvLane = new Lane(connection, commits, ["kv", "notes"])
  const records = createRecordsDriver(new Lane(connection, commits, ["tables", "records", "quarantine"]), platform)
  const queueLane = new Lane(connection, commits, ["queues", "messages", "dead"])
  const queues = byName((store) => createQueueDriver(queueLane, platform, store))
  const journalLane = new Lane(connection, commits, ["journals", "entries"])
  const locks: WriterLock[] = []
  const hasher = (): ReturnType<typeof createHasher> => createHasher(platform.subtle ?? null)
  return {
    kv: byName((store) => createKv(createKvDriver(kvLane, platform, store), powers)),
    records: byTable((table) => createRecords(records, table)),
    blobs: byName((store) => createBlobs(createBlobDriver(blobLane, contents, platform, store), hasher)),
    queue: (store, given) => createQueue(queues(store), powers, given),
    journal: byName((store) => {
      const lock = platform.locks && createWriterLock(platform.locks, `${name} journal ${store}`)
      if (lock) locks.push(lock)
      return createJournal(store, createJournalDriver(journalLane, platform, store, lock), powers)
    }),
    async state() {
      await connection.open()
      return state.told()
    },
    close() {
      for (const lock of locks) lock.free()
      connection.close()
    },
  }
}
