import type { Values } from "cubular/contract"

/** What a call came to, for those who waited for it. */
export type Landing = { readonly values: Values } | { readonly error: unknown }

/** Somebody who waits for a call under way. */
export interface Traveller {
  readonly landing: Promise<Landing | "lead">
  readonly tell: (landing: Landing | "lead") => void
  /** He was asked to call in the place of the one who was cancelled. */
  leads: boolean
}

/** One call under way, and those who wait for what it comes to. */
export class Flight {
  /** Monotonic ms of the last sign of life of whoever leads it. */
  heard: number
  private readonly travellers: Traveller[] = []

  constructor(now: number) {
    this.heard = now
  }

  join(): Traveller {
    let tell: Traveller["tell"] = () => undefined
    const landing = new Promise<Landing | "lead">((resolve) => {
      tell = resolve
    })
    const traveller: Traveller = { landing, tell, leads: false }
    this.travellers.push(traveller)
    return traveller
  }

  leave(traveller: Traveller): void {
    const at = this.travellers.indexOf(traveller)
    if (at >= 0) this.travellers.splice(at, 1)
  }

  land(landing: Landing): void {
    for (const traveller of this.travellers.splice(0)) traveller.tell(landing)
  }

  /** Asks the next one to lead; false when nobody waits. */
  handOver(now: number): boolean {
    const next = this.travellers.shift()
    if (!next) return false
    this.heard = now
    next.leads = true
    next.tell("lead")
    return true
  }
}
