/** Browsers and their bundlers, which find the worker's file by `new Worker(new URL(…, import.meta.url))`. */
import type { Hand, HandListener } from "./hand.ts"
import { webCoreCount, webHand } from "./web-hand.ts"

export const coreCount = (): number => webCoreCount()

export function startHand(listener: HandListener): Hand {
  return webHand(new Worker(new URL("./worker-browser.js", import.meta.url), { type: "module" }), listener)
}
