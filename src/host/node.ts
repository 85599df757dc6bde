import { randomFillSync } from "node:crypto"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import type { Clock, Host, Http, Messages, Stores } from "cubular/contract"
import { createEntropy } from "./entropy.ts"
import { createHttp, type HttpLimits } from "./http.ts"
import { createLineLog, type Level } from "./line-log.ts"
import { createSecrets, type Secrets } from "./secrets.ts"
import { createTimerClock } from "./timer-clock.ts"
import { createWasm, type WasmSource } from "./wasm.ts"

export type { HttpLimits } from "./http.ts"
export type { Secret, Secrets } from "./secrets.ts"

export interface NodeHostOptions extends HttpLimits {
  /** Write log lines of this level and above to stderr, as JSON. Absent: nothing is written. */
  readonly log?: Level
  /** Sends requests. Default: the runtime's `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** More modules by name: compiled, or where their file is. "saju" and "saju-scalar" come with the package. */
  readonly wasm?: { readonly [name: string]: WebAssembly.Module | URL | string }
  readonly secrets?: Secrets
  /** Where cubes keep things, on the host's clock: `createStores` of `cubular/stores/node`. */
  readonly stores?: (clock: Clock) => Stores
  /** Takes what steps publish, into those stores: `createMessages` of `cubular/messaging`. Only with `stores`. */
  readonly messages?: (stores: Stores) => Messages
}

export interface NodeHost extends Host {
  readonly clock: Clock
  readonly entropy: () => string
  readonly http: Http
  readonly wasmNames: readonly string[]
  readonly wasm: (name: string) => Promise<WebAssembly.Module>
}

/** The host of Node ≥ 22.18. Touches nothing until a power is used, but looks which modules are there. */
export function createHost(options: NodeHostOptions = {}): NodeHost {
  const { allowedOrigins, log, secrets } = options
  const send = options.fetch ?? ((request: Request) => fetch(new Request(request, { redirect: "manual" })))
  const clock = createTimerClock({
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimer: (wake, ms) => setTimeout(wake, ms),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    hold: (timer, isHeld) => void (isHeld ? (timer as NodeJS.Timeout).ref() : (timer as NodeJS.Timeout).unref()),
    shared: true,
  })
  const stores = options.stores?.(clock)
  return {
    name: "node",
    clock,
    entropy: createEntropy((bytes) => void randomFillSync(bytes)),
    http: createHttp({ ...options, send }),
    ...createWasm(wasmSources(options.wasm ?? {})),
    ...(allowedOrigins ? { allowedOrigins } : {}),
    ...(log
      ? {
          log: createLineLog(
            (line) => void process.stderr.write(`${line}\n`),
            () => Date.now(),
            log,
          ),
        }
      : {}),
    ...(secrets ? createSecrets(secrets) : {}),
    ...(stores ? { stores } : {}),
    ...(stores && options.messages ? { messages: options.messages(stores) } : {}),
  }
}

const SHIPPED: readonly string[] = ["saju", "saju-scalar"]

function wasmSources(given: NonNullable<NodeHostOptions["wasm"]>): { readonly [name: string]: WasmSource } {
  const sources: { [name: string]: WasmSource } = {}
  for (const name of SHIPPED) {
    const file = shippedFile(name)
    if (file !== undefined) sources[name] = () => compileFile(file)
  }
  for (const [name, source] of Object.entries(given))
    sources[name] = source instanceof WebAssembly.Module ? source : () => compileFile(source)
  return sources
}

/** Found through the package's own door, so that source, built and installed trees agree; undefined in a bundle without it. */
function shippedFile(name: string): string | undefined {
  try {
    const file = createRequire(import.meta.url).resolve(`cubular/${name}.wasm`)
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

async function compileFile(file: URL | string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(file))
}
