/** What it costs to come as a message: the same runs started by hand, and by messages over two kinds of stores. Prints slices as JSON. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Clock, type CloudEvent, createRegistry, createRunner, defineCube, type Stores } from "cubular"
import { createHost } from "cubular/host/node"
import { createBroker } from "cubular/messaging"
import { createStores as createMemoryStores } from "cubular/stores/memory"
import { createStores } from "cubular/stores/node"
import * as z from "zod"
import { interleave, type Slices } from "../interleave.ts"

/** Messages of one slice's run, each in a partition of its own. */
const MANY = 64

const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))
const add = defineCube({
  id: "bench/add",
  version: "1.0.0",
  color: "feature",
  title: { en: "Add", ko: "더하기" },
  inputs: { n: z.number() },
  outputs: { n: z.number() },
  create: () => ({ process: async ({ n }) => ({ n: n + 1 }) }),
})
const document = {
  format: 1,
  id: "bench",
  version: "1.0.0",
  cubes: { a: { use: "bench/add", in: { n: "@n" } } },
  outputs: { n: "a.n" },
  on: { "bench.asked": { in: { n: "#/n" } } },
} as const
const registry = createRegistry([add, document])
const runner = await createRunner(document, registry, createHost())

let count = 0
function event(n: number): CloudEvent {
  const [id, partitionkey] = [String(++count), `p${n}`]
  return { specversion: "1.0", id, source: "/bench", type: "bench.asked", partitionkey, data: { n } }
}

function messaging(stores: (clock: Clock) => Stores): () => Promise<number> {
  const broker = createBroker({ host: createHost({ stores }), registry })
  return async () => {
    await broker.publish(Array.from({ length: MANY }, (_, n) => event(n)))
    return broker.drain()
  }
}

async function byHand(): Promise<number> {
  const runs = Array.from(
    { length: MANY },
    (_, n) => runner.run({ n }, { deadlineMs: 30_000, seed: String(n) }).settled,
  )
  return (await Promise.all(runs)).filter(({ ok }) => ok).length
}

const contenders = [
  { name: "started by hand", run: byHand },
  { name: "by messages, memory", run: messaging((clock) => createMemoryStores({ clock })) },
  { name: "by messages, SQLite", run: messaging((clock) => createStores({ folder, clock })) },
]
const slices: Slices = await interleave(contenders, { rounds: 20, sliceMs: 10 })
console.log(JSON.stringify({ many: MANY, slices }))
rmSync(folder, { recursive: true })
process.exit(0)
