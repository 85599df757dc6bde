import type { Value } from "cubular/contract"

/** A value and when it was got, ms of the host's clock. */
export interface Kept {
  readonly value: Value
  readonly atMs: number
}

/** Values kept at most; the one put first goes first. */
const MOST = 1000

/** What a placed cache keeps in memory for all its runs, and who is at the origin for what. Plain data: nobody is woken by it. */
export class Shelf {
  private readonly kept = new Map<string, Kept>()
  /** When somebody set out, by key. */
  private readonly away = new Map<string, number>()

  find(key: string, nowMs: number, forMs: number): Kept | undefined {
    const found = this.kept.get(key)
    return found && nowMs - found.atMs < forMs ? found : undefined
  }

  put(key: string, kept: Kept): void {
    this.kept.delete(key)
    this.kept.set(key, kept)
    for (const [oldest] of this.kept) if (this.kept.size > MOST) this.kept.delete(oldest)
  }

  isAway(key: string, nowMs: number, patienceMs: number): boolean {
    const since = this.away.get(key)
    return since !== undefined && nowMs - since < patienceMs
  }

  setOut(key: string, nowMs: number): void {
    this.away.set(key, nowMs)
  }

  comeBack(key: string): void {
    this.away.delete(key)
  }
}
