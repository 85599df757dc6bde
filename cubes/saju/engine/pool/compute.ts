/** The batch functions by name, for whoever has all of a batch: a worker its part, the pool a batch without rows. */
import { compatibilityBatch } from "../batch/compatibility.ts"
import { luckBatch } from "../batch/luck.ts"
import { pillarsBatch } from "../batch/pillars.ts"
import { reverseLookupBatch } from "../batch/reverse-batch.ts"
import { scoresBatch } from "../batch/scores.ts"
import type { BatchName } from "./hand.ts"

const batches: { readonly [name in BatchName]: (given: never) => Promise<unknown> } = {
  pillarsBatch,
  luckBatch,
  scoresBatch,
  compatibilityBatch,
  reverseLookupBatch,
}

export function computeAll(batch: BatchName, given: object): Promise<unknown> {
  return batches[batch](given as never)
}
