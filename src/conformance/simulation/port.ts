import { CubeError, isCubeError } from "cubular"
import { store_busy, store_full, store_unavailable } from "cubular/messages/en"
import type { FaultKind } from "./trace.ts"
import type { Stage, World } from "./world.ts"

/** What becomes of one call on its way through a port. */
interface Fate {
  readonly kind: FaultKind | undefined
  /** Of the fault, from 0 on. */
  readonly number: number
  /** Ms on the way there and on the way back. */
  readonly there: number
  readonly back: number
}

/** How long one waits for a reply that is lost, in ms. */
const SILENCE_MS = 20_000

/** Which faults a port can have, in parts of a hundred calls. */
type Shares = { readonly [kind in FaultKind]?: number }
/** The same, in the order they are drawn in. */
export type Troubles = readonly (readonly [kind: FaultKind, share: number])[]

const troubles = (shares: Shares): Troubles => Object.entries(shares) as [FaultKind, number][]
const reading: Shares = { delayed: 14, lost: 5, replyLost: 4, thrown: 8 }

export const storeTroubles: Troubles = troubles({ delayed: 12, lost: 4, replyLost: 6, thrown: 8, full: 2 })
/** Of stores that sagas stand on: they need many calls in a row. */
export const sagaTroubles: Troubles = troubles({ delayed: 8, lost: 1, replyLost: 2, thrown: 2 })
/** Of stores a broker stands on: it needs several calls for a message. */
export const messageTroubles: Troubles = troubles({
  delayed: 10,
  lost: 2,
  replyLost: 4,
  thrown: 4,
  full: 1,
  doubled: 4,
})
export const readTroubles: Troubles = troubles(reading)
export const writeTroubles: Troubles = troubles({ ...reading, doubled: 8, replyLost: 7 })
/** Of a service that promises nothing for a second request. */
export const onceTroubles: Troubles = troubles({ delayed: 10, thrown: 4, replyLost: 4 })

/** Of a composition somebody wrote: a second request only where nobody can mind. */
export function userTroubles(method: string, hasKey: boolean): Troubles {
  return method === "GET" || method === "HEAD" || hasKey ? writeTroubles : onceTroubles
}
export const userStoreTroubles: Troubles = troubles({ delayed: 10, lost: 2, replyLost: 2, thrown: 5, full: 1 })

/** The ways between a process and all that is outside of it. */
export class Port {
  private readonly stage: Stage
  private calls = 0

  constructor(stage: Stage) {
    this.stage = stage
  }

  /**
   * One call through the port: it goes, is performed (never, once, twice), and is answered (or not). Nothing is performed for
   * a process that is gone, and nothing comes back to it.
   *
   * @param unreachable - What a caller hears who hears nothing.
   */
  async pass<T>(
    world: World,
    name: string,
    troubles: Troubles,
    perform: () => Promise<T>,
    unreachable: () => unknown,
  ): Promise<T> {
    const { trace } = this.stage
    const call = ++this.calls
    const fate = this.fateOf(troubles)
    trace.note(`${call} > ${name}`)
    await world.wait(fate.there)
    const { kind } = fate
    if (kind === "lost") return this.silence(world, call, fate, unreachable)
    if (kind === "thrown" || kind === "full") {
      this.count(fate, call)
      throw kind === "full" ? new CubeError(store_full) : unreachable()
    }
    if (kind === "doubled") {
      this.count(fate, call)
      await perform().catch(() => undefined)
      await world.wait(this.stage.draws.below(40))
    }
    return this.answer(world, call, fate, perform, unreachable)
  }

  private async answer<T>(
    world: World,
    call: number,
    fate: Fate,
    perform: () => Promise<T>,
    unreachable: () => unknown,
  ): Promise<T> {
    const { trace } = this.stage
    let answer: { readonly value: T } | { readonly error: unknown }
    try {
      answer = { value: await perform() }
    } catch (error) {
      answer = { error }
    }
    if (fate.kind === "replyLost") return this.silence(world, call, fate, unreachable)
    await world.wait(fate.back)
    if (fate.kind === "delayed") this.count(fate, call)
    if ("value" in answer) {
      trace.note(`${call} < ok`)
      return answer.value
    }
    trace.note(`${call} < ${codeOf(answer.error)}`)
    throw answer.error
  }

  private async silence(world: World, call: number, fate: Fate, unreachable: () => unknown): Promise<never> {
    await world.wait(SILENCE_MS)
    this.count(fate, call)
    throw unreachable()
  }

  /** It took effect: nobody was gone by then. */
  private count({ kind, number }: Fate, call: number): void {
    this.stage.trace.fault(kind as FaultKind, `${call}`)
    this.stage.counted.push(number)
  }

  private fateOf(troubles: Troubles): Fate {
    const { draws, calm } = this.stage
    const there = draws.below(4)
    const back = draws.below(4)
    let left = draws.below(100)
    const late = draws.between(20, draws.percent(20) ? 9000 : 900)
    const none: Fate = { kind: undefined, number: -1, there, back }
    if (calm) return none
    for (const [kind, share] of troubles) {
      if (left >= share) left -= share
      else {
        const number = this.stage.portFaults++
        return number === this.stage.without ? none : { kind, number, there, back: kind === "delayed" ? late : back }
      }
    }
    return none
  }
}

export function codeOf(error: unknown): string {
  return isCubeError(error) ? error.code : String(error)
}

/** What stores say of themselves. */
export function storeTrouble(stage: Stage): CubeError {
  return new CubeError({ ...(stage.draws.percent(50) ? store_busy : store_unavailable), retryable: true })
}
