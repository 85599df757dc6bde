import type { Stores } from "cubular/contract"
import type { Service } from "../service.ts"
import type { Parts, Stage } from "../world.ts"
import { BlobsWork } from "./blobs.ts"
import { JournalWork } from "./journal.ts"
import { KvWork } from "./kv.ts"
import { MessagesWork } from "./messages.ts"
import { QueueWork } from "./queue.ts"
import { RecordsWork } from "./records.ts"
import { SagaWork } from "./saga.ts"
import type { Work } from "./work.ts"

const AT_ONCE = 3

/** What a process does with its stores; not all of it every time, so that a simulation stays short. */
export function workOf(
  stage: Stage,
  service: Service,
  { saga, policies, createBroker }: Parts,
  stores: Stores,
  staleMs: number,
): Work[] {
  const works = [
    () => new KvWork(stage, staleMs),
    () => new RecordsWork(stage),
    () => new QueueWork(stage),
    () => new JournalWork(stage),
    () => new BlobsWork(stage),
    ...(createBroker ? [() => new MessagesWork(stage, { createBroker, policies }, stores)] : []),
    ...(saga ? [() => new SagaWork(stage, service, { saga, policies })] : []),
  ]
  const chosen: Work[] = []
  while (chosen.length < AT_ONCE) {
    const [work] = works.splice(stage.draws.below(works.length), 1)
    if (work) chosen.push(work())
  }
  return chosen
}
