import type { CubeError, Host, RunOptions, Value, Values } from "cubular/contract"
import type { Depth } from "./accept.ts"
import type { Program } from "./compile.ts"
import type { Slots } from "./invoke.ts"

/** What runs streams: `streams` of `cubular/streams`. The kernel holds none of it, so that only who needs it loads it. */
export interface Streams {
  /** Begins the streams of one run. */
  begin(run: Flowing): Flows
}

/** A run as its streams see it. */
export interface Flowing {
  readonly ground: { readonly program: Program }
  readonly options: RunOptions | undefined
  readonly slots: Slots
  readonly errors: ReadonlyMap<number, CubeError> | undefined
  readonly host: Host
  readonly depth: Depth
  readonly signal: AbortSignal
  /** Ends the run where a signal, the deadline or a budget wants it. */
  look(): void
  /** An item goes by: counted against the budgets. */
  passed(item: Value): void
  /** These steps wait for one step less. */
  release(steps: readonly number[]): void
  /** All streams a step gave are over: what it gives in all, or why it failed. */
  landed(step: number, values: Values | undefined, error?: unknown): void
  /** A stream given as an input is over. */
  inputOver(): void
}

/** The streams of one run. */
export interface Flows {
  /** The composition's outputs that are streams, by name; each can be read once. */
  readonly outputs: { readonly [name: string]: AsyncIterable<Value> }
  /** Takes streams out of what a run is given; `null` stands for each. Never throws. */
  take(given: unknown): unknown
  /** The inputs were accepted: their streams go to their places. @returns how many there are. */
  place(): number
  /** A step has returned: its streams begin. @throws {CubeError} `outputs_refused` */
  open(step: number, returned: unknown): void
  /** A step is over: what it has not read is closed. */
  over(step: number): void
  /** The run is over, with the reason when it was ended. */
  close(ended: { readonly error: CubeError; readonly reason: unknown } | undefined): void
}
