import { parentPort, workerData } from "node:worker_threads"
import { catalog } from "cubular/cubes"
import { createExecutor, type ExecuteRequest, type Executor } from "cubular/gateway"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost as createNodeHost } from "cubular/host/node"

/** The memory host is new for every run, so that its virtual clock starts anew and runs repeat exactly. */
function executorFor(host: "node" | "memory"): Executor {
  if (host === "node") return createExecutor(catalog, createNodeHost())
  return (request) => createExecutor(catalog, createMemoryHost({ autoAdvance: true }))(request)
}

const execute = executorFor((workerData as { host: "node" | "memory" }).host)

// The caller waits for each reply before it asks again.
parentPort?.on("message", async (request: ExecuteRequest) => {
  parentPort?.postMessage(await execute(request))
})
