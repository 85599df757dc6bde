import { parentPort, workerData } from "node:worker_threads"
import type { Clock, Json, Stores } from "cubular/contract"
import { catalog } from "cubular/cubes"
import { createExecutor, type ExecuteRequest, type Executor } from "cubular/gateway"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost as createNodeHost } from "cubular/host/node"
import { createStores as createMemoryStores } from "cubular/stores/memory"
import { createStores as createNodeStores } from "cubular/stores/node"
import type { Access } from "../access.ts"
import { AHEAD, type Item, type Taken } from "./thread-items.ts"

const { host, access } = workerData as { host: "node" | "memory"; access?: Access }

/** The memory host is new for every run, so that its virtual clock starts anew and runs repeat exactly. */
function createOwnExecutor(): Executor {
  if (host === "node") return createExecutor(catalog, createNodeHost({ ...access, stores: openStores }))
  const stores = (clock: Clock): Stores => createMemoryStores({ clock })
  return (request, take) => createExecutor(catalog, createMemoryHost({ autoAdvance: true, stores }))(request, take)
}

function openStores(clock: Clock): Stores {
  const folder = access?.data
  return folder === undefined ? createMemoryStores({ clock }) : createNodeStores({ folder, clock })
}

const execute = createOwnExecutor()

/** Items sent to the caller that it has not said it is done with. */
let ahead = 0
let wake = (): void => undefined

const send = (item: Json): void | Promise<void> => {
  parentPort?.postMessage({ item } satisfies Item)
  if (++ahead >= AHEAD)
    return new Promise((resolve) => {
      wake = resolve
    })
}

// The caller waits for each reply before it asks again.
parentPort?.on("message", async (message: ExecuteRequest | Taken) => {
  if ("taken" in message) {
    ahead -= message.taken
    return wake()
  }
  parentPort?.postMessage(await execute(message, send))
})
