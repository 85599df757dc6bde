import { parentPort } from "node:worker_threads"
import { simulated } from "./parts.ts"
import type { Chunk } from "./pool.ts"
import { addSeed, emptyTally } from "./tally.ts"

// Thousands of errors are thrown on purpose, and nobody reads their stacks.
Error.stackTraceLimit = 0

let unhandled = 0
process.on("unhandledRejection", () => {
  unhandled++
})

parentPort?.on("message", async ({ from, to, flow }: Chunk) => {
  const tally = emptyTally()
  for (let seed = from; seed <= to; seed++) {
    const before = unhandled
    const came = await simulated(seed, flow)
    // Rejections nobody handled are told once the turn is over.
    await new Promise((resolve) => void setImmediate(resolve))
    const rejected = unhandled > before ? ["no unhandled rejection: there was one"] : []
    addSeed(tally, { ...came, violations: [...came.violations, ...rejected] })
  }
  parentPort?.postMessage(tally)
})
