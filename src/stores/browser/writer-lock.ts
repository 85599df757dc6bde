/**
 * A lock between tabs and workers that ends with its holder, however that dies: a Web Lock. While one is held, a page is not
 * kept for the back button, so nobody holds it asleep.
 */
export interface WriterLock {
  /** False when somebody holds it, this one included. */
  take(): Promise<boolean>
  free(): void
}

export function createWriterLock(locks: LockManager, name: string): WriterLock {
  let release: (() => void) | undefined
  return {
    take: () =>
      new Promise((resolve, reject) => {
        const hold = (lock: Lock | null): Promise<void> | undefined => {
          resolve(lock !== null)
          return lock === null ? undefined : new Promise((free) => (release = free))
        }
        locks.request(name, { ifAvailable: true }, hold).catch(reject)
      }),
    free() {
      release?.()
      release = undefined
    },
  }
}
