import type { Clock } from "cubular/contract"
import type { Timers } from "./timers.ts"

/** A timer may fire a little before the ms that were asked for are over by the clock. */
const EARLY_MS = 1

/** Lines whose timer goes on without anybody in them: beyond that, timers are freed at once. */
const RESTING_LINES = 16

/** Who waits in a line. */
interface Waiter {
  readonly act: () => void
  readonly endsAt: number
  isIn: boolean
  before: Waiter | undefined
  behind: Waiter | undefined
}

/**
 * `after` for the many who wait the same time and seldom until its end, such as calls with a timeout: all of one length
 * stand in one line with one timer, which is left to run out when the last of them leaves. Setting and clearing a timer for
 * each would take longer than most calls (Node 24: 0.6 µs against 0.1 µs).
 */
export function createLines(timers: Timers): NonNullable<Clock["after"]> {
  const lines = new Map<number, Line>()
  return (ms, act) => {
    let line = lines.get(ms)
    if (!line) {
      line = new Line(timers, ms, lines)
      lines.set(ms, line)
    }
    return line.enter(act)
  }
}

/** Those who wait the same time: who came first leaves first. */
class Line {
  readonly #timers: Timers
  readonly #ms: number
  readonly #lines: Map<number, Line>
  /** Absent before the first. */
  #timer: unknown
  #isFiring = false
  #first: Waiter | undefined
  #last: Waiter | undefined

  constructor(timers: Timers, ms: number, lines: Map<number, Line>) {
    this.#timers = timers
    this.#ms = ms
    this.#lines = lines
  }

  enter(act: () => void): () => void {
    const before = this.#last
    const waiter: Waiter = { act, endsAt: this.#timers.monotonic() + this.#ms, isIn: true, before, behind: undefined }
    this.#last = waiter
    if (before) before.behind = waiter
    else {
      this.#first = waiter
      if (!this.#isFiring) this.#begin()
    }
    return () => this.#leave(waiter)
  }

  #leave(waiter: Waiter): void {
    if (!waiter.isIn) return
    this.#takeOut(waiter)
    if (this.#first || this.#isFiring) return
    if (this.#lines.size <= RESTING_LINES) return this.#timers.hold?.(this.#timer, false)
    this.#timers.clearTimer(this.#timer)
    this.#lines.delete(this.#ms)
  }

  #takeOut(waiter: Waiter): void {
    const { before, behind } = waiter
    waiter.isIn = false
    if (before) before.behind = behind
    else this.#first = behind
    if (behind) behind.before = before
    else this.#last = before
  }

  #begin(): void {
    if (this.#timer === undefined) this.#set(this.#ms)
    else this.#timers.hold?.(this.#timer, true)
  }

  #set(ms: number): void {
    this.#timer = this.#timers.setTimer(() => this.#fire(), ms)
  }

  /** The timer has run out: of whoever waits, and of whoever has left since. */
  #fire(): void {
    const now = this.#timers.monotonic() + EARLY_MS
    this.#isFiring = true
    try {
      for (let waiter = this.#first; waiter && waiter.endsAt <= now; waiter = this.#first) {
        this.#takeOut(waiter)
        waiter.act()
      }
    } finally {
      this.#isFiring = false
      if (this.#first) this.#set(Math.max(0, this.#first.endsAt - this.#timers.monotonic()))
      else this.#lines.delete(this.#ms)
    }
  }
}
