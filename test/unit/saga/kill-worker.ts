/**
 * A process that is killed: goes on with the sagas of those before it, then starts its own, one after the other and two at a time.
 * Every third cannot be done. What is done is in a database of its own, as if it were somebody else's. With a last argument
 * it only goes on, and ends by itself.
 */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { createRunner } from "cubular"
import { CubeError, defineCube } from "cubular/contract"
import { createHost } from "cubular/host/node"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/node"
import * as z from "zod"

const [folder = "", round = "", last] = process.argv.slice(2)
const world = new DatabaseSync(join(folder, "world.sqlite"), { timeout: 5000 })
world.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
world.exec("CREATE TABLE IF NOT EXISTS effects (key TEXT PRIMARY KEY, saga TEXT, path TEXT, state TEXT)")
const insert = "INSERT INTO effects VALUES (?, ?, ?, ?) ON CONFLICT (key) DO"
const doIt = world.prepare(`${insert} NOTHING`)
const undoIt = world.prepare(`${insert} UPDATE SET state = 'undone'`)
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const cubes = ["reserve", "charge", "ship"].map((name) =>
  defineCube({
    id: `t/${name}`,
    version: "1.0.0",
    color: "feature",
    title: { en: name, ko: name },
    inputs: { order: z.string(), after: z.number().optional() },
    outputs: { at: z.number() },
    effect: "write",
    provides: ["idempotent"],
    create: () => ({
      async process({ order }, { idempotencyKey, path }) {
        await rest(1)
        if (name === "ship" && order.endsWith("0"))
          throw new CubeError({ code: "sold_out", message: "Sold out.", hint: "Wait." })
        doIt.run(idempotencyKey, order, path, "done")
        await rest(1)
        return { at: 1 }
      },
      async compensate({ order }, _, { idempotencyKey, path }) {
        await rest(1)
        undoIt.run(idempotencyKey, order, path, "undone")
        await rest(1)
      },
    }),
  }),
)

const document = {
  format: 1,
  id: "order",
  version: "1.0.0",
  mode: "saga",
  cubes: {
    reserve: { use: "t/reserve", in: { order: "@order" } },
    charge: { use: "t/charge", in: { order: "@order" } },
    ship: { use: "t/ship", in: { order: "@order", after: "reserve.at" }, after: ["charge"] },
  },
  outputs: { at: "ship.at" },
}

const host = createHost({ stores: (clock) => createStores({ folder: join(folder, "stores"), clock }) })
const runner = await createRunner(document, cubes, host, { saga })
const runs = (await runner.saga?.resumeAll()) ?? new Map()
for (const run of runs.values()) await run.settled
console.log(`resumed ${runs.size}`)
for (let n = 0; last === undefined; n += 2)
  await Promise.all(
    [n, n + 1].map(async (each) => {
      const order = `o-${round}-${each}-${each % 3}`
      const { saga: told } = await runner.run({ order }, { id: order }).settled
      console.log(`ended ${order} ${told?.state}`)
    }),
  )
