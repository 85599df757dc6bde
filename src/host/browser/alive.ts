/** How long a worker keeps its lock after its last run, so that a burst of runs takes it once, ms. */
const LINGER_MS = 1_000

export interface AliveOptions {
  /** Absent outside of secure contexts. */
  readonly locks: LockManager | undefined
  readonly setTimer: (wake: () => void, ms: number) => unknown
  readonly clearTimer: (timer: unknown) => void
}

/**
 * Tells a page when its worker is gone. No event does: a worker that closes itself, or is terminated by others, falls
 * silent. But the browser gives back the locks it held, and the page can wait for one. It is held only while runs are
 * in flight, because a page that holds locks is not kept for the back button.
 */
export class BusyLock {
  readonly #name: string
  readonly #options: AliveOptions
  /** Tells the page that the lock is held. */
  readonly #held: () => void
  #runs = 0
  #release: (() => void) | undefined
  #asked = false
  #lingering: unknown

  constructor(name: string, held: () => void, options: AliveOptions) {
    this.#name = name
    this.#held = held
    this.#options = options
  }

  async during<T>(run: () => Promise<T>): Promise<T> {
    this.#begin()
    try {
      return await run()
    } finally {
      this.#end()
    }
  }

  #begin(): void {
    this.#runs++
    this.#options.clearTimer(this.#lingering)
    if (this.#asked || !this.#options.locks) return
    this.#asked = true
    const hold = (): Promise<void> =>
      new Promise((resolve) => {
        this.#release = resolve
        this.#held()
      })
    // A browser that refuses locks leaves it to the pings to find out.
    this.#options.locks.request(this.#name, hold).catch(() => undefined)
  }

  #end(): void {
    if (--this.#runs > 0) return
    this.#lingering = this.#options.setTimer(() => {
      if (!this.#release) return
      this.#asked = false
      this.#release()
      this.#release = undefined
    }, LINGER_MS)
  }
}

/** Calls back when a lock that is held now was given back; a stop before that ends the waiting. */
export function whenReleased(name: string, released: () => void): () => void {
  const controller = new AbortController()
  navigator.locks.request(name, { signal: controller.signal }, released).catch(() => undefined)
  return () => controller.abort()
}
