import { type Clock, CubeError, type Host, type Log, type Messages, type Stores } from "cubular/contract"
import { type Route, routeStores } from "cubular/contract/routed-stores"
import { fault_injected } from "cubular/messages/en"
import { createHttp, type HttpLimits } from "./http.ts"
import { createIdle } from "./memory/idle.ts"
import { createSeededEntropy } from "./memory/seeded.ts"
import { createVirtualClock, type VirtualClock } from "./memory/virtual-clock.ts"
import { createSecrets, type Secrets } from "./secrets.ts"
import { createWasm, type WasmSource } from "./wasm.ts"

export type { HttpLimits } from "./http.ts"
export type { VirtualClock } from "./memory/virtual-clock.ts"
export type { Secret, Secrets } from "./secrets.ts"

/** A power a fault can be put into, and what it was asked for: an origin, a module's or secret's name, ms, "kv.put cells". */
export type FaultPoint = "http" | "wasm" | "secret" | "sleep" | "store"

export interface MemoryHostOptions extends HttpLimits {
  /** Epoch ms the clock starts at. Default 2000-01-01T00:00Z. */
  readonly now?: number
  /** Seed of the run seeds it gives. Default "cubular". */
  readonly seed?: string
  /**
   * Jump to the next sleeper whenever nothing else is left to do, so that a step that never settles meets its deadline
   * without real time passing. What the host cannot see (a real request, a module being compiled) does not hold it back.
   */
  readonly autoAdvance?: boolean
  /**
   * Resolves once every microtask, and those they queue in turn, has run: how the clock knows that nothing is left to do at
   * its present time. Default: one turn of the runtime's event loop.
   */
  readonly idle?: () => Promise<void>
  /** Answers every request; absent, the host has no `http`. It may use the host's clock to be slow. */
  readonly http?: (request: Request) => Response | Promise<Response>
  readonly wasm?: { readonly [name: string]: WasmSource }
  readonly secrets?: Secrets
  /** Where cubes keep things, on the host's clock: `createStores` of `cubular/stores/memory`. */
  readonly stores?: (clock: Clock) => Stores
  /** Takes what steps publish, into those stores: `createMessages` of `cubular/messaging`. Only with `stores`. */
  readonly messages?: (stores: Stores) => Messages
  /**
   * Asked before each use of a power, with how often that power was used before. `true` makes the use fail with
   * `fault_injected`, an error makes it fail with that error.
   */
  readonly fault?: (power: FaultPoint, detail: string, uses: number) => boolean | Error | undefined
}

export interface LogLine {
  /** The host's clock, epoch ms. */
  readonly at: number
  readonly level: Parameters<Log>[0]
  readonly message: string
  readonly fields: { readonly [name: string]: unknown }
}

/** The deterministic host: equal options give equal behaviour. */
export interface MemoryHost extends Host {
  readonly clock: VirtualClock
  readonly entropy: () => string
  readonly log: Log
  /** Everything logged so far, oldest first. */
  readonly logs: readonly LogLine[]
  /** Sleeps that neither ended nor were aborted: 0 when every run has released what it took. */
  readonly pendingTimers: number
  /** The same as `clock.advance`. */
  advance(ms: number): Promise<void>
}

const MILLENNIUM_MS = 946_684_800_000

/** A host with a clock that moves when told to, seeded randomness, and everything else handed in. For tests and replays. */
export function createHost(options: MemoryHostOptions = {}): MemoryHost {
  const virtual = createVirtualClock({
    start: options.now ?? MILLENNIUM_MS,
    autoAdvance: options.autoAdvance ?? false,
    idle: options.idle ?? createIdle(),
  })
  const check = createFaultCheck(options.fault)
  const clock: VirtualClock = Object.create(virtual, {
    sleep: {
      value: async (ms: number, signal?: AbortSignal) => {
        check("sleep", String(ms))
        return virtual.sleep(ms, signal)
      },
    },
    // Whatever waits goes through `sleep`, where the fault is.
    after: { value: undefined },
  })
  const logs: LogLine[] = []
  return {
    name: "memory",
    clock: options.fault ? clock : virtual,
    entropy: createSeededEntropy(options.seed ?? "cubular"),
    log: (level, message, fields = {}) => void logs.push({ at: virtual.now(), level, message, fields }),
    logs,
    get pendingTimers() {
      return virtual.pendingTimers
    },
    advance: (ms) => virtual.advance(ms),
    ...httpOf(options, check),
    ...wasmOf(options, check),
    ...secretsOf(options, check),
    ...storesOf(options, virtual, check),
  }
}

type FaultCheck = (power: FaultPoint, detail: string) => void

function createFaultCheck(fault: MemoryHostOptions["fault"]): FaultCheck {
  const uses = { http: 0, wasm: 0, secret: 0, sleep: 0, store: 0 }
  return (power, detail) => {
    const verdict = fault?.(power, detail, uses[power]++)
    if (verdict === true) throw new CubeError({ ...fault_injected, params: { power }, retryable: true })
    if (verdict) throw verdict
  }
}

function httpOf(options: MemoryHostOptions, check: FaultCheck): Pick<Host, "http" | "allowedOrigins"> {
  const { http, allowedOrigins } = options
  if (http === undefined) return allowedOrigins ? { allowedOrigins } : {}
  const send = async (request: Request): Promise<Response> => {
    if (options.fault) check("http", new URL(request.url).origin)
    if (request.signal.aborted) throw request.signal.reason
    return aborting(Promise.resolve(http(request)), request.signal)
  }
  return { http: createHttp({ ...options, send }), ...(allowedOrigins ? { allowedOrigins } : {}) }
}

/** Ends with the signal's reason when it aborts first, as `fetch` does. */
function aborting<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    signal.addEventListener("abort", abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort))
  })
}

function wasmOf({ wasm }: MemoryHostOptions, check: FaultCheck): Pick<Host, "wasm" | "wasmNames"> {
  if (wasm === undefined) return {}
  const powers = createWasm(wasm)
  return {
    wasmNames: powers.wasmNames,
    wasm: async (name) => {
      check("wasm", name)
      return powers.wasm(name)
    },
  }
}

function secretsOf({ secrets }: MemoryHostOptions, check: FaultCheck): Pick<Host, "secret" | "secretNames"> {
  if (secrets === undefined) return {}
  const powers = createSecrets(secrets)
  return {
    secretNames: powers.secretNames,
    secret: async (name, cube, origin) => {
      check("secret", name)
      return powers.secret(name, cube, origin)
    },
  }
}

function storesOf(options: MemoryHostOptions, clock: Clock, check: FaultCheck): Pick<Host, "stores" | "messages"> {
  const stores = openStores(options, clock, check)
  if (stores === undefined) return {}
  return { stores, ...(options.messages ? { messages: options.messages(stores) } : {}) }
}

function openStores({ stores, fault }: MemoryHostOptions, clock: Clock, check: FaultCheck): Stores | undefined {
  if (stores === undefined) return undefined
  const given = stores(clock)
  if (fault === undefined) return given
  const route: Route = async ({ store, method, name }, perform) => {
    check("store", `${store}.${method} ${name}`)
    return perform()
  }
  return routeStores(() => given, route)
}
