import { Worker } from "node:worker_threads"
import { CubeError } from "cubular"
import type { ExecuteReply, ExecuteRequest } from "cubular/gateway"
import { step_stuck, worker_died } from "cubular/messages/en"
import type { Session } from "../session.ts"

// Compiled files import .js, sources .ts; a URL is not rewritten by the compiler.
const threadFile = new URL(import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js", import.meta.url)

/**
 * Runs compositions in a worker thread, so that a cube that never gives control back can be stopped.
 *
 * @param guardMs - After so many ms without an answer the thread is ended and the run fails with `step_stuck`.
 */
export function openThread(host: "node" | "memory", guardMs: number | undefined): Session {
  let thread: Worker | undefined
  const start = (): Worker => {
    const started = new Worker(threadFile, { workerData: { host }, name: `cubular-${host}` })
    started.unref()
    return started
  }
  return {
    async run(request) {
      thread ??= start()
      const current = thread
      current.ref()
      const reply = await ask(current, request, guardMs)
      current.unref()
      if (reply.ended) {
        thread = undefined
        await current.terminate()
      }
      return reply.reply
    },
    async close() {
      await thread?.terminate()
      thread = undefined
    },
  }
}

function ask(
  thread: Worker,
  request: ExecuteRequest,
  guardMs: number | undefined,
): Promise<{ reply: ExecuteReply; ended: boolean }> {
  return new Promise((resolve) => {
    const done = (reply: ExecuteReply, ended: boolean): void => {
      clearTimeout(timer)
      thread.removeAllListeners()
      resolve({ reply, ended })
    }
    const fail = (error: CubeError): void => done({ ok: false, error: error.toJSON() }, true)
    const timer =
      guardMs === undefined
        ? undefined
        : setTimeout(() => fail(new CubeError({ ...step_stuck, params: { waitedMs: guardMs } })), guardMs)
    thread.once("message", (reply: ExecuteReply) => done(reply, false))
    thread.once("error", (cause) => fail(new CubeError({ ...worker_died, cause })))
    thread.once("exit", () => fail(new CubeError(worker_died)))
    thread.postMessage(request)
  })
}
