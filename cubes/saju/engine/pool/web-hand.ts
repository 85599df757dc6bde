/** A Web Worker as a hand, and how many a browser has cores for. */
import { CubeError } from "cubular/contract/error"
import { pool_unavailable } from "cubular/messages/en"
import type { Hand, HandListener, Reply } from "./hand.ts"

/** What a browser says that hides its cores. */
const FEW = 4

export function webCoreCount(): number {
  if (typeof Worker === "undefined") throw new CubeError(pool_unavailable)
  // biome-ignore lint/style/noRestrictedGlobals: the pool asks how many workers to start; no result depends on it
  return navigator.hardwareConcurrency || FEW
}

export function webHand(worker: Worker, { onReply, onEnd }: HandListener): Hand {
  let ended = false
  const end = (reason: string): void => {
    if (ended) return
    ended = true
    worker.terminate()
    onEnd(reason)
  }
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data)
  worker.onmessageerror = () => end("a message could not be read")
  // A script that cannot be loaded gives an event without words.
  worker.onerror = (event) => {
    event.preventDefault?.()
    end((event as ErrorEvent).message || "its script could not be loaded")
  }
  return {
    post: (request, transfer) => worker.postMessage(request, transfer as ArrayBuffer[]),
    hold: () => undefined,
    stop: async () => end("stopped"),
  }
}
