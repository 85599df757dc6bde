import type { Draws } from "./draws.ts"
import { type FaultKind, Trace } from "./trace.ts"
import type { Stage } from "./world.ts"

/** What a simulation came to. */
export interface Simulated {
  readonly seed: number
  /** SHA-256 of the trace: equal on every engine, and however often a seed is simulated. */
  readonly hash: string
  readonly events: number
  /** Faults by kind, each of which made the trace another one. */
  readonly faults: { readonly [kind in FaultKind]?: number }
  /** Numbers of those faults of ports among them, as `without` takes them. */
  readonly portFaults: readonly number[]
  /** Invariants that did not hold, and where; none when all is well. */
  readonly violations: readonly string[]
  /** Ms that passed in the simulation. */
  readonly simulatedMs: number
  readonly lines: readonly string[]
}

/** Epoch ms every simulation begins at: the year 2000. */
export const START_MS = 946_684_800_000

/** Before anything happened: the first life of the process is born onto it next. */
export function createStage(draws: Draws, without?: number): Stage {
  const stage: Omit<Stage, "world"> = {
    draws,
    trace: new Trace(() => passedOn(stage as Stage)),
    skewMs: 0,
    jumped: false,
    crashIn: 0,
    portFaults: 0,
    counted: [],
    without,
    calm: false,
  }
  return stage as Stage
}

/** Ms since the simulation began. */
export function passedOn({ world }: Stage): number {
  return world.now() - START_MS
}

/** What happened on a stage by now. */
export function simulatedOn(stage: Stage, seed: number): Simulated {
  const { trace, counted } = stage
  return {
    seed,
    hash: trace.hash,
    events: trace.lines.length,
    faults: trace.faults,
    violations: trace.violations,
    portFaults: counted,
    simulatedMs: passedOn(stage),
    lines: trace.lines,
  }
}

/** What one hears who asks a service that cannot be reached. */
export const networkDown = (): Error => new TypeError("The network is down.")
