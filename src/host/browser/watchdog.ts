/** Pings per `stuckMs`: a page that was frozen misses one at most, so waking up does not look like a stuck worker. */
const PINGS = 4

export interface WatchdogOptions {
  /** How long a ping may stay unanswered, ms; `Infinity`: for ever. */
  readonly stuckMs: number
  /** Whether anything is asked of the worker: only then it is pinged. */
  readonly isBusy: () => boolean
  readonly ping: () => Promise<unknown>
  readonly stuck: () => void
}

/** Pings a worker while something is asked of it, and tells when it does not answer. */
export class Watchdog {
  readonly #options: WatchdogOptions
  #timer: ReturnType<typeof setInterval> | undefined
  #waiting = false
  #missed = 0

  constructor(options: WatchdogOptions) {
    this.#options = options
  }

  /** Something is asked of the worker from now on. It stops by itself when there no longer is. */
  watch(): void {
    const { stuckMs } = this.#options
    if (this.#timer === undefined && Number.isFinite(stuckMs))
      this.#timer = setInterval(() => this.#look(), stuckMs / PINGS)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #look(): void {
    const { isBusy, ping, stuck } = this.#options
    if (this.#waiting) {
      if (++this.#missed >= PINGS) stuck()
    } else if (isBusy()) {
      this.#waiting = true
      ping().then(() => {
        this.#waiting = false
        this.#missed = 0
      })
    } else this.stop()
  }
}
