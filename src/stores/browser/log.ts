import type { StoresPlatform } from "./platform.ts"

/** How long opening waits for it at most: the stores work without it too. */
const WAIT_MS = 2000

/**
 * Has Chromium begin a new log of its writes, which it does when a database is deleted: so an empty one is made and deleted.
 *
 * A kill may cut off the last record of the log. Chromium passes over that record with the next start, but goes on writing
 * behind it; with the start after that it cannot read the log, and clears all that the origin has in IndexedDB
 * (Chromium 156; https://github.com/google/leveldb/issues/1287). Takes 5 ms; the log of before goes in the background, a moment
 * later, which nothing tells. What goes wrong here shows with the opening that follows.
 */
export function beginLog(factory: IDBFactory, name: string, { setTimer }: StoresPlatform): Promise<void> {
  return new Promise<void>((done) => {
    const end = (): void => done()
    const drop = (): void => {
      const request = factory.deleteDatabase(name)
      // Blocked: another tab is doing the same.
      for (const told of ["onsuccess", "onerror", "onblocked"] as const) request[told] = end
    }
    const request = factory.open(name)
    request.onerror = end
    request.onsuccess = () => {
      request.result.close()
      drop()
    }
    setTimer(end, WAIT_MS)
  }).catch(() => undefined)
}
