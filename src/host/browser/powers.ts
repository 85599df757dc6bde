import type { Clock, Host, Http, Stores } from "cubular/contract"
import { createEntropy } from "../entropy.ts"
import { createHttp, type HttpLimits } from "../http.ts"
import { createLineLog, type Level } from "../line-log.ts"
import { createSecrets, type Secrets } from "../secrets.ts"
import { createTimerClock } from "../timer-clock.ts"
import { createWasm, type WasmSource } from "../wasm.ts"

/** A compiled module, or where its file is; a relative address counts from the page or worker. */
export type BrowserWasm = { readonly [name: string]: WebAssembly.Module | URL | string }

export interface BrowserHostOptions extends HttpLimits {
  readonly wasm?: BrowserWasm
  /** Write log lines of this level and above to the console, as JSON. Absent: nothing is written. */
  readonly log?: Level
  /** Sends requests. Default: the browser's `fetch`, without cookies and past its cache. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** Whoever can open the page can read these. */
  readonly secrets?: Secrets
  /** Where cubes keep things, on the host's clock: `createStores` of `cubular/stores/browser`. */
  readonly stores?: (clock: Clock) => Stores
}

export interface BrowserHost extends Host {
  readonly clock: Clock
  readonly entropy: () => string
  readonly http: Http
}

/** The functions of the browser a host stands on, held privately so that they outlive their removal from the global. */
export interface Runtime {
  readonly fetch: (request: Request | string) => Promise<Response>
  readonly now: () => number
  readonly monotonic: () => number
  readonly setTimer: (wake: () => void, ms: number) => unknown
  readonly clearTimer: (timer: unknown) => void
  readonly shared: true
  readonly fill: (bytes: Uint8Array<ArrayBuffer>) => void
  /** Absent outside of secure contexts. */
  readonly subtle: SubtleCrypto | undefined
  readonly base: string
  readonly locks: LockManager | undefined
}

export function captureRuntime(scope: typeof globalThis = globalThis): Runtime {
  const { fetch, setTimeout, clearTimeout, performance, crypto } = scope
  const { now } = scope.Date
  return {
    fetch: (request) => fetch.call(scope, request),
    now: () => now(),
    monotonic: () => performance.now(),
    setTimer: (wake, ms) => setTimeout.call(scope, wake, ms),
    clearTimer: (timer) => clearTimeout.call(scope, timer as number),
    shared: true,
    fill: (bytes) => void crypto.getRandomValues(bytes),
    subtle: crypto.subtle,
    base: baseAddress(scope),
    locks: scope.navigator.locks,
  }
}

/** What relative addresses count from; a page inside `srcdoc` has an address of its own that leads nowhere. */
export function baseAddress(scope: typeof globalThis = globalThis): string {
  return (scope as { document?: { baseURI: string } }).document?.baseURI ?? scope.location.href
}

export function createBrowserHost(options: BrowserHostOptions, runtime: Runtime): BrowserHost {
  const { allowedOrigins, log, secrets, stores, wasm } = options
  const clock = createTimerClock(runtime)
  return {
    name: "browser",
    clock,
    entropy: createEntropy(runtime.fill),
    http: createHttp({ ...options, send: options.fetch ?? ((request) => runtime.fetch(bare(request))) }),
    ...(wasm ? createWasm(wasmSources(wasm, runtime)) : {}),
    ...(allowedOrigins ? { allowedOrigins } : {}),
    ...(log ? { log: createLineLog((line, level) => console[level](line), runtime.now, log) } : {}),
    ...(secrets ? createSecrets(secrets) : {}),
    ...(stores ? { stores: stores(clock) } : {}),
  }
}

/** Without what only browsers add of their own accord: cookies, cached replies, the page's address. */
function bare(request: Request): Request {
  const { signal } = request
  const init = { redirect: "manual", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" } as const
  return new Request(request, { ...init, mode: "cors", signal })
}

function wasmSources(given: BrowserWasm, runtime: Runtime): { readonly [name: string]: WasmSource } {
  const sources: { [name: string]: WasmSource } = {}
  for (const [name, source] of Object.entries(given))
    sources[name] = source instanceof WebAssembly.Module ? source : () => compileFrom(source, runtime)
  return sources
}

/** Compiles bytes rather than the stream: servers that do not know `application/wasm` work as well. */
async function compileFrom(address: URL | string, runtime: Runtime): Promise<WebAssembly.Module> {
  const response = await runtime.fetch(new URL(address, runtime.base).href)
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return WebAssembly.compile(await response.arrayBuffer())
}
