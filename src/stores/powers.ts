import type { Clock } from "cubular/contract"

/** What the gates take from the host. */
export interface Powers {
  /** Epoch ms: what lives, waits and expires does so by it. */
  now(): number
}

export function powersOf(clock: Pick<Clock, "now">): Powers {
  return { now: () => clock.now() }
}
