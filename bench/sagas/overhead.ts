/** What it costs to be a saga: the same writing steps as a plain run, and as sagas over two kinds of stores. Prints slices as JSON. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type AnyCube, type Clock, createRunner, defineCube, type Runner, type Stores } from "cubular"
import { createHost } from "cubular/host/node"
import { saga } from "cubular/saga"
import { createStores as createMemoryStores } from "cubular/stores/memory"
import { createStores } from "cubular/stores/node"
import * as z from "zod"
import { interleave, type Slices } from "../interleave.ts"

const folder = mkdtempSync(join(tmpdir(), "cubular-bench-"))

/** What it writes answers at once, so that what is around it is what is measured. */
const write = (fails: boolean): AnyCube =>
  defineCube({
    id: fails ? "bench/fail" : "bench/write",
    version: "1.0.0",
    color: "feature",
    title: { en: "Write", ko: "쓰기" },
    inputs: { n: z.number() },
    outputs: { n: z.number() },
    effect: "write",
    provides: ["idempotent"],
    create: () => ({
      async process({ n }) {
        if (fails) throw new Error("no")
        return { n: n + 1 }
      },
      async compensate() {
        // Nothing was written.
      },
    }),
  }) as unknown as AnyCube

function runnerOf(mode: "run" | "saga", last: string, stores?: (clock: Clock) => Stores): Promise<Runner> {
  const document = {
    format: 1,
    id: "bench",
    version: "1.0.0",
    mode,
    cubes: {
      a: { use: "bench/write", in: { n: "@n" } },
      b: { use: "bench/write", in: { n: "a.n" } },
      c: { use: `bench/${last}`, in: { n: "b.n" } },
    },
    outputs: { n: "c.n" },
  }
  return createRunner(document, [write(false), write(true)], createHost(stores ? { stores } : {}), { saga })
}

const inMemory = (clock: Clock): Stores => createMemoryStores({ clock })
const inSqlite = (clock: Clock): Stores => createStores({ folder, clock })
const runners = {
  "plain run": await runnerOf("run", "write"),
  "saga, memory": await runnerOf("saga", "write", inMemory),
  "saga that is undone, memory": await runnerOf("saga", "fail", inMemory),
  "saga, SQLite": await runnerOf("saga", "write", inSqlite),
}

const contenders = Object.entries(runners).map(([name, runner]) => ({
  name,
  run: async (n: number) => (await runner.run({ n }).settled).outputs,
}))
const slices: Slices = await interleave(contenders, { rounds: 30, sliceMs: 5 })
console.log(JSON.stringify(slices))
rmSync(folder, { recursive: true })
process.exit(0)
