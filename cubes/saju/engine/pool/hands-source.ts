/** As hands-browser.ts, for bundlers that read our sources (the condition "cubular:source"). */
import type { Hand, HandListener } from "./hand.ts"
import { webCoreCount, webHand } from "./web-hand.ts"

export const coreCount = (): number => webCoreCount()

export function startHand(listener: HandListener): Hand {
  return webHand(new Worker(new URL("./worker-browser.ts", import.meta.url), { type: "module" }), listener)
}
