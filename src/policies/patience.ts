import type { Clock, PolicyCall } from "cubular/contract"
import { stop } from "./timers.ts"

/**
 * Longest wait for what another run does, in ms. A run on Cloudflare Workers can be cut off without a word to those who
 * wait for it, and one that waits without a timer of its own is cut off too: so every wait has one, and an end.
 */
export const PATIENCE_MS = 30_000
/** How often those who wait look around, and those who are waited for say that they are alive. */
const PULSE_MS = 1000
/** Who has been silent for so long is gone: three signs of life are missing. */
export const SILENCE_MS = 3000

/**
 * What another run comes to; undefined when it takes too long, or when a look says that waiting is of no use.
 *
 * @param look - asked at first and every second.
 */
export async function wait<T>(
  work: Promise<T>,
  call: PolicyCall,
  clock: Clock,
  look: () => boolean,
): Promise<T | undefined> {
  const timer = new AbortController()
  const end = pulse(clock, timer.signal, look)
  try {
    return await call.guard(Promise.race([work, end]))
  } finally {
    stop(timer)
  }
}

/** Asks every second, for as long as anyone would wait, until told to stop. Never rejects. */
export async function pulse(clock: Clock, signal: AbortSignal, done: () => boolean): Promise<undefined> {
  try {
    for (let waited = 0; waited < PATIENCE_MS && !done(); waited += PULSE_MS) await clock.sleep(PULSE_MS, signal)
  } catch {
    // Aborted: nobody waits any more.
  }
}
