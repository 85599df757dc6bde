import type { CubeError, RunOptions } from "cubular/contract"
import type { BackupKey } from "cubular/stores/backup"
import type { BrowserHostOptions, BrowserWasm } from "./powers.ts"
import type { Served } from "./session.ts"

export interface CubularOptions {
  /**
   * Makes the worker: `() => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" })`, a file that calls
   * `serve`. Default: a worker that serves the shipped catalog.
   */
  readonly worker?: () => Worker
  /** What to serve in the page's own thread if no worker can be started. Default: the catalog, if `worker` is not given. */
  readonly fallback?: Served
  /** WebAssembly modules for the host, compiled or where they are; relative addresses count from the page. */
  readonly wasm?: BrowserWasm
  /** Origins runs may reach though they are private, as `location.origin` where a page comes from `http://localhost:8787`. */
  readonly privateOrigins?: readonly string[]
  /**
   * Stores of blobs that keep only what is sealed, and the key of each: `{ vault: await backupKey(bytes) }` of
   * `cubular/stores/backup`. Runs never see it; who has another finds nothing to read. Where the key is kept is the page's affair.
   */
  readonly sealed?: { readonly [blobs: string]: BackupKey }
  /** Powers of the page's own host, used only after a fallback. */
  readonly powers?: BrowserHostOptions
  /** How long a call may take, ms; a run with a `deadlineMs` gets that much more. `Infinity`: for ever. Default 60,000. */
  readonly timeoutMs?: number
  /** How long a step may keep the worker busy without a pause before the worker is ended, ms. Default 10,000. */
  readonly stuckMs?: number
  /** Tell which steps start, so that `step_stuck` names its step: a message per step. For a run alone too. Default false. */
  readonly trace?: boolean
  /** Told once, with the reason, when runs move to the page's own thread. Default: a warning on the console. */
  readonly onFallback?: (reason: CubeError) => void
}

/** What a worker is told of a run; a tracer cannot get there. */
export interface ClientRunOptions extends Omit<RunOptions, "tracer"> {
  /** Hand the inputs' typed arrays over instead of copying them; they are empty here afterwards. */
  readonly transfer?: boolean
  /** For this run alone. */
  readonly timeoutMs?: number
  /** For this run alone. */
  readonly trace?: boolean
}
