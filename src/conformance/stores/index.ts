import { blobsCases } from "./blobs.ts"
import { journalCases } from "./journal.ts"
import { kvCases } from "./kv.ts"
import { migrationCases } from "./migrations.ts"
import { queueCases } from "./queue.ts"
import { recordsCases } from "./records.ts"
import type { StoreCase } from "./store-case.ts"

export {
  type Check,
  type CreateFixture,
  runStoreCase,
  type StoreCase,
  type StoreFixture,
  type StoreVerdict,
} from "./store-case.ts"

/** What every driver must keep, each case on stores of its own. */
export const storeCases: readonly StoreCase[] = [
  ...kvCases,
  ...recordsCases,
  ...migrationCases,
  ...blobsCases,
  ...queueCases,
  ...journalCases,
]
