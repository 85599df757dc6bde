import { Worker } from "node:worker_threads"
import { CubeError, type Json } from "cubular"
import type { ExecuteReply, ExecuteRequest, TakeItem } from "cubular/gateway"
import { step_stuck, worker_died } from "cubular/messages/en"
import type { Access } from "../access.ts"
import type { Session } from "../session.ts"
import type { Item, Taken } from "./thread-items.ts"

// Compiled files import .js, sources .ts; a URL is not rewritten by the compiler.
const threadFile = new URL(import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js", import.meta.url)

/**
 * Runs compositions in a worker thread, so that a cube that never gives control back can be stopped.
 *
 * @param more - What a run on the Node host gets of this machine; another file for the thread.
 * @param guardMs - After so many ms without an answer the thread is ended and the run fails with `step_stuck`.
 */
export function openThread(
  host: "node" | "memory",
  guardMs: number | undefined,
  more: { readonly access?: Access | undefined; readonly file?: URL } = {},
): Session {
  const { access, file = threadFile } = more
  let thread: Worker | undefined
  const start = (): Worker => new Worker(file, { workerData: { host, access }, name: `cubular-${host}` })
  return {
    async run(request, take) {
      thread ??= start()
      const current = thread
      const reply = await ask(current, request, guardMs, take)
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
  take: TakeItem | undefined,
): Promise<{ reply: ExecuteReply; ended: boolean }> {
  return new Promise((resolve) => {
    const done = (reply: ExecuteReply, ended: boolean): void => {
      clearTimeout(timer)
      thread.off("message", answer).off("error", crash).off("exit", vanish)
      resolve({ reply, ended })
    }
    const fail = (error: CubeError): void => done({ ok: false, error: error.toJSON() }, true)
    let writing = Promise.resolve()
    const write = async (item: Json): Promise<void> => {
      await take?.(item)
      thread.postMessage({ taken: 1 } satisfies Taken)
    }
    const answer = (message: ExecuteReply | Item): void => {
      if ("item" in message) writing = writing.then(() => write(message.item))
      else void writing.then(() => done(message, false))
    }
    const crash = (cause: unknown): void => fail(new CubeError({ ...worker_died, cause }))
    const vanish = (): void => fail(new CubeError(worker_died))
    const timer =
      guardMs === undefined
        ? undefined
        : setTimeout(() => fail(new CubeError({ ...step_stuck, params: { waitedMs: guardMs } })), guardMs)
    thread.on("message", answer).on("error", crash).on("exit", vanish)
    thread.postMessage(request)
  })
}
