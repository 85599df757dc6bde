import {
  type CompositionDocument,
  CubeError,
  type CubeErrorJson,
  type CubeManifest,
  type Issue,
  isCubeError,
  type RunEvent,
  type RunInputs,
  type RunOptions,
  type RunResult,
  type Settled,
  type Value,
  type Values,
} from "cubular/contract"
import { failed_unexpectedly } from "cubular/messages/en"
import type { Grants } from "./grants.ts"

/** What a client may be asked to run: the id of a composition served ("id" or "id@1.2.3"), a document, or its JSON text. */
export type Target = string | CompositionDocument | { toJSON(): CompositionDocument }

/** What is served: the manifests of the cubes and the documents of the compositions. */
export interface Listing {
  readonly cubes: readonly CubeManifest[]
  readonly compositions: readonly CompositionDocument[]
}

/** A run's end as it crosses between threads; without an error it is ok. */
export interface WireSettled {
  readonly result: RunResult
  readonly error?: CubeErrorJson
  /** It ended because it was cancelled. */
  readonly cancelled?: true
}

/** Run options that can be copied. The signal stays with the client and crosses as `cancel`, or here if it was too late to start. */
export interface WireRunOptions extends Omit<RunOptions, "signal" | "tracer"> {
  readonly cancelled?: WireReason
  /** Tell which steps start. */
  readonly trace?: boolean
}

/** Takes a run's events as they happen. */
export type Report = (event: RunEvent) => void

/** The outputs of a run that are streams, in the turn in which it began: those not taken in this turn the run reads. */
export interface Offered {
  readonly names: readonly string[]
  readonly take: (name: string) => AsyncIterable<Value>
}

export interface ServiceRunExtras {
  /** Hand over the inputs' buffers; only a service behind a worker looks at it. */
  readonly transfer?: boolean | undefined
  /** Only a service behind a worker looks at it. */
  readonly timeoutMs?: number | undefined
  /** Called once where there are streams among the outputs. */
  readonly offer?: ((offered: Offered) => void) | undefined
}

/** Ports of streams, by the names of the inputs or outputs. */
export type StreamPorts = { readonly [name: string]: MessagePort }

/** One side answers, in this thread or behind a worker; runs are told apart by numbers the client gives. */
export interface Service {
  run(
    id: number,
    target: string | CompositionDocument,
    inputs: RunInputs,
    options: WireRunOptions,
    extras?: ServiceRunExtras,
  ): Promise<WireSettled>
  /** Reports the events of a run that is on its way, from its beginning. */
  watch(id: number, report: Report): void
  cancel(id: number, reason: WireReason): void
  validate(source: unknown): Promise<readonly Issue[]>
  list(): Promise<Listing>
}

/** A value, or the error of ours in its place: comlink by itself would carry no more than an error's text. */
export type Answer<T> = { readonly value: T } | { readonly error: CubeErrorJson }

/** The service behind a worker: a run is one message each way. */
export interface RemoteService {
  run(
    id: number,
    target: string | CompositionDocument,
    inputs: Values,
    options: WireRunOptions,
    feeds?: StreamPorts,
  ): Promise<WireSettled>
  watch(id: number): Promise<Answer<void>>
  cancel(id: number, reason: WireReason): Promise<Answer<void>>
  validate(source: unknown): Promise<Answer<readonly Issue[]>>
  list(): Promise<Answer<Listing>>
  ping(): true
}

/** What the worker tells without being asked, through the same port, so that it comes before the answers it belongs to. */
export type Notice =
  | { readonly cubular: "event"; readonly run: number; readonly event: RunEvent }
  | { readonly cubular: "starts"; readonly step: string }
  /** A run has begun whose outputs these are; each port waits to be read, left or drained. */
  | { readonly cubular: "streams"; readonly run: number; readonly ports: StreamPorts }
  /** The worker holds the lock named in `Connect`, and loses it when it ends; or it is about to give it back. */
  | { readonly cubular: "holds" | "rests" }

/** The worker's script is there and listens. */
export const READY = "cubular-ready"
/** The page hands over the port everything else goes through: nothing but these two crosses the worker's own global. */
export interface Connect {
  readonly cubular: "connect"
  readonly port: MessagePort
  readonly grants: Grants
  /** Name of the lock the worker holds while it has runs. */
  readonly lock: string
}

export const NO_RESULT: RunResult = { outputs: {}, steps: {}, plan: "" }

export function toWire(settled: Settled): WireSettled {
  const { ok: _, ...rest } = settled
  if (!("error" in rest)) return { result: rest }
  const { error, ...result } = rest
  return { error: error.toJSON(), result }
}

export function fromWire({ error, result }: WireSettled): Settled {
  return error ? { ok: false, error: new CubeError({ ...error, result }), ...result } : { ok: true, ...result }
}

/** Anything thrown, as an error of ours; what is not one is shown on the console, as its text may hold anything. */
export function toCubeError(thrown: unknown): CubeError {
  if (isCubeError(thrown)) return thrown
  console.error(thrown)
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  return new CubeError({ ...failed_unexpectedly, params: { name }, cause: thrown })
}

/** Why something was cancelled, or failed, as it crosses: errors of ours as JSON, the rest copied. */
export type WireReason = { readonly cubeError: CubeErrorJson } | { readonly value: unknown }

export function toWireReason(reason: unknown): WireReason {
  if (isCubeError(reason)) return { cubeError: reason.toJSON() }
  try {
    return { value: structuredClone(reason) }
  } catch {
    return { value: new DOMException("The reason cannot be copied", "AbortError") }
  }
}

export function fromWireReason(wire: WireReason): unknown {
  return "cubeError" in wire ? CubeError.fromJSON(wire.cubeError) : wire.value
}
