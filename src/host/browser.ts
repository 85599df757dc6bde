import { type BrowserHost, type BrowserHostOptions, captureRuntime, createBrowserHost } from "./browser/powers.ts"

export {
  type ClientRunOptions,
  type Cubular,
  type CubularOptions,
  createCubular,
} from "./browser/client.ts"
export type { BrowserHost, BrowserHostOptions, BrowserWasm } from "./browser/powers.ts"
export type { Listing, Target } from "./browser/protocol.ts"
export type { Secret, Secrets } from "./secrets.ts"

/** The host of a page or a worker. The browser's functions are taken now, so that it works on when they are removed. */
export function createHost(options: BrowserHostOptions = {}): BrowserHost {
  return createBrowserHost(options, captureRuntime())
}
