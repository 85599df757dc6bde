/** The thread of a pool in Node. */
import type { Request } from "./hand.ts"
import { work } from "./work.ts"

declare const process: {
  getBuiltinModule(id: "node:worker_threads"): {
    parentPort: {
      on(event: "message", listener: (request: Request) => void): void
      postMessage(reply: unknown, transfer: readonly unknown[]): void
    } | null
  }
}

const port = process.getBuiltinModule("node:worker_threads").parentPort
port?.on("message", async (request) => {
  const { reply, transfer } = await work(request)
  port.postMessage(reply, transfer)
})
