/**
 * What the stores take of a browser. A worker that runs cubes takes these off its global, so they are gathered before that,
 * in a file small enough to be loaded where nothing is stored.
 */
export interface StoresPlatform {
  /** Absent outside of browsers. */
  readonly factory: IDBFactory | undefined
  readonly ranges: typeof IDBKeyRange
  /** Absent outside of secure contexts, as are the next two. */
  readonly locks: LockManager | undefined
  readonly storage: StorageManager | undefined
  readonly subtle: SubtleCrypto | undefined
  /** 128 bits as hex, unlike all others. */
  readonly drawId: () => string
  readonly setTimer: (wake: () => void, ms: number) => unknown
  /** Ms since some moment, which only grow. */
  readonly elapsedMs: () => number
}

export function captureStoresPlatform(scope: typeof globalThis = globalThis): StoresPlatform {
  const { indexedDB, IDBKeyRange, crypto, setTimeout, navigator, performance } = scope
  const fill = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => crypto.getRandomValues(bytes)
  return {
    factory: indexedDB,
    ranges: IDBKeyRange,
    locks: navigator.locks,
    storage: navigator.storage,
    subtle: crypto.subtle,
    drawId: () => Array.from(fill(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
    setTimer: (wake, ms) => setTimeout.call(scope, wake, ms),
    elapsedMs: () => performance.now(),
  }
}
