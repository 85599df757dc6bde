import type { CubeError, CubeErrorJson } from "./error.ts"
import type { Clock, Log } from "./host.ts"
import type { PublishOptions } from "./message.ts"
import type { PolicyDecision, PolicyRecord } from "./policy.ts"
import type { StoreCall } from "./stores/routed-stores.ts"
import type { Stores } from "./stores/stores.ts"
import type { Value } from "./value.ts"

/** Pseudo-random numbers seeded by run seed and step path: interleaving cannot change a draw. */
export interface Random {
  /** A number in [0, 1) with 53 bits. */
  next(): number
  /** A whole number in [0, bound). */
  below(bound: number): number
}

/** What a cube may touch while it works; everything it did not declare in `needs` throws `need_not_declared`. */
export interface Step {
  /** Step path in the composition, as "fortune/pillars". */
  readonly path: string
  /** Aborts when the run is cancelled, its deadline passes, or a sibling's failure makes the step pointless. */
  readonly signal: AbortSignal
  /** Host-clock time in ms at which the run must be done, if it has a deadline. */
  readonly deadline: number | undefined
  readonly clock: Clock
  readonly random: Random
  /** Unique ids, reproducible under the same run seed. */
  readonly ids: { next(): string }
  readonly log: Log
  /** Calls a declared service: `path` is appended to the service's origin. */
  readonly http: { fetch(service: string, path: string, init?: RequestInit): Promise<Response> }
  /**
   * Where things are kept beyond the run. A name means the same data for every cube and composition on the host. Calls of
   * a run that is over are not made; one begun before may still be done. A name that is refused is by the first call.
   */
  readonly stores: Stores
  /**
   * Calls a cube listed in `dependencies` with inputs; resolves to its outputs. When `options.signal` aborts, the call
   * rejects at once with the signal's reason, and what the called cube has begun is let go of.
   */
  call(
    id: string,
    inputs: { readonly [port: string]: Value },
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly [port: string]: Value }>
  /**
   * Publishes a message on a topic of `publishes`. It leaves when `process` has ended well, all of a step together, and the
   * step is over when the host has taken it; of a step that fails nothing leaves. Tried again, it has the same id.
   *
   * @throws {CubeError} `topic_not_declared`, `publish_refused`, `publish_too_many`, `publish_too_late`.
   */
  publish(topic: string, data: Value, options?: PublishOptions): void
  /** A record of this run is being made, or replayed: it must hold nothing of other runs, and need nothing of them. */
  readonly recorded: boolean
  /** The same for every attempt of this step in this run. */
  readonly idempotencyKey: string
}

/** The step of a cube whose topics are known, with what it publishes on each. */
export interface StepOf<Topics> extends Omit<Step, "publish"> {
  /** As in `Step`. */
  publish<T extends keyof Topics & string>(topic: T, data: Topics[T], options?: PublishOptions): void
}

/** `running`: at work, or to be resumed. `parked`: stopped for a person to look at. `done` and `undone` are ends. */
export type SagaState = "running" | "parked" | "done" | "undone"

export type Outcome = "ok" | "skipped" | "failed" | "cancelled"

export interface StepResult {
  readonly outcome: Outcome
  readonly error?: CubeErrorJson
}

export type Values = { readonly [name: string]: Value | undefined }

/** What a run is given: values, and for stream inputs an async iterable or a list of the items. */
export type RunInputs = { readonly [name: string]: Value | AsyncIterable<Value> | undefined }

/** What a stream leaves in a result, a record and a fingerprint. */
export type StreamSummary = {
  readonly items: number
  /** SHA-256, lower-case hex, of the canonical items, each followed by a line feed; with fingerprint or record. */
  readonly sha256?: string
}

/** What a run leaves. `steps` holds every step of the plan by its path. */
export interface RunResult {
  readonly outputs: Values
  readonly steps: { readonly [path: string]: StepResult }
  /** The plan's digest, SHA-256 in lower-case hex. */
  readonly plan: string
  /** SHA-256 in lower-case hex; only when asked for, never for cancelled and timed-out runs. */
  readonly fingerprint?: string
  readonly record?: RunRecord
  /** Of a run that was ok: the data of the messages its document emits, by topic. Whoever started the run sends them. */
  readonly emits?: { readonly [topic: string]: Value }
  /** Only of a saga. */
  readonly saga?: { readonly id: string; readonly state: SagaState }
}

export type Settled =
  | ({ readonly ok: true } & RunResult)
  | ({ readonly ok: false; readonly error: CubeError } & RunResult)

/** One thing a running composition reports, in order. Times are host-clock ms and only present when the host has a clock. */
export type RunEvent =
  | { readonly type: "run_started"; readonly plan: string; readonly at?: number }
  | { readonly type: "step_started"; readonly step: string; readonly at?: number }
  | {
      readonly type: "step_done"
      readonly step: string
      readonly outcome: Outcome
      readonly error?: CubeErrorJson
      readonly at?: number
    }
  | ({ readonly type: "policy_decided"; readonly step: string; readonly at?: number } & PolicyDecision)
  | {
      readonly type: "run_done"
      readonly ok: boolean
      readonly error?: CubeErrorJson
      readonly saga?: SagaState
      readonly at?: number
    }

/**
 * Told what a run does below its steps, as it does it; a telemetry makes them. Given to a run, its events are noted from the
 * beginning, so that all have times. It is trusted: what it throws fails the step.
 */
export interface RunTracer {
  /** A step called a cube: its own path, ">", the cube's id, "#" and which call of the step it is. */
  callStarted(path: string): void
  /** Without a code it was ok; "" says that it was called off. */
  callEnded(path: string, code: string | undefined): void
  /**
   * The step or call `path` sends a request to a host; of its address no more is told.
   *
   * @returns headers that go along, where it has none of the name, and who is told its status, or nothing when there is no answer.
   */
  requested(path: string, method: string, host: string): RequestTracer
}

export interface RequestTracer {
  readonly headers: { readonly [name: string]: string }
  answered(status: number | undefined): void
}

export interface RunOptions {
  readonly signal?: AbortSignal
  /** Total time for the run in ms, on the host's clock. */
  readonly deadlineMs?: number
  readonly budget?: {
    readonly steps?: number
    readonly bytes?: number
    readonly fanOut?: number
    readonly items?: number
  }
  readonly fingerprint?: boolean
  /** Makes a record. It holds every input and output in clear, personal ones too: who asks for it keeps it safe. */
  readonly record?: boolean
  /** Overrides the runner's seed for this run. */
  readonly seed?: string
  /**
   * Only for a saga: its id, 1 to 43 lower-case letters, digits and "-". Starting it again gives the same saga. Default: 32
   * hex digits of the host.
   */
  readonly id?: string
  /** Of the telemetry that observes this run. */
  readonly tracer?: RunTracer
}

/** One execution. Nothing is computed for who does not look: `result`, `settled` and `events` are lazy. */
export interface Run {
  /**
   * Outputs that are streams, by name. Each is read once, by whoever asks for it in the same turn in which the run was
   * started; the run is over when it is read to its end or left. One that nobody asked for is read by the run itself.
   * What all others have in `outputs`, a stream has as its `StreamSummary`.
   */
  readonly streams: { readonly [output: string]: AsyncIterable<Value> }
  /** Rejects with `run_failed` (its `.result` holds the rest); when cancelled, with the reason itself. */
  readonly result: Promise<RunResult>
  /** Never rejects. */
  readonly settled: Promise<Settled>
  /**
   * All events of the run, for everyone who iterates. Nothing is noted before this is first read: what happened until then
   * is told in the order of the plan and without times, what happens from then on as it happens.
   */
  readonly events: AsyncIterable<RunEvent>
  cancel(reason?: unknown): void
}

/** What a step took from the host, in order of asking. */
export type HostValue =
  | { readonly power: "clock.now" | "clock.monotonic"; readonly value: number }
  | ({ readonly power: "clock.sleep"; readonly value: number } & Ending)
  | ({ readonly power: "random.next" | "random.below"; readonly value: number } & Drawn)
  | ({ readonly power: "ids.next"; readonly value: string } & Drawn)
  | ({
      readonly power: "http.fetch"
      readonly status: number
      readonly headers: readonly (readonly [string, string])[]
      readonly body: Value
    } & Ending)
  | ({ readonly power: "http.fetch"; readonly failed: string; readonly retryable?: true } & Ending)
  /** `value` as in records; absent where the call answers nothing. What was given to the store is not held. */
  | ({ readonly power: "stores"; readonly value?: Value } & StoreCall & Ending)
  | ({ readonly power: "stores"; readonly failed: string; readonly retryable?: true } & StoreCall & Ending)
  /** Messages in the encoded JSON form of values. */
  | ({
      readonly power: "messages.publish"
      readonly value: Value
      readonly failed?: string
      readonly retryable?: true
    } & Ending)

interface Ending {
  /** Place in the order of endings, where that differs from the order of asking; −1: it had not ended with the step. */
  readonly done?: number
}

interface Drawn {
  /** How many were drawn in a row, where more than one; `value` is the last. They follow from the seed. */
  readonly times?: number
}

export interface StepRecord {
  readonly path: string
  readonly outcome: Outcome
  /** Error code when it failed. */
  readonly code?: string
  /** Outputs in the encoded JSON form of values (`$bytes`, `$$`). */
  readonly outputs?: Value
  /** Of a step that was tried several times: what the attempt took whose end stands. */
  readonly host?: readonly HostValue[]
  /** Of a step with policies. */
  readonly policy?: PolicyRecord
}

/** Enough to execute the run again, anywhere. JSON. */
export interface RunRecord {
  readonly format: 1
  readonly document: Value
  /** Documents used as cubes by it, by "id@version". */
  readonly compositions?: { readonly [key: string]: Value }
  readonly plan: string
  readonly seed: string
  /** Inputs in the encoded JSON form of values. */
  readonly inputs: Value
  readonly steps: readonly StepRecord[]
  /** Absent for cancelled and timed-out runs. */
  readonly fingerprint?: string
}

/** The first place where two runs differ. */
export interface Difference {
  readonly step: string
  readonly port: string
  /** JSON Pointer inside the port's value; "" is the whole value. */
  readonly pointer: string
}
