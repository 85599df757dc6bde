import type { Messages } from "./message.ts"
import type { Stores } from "./stores/stores.ts"

/** Tells time and waits. All times are milliseconds. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number
  /** Milliseconds from an arbitrary start that never go back. */
  monotonic(): number
  /** Resolves after `ms`; rejects at once with the signal's reason when it aborts, and frees the timer. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /**
   * Calls `act` after `ms`, unless the function it returns is called before, which frees the timer: for those who seldom let
   * it come to that. A host may leave it out; `sleep` serves then. Who puts a clock of his own around one changes both.
   */
  after?(ms: number, act: () => void): () => void
}

/** Structured log lines. Never hand it personal fields. */
export type Log = (
  level: "debug" | "info" | "warn" | "error",
  message: string,
  fields?: { readonly [name: string]: unknown },
) => void

/** Sends one HTTP request; the kernel has already checked that the origin is declared and allowed. */
export type Http = (request: Request) => Promise<Response>

/**
 * What surrounds the kernel: an object of powers. A power that is absent is a need the host lacks, and a composition
 * that asks for it is refused when it is planned.
 *
 * Names of needs: `clock`, `random`, `ids`, `http`, `wasm:<name>`, `secrets`, `stores`, `messages`, `locks`.
 */
export interface Host {
  /** Only for people: logs and result tables. Nothing may depend on it. */
  readonly name: string
  readonly clock?: Clock
  /** 128 bits as 32 lower-case hex digits: the seed of a run that was given none. */
  readonly entropy?: () => string
  readonly log?: Log
  readonly http?: Http
  /** Origins this host lets declared services reach; absent = all declared ones. */
  readonly allowedOrigins?: readonly string[]
  /** Names of the WebAssembly modules the host can hand over. */
  readonly wasmNames?: readonly string[]
  /** A compiled module by name ("saju", "saju-scalar" …). */
  readonly wasm?: (name: string) => Promise<WebAssembly.Module>
  /** Which names of secrets exist (never their values). */
  readonly secretNames?: readonly string[]
  /** The value behind a secret reference, for one cube and one origin; refuses with `secret_refused`. */
  readonly secret?: (name: string, cubeId: string, origin: string) => Promise<string>
  /** Where cubes keep things. Drivers for each platform: `cubular/stores/*`. */
  readonly stores?: Stores
  /** Takes what steps publish: `createMessages` of `cubular/messaging`. */
  readonly messages?: Messages
}
