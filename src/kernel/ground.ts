import type {
  AnyCube,
  CubeError,
  CubeInstance,
  Host,
  PolicyRecord,
  RunOptions,
  RunResult,
  StepRecord,
  Values,
} from "cubular/contract"
import type { Program } from "./compile.ts"
import type { Streams } from "./flows.ts"
import type { Slots } from "./invoke.ts"
import type { Taken, Tap } from "./tap.ts"

/** What all runs of one runner share. */
export interface Ground {
  readonly program: Program
  readonly host: Host
  readonly seed: string | undefined
  /** Whether every value is checked on every wire. */
  readonly wires: boolean
  /** What runs streams, where the plan has any. */
  readonly streams: Streams | undefined
  /** Cubes that steps call. */
  readonly callees: ReadonlyMap<AnyCube, CubeInstance>
  /** Runs that wait for something, in no order. */
  readonly waiting: Waiting[]
  /** Told when none waits any more. */
  readonly ended: () => void
  /** Results of steps when all are ok: one object for all such runs. */
  allOk: RunResult["steps"] | undefined
}

/** A run that waits, and its place among those that do. */
export interface Waiting {
  place: number
  cancel(reason: unknown): void
}

/** What a replay feeds a run with. */
export interface Feed {
  /** Recorded host values, by step path. */
  readonly host: ReadonlyMap<string, readonly Taken[]>
  /** Steps whose recorded outcome stands instead of being executed. */
  readonly fixed: ReadonlyMap<string, Fixed>
  /** Paths of calls that were called off. */
  readonly calledOff: ReadonlySet<string>
}

export interface Fixed {
  readonly outcome: StepRecord["outcome"]
  readonly code: string | undefined
  readonly outputs: Values
}

/** States of a step. From 0 on: it has not started, and waits for so many others. */
export const OK = -1
export const SKIPPED = -2
export const FAILED = -3
export const CANCELLED = -4
export const RUNNING = -5
/** Skipped because of a failure, however far up: skips what depends on it, whatever the input. */
export const CUT_OFF = -6
/** Cancelled while it was running. */
export const STOPPED = -7
/** Failed before it began: by its `when` or an input. */
export const UNREADY = -8

/** A run as those see it who tell what came of it. */
export interface Course {
  readonly ground: Ground
  readonly options: RunOptions | undefined
  readonly slots: Slots
  readonly seed: string
  /** Undefined while every step so far was ok. */
  readonly states: readonly number[] | undefined
  readonly errors: ReadonlyMap<number, CubeError> | undefined
  /** Why it ended before its steps did. */
  readonly broken: { readonly error: CubeError; readonly reason: unknown } | undefined
  readonly taps: ReadonlyMap<string, Tap> | undefined
  /** Calls that ended, by path. */
  readonly calls: ReadonlyMap<string, StepRecord> | undefined
  /** The ways through policies, by step. */
  readonly passages: ReadonlyMap<number, Passed> | undefined
}

/** What a record needs to know of a way through policies. */
export interface Passed {
  readonly record: PolicyRecord
  /** What the attempt took and called whose end is the step's. */
  readonly decisive: Pick<Course, "taps" | "calls"> | undefined
}
