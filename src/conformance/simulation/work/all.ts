import type { Stage } from "../world.ts"
import { BlobsWork } from "./blobs.ts"
import { JournalWork } from "./journal.ts"
import { KvWork } from "./kv.ts"
import { QueueWork } from "./queue.ts"
import { RecordsWork } from "./records.ts"
import type { Work } from "./work.ts"

/** What a process does with its stores; not all of it every time, so that a simulation stays short. */
export function workOf(stage: Stage, staleMs: number): Work[] {
  const works = [
    () => new KvWork(stage, staleMs),
    () => new RecordsWork(stage),
    () => new QueueWork(stage),
    () => new JournalWork(stage),
    () => new BlobsWork(stage),
  ]
  const left = stage.draws.below(works.length)
  const other = (left + 1 + stage.draws.below(works.length - 1)) % works.length
  return works.filter((_, at) => at !== left && at !== other).map((work) => work())
}
