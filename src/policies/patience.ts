import type { Clock, PolicyCall } from "cubular/contract"

/**
 * Longest wait for what another run does, in ms. A run on Cloudflare Workers can be cut off without a word to those who
 * wait for it, and one that waits without a timer of its own is cut off too: so every wait has one, and an end.
 */
export const PATIENCE_MS = 30_000

/** What another run comes to, or undefined when it takes too long. */
export async function wait<T>(work: Promise<T>, call: PolicyCall, clock: Clock): Promise<T | undefined> {
  const timer = new AbortController()
  const end = clock.sleep(PATIENCE_MS, timer.signal).then(
    () => undefined,
    () => undefined,
  )
  try {
    return await call.guard(Promise.race([work, end]))
  } finally {
    timer.abort()
  }
}
