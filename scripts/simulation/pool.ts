import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import { addTally, emptyTally, type Tally } from "./tally.ts"

/** Seeds a thread simulates before it tells what came of them. */
const CHUNK = 25

/** Seeds a thread is asked for at a time. */
export interface Chunk {
  readonly from: number
  readonly to: number
  readonly flow: boolean
}

export interface SeedRange {
  readonly from: number
  readonly to: number
  /** Runs through the cubes of flow, in the place of everything. */
  readonly flow?: boolean
  readonly threads?: number
  /** Asked before each handful of seeds: whether no more are to be begun. */
  readonly enough?: (tally: Tally) => boolean
  readonly progress?: (tally: Tally) => void
}

/** Simulates seeds on all cores. */
export async function simulateAll(range: SeedRange): Promise<Tally> {
  const { from, to, threads = availableParallelism(), enough = () => false, flow = false, progress } = range
  const tally = emptyTally()
  let next = from
  const work = async (): Promise<void> => {
    const thread = new Worker(new URL("./thread.ts", import.meta.url), { execArgv: ["--conditions=cubular:source"] })
    try {
      while (next <= to && !enough(tally)) {
        const chunk = { from: next, to: Math.min(next + CHUNK - 1, to), flow }
        next = chunk.to + 1
        addTally(tally, await ask(thread, chunk))
        progress?.(tally)
      }
    } finally {
      await thread.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil((to - from + 1) / CHUNK)) }, work))
  tally.failures.sort((a, b) => a.seed - b.seed)
  return tally
}

function ask(thread: Worker, chunk: Chunk): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const done = (tally: Tally): void => {
      thread.off("error", fail)
      resolve(tally)
    }
    const fail = (error: unknown): void => {
      thread.off("message", done)
      reject(error)
    }
    thread.once("message", done).once("error", fail)
    thread.postMessage(chunk)
  })
}
