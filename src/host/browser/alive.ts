/** How long a worker keeps its lock after its last run, so that a burst of runs takes it once, ms. */
const LINGER_MS = 1_000

export interface AliveOptions {
  /** Absent outside of secure contexts. */
  readonly locks: LockManager | undefined
  readonly monotonic: () => number
  readonly setTimer: (wake: () => void, ms: number) => unknown
}

/**
 * Tells a page when its worker is gone. No event does: a worker that closes itself, or is terminated by others, falls
 * silent. But the browser gives back the locks it held, and the page can wait for one. It is held only while runs are
 * in flight, because a page that holds locks is not kept for the back button.
 */
export class BusyLock {
  readonly #name: string
  readonly #options: AliveOptions
  /** Tells the page that the lock is held, or about to be given back. */
  readonly #tell: (word: "holds" | "rests") => void
  #runs = 0
  #restingSince: number
  #asked = false

  constructor(name: string, tell: (word: "holds" | "rests") => void, options: AliveOptions) {
    this.#name = name
    this.#tell = tell
    this.#options = options
    this.#restingSince = options.monotonic()
  }

  /** Resolves when the lock is held, or cannot be had: then it is left to the pings to find out. */
  acquire(): Promise<void> {
    const { locks } = this.#options
    if (this.#asked || !locks) return Promise.resolve()
    this.#asked = true
    return new Promise((held) => {
      const hold = (): Promise<void> =>
        new Promise((release) => {
          this.#hold(release)
          held()
        })
      locks.request(this.#name, hold).catch(() => held())
    })
  }

  async during<T>(run: () => Promise<T>): Promise<T> {
    this.#runs++
    void this.acquire()
    try {
      return await run()
    } finally {
      if (--this.#runs === 0) this.#restingSince = this.#options.monotonic()
    }
  }

  #hold(release: () => void): void {
    this.#tell("holds")
    const look = (): void => {
      const rested = this.#options.monotonic() - this.#restingSince
      if (this.#runs > 0 || rested < LINGER_MS) return void this.#options.setTimer(look, LINGER_MS)
      this.#asked = false
      this.#tell("rests")
      release()
    }
    this.#options.setTimer(look, LINGER_MS)
  }
}

/** Calls back when a lock that is held now was given back; a stop before that ends the waiting. */
export function whenReleased(name: string, released: () => void): () => void {
  const controller = new AbortController()
  navigator.locks.request(name, { signal: controller.signal }, async () => released()).catch(() => undefined)
  return () => controller.abort()
}
