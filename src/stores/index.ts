/**
 * For authors of drivers: the gates every store goes through, and what a driver for a platform must do. The cases of
 * `cubular/conformance` prove it.
 *
 * @module
 */
export type { Awaitable } from "./awaitable.ts"
export { type BlobDriver, type BlobRow, type BlobUpload, createBlobs } from "./blobs.ts"
export type { Hasher } from "./hasher.ts"
export { type Appended, createJournal, type JournalDriver } from "./journal.ts"
export { createKv, type KvDriver, type KvListed, type KvRange, type KvRow, type KvText } from "./kv.ts"
export { byName, byTable, lacking } from "./name.ts"
export type { Powers } from "./powers.ts"
export {
  ATTEMPTS_EXHAUSTED,
  createQueue,
  type DeadRow,
  type DeliveredRow,
  type QueueDriver,
  type QueueRow,
  type QueueText,
  type Receipt,
  type Settle,
} from "./queue.ts"
export { createRecords } from "./records.ts"
export type {
  Applied,
  Bound,
  Move,
  OldRow,
  QuarantinePlace,
  QuarantineRow,
  RecordRow,
  RecordsDriver,
  RecordText,
  RowChange,
  RowRange,
  TableState,
} from "./records-driver.ts"
export { withStaleReads } from "./stale.ts"
