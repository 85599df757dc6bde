/** What a runtime tells time and waits with. */
export interface Timers {
  /** Epoch ms. */
  now(): number
  /** Ms from an arbitrary start, never going back. */
  monotonic(): number
  setTimer(wake: () => void, ms: number): unknown
  clearTimer(timer: unknown): void
  /** Whether a timer that is set keeps the process alive; absent where none does. */
  hold?(timer: unknown, isHeld: boolean): void
  /** One timer may serve several who wait; not where it ends with the request that has set it. */
  readonly shared?: boolean
}
