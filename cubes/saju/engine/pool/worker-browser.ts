/** The Web Worker of a pool. */
import type { Request } from "./hand.ts"
import { work } from "./work.ts"

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  const { reply, transfer } = await work(data)
  postMessage(reply, { transfer })
})
