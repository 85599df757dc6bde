import type { Clock, Host, Http, Stores } from "cubular/contract"
import { createEntropy } from "./entropy.ts"
import { createHttp, type HttpLimits } from "./http.ts"
import { createLineLog, type Level } from "./line-log.ts"
import { createSecrets, type Secrets } from "./secrets.ts"
import { createTimerClock } from "./timer-clock.ts"
import { createWasm } from "./wasm.ts"

export type { HttpLimits } from "./http.ts"
export type { Secret, Secrets } from "./secrets.ts"

/** Where a secret's value is found, and who may use it for what. */
export interface BoundSecret {
  /** Name of the secret binding; default: the secret's own name. */
  readonly binding?: string
  readonly cubes: readonly string[]
  readonly origins: readonly string[]
}

export interface WorkerdHostOptions extends HttpLimits {
  /** The Worker's bindings: the values of `secrets` are read from it. */
  readonly env?: { readonly [binding: string]: unknown }
  /** Modules imported as modules: `import saju from "cubular/saju.wasm"`. workerd cannot compile bytes. */
  readonly wasm?: { readonly [name: string]: WebAssembly.Module }
  /** Write log lines of this level and above to the console, as JSON. Absent: nothing is written. */
  readonly log?: Level
  /** Sends requests, for example a service binding's `fetch`. Default: the runtime's `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
  readonly secrets?: { readonly [name: string]: BoundSecret }
  /** Where cubes keep things, on the host's clock: `createStores` of `cubular/stores/workers`. */
  readonly stores?: (clock: Clock) => Stores
}

export interface WorkerdHost extends Host {
  readonly clock: Clock
  readonly entropy: () => string
  readonly http: Http
}

/**
 * The host of Cloudflare Workers and bare workerd. May be created at a module's top level: it holds no I/O of any
 * request, every timer and request belongs to the request that asked. In production the clock moves only after I/O.
 */
export function createHost(options: WorkerdHostOptions = {}): WorkerdHost {
  const { allowedOrigins, env = {}, log, secrets, wasm } = options
  const send = options.fetch ?? ((request: Request) => fetch(new Request(request, { redirect: "manual" })))
  const clock = createTimerClock({
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimer: (wake, ms) => setTimeout(wake, ms),
    clearTimer: (timer) => clearTimeout(timer as number),
  })
  return {
    name: "workerd",
    clock,
    entropy: createEntropy((bytes) => void crypto.getRandomValues(bytes)),
    http: createHttp({ ...options, send }),
    ...(wasm ? createWasm(wasm) : {}),
    ...(allowedOrigins ? { allowedOrigins } : {}),
    ...(log
      ? {
          log: createLineLog(
            (line) => console.log(line),
            () => Date.now(),
            log,
          ),
        }
      : {}),
    ...(secrets ? createSecrets(boundSecrets(secrets, env)) : {}),
    ...(options.stores ? { stores: options.stores(clock) } : {}),
  }
}

/** Secrets whose binding is missing are left out: a composition that asks for one is refused when it is planned. */
function boundSecrets(
  secrets: { readonly [name: string]: BoundSecret },
  env: { readonly [binding: string]: unknown },
): Secrets {
  const found: { [name: string]: Secrets[string] } = {}
  for (const [name, { binding = name, cubes, origins }] of Object.entries(secrets)) {
    const value = env[binding]
    if (typeof value === "string") found[name] = { value, cubes, origins }
  }
  return found
}
