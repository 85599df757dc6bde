import type { Log } from "cubular"
import type { Trace } from "../trace.ts"
import { BEGINS, ENDS, SHARES } from "./cubes.ts"
import type { FlowSettings } from "./document.ts"
import { HUNDRED } from "./inputs.ts"

/** A call one of the cubes of flow made. */
export interface Call {
  readonly name: string
  readonly begun: number
  ended: number | undefined
  ok: boolean
  ready: boolean
  /** Failed, and may not be tried again. */
  final: boolean
}

const NOTHING = { ok: false, ready: false, final: false } as const

/** So many of a run's numbers are for the items of its list. */
const MOST_ITEMS = 20

/** What a called cube tells. */
interface Told {
  readonly name: string
  readonly value: number
  readonly ok: boolean
  readonly ready: boolean
  readonly final: boolean
  readonly many: number
}

/** What called cubes say of themselves, by the number they ask for: no two runs ask for the same. */
export class FlowWatch {
  private readonly calls = new Map<number, Call[]>()
  private readonly trace: Trace
  private readonly settings: FlowSettings

  constructor(trace: Trace, settings: FlowSettings) {
    this.trace = trace
    this.settings = settings
  }

  callsFor(value: number): readonly Call[] {
    return this.calls.get(value) ?? []
  }

  /** What runs say on one process, for as long as it lives. */
  hearing(alive: () => boolean, now: () => number): Log {
    return (_, message, fields = {}) => {
      if (!alive()) return
      const { name, value, ok, ready, final, many } = fields as unknown as Told
      if (message === BEGINS) this.begins(value, { name, begun: now(), ended: undefined, ...NOTHING })
      else if (message === ENDS) this.ends(value, name, { ended: now(), ok, ready, final })
      else if (message === SHARES)
        this.trace.expect("a shared call is no larger than it may be", many <= this.settings.size, () => `${many}`)
    }
  }

  private begins(value: number, call: Call): void {
    this.trace.note(`asks ${value} ${call.name}`)
    this.calls.set(value, [...this.callsFor(value), call])
    const at = value % HUNDRED
    if (at >= MOST_ITEMS) return
    const items = Array.from({ length: MOST_ITEMS }, (_, item) => this.callsFor(value - at + item))
    const open = items.flat().filter(({ ended }) => ended === undefined).length
    const { concurrent } = this.settings
    this.trace.expect("map asks for no more at once than it may", open <= concurrent, () => `${open} of ${concurrent}`)
  }

  private ends(value: number, name: string, how: Pick<Call, "ended" | "ok" | "ready" | "final">): void {
    const call = this.callsFor(value).find((each) => each.name === name && each.ended === undefined)
    if (call) Object.assign(call, how)
  }
}
