import type { createRunner } from "cubular"

export type Runner = Awaited<ReturnType<typeof createRunner>>

interface Held {
  readonly runner: Promise<Runner>
  users: number
  dropped: boolean
  stopping?: Promise<void>
}

/**
 * Keeps the runners used last, so that a composition is planned once and not per run. A runner that is dropped is
 * stopped when its last run is over.
 */
export class SessionRunners {
  readonly #capacity: number
  /** Oldest use first. */
  readonly #held: Map<string, Held> = new Map()

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  /** Does something with the runner of a key, made when it is not there. Without a key it is made for this use only. */
  async use<T>(key: string | undefined, make: () => Promise<Runner>, work: (runner: Runner) => Promise<T>): Promise<T> {
    const held = this.#take(key, make)
    held.users++
    try {
      return await work(await held.runner)
    } finally {
      held.users--
      this.#release(held)
    }
  }

  async stop(): Promise<void> {
    const all = [...this.#held.values()]
    this.#held.clear()
    await Promise.all(all.map(stop))
  }

  #take(key: string | undefined, make: () => Promise<Runner>): Held {
    const known = key === undefined ? undefined : this.#held.get(key)
    const held = known ?? { runner: make(), users: 0, dropped: key === undefined }
    if (key === undefined) return held
    this.#held.delete(key)
    this.#held.set(key, held)
    if (!known) held.runner.catch(() => this.#forget(key, held))
    if (this.#held.size > this.#capacity) this.#dropOldest()
    return held
  }

  #forget(key: string, held: Held): void {
    if (this.#held.get(key) === held) this.#held.delete(key)
  }

  #dropOldest(): void {
    const [oldest] = this.#held
    if (!oldest) return
    const [key, held] = oldest
    this.#held.delete(key)
    held.dropped = true
    this.#release(held)
  }

  #release(held: Held): void {
    if (held.dropped && held.users === 0) void stop(held)
  }
}

/** Stops a runner once; one that was never made, or fails to stop, is gone as well. */
function stop(held: Held): Promise<void> {
  held.stopping ??= held.runner
    .then((runner) => runner.stop())
    .then(
      () => undefined,
      () => undefined,
    )
  return held.stopping
}
