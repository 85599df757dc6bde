/** Keys whose calls are remembered at a time. A new key beyond that is refused: forgetting an old one could let too many in. */
export const MOST_KEYS = 100_000

/** The times of the latest admitted calls of one key: a ring that grows up to the limit. */
interface Ring {
  times: number[]
  /** Place of the oldest once the ring is full. */
  oldest: number
  latest: number
}

/** An exact sliding window per key: in no window of `windowMs`, its end not counted, are more than `limit` calls admitted. */
export class Arrivals {
  private readonly limit: number
  private readonly windowMs: number
  /** In the order of their latest admissions. */
  private readonly rings = new Map<string, Ring>()

  constructor(limit: number, windowMs: number) {
    this.limit = limit
    this.windowMs = windowMs
  }

  get keys(): number {
    return this.rings.size
  }

  clear(): void {
    this.rings.clear()
  }

  /**
   * @param now - Ms that never go back.
   * @returns 0 when admitted, else after how many ms there is room.
   */
  admit(key: string, now: number): number {
    this.forget(now)
    const known = this.rings.get(key)
    if (!known && this.rings.size >= MOST_KEYS) return this.windowMs
    const ring = known ?? { times: [], oldest: 0, latest: now }
    if (ring.times.length < this.limit) ring.times.push(now)
    else {
      const left = (ring.times[ring.oldest] as number) + this.windowMs - now
      if (left > 0) return left
      ring.times[ring.oldest] = now
      ring.oldest = (ring.oldest + 1) % this.limit
    }
    ring.latest = now
    this.rings.delete(key)
    this.rings.set(key, ring)
    return 0
  }

  /** Keys of which nothing lies in the window any more stand in front. */
  private forget(now: number): void {
    for (const [key, { latest }] of this.rings) {
      if (latest + this.windowMs > now) return
      this.rings.delete(key)
    }
  }
}
