/**
 * One phase of backing up the stores of a folder in Node, in a process of its own: "fill" makes them, "backup" writes
 * `backup` beside them, "restore" puts that into stores that are new. Prints ms, bytes and the most memory the process had.
 */
import { createReadStream, createWriteStream, statSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Stores } from "cubular/contract"
import { backup, backupKey, type Inventory, restore } from "cubular/stores/backup"
import { createNodeHasher, createStores } from "cubular/stores/node"
import type { BackupPhase } from "./backup-phase.ts"
import { BATCH, rowOf, table } from "./rows.ts"

const RECORDS = 20_000
const BLOBS = 50
const BLOB_BYTES = 1_000_000

const [phase, folder = ""] = process.argv.slice(2) as [string, string]
const clock = { now: () => Date.now() }
const file = join(folder, "backup")
const inventory: Inventory = { records: [table], blobs: ["rows"] }
const options = { key: await backupKey(new Uint8Array(32).fill(7)), clock, createHasher: createNodeHasher }

const phases: { readonly [name: string]: (stores: Stores) => Promise<unknown> } = {
  async fill(stores) {
    for (let from = 0; from < RECORDS; from += BATCH) {
      const at = (index: number) => ({ ...rowOf(from + index), id: `row-${from + index}` })
      await stores.records(table).batch(Array.from({ length: BATCH }, (_, index) => ({ put: at(index) })))
    }
    for (let n = 0; n < BLOBS; n++)
      await stores.blobs("rows").put(
        `blob-${n}`,
        new Uint8Array(BLOB_BYTES).map((_, at) => (at * (31 + n)) >> 3),
      )
  },
  backup: (stores) => pipeline(Readable.from(backup(stores, inventory, options)), createWriteStream(file)),
  restore: (stores) => restore(() => createReadStream(file), stores, options),
}

const stores = createStores({ folder: join(folder, phase === "restore" ? `restored-${process.pid}` : "stores"), clock })
const idleBytes = process.memoryUsage().rss
const start = performance.now()
await phases[phase]?.(stores)
const ms = performance.now() - start
stores.close()
const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
const found: BackupPhase = { ms, bytes, idleBytes, mostBytes: process.resourceUsage().maxRSS * 1024 }
console.log(JSON.stringify(found))
