/** Node: threads. Chosen by the condition "node" of `#saju-pool` in package.json. */
import type { Hand, HandListener, Reply } from "./hand.ts"

interface Thread {
  postMessage(message: unknown, transfer: readonly unknown[]): void
  on(event: "message", listener: (reply: Reply) => void): void
  on(event: "error" | "messageerror", listener: (error: Error) => void): void
  on(event: "exit", listener: (code: number) => void): void
  ref(): void
  unref(): void
  terminate(): Promise<number>
}

// Not imported: a bundler that meets this file by mistake must not stumble over node:worker_threads, nor types over its absence.
declare const process: {
  getBuiltinModule(id: "node:worker_threads"): {
    Worker: new (file: URL, options: { readonly execArgv: readonly string[] }) => Thread
  }
  getBuiltinModule(id: "node:os"): { availableParallelism(): number }
}

export const coreCount = (): number => process.getBuiltinModule("node:os").availableParallelism()

/**
 * Next to our sources the thread reads sources as well. Otherwise it takes none of the process's flags: they are for its own entry
 * (`--input-type` stops a thread that has a file).
 */
export function startHand({ onReply, onEnd }: HandListener): Hand {
  const { Worker } = process.getBuiltinModule("node:worker_threads")
  const thread = import.meta.url.endsWith(".ts")
    ? new Worker(new URL("./worker-node.ts", import.meta.url), { execArgv: ["--conditions=cubular:source"] })
    : new Worker(new URL("./worker-node.js", import.meta.url), { execArgv: [] })
  let ended = false
  const end = (reason: string): void => {
    if (ended) return
    ended = true
    void thread.terminate()
    onEnd(reason)
  }
  thread.on("message", onReply)
  thread.on("error", (error) => end(error.message))
  thread.on("messageerror", (error) => end(error.message))
  thread.on("exit", (code) => end(`exit code ${code}`))
  thread.unref()
  return {
    post: (request, transfer) => thread.postMessage(request, transfer),
    hold: (busy) => (busy ? thread.ref() : thread.unref()),
    stop: async () => {
      await thread.terminate()
    },
  }
}
