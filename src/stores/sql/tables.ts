import { blobTables } from "./blobs.ts"
import { journalTables } from "./journal.ts"
import { kvTables } from "./kv.ts"
import { queueTables } from "./queue.ts"
import { recordTables } from "./records.ts"

/** Raised with every change of the tables below, which then needs a way from the version before. */
export const FORMAT = 1

/** Makes the tables of all stores in an empty database. */
export const tables: string = kvTables + recordTables + blobTables + queueTables + journalTables
